import { PDF, PDI, bidiControlsIn, isOverride, reachOf, type BidiControl } from '../../text/bidi.ts';
import { characterName } from '../../text/characters.ts';
import { remove } from '../../text/edit.ts';
import { Kind, Pair, kindsOf } from '../../text/kinds.ts';
import { counted } from '../../text/quote.ts';
import { defineRule, textRoles } from '../rule.ts';

export const unpairedBidiControl = defineRule({
	id: 'unpaired-bidi-control',
	group: 'invisible',
	severity: 'error',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	summary: 'A bidi embedding or isolate is opened and not closed within its line, or closed without having been opened.',
	why: 'An unclosed control reorders everything up to the end of its line, or of the isolate around it, so that the line reads wrong; a stray end is rubbish of a cut or joined text.',
	details: 'Pairs are found as the Unicode Bidirectional Algorithm finds them (UAX #9, BD9 and X1 to X8): U+202C closes the last open U+202A or U+202B of the same isolate, U+2069 closes the last open U+2066, U+2067 or U+2068 and ends every embedding left open inside it, and the end of the line, or a separator as U+2029 in it, ends all. Overrides are reported by [bidi-override](bidi-override.md).\n\nThe fix deletes the stray control, which loses nothing: an end without a start has no effect at all, and a start without its end is the remains of a pair that nobody can restore. The missing half is never inserted, since no bidi control is ever written into a dump; direction is the business of whoever shows the text.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nمعرض للكتاب في بغداد\nمعرض للكتاب في بغداد\n⟦\\u202b⟧أعلن المنظمون "برنامج المعرض" يوم الأحد.\n',
		good: ' date 2025-03-04 https://example.com/a\nمعرض للكتاب في بغداد\nمعرض للكتاب في بغداد\nأعلن المنظمون "برنامج المعرض" يوم الأحد.\n',
	}, {
		bad: ' date 2025-03-04 https://example.com/a\nתערוכה חדשה במוזיאון\nתערוכה חדשה במוזיאון\nהתערוכה נפתחה אתמול.⟦\\u202c⟧\n',
		good: ' date 2025-03-04 https://example.com/a\nתערוכה חדשה במוזיאון\nתערוכה חדשה במוזיאון\nהתערוכה \\u2067נפתחה\\u2069 אתמול.\n',
		isFixed: false,
	}],
	on: 'line',
	gate: { kinds: kindsOf(Kind.BidiPaired), roles: textRoles },
	check({ text, start, pairs }, report) {
		if ((pairs & Pair.Invisible) !== 0) { return; }
		let run: BidiControl[] = [];
		const flush = (): void => {
			const [first] = run;
			if (first === undefined) { return; }
			const range = { start: start + first.at, end: start + first.at + run.length };
			const title = run.length === 1 ? `Delete the stray ${characterName(first.unit)}` : `Delete ${counted(run.length, 'stray bidi control')}`;
			report({ range, message: messageOf(text, run), isUnnecessary: true, fixes: [{ title, safety: 'safe', edits: [remove(range)] }] });
			run = [];
		};
		for (const control of bidiControlsIn(text)) {
			if (control.partner >= 0 || isOverride(control.unit)) { continue; }
			if (run.length > 0 && control.at !== (run[0]?.at ?? 0) + run.length) { flush(); }
			run.push(control);
		}
		flush();
	},
});

function messageOf(text: string, run: readonly BidiControl[]): string {
	const [first] = run;
	if (first === undefined) { return ''; }
	if (run.length > 1) { return `${counted(run.length, 'bidi control')} in a row without their other halves: delete them.`; }
	const name = characterName(first.unit);
	if (first.unit === PDF || first.unit === PDI) { return `${name} ends something that was not begun on this line: it has no effect, delete it.`; }
	return `${name} has no end of its own on this line: it reorders ${reachOf(text, first)}, delete it.`;
}
