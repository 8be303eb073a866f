import { Pair } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, textRoles } from '../rule.ts';

/** Latin letters and the Cyrillic and Greek ones that look like them (Unicode, confusables.txt). */
const pairs: Readonly<Record<string, string>> = {
	Cyrillic: 'аAсcеeіiјjоoрpѕsхxуyАAВBЕEЅSІIЈJКKМMНHОOРPСCТTХXУYкkмmнhтtвb',
	Greek: 'ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvρpιiυu',
};
const scripts = Object.entries(pairs).map(([name, text]) => {
	const others = new Set([...text].filter(letter => !isLatin(letter)));
	return { name, others, latin: new Set([...text].filter(isLatin)), inOther: new RegExp(`\\p{Script=${name}}`, 'u'), notInOther: new RegExp(`\\P{Script=${name}}`, 'u') };
});
const anyOther = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const word = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{3,}/gu;

function isLatin(letter: string): boolean { return letter < '\u0250'; }

export const mixedScriptWord = defineRule({
	id: 'mixed-script-word',
	group: 'letters',
	severity: 'warning',
	since: '0.1.0',
	fix: 'never',
	summary: 'A word has letters of another script that look the same: раypal with Cyrillic ра.',
	why: 'Readers cannot see it and search does not find the word; addresses and names are forged like that.',
	details: 'Reported are words of Latin letters with Cyrillic or Greek ones among them, or the other way round, where each letter of the rarer script has a twin in the other. An ending of the other script in a line that has words of it, as Russian gives to foreign names (SMSка), signs as µ and Ω, and single letters beside a word are left alone. There is no fix: which script was meant only a reader can tell.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nدفع الركاب عبر ⟦\\u0440\\u0430ypal⟧ و⟦Vis\\u0430⟧ ثمن التذاكر.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nدفع الركاب عبر paypal وVisa ثمن التذاكر.\n',
	}],
	on: 'line',
	gate: { pairs: Pair.MixedScripts, roles: textRoles },
	check({ text, start }, report) {
		// Most lines in which scripts meet are Arabic with Latin names.
		if (!anyOther.test(text)) { return; }
		for (const { index, 0: found } of text.matchAll(word)) {
			const foreign = foreignLetters(found, text);
			if (foreign === undefined) { continue; }
			report({
				range: { start: start + index, end: start + index + found.length },
				message: `${quoted(found)} has ${foreign.length === 1 ? 'a letter' : `${foreign.length} letters`} of ${foreign.name} script (${foreign.letters.join(' ')}) that only look like the others.`,
			});
		}
	},
});

interface Foreign {
	readonly name: string;
	readonly letters: readonly string[];
	readonly length: number;
}

function foreignLetters(found: string, text: string): Foreign | undefined {
	for (const { name, others, latin, inOther, notInOther } of scripts) {
		if (!inOther.test(found) || !notInOther.test(found)) { continue; }
		const letters = [...found];
		const other = letters.filter(letter => inOther.test(letter));
		const own = letters.filter(letter => !inOther.test(letter));
		const [rare, isTwin, script] = other.length <= own.length ? [other, others, name] as const : [own, latin, 'Latin'] as const;
		const isOfRare = (letter: string | undefined): boolean => letter !== undefined && rare.includes(letter);
		// Whoever writes in the other script gives foreign words its endings.
		const isEnding = letters.slice(-rare.length).every(isOfRare) && new RegExp(`(?<!\\p{L})\\p{Script=${script}}{2,}(?!\\p{L})`, 'u').test(text);
		return rare.every(letter => isTwin.has(letter)) && !isEnding ? { name: script, letters: [...new Set(rare)], length: rare.length } : undefined;
	}
	return undefined;
}
