import { remove } from '../../text/edit.ts';
import { Kind, arabicKinds, isKind, kindsOf } from '../../text/kinds.ts';
import { codePointName, counted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';

export const invisibleCharacterInAddress = defineRule({
	id: 'invisible-character-in-address',
	group: 'header',
	severity: 'warning',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	summary: 'The address holds characters that cannot be seen: bidi controls, zero-width characters, soft hyphens, line separators.',
	why: 'Two addresses that look the same are not equal then: duplicates stay unfound, and the page may not be found either.',
	details: 'The zero-width non-joiner at a letter is part of Persian and Urdu slugs and is left alone; so are joiners inside emoji, and invisible characters that are percent-encoded and so can be seen.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/news/12⟦\\u200f⟧/library\nعنوان\nعنوان\nنص الخبر هنا.\n',
		good: ' date 2025-03-04 https://example.com/news/12/library\nعنوان\nعنوان\nنص الخبر هنا.\n',
	}],
	on: 'field',
	fields: ['address'],
	check({ article, text, start }, report) {
		if ((article.lines.kinds(0) & hidden) === 0) { return; }
		for (let at = 0; at < text.length; at++) {
			if (!isHidden(text, at)) { continue; }
			const first = at;
			while (isHidden(text, at)) { at++; }
			const range = { start: first + start, end: at + start };
			const names = at - first === 1 ? codePointName(text.charCodeAt(first)) : `${counted(at - first, 'character')}, the first ${codePointName(text.charCodeAt(first))}`;
			report({
				range,
				message: `The address holds what cannot be seen: ${names}.`,
				fixes: [{ title: `Delete ${counted(at - first, 'invisible character')}`, safety: 'safe', edits: [remove(range)] }],
			});
		}
	},
});

const hidden = kindsOf(Kind.ZeroWidth, Kind.Joiner, Kind.BidiMark, Kind.BidiPaired, Kind.BidiOverride, Kind.LineSeparator);
const wordKinds = arabicKinds | kindsOf(Kind.Mark, Kind.ArabicDigit, Kind.PersianDigit);
const emojiParts = kindsOf(Kind.Surrogate, Kind.Other);

function isHidden(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	if (!isKind(unit, hidden)) { return false; }
	if (unit === 0x200d) { return !isKind(text.charCodeAt(at - 1), emojiParts) || !isKind(text.charCodeAt(at + 1), emojiParts); }
	// A title's ZWNJ before a blank stands before the hyphen of the slug: outlets serve it so.
	return unit !== 0x200c || !(isKind(text.charCodeAt(at - 1), wordKinds) || isKind(text.charCodeAt(at + 1), wordKinds));
}
