import { Kind, kindsOf } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, textRoles } from '../rule.ts';
import { editorOf } from './_edit.ts';
import { tag, withoutTags } from './_tags.ts';

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

const isBlankAt = (text: string, at: number): boolean => text.charAt(at) === ' ';
