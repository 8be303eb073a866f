import { placeIn, type ArticleChange, type DumpDocument } from '#core/document/document.ts';
import type { Article } from '#core/format/article.ts';
import type { Problem } from '#core/rules/rule.ts';
import type { Range } from '#core/text/range.ts';

/** An article as it was when its problems were last compared, and its lines that have been edited since, each with the first place that was. */
interface Edited {
	readonly index: number;
	readonly article: Article;
	readonly problems: readonly Problem[];
	readonly lines: ReadonlyMap<number, number>;
}

/**
 * Since which version a dump has had the problems it has. A client that is told that nothing is new keeps what it shows,
 * and that has moved along with the text typed meanwhile: so a problem on a line that was edited has to stand in front of that.
 */
export class Standing {
	readonly version: number;
	readonly #edited: Edited | undefined;

	constructor(version: number, edited?: Edited) {
		this.version = version;
		this.#edited = edited;
	}

	/** The article whose problems have to be compared before the version can be told. */
	get open(): number | undefined { return this.#edited?.index; }

	/**
	 * After an edit; undefined where it may have moved problems, by adding or removing a line.
	 * @param range of the edit, in offsets of `dump` as it was before
	 * @param problems of the article before the edit, where they have been found
	 */
	edited(dump: DumpDocument, range: Range, { document, first, removed, added }: ArticleChange, problems: readonly Problem[] | undefined): Standing | undefined {
		const article = dump.articles[first];
		const { line, character } = dump.positionAt(range.start);
		if (article === undefined || removed !== 1 || added !== 1 || document.lineCount !== dump.lineCount || dump.positionAt(range.end).line !== line) { return undefined; }
		const before = this.#edited ?? (problems === undefined ? undefined : { index: first, article, problems, lines: new Map<number, number>() });
		if (before?.index !== first) { return undefined; }
		const own = line - dump.firstLineOf(first);
		return new Standing(this.version, { ...before, lines: new Map([...before.lines, [own, Math.min(character, before.lines.get(own) ?? character)]]) });
	}

	/** With the open article compared: that of `version` has these problems. */
	settled(version: number, article: Article, problems: readonly Problem[]): Standing {
		const before = this.#edited;
		if (before === undefined) { return this; }
		const isSame = before.problems.length === problems.length && problems.every((problem, at) => {
			const old = before.problems[at];
			return old !== undefined && areAlike(before.article, old, article, problem) && !touches(article, problem, before.lines);
		});
		return new Standing(isSame ? this.version : version);
	}
}

/** Whether a client would show both in the same way; their fixes are asked for when they are wanted. */
function areAlike(before: Article, old: Problem, article: Article, problem: Problem): boolean {
	return old.rule === problem.rule && old.severity === problem.severity && old.message === problem.message && old.isUnnecessary === problem.isUnnecessary
		&& isSamePlace(before, old.range, article, problem.range) && old.related.length === problem.related.length
		&& old.related.every(({ message, range }, at) => message === problem.related[at]?.message && isSamePlace(before, range, article, problem.related[at].range));
}

function isSamePlace(before: Article, old: Range, article: Article, range: Range): boolean {
	return ([[old.start, range.start], [old.end, range.end]] as const).every(([was, is]) => {
		const [a, b] = [placeIn(before, was), placeIn(article, is)];
		return a.line === b.line && a.character === b.character;
	});
}

/** Whether a problem lies on an edited line, and not wholly in front of what was edited there. */
function touches(article: Article, { range }: Problem, lines: ReadonlyMap<number, number>): boolean {
	const [first, last] = [placeIn(article, range.start), placeIn(article, range.end)];
	for (const [line, character] of lines) {
		if (line >= first.line && (line < last.line || (line === last.line && last.character >= character))) { return true; }
	}
	return false;
}
