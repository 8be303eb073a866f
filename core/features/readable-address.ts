import { isKind, kindsOf, Kind, letterKinds, digitKinds } from '../text/kinds.ts';

const encoded = /(?:%[89a-f][0-9a-f])+/giu;
const shown = letterKinds | digitKinds | kindsOf(Kind.Mark, Kind.Joiner, Kind.Tatweel, Kind.ArabicPunctuation);

/**
 * An address as a person reads it: percent-encoded letters and digits of UTF-8 decoded (RFC 3987, 3.2), everything else,
 * encoded blanks and delimiters too, left as it is. For display only.
 */
export function readableAddress(address: string): string {
	return address.replace(encoded, run => {
		const text = decodeUtf8(run);
		return text !== undefined && isShown(text) ? text : run;
	});
}

/** Punycode, and what is no UTF-8, stays. */
function decodeUtf8(run: string): string | undefined {
	try { return decodeURIComponent(run); } catch { return undefined; }
}

function isShown(text: string): boolean {
	for (let at = 0; at < text.length; at++) {
		if (!isKind(text.charCodeAt(at), shown)) { return false; }
	}
	return true;
}

/** The address where it can be followed without danger: absolute, http or https; empty for any other, `javascript:` too. */
export function followable(address: string): string {
	return /^https?:\/\/[^\s/?#]/iu.test(address) ? address : '';
}
