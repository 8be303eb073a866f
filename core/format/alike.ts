import { isBlank, isSpaceless } from '../text/kinds.ts';
import { decodeEntities } from '../text/entities.ts';

/** What a reader sees of a title: entities decoded, invisible characters gone, blanks single, ends trimmed. */
export function visibleForm(title: string): string {
	const decoded = decodeEntities(title);
	let form = '';
	/** Where the run of characters begins that are kept as they are; a single blank inside belongs to it. */
	let start = 0;
	let hasGap = false;
	for (let at = 0; at <= decoded.length; at++) {
		const unit = decoded.charCodeAt(at);
		const isPlainBlank = unit === 0x20 && at > start && !hasGap && !isSpaceless(decoded.charCodeAt(at + 1)) && at + 1 < decoded.length;
		if (at < decoded.length && (isPlainBlank || !isSpaceless(unit))) { continue; }
		if (at > start) {
			form += (hasGap && form !== '' ? ' ' : '') + decoded.slice(start, at);
			hasGap = false;
		}
		hasGap ||= isBlank(unit);
		start = at + 1;
	}
	return form;
}

const word = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * True when `copy` is plainly a copy of the title, one of the two damaged: they look the same, or differ in a small
 * stretch in the middle, or share most of their words. A sentence that tells the title again in other words is a lead.
 * Linear in their lengths.
 */
export function areAlike(title: string, copy: string): boolean {
	if (title === copy) { return true; }
	const first = visibleForm(title);
	const second = visibleForm(copy);
	if (first === second) { return true; }
	const shorter = Math.min(first.length, second.length);
	const longer = Math.max(first.length, second.length);
	if (shorter * 2 < longer) { return false; }
	const common = commonEnds(first, second, shorter);
	if (common >= longer * 0.7 || (longer > 2 && longer - common === 1)) { return true; }
	return sharedWords(first, second) >= 0.6 && (!sentenceEnd.test(second) || sentenceEnd.test(first));
}

const sentenceEnd = /[.…۔]["'»”)]?$/u;

function commonEnds(a: string, b: string, shorter: number): number {
	let head = 0;
	while (head < shorter && a[head] === b[head]) { head++; }
	let tail = 0;
	while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) { tail++; }
	return head + tail;
}

/** Sørensen–Dice coefficient of the two bags of words. */
function sharedWords(a: string, b: string): number {
	const left = a.match(word) ?? [];
	const right = b.match(word) ?? [];
	const bag = new Map<string, number>();
	for (const each of left) { bag.set(each, (bag.get(each) ?? 0) + 1); }
	let shared = 0;
	for (const each of right) {
		const rest = bag.get(each) ?? 0;
		if (rest > 0) { shared++; bag.set(each, rest - 1); }
	}
	return left.length + right.length === 0 ? 0 : (2 * shared) / (left.length + right.length);
}
