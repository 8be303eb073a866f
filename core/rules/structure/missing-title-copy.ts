import { visibleForm } from '../../format/alike.ts';
import type { Article } from '../../format/article.ts';
import { readHeader } from '../../format/header.ts';
import { firstVisible } from '../../format/roles.ts';
import { insert, remove, replace } from '../../text/edit.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, type Fix } from '../rule.ts';
import { copySafety, lineEndOf, looksSame } from './_titles.ts';

export const missingTitleCopy = defineRule({
	id: 'missing-title-copy',
	group: 'structure',
	severity: 'error',
	since: '0.1.0',
	fix: 'sometimes',
	safety: 'both',
	summary: 'The title stands only once: the line behind it is body text already, or empty.',
	why: 'Readers of the format take the third line for the copy of the title and drop it; without the copy the first paragraph is lost.',
	details: 'The safe fix inserts the copy, fills the empty line with it, or deletes the blank line that parts the two copies. A line longer than 300 characters may be a paragraph: copying it is unsafe. A line that is a header but for characters nobody sees is not copied.',
	examples: [
		{
			bad: ' date 2025-03-04 https://example.com/a\n⟦افتتاح المكتبة العامة⟧\nأعلنت البلدية مواعيد الزيارة طوال الأسبوع.\n',
			good: ' date 2025-03-04 https://example.com/a\nافتتاح المكتبة العامة\nافتتاح المكتبة العامة\nأعلنت البلدية مواعيد الزيارة طوال الأسبوع.\n',
		},
		{
			bad: ' date 2025-03-04 https://example.com/a\nافتتاح المكتبة العامة\n⟦⟧\nافتتاح المكتبة العامة\nأعلنت البلدية مواعيد الزيارة.\n',
			good: ' date 2025-03-04 https://example.com/a\nافتتاح المكتبة العامة\nافتتاح المكتبة العامة\nأعلنت البلدية مواعيد الزيارة.\n',
		},
	],
	on: 'article',
	check(article, report) {
		const { lines, titleLine, copyLine } = article;
		if (titleLine < 0 || lines.isBlank(titleLine)) { return; }
		if (copyLine < 0) {
			const behind = lines.count > titleLine + 1 ? 'the next line is body text already' : 'the article ends behind it';
			report({ range: lines.range(titleLine), message: `The title ${quoted(article.title)} stands only once: ${behind}.`, fixes: isNearlyHeader(article) ? [] : [insertion(article)] });
		} else if (lines.isBlank(copyLine)) {
			report({ range: lines.range(copyLine), message: `The copy of the title ${quoted(article.title)} is empty.`, fixes: isNearlyHeader(article) ? [] : [filling(article)] });
		}
	},
});

/** Such a title becomes a header once it is mended, and each copy would begin an article. */
const isNearlyHeader = ({ title }: Article): boolean => readHeader(` ${visibleForm(title)}`) !== undefined;

function insertion(article: Article): Fix {
	const { lines, title, titleLine } = article;
	const lineEnd = lineEndOf(article);
	const edit = lines.isTerminated(titleLine) ? insert(lines.next(titleLine), title + lineEnd) : insert(lines.end(titleLine), lineEnd + title);
	return { title: 'Insert the copy of the title', safety: copySafety(title), edits: [edit] };
}

function filling(article: Article): Fix {
	const { lines, title, titleLine, copyLine } = article;
	const next = firstVisible(article, copyLine);
	if (next >= 0 && looksSame(article, titleLine, next)) {
		return { title: 'Delete the blank line between the two copies', safety: 'safe', edits: [remove({ start: lines.start(copyLine), end: lines.start(next) })] };
	}
	return { title: 'Write the title here again', safety: copySafety(title), edits: [replace(lines.range(copyLine), title)] };
}
