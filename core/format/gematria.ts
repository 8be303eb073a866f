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
