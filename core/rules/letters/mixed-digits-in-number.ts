import { Kind, Pair, kindOf } from '../../text/kinds.ts';
import { replace } from '../../text/edit.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, textRoles } from '../rule.ts';

/** A number with its separators; digits of any of the three systems. */
const number = /[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,\u066b\u066c][0-9\u0660-\u0669\u06f0-\u06f9]+)*/gu;
const zeros: Partial<Record<Kind, number>> = { [Kind.AsciiDigit]: 0x30, [Kind.ArabicDigit]: 0x660, [Kind.PersianDigit]: 0x6f0 };
const names: Partial<Record<Kind, string>> = { [Kind.AsciiDigit]: '0–9', [Kind.ArabicDigit]: '٠–٩', [Kind.PersianDigit]: '۰–۹' };

export const mixedDigitsInNumber = defineRule({
	id: 'mixed-digits-in-number',
	group: 'letters',
	severity: 'warning',
	since: '0.1.0',
	fix: 'always',
	safety: 'unsafe',
	summary: 'One number is written in digits of two systems.',
	why: 'Programs read two numbers where readers see one, and in right-to-left text its parts may even change places.',
	details: 'Only neighbouring digits of one number count: an article may have both systems, and two numbers side by side, as in a range, each their own. The fix writes the whole number in the system most of its digits are of, the first one where they are even; it is unsafe, because two numbers may have been glued.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nنقل القطار ⟦12٣4⟧ راكبا من 3 مدن و٤ قرى.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nنقل القطار 1234 راكبا من 3 مدن و٤ قرى.\n',
	}],
	on: 'line',
	gate: { pairs: Pair.MixedDigits, roles: textRoles },
	check({ text, start }, report) {
		for (const { index, 0: written } of text.matchAll(number)) {
			const counts = new Map<Kind, number>();
			for (let at = 0; at < written.length; at++) {
				const kind = kindOf(written.charCodeAt(at));
				if (zeros[kind] !== undefined) { counts.set(kind, (counts.get(kind) ?? 0) + 1); }
			}
			if (counts.size < 2) { continue; }
			const [system] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [Kind.AsciiDigit];
			const range = { start: start + index, end: start + index + written.length };
			const instead = written.replace(/[0-9\u0660-\u0669\u06f0-\u06f9]/gu, digit => String.fromCharCode((zeros[system] ?? 0x30) + (digit.charCodeAt(0) - (zeros[kindOf(digit.charCodeAt(0))] ?? 0x30))));
			report({
				range,
				message: `The number ${quoted(written)} has digits of ${[...counts.keys()].map(kind => names[kind]).join(' and ')}.`,
				fixes: [{ title: `Write ${quoted(instead)}`, safety: 'unsafe', edits: [replace(range, instead)] }],
			});
		}
	},
});
