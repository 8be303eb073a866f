import { hostOf } from '../../format/address.ts';
import type { Article } from '../../format/article.ts';
import { remove, type Edit } from '../../text/edit.ts';
import { isSpaceless } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, type Context } from '../rule.ts';

export const siteNameInTitle = defineRule({
	id: 'site-name-in-title',
	group: 'title',
	severity: 'information',
	since: '0.1.0',
	fix: 'always',
	safety: 'unsafe',
	summary: 'The title ends with the name of the site.',
	why: 'The name is part of the page and not of the title: it stands in every title of the outlet, and makes titles of different articles alike.',
	details: 'Reported only for suffixes that the profile of the outlet names (`titleSuffix`), or that the corpus has in many titles of the same host. The fix takes it from both copies.',
	options: {
		minimum: { type: 'number', default: 5, minimum: 2, description: 'How many titles of a host must share a suffix that no profile names.' },
	},
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nافتتاح المكتبة العامة⟦ - جريدة المثال⟧\nافتتاح المكتبة العامة - جريدة المثال\nأعلنت البلدية مواعيد الزيارة.\n',
		good: ' date 2025-03-04 https://example.com/a\nافتتاح المكتبة العامة\nافتتاح المكتبة العامة\nأعلنت البلدية مواعيد الزيارة.\n',
		titleSuffix: [' - جريدة المثال'],
	}],
	on: 'field',
	asksCorpus: true,
	fields: ['title'],
	check({ article, text, start }, report, { minimum }, context) {
		if (context.outlet === undefined && context.corpus === undefined) { return; }
		const found = longest(suffixesOf(article, context, minimum), text);
		if (found === undefined) { return; }
		const { suffix, origin } = found;
		const from = endOf(text) - suffix.length;
		const range = { start: start + from, end: start + endOf(text) };
		const edits: Edit[] = [remove(range)];
		const { copyLine, lines } = article;
		const copy = copyLine < 0 ? '' : article.lineText(copyLine);
		if (hasSuffix(copy, suffix)) {
			const end = lines.start(copyLine) + endOf(copy);
			edits.push(remove({ start: end - suffix.length, end }));
		}
		report({ range, message: `The title ends with the name of the site, ${quoted(suffix)} (${origin}).`, isUnnecessary: true, fixes: [{ title: 'Delete the name of the site from both titles', safety: 'unsafe', edits }] });
	},
});

function suffixesOf(article: Article, { outlet, corpus }: Context, minimum: number): ReadonlyMap<string, string> {
	const suffixes = new Map<string, string>();
	const host = hostOf(article.values.address);
	if (corpus !== undefined && host !== undefined) {
		for (const [suffix, count] of corpus.titleSuffixes(host)) {
			if (count >= minimum) { suffixes.set(suffix, `in ${count} titles of ${host}`); }
		}
	}
	for (const suffix of outlet?.titleSuffix ?? []) { suffixes.set(suffix, 'from the profile of the outlet'); }
	return suffixes;
}

function longest(suffixes: ReadonlyMap<string, string>, title: string): { readonly suffix: string; readonly origin: string } | undefined {
	let best: { readonly suffix: string; readonly origin: string } | undefined;
	for (const [suffix, origin] of suffixes) {
		if (hasSuffix(title, suffix) && suffix.length > (best?.suffix.length ?? 0)) { best = { suffix, origin }; }
	}
	return best;
}

/** Something must be left of the title. */
function hasSuffix(title: string, suffix: string): boolean {
	const end = endOf(title);
	return suffix !== '' && end > suffix.length && title.startsWith(suffix, end - suffix.length);
}

function endOf(text: string): number {
	let end = text.length;
	while (end > 0 && isSpaceless(text.charCodeAt(end - 1))) { end--; }
	return end;
}
