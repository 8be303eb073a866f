import type { Article } from '../../format/article.ts';
import { decodeEntities } from '../../text/entities.ts';
import { remove, replace, type Edit } from '../../text/edit.ts';
import { isSpaceless } from '../../text/kinds.ts';
import type { Range } from '../../text/range.ts';
import type { LineSubject } from '../rule.ts';
import { withoutTags } from './_tags.ts';

/**
 * Makes edits that replace a part of a line, offsets in the line. Where the rule deletes all that the line shows, the edit
 * deletes the line; there is none in a title, or in a body without any better line, which would be empty unseen.
 * @param without gives a text without all that the rule deletes
 */
export function editorOf({ article, line, role, text, start }: LineSubject, without: (text: string) => string): (range: Range, instead: string) => Edit | undefined {
	let isLost: boolean | undefined;
	let isHollow: boolean | undefined;
	return (range, instead) => {
		const own = { start: start + range.start, end: start + range.end };
		if (!isUnseen(instead)) { return replace(own, instead); }
		isHollow ??= isUnseen(withoutDamage(without(text)));
		if (isHollow && (role === 'title' || role === 'title-copy' || !hasBetterLine(article, line))) { return undefined; }
		isLost ??= isHollow && isUnseen(without(text));
		if (isLost) { return remove({ start, end: article.lines.next(line) }); }
		return instead === '' ? remove(own) : replace(own, instead);
	};
}

/** The first two lines of a body that show something else than damage. */
const bodies = new WeakMap<Article, readonly number[]>();

/** True for an article whose body has another line that shows something else than damage. */
function hasBetterLine(article: Article, line: number): boolean {
	const known = bodies.get(article) ?? goodLines(article);
	bodies.set(article, known);
	return known.some(each => each !== line);
}

function goodLines(article: Article): number[] {
	const found: number[] = [];
	for (let line = article.bodyLine; line < article.lines.count && found.length < 2; line++) {
		if (!article.lines.isBlank(line) && !isUnseen(withoutDamage(article.lineText(line)))) { found.push(line); }
	}
	return found;
}

const separators = /[\u000b\u000c\u0085\u2028\u2029]+/gu;
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]+/gu;

export const withoutSeparators = (text: string): string => text.replace(separators, '');
export const withoutControls = (text: string): string => text.replace(controls, '');
/** Without what any of these rules may delete. */
const withoutDamage = (text: string): string => withoutTags(withoutSeparators(withoutControls(decodeEntities(text))));

function isUnseen(text: string): boolean {
	for (let at = 0; at < text.length; at++) {
		if (!isSpaceless(text.charCodeAt(at))) { return false; }
	}
	return true;
}
