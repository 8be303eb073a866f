/** An encoding in which dumps come besides UTF-8, by the bytes of the letters that its languages use most. */
interface Candidate {
	/** As the WHATWG Encoding Standard names it; MacArabic, which it leaves out, as Apple does. */
	readonly name: string;
	readonly commonest: ReadonlySet<number>;
	/** Bytes that have no letter and no sign of running text in this encoding. */
	readonly unused: (byte: number) => boolean;
}

const isControl = (byte: number): boolean => byte >= 0x80 && byte <= 0x9f;

/** The six commonest letters of Arabic (ا ل ي م و ن), Hebrew (י ו ה ל א ר) and Russian (о е а и н т), of any larger text. */
const candidates: readonly Candidate[] = [
	{ name: 'windows-1256 (Arabic)', commonest: new Set([0xc7, 0xe1, 0xed, 0xe3, 0xe6, 0xe4]), unused: () => false },
	{ name: 'ISO-8859-6 (Arabic)', commonest: new Set([0xc7, 0xe4, 0xea, 0xe5, 0xe8, 0xe6]), unused: byte => isControl(byte) || (byte > 0xa0 && byte < 0xc1 && ![0xa4, 0xac, 0xad, 0xbb, 0xbf].includes(byte)) || byte > 0xf2 },
	{ name: 'MacArabic', commonest: new Set([0xc7, 0xe4, 0xea, 0xe5, 0xe8, 0xe6]), unused: () => false },
	{ name: 'windows-1255 (Hebrew)', commonest: new Set([0xe9, 0xe5, 0xe4, 0xec, 0xe0, 0xf8]), unused: byte => byte > 0xfa && byte !== 0xfd && byte !== 0xfe },
	{ name: 'windows-1251 (Cyrillic)', commonest: new Set([0xee, 0xe5, 0xe0, 0xe8, 0xed, 0xf2]), unused: () => false },
];

/** Fewer bytes than this are a cut character, not another encoding. */
const LEAST = 12;
/** Share of the commonest letters below which nothing is claimed: it is about 0.45 in Arabic and 0.4 in Hebrew and Russian. */
const SHARE = 0.3;

/**
 * Encodings in which bytes that are not UTF-8 may have been written, the likeliest first; empty where nothing speaks for
 * one. A guess for people to try, never the ground of a fix.
 */
export function likelyEncodings(bytes: Uint8Array): readonly string[] {
	const counts = new Uint32Array(256);
	let high = 0;
	for (const byte of bytes) {
		counts[byte] = (counts[byte] ?? 0) + 1;
		if (byte >= 0x80) { high++; }
	}
	if (high < LEAST) { return []; }
	const share = (wanted: Iterable<number>): number => [...wanted].reduce((sum, byte) => sum + (counts[byte] ?? 0), 0) / high;
	const scored = candidates
		.filter(({ unused }) => !counts.some((count, byte) => count > 0 && byte >= 0x80 && unused(byte)))
		.map(({ name, commonest }) => ({ name, score: share(commonest) }))
		.filter(({ score }) => score >= SHARE)
		.sort((a, b) => b.score - a.score);
	const best = scored[0]?.score ?? 0;
	return scored.filter(({ score }) => score >= best - 0.02).map(({ name }) => name);
}
