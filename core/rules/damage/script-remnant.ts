import { Kind, Pair, kindsOf } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { shift } from '../../text/range.ts';
import { defineRule, textRoles } from '../rule.ts';
import { editorOf } from './_edit.ts';

/** What begins code, whatever stands around it: calls and names that no prose has. */
const calls = [
	'<(?:script|style)\\b',
	'\\(function ?\\(',
	'\\bfunction(?: [\\w$]{1,40})? ?\\([\\w$, ]{0,80}\\) ?\\{',
	'\\bvar [\\w$]{1,40} ?= ?[\\w$"\'({\\[]',
	// “Then let x = 3” is said in prose, too.
	'\\b(?:let|const) [\\w$]{1,40} ?= ?[^;]{1,80};',
	'\\bdocument\\.(?:write|getElementById|createElement|querySelector|cookie)',
	'\\bwindow\\.[\\w$]{1,40} ?[=(.|]',
	'\\bjQuery ?\\(',
	'\\$\\((?:document|window|["\'][.#])',
	'\\b(?:googletag|adsbygoogle|dataLayer|_gaq)\\b ?[.=|(]',
	'\\b(?:fbq|gtag)\\(["\']',
	'// ?<!\\[CDATA\\[',
];
const blocks = [
	'\\{ ?"@(?:context|type)" ?:',
	'@(?:media|font-face|import)\\b[^{};]{0,80}[{;]',
	'[.#@]?[A-Za-z][\\w.#: ,>-]{0,80}\\{ ?[a-z-]{2,30} ?: ?[^{};]{1,120}[;}]',
];
/** Cheap to look for, and in nearly all code. */
const latin = kindsOf(Kind.Latin);
const codePairs = Pair.CodeSign | Pair.StopLatin;
/** By UTF-16 unit: whether code has it, and prose hardly ever. */
const isCode = new Uint8Array(0x10000);
for (const sign of '{}=<;$|') { isCode[sign.charCodeAt(0)] = 1; }
const plain = new RegExp(calls.join('|'), 'gu');
const braced = new RegExp([...calls, ...blocks].join('|'), 'gu');

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
		if ((kinds & latin) === 0 || (pairs & codePairs) === 0 || !mayBeCode(article.units, start, end)) { return; }
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

const STOP = 0x2e;
const BRACKET = 0x28;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
/** The last letter of `document`. */
const T = 0x74;

/** Cheap to look for: a sign of code, a call with a text, or a part of something whose name ends like `document`. */
function mayBeCode(units: Uint16Array, from: number, to: number): boolean {
	for (let at = from; at < to; at++) {
		const unit = units[at] as number;
		if (isCode[unit] === 1 || (unit === STOP && units[at - 1] === T) || (unit === BRACKET && (units[at + 1] === QUOTE || units[at + 1] === APOSTROPHE))) { return true; }
	}
	return false;
}
