import { Kind, Pair, arabicKinds, isDigit, isKind, kindsOf } from '../../text/kinds.ts';
import { remove } from '../../text/edit.ts';
import { quoted } from '../../text/quote.ts';
import { runsOf } from '../../text/runs.ts';
import { defineRule, textRoles } from '../rule.ts';

const tatweel = kindsOf(Kind.Tatweel);
const marks = kindsOf(Kind.Mark);
/** Small alef and hamza above and below, which sit on a tatweel where they have no letter of their own. */
const carried = new Set([0x670, 0x654, 0x655]);
/** Letters that do not join to the left: a tatweel behind them stretches nothing and is a dash. */
const unjoined = new Set('اأإآٱدذرزژوؤةىء'.split(''));

export const tatweelInWord = defineRule({
	id: 'tatweel-in-word',
	group: 'letters',
	severity: 'warning',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	summary: 'A word is stretched by a tatweel (U+0640).',
	why: 'A stretched word is another word to search and counts, although it reads the same.',
	details: 'Reported between two Arabic letters only, marks in between included. The heh of Hijri years (`1447هـ`, `هـش`), one that carries a small alef or a hamza (`الرحمـٰن`), a prefix before a quotation, a number or a name with its article (`لـ"المدينة"`, `الـ12`, `لـالوطن`) and a tatweel alone as a dash are left alone, and so is one behind a letter that does not join, which stands for a dash.',
	languages: ['ar', 'fa', 'ur'],
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القط⟦ـــ⟧ار صباحا.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا عام 1447هـ، كما قال لـ"المدينة" الـ12.\n',
		isFixed: false,
	}],
	on: 'line',
	gate: { pairs: Pair.TatweelLetter, roles: textRoles },
	check({ text, start }, report) {
		for (const run of runsOf(text, tatweel)) {
			let before = run.start - 1;
			while (isKind(text.charCodeAt(before), marks)) { before--; }
			let after = run.end;
			while (isKind(text.charCodeAt(after), marks)) { after++; }
			if (carried.has(text.charCodeAt(run.end)) || isHeh(text, before, after)) { continue; }
			if (!isKind(text.charCodeAt(before), arabicKinds) || !isKind(text.charCodeAt(after), arabicKinds) || unjoined.has(text.charAt(before)) || isPrefix(text, before, after)) { continue; }
			const range = { start: start + run.start, end: start + run.end };
			report({
				range,
				message: `The word ${quoted(wordAround(text, run.start))} is stretched: search does not find it.`,
				fixes: [{ title: 'Write the word without tatweel', safety: 'safe', edits: [remove(range)] }],
			});
		}
	},
});

/** The heh of an era: behind a number, or alone in front of another letter, as in هـش. */
function isHeh(text: string, before: number, after: number): boolean {
	if (text.charAt(before) !== 'ه' || isKind(text.charCodeAt(before - 1), word)) { return false; }
	return isDigit(text.charCodeAt(before - 1)) || !isKind(text.charCodeAt(after + 1), word);
}

/** `لـالوطن`, `وبـالمدينة`: a prefix kept apart from a name with its article, which would be spelt otherwise without it. */
function isPrefix(text: string, before: number, after: number): boolean {
	const start = 'وف'.includes(text.charAt(before - 1)) ? before - 1 : before;
	return 'لبك'.includes(text.charAt(before)) && !isKind(text.charCodeAt(start - 1), word) && text.startsWith('ال', after);
}

const word = arabicKinds | tatweel | marks;

function wordAround(text: string, at: number): string {
	let start = at;
	while (at - start < 20 && isKind(text.charCodeAt(start - 1), word)) { start--; }
	let end = at;
	while (end - at < 20 && isKind(text.charCodeAt(end), word)) { end++; }
	return text.slice(start, end);
}
