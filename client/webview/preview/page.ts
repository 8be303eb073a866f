import { connect, type Link } from '#contract/channel.ts';
import type { ArticlesChanged } from '#contract/preview-article.ts';
import { previewHost, previewPage, previewSaved, type PreviewSaved, type PreviewState, type Typography } from '#contract/preview.ts';
import { element, elementAt } from '../shared/dom.ts';
import type { Host } from '../shared/host.ts';
import { t, wordsDirection } from '../shared/l10n.ts';
import { Caret } from './caret.ts';
import { Dump } from './dump.ts';
import { Fetcher } from './fetcher.ts';
import { FindBar } from './find-bar.ts';
import { ArticleList } from './list.ts';
import { Marks, type ShownProblem } from './marks.ts';
import { Pointer } from './pointer.ts';
import { Popup } from './popup.ts';
import { Toolbar } from './toolbar.ts';
import { setTypography } from './typography.ts';

const EMPTY = { version: -1, lines: [], lengths: [] };
const START: PreviewState = {
	uri: '', name: '', isLocked: false, sizes: EMPTY, topLine: null, caretLine: null,
	settings: { isSynchronised: true, typography: { family: '', size: 18, lineHeight: 1, width: 40 } },
};

/** The page: everything it shows and what happens between its parts. */
export class Page {
	readonly #host: Host;
	readonly #link: Link<typeof previewHost>;
	readonly #list: ArticleList;
	readonly #fetcher: Fetcher;
	readonly #find: FindBar;
	readonly #marks: Marks;
	readonly #popup: Popup;
	readonly #toolbar: Toolbar;
	readonly #caret = new Caret();
	readonly #scroller = element('main', { class: 'scroller', tabindex: '0', 'aria-label': t('Articles') });
	readonly #feed = element('div', { class: 'sizer', role: 'feed', 'aria-label': t('Articles') });
	readonly #notice = element('p', { class: 'notice', role: 'status', dir: wordsDirection, hidden: '' });
	#state = START;
	#dump = new Dump('', EMPTY);
	#saved: PreviewSaved = { uri: '', isLocked: false, line: 0, isXray: false, typography: null };
	/** Who scrolled last; only what the reader does here is told to the editor, so that nothing comes back as an echo. */
	#driver: 'host' | 'page' = 'host';
	#telling = 0;
	#told = 0;
	#saving: ReturnType<typeof setTimeout> | undefined;
	#problemAt = -1;

	constructor(host: Host) {
		this.#host = host;
		const saved = previewSaved.safeParse(host.saved());
		if (saved.success) { this.#saved = saved.data; }
		this.#link = connect(host, previewPage, {
			show: state => { this.#show(state); },
			changed: change => { this.#changed(change); },
			scrollTo: ({ line }) => { this.#driver = 'host'; this.#list.scrollToLine(line); },
			caret: ({ line }) => { this.#caret.set(line, this.#dump, this.#list.pieces); },
			settings: settings => { this.#state = { ...this.#state, settings }; this.#arrange(); },
			locked: ({ isLocked }) => { this.#setLocked(isLocked); },
			run: ({ command }) => { this.#run(command); },
		}, previewHost, error => { this.#fail(error); });
		this.#toolbar = new Toolbar({
			go: index => { this.#driver = 'page'; this.#list.scrollToLine(this.#dump.firstLine(Math.min(index, Math.max(0, this.#dump.total - 1)))); },
			problem: direction => { this.#stepProblem(direction).catch((error: unknown) => { this.#fail(error); }); },
			find: () => { this.#run('find'); },
			xray: () => { this.#run('toggleXray'); },
			lock: () => { this.#setLocked(!this.#state.isLocked); this.#link.remote.setLocked({ isLocked: this.#state.isLocked }); },
			save: () => { this.#run('save'); },
			typography: typography => { this.#saved = { ...this.#saved, typography }; this.#arrange(); },
		});
		this.#popup = new Popup({
			fix: (shown, fix) => { this.#fix(shown, fix).catch((error: unknown) => { this.#fail(error); }); },
			openRule: rule => { this.#link.remote.openRule({ rule }); },
			showSource: ({ index, problem }) => { this.#reveal(index, problem.start, problem.end); },
		});
		this.#marks = new Marks({
			open: (problems, mark) => { this.#popup.open(problems, mark.getBoundingClientRect(), mark); },
			hover: (problems, mark) => { if (!this.#popup.hasFocus) { this.#popup.hover(problems, mark.getBoundingClientRect()); } },
			leave: () => { if (!this.#popup.hasFocus) { this.#popup.closeSoon(); } },
		});
		this.#find = new FindBar(this.#dump, {
			find: (query, isExact) => this.#link.remote.find({ query, isExact }),
			reveal: (index, offset) => this.#bringIntoView(index, offset, () => this.#find.currentRange()),
			pieces: () => this.#list.pieces,
			closed: () => { this.#scroller.focus(); },
			failed: error => { this.#fail(error); },
		});
		document.body.replaceChildren(this.#toolbar.root, this.#find.root, this.#scroller, this.#notice, this.#popup.root);
		this.#scroller.append(this.#feed);
		setTypography(this.#typography);
		this.#fetcher = new Fetcher(this.#dump, {
			ask: (first, last) => this.#link.remote.articles({ first, last }),
			arrived: changes => { this.#list.changed(changes); },
			lost: () => { this.#resync().catch((error: unknown) => { this.#fail(error); }); },
			failed: error => { this.#fail(error); },
		});
		this.#list = new ArticleList(this.#scroller, this.#feed, this.#dump, this.#typography, {
			want: (first, last) => { this.#fetcher.want(first, last); },
			mounted: piece => { this.#marks.mounted(piece); this.#find.mounted(piece); this.#caret.mounted(piece); },
			unmounted: piece => { this.#marks.unmounted(piece); this.#find.unmounted(piece); },
			moved: () => { this.#moved(); },
		});
		new Pointer(this.#scroller, this.#marks, this.#popup, {
			touched: () => { this.#driver = 'page'; },
			reveal: (index, start, end) => { this.#reveal(index, start, end); },
			key: command => { if (command === 'start') { this.#list.scrollToStart(); } else if (command === 'end') { this.#list.scrollToEnd(); } else { this.#run(command); } },
		});
	}

	/** Asks for what to show; nothing arrives before. */
	async start(): Promise<void> {
		try { this.#show(await this.#link.remote.ready({})); } catch (error) { this.#fail(error); }
	}

	get #typography(): Typography { return this.#saved.typography ?? this.#state.settings.typography; }

	#show(state: PreviewState): void {
		const isSame = state.uri !== '' && state.uri === this.#saved.uri;
		const line = state.topLine ?? (state.uri === this.#dump.uri && this.#dump.total > 0 ? this.#list.topLine : (isSame ? this.#saved.line : 0));
		this.#state = state;
		this.#dump = new Dump(state.uri, state.sizes);
		this.#popup.close();
		this.#fetcher.setDump(this.#dump);
		this.#driver = 'host';
		this.#problemAt = -1;
		this.#say(state.uri === '' ? t('Open a dump to see it here.') : this.#dump.total === 0 ? t('This dump is empty.') : '');
		document.title = state.name;
		this.#caret.set(state.caretLine, this.#dump, []);
		setTypography(this.#typography);
		this.#list.setXrayQuietly(this.#saved.isXray);
		document.body.classList.toggle('xray', this.#saved.isXray);
		this.#list.show(this.#dump, this.#typography);
		this.#find.setDump(this.#dump);
		if (line > 0) { this.#list.scrollToLine(line); }
		this.#remember();
	}

	#changed(change: ArticlesChanged): void {
		if (change.uri !== this.#dump.uri) { return; }
		const { first, removed, added, total } = change;
		if (first + removed > this.#dump.total || this.#dump.total - removed + added !== total || (added > 64 && added !== removed)) {
			this.#resync().catch((error: unknown) => { this.#fail(error); });
			return;
		}
		this.#popup.close();
		this.#list.changed([this.#dump.change(change)]);
		// Their sizes decide where every later article begins.
		if (added <= 64) { this.#fetcher.want(first, first + added); this.#list.render(); }
		this.#say(total === 0 ? t('This dump is empty.') : '');
		this.#find.setDump(this.#dump);
		this.#caret.refresh(this.#dump, this.#list.pieces);
	}

	async #resync(): Promise<void> {
		const sizes = await this.#link.remote.sizes({});
		this.#show({ ...this.#state, sizes, topLine: this.#dump.total > 0 ? this.#list.topLine : null });
	}

	#arrange(): void {
		setTypography(this.#typography);
		this.#list.setTypography(this.#typography);
		this.#remember();
	}

	#setLocked(isLocked: boolean): void {
		this.#state = { ...this.#state, isLocked };
		this.#remember();
	}

	#run(command: 'toggleXray' | 'find' | 'nextProblem' | 'previousProblem' | 'save'): void {
		switch (command) {
			case 'find': this.#find.open(getSelection()?.toString() ?? ''); break;
			case 'save': this.#link.remote.save({ isXray: this.#saved.isXray, typography: this.#typography }); break;
			case 'toggleXray':
				this.#saved = { ...this.#saved, isXray: !this.#saved.isXray };
				document.body.classList.toggle('xray', this.#saved.isXray);
				this.#popup.close();
				this.#list.setXray(this.#saved.isXray);
				this.#remember();
				break;
			default: this.#stepProblem(command === 'nextProblem' ? 'next' : 'previous').catch((error: unknown) => { this.#fail(error); });
		}
	}

	async #stepProblem(direction: 'next' | 'previous'): Promise<void> {
		const top = this.#dump.startOf(this.#list.topIndex);
		const offset = this.#problemAt >= 0 ? this.#problemAt : top + (direction === 'next' ? -1 : 0);
		const found = await this.#link.remote.neighbourProblem({ offset, direction });
		if (found === null) { this.#say(t('No problems.')); return; }
		this.#say('');
		this.#problemAt = found.start;
		const index = this.#dump.indexOfOffset(found.start);
		const base = this.#dump.startOf(index);
		const shown = (): ShownProblem | undefined => this.#marks.find(index, found.start - base, found.end - base, found.rule);
		await this.#bringIntoView(index, found.start - base, () => shown()?.ranges[0]);
		const problem = shown();
		const range = problem?.ranges[0];
		if (problem !== undefined && range !== undefined) { this.#popup.open([problem], boxOf(range), this.#scroller); }
	}

	/** Scrolls to a place in an article, once the article is there. */
	async #bringIntoView(index: number, offset: number, range: () => Range | undefined): Promise<void> {
		this.#driver = 'page';
		if (this.#dump.isWanting(index)) {
			this.#list.scrollToLine(this.#dump.firstLine(index));
			await this.#until(() => !this.#dump.isWanting(index));
		}
		if (range() === undefined) {
			const line = this.#dump.article(index)?.lines.findLast(({ start }) => start <= offset)?.line ?? 0;
			this.#list.scrollToLine(this.#dump.firstLine(index) + line, 0.35);
		}
		const found = range();
		if (found === undefined) { return; }
		const folded = elementAt(found.startContainer)?.closest('details');
		if (folded !== null && folded !== undefined) { folded.open = true; }
		this.#list.scrollToRect(boxOf(found));
	}

	async #until(isDone: () => boolean): Promise<void> {
		for (let round = 0; round < 200 && !isDone(); round++) { await new Promise(resolve => { setTimeout(resolve, 15); }); }
	}

	async #fix({ index, problem }: ShownProblem, fix: number): Promise<void> {
		const base = this.#dump.startOf(index);
		const result = await this.#link.remote.applyFix({ version: this.#dump.version, rule: problem.rule, range: { start: base + problem.start, end: base + problem.end }, fix });
		this.#say(result.isApplied ? '' : result.message);
	}

	#reveal(index: number, start: number, end: number): void {
		const base = this.#dump.startOf(index);
		this.#link.remote.reveal({ version: this.#dump.version, range: { start: base + start, end: base + end } });
	}

	#moved(): void {
		if (this.#telling !== 0) { return; }
		this.#telling = requestAnimationFrame(() => {
			this.#telling = 0;
			this.#remember();
			const line = this.#dump.total > 0 ? this.#list.topLine : 0;
			if (this.#driver === 'page' && this.#state.settings.isSynchronised && line !== this.#told) { this.#link.remote.scrolled({ line }); }
			this.#told = line;
		});
	}

	/** The buttons at once, what survives a reload a little later: scrolling writes it many times. */
	#remember(): void {
		this.#toolbar.show({ total: this.#dump.total, index: this.#list.topIndex, isXray: this.#saved.isXray, isLocked: this.#state.isLocked, typography: this.#typography });
		clearTimeout(this.#saving);
		this.#saving = setTimeout(() => {
			if (this.#state.uri === '') { return; }
			this.#saved = { ...this.#saved, uri: this.#state.uri, isLocked: this.#state.isLocked, line: this.#list.topLine };
			this.#host.save(this.#saved);
		}, 200);
	}

	#say(text: string): void {
		this.#notice.textContent = text;
		this.#notice.hidden = text === '';
	}

	#fail(error: unknown): void {
		this.#say(t('The preview could not be brought up to date: {0}. Close it and open it again if this stays.', error instanceof Error ? error.message : String(error)));
	}
}

const boxOf = (range: Range): DOMRect => {
	const rects = range.getClientRects();
	return rects[0] ?? (range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement)?.getBoundingClientRect() ?? range.getBoundingClientRect();
};
