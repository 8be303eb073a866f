import type { Article } from '../../format/article.ts';
import { visibleForm } from '../../format/alike.ts';
import { minimalEdit, type Edit } from '../../text/edit.ts';
import { entitiesIn } from '../../text/entities.ts';
import { Kind, isBlank, isInvisible, isLetter, isSpaceless, kindOf } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { shift, type Range } from '../../text/range.ts';
import { defineRule, type Context, type Fix } from '../rule.ts';

export const differingTitleCopies = defineRule({
	id: 'differing-title-copies',
	group: 'structure',
	severity: 'error',
	since: '0.1.0',
	fix: 'always',
	safety: 'both',
	summary: 'The two copies of the title are not the same, letter for letter.',
	why: 'The two equal lines mark where the text begins; where they differ, one of them is damaged, and a reader may take the second for text.',
	details: 'The fix is safe where the copies differ only in blanks, invisible characters or HTML entities: it keeps the clean one. Otherwise there is a choice of two unsafe fixes.',
	examples: [
		{
			bad: ' date 2025-03-04 https://example.com/a\nافتتاح المكتبة العامة\nافتتاح ⟦ المكتبة⟧ العامة\nأعلنت البلدية مواعيد الزيارة.\n',
			good: ' date 2025-03-04 https://example.com/a\nافتتاح المكتبة العامة\nافتتاح المكتبة العامة\nأعلنت البلدية مواعيد الزيارة.\n',
		},
		{
			bad: ' date 2025-03-04 https://example.com/a\nافتتاح المكتبة العامة\nافتتاح ⟦المكتبات⟧ العامة\nأعلنت البلدية مواعيد الزيارة.\n',
			good: ' date 2025-03-04 https://example.com/a\nافتتاح المكتبة العامة\nافتتاح المكتبة العامة\nأعلنت البلدية مواعيد الزيارة.\n',
			isFixed: false,
		},
	],
	on: 'article',
	check(article, report, _options, context) {
		const { lines, titleLine, copyLine } = article;
		if (copyLine < 0 || lines.isBlank(titleLine) || lines.isBlank(copyLine) || article.isSame(titleLine, copyLine)) { return; }
		const title = article.lineText(titleLine);
		const copy = article.lineText(copyLine);
		const { first, second } = differenceOf(title, copy);
		report({
			range: shift(second, lines.start(copyLine)),
			message: messageOf(title.slice(first.start, first.end), copy.slice(second.start, second.end)),
			related: [{ range: shift(first, lines.start(titleLine)), message: 'The title.' }],
			fixes: fixesOf(article, title, copy, context),
		});
	},
});

function messageOf(title: string, copy: string): string {
	if (visibleForm(title) === visibleForm(copy)) { return `The copies of the title differ in blanks, invisible characters or entities: ${quoted(title)} above, ${quoted(copy)} here.`; }
	return `The copies of the title differ: ${quoted(title)} above, ${quoted(copy)} here.`;
}

/** The first place where the two differ, in whole words so that it can be read. */
function differenceOf(title: string, copy: string): { readonly first: Range; readonly second: Range } {
	const edit = minimalEdit(title, copy);
	const start = edit?.range.start ?? 0;
	const first = words(title, start, edit?.range.end ?? title.length);
	const second = words(copy, start, start + (edit?.text.length ?? copy.length));
	return { first, second };
}

function words(text: string, from: number, to: number): Range {
	let start = from;
	let end = to;
	while (start > 0 && !isBlank(text.charCodeAt(start - 1))) { start--; }
	while (end < text.length && !isBlank(text.charCodeAt(end))) { end++; }
	return { start, end };
}

function fixesOf(article: Article, title: string, copy: string, context: Context): readonly [Fix, ...Fix[]] {
	const { lines, titleLine, copyLine } = article;
	const first = replacing(copy, title, lines.start(copyLine));
	const second = replacing(title, copy, lines.start(titleLine));
	if (visibleForm(title) === visibleForm(copy)) {
		const language = context.language ?? article.language;
		const isFirst = dirt(title, language) <= dirt(copy, language);
		return [{ title: `Keep the clean copy of the title, the ${isFirst ? 'first' : 'second'}`, safety: 'safe', edits: isFirst ? first : second }];
	}
	return [
		{ title: 'Use the first copy of the title', safety: 'unsafe', edits: first },
		{ title: 'Use the second copy of the title', safety: 'unsafe', edits: second },
	];
}

function replacing(before: string, after: string, by: number): Edit[] {
	const edit = minimalEdit(before, after);
	return edit === undefined ? [] : [{ range: shift(edit.range, by), text: edit.text }];
}

/** Languages whose words need joiners: the copy that has kept them is the clean one. */
const joining = new Set(['fa', 'ur', 'ckb', 'ps']);

/** How many characters of a title are there by accident. */
function dirt(title: string, language: string): number {
	// An entity outweighs all else: its own rule decodes it, and the two would undo each other if it came back.
	let count = entitiesIn(title).length * (title.length + 1);
	for (let at = 0; at < title.length; at++) {
		const unit = title.charCodeAt(at);
		if (kindOf(unit) === Kind.Joiner && joining.has(language) && isLetter(title.charCodeAt(at - 1)) && isLetter(title.charCodeAt(at + 1))) { count--; continue; }
		if (isInvisible(unit) || kindOf(unit) === Kind.UnusualSpace || (isBlank(unit) && isBlank(title.charCodeAt(at - 1)))) { count++; }
	}
	if (isSpaceless(title.charCodeAt(0))) { count++; }
	return isSpaceless(title.charCodeAt(title.length - 1)) ? count + 1 : count;
}
