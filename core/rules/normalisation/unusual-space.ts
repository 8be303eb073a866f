import { characterName } from '../../text/characters.ts';
import { replace } from '../../text/edit.ts';
import { Kind, isDigit, isLetter, kindsOf } from '../../text/kinds.ts';
import { runsOf } from '../../text/runs.ts';
import { defineRule, textRoles } from '../rule.ts';
import { insideBlanks } from './_blanks.ts';

const spaces = kindsOf(Kind.UnusualSpace);
const NO_BREAK = new Set([0xa0, 0x202f]);
/** French sets a no-break blank in front of these, and behind «; behind a number also in front of units. */
const frenchSigns = new Set(';:!?»%€'.split(''));
const units = new Set('%‰°€$£'.split(''));
/** A word that is not parted from the next one: a title, the sign of a number, what is counted in a book. */
const frenchTitle = /(?:^|[^\p{L}\p{N}])(?:M\.|MM\.|Mmes?|Mlles?|Drs?|Prs?|Me|Mgr|Ste?|[nN]\.?[°º]|[nN]o|§|(?:pp?|art|chap|fig|vol|t)\.)$/u;
/** The longest of them and what stands in front, UTF-16 units. */
const LONGEST_TITLE = 7;

export const unusualSpace = defineRule({
	id: 'unusual-space',
	group: 'normalisation',
	severity: 'off',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	summary: 'A tab, a no-break space or a typographic space stands for a plain blank.',
	why: 'They look like a blank and are none: words beside them are not cut where they should be, and search does not find the phrase.',
	details: 'Left alone are the no-break spaces of French typography (in front of punctuation, in and behind numbers, behind *M.*, *Mme* or *n°*), and in Persian and Urdu a no-break space between two letters: there it often stands for U+200C (می U+00A0 شود), and a blank would part the word. Spaces at the edges of a line are the concern of `leading-blank` and `trailing-blank`. Off by default.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل⟦\\u00a0⟧القطار⟦\\u2003⟧صباحا.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا.\n',
	}],
	on: 'line',
	gate: { kinds: spaces, roles: textRoles },
	check(subject, report, _options, context) {
		const { article, text, start } = subject;
		const inside = insideBlanks(subject);
		const language = context.language ?? article.language;
		for (const run of runsOf(text.slice(0, inside.end), spaces)) {
			if (run.start < inside.start) { continue; }
			const unit = text.charCodeAt(run.start);
			const isNoBreak = NO_BREAK.has(unit) && run.end - run.start === 1;
			const [before, after] = [text.charAt(run.start - 1), text.charAt(run.end)];
			if (isNoBreak && language === 'fr' && isFrench(text, run.start, before, after)) { continue; }
			if (isNoBreak && (language === 'fa' || language === 'ur') && isLetter(before.charCodeAt(0)) && isLetter(after.charCodeAt(0))) { continue; }
			const range = { start: start + run.start, end: start + run.end };
			const isBesideBlank = before === ' ' || after === ' ';
			report({
				range,
				message: `${characterName(unit)} stands where a plain blank should.`,
				fixes: [{ title: isBesideBlank ? 'Delete it' : 'Replace with a blank', safety: 'safe', edits: [replace(range, isBesideBlank ? '' : ' ')] }],
			});
		}
	},
});

/** Whether French sets a no-break blank here: beside signs, in a number, between a number and a word or unit, behind a title. */
function isFrench(text: string, at: number, before: string, after: string): boolean {
	if (frenchSigns.has(after) || before === '«') { return true; }
	const isNumber = isDigit(before.charCodeAt(0));
	if (isNumber && (isDigit(after.charCodeAt(0)) || isLetter(after.charCodeAt(0)) || units.has(after))) { return true; }
	return frenchTitle.test(text.slice(Math.max(0, at - LONGEST_TITLE), at));
}
