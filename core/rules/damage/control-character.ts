import { characterName } from '../../text/characters.ts';
import { windows1252 } from '../../text/entities.ts';
import { Kind, kindsOf } from '../../text/kinds.ts';
import { codePointName, quoted } from '../../text/quote.ts';
import { firstOf } from '../../text/runs.ts';
import { defineRule, textRoles, type Fix } from '../rule.ts';
import { editorOf, withoutControls } from './_edit.ts';

const controls = kindsOf(Kind.Control);
const SUBSTITUTE = 0x1a;

export const controlCharacter = defineRule({
	id: 'control-character',
	group: 'damage',
	severity: 'warning',
	since: '0.1.0',
	fix: 'sometimes',
	safety: 'unsafe',
	summary: 'A control character stands in the text.',
	why: 'It shows as nothing or as a box, breaks JSON and XML exports, and marks a place where something was lost.',
	details: 'Reported are U+0000–U+001F, U+007F and U+0080–U+009F, but not the tab and line ends, nor U+000B, U+000C and U+0085, which part lines in other programs. A row of one and the same control is one problem. U+001A stands where a program could not write a character, often a bullet or a dash; U+0080–U+009F are often quotes and dashes of Windows-1252: the message shows which, and a fix puts it in. Deleting is unsafe because it hides that something was lost here: compare with the source first.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nنصائح قبل السفر\nنصائح قبل السفر\n⟦\\u001a⟧ احجز مبكرا. ⟦\\u001a\\u001a⟧ احمل نسخة من جوازك.\n',
		good: ' date 2025-03-04 https://example.com/a\nنصائح قبل السفر\nنصائح قبل السفر\n• احجز مبكرا. • احمل نسخة من جوازك.\n',
		isFixed: false,
	}],
	on: 'line',
	gate: { kinds: controls, roles: textRoles },
	check(subject, report) {
		const { text, start } = subject;
		const editOf = editorOf(subject, withoutControls);
		for (let at = firstOf(text, controls, 0); at < text.length; at = firstOf(text, controls, at)) {
			const unit = text.charCodeAt(at);
			let end = at + 1;
			while (text.charCodeAt(end) === unit) { end++; }
			const range = { start: at, end };
			const fixes: Fix[] = [];
			const meant = windows1252(unit);
			if (meant !== undefined) {
				const edit = editOf(range, meant.repeat(end - at));
				if (edit !== undefined) { fixes.push({ title: `Replace with ${quoted(meant)}`, safety: 'unsafe', edits: [edit] }); }
			}
			const deletion = editOf(range, '');
			if (deletion !== undefined) { fixes.push({ title: `Delete ${codePointName(unit)}`, safety: 'unsafe', edits: [deletion] }); }
			report({ range: { start: start + at, end: start + end }, message: messageOf(unit, end - at, meant), fixes });
			at = end;
		}
	},
});

function messageOf(unit: number, count: number, meant: string | undefined): string {
	const name = `${characterName(unit)}${count === 1 ? '' : `, ${count} times,`}`;
	if (unit === SUBSTITUTE) { return `${name} stands for a character that was lost, often a bullet or a dash: compare with the source.`; }
	if (meant !== undefined) { return `${name} is ${quoted(meant)} in Windows-1252: it was probably read in the wrong encoding.`; }
	return `${name} means nothing in a text: compare with the source, then delete it.`;
}
