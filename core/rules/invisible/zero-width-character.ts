import { characterName } from '../../text/characters.ts';
import { remove, replace, type Edit } from '../../text/edit.ts';
import { joinerVerdict, mayJoinInside, partsPersianWord, type JoinerVerdict } from '../../text/joiners.ts';
import { Kind, Pair, isBlank, isInvisible, isKind, kindsOf } from '../../text/kinds.ts';
import { counted, quoted } from '../../text/quote.ts';
import type { Range } from '../../text/range.ts';
import { runsOf } from '../../text/runs.ts';
import { editorOf } from '../damage/_edit.ts';
import { defineRule, textRoles, type LineSubject, type Report } from '../rule.ts';
import { hiddenTags, spelt, withoutHiddenTags } from './_tag-characters.ts';

const zeroWidth = kindsOf(Kind.ZeroWidth);
const widthless = zeroWidth | kindsOf(Kind.Joiner);
const joiners = kindsOf(Kind.Joiner);
const marks = kindsOf(Kind.Mark);
const surrogate = kindsOf(Kind.Surrogate);
/** The high half of all tag characters. */
const TAGS = '\udb40';
const ZWSP = 0x200b;
const BOM = 0xfeff;

export const zeroWidthCharacter = defineRule({
	id: 'zero-width-character',
	group: 'invisible',
	severity: 'warning',
	since: '0.1.0',
	fix: 'sometimes',
	safety: 'safe',
	summary: 'A character without width stands where the language of the article has no use for it.',
	why: 'A word with an invisible character inside is another word to search, counts and training, and nobody sees why.',
	details: [
		'Zero width space (U+200B), word joiner (U+2060), U+FEFF other than at the start of the dump, soft hyphen (U+00AD) and the other invisible format characters are reported everywhere, but not in the scripts that need them: U+200B between Thai, Lao, Khmer and Burmese letters, U+180E in Mongolian, U+034F between marks, the fillers of Hangul (U+3164 and others) beside Korean letters.',
		'Tag characters (U+E0000 to U+E007F), which spell the names of some flags, are used elsewhere to hide text that people do not see and language models read: the message says what they spell.',
		'The joiners U+200C and U+200D belong to the spelling of Persian, Urdu, Pashto, Kurdish, Sindhi and Uyghur and of the scripts of India: there they are reported where they are doubled, and, in Persian, Urdu, Pashto and Sindhi, at a line\'s edge and beside a blank or punctuation. In Arabic, Hebrew and most languages of Latin and Cyrillic script they are reported wherever they stand, except where they change what is seen on purpose: beside a tatweel or a Hebrew point, beside a single letter as the heh of Hijri years, and in a Persian word quoted in an Arabic article (one with پ چ ژ گ ک ی). Sequences of emoji are always left alone, and so is an article whose language is not known.',
		'The fix deletes the character, which changes nothing that a reader sees, because letters join across it. In Persian a U+200B behind a prefix or in front of a suffix (می U+200B شود) stands for U+200C and is replaced by it; of a doubled joiner one is kept. A filler of Hangul between two words or signs becomes a blank. There is no fix for tag characters that stand alone in a title.',
	].join('\n\n'),
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوفد الهيئة يزور الميناء\nوفد الهيئة يزور الميناء\nزار وفد ⟦\\u200b⟧الهيئة الميناء الجديد، و⟦\\u200c⟧تفقد أرصفته.\n',
		good: ' date 2025-03-04 https://example.com/a\nوفد الهيئة يزور الميناء\nوفد الهيئة يزور الميناء\nزار وفد الهيئة الميناء الجديد، وتفقد أرصفته.\n',
	}, {
		bad: ' date 2025-03-04 https://example.com/a\nکتابخانه\\u200cای تازه در شیراز\nکتابخانه\\u200cای تازه در شیراز\nمردم می⟦\\u200b⟧توانند از فردا کتاب\\u200c⟦\\u200c⟧های تازه⟦\\u200c⟧ را بخوانند.\n',
		good: ' date 2025-03-04 https://example.com/a\nکتابخانه\\u200cای تازه در شیراز\nکتابخانه\\u200cای تازه در شیراز\nمردم می\\u200cتوانند از فردا کتاب\\u200cهای تازه را بخوانند.\n',
	}],
	on: 'line',
	gate: { kinds: widthless | surrogate, roles: textRoles },
	check(subject, report, _options, context) {
		const { article, line, start, kinds, pairs } = subject;
		if ((pairs & Pair.Invisible) !== 0) { return; }
		if ((kinds & surrogate) !== 0 && subject.text.includes(TAGS)) { reportTags(subject, report); }
		if ((kinds & widthless) === 0) { return; }
		const language = context.language ?? article.language;
		// So stand nearly all of them, in nearly every line of Persian.
		if ((kinds & zeroWidth) === 0 && (pairs & Pair.JoinerEdge) === 0 && mayJoinInside(language)) { return; }
		const { text } = subject;
		for (const run of runsOf(text, widthless, true)) {
			const unit = text.charCodeAt(run.start);
			const isStartOfDump = unit === BOM && run.start === 0 && line === 0 && article.header === undefined;
			const verdict = isStartOfDump ? undefined : verdictOf(text, run, unit, language);
			if (verdict === undefined) { continue; }
			const kept = verdict.isWrong ? 0 : 1;
			const range = { start: start + run.start + kept, end: start + run.end };
			if (range.start >= range.end) { continue; }
			const edit: Edit = verdict.instead === undefined ? remove(range) : replace(range, verdict.instead);
			report({
				range,
				message: `${characterName(unit)} ${verdict.reason}.`,
				isUnnecessary: verdict.instead === undefined,
				fixes: [{ title: titleOf(verdict, range.end - range.start), safety: 'safe', edits: [edit] }],
			});
		}
	},
});

function reportTags(subject: LineSubject, report: (finding: Report<'sometimes'>) => void): void {
	const { text, start } = subject;
	const editOf = editorOf(subject, withoutHiddenTags);
	for (const run of hiddenTags(text)) {
		const hidden = spelt(text, run);
		const count = (run.end - run.start) / 2;
		const edit = editOf(run, '');
		report({
			range: { start: start + run.start, end: start + run.end },
			message: `${counted(count, 'tag character')} that nobody sees ${hidden === '' ? `${count === 1 ? 'stands' : 'stand'} here for nothing` : `${count === 1 ? 'hides' : 'hide'} the text ${quoted(hidden)}`}.`,
			isUnnecessary: true,
			fixes: edit === undefined ? [] : [{ title: 'Delete the hidden characters', safety: 'safe', edits: [edit] }],
		});
	}
}

interface Verdict extends JoinerVerdict {
	/** What the character stands for; undefined where it stands for nothing. */
	readonly instead?: string;
}

function verdictOf(text: string, run: Range, unit: number, language: string): Verdict | undefined {
	if (isKind(unit, joiners)) { return joinerVerdict(text, run, language); }
	const before = text.charCodeAt(run.start - 1);
	const after = text.charCodeAt(run.end);
	if (isNative(unit, before) || isNative(unit, after)) { return undefined; }
	const count = run.end - run.start;
	if (isFiller(unit) && isShown(text, run.start - 1, -1) && isShown(text, run.end, 1)) { return { isWrong: true, reason: 'stands for a blank, and no search finds it', instead: ' ' }; }
	const reason = count === 1 ? 'cannot be seen, but search and counting see it' : `stands ${count} times in a row: it cannot be seen, but search and counting see it`;
	if (unit === ZWSP && partsPersianWord(text, run, language)) {
		return { isWrong: true, reason: 'stands for U+200C, which alone keeps letters from joining', instead: '\u200c' };
	}
	return { isWrong: true, reason };
}

/** The fillers of Hangul, which stand for a letter that a syllable lacks. */
const isFiller = (unit: number): boolean => unit === 0x3164 || unit === 0xffa0 || unit === 0x115f || unit === 0x1160;
const hangul = [[0x1100, 0x11ff], [0x3131, 0x318e], [0xa960, 0xa97f], [0xac00, 0xd7ff], [0xffa1, 0xffdc]] as const;

/** Whether anything but a blank is seen in a direction, behind what cannot be seen. */
function isShown(text: string, from: number, step: 1 | -1): boolean {
	let at = from;
	while (isInvisible(text.charCodeAt(at))) { at += step; }
	return at >= 0 && at < text.length && !isBlank(text.charCodeAt(at));
}

/** Scripts that have a use for the character. */
function isNative(unit: number, neighbour: number): boolean {
	if (unit === ZWSP) { return (neighbour >= 0xe00 && neighbour <= 0xeff) || (neighbour >= 0x1000 && neighbour <= 0x109f) || (neighbour >= 0x1780 && neighbour <= 0x17ff); }
	if (isFiller(unit)) { return !isFiller(neighbour) && hangul.some(([first, last]) => neighbour >= first && neighbour <= last); }
	if (unit === 0x180e) { return neighbour >= 0x1800 && neighbour <= 0x18af; }
	return unit === 0x34f && isKind(neighbour, marks);
}

function titleOf(verdict: Verdict, count: number): string {
	if (verdict.instead !== undefined) { return verdict.instead === ' ' ? 'Replace with a blank' : 'Replace with U+200C ZERO WIDTH NON-JOINER'; }
	if (!verdict.isWrong) { return 'Keep one joiner'; }
	return count === 1 ? 'Delete the invisible character' : `Delete ${counted(count, 'invisible character')}`;
}
