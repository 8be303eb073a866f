import { characterName } from '../../text/characters.ts';
import { replace } from '../../text/edit.ts';
import { Kind, isKind, kindsOf, spacelessKinds } from '../../text/kinds.ts';
import { runsOf } from '../../text/runs.ts';
import { defineRule, textRoles, type Fix } from '../rule.ts';
import { editorOf, withoutSeparators } from './_edit.ts';

const separators = kindsOf(Kind.LineSeparator);

export const lineSeparator = defineRule({
	id: 'line-separator',
	group: 'damage',
	severity: 'warning',
	since: '0.1.0',
	fix: 'sometimes',
	safety: 'both',
	summary: 'A character inside a line (U+2028, U+2029, U+0085, VT, FF) ends the line in some programs.',
	why: 'Python, JavaScript and editors disagree about it, so the same dump has other lines, and other numbers of lines, in each of them.',
	details: 'Between two parts of a paragraph it becomes a line end, which loses nothing; a fix by hand puts a blank there instead. At the start or end of a line it is deleted. In a title a line end would end the title: there a blank is offered, by hand. Blanks and invisible characters beside it go with it. A line of nothing else is deleted; there is no fix in a title, nor in a body without any other text.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا.⟦\\u2028⟧وكان في استقباله حشد كبير.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا.\nوكان في استقباله حشد كبير.\n',
	}],
	on: 'line',
	gate: { kinds: separators, roles: textRoles },
	check(subject, report) {
		const { text, start, role } = subject;
		const editOf = editorOf(subject, withoutSeparators);
		const first = beyond(unseen | separators, text, 0);
		for (const run of runsOf(text, separators)) {
			let { start: from, end: to } = run;
			while (isGap(text.charCodeAt(from - 1))) { from--; }
			while (isGap(text.charCodeAt(to))) { to++; }
			const around = { start: start + from, end: start + to };
			const isAtEdge = first >= from || endsHere(text, beyond(unseen, text, to));
			const isTitle = role !== 'paragraph' && role !== 'lead' && role !== 'related-headlines';
			const ending: Fix = { title: 'Begin a new line here', safety: 'safe', edits: [replace(around, '\n')] };
			const blank: Fix = { title: 'Replace with a blank', safety: 'unsafe', edits: [replace(around, ' ')] };
			const deletion = isAtEdge ? editOf({ start: from, end: to }, '') : undefined;
			report({
				range: { start: start + run.start, end: start + run.end },
				message: `${characterName(text.charCodeAt(run.start))} ends the line in some programs and not in others.`,
				fixes: isAtEdge ? deletion === undefined ? [] : [{ title: 'Delete the separator', safety: 'safe', edits: [deletion] }] : isTitle ? [blank] : [ending, blank],
			});
		}
	},
});

/** What goes with a separator; not the controls that open and end a direction, of which one would stay alone. */
const gap = spacelessKinds & ~kindsOf(Kind.BidiPaired, Kind.BidiOverride);
const isGap = (unit: number): boolean => isKind(unit, gap);

const unseen = spacelessKinds | kindsOf(Kind.Control);

function beyond(kinds: number, text: string, from: number): number {
	let at = from;
	while (isKind(text.charCodeAt(at), kinds)) { at++; }
	return at;
}

/** The end of the line, or another separator, which makes the line end where both stand for one. */
const endsHere = (text: string, at: number): boolean => at >= text.length || isKind(text.charCodeAt(at), separators);
