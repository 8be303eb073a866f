const values: ReadonlyMap<string, number> = new Map([...'אבגדהוזחט'].map((letter, at) => [letter, at + 1] as const).concat(
	[...'יכלמנסעפצ'].map((letter, at) => [letter, (at + 1) * 10] as const),
	[...'קרשת'].map((letter, at) => [letter, (at + 1) * 100] as const),
	[['ך', 20], ['ם', 40], ['ן', 50], ['ף', 80], ['ץ', 90]],
));

/**
 * The number that Hebrew letters write, without geresh and gershayim: 1–999, and years of the sixth millennium with or
 * without the ה in front (5785 = התשפה = תשפה). Undefined where another character stands between them.
 */
export function gematria(letters: string): number | undefined {
	if (letters.length === 0 || letters.length > 6) { return undefined; }
	const isMillennium = letters.length > 3 && letters.startsWith('ה');
	let sum = 0;
	for (const letter of isMillennium ? letters.slice(1) : letters) {
		const value = values.get(letter);
		if (value === undefined) { return undefined; }
		sum += value;
	}
	return isMillennium || sum >= 600 ? sum + 5000 : sum;
}

/** A number from 1 to 999 in Hebrew letters, with geresh or gershayim; of a year the millennium is left out: 5785 = תשפ״ה. */
export function hebrewNumeral(value: number): string {
	const rest = value % 100;
	// 15 and 16 would spell the name of God.
	const low = rest === 15 ? 'טו' : rest === 16 ? 'טז' : `${tens[Math.floor(rest / 10)] ?? ''}${ones[rest % 10] ?? ''}`;
	const letters = turned.get(value % 1000) ?? `${hundreds[Math.floor(value / 100) % 10] ?? ''}${low}`;
	return letters.length === 1 ? `${letters}\u05f3` : `${letters.slice(0, -1)}\u05f4${letters.slice(-1).replace('פ', 'ף')}`;
}

const hundreds = ['', 'ק', 'ר', 'ש', 'ת', 'תק', 'תר', 'תש', 'תת', 'תתק'];
const tens = ['', 'י', 'כ', 'ל', 'מ', 'נ', 'ס', 'ע', 'פ', 'צ'];
/** Years that are written in another order, because their letters would spell an ill word: 5698 “murder”, 5744 “destruction”. */
const turned = new Map([[698, 'תרחצ'], [744, 'תשדמ']]);
const ones = ['', 'א', 'ב', 'ג', 'ד', 'ה', 'ו', 'ז', 'ח', 'ט'];
