import { isBlank, isLetter } from '../text/kinds.ts';

/** What the body of an article begins and ends with, as far as it could be the site's. */
export interface Edges {
	readonly starts: readonly string[];
	readonly ends: readonly string[];
}

/** UTF-16 units of an edge, and of one that is part of a longer one. */
const LONGEST = 400;
const SHORTEST = 8;
/** Edges that are kept of each side. */
const MOST = 4;
/** A shorter title may stand in a text by chance. */
const LEAST_TITLE = 12;
/** Words in front of a title that go with it: “The post … appeared first on …”. */
const WORDS = 3;

/**
 * The edges of a body, the shortest first: from its start up to a mark of punctuation, and from such a mark to its end. A
 * sentence begins like another by chance; the site's text is parted from the article's by a mark. Where the title stands in
 * the end, `*` is put for it.
 */
export function edgesOf(first: string, last: string, title: string): Edges {
	return { starts: [...startsOf(first), ...startsOfNetworks(first)], ends: [...endsOf(last), ...endsOfNetworks(last), ...endsAround(last, title)] };
}

/** Names by which a site asks to be followed and shared; with two of them no mark is needed. */
const network = /تويتر|فيسبوك|فيس بوك|واتساب|انستقرام|إنستغرام|انستغرام|تلغرام|تليجرام|تيليجرام|يوتيوب|توییتر|تلگرام|اینستاگرام|فیس بک|ٹوئٹر|פייסבוק|טוויטר|טלגרם|וואטסאפ|אינסטגרם|Twitter|Facebook|WhatsApp|Telegram|Instagram|YouTube/gu;
const NETWORKS = 2;
/** UTF-16 units in which they are looked for. */
const REACH = 120;

/** From the start to the ends of words from the second network on. */
function startsOfNetworks(text: string): string[] {
	const head = text.slice(0, REACH);
	const names = [...head.matchAll(network)];
	const second = names[NETWORKS - 1];
	if (second === undefined) { return []; }
	const found: string[] = [];
	for (let end = second.index + second[0].length; end < head.length; end++) { if (isBlank(head.charCodeAt(end))) { keep(found, head.slice(0, end)); } }
	return found;
}

/** From the starts of words up to the last network but one to the end. */
function endsOfNetworks(text: string): string[] {
	const tail = text.slice(-REACH);
	const names = [...tail.matchAll(network)];
	const second = names.at(-NETWORKS);
	if (second === undefined) { return []; }
	const found: string[] = [];
	for (let start = 1; start <= second.index; start++) { if (isBlank(tail.charCodeAt(start - 1)) && !isBlank(tail.charCodeAt(start))) { keep(found, tail.slice(start)); } }
	return found;
}

function startsOf(text: string): string[] {
	const found: string[] = [];
	for (let end = 1; end <= Math.min(text.length - 1, LONGEST) && found.length < MOST; end++) {
		if (isMark(text[end - 1]) && !isMark(text[end])) { keep(found, text.slice(0, end)); }
	}
	return found;
}

function endsOf(text: string): string[] {
	const found: string[] = [];
	for (let start = text.length - 1; start >= Math.max(1, text.length - LONGEST) && found.length < MOST; start--) {
		if (isMark(text[start - 1]) && !isMark(text[start])) { keep(found, withoutBlanks(text.slice(start))); }
	}
	return found;
}

/** From some words in front of the title to the end. */
function endsAround(text: string, title: string): string[] {
	const at = title.length < LEAST_TITLE ? -1 : text.lastIndexOf(title);
	const behind = text.slice(at + title.length);
	if (at < 0 || behind.length > LONGEST || !holdsLetter(behind)) { return []; }
	const found: string[] = [];
	let start = at;
	for (let words = 0; words <= WORDS; words++) {
		keep(found, `${text.slice(start, at)}*${behind}`);
		while (start > 0 && isBlank(text.charCodeAt(start - 1))) { start--; }
		if (start === 0 || isMark(text[start - 1])) { break; }
		while (start > 0 && !isBlank(text.charCodeAt(start - 1)) && !isMark(text[start - 1])) { start--; }
	}
	return found;
}

function keep(found: string[], text: string): void {
	if (text.length >= SHORTEST && holdsLetter(text)) { found.push(text); }
}

function withoutBlanks(text: string): string {
	let start = 0;
	while (isBlank(text.charCodeAt(start))) { start++; }
	return text.slice(start);
}

const isMark = (character: string | undefined): boolean => character !== undefined && '.!?…۔؟:;|/–—-*)]}»”>'.includes(character);

function holdsLetter(text: string): boolean {
	for (let at = 0; at < text.length; at++) { if (isLetter(text.charCodeAt(at))) { return true; } }
	return false;
}
