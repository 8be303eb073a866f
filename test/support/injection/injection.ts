import fc from 'fast-check';
import type { Parts } from './good.ts';
import { textOf } from './good.ts';

/** Draws a value; every draw is shrunk when the property fails. */
export type Dice = fc.GeneratorValue;

/** A way to damage a good article. */
export interface Injection {
	/** The rule that has to find it. */
	readonly rule: string;
	readonly title: string;
	/** BCP 47; all where left out. */
	readonly languages?: readonly string[];
	/** Whether safe fixes have to give the article back; with another text, what they have to give instead. */
	readonly isMended: boolean;
	/** The damaged article with ⟦…⟧ around the damage, or undefined where this article has no place for it. */
	readonly damage: (parts: Parts, dice: Dice) => string | undefined;
}

export const choose = <T>(dice: Dice, values: readonly T[]): T => values[dice(fc.nat, { max: values.length - 1 })] as T;

/** Damages one line of the body, or both copies of the title in the same place. */
export function inText(parts: Parts, dice: Dice, damage: (line: string, dice: Dice) => string | undefined): string | undefined {
	const line = dice(fc.integer, { min: -1, max: parts.body.length - 1 });
	return line < 0 ? inTitles(parts, dice, damage) : inLine(parts, line, damage(parts.body[line] ?? '', dice));
}

export function inBody(parts: Parts, dice: Dice, damage: (line: string, dice: Dice) => string | undefined): string | undefined {
	const line = dice(fc.nat, { max: parts.body.length - 1 });
	return inLine(parts, line, damage(parts.body[line] ?? '', dice));
}

export function inTitles(parts: Parts, dice: Dice, damage: (line: string, dice: Dice) => string | undefined): string | undefined {
	const title = damage(parts.title, dice);
	return title === undefined ? undefined : textOf({ ...parts, title, copy: title });
}

const inLine = (parts: Parts, at: number, line: string | undefined): string | undefined =>
	(line === undefined ? undefined : textOf({ ...parts, body: parts.body.with(at, line) }));

/** Puts a mark behind one of the places that `pattern` finds in the line, in front of what it captures. */
export function insertAt(dice: Dice, line: string, pattern: RegExp, inserted: string): string | undefined {
	return replaceOne(dice, line, pattern, found => `⟦${inserted}⟧${found}`);
}

/** Replaces one of the matches of a pattern (with flags `gu`) in the line. */
export function replaceOne(dice: Dice, line: string, pattern: RegExp, replacement: (found: string, match: RegExpExecArray) => string | undefined): string | undefined {
	const matches = [...line.matchAll(pattern)];
	if (matches.length === 0) { return undefined; }
	const match = choose(dice, matches);
	const instead = replacement(match[0], match);
	return instead === undefined ? undefined : line.slice(0, match.index) + instead + line.slice(match.index + match[0].length);
}
