import { Kind, isKind, kindsOf } from '../../text/kinds.ts';
import { codePointName, counted } from '../../text/quote.ts';
import { defineRule, textRoles } from '../rule.ts';

const suspects = kindsOf(Kind.PrivateUse, Kind.Surrogate);
const APPLE = 0xf8ff;

export const privateUseCharacter = defineRule({
	id: 'private-use-character',
	group: 'damage',
	severity: 'warning',
	since: '0.1.0',
	fix: 'never',
	summary: 'A character of private use, a non-character or half a surrogate pair stands in the text.',
	why: 'What it shows depends on a font that only the site had: elsewhere it is a box, and to a model a letter of no language.',
	details: 'Private use are U+E000–U+F8FF and the planes 15 and 16, where icon fonts put their pictures; U+F8FF is the logo of Apple on its own systems. Non-characters are U+FDD0–U+FDEF and the last two code points of each plane. A row of them is one problem. There is no fix: only the page that was read tells what they meant.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\n⟦\\uf095⟧ للتواصل مع المحطة اتصل بالرقم الموحد.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nللتواصل مع المحطة اتصل بالرقم الموحد. 🚆\n',
	}],
	on: 'line',
	gate: { kinds: suspects, roles: textRoles },
	check({ text, start }, report) {
		for (let at = 0; at < text.length; at++) {
			if (!isKind(text.charCodeAt(at), suspects)) { continue; }
			let end = at;
			let count = 0;
			for (let size = strangeAt(text, end); size > 0; size = strangeAt(text, end)) { end += size; count++; }
			if (end === at) { at += widthAt(text, at) - 1; continue; }
			const codePoint = text.codePointAt(at) ?? 0;
			report({ range: { start: start + at, end: start + end }, message: `${nameOf(codePoint)}${count === 1 ? '' : `, and so does the row of ${counted(count, 'such character')}`}: compare with the source, and write what it showed there.` });
			at = end - 1;
		}
	},
});

const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** Units of the strange character at `at`, 0 where there is none. */
function strangeAt(text: string, at: number): number {
	const codePoint = text.codePointAt(at);
	if (codePoint === undefined) { return 0; }
	const isStrange = codePoint > 0xffff ? codePoint >= 0xf0000 || (codePoint & 0xfffe) === 0xfffe : isKind(codePoint, suspects);
	return isStrange ? widthAt(text, at) : 0;
}

function nameOf(codePoint: number): string {
	const name = codePointName(codePoint);
	if (codePoint === APPLE) { return `${name} shows the logo of Apple, on its own systems only`; }
	if (codePoint >= 0xd800 && codePoint <= 0xdfff) { return `${name} stands for half a character, whose other half is lost`; }
	return (codePoint & 0xfffe) === 0xfffe || (codePoint >= 0xfdd0 && codePoint <= 0xfdef) ? `${name} stands for no character` : `${name} looks different in every font`;
}
