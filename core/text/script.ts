/** Script names of the Unicode Character Database; `Other` is every script not named here. */
export type Script = keyof typeof scripts;

/** The language of nearly all texts in a script; undefined where languages share it. */
export const scripts = {
	Other: 'und', Latin: undefined, Greek: 'el', Cyrillic: undefined, Armenian: 'hy', Hebrew: undefined, Arabic: undefined,
	Syriac: 'syr', Thaana: 'dv', Nko: 'nqo', Devanagari: 'hi', Bengali: 'bn', Gurmukhi: 'pa', Gujarati: 'gu', Tamil: 'ta',
	Telugu: 'te', Kannada: 'kn', Malayalam: 'ml', Sinhala: 'si', Thai: 'th', Lao: 'lo', Myanmar: 'my', Georgian: 'ka',
	Hangul: 'ko', Ethiopic: 'am', Khmer: 'km', Kana: 'ja', Han: 'zh',
} as const;

/** The scripts by number, see {@link scriptNumberOf}. */
export const scriptNames = Object.keys(scripts) as readonly Script[];
/** One entry for sixteen code units; scripts begin at such borders. */
const table = new Uint8Array(0x1000);

function fill(script: Script, ...spans: readonly (readonly [first: number, last: number])[]): void {
	for (const [first, last] of spans) { table.fill(scriptNames.indexOf(script), first >> 4, (last >> 4) + 1); }
}

fill('Latin', [0x40, 0x2af], [0x1e00, 0x1eff], [0xff20, 0xff5f]);
fill('Greek', [0x370, 0x3ff], [0x1f00, 0x1fff]);
fill('Cyrillic', [0x400, 0x52f]);
fill('Armenian', [0x530, 0x58f]);
fill('Hebrew', [0x590, 0x5ff], [0xfb20, 0xfb4f]);
fill('Arabic', [0x600, 0x6ff], [0x750, 0x77f], [0x870, 0x8ff], [0xfb50, 0xfdff], [0xfe70, 0xfeff]);
fill('Syriac', [0x700, 0x74f]);
fill('Thaana', [0x780, 0x7bf]);
fill('Nko', [0x7c0, 0x7ff]);
fill('Devanagari', [0x900, 0x97f]);
fill('Bengali', [0x980, 0x9ff]);
fill('Gurmukhi', [0xa00, 0xa7f]);
fill('Gujarati', [0xa80, 0xaff]);
fill('Tamil', [0xb80, 0xbff]);
fill('Telugu', [0xc00, 0xc7f]);
fill('Kannada', [0xc80, 0xcff]);
fill('Malayalam', [0xd00, 0xd7f]);
fill('Sinhala', [0xd80, 0xdff]);
fill('Thai', [0xe00, 0xe7f]);
fill('Lao', [0xe80, 0xeff]);
fill('Myanmar', [0x1000, 0x109f]);
fill('Georgian', [0x10a0, 0x10ff]);
fill('Hangul', [0x1100, 0x11ff], [0xac00, 0xd7af]);
fill('Ethiopic', [0x1200, 0x139f]);
fill('Khmer', [0x1780, 0x17ff]);
fill('Kana', [0x3040, 0x30ff]);
fill('Han', [0x3400, 0x9fff]);

/** Number of the script of a letter of the BMP. */
export const scriptNumberOf = (unit: number): number => table[unit >> 4] as number;

/** The script of a letter of the BMP. */
export const scriptOf = (unit: number): Script => scriptNames[scriptNumberOf(unit)] ?? 'Other';

/** The script with most letters, of counts by number; a Chinese text with a fair share of kana is Japanese. */
export function commonestScript(counts: ArrayLike<number>): Script | undefined {
	let best = -1;
	let most = 0;
	for (let script = 0; script < counts.length; script++) {
		const count = counts[script] as number;
		if (count > most) { best = script; most = count; }
	}
	return scriptNames[best] === 'Han' && (counts[scriptNames.indexOf('Kana')] ?? 0) * 10 > most ? 'Kana' : scriptNames[best];
}
