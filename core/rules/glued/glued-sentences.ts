import { insert } from '../../text/edit.ts';
import { Pair, isBlank, isLetter } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { nextIn } from '../../text/runs.ts';
import { defineRule, type Context, type LineSubject } from '../rule.ts';

/** Ends of the names of sites and programs, as العربية.نت. */
const domains: ReadonlySet<string> = new Set(['نت', 'كوم', 'نيت', 'أورغ', 'اورغ', 'کام', 'نٹ', 'קום', 'נט', 'קו', 'אורג', 'Com', 'Fr', 'Net', 'Org', 'Js']);
/** Short words that begin an Arabic sentence; other short ones are mostly the rest of a word cut to get past a filter. */
const beginsSentence = /^(?:[وف]|(?:تم|مع|قد|لا|هو|هي|ما|كل|من|في|عن|إن|أن|لم|لن|ثم|أو|بل|هل|يا|لو|إذ|كم|أي|أما|كما|بعد|قال|هذا|هذه|لكن|لقد|إلا|منذ|ليس|حيث|لذا|ثمة|قبل|عند|نحن|أنا|أنت|كان|جاء|بين|حتى|إذا|متى|كيف|أين|نعم|رغم|يقع|يتم|تقع|لأن|مما|بما|عبر|ضمن|تلك|ذلك|كذا)$)/u;
/** Parts of abbreviations of more than one letter, the names of Latin letters in Urdu among them: ایم۔اے۔ */
const abbreviations: ReadonlySet<string> = new Set(['www', 'دک', 'مهن', 'تل', 'صب', 'کم', 'ہز', 'רח', 'שד', 'טל', 'עמ', 'פרופ', 'גב', 'מר', 'מס', 'אינג', ...'اے بی سی ڈی ای ایف جی ایچ آئی جے کے ایل ایم این او پی کیو آر ایس ٹی یو وی ڈبلیو ایکس وائی زیڈ'.split(' ')]);

const FULL_STOP = 0x2e;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const ARABIC_QUESTION = 0x61f;
const URDU_FULL_STOP = 0x6d4;

/** What a unit is to a word of Hebrew or Arabic script: U+200C is a mark of it. */
const Part = { None: 0, Letter: 1, Mark: 2 } as const;

const partOf = new Uint8Array(0x10000);
for (const [first, last] of [[0x5d0, 0x5ea], [0x620, 0x63f], [0x641, 0x64a], [0x671, 0x6d3], [0x6d5, 0x6d5]] as const) { partOf.fill(Part.Letter, first, last + 1); }
for (const [first, last] of [[0x5b0, 0x5c7], [0x64b, 0x652], [0x670, 0x670], [0x200c, 0x200c]] as const) { partOf.fill(Part.Mark, first, last + 1); }

const isStop = new Uint8Array(0x10000);
for (const stop of [FULL_STOP, EXCLAMATION, ARABIC_QUESTION, URDU_FULL_STOP]) { isStop[stop] = 1; }
const isLatinStop = new Uint8Array(0x10000);
for (const stop of [FULL_STOP, EXCLAMATION, QUESTION]) { isLatinStop[stop] = 1; }

/** A title of one letter behind prefixes: ود.سامي، ولم.سعيد. Words of these letters hardly end a sentence. */
const title = /^(?:و.|[وف]?[فبلك][دمأ])$/u;

/** Units of a word: one letter is an initial or an abbreviation (أ.ف.ب، د.محمد). */
const SHORTEST = 2;
const LONGEST = 31;

export const gluedSentences = defineRule({
	id: 'glued-sentences',
	group: 'glued',
	severity: 'warning',
	since: '0.1.0',
	fix: 'always',
	safety: 'unsafe',
	summary: 'Two sentences stand together without a blank behind the full stop.',
	why: 'A line break was lost between two paragraphs or sentences: tools that cut sentences and words at blanks take both for one.',
	details: [
		'Reported are full stop, exclamation and question mark between two words of two letters or more of Arabic or Hebrew script. Initials (`أ.ف.ب`, `إن.في`), titles (`د.محمد`, `ود.سامي`), numbers, addresses, names of files and of sites (`العربية.نت`) are left alone, and in Arabic short words behind the stop that begin no sentence: words are cut like that to get past filters.',
		'In French, where three articles of five of one outlet have lost such breaks, three small letters stand in front of the stop and a capital with a small letter behind it. The fix puts a blank behind the stop; it is unsafe, because often a line end was lost: choose that by hand.',
	].join('\n\n'),
	languages: ['ar', 'fa', 'he', 'ur', 'fr'],
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار إلى ⟦المحطة.وأكد⟧ الوزير أ.ف.ب أن د.محمد حضر.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار إلى المحطة. وأكد الوزير أ.ف.ب أن د.محمد حضر.\n',
	}],
	on: 'line',
	gate: { pairs: Pair.StopLetter | Pair.StopLatin, roles: ['title', 'title-copy', 'extra-title', 'lead', 'paragraph'] },
	check(line, report, _options, context) {
		const { article, start } = line;
		for (const { from, stop, to } of jointsIn(line, context)) {
			const first = line.text.slice(from - start, stop - start);
			const second = line.text.slice(stop + 1 - start, to - start);
			if (abbreviations.has(first) || abbreviations.has(second) || domains.has(second) || (first.length < 3 && second.length < 3) || title.test(first) || isInAddress(article.units, start, from)) { continue; }
			if (article.units[stop] === FULL_STOP && second.length <= 3 && !beginsSentence.test(second) && (context.language ?? article.language) === 'ar') { continue; }
			report({
				range: { start: from, end: to },
				message: `${quoted(line.text.slice(from - start, to - start))} is the end of a sentence and the beginning of the next.`,
				fixes: [{ title: 'Put a blank behind the stop', safety: 'unsafe', edits: [insert(stop + 1, ' ')] }],
			});
		}
	},
});

/** Two words with a stop between them; offsets in the article. */
interface Joint {
	readonly from: number;
	readonly stop: number;
	readonly to: number;
}

function jointsIn({ article, start, end, pairs }: LineSubject, { language }: Context): readonly Joint[] {
	const { units } = article;
	const joints = (pairs & Pair.StopLetter) === 0 ? [] : rightToLeftJoints(units, start, end);
	if ((pairs & Pair.StopLatin) === 0) { return joints; }
	const latin = latinJoints(units, start, end);
	return latin.length > 0 && (language ?? article.language) === 'fr' ? [...joints, ...latin] : joints;
}

const isWord = (unit: number): boolean => partOf[unit] === Part.Letter || partOf[unit] === Part.Mark;
const isDot = (unit: number): boolean => unit === FULL_STOP || unit === URDU_FULL_STOP;

/** Joints of words of Hebrew or Arabic script; a word belongs to one of them only. */
function rightToLeftJoints(units: Uint16Array, start: number, end: number): Joint[] {
	const found: Joint[] = [];
	/** Where the last one found ends. */
	let free = start;
	const last = end - SHORTEST;
	for (let stop = nextIn(isStop, units, start + SHORTEST, last); stop < last; stop = nextIn(isStop, units, stop + 1, last)) {
		if (partOf[units[stop + 1] as number] !== Part.Letter) { continue; }
		let from = stop;
		while (from > free && isWord(units[from - 1] as number)) { from--; }
		if (stop - from < SHORTEST || stop - from > LONGEST || partOf[units[from] as number] !== Part.Letter) { continue; }
		const before = from > start ? units[from - 1] as number : 0;
		let to = stop + 1;
		while (to < end && isWord(units[to] as number)) { to++; }
		// Dots around a word are those of an abbreviation or of an address.
		const isDotted = isDot(before) || (to < end - 1 && isDot(units[to] as number) && partOf[units[to + 1] as number] === Part.Letter);
		if (isDotted || isWord(before) || to - stop - 1 < SHORTEST) { continue; }
		free = Math.min(to, stop + 1 + LONGEST);
		found.push({ from, stop, to: free });
	}
	return found;
}

function latinJoints(units: Uint16Array, start: number, end: number): Joint[] {
	const found: Joint[] = [];
	const last = end - 2;
	for (let stop = nextIn(isLatinStop, units, start + 3, last); stop < last; stop = nextIn(isLatinStop, units, stop + 1, last)) {
		if (!isLatinJoint(units, stop)) { continue; }
		let from = stop;
		while (from > start && isLetter(units[from - 1] as number)) { from--; }
		let to = stop + 1;
		while (to < end && isLetter(units[to] as number)) { to++; }
		found.push({ from, stop, to });
	}
	return found;
}

/** Three small letters in front of a stop, and a capital with a small one behind it: neither initials nor names of files and sites have that. */
function isLatinJoint(units: Uint16Array, at: number): boolean {
	const next = units[at + 1] as number;
	return isSmall(units[at - 1]) && isSmall(units[at - 2]) && isSmall(units[at - 3]) && isLetter(next) && !isSmall(next) && isSmall(units[at + 2]);
}

const isSmall = (unit: number | undefined): boolean => unit !== undefined && ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0xdf && unit <= 0xff));

const SLASH = 0x2f;
/** How far in front of a place its address may begin. */
const REACH = 200;

/** Whether a slash stands in front in the same run of units without a blank, as in addresses and paths. */
function isInAddress(units: Uint16Array, from: number, at: number): boolean {
	for (let before = at - 1; before >= from && at - before < REACH && !isBlank(units[before] as number); before--) { if (units[before] === SLASH) { return true; } }
	return false;
}
