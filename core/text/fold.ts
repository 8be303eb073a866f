import { isInvisible } from './kinds.ts';

/**
 * A word as it is compared with a table: lower case, without marks, hamza, tatweel and invisible characters, the letters
 * that Arabic, Persian and Urdu write differently made one (ی and ى as ي, ک as ك, ة ہ ھ as ه).
 */
export function fold(text: string): string {
	let folded = '';
	for (const character of text.toLowerCase().normalize('NFD')) {
		const unit = character.charCodeAt(0);
		if (unit < 0x80) { folded += character; } else if (!isInvisible(unit) && !mark.test(character)) { folded += same.get(character) ?? character; }
	}
	return folded;
}

const mark = /\p{M}/u;

const same: ReadonlyMap<string, string> = new Map([
	['\u0640', ''], ['ی', 'ي'], ['ى', 'ي'], ['ے', 'ي'], ['ک', 'ك'], ['ة', 'ه'], ['ہ', 'ه'], ['ھ', 'ه'], ['ۃ', 'ه'], ['ە', 'ه'], ['ٱ', 'ا'],
]);

/** ASCII digits for Arabic-Indic (U+0660) and Persian (U+06F0) ones; everything else stays. */
export function asciiDigits(text: string): string {
	return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, digit => String(digit.charCodeAt(0) & 0xf));
}
