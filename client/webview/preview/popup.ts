import { button, element } from '../shared/dom.ts';
import { t } from '../shared/l10n.ts';
import type { ShownProblem } from './marks.ts';
import { problemsWords, severityWords } from './severities.ts';

export interface PopupEvents {
	readonly fix: (problem: ShownProblem, fix: number) => void;
	readonly openRule: (rule: string) => void;
	readonly showSource: (problem: ShownProblem) => void;
}

interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** Pixels between the text and the popup, and to the edge of the window. */
const GAP = 6;

/** The messages and fixes of the problems at a place. Messages and fixes are English, so it reads from left to right. */
export class Popup {
	readonly root = element('div', { class: 'popup', role: 'dialog', 'aria-label': t('Problem'), tabindex: '-1', hidden: '' });
	readonly #events: PopupEvents;
	#problems: readonly ShownProblem[] = [];
	#returnTo: HTMLElement | undefined;
	#closing: ReturnType<typeof setTimeout> | undefined;

	constructor(events: PopupEvents) {
		this.#events = events;
		this.root.addEventListener('pointerenter', () => { clearTimeout(this.#closing); });
		this.root.addEventListener('pointerleave', () => { if (!this.hasFocus) { this.closeSoon(); } });
		this.root.addEventListener('keydown', event => {
			if (event.key === 'Escape') { event.stopPropagation(); this.close(); }
		});
		this.root.addEventListener('focusout', ({ relatedTarget }) => {
			if (!(relatedTarget instanceof Node && this.root.contains(relatedTarget)) && document.hasFocus()) { this.closeSoon(); }
		});
	}

	get isOpen(): boolean { return !this.root.hidden; }
	get hasFocus(): boolean { return this.root.contains(document.activeElement); }
	isShowing(problems: readonly ShownProblem[]): boolean {
		return this.isOpen && problems.length === this.#problems.length && problems.every((each, at) => each === this.#problems[at]);
	}

	/** Beside what the pointer is over; the focus stays where it is. */
	hover(problems: readonly ShownProblem[], box: Box): void {
		clearTimeout(this.#closing);
		if (this.isShowing(problems)) { return; }
		this.#fill(problems);
		this.#place(box);
	}

	/** For the keyboard: takes the focus and gives it back when it closes. */
	open(problems: readonly ShownProblem[], box: Box, returnTo: HTMLElement): void {
		clearTimeout(this.#closing);
		this.#fill(problems);
		this.#place(box);
		this.#returnTo = returnTo;
		(this.root.querySelector('button') ?? this.root).focus({ preventScroll: true });
	}

	closeSoon(): void {
		clearTimeout(this.#closing);
		this.#closing = setTimeout(() => { this.close(); }, 300);
	}

	close(): void {
		clearTimeout(this.#closing);
		if (!this.isOpen) { return; }
		const hadFocus = this.hasFocus;
		this.root.hidden = true;
		this.#problems = [];
		if (hadFocus) { this.#returnTo?.focus({ preventScroll: true }); }
		this.#returnTo = undefined;
	}

	#fill(problems: readonly ShownProblem[]): void {
		this.#problems = problems;
		this.root.setAttribute('aria-label', problemsWords(problems.length));
		this.root.replaceChildren(...problems.map(shown => this.#entry(shown)));
		this.root.hidden = false;
	}

	#entry(shown: ShownProblem): HTMLElement {
		const { problem } = shown;
		const fixes = problem.fixes.map(({ title, safety }, at) => button({
			label: safety === 'safe' ? title : t('{0} (unsafe)', title),
			className: 'fix',
			onPress: () => { this.#events.fix(shown, at); this.close(); },
		}));
		const rule = button({ label: problem.rule, className: 'link', onPress: () => { this.#events.openRule(problem.rule); } });
		rule.title = t('Open the rule’s page');
		const source = button({ label: t('Show in source'), className: 'link', onPress: () => { this.#events.showSource(shown); } });
		return element('div', { class: `entry ${problem.severity}` },
			element('p', { class: 'message' }, element('span', { class: 'severity' }, severityWords[problem.severity]), element('bdi', { dir: 'ltr', lang: 'en' }, problem.message)),
			element('div', { class: 'actions' }, ...fixes, source, rule));
	}

	/** Below the box where there is room, else above; inside the window in any case. */
	#place(box: Box): void {
		const { root } = this;
		root.style.maxHeight = `${Math.max(120, Math.max(innerHeight - box.bottom, box.top) - 3 * GAP)}px`;
		const { width, height } = root.getBoundingClientRect();
		const isBelow = box.bottom + GAP + height <= innerHeight || box.top < innerHeight - box.bottom;
		root.style.top = `${Math.max(GAP, isBelow ? box.bottom + GAP : box.top - GAP - height)}px`;
		const middle = (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2;
		root.style.left = `${Math.max(GAP, Math.min(innerWidth - width - GAP, middle - width / 2))}px`;
	}
}
