import { hostOf, parametersIn, parseAddress, readableAddress } from '../format/address.ts';
import { isTrackingName } from '../format/tracking.ts';
import { isInvisible } from '../text/kinds.ts';

/** Spreads the bits of a 32-bit number; every result has one origin (the finisher of MurmurHash3, Appleby). */
export function mixed(value: number): number {
	let bits = value;
	bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
	return (bits ^ (bits >>> 16)) >>> 0;
}

/**
 * A key of a text for one run: 53 bits, which two of a million texts share with a probability of 1 in 18,000. It is not
 * stored anywhere; what is stored has `hashOf`.
 */
export function keyOf(text: string): number {
	let first = 0x811c9dc5;
	let second = 0x01000193;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		first = Math.imul(first ^ unit, 0x01000193);
		second = Math.imul(second ^ unit, 0x5bd1e995) + 0x9e3779b9;
	}
	return joinedKey(first ^ text.length, second);
}

/** 53 bits of two words of 32. */
export const joinedKey = (first: number, second: number): number => (mixed(first) & 0x1fffff) * 0x100000000 + mixed(second);

/**
 * What is the same in all addresses of a page: no scheme, fragment, parameter of tracking, slash at the end or invisible
 * character; readable, the host in small letters and without `www.`. Undefined where there is no host.
 */
export function pageOf(address: string): string | undefined {
	const host = hostOf(address);
	if (host === undefined) { return undefined; }
	const parsed = parseAddress(address);
	let { end } = parsed.path;
	while (end > parsed.path.start && address[end - 1] === '/') { end--; }
	const path = address.slice(parsed.path.start, end);
	const query = parametersIn(parsed, parsed.query).filter(({ name }) => !isTrackingName(name.toLowerCase()))
		.map(({ range }) => address.slice(range.start, range.end)).join('&');
	return visible(readableAddress(`${host}${path}${query === '' ? '' : `?${query}`}`));
}

function visible(text: string): string {
	let shown = '';
	let start = 0;
	for (let at = 0; at < text.length; at++) {
		if (!isInvisible(text.charCodeAt(at))) { continue; }
		shown += text.slice(start, at);
		start = at + 1;
	}
	return shown + text.slice(start);
}
