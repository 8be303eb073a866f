import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { connect, type Link } from '#contract/channel.ts';
import type { PageWords } from '#contract/page-words.ts';
import { previewHost, previewPage, type PreviewSettings, type PreviewState } from '#contract/preview.ts';
import { DumpDocument } from '#core/document/document.ts';
import { findIn } from '#core/features/find.ts';
import type { Article } from '#core/format/article.ts';
import { Linter } from '#core/lint.ts';
import type { Problem } from '#core/rules/rule.ts';
import { defaultSettings } from '#core/settings.ts';
import { TODAY } from '../../support/fixture.ts';
import { previewHtml } from '../../../client/preview/html.ts';
import { articles, articleSizes } from '../../../server/handlers/articles.ts';

/** Where a system's Chromium is, unless an environment variable says so. */
const BROWSERS = [process.env['WARRAQ_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const chromiumPath = (): string | undefined => BROWSERS.find(path => path !== undefined && path !== '' && existsSync(path));

/** @throws with the package to install where there is no browser */
export function startBrowser(): Promise<Browser> {
	const executablePath = chromiumPath();
	if (executablePath === undefined) { throw new Error('No Chromium found: install the package chromium, or name one in WARRAQ_CHROMIUM.'); }
	return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
}

let bundle: Promise<{ readonly script: string; readonly style: string }> | undefined;

/** The real bundle of the page, made once. */
function bundled(): Promise<{ readonly script: string; readonly style: string }> {
	bundle ??= (async () => {
		const made = await build({ absWorkingDir: fileURLToPath(new URL('../../../', import.meta.url)), entryPoints: ['client/webview/preview/main.ts', 'client/webview/preview/preview.css'], bundle: true, minify: true, write: false, format: 'iife', outdir: '/', platform: 'browser', target: 'es2022', conditions: ['browser'], logLevel: 'silent' });
		const text = (end: string): string => made.outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
		return { script: text('.js'), style: text('.css') };
	})();
	return bundle;
}

export type Theme = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

const COLOURS: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
	light: { 'editor-background': '#ffffff', 'editor-foreground': '#3b3b3b', 'descriptionForeground': '#717171', 'textLink-foreground': '#005fb8', 'panel-border': '#e5e5e5', 'editorError-foreground': '#e51400', 'editorWarning-foreground': '#bf8803', 'editorInfo-foreground': '#1a85ff', 'focusBorder': '#005fb8', 'editorHoverWidget-background': '#f8f8f8', 'button-background': '#005fb8', 'button-foreground': '#ffffff' },
	dark: { 'editor-background': '#1f1f1f', 'editor-foreground': '#cccccc', 'descriptionForeground': '#9d9d9d', 'textLink-foreground': '#4daafc', 'panel-border': '#2b2b2b', 'widget-border': '#313131', 'editorError-foreground': '#f14c4c', 'editorWarning-foreground': '#cca700', 'editorInfo-foreground': '#3794ff', 'focusBorder': '#0078d4', 'editorHoverWidget-background': '#202020', 'editorWidget-background': '#202020', 'button-background': '#0078d4', 'button-foreground': '#ffffff', 'input-background': '#313131' },
	'high-contrast': { 'editor-background': '#000000', 'editor-foreground': '#ffffff', 'descriptionForeground': '#ffffffb3', 'textLink-foreground': '#21a6ff', 'contrastBorder': '#6fc3df', 'contrastActiveBorder': '#f38518', 'editorError-foreground': '#f48771', 'editorWarning-foreground': '#ffd370', 'editorInfo-foreground': '#3794ff', 'focusBorder': '#f38518', 'editorHoverWidget-background': '#0c141f' },
	'high-contrast-light': { 'editor-background': '#ffffff', 'editor-foreground': '#292929', 'descriptionForeground': '#292929', 'textLink-foreground': '#0f4a85', 'contrastBorder': '#0f4a85', 'contrastActiveBorder': '#006bbd', 'editorError-foreground': '#b5200d', 'editorWarning-foreground': '#895503', 'editorInfo-foreground': '#1a85ff', 'focusBorder': '#006bbd', 'editorHoverWidget-background': '#ffffff' },
};

export const SETTINGS: PreviewSettings = { isSynchronised: true, typography: { family: '', size: 18, lineHeight: 1, width: 40 } };

export interface OpenOptions {
	readonly theme?: Theme;
	readonly settings?: PreviewSettings;
	readonly width?: number;
	readonly height?: number;
	/** What the page has kept from an earlier life. */
	readonly saved?: unknown;
	/** The page's own words, by the English ones, and their language. */
	readonly language?: string;
	readonly words?: PageWords;
	/** Milliseconds every answer takes. */
	readonly delay?: number;
}

const ORIGIN = 'http://preview.invalid';

/** A page with the real bundle, and the host it talks to: real documents and rules, recorded calls. */
export class Preview {
	readonly page: Page;
	readonly link: Link<typeof previewPage>;
	readonly #context: BrowserContext;
	readonly #host: FakeHost;
	/** Addresses that the page tried to load from elsewhere. */
	readonly outside: readonly string[];

	constructor(page: Page, context: BrowserContext, host: FakeHost, link: Link<typeof previewPage>, outside: readonly string[]) {
		this.outside = outside;
		this.page = page;
		this.#context = context;
		this.#host = host;
		this.link = link;
	}

	get host(): FakeHost { return this.#host; }

	/** Changes the dump as an editor would. */
	edit(start: number, end: number, text: string): void {
		const { document, first, removed, added } = this.#host.document.replace({ start, end }, text);
		this.#host.document = document;
		this.#host.version++;
		this.link.remote.changed({ uri: this.#host.uri, version: this.#host.version, total: document.articles.length, first, removed, added });
	}

	async close(): Promise<void> {
		this.link.dispose();
		await this.#context.close();
	}
}

export class FakeHost {
	readonly uri = 'file:///dump.txt';
	document: DumpDocument;
	version = 1;
	topLine: number | null = null;
	caretLine: number | null = null;
	readonly calls: { readonly method: string; readonly params: unknown }[] = [];
	readonly linter = new Linter(defaultSettings(TODAY));
	readonly #problems = new WeakMap<Article, readonly Problem[]>();

	constructor(text: string) {
		this.document = DumpDocument.read(text);
	}

	readonly problemsOf = (article: Article): readonly Problem[] => {
		let found = this.#problems.get(article);
		if (found === undefined) {
			found = this.linter.check(article);
			this.#problems.set(article, found);
		}
		return found;
	};

	state(settings: PreviewSettings): PreviewState {
		return { uri: this.uri, name: 'dump.txt', isLocked: false, settings, sizes: articleSizes(this), topLine: this.topLine, caretLine: this.caretLine };
	}

	get settings(): Linter['settings'] { return this.linter.settings; }

	/** Every problem, by position in the dump. */
	all(): { readonly start: number; readonly end: number; readonly rule: string }[] {
		return this.document.articles.flatMap((article, index) => this.problemsOf(article).map(({ range, rule }) => ({ start: range.start + this.document.startOf(index), end: range.end + this.document.startOf(index), rule: rule.id })));
	}

	called(method: string): unknown[] { return this.calls.filter(call => call.method === method).map(({ params }) => params); }
	articles = (first: number, last: number): ReturnType<typeof articles> => articles(this, { first, last });
}

/** Opens a preview of a dump and waits for its first articles. */
export async function openPreview(browser: Browser, text: string, options: OpenOptions = {}): Promise<Preview> {
	const { script, style } = await bundled();
	const context = await browser.newContext({ viewport: { width: options.width ?? 900, height: options.height ?? 700 }, deviceScaleFactor: 1 });
	const page = await context.newPage();
	const host = new FakeHost(text);
	const settings = options.settings ?? SETTINGS;
	const outside: string[] = [];
	await page.route('**', async route => {
		const { pathname, origin } = new URL(route.request().url());
		if (origin !== ORIGIN) { outside.push(route.request().url()); await route.abort(); return; }
		if (pathname === '/preview.js') { await route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script }); return; }
		if (pathname === '/preview.css') { await route.fulfill({ contentType: 'text/css; charset=utf-8', body: style }); return; }
		await route.fulfill({ contentType: 'text/html; charset=utf-8', body: previewHtml({ script: `${ORIGIN}/preview.js`, style: `${ORIGIN}/preview.css`, source: ORIGIN, nonce: 'TESTNONCE', language: options.language ?? 'en', words: options.words ?? {} }) });
	});
	let hear: (message: unknown) => void = () => undefined;
	await page.exposeBinding('postToHost', (_source, message: unknown) => { hear(message); });
	await page.addInitScript(({ colours, theme, saved }) => {
		const global = globalThis as unknown as Record<string, unknown>;
		let state = saved;
		global['acquireVsCodeApi'] = () => ({ postMessage: (message: unknown) => { (global['postToHost'] as (message: unknown) => void)(message); }, getState: () => state, setState: (next: unknown) => { state = next; global['savedState'] = next; } });
		addEventListener('DOMContentLoaded', () => {
			for (const [name, value] of Object.entries(colours)) { document.documentElement.style.setProperty(`--vscode-${name}`, value); }
			document.documentElement.style.setProperty('--vscode-font-family', 'system-ui, "Noto Sans", sans-serif');
			document.body.classList.add(theme === 'light' ? 'vscode-light' : theme === 'dark' ? 'vscode-dark' : `vscode-${theme}`);
			if (theme === 'high-contrast') { document.body.classList.add('vscode-high-contrast'); }
		});
	}, { colours: COLOURS[options.theme ?? 'light'], theme: options.theme ?? 'light', saved: options.saved });
	const record = <P>(method: string, params: P): P => { host.calls.push({ method, params }); return params; };
	const later = async <T>(value: T): Promise<T> => { if (options.delay !== undefined) { await new Promise(resolve => { setTimeout(resolve, options.delay); }); } return value; };
	const link = connect({
		post: message => { page.evaluate(data => { postMessage(data, '*'); }, message).catch(() => undefined); },
		listen: receive => { hear = receive; return () => { hear = () => undefined; }; },
	}, previewHost, {
		ready: () => { record('ready', {}); return later(host.state(settings)); },
		articles: ({ first, last }) => { record('articles', { first, last }); return later(host.articles(first, last)); },
		sizes: () => later(articleSizes(host)),
		find: ({ query, isExact }) => {
			const { ranges, isCut } = findIn(host.document.text, query, { isExact, limit: 10_000 });
			return { version: host.version, starts: ranges.map(({ start }) => start), ends: ranges.map(({ end }) => end), isCut };
		},
		neighbourProblem: ({ offset, direction }) => {
			const all = host.all();
			return (direction === 'next' ? all.find(({ start }) => start > offset) ?? all[0] : all.findLast(({ start }) => start < offset) ?? all.at(-1)) ?? null;
		},
		applyFix: params => { record('applyFix', params); return { isApplied: true, message: '' }; },
		reveal: params => { record('reveal', params); },
		scrolled: params => { record('scrolled', params); },
		openRule: params => { record('openRule', params); },
		setLocked: params => { record('setLocked', params); },
		save: params => { record('save', params); },
	}, previewPage, error => { host.calls.push({ method: 'error', params: error.message }); });
	page.on('pageerror', error => { host.calls.push({ method: 'error', params: error.message }); });
	page.on('console', message => { if (message.type() === 'error') { host.calls.push({ method: 'error', params: message.text() }); } });
	await page.goto(`${ORIGIN}/`);
	if (host.document.articles.length > 0) { await page.waitForSelector('.article:not(.skeleton)'); }
	return new Preview(page, context, host, link, outside);
}
