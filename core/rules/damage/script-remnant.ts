import { Kind, Pair, kindsOf } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { shift } from '../../text/range.ts';
import { nextIn } from '../../text/runs.ts';
import { defineRule, textRoles } from '../rule.ts';
import { editorOf } from './_edit.ts';

/**
 * What begins code, whatever stands around it: calls and names that no prose has. With each stand the texts of which it
 * holds one wherever it matches.
 */
const calls = [
	['<(?:script|style)\\b', '<script', '<style'],
	['\\(function ?\\(', '(function'],
	['\\bfunction(?: [\\w$]{1,40})? ?\\([\\w$, ]{0,80}\\) ?\\{', '{'],
	['\\bvar [\\w$]{1,40} ?= ?[\\w$"\'({\\[]', '='],
	// “Then let x = 3” is said in prose, too.
	['\\b(?:let|const) [\\w$]{1,40} ?= ?[^;]{1,80};', '='],
	['\\bdocument\\.(?:write|getElementById|createElement|querySelector|cookie)', '.write', '.get', '.create', '.query', '.cookie'],
	['\\bwindow\\.[\\w$]{1,40} ?[=(.|]', 'window.'],
	['\\bjQuery ?\\(', 'Query'],
	['\\$\\((?:document|window|["\'][.#])', '$('],
	['\\b(?:googletag|adsbygoogle|dataLayer|_gaq)\\b ?[.=|(]', 'google', 'Layer', '_gaq'],
	['\\b(?:fbq|gtag)\\(["\']', '("', '(\''],
	['// ?<!\\[CDATA\\[', '<![CDATA['],
] as const;
const beginnings = calls.map(([beginning]) => beginning);
/** They are looked for only where a `{` stands. */
const blocks = [
	'\\{ ?"@(?:context|type)" ?:',
	'@(?:media|font-face|import)\\b[^{};]{0,80}[{;]',
	'[.#@]?[A-Za-z][\\w.#: ,>-]{0,80}\\{ ?[a-z-]{2,30} ?: ?[^{};]{1,120}[;}]',
];
/** Cheap to look for, and in nearly all code. */
const latin = kindsOf(Kind.Latin);
const codePairs = Pair.CodeSign | Pair.StopLatin;
const plain = new RegExp(beginnings.join('|'), 'gu');
const braced = new RegExp([...beginnings, ...blocks].join('|'), 'gu');

/** Code ends where letters begin that code is not written with, or with the line. */
const foreign = /[^\u0000-\u024f]/gu;
/** Words in a row without any sign of code are prose again. */
const prose = /(?:[A-Za-z\u00c0-\u024f]{2,40}[,.]? ){8}/gu;
const closing = new Set(';})>]');

export const scriptRemnant = defineRule({
	id: 'script-remnant',
	group: 'damage',
	severity: 'warning',
	since: '0.1.0',
	fix: 'sometimes',
	safety: 'unsafe',
	summary: 'A script, a style sheet or data for machines was read as text.',
	why: 'It is code of the page, not a word of the article.',
	details: 'Recognised by names and calls that no prose has: `function (…) {`, `document.write`, `$(document)`, `window.x =`, `googletag`, `{"@context":`, `selector { property: value; }`. The remnant reaches to the last closing sign before text of another script, or before a sentence, begins. The fix deletes it, by hand: an article may speak of programs.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا. ⟦window.ads = window.ads || []; ads.push({id: 7});⟧ وغادر مساء.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا. وغادر مساء (انظر window).\n',
		isFixed: false,
	}],
	covers: ['html-tag', 'html-entity', 'unbalanced-brackets', 'unbalanced-quotes'],
	on: 'line',
	gate: { pairs: codePairs, roles: textRoles },
	check(subject, report) {
		const { article, start, end, kinds, pairs } = subject;
		if ((kinds & latin) === 0 || (pairs & codePairs) === 0 || !mayBeCode(article.units, start, end) || !holdsCue(article.units, start, end)) { return; }
		const { text } = subject;
		const beginning = text.includes('{') ? braced : plain;
		for (let from = 0; from < text.length;) {
			const match = nextMatch(beginning, text, from);
			if (match === null) { return; }
			const least = match.index + match[0].length;
			const limit = Math.min(nextMatch(foreign, text, least)?.index ?? text.length, nextMatch(prose, text, least)?.index ?? text.length);
			const range = { start: match.index, end: Math.max(least, lastClosing(text, least, limit)) };
			const code = text.slice(range.start, range.end);
			const edit = editorOf(subject, line => line.replace(code, ''))(range, '');
			report({
				range: shift(range, start),
				message: `${quoted(code)} is code of the page, not text.`,
				fixes: edit === undefined ? [] : [{ title: 'Delete the code', safety: 'unsafe', edits: [edit] }],
			});
			from = Math.max(range.end, limit);
		}
	},
});

function nextMatch(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
	pattern.lastIndex = from;
	return pattern.exec(text);
}

/** Offset behind the last closing sign between two offsets; the first of them where there is none. */
function lastClosing(text: string, from: number, to: number): number {
	for (let at = to - 1; at >= from; at--) { if (closing.has(text.charAt(at))) { return at + 1; } }
	return from;
}

const unitsIn = (characters: string): Uint8Array => {
	const table = new Uint8Array(0x10000);
	for (const character of characters) { table[character.charCodeAt(0)] = 1; }
	return table;
};

/** By UTF-16 unit: whether it is one of these. */
const signs = unitsIn('{}=<;$|.(');
const STOP = 0x2e;
const BRACKET = 0x28;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
/** The last letter of `document`. */
const T = 0x74;

/** Cheap to look for: a sign that prose hardly ever has, a call with a text, or a part of something whose name ends like `document`. */
function mayBeCode(units: Uint16Array, from: number, to: number): boolean {
	for (let at = nextIn(signs, units, from, to); at < to; at = nextIn(signs, units, at + 1, to)) {
		const unit = units[at];
		if (unit === STOP ? units[at - 1] === T : unit !== BRACKET || units[at + 1] === QUOTE || units[at + 1] === APOSTROPHE) { return true; }
	}
	return false;
}

const cues = [...new Set(calls.flatMap(([, ...texts]) => texts))];
const firstUnits = unitsIn(cues.map(cue => cue.charAt(0)).join(''));
const cuesByUnit: readonly (readonly string[])[] = Array.from({ length: 0x80 }, (_, unit) => cues.filter(cue => cue.charCodeAt(0) === unit));

/** Still cheaper than the patterns, and false for nearly every line that has such a sign. */
function holdsCue(units: Uint16Array, from: number, to: number): boolean {
	for (let at = nextIn(firstUnits, units, from, to); at < to; at = nextIn(firstUnits, units, at + 1, to)) {
		for (const cue of cuesByUnit[units[at] as number] ?? []) { if (standsAt(units, at, cue)) { return true; } }
	}
	return false;
}

/** Whether a text stands at an offset where its first unit does. */
function standsAt(units: Uint16Array, at: number, text: string): boolean {
	let length = 1;
	while (length < text.length && units[at + length] === text.charCodeAt(length)) { length++; }
	return length === text.length;
}
