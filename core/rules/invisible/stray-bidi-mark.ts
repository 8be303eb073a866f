import { characterName } from '../../text/characters.ts';
import { directionOf, directionOfLetter, type Direction } from '../../text/direction.ts';
import { remove } from '../../text/edit.ts';
import { Kind, Pair, isDigit, isKind, isSpaceless, kindsOf } from '../../text/kinds.ts';
import { trimmed } from '../../text/range.ts';
import { runsOf } from '../../text/runs.ts';
import { defineRule, textRoles, type LineSubject } from '../rule.ts';

const marks = kindsOf(Kind.BidiMark);
const LEFT_TO_RIGHT_MARK = 0x200e;
const ARABIC_LETTER_MARK = 0x61c;

export const strayBidiMark = defineRule({
	id: 'stray-bidi-mark',
	group: 'invisible',
	severity: 'hint',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	summary: 'A direction mark (U+200E, U+200F, U+061C) stands twice in a row, or at the start or end of its line.',
	why: 'It shows nothing and orders nothing, but makes two copies of one text different, which de-duplication and search stumble over.',
	details: 'At the start and end of a line a mark only tells a program that guesses the direction by the first letter what the direction of the line is; Warraq takes it from all letters of the line, and so should every tool that shows a dump. A mark that does order something is left alone, as the left-to-right mark behind `C++` at the end of an Arabic line, without which the signs would change sides. Marks between other characters keep punctuation and numbers in their places and are left alone. Blanks and other invisible characters between mark and edge make no difference.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nמועד הבחירות נקבע⟦\\u200e⟧\nמועד הבחירות נקבע⟦\\u200e⟧\nהמועד פורסם אתמול.\n',
		good: ' date 2025-03-04 https://example.com/a\nמועד הבחירות נקבע\nמועד הבחירות נקבע\nהמועד פורסם אתמול.\n',
	}, {
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار C++\\u200f⟦\\u200f⟧ إلى المحطة.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار C++\\u200f إلى المحطة.\n',
	}],
	on: 'line',
	gate: { kinds: marks, roles: textRoles },
	check(line, report) {
		if ((line.pairs & Pair.Invisible) !== 0 || !mayBeStray(line)) { return; }
		const { text, start } = line;
		const inside = trimmed(text, { start: 0, end: text.length }, isSpaceless);
		const atStart = inside.start > 0 ? orderedAt(text, inside.start, 1) : undefined;
		const atEnd = inside.end < text.length ? orderedAt(text, inside.end - 1, -1) : undefined;
		for (const run of runsOf(text, marks, true)) {
			const unit = text.charCodeAt(run.start);
			const isAtStart = run.start < inside.start;
			const isAtEdge = isAtStart || run.start >= inside.end;
			if (isAtStart && unit === ARABIC_LETTER_MARK && beginsWithNumber(text)) { continue; }
			const range = { start: start + run.start + (isAtEdge ? 0 : 1), end: start + run.end };
			if (range.start === range.end || (isAtEdge && directionOfMark(unit) === (isAtStart ? atStart : atEnd))) { continue; }
			const name = characterName(unit);
			report({
				range,
				message: isAtEdge ? `${name} at the ${isAtStart ? 'start' : 'end'} of the line orders nothing: delete it.` : `${name} stands ${run.end - run.start} times in a row: one is enough.`,
				isUnnecessary: true,
				fixes: [{ title: isAtEdge ? 'Delete the direction mark' : 'Keep one direction mark', safety: 'safe', edits: [remove(range)] }],
			});
		}
	},
});

/** Quick, and true where something unseen stands at an edge of the line, or a mark twice: most marks stand alone between words. */
function mayBeStray({ article: { units }, start, end }: LineSubject): boolean {
	if (isSpaceless(units[start] as number) || isSpaceless(units[end - 1] as number)) { return true; }
	let before = 0;
	for (let at = start; at < end; at++) {
		const unit = units[at] as number;
		if (unit === before && isKind(unit, marks)) { return true; }
		before = unit;
	}
	return false;
}

/**
 * The direction whose mark would order something at an edge of the line: punctuation stands between the edge and a
 * letter that is not of the line's direction, and would change sides without it (UAX #9, N1). Behind such a letter
 * numbers go with it (W7). At the start of a line they do so behind the mark itself, which then orders several numbers,
 * or punctuation in front of one. Undefined where any mark is idle.
 */
function orderedAt(text: string, from: number, step: 1 | -1): Direction | undefined {
	let hasPunctuation = false;
	let numbers = 0;
	for (let at = from; at >= 0 && at < text.length; at += step) {
		const unit = text.charCodeAt(at);
		if (isDigit(unit)) {
			if (!isDigit(text.charCodeAt(at - step))) { numbers++; }
			if (step === 1 && numbers > 1) { return otherThan(directionOf(text)); }
			continue;
		}
		const letter = directionOfLetter(unit);
		if (letter !== undefined) {
			// Asked last: a mark mostly stands beside a letter.
			if (!hasPunctuation) { return undefined; }
			const base = directionOf(text);
			return letter !== base || (step === 1 && numbers > 0) ? otherThan(base) : undefined;
		}
		hasPunctuation ||= numbers === 0 && !isSpaceless(unit);
	}
	return hasPunctuation && numbers > 0 ? otherThan(directionOf(text)) : undefined;
}

const otherThan = (base: Direction | undefined): Direction => (base === 'rtl' ? 'ltr' : 'rtl');

/** True when a number comes before the first letter: behind U+061C it is ordered as an Arabic one (UAX #9, W2). */
function beginsWithNumber(text: string): boolean {
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (isDigit(unit)) { return true; }
		if (directionOfLetter(unit) !== undefined) { return false; }
	}
	return false;
}

const directionOfMark = (unit: number): Direction => (unit === LEFT_TO_RIGHT_MARK ? 'ltr' : 'rtl');
