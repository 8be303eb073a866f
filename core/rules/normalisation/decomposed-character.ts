import { replace } from '../../text/edit.ts';
import { Kind, isKind, kindsOf } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, textRoles } from '../rule.ts';

const mark = kindsOf(Kind.Mark);

export const decomposedCharacter = defineRule({
	id: 'decomposed-character',
	group: 'normalisation',
	severity: 'off',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	summary: 'A letter and its mark are written apart, although one character stands for both (not NFC).',
	why: 'They look the same and are not: آ typed as ا and a madda is not found.',
	details: 'Reported where Unicode has one character for a letter and the marks behind it (NFC, UAX #15). The order of several marks alone, as shadda before a vowel, is not reported: 99 % of Arabic text that is not NFC is so by it, and reads and sorts the same. Off by default.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل ⟦ا\\u0653⟧خر قطار صباحا.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل آخر قطار صباحا.\n',
	}],
	on: 'line',
	gate: { kinds: mark, roles: textRoles },
	check({ text, start }, report) {
		for (let at = 0; at < text.length; at++) {
			if (!isKind(text.charCodeAt(at), mark) || at === 0) { continue; }
			const from = at - ((text.charCodeAt(at - 1) & 0xfc00) === 0xdc00 && at > 1 ? 2 : 1);
			let end = at + 1;
			while (isKind(text.charCodeAt(end), mark)) { end++; }
			const written = text.slice(from, end);
			const composed = written.normalize('NFC');
			at = end - 1;
			// As many characters as before: only the order differs.
			if (composed.length >= written.length) { continue; }
			const range = { start: start + from, end: start + end };
			report({
				range,
				message: `${quoted(written)} is written in ${written.length} characters, and is ${composed.length === 1 ? 'one' : composed.length}.`,
				fixes: [{ title: `Write ${quoted(composed)} in one`, safety: 'safe', edits: [replace(range, composed)] }],
			});
		}
	},
});
