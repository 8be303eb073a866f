import { insert } from '../../text/edit.ts';
import { Kind, Pair, arabicKinds, isBlank, isKind, isLetter, kindsOf } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, type Context, type LineSubject } from '../rule.ts';

/** Letters of Hebrew and of Arabic script, with their marks. */
const LETTER = '\\u05d0-\\u05ea\\u0620-\\u063f\\u0641-\\u064a\\u0671-\\u06d3\\u06d5';
const MARK = '\\u05b0-\\u05c7\\u064b-\\u0652\\u0670\\u200c';
/** Words of two letters or more on both sides: one letter is an initial or an abbreviation (أ.ف.ب، د.محمد). */
const glued = new RegExp(`(?<![${LETTER}${MARK}.\\u06d4])([${LETTER}][${LETTER}${MARK}]{1,30})([.!؟\\u06d4])([${LETTER}][${LETTER}${MARK}]{1,30})(?![${LETTER}${MARK}]*[.\\u06d4][${LETTER}])`, 'gu');
/** Ends of the names of sites and programs, as العربية.نت. */
const domains: ReadonlySet<string> = new Set(['نت', 'كوم', 'نيت', 'أورغ', 'اورغ', 'کام', 'نٹ', 'קום', 'נט', 'קו', 'אורג', 'Com', 'Fr', 'Net', 'Org', 'Js']);
/** Short words that begin an Arabic sentence; other short ones are mostly the rest of a word cut to get past a filter. */
const beginsSentence = /^(?:[وف]|(?:تم|مع|قد|لا|هو|هي|ما|كل|من|في|عن|إن|أن|لم|لن|ثم|أو|بل|هل|يا|لو|إذ|كم|أي|أما|كما|بعد|قال|هذا|هذه|لكن|لقد|إلا|منذ|ليس|حيث|لذا|ثمة|قبل|عند|نحن|أنا|أنت|كان|جاء|بين|حتى|إذا|متى|كيف|أين|نعم|رغم|يقع|يتم|تقع|لأن|مما|بما|عبر|ضمن|تلك|ذلك|كذا)$)/u;
/** Parts of abbreviations of more than one letter, the names of Latin letters in Urdu among them: ایم۔اے۔ */
const abbreviations: ReadonlySet<string> = new Set(['www', 'دک', 'مهن', 'تل', 'صب', 'کم', 'ہز', 'רח', 'שד', 'טל', 'עמ', 'פרופ', 'גב', 'מר', 'מס', 'אינג', ...'اے بی سی ڈی ای ایف جی ایچ آئی جے کے ایل ایم این او پی کیو آر ایس ٹی یو وی ڈبلیو ایکس وائی زیڈ'.split(' ')]);

const letters = arabicKinds | kindsOf(Kind.Hebrew);
const FULL_STOP = 0x2e;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const ARABIC_QUESTION = 0x61f;
const URDU_FULL_STOP = 0x6d4;
const isStop = (unit: number): boolean => unit === FULL_STOP || unit === ARABIC_QUESTION || unit === EXCLAMATION || unit === URDU_FULL_STOP;

/** Cheap to look for: most stops that a letter follows are a colon or a comma. */
function isPossible(units: Uint16Array, from: number, to: number): boolean {
	for (let at = from; at < to - 1; at++) {
		if (isStop(units[at] as number) && isKind(units[at + 1] as number, letters)) { return true; }
	}
	return false;
}

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
		'Reported are full stop, exclamation and question mark between two words of two letters or more of Arabic or Hebrew script. Initials (`أ.ف.ب`, `إن.في`), titles (`د.محمد`), numbers, addresses, names of files and of sites (`العربية.نت`) are left alone, and in Arabic short words behind the stop that begin no sentence: words are cut like that to get past filters.',
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
		for (const { index, first, stop, second } of jointsIn(line, context)) {
			if (abbreviations.has(first) || abbreviations.has(second) || domains.has(second) || (first.length < 3 && second.length < 3) || isInAddress(article.units, start, start + index)) { continue; }
			if (stop === '.' && second.length <= 3 && !beginsSentence.test(second) && (context.language ?? article.language) === 'ar') { continue; }
			const at = start + index;
			report({
				range: { start: at, end: at + first.length + 1 + second.length },
				message: `${quoted(`${first}${stop}${second}`)} is the end of a sentence and the beginning of the next.`,
				fixes: [{ title: 'Put a blank behind the stop', safety: 'unsafe', edits: [insert(at + first.length + 1, ' ')] }],
			});
		}
	},
});

interface Joint {
	/** Offset in the line. */
	readonly index: number;
	readonly first: string;
	readonly stop: string;
	readonly second: string;
}

function jointsIn(line: LineSubject, { language }: Context): Joint[] {
	const { article: { units }, start, end, pairs } = line;
	const found: Joint[] = [];
	if ((pairs & Pair.StopLetter) !== 0 && isPossible(units, start, end)) {
		for (const { index, 1: first = '', 2: stop = '', 3: second = '' } of line.text.matchAll(glued)) { found.push({ index, first, stop, second }); }
	}
	if ((pairs & Pair.StopLatin) !== 0) {
		const stops = latinStops(units, start, end);
		if (stops.length > 0 && (language ?? line.article.language) === 'fr') { found.push(...stops.map(at => latinJoint(line.text, at - start))); }
	}
	return found;
}

/** Offsets of stops between three small letters and a capital with a small one behind it: neither initials nor names of files and sites have that. */
function latinStops(units: Uint16Array, from: number, to: number): number[] {
	const found: number[] = [];
	for (let at = from + 3; at < to - 2; at++) {
		const unit = units[at] as number;
		if (unit !== FULL_STOP && unit !== EXCLAMATION && unit !== QUESTION) { continue; }
		const next = units[at + 1] as number;
		if (isSmall(units[at - 1]) && isSmall(units[at - 2]) && isSmall(units[at - 3]) && isLetter(next) && !isSmall(next) && isSmall(units[at + 2])) { found.push(at); }
	}
	return found;
}

function latinJoint(text: string, at: number): Joint {
	let index = at;
	while (isLetter(text.charCodeAt(index - 1))) { index--; }
	let end = at + 1;
	while (isLetter(text.charCodeAt(end))) { end++; }
	return { index, first: text.slice(index, at), stop: text.charAt(at), second: text.slice(at + 1, end) };
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
