import { Kind, isKind, kindsOf, letterKinds } from './kinds.ts';

export type Direction = 'ltr' | 'rtl';

const letters = letterKinds | kindsOf(Kind.Surrogate);

/**
 * The base direction a reader expects of a text: that of most of its letters; undefined where it has none. Not the
 * first strong letter (UAX #9, P2), which turns an Arabic headline that begins with “NATO” round.
 */
export function directionOf(text: string): Direction | undefined {
	let balance = 0;
	let count = 0;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (!isKind(unit, letters)) { continue; }
		const direction = directionOfLetter(unit);
		if (direction === undefined) { continue; }
		balance += direction === 'rtl' ? 1 : -1;
		count++;
	}
	if (count === 0) { return undefined; }
	return balance >= 0 ? 'rtl' : 'ltr';
}

/**
 * The direction of a letter (UAX #9, L against R and AL), or of one beyond the BMP by its high surrogate; undefined for
 * anything else, emoji and low surrogates too.
 */
export function directionOfLetter(unit: number): Direction | undefined {
	if (isKind(unit, letterKinds)) { return (unit >= 0x590 && unit <= 0x8ff) || (unit >= 0xfb1d && unit <= 0xfefc) ? 'rtl' : 'ltr'; }
	// U+10800–U+10FFF and U+1E800–U+1EFFF are set aside for right-to-left scripts, Adlam and N’Ko’s kin among them.
	if (unit === 0xd802 || unit === 0xd803 || unit === 0xd83a || unit === 0xd83b) { return 'rtl'; }
	// Ancient scripts, mathematical letters, and Chinese characters of the second plane; emoji begin at U+1F000.
	return (unit >= 0xd800 && unit <= 0xd83b) || (unit >= 0xd840 && unit <= 0xd8bf) ? 'ltr' : undefined;
}
