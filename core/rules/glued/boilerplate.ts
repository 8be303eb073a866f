import { hostOf } from '../../format/address.ts';
import type { Article } from '../../format/article.ts';
import { formatDay } from '../../format/day.ts';
import { remove, type Edit } from '../../text/edit.ts';
import { isBlank } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { placeName } from '../place-name.ts';
import { defineRule, type LearnedBoilerplate } from '../rule.ts';
import { boilerplateIn, type FoundBoilerplate } from './_boilerplate.ts';

export const boilerplate = defineRule({
	id: 'boilerplate',
	group: 'glued',
	severity: 'information',
	since: '0.1.0',
	fix: 'sometimes',
	safety: 'unsafe',
	summary: 'Text of the site stands in the body: calls to follow it, by-lines, signs of the end.',
	why: 'It stands in every article of the outlet, makes different articles alike and the same article of two outlets different, and weighs on every count of words.',
	details: [
		'Reported is what the profile of the outlet names (`boilerplate`), and, where the articles of a whole corpus are looked at (`warraq check --corpus`), what many articles of one host repeat: a line of its own, the start of the first paragraph up to a mark of punctuation, the end of the last one behind such a mark; lines that are the site\'s themselves do not count as first or last. Where the title stands in the end, as in *The post … appeared first on …*, any title does. The message tells in how many articles, when, and two of them.',
		'In a profile `*` stands for any text, blanks at its ends for nothing, and a pattern of six characters or more is also found where a paragraph starts or ends with it. The fix deletes the text, with its line where nothing else stands there; it is unsafe, because a column may have a standing head, and it is not offered where nothing would be left of the body.',
	].join('\n\n'),
	options: {
		minimum: { type: 'number', default: 5, minimum: 3, description: 'How many articles of a host must repeat what no profile names.' },
	},
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا إلى المحطة. ⟦تابعونا على منصة الأخبار⟧\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا إلى المحطة.\n',
		boilerplate: ['تابعونا على *'],
	}],
	on: 'article',
	asksCorpus: true,
	check(article, report, { minimum }, { outlet, corpus }) {
		if (article.header === undefined || (corpus === undefined && (outlet?.boilerplate.length ?? 0) === 0)) { return; }
		const host = hostOf(article.values.address) ?? '';
		const learned = corpus?.boilerplate(host).filter(({ count }) => count >= minimum) ?? [];
		const found = boilerplateIn(article, outlet, learned);
		const isAll = isWholeBody(article, found);
		for (const each of found) {
			const { range } = each;
			report({
				range,
				message: `${quoted(article.slice(range))} belongs to the site, not to the article (${originOf(each.learned, host)}).`,
				isUnnecessary: true,
				...isAll ? {} : { fixes: [{ title: 'Delete the text of the site', safety: 'unsafe', edits: [deletion(article, each)] }] },
			});
		}
	},
});

/** Examples that a message names. */
const SHOWN = 2;

function originOf(learned: LearnedBoilerplate | undefined, host: string): string {
	if (learned === undefined) { return 'from the profile of the outlet'; }
	const { count, first, last, examples } = learned;
	const time = first === undefined || last === undefined ? '' : `, ${formatDay(first)} to ${formatDay(last)}`;
	return `in ${count} articles of ${host}${time}, as ${examples.slice(0, SHOWN).map(placeName).join(' and ')}`;
}

/** With its line where nothing else stands there, else with the blanks between it and the rest. */
function deletion(article: Article, { line, range }: FoundBoilerplate): Edit {
	const { lines } = article;
	const text = article.lineText(line);
	const start = lines.start(line);
	let from = range.start - start;
	let to = range.end - start;
	while (from > 0 && isBlank(text.charCodeAt(from - 1))) { from--; }
	if (from > 0) { return remove({ start: start + from, end: range.end }); }
	while (to < text.length && isBlank(text.charCodeAt(to))) { to++; }
	return remove(to === text.length ? { start, end: lines.next(line) } : { start: range.start, end: start + to });
}

function isWholeBody(article: Article, found: readonly FoundBoilerplate[]): boolean {
	const gone = new Set(found.filter(each => { const { start, end } = deletion(article, each).range; return start === article.lines.start(each.line) && end === article.lines.next(each.line); }).map(({ line }) => line));
	for (let line = article.bodyLine; line < article.lines.count; line++) {
		if (!article.lines.isBlank(line) && !gone.has(line)) { return false; }
	}
	return gone.size > 0;
}
