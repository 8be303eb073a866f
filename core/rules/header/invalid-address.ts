import { parseAddress } from '../../format/address.ts';
import { insert, remove, replace } from '../../text/edit.ts';
import { Kind, blankKinds, isBlank, isKind, isSpaceless, kindsOf } from '../../text/kinds.ts';
import { codePointName, quoted } from '../../text/quote.ts';
import type { Range } from '../../text/range.ts';
import { defineRule, type Fix } from '../rule.ts';

export const invalidAddress = defineRule({
	id: 'invalid-address',
	group: 'header',
	severity: 'error',
	since: '0.1.0',
	fix: 'sometimes',
	safety: 'both',
	summary: 'The address is not absolute http(s), names no host, or holds blanks, controls or lost characters.',
	why: 'Such an address does not lead back to the page, and programs that cut the header at blanks lose its end.',
	details: 'Raw letters of any script and guillemets are right in an address and never reported. The fix is safe where a slash is missing or too many, or a no-break blank is percent-encoded as a browser does; a scheme put in front and plain blanks encoded are guesses, and unsafe.',
	examples: [
		{
			bad: ' date 2025-03-04 ⟦http:/example.com/a⟧\nعنوان\nعنوان\nنص الخبر هنا.\n',
			good: ' date 2025-03-04 http://example.com/a\nعنوان\nعنوان\nنص الخبر هنا.\n',
			isFixed: false,
		},
		{
			bad: ' date 2025-03-04 https://example.com/أخبار⟦ ⟧اليوم/12\nعنوان\nعنوان\nنص الخبر هنا.\n',
			good: ' date 2025-03-04 https://example.com/«أخبار»-اليوم/12\nعنوان\nعنوان\nنص الخبر هنا.\n',
			isFixed: false,
		},
	],
	on: 'field',
	fields: ['address'],
	check({ article, text, start }, report) {
		if (isPlain(text) && (article.lines.kinds(0) & rareKinds) === 0) { return; }
		const fault = faultOf(text);
		if (fault === undefined) { return; }
		const range = { start: fault.range.start + start, end: fault.range.end + start };
		const fixes = (fault.fixes ?? []).map(fix => ({ ...fix, edits: fix.edits.map(edit => ({ range: { start: edit.range.start + start, end: edit.range.end + start }, text: edit.text })) }));
		report({ range, message: fault.message, fixes });
	},
});

const rareKinds = kindsOf(Kind.UnusualSpace, Kind.Control, Kind.Replacement);

/** The cheap answer for almost every address: http(s), a host of letters, digits, dots and hyphens, no blank. */
function isPlain(text: string): boolean {
	const from = text.startsWith('https://') ? 8 : text.startsWith('http://') ? 7 : -1;
	if (from < 0 || text.includes(' ')) { return false; }
	let at = from;
	let previous = 0x2e;
	for (; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 0x2f) { break; }
		const isLabel = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x2d || (unit === 0x2e && previous !== 0x2e);
		if (!isLabel) { return false; }
		previous = unit;
	}
	return at > from && previous !== 0x2e;
}

interface Fault {
	/** Offsets in the address, as in the edits. */
	readonly range: Range;
	readonly message: string;
	readonly fixes?: readonly Fix[];
}

function faultOf(text: string): Fault | undefined {
	return faultOfScheme(text) ?? faultOfHost(text) ?? faultOfCharacters(text);
}

const nearScheme = /^h{0,2}(?:[tx]{1,3})p{0,2}s?$/iu;
const startsWithHost = /^(?:[\p{L}\p{N}-]{1,63}\.){1,5}[\p{L}\p{N}-]{2,63}(?::\d{1,5})?(?:[/?#]|$)/u;
const slashes = /^https?:(\/{1}|\/{3,6})(?!\/)/iu;

function faultOfScheme(text: string): Fault | undefined {
	const whole = { start: 0, end: text.length };
	const found = slashes.exec(text);
	if (found !== null && startsWithHost.test(text.slice(found[0].length))) {
		const at = found[0].length;
		const edit = found[1] === '/' ? insert(at, '/') : remove({ start: at - ((found[1]?.length ?? 2) - 2), end: at });
		return { range: whole, message: `The address ${quoted(text)} has ${found[1] === '/' ? 'one slash' : `${found[1]?.length ?? 0} slashes`} in front of the host instead of two.`, fixes: [{ title: 'Write two slashes in front of the host', safety: 'safe', edits: [edit] }] };
	}
	const { scheme } = parseAddress(text);
	const name = text.slice(0, scheme.end);
	if (/^https?$/iu.test(name)) { return undefined; }
	if (text.slice(scheme.end, scheme.end + 3) === '://' && name !== '') {
		const better = name.toLowerCase().endsWith('s') ? 'https' : 'http';
		const fixes: Fix[] = nearScheme.test(name) ? [{ title: `Write the scheme as ${better}`, safety: 'unsafe', edits: [replace({ start: 0, end: scheme.end }, better)] }] : [];
		return { range: { start: 0, end: scheme.end }, message: `The address begins with ${quoted(`${name}:`)}: only http and https lead to a page.`, fixes };
	}
	const prefix = text.startsWith('//') ? 'https:' : 'https://';
	const isAddress = startsWithHost.test(text.replace(/^\/\//u, ''));
	const fixes: Fix[] = isAddress ? [{ title: `Put ${prefix} in front`, safety: 'unsafe', edits: [insert(0, prefix)] }] : [];
	return { range: whole, message: isAddress ? `The address ${quoted(text)} does not begin with http:// or https://.` : `${quoted(text)} is no address: it begins with http:// or https:// and a host.`, fixes };
}

const hostForm = /^(?:[\p{L}\p{N}\p{M}_%\u200c-]{1,80}\.){0,10}[\p{L}\p{N}\p{M}_%\u200c-]{1,80}\.?$/u;
const literal = /^\[[0-9a-fA-F:.]{2,60}\]$/u;

function faultOfHost(text: string): Fault | undefined {
	const { host, scheme } = parseAddress(text);
	const name = visible(text.slice(host.start, host.end));
	if (name === '') { return { range: { start: 0, end: text.length }, message: `The address ${quoted(text)} names no host behind “${text.slice(0, scheme.end)}:”.` }; }
	if (hostForm.test(name) || literal.test(name)) { return undefined; }
	return { range: host, message: `${quoted(name)} is no name of a host.` };
}

/** Invisible characters are another rule's business, but for blanks. */
function visible(text: string): string {
	let result = '';
	for (const character of text) { result += isSpaceless(character.charCodeAt(0)) && !isBlank(character.charCodeAt(0)) ? '' : character; }
	return result;
}

const lost = kindsOf(Kind.Control, Kind.Replacement);

function faultOfCharacters(text: string): Fault | undefined {
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (isKind(unit, blankKinds)) { return blanksFrom(text, at); }
		if (isKind(unit, lost)) {
			const what = unit === 0xfffd ? 'U+FFFD, which stands for a lost character' : `the control character ${codePointName(unit)}`;
			return { range: { start: at, end: at + 1 }, message: `The address holds ${what}.` };
		}
	}
	return undefined;
}

function blanksFrom(text: string, first: number): Fault {
	const edits = [];
	let isNoBreak = true;
	for (let at = first; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (!isBlank(unit)) { continue; }
		edits.push(replace({ start: at, end: at + 1 }, encodeURIComponent(text[at] ?? ' ')));
		isNoBreak &&= unit === 0xa0 || unit === 0x202f;
	}
	let end = first;
	while (isBlank(text.charCodeAt(end))) { end++; }
	const name = text[first] === ' ' ? 'a blank' : `a blank (${codePointName(text.charCodeAt(first))})`;
	return {
		range: { start: first, end },
		message: `The address holds ${name} behind ${quoted(text.slice(0, first))}.`,
		fixes: [{ title: 'Percent-encode the blanks', safety: isNoBreak ? 'safe' : 'unsafe', edits }],
	};
}
