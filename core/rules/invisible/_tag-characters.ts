import type { Range } from '../../text/range.ts';

/** Tag characters, U+E0000–U+E007F; three to six letters and digits behind a black flag spell the emoji of another flag, up to the tag that ends it (UTS #51, ED-14a and annex C). */
const tags = /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f})|[\u{e0000}-\u{e007f}]+/gu;

/** Runs of tag characters that are no part of an emoji; offsets in the text. */
export function hiddenTags(text: string): Range[] {
	return Array.from(text.matchAll(tags)).filter(([, flag]) => flag === undefined).map(({ index, 0: run }) => ({ start: index, end: index + run.length }));
}

/** A text without hidden tag characters. */
export const withoutHiddenTags = (text: string): string => text.replace(tags, (run, flag: string | undefined) => flag ?? '');

/** What tag characters spell: each stands for the character of ASCII 0xE0000 below it; those that stand for no sign are left out. */
export function spelt(text: string, { start, end }: Range): string {
	return Array.from(text.slice(start, end), tag => (tag.codePointAt(0) ?? 0) - 0xe0000).filter(code => code >= 0x20 && code < 0x7f).map(code => String.fromCharCode(code)).join('');
}
