import { Kind, kindsOf } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, textRoles } from '../rule.ts';
import { editorOf } from './_edit.ts';

/** Elements of HTML that stand in articles (WHATWG HTML, 4), and some that were in use before. */
const names = 'a|abbr|article|aside|audio|b|big|blockquote|body|br|button|canvas|center|cite|code|del|div|dl|dt|dd|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|s|script|section|select|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|video|wbr|o:p';
/** Attributes are not read: what begins as a tag ends at the next `>`, or, where an attribute says that it is one, at the end of the line. */
const tag = new RegExp(`<(?:/?(?:${names})(?:[ \\t/][^<>]*)?>|(?:${names})[ \\t][^<>=]*=[^<>]*$|!--[^<>]*-->|!DOCTYPE[^<>]*>|!\\[CDATA\\[)`, 'giu');
const block = /^<\/?(?:article|aside|blockquote|br|center|div|dl|dt|dd|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)\b/iu;

export const htmlTag = defineRule({
	id: 'html-tag',
	group: 'damage',
	severity: 'warning',
	since: '0.1.0',
	fix: 'sometimes',
	safety: 'unsafe',
	summary: 'A tag of HTML stands in the text.',
	why: 'It is code and not text: readers see it, words beside it are counted with it, and models learn it.',
	details: 'Reported are tags of elements that HTML has, comments, and a tag cut at the end of its line. `a < b`, `<name>` and other words in angle brackets are left alone. The fix deletes the tag, or puts a blank where a block or a line break ended between two words; it is unsafe, because an article may speak of HTML. Scripts and styles with their contents are the concern of `script-remnant`.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار ⟦<b>⟧صباحا⟦</b>⟧ إلى المحطة.⟦<br />⟧وغادر مساء.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا إلى المحطة. وغادر مساء، إذ 3 < 4.\n',
		isFixed: false,
	}],
	on: 'line',
	gate: { kinds: kindsOf(Kind.Markup), roles: textRoles },
	check(subject, report) {
		const { text, start } = subject;
		if (!text.includes('<')) { return; }
		const editOf = editorOf(subject, withoutTags);
		for (const { index, 0: found } of text.matchAll(tag)) {
			const end = index + found.length;
			const parts = block.test(found) && index > 0 && end < text.length && !isBlankAt(text, index - 1) && !isBlankAt(text, end);
			const edit = editOf({ start: index, end }, parts ? ' ' : '');
			report({
				range: { start: start + index, end: start + end },
				message: `${quoted(found)} is HTML, not text.`,
				fixes: edit === undefined ? [] : [{ title: parts ? 'Replace the tag with a blank' : 'Delete the tag', safety: 'unsafe', edits: [edit] }],
			});
		}
	},
});

const withoutTags = (text: string): string => text.replace(tag, '');
const isBlankAt = (text: string, at: number): boolean => text.charAt(at) === ' ';
