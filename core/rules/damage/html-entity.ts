import { characterName } from '../../text/characters.ts';
import { decodeEntities, entitiesIn, privateUseIn, type Entity } from '../../text/entities.ts';
import { joinerVerdict } from '../../text/joiners.ts';
import { Kind, isBlank, isInvisible, isKind, isSpaceless, kindsOf } from '../../text/kinds.ts';
import type { Language } from '../../text/language.ts';
import { codePointName, quoted } from '../../text/quote.ts';
import type { Range } from '../../text/range.ts';
import { defineRule, textRoles, type LineSubject } from '../rule.ts';
import { editorOf } from './_edit.ts';
import { partsOfTags } from './_tags.ts';

const joiners = kindsOf(Kind.Joiner);
/** French sets a no-break blank in front of these, and behind «. */
const frenchAfter = /^[;:!?»%]/u;
const address = /(?:https?:\/\/|www\.)[^ \t\u00a0\u000b\u000c\u0085\u2028\u2029"«»“”<>]*/giu;
const delimiter = /^["'«»“”‘’<>]$/u;
/** What follows an `&amp;` between two parameters of an address, even where its beginning is missing. */
const query = /^[A-Za-z_][A-Za-z0-9_]{0,30}=/u;
const BLANK = 0x20;
const REACH = 40;

export const htmlEntity = defineRule({
	id: 'html-entity',
	group: 'damage',
	severity: 'warning',
	since: '0.1.0',
	fix: 'sometimes',
	safety: 'both',
	keepsText: true,
	summary: 'A character reference of HTML (`&quot;`, `&#39;`) stands where its character should.',
	why: 'Readers see the code, search misses the word, and twin titles that are decoded in one place and not in another no longer match.',
	details: [
		'An `&` in plain prose (*AT&T*, *R&D;*) is no reference, and a reference inside a web address is left alone, because there it may be part of the address. Names that HTML does not know, and numbers of controls and other things that are no text, are left alone too; those of characters of private use are reported, and only the page that was read tells what they showed.',
		'Each reference is decoded once. Where that gives another reference (`&amp;quot;`), the text was encoded twice, or it speaks of HTML and means the code: only a reader can tell, so that fix is unsafe. So is that of a reference out of which a tag would come (`&lt;b&gt;`): what was a word of the article would look like damage.',
		'A reference to a kind of blank (`&nbsp;`, `&#160;`, `&#13;`) becomes one plain blank, and nothing beside another blank or at a line\'s edge; in French it becomes U+00A0 where French punctuation asks for it. `&zwnj;` and `&zwj;` become the joiner where the language of the article has one at such a place. References to other invisible characters (`&lrm;`, `&shy;`, `&#8203;`) are deleted: no bidi control is ever written into a dump. Where nothing else stands in the line, the line is deleted; there is then no fix in a title, nor in a body that has no other text.',
		'All other fixes are safe: the reference is the exact code of its character.',
	].join('\n\n'),
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a?b=1&amp;c=2\nمعرض ⟦&quot;⟧الكتاب⟦&quot;⟧ يفتح أبوابه\nمعرض ⟦&quot;⟧الكتاب⟦&quot;⟧ يفتح أبوابه\nيستقبل معرض⟦&nbsp;⟧الكتاب زواره من الغد، ودخول AT&T مجاني.\n',
		good: ' date 2025-03-04 https://example.com/a?b=1&amp;c=2\nمعرض "الكتاب" يفتح أبوابه\nمعرض "الكتاب" يفتح أبوابه\nيستقبل معرض الكتاب زواره من الغد، ودخول AT&T مجاني.\n',
	}, {
		bad: ' date 2025-03-04 https://example.com/a\nGarden show opens\nGarden show opens\nVisitors may buy seeds ⟦&amp;⟧amp; plants.\n',
		good: ' date 2025-03-04 https://example.com/a\nGarden show opens\nGarden show opens\nVisitors may buy seeds & plants.\n',
		note: 'Encoded twice: a fix by hand decodes it in two steps.',
	}],
	on: 'line',
	gate: { kinds: kindsOf(Kind.Markup), roles: textRoles },
	check(subject, report, _options, context) {
		const { article, text, start } = subject;
		if (!text.includes('&')) { return; }
		const entities = entitiesIn(text);
		reportPrivateUse(subject, report);
		if (entities.length === 0) { return; }
		const editOf = editorOf(subject, decodeEntities);
		const skipped = inAddresses(text, entities);
		const parts = partsOfTags(text, entities);
		for (const [index, entity] of entities.entries()) {
			if (skipped.has(entity)) { continue; }
			const instead = replacementOf(text, entities, index, () => context.language ?? article.language);
			const range = { start: entity.start, end: endOf(entity) };
			const edit = editOf(range, instead);
			report({
				range: { start: start + range.start, end: start + range.end },
				message: `The code “${entity.source}” stands for ${nameOf(entity.character)}, and readers see the code.`,
				fixes: edit === undefined ? [] : [{ title: instead === '' ? 'Delete the code' : `Replace with ${nameOf(instead)}`, safety: parts.has(entity) || isNested(text, entity) ? 'unsafe' : 'safe', edits: [edit] }],
			});
		}
	},
});

/** A font of icons showed it; outside of addresses only the page that was read tells what. */
function reportPrivateUse({ text, start }: LineSubject, report: (found: { readonly range: Range; readonly message: string }) => void): void {
	const found = privateUseIn(text);
	if (found.length === 0) { return; }
	const skipped = inAddresses(text, found);
	for (const entity of found) {
		if (skipped.has(entity)) { continue; }
		report({
			range: { start: start + entity.start, end: start + endOf(entity) },
			message: `The code “${entity.source}” stands for ${codePointName(entity.character.codePointAt(0) ?? 0)} of private use, which only a font of the site could show: compare with the source.`,
		});
	}
}

const endOf = (entity: Entity): number => entity.start + entity.source.length;

/** True for an `&amp;` whose character begins another reference. */
const isNested = (text: string, entity: Entity): boolean =>
	entity.character === '&' && entitiesIn(`&${text.slice(endOf(entity), endOf(entity) + REACH)}`)[0]?.start === 0;

function nameOf(character: string): string {
	const codePoint = character.codePointAt(0) ?? 0;
	if (codePoint === 0x20) { return 'a blank'; }
	return isSpaceless(codePoint) ? characterName(codePoint) : quoted(character);
}

/** The references that belong to a web address: those up to the first that stands for what no address holds. */
function inAddresses(text: string, entities: readonly Entity[]): ReadonlySet<Entity> {
	const found = new Set<Entity>();
	let index = 0;
	for (const match of text.matchAll(address)) {
		const end = match.index + match[0].length;
		let isInside = true;
		for (let entity = entities[index]; entity !== undefined && entity.start < end; entity = entities[++index]) {
			if (entity.start < match.index) { continue; }
			isInside &&= !delimiter.test(entity.character) && !isSpaceless(entity.character.charCodeAt(0));
			if (isInside) { found.add(entity); }
		}
	}
	for (const entity of entities) {
		if (entity.character === '&' && query.test(text.slice(endOf(entity), endOf(entity) + 32))) { found.add(entity); }
	}
	return found;
}

/** What the fix writes; see the page of the rule. */
function replacementOf(text: string, entities: readonly Entity[], index: number, language: () => Language): string {
	const entity = entities[index];
	if (entity === undefined) { return ''; }
	const { character, start } = entity;
	const unit = character.charCodeAt(0);
	const end = endOf(entity);
	const previous = entities[index - 1];
	const before = previous !== undefined && endOf(previous) === start ? previous.character : text.slice(Math.max(0, start - 1), start);
	if (isBlank(unit)) {
		const isFrench = unit !== BLANK && (before === '«' || frenchAfter.test(decodeEntities(text.slice(end, end + 8)))) && language() === 'fr';
		if (isFrench) { return '\u00a0'; }
		// A blank coded next to this one keeps itself, so only a plain blank counts on the right.
		return before === '' || end === text.length || isBlank(before.charCodeAt(0)) || isBlank(text.charCodeAt(end)) ? '' : ' ';
	}
	if (isKind(unit, joiners)) {
		const head = text.slice(Math.max(0, start - REACH), start);
		const isRight = before !== character && joinerVerdict(head + character + text.slice(end, end + REACH), { start: head.length, end: head.length + 1 }, language()) === undefined;
		return isRight ? character : '';
	}
	return isInvisible(unit) ? '' : character;
}
