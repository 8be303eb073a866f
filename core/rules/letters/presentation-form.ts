import { Kind, isKind, kindsOf } from '../../text/kinds.ts';
import { replace } from '../../text/edit.ts';
import { counted, quoted } from '../../text/quote.ts';
import { runsOf } from '../../text/runs.ts';
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
		for (const run of runsOf(text, joined)) {
			const shapes = text.slice(run.start, run.end);
			const first = [...shapes].findIndex(character => isKind(character.charCodeAt(0), forms));
			if (first < 0) { continue; }
			const range = { start: start + run.start + first, end: start + run.start + lastForm(shapes) };
			const written = shapes.slice(first, lastForm(shapes));
			const letters = lettersOf(written);
			report({
				range,
				message: `${quoted(written)} is written in shapes, not in letters: search does not find ${quoted(letters)}.`,
				fixes: [{ title: `Write ${counted(written.length, 'shape')} as letters`, safety: 'safe', edits: [replace(range, letters)] }],
			});
		}
	},
});

function lastForm(shapes: string): number {
	let end = shapes.length;
	while (end > 0 && !isKind(shapes.charCodeAt(end - 1), forms)) { end--; }
	return end;
}

/** Shapes of marks alone stand for a blank with the mark; the blank is no part of the text. */
const lettersOf = (shapes: string): string => [...shapes].map(character => (isKind(character.charCodeAt(0), forms) ? character.normalize('NFKC').replace(/^ /u, '') : character)).join('');
