import type { Script } from './script.ts';

/** Languages by number, see {@link languages}. */
type Points = readonly (readonly [language: number, points: number])[];

/** The languages that letters and words tell, in the order in which they are first named below. */
export const languages: readonly string[] = [];

function numberOf(language: string): number {
	const known = languages.indexOf(language);
	return known < 0 ? (languages as string[]).push(language) - 1 : known;
}

/**
 * Letters that occur in one language, or in few, among those that share its script; points a letter. A letter that names
 * and quotations carry into other languages weighs less than one that does not.
 */
export const letters: ReadonlyMap<number, Points> = letterTable([
	['ar', 3, 'ةأإ'], ['ar', 1, 'ىؤ'],
	['fa', 2, 'پچژ'], ['fa', 3, 'گ'], ['fa', 1, 'ی'],
	['ur', 12, 'ٹڈڑںےۓ'], ['ur', 4, 'ہھ'], ['ur', 2, 'پچگ'], ['ur', 1, 'ی'],
	['ps', 12, 'ټځڅډړږښڼېۍګ'], ['ps', 1, 'پچژی'],
	['ckb', 12, 'ێۆڵڕ'], ['ckb', 4, 'ەڤ'], ['ckb', 1, 'پچژگ'],
	['sd', 12, 'ڄڃڇٿٻڀٺڌڊڻڱڳڦڍڙ'], ['sd', 2, 'چپگھ'],
	['ug', 12, 'ۇۈۋ'], ['ug', 3, 'ەې'], ['ug', 1, 'چپگژڭ'],
	['yi', 12, 'װױײ'],
	['ru', 3, 'ыэё'], ['uk', 6, 'їєґ'], ['uk', 3, 'і'], ['be', 12, 'ў'], ['be', 2, 'іы'], ['bg', 1, 'ъ'],
	['sr', 12, 'ђћљњј'], ['mk', 12, 'ѓќѕ'], ['mk', 6, 'ј'], ['kk', 8, 'әғқңұү'],
	['de', 4, 'ßäöüÄÖÜ'], ['fr', 3, 'çèêàœùûîôÉÀÊ'], ['fr', 1, 'é'], ['es', 6, 'ñ'], ['es', 1, 'áéíóú'],
	['pt', 6, 'ãõ'], ['pt', 1, 'áéíóúçâê'], ['it', 3, 'ìòù'], ['it', 1, 'àèé'],
	['tr', 8, 'ğşıİŞ'], ['tr', 2, 'çöü'], ['pl', 8, 'łąęśćźż'], ['cs', 8, 'řěů'], ['ro', 8, 'țșăţ'], ['sv', 4, 'å'], ['sv', 2, 'äö'],
	['az', 12, 'ə'], ['az', 4, 'ğşı'], ['vi', 8, 'đơưạếộ'], ['ku', 3, 'êîûş'],
]);

function letterTable(rows: readonly (readonly [language: string, points: number, letters: string])[]): Map<number, Points> {
	const table = new Map<number, [number, number][]>();
	for (const [language, points, letters] of rows) {
		for (const letter of letters) {
			const unit = letter.charCodeAt(0);
			const entry = table.get(unit) ?? [];
			entry.push([numberOf(language), points]);
			table.set(unit, entry);
		}
	}
	return table;
}

/** The commonest short words of a language, in lower case; each is worth the same. */
const commonest: Readonly<Record<string, readonly [script: Script, words: string]>> = {
	ar: ['Arabic', 'في من على إلى الى أن ان عن التي الذي مع هذا هذه ما لا كما بعد بين وقال قال كان ذلك خلال وفي ومن حيث كل أو قد تم لم غير عام يوم العام اليوم له'],
	fa: ['Arabic', 'در به از که كه این اين است را با برای براي آن می مي شد خود تا شده بر هم یک يك هم نیز نيز گفت ای اي تر ترین بیش هر چه چرا چند دو کنند کند نیست نيست ایران ايران هستند بود کرد كرد های هاي ها پس اما اگر شود دارد باید بايد وی وي سال روز روی'],
	ur: ['Arabic', 'کے کی میں ہے اور سے کو نے کا پر کہ ہیں بھی یہ اس جو تھا ایک تھی گیا گئی لیے نہیں وہ ہو کر اپنے ہوئے ان جس'],
	ps: ['Arabic', 'په چې کې له او دی ده ته یې سره هم نه کړی شوی لپاره'],
	ckb: ['Arabic', 'لە بە کە بۆ ئەم ئەو بوو دەکات لەسەر'],
	sd: ['Arabic', '۾ ۽ جو کي آهي جا ته'],
	ug: ['Arabic', 'ۋە بىلەن بۇ بىر ئۇ ئۈچۈن دەپ'],
	he: ['Hebrew', 'של את על לא זה כי הוא גם עם היא אל כל או אם אני יותר בין רק אבל אמר'],
	yi: ['Hebrew', 'און די איז דער צו פון מיט ניט אויף דאס האט זיך'],
	ru: ['Cyrillic', 'и в не на что с по как из это за от для он был года его к'],
	uk: ['Cyrillic', 'і в та на що з не до як від за це у про було його є'],
	bg: ['Cyrillic', 'на и за се от да в с че е не по са като до това през'],
	be: ['Cyrillic', 'і ў на што з не да як для гэта'],
	sr: ['Cyrillic', 'и у је да на се за са од су који као'],
	mk: ['Cyrillic', 'и на во за од да се со е дека ќе'],
	en: ['Latin', 'the of and to in a is i you can how what why your that for was with on as by at from it this are be has have not he will an his who their after new says'],
	fr: ['Latin', 'le la les de des et en l d qu à est dans une un du que en pour qui par sur au avec pas ce il plus sont aux cette ses mais'],
	de: ['Latin', 'der die und das ist nicht mit von den ein eine im auf für dem des sich zu auch als wird nach bei aus hat'],
	es: ['Latin', 'el la los las de que y en del una un por con para se es al su más como fue lo este ha entre'],
	it: ['Latin', 'il di che la e a per l un del non sono della una in è con le dei nel alla gli da si ha anche più'],
	pt: ['Latin', 'o de a que e do da em um para não com uma os no na por as dos se ao foi mais é são como das'],
	nl: ['Latin', 'de het een van en in is dat op te zijn met voor niet aan er door bij naar ook om wordt heeft als maar'],
	tr: ['Latin', 've bir bu için ile da de olan olarak daha çok sonra olduğu kadar gibi ise en yeni göre dedi'],
	id: ['Latin', 'yang dan di untuk dengan dari ini itu pada dalam tidak akan ke juga oleh telah ada sebagai mereka kepada'],
	pl: ['Latin', 'w i na z do się nie że to o jest za od po jak oraz'],
	sv: ['Latin', 'och i att det som en på är av för med till den har inte om ett'],
	ro: ['Latin', 'și în de la a cu pe care din nu este pentru să o fost'],
	vi: ['Latin', 'và của là có được cho các trong không với người'],
	ku: ['Latin', 'û li ji bi di ku ê de jî wê'],
	az: ['Latin', 'və bu bir ilə üçün də ki'],
};

// All have their numbers before the first text is asked: who sums points needs to know how many there are.
for (const language of Object.keys(commonest)) { numberOf(language); }

/** What a word is worth that one language knows; shared words are worth their part of it. */
const WORD = 12;

/** No known word is longer, UTF-16 units. */
export const LONGEST_WORD = 8;

/** What each of several letters or words is worth to which languages, by their numbers: flat, because every article is asked. */
export class PointTable {
	readonly size: number;
	readonly #starts: Uint16Array;
	readonly #languages: Uint8Array;
	readonly #points: Float64Array;

	constructor(rows: readonly Points[]) {
		const flat = rows.flat();
		this.size = rows.length;
		this.#starts = new Uint16Array(rows.length + 1);
		for (const [number, row] of rows.entries()) { this.#starts[number + 1] = (this.#starts[number] ?? 0) + row.length; }
		this.#languages = Uint8Array.from(flat, ([language]) => language);
		this.#points = Float64Array.from(flat, ([, points]) => points);
	}

	/** Adds to the score of each language what so many of each letter or word are worth. */
	addTo(scores: Float64Array, counts: ArrayLike<number>): void {
		for (let number = 0; number < this.size; number++) {
			const count = counts[number] as number;
			if (count === 0) { continue; }
			const end = this.#starts[number + 1] as number;
			for (let at = this.#starts[number] as number; at < end; at++) {
				const language = this.#languages[at] as number;
				scores[language] = (scores[language] as number) + (this.#points[at] as number) * count;
			}
		}
	}
}

const lower = new Uint16Array(0x530);

for (let unit = 0; unit < lower.length; unit++) {
	const small = String.fromCharCode(unit).toLowerCase();
	lower[unit] = small.length === 1 ? small.charCodeAt(0) : unit;
}

/** The lower case of a unit of the scripts that have one, Latin, Greek and Cyrillic; other units are given back. */
const lowerOf = (unit: number): number => (unit < lower.length ? lower[unit] as number : unit);

/** Hash of a word one unit longer (FNV-1a, 32 bit), whatever its case; begin with {@link EMPTY_HASH}. */
export const hashed = (hash: number, unit: number): number => Math.imul(hash ^ lowerOf(unit), 0x01000193);
export const EMPTY_HASH = 0x811c9dc5 | 0;

/** The known words of a script, found by hash, without making a string of each word of a text. */
export class KnownWords {
	readonly points: PointTable;
	readonly #words: readonly string[];
	/** Open addressing, a power of two in length; −1 is empty. */
	readonly #slots: Int16Array;

	constructor(words: ReadonlyMap<string, Points>) {
		this.#words = [...words.keys()];
		this.points = new PointTable([...words.values()]);
		let size = 64;
		while (size < words.size * 4) { size *= 2; }
		this.#slots = new Int16Array(size).fill(-1);
		for (const [number, word] of this.#words.entries()) {
			let hash = EMPTY_HASH;
			for (let at = 0; at < word.length; at++) { hash = hashed(hash, word.charCodeAt(at)); }
			let slot = hash & (size - 1);
			while ((this.#slots[slot] as number) >= 0) { slot = (slot + 1) & (size - 1); }
			this.#slots[slot] = number;
		}
	}

	/** Number of the word in the units `text[start, end)`, whose hash is known; −1 for an unknown one. */
	find(hash: number, text: Uint16Array, start: number, end: number): number {
		const mask = this.#slots.length - 1;
		for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
			const number = this.#slots[slot] as number;
			if (number < 0 || isWord(this.#words[number] as string, text, start, end)) { return number; }
		}
	}
}

function isWord(word: string, text: Uint16Array, start: number, end: number): boolean {
	if (word.length !== end - start) { return false; }
	for (let at = 0; at < word.length; at++) {
		if (word.charCodeAt(at) !== lowerOf(text[start + at] as number)) { return false; }
	}
	return true;
}

const tables = new Map<Script, KnownWords>();

/** The known words of a script with their points; what several languages know they share. */
export function wordsOf(script: Script): KnownWords {
	const known = tables.get(script);
	if (known !== undefined) { return known; }
	const owners = new Map<string, string[]>();
	for (const [language, [own, words]] of Object.entries(commonest)) {
		if (own !== script) { continue; }
		for (const word of new Set(words.split(' '))) { owners.set(word, [...owners.get(word) ?? [], language]); }
	}
	const table = new KnownWords(new Map([...owners].map(([word, names]): [string, Points] => [word, names.map(name => [numberOf(name), WORD / names.length] as const)])));
	tables.set(script, table);
	return table;
}
