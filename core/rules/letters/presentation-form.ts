import { Kind, isKind, kindsOf } from '../../text/kinds.ts';
import { replace } from '../../text/edit.ts';
import { counted, quoted } from '../../text/quote.ts';
import { firstOf } from '../../text/runs.ts';
import { defineRule, textRoles } from '../rule.ts';

const forms = kindsOf(Kind.PresentationForm);
const joined = kindsOf(Kind.PresentationForm, Kind.Mark, Kind.Tatweel);

export const presentationForm = defineRule({
	id: 'presentation-form',
	group: 'letters',
	severity: 'warning',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	keepsText: true,
	summary: 'Letters are written as their shapes (U+FB1D–FB4F, U+FB50–FDFF, U+FE70–FEFC) instead of as letters.',
	why: 'They look the same and are other characters: search, sorting and counting do not find the word.',
	details: 'Usually text copied out of a PDF. The fix replaces each shape by the letters it stands for (NFKC of just these characters; Unicode, chapter 9.2). The signs ﷲ ﷺ ﷻ ﷼ ﷽ ﴾ ﴿ are written so on purpose and left alone. Neighbouring shapes are one problem.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nﷲ أكبر، قال ⟦ﺍﻟﻘﻄﺎﺭ⟧ وصل.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nﷲ أكبر، قال القطار وصل.\n',
	}],
	on: 'line',
	gate: { kinds: forms, roles: textRoles },
	check({ text, start }, report) {
		for (let at = firstOf(text, forms, 0); at < text.length; at = firstOf(text, forms, at)) {
			const first = at;
			at = endOfForms(text, first);
			const range = { start: start + first, end: start + at };
			const written = text.slice(first, at);
			const letters = lettersOf(written);
			report({
				range,
				message: `${quoted(written)} is written in shapes, not in letters: search does not find ${quoted(letters)}.`,
				fixes: [{ title: `Write ${counted(written.length, 'shape')} as letters`, safety: 'safe', edits: [replace(range, letters)] }],
			});
		}
	},
});

/** Behind the last of the shapes from `from` on, marks and tatweels between them. */
function endOfForms(text: string, from: number): number {
	let end = firstOf(text, ~joined, from);
	while (!isKind(text.charCodeAt(end - 1), forms)) { end--; }
	return end;
}

/** What each shape stands for, as far as they have been met: NFKC is dear, and damaged text has thousands of them. */
const meanings = new Map<number, string>();

function lettersOf(shapes: string): string {
	let letters = '';
	for (let at = 0; at < shapes.length; at++) {
		const unit = shapes.charCodeAt(at);
		letters += isKind(unit, forms) ? meanings.get(unit) ?? meaningOf(unit) : shapes.charAt(at);
	}
	return letters;
}

/** Shapes of marks alone stand for a blank with the mark; the blank is no part of the text. */
function meaningOf(shape: number): string {
	const meaning = String.fromCharCode(shape).normalize('NFKC').replace(/^ /u, '');
	meanings.set(shape, meaning);
	return meaning;
}
