import { languageOfUnits, type Language } from '../text/language.ts';
import type { Lines } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import { commonUnits } from '../text/runs.ts';
import type { TextSource } from '../text/source.ts';
import { Kind, Pair, invisibleKinds, kindsOf } from '../text/kinds.ts';
import { areAlike, visibleForm } from './alike.ts';
import type { Header } from './header.ts';
import { inferRoles, type BodyRoles } from './roles.ts';
import { HeaderValues } from './values.ts';

/** What a line of an article is. `lead` and `related-headlines` are inferences, see {@link BodyRoles}. */
export type Role = 'header' | 'title' | 'title-copy' | 'extra-title' | 'lead' | 'related-headlines' | 'paragraph' | 'blank';

const NONE = -1;
/** Parts that are cut from the source before the whole text is made, and units of a text that is never made for a part. */
const FEW = 3;
const GIANT = 1 << 18;
/** What a comparison of first letters would stumble over, besides blanks in front. */
const markup = kindsOf(Kind.Markup);
const unseenKinds = invisibleKinds | kindsOf(Kind.UnusualSpace);

/** Units of the article that was asked for last: those of all articles would take as much memory as their texts again. */
let asked: { readonly article: Article; readonly units: Uint16Array } | undefined;

/**
 * One article of a dump, from its header line to the next; all offsets are UTF-16 units from its start, lines are
 * counted from 0. An article without a header is the text in front of the first one. What costs is read when asked for.
 */
export class Article {
	readonly lines: Lines;
	readonly header: Header | undefined;
	/** Line of the title, −1 where the article ends before it. It may be blank: an empty title is a title. */
	readonly titleLine: number;
	/** Line of the second copy, −1 where the line behind the title is body text already, or missing. */
	readonly copyLine: number;
	/** First line behind header, titles and further copies of the title. */
	readonly bodyLine: number;
	readonly #source: TextSource;
	#text: string | undefined;
	#cuts = 0;
	#date: string | undefined;
	#address: string | undefined;
	#language: Language | undefined;
	#roles: BodyRoles | undefined;
	#values: HeaderValues | undefined;

	constructor(source: TextSource, lines: Lines, header: Header | undefined) {
		this.#source = source;
		this.lines = lines;
		this.header = header;
		if (header === undefined) {
			this.titleLine = NONE;
			this.copyLine = NONE;
			this.bodyLine = 0;
			return;
		}
		this.titleLine = lines.count > 1 ? 1 : NONE;
		this.copyLine = this.#isCopy(1, 2) ? 2 : NONE;
		let body = this.copyLine === NONE ? 2 : 3;
		while (this.copyLine !== NONE && this.#isExtraCopy(body)) { body++; }
		this.bodyLine = Math.min(body, lines.count);
	}

	get length(): number { return this.#source.length; }
	/** The text as UTF-16 units, for who looks at many of them and wants none as a string; nobody may change them. */
	get units(): Uint16Array {
		if (asked?.article !== this) { asked = { article: this, units: this.#source.units() }; }
		return asked.units;
	}
	get text(): string { return (this.#text ??= this.#source.slice(0, this.#source.length)); }
	/** The first parts are cut from the source; who asks for more gets parts of the whole text, which is dearer only once. */
	slice({ start, end }: Range): string {
		if (this.#text === undefined && (this.length > GIANT || this.#cuts++ < FEW)) { return this.#source.slice(start, end); }
		return this.text.slice(start, end);
	}
	/** Text of a line without its line end. */
	lineText(line: number): string { return this.slice(this.lines.range(line)); }

	/** Whether two lines are the same, unit for unit; without their texts, because nearly every article is asked. */
	isSame(one: number, other: number): boolean {
		const { lines, units } = this;
		const [start, otherStart] = [lines.start(one), lines.start(other)];
		const length = lines.end(one) - start;
		return lines.end(other) - otherStart === length && commonUnits(units, start, otherStart, length) === length;
	}

	/** The title as written, without its line end; empty where there is none. */
	get title(): string { return this.titleLine === NONE ? '' : this.lineText(this.titleLine); }
	get date(): string | undefined { return (this.#date ??= this.#fieldText(this.header?.date)); }
	get address(): string | undefined { return (this.#address ??= this.#fieldText(this.header?.address)); }

	/** What date and address mean. */
	get values(): HeaderValues { return (this.#values ??= new HeaderValues(this)); }

	/** BCP 47, guessed from title and body; the address says nothing. */
	get language(): Language {
		const start = this.header === undefined ? 0 : this.lines.next(0);
		return (this.#language ??= languageOfUnits(this.units, start, this.length));
	}

	/** Roles of the body lines, with the evidence for them. */
	get body(): BodyRoles { return (this.#roles ??= inferRoles(this)); }

	role(line: number): Role {
		if (line === 0 && this.header !== undefined) { return 'header'; }
		if (line === this.titleLine) { return 'title'; }
		if (line === this.copyLine) { return 'title-copy'; }
		if (this.lines.isBlank(line)) { return 'blank'; }
		if (line < this.bodyLine) { return 'extra-title'; }
		if (line === this.body.lead?.line) { return 'lead'; }
		return line === this.body.related?.line ? 'related-headlines' : 'paragraph';
	}

	#fieldText(range: Range | undefined): string | undefined {
		// A text of its own: a part of the article's text is slower to read.
		return range === undefined ? undefined : this.#source.slice(range.start, range.end);
	}

	#isCopy(title: number, copy: number): boolean {
		const { lines } = this;
		if (copy >= lines.count) { return false; }
		// A blank line in the place of a title or its copy is that field, empty: later fields do not shift.
		if (lines.isBlank(title) || lines.isBlank(copy)) { return true; }
		if (this.isSame(title, copy)) { return true; }
		const first = this.lineText(title);
		const second = this.lineText(copy);
		return areAlike(first, second) && !this.#isRepeatedBelow(first, second, copy + 1);
	}

	/** A line that is only like the title, and stands again in the body, is a lead. */
	#isRepeatedBelow(title: string, text: string, from: number): boolean {
		const form = visibleForm(text);
		if (form === visibleForm(title)) { return false; }
		for (let line = from, seen = 0; line < this.lines.count && seen < 3; line++) {
			if (this.lines.isBlank(line)) { continue; }
			seen++;
			if (this.lines.end(line) - this.lines.start(line) <= text.length + 40 && visibleForm(this.lineText(line)) === form) { return true; }
		}
		return false;
	}

	/** False where the first letters tell that a line is no copy of the title; an entity may stand for any letter. */
	#mayBeginAlike(line: number): boolean {
		const { lines, titleLine } = this;
		if (((lines.pairs(line) | lines.pairs(titleLine)) & Pair.LeadingBlank) !== 0) { return true; }
		if (((lines.kinds(line) | lines.kinds(titleLine)) & (unseenKinds | markup)) !== 0) { return true; }
		const start = lines.start(line);
		const titleStart = lines.start(titleLine);
		const common = Math.min(4, lines.end(line) - start, lines.end(titleLine) - titleStart);
		return commonUnits(this.units, start, titleStart, common) === common;
	}

	#isExtraCopy(line: number): boolean {
		const { lines } = this;
		if (line >= lines.count || lines.isBlank(line) || lines.isBlank(this.titleLine)) { return false; }
		const length = lines.end(line) - lines.start(line);
		const titleLength = lines.end(this.titleLine) - lines.start(this.titleLine);
		// Only what looks the same is a copy: a paragraph is seldom as short as a title, and seldom begins as it does.
		if (length > titleLength * 2 + 40 || !this.#mayBeginAlike(line)) { return false; }
		return visibleForm(this.lineText(line)) === visibleForm(this.title);
	}
}
