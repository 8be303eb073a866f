import { isBlank, isInvisible, isSpaceless } from '../../text/kinds.ts';
import type { Entity } from '../../text/entities.ts';

/** Elements of HTML that stand in articles (WHATWG HTML, 4), and some that were in use before. */
const names = 'a|abbr|article|aside|audio|b|big|blockquote|body|br|button|canvas|center|cite|code|del|div|dl|dt|dd|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|s|script|section|select|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|video|wbr|o:p';
/** Attributes without a value. */
const flags = 'allowfullscreen|async|autoplay|checked|controls|defer|disabled|hidden|itemscope|loop|muted|nowrap|noshade|open|readonly|required|reversed|selected';
/**
 * Attributes are not read: what begins as a tag and has a value, a slash or a flag ends at the next `>`, or, where a value
 * says that it is one, at the end of the line. Other words in angle brackets are words: `<b and c>`.
 */
export const tag = new RegExp(`<(?:/?(?:${names})(?:[ \\t]*/?|[ \\t][^<>=]*=[^<>]*|(?:[ \\t]+(?:${flags}))+[ \\t]*/?)>|(?:${names})[ \\t][^<>=]*=[^<>]*$|!--[^<>]*-->|!DOCTYPE[^<>]*>|!\\[CDATA\\[)`, 'giu');

export const withoutTags = (text: string): string => (text.includes('<') ? text.replace(tag, '') : text);

const codedTag = new RegExp(`(?:${tag.source})|<(?:script|style)\\b`, 'giu');

/** What other fixes delete, which may stand in the middle of a tag. */
const unseen = /[\p{Cf}\p{Cc}\u034f]/gu;
const none: ReadonlySet<Entity> = new Set();

/** The references of a text out of which, decoded, a tag would come that is none yet. */
export function partsOfTags(text: string, entities: readonly Entity[]): ReadonlySet<Entity> {
	if (!entities.some(isPart) || (!text.includes('<') && !entities.some(({ character }) => character === '<'))) { return none; }
	const found = new Set<Entity>();
	let decoded = '';
	let last = 0;
	/** Where each stands when all are decoded; blanks become plain ones, and the other unseen characters nothing. */
	const places = entities.map(({ start, source, character }) => {
		const unit = character.charCodeAt(0);
		decoded += text.slice(last, start).replace(unseen, '');
		const place = decoded.length;
		decoded += isBlank(unit) ? ' ' : isInvisible(unit) ? '' : character;
		last = start + source.length;
		return place;
	});
	decoded += text.slice(last).replace(unseen, '');
	let next = 0;
	for (const { index, 0: match } of decoded.matchAll(codedTag)) {
		const own: Entity[] = [];
		for (let entity = entities[next]; entity !== undefined && (places[next] ?? 0) < index + match.length; entity = entities[++next]) {
			if ((places[next] ?? 0) >= index) { own.push(entity); }
		}
		if (own.some(isPart)) { for (const entity of own) { found.add(entity); } }
	}
	return found;
}

/** Whether a character may make a tag of what is none without it. */
const isPart = ({ character }: Entity): boolean => '<>/!-'.includes(character) || isSpaceless(character.charCodeAt(0));
