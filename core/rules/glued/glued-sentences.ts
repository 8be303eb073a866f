import { insert } from '../../text/edit.ts';
import { Kind, Pair, arabicKinds, isKind, kindsOf } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';

/** Letters of Hebrew and of Arabic script, with their marks. */
const LETTER = '\\u05d0-\\u05ea\\u0620-\\u063f\\u0641-\\u064a\\u0671-\\u06d3\\u06d5';
const MARK = '\\u05b0-\\u05c7\\u064b-\\u0652\\u0670\\u200c';
/** Words of two letters or more on both sides: one letter is an initial or an abbreviation (أ.ف.ب، د.محمد). */
const glued = new RegExp(`(?<![${LETTER}${MARK}.])([${LETTER}][${LETTER}${MARK}]{1,30})([.!؟])([${LETTER}][${LETTER}${MARK}]{1,30})(?![${LETTER}${MARK}]*\\.[${LETTER}])`, 'gu');
/** Ends of the names of sites, as العربية.نت. */
const domains: ReadonlySet<string> = new Set(['نت', 'كوم', 'نيت', 'أورغ', 'اورغ']);
/** Short words that begin an Arabic sentence; other short ones are mostly the rest of a word cut to get past a filter. */
const beginsSentence = /^(?:[وف]|(?:تم|مع|قد|لا|هو|هي|ما|كل|من|في|عن|إن|أن|لم|لن|ثم|أو|بل|هل|يا|لو|إذ|كم|أي|أما|كما|بعد|قال|هذا|هذه|لكن|لقد|إلا|منذ|ليس|حيث|لذا|ثمة|قبل|عند|نحن|أنا|أنت|كان|جاء|بين|حتى|إذا|متى|كيف|أين|نعم|رغم|يقع|يتم|تقع|لأن|مما|بما|عبر|ضمن|تلك|ذلك|كذا)$)/u;
const letters = arabicKinds | kindsOf(Kind.Hebrew);

/** Cheap to look for: most stops that a letter follows are a colon or a comma. */
function isPossible(units: Uint16Array, from: number, to: number): boolean {
	for (let at = from; at < to - 1; at++) {
		const unit = units[at];
		if ((unit === 0x2e || unit === 0x21 || unit === 0x61f) && isKind(units[at + 1] as number, letters)) { return true; }
	}
	return false;
}
/** Parts of abbreviations of more than one letter. */
const abbreviations: ReadonlySet<string> = new Set(['دک', 'مهن', 'تل', 'صب', 'کم', 'ہز', 'רח', 'שד', 'טל', 'עמ', 'פרופ']);

export const gluedSentences = defineRule({
	id: 'glued-sentences',
	group: 'glued',
	severity: 'warning',
	since: '0.1.0',
	fix: 'always',
	safety: 'unsafe',
	summary: 'Two sentences stand together without a blank behind the full stop.',
	why: 'A line break was lost between two paragraphs or sentences: tools that cut sentences and words at blanks take both for one.',
	details: 'Reported are full stop, exclamation and question mark between two words of two letters or more of Arabic or Hebrew script. Initials (`أ.ف.ب`, `إن.في`), titles (`د.محمد`), numbers, addresses, names of files and of sites (`العربية.نت`) are left alone, and in Arabic short words behind the stop that begin no sentence: words are cut like that to get past filters. The fix puts a blank behind the stop; it is unsafe, because often a line end was lost: choose that by hand.',
	languages: ['ar', 'fa', 'he', 'ur'],
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار إلى ⟦المحطة.وأكد⟧ الوزير أ.ف.ب أن د.محمد حضر.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار إلى المحطة. وأكد الوزير أ.ف.ب أن د.محمد حضر.\n',
	}],
	on: 'line',
	gate: { pairs: Pair.StopLetter, roles: ['title', 'title-copy', 'extra-title', 'lead', 'paragraph'] },
	check(line, report, _options, context) {
		const { article, start, end } = line;
		if (!isPossible(article.units, start, end)) { return; }
		const { text } = line;
		for (const { index, 0: found, 1: first = '', 2: stop = '', 3: second = '' } of text.matchAll(glued)) {
			if (abbreviations.has(first) || domains.has(second) || (first.length < 3 && second.length < 3)) { continue; }
			if (stop === '.' && second.length <= 3 && !beginsSentence.test(second) && (context.language ?? article.language) === 'ar') { continue; }
			const at = start + index;
			report({
				range: { start: at, end: at + found.length },
				message: `${quoted(`${first}${stop}${second}`)} is the end of a sentence and the beginning of the next.`,
				fixes: [{ title: 'Put a blank behind the stop', safety: 'unsafe', edits: [insert(at + first.length + 1, ' ')] }],
			});
		}
	},
});
