import { Pair, isBlank } from '../../text/kinds.ts';
import type { Range } from '../../text/range.ts';
import type { LineSubject } from '../rule.ts';

/** The blanks at the start of a line; undefined for a line that shows nothing, which is a blank line. */
export function leadingBlanks({ text, pairs }: LineSubject): Range | undefined {
	if ((pairs & (Pair.Invisible | Pair.LeadingBlank)) !== Pair.LeadingBlank) { return undefined; }
	let end = 0;
	while (isBlank(text.charCodeAt(end))) { end++; }
	return { start: 0, end };
}

/** The blanks at the end of a line; undefined for a line that shows nothing. */
export function trailingBlanks({ text, pairs }: LineSubject): Range | undefined {
	if ((pairs & (Pair.Invisible | Pair.TrailingBlank)) !== Pair.TrailingBlank) { return undefined; }
	let start = text.length;
	while (isBlank(text.charCodeAt(start - 1))) { start--; }
	return { start, end: text.length };
}

/** The part of a line between the blanks at its edges. */
export function insideBlanks(subject: LineSubject): Range {
	return { start: leadingBlanks(subject)?.end ?? 0, end: trailingBlanks(subject)?.start ?? subject.text.length };
}
