import type { PreviewProblem } from '#core/features/preview.ts';
import type { Severity } from '#core/rules/rule.ts';
import { button } from '../shared/dom.ts';
import type { Piece } from './item.ts';
import { SEVERITIES, problemsWords, severityWords } from './severities.ts';
import { BlockText, type TextPlace } from './places.ts';

/** A problem where the page shows it. */
export interface ShownProblem {
	readonly index: number;
	readonly problem: PreviewProblem;
	/** What is underlined; several where it runs over lines. */
	readonly ranges: readonly Range[];
}

/** What happens at the mark beside a line. */
export interface MarksEvents {
	readonly open: (problems: readonly ShownProblem[], mark: HTMLElement) => void;
	readonly hover: (problems: readonly ShownProblem[], mark: HTMLElement) => void;
	readonly leave: () => void;
}

/**
 * Underlines problems by the browser's own highlights: they are painted over the text and leave it whole, so that joined
 * letters stay joined and nothing moves. A mark beside the line tells of those that have nothing to underline.
 */
export class Marks {
	readonly #highlights = new Map(SEVERITIES.map((severity, priority) => [severity, highlightOf(severity, priority)]));
	readonly #shown = new Map<Piece, readonly ShownProblem[]>();
	readonly #events: MarksEvents;

	constructor(events: MarksEvents) {
		this.#events = events;
	}

	mounted(piece: Piece): void {
		if (piece.article === undefined || piece.article.problems.length === 0) { return; }
		const blocks = [...piece.root.querySelectorAll<HTMLElement>('[data-start]')].map(block => new BlockText(block)).sort((a, b) => a.start - b.start);
		const byRow = new Map<Element, ShownProblem[]>();
		const shown: ShownProblem[] = [];
		for (const problem of piece.article.problems) {
			const touched = blocks.filter(block => block.touches(problem.start, problem.end) && !(block.start === problem.end && problem.start < problem.end) && !(block.end === problem.start && problem.start < problem.end && block.end > block.start));
			const homes = touched.length > 0 ? touched : this.#homeOf(problem, piece, blocks);
			if (homes.length === 0) { continue; }
			const placed: ShownProblem = { index: piece.index, problem, ranges: homes.map(block => block.range(problem.start, problem.end)) };
			shown.push(placed);
			for (const range of placed.ranges) { this.#highlights.get(problem.severity)?.add(range); }
			const row = rowOf(homes[0]?.block);
			if (row !== null) { byRow.set(row, [...(byRow.get(row) ?? []), placed]); }
		}
		for (const [row, problems] of byRow) { row.append(this.#markOf(problems)); }
		this.#shown.set(piece, shown);
	}

	unmounted(piece: Piece): void {
		for (const { problem, ranges } of this.#shown.get(piece) ?? []) {
			for (const range of ranges) { this.#highlights.get(problem.severity)?.delete(range); }
		}
		this.#shown.delete(piece);
	}

	/** The problems at a place of the text that a pointer is over. */
	at({ index, offset }: TextPlace, x: number, y: number): ShownProblem[] {
		return [...this.#shown].flatMap(([piece, shown]) => (piece.index !== index ? [] : shown.filter(({ problem, ranges }) =>
			(problem.start <= offset && offset <= problem.end || ranges.some(isWhole)) && ranges.some(range => isInside(range, x, y)))));
	}

	/** A problem that is in the page, by its range in the article. */
	find(index: number, start: number, end: number, rule: string): ShownProblem | undefined {
		for (const [piece, shown] of this.#shown) {
			const found = piece.index === index ? shown.find(({ problem }) => problem.start === start && problem.end === end && problem.rule === rule) : undefined;
			if (found !== undefined) { return found; }
		}
		return undefined;
	}

	/** Problems of what is not shown, such as a second title copy or the word “date”, are told at the article's head. */
	#homeOf(problem: PreviewProblem, piece: Piece, blocks: readonly BlockText[]): readonly BlockText[] {
		const line = piece.article?.lines.find(({ start, text }) => problem.start >= start && problem.start <= start + text.length);
		const isHead = line === undefined ? problem.start <= (piece.article?.header?.range.end ?? -1) + 2 : line.role === 'title-copy' || line.role === 'title';
		const title = blocks.find(({ block }) => block.matches('.title')) ?? blocks[0];
		return piece.part === 0 && isHead && title !== undefined ? [title] : [];
	}

	#markOf(problems: readonly ShownProblem[]): HTMLElement {
		const worst = problems.reduce((rank, { problem }) => Math.max(rank, SEVERITIES.indexOf(problem.severity)), 0);
		const made: HTMLButtonElement = button({
			label: `${problemsWords(problems.length)}: ${problems.map(({ problem }) => `${severityWords[problem.severity]}: ${problem.message}`).join(' ')}`,
			icon: document.createTextNode(problems.length > 1 ? String(problems.length) : ''),
			className: `mark ${SEVERITIES[worst] ?? 'hint'}`,
			onPress: () => { this.#events.open(problems, made); },
		});
		made.removeAttribute('title');
		made.addEventListener('pointerenter', () => { this.#events.hover(problems, made); });
		made.addEventListener('pointerleave', this.#events.leave);
		return made;
	}
}

/** Where the mark of a block goes: a second copy of the title may be folded away, and facts are clipped. */
function rowOf(block: HTMLElement | undefined): Element | null {
	if (block === undefined) { return null; }
	const head = block.closest('.head');
	if (head !== null && block.closest('details') !== null) { return head.querySelector(':scope > .row:has(> .title)'); }
	return block.closest('.row');
}

function highlightOf(severity: Severity, priority: number): Highlight {
	const made = new Highlight();
	made.priority = priority;
	CSS.highlights.set(`problem-${severity}`, made);
	return made;
}

const isWhole = (range: Range): boolean => range.startContainer instanceof HTMLElement && range.startContainer.dataset['whole'] !== undefined;

function isInside(range: Range, x: number, y: number): boolean {
	return [...range.getClientRects()].some(({ left, right, top, bottom }) => x >= left - 2 && x <= right + 2 && y >= top && y <= bottom + 4);
}
