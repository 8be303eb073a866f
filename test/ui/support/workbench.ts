import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { at } from '../../../scripts/project.mjs';
import { host, makeFolder, type HostKind } from './host.ts';
import { until } from './until.ts';

/** An article of the preview that has arrived. */
export const ARTICLE = 'article.article:not(.skeleton)';

export interface WindowOptions {
	readonly files: Readonly<Record<string, string | Uint8Array>>;
	/** Name of the folder; `dumps` by default. */
	readonly name?: string;
	/** Settings of the folder. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** CSS pixels; 1280 × 800 by default. */
	readonly size?: { readonly width: number; readonly height: number };
	/** Where the extension runs; in Node by default. */
	readonly kind?: HostKind;
	/** Language of VS Code; `ar` is there beside English. */
	readonly language?: string;
	/** Device pixels for one CSS pixel, for pictures. */
	readonly scale?: number;
}

/** A window of the embedded VS Code on a folder of its own, as a user has it. */
export class Workbench {
	readonly page: Page;
	readonly folder: string;
	/** Addresses of all that the window and its workers have asked for. */
	readonly requested: string[] = [];
	readonly #context: BrowserContext;

	private constructor(page: Page, folder: string, context: BrowserContext) {
		this.page = page;
		this.folder = folder;
		this.#context = context;
		context.on('request', request => { this.requested.push(request.url()); });
	}

	/** Opens a window and waits until it can be used. */
	static async open({ files, name = 'dumps', settings = {}, size = { width: 1280, height: 800 }, scale = 1, kind = 'node', language = 'en' }: WindowOptions): Promise<Workbench> {
		const running = await host(kind);
		const folder = makeFolder(running, name, { ...files, '.vscode/settings.json': JSON.stringify(settings) });
		const context = await running.browser.newContext({ viewport: size, deviceScaleFactor: scale, locale: language, permissions: ['clipboard-read', 'clipboard-write'] });
		await running.prepare(context);
		const page = await context.newPage();
		const workbench = new Workbench(page, folder, context);
		await page.goto(running.address(folder));
		await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
		// The status bar is filled by the extension hosts; without it commands are not known yet.
		await page.locator('.statusbar-item').first().waitFor();
		return workbench;
	}

	/** Changes the settings of the folder. */
	configure(settings: Readonly<Record<string, unknown>>): void {
		writeFileSync(path.join(this.folder, '.vscode/settings.json'), JSON.stringify(settings));
	}

	async close(): Promise<void> {
		await this.#context.close();
	}

	/** Runs a command by its title in the palette, as a user does. */
	async command(title: string): Promise<void> {
		await this.#choose(`the command ${title}`, 'F1', `>${title}`, this.#rows(new RegExp(`^(?:[^:]+: )?${escaped(title)}$`, 'u')).first());
	}

	/** Opens a file of the folder and waits for its text; the caret is at the start. */
	async openFile(name: string): Promise<void> {
		await this.#choose(`the file ${name}`, 'ControlOrMeta+P', name, this.#rows(new RegExp(`^${escaped(path.basename(name))}$`, 'u')).first());
		await this.tab(name).waitFor();
		await this.editor.locator('.view-line').first().waitFor();
		await this.#focused();
	}

	/** Opens the quick input, writes, and takes a row; begins again where the list was replaced meanwhile. */
	async #choose(what: string, key: string, text: string, row: Locator): Promise<void> {
		await until(what, async () => {
			await this.page.keyboard.press('Escape');
			await this.page.keyboard.press(key);
			const input = this.quickInput.locator('input.input');
			await input.waitFor({ timeout: 2000 });
			await input.fill(text);
			await row.click({ timeout: 3000 });
			return true;
		}, () => this.quickInput.locator('.monaco-list-row').allInnerTexts());
		await this.quickInput.waitFor({ state: 'detached' });
	}

	#rows(label: RegExp): Locator {
		return this.quickInput.locator('.monaco-list-row').filter({ has: this.page.locator('.label-name', { hasText: label }) });
	}

	/** Waits until what is typed goes into the text. */
	async #focused(): Promise<void> {
		const focused = this.page.locator('.editor-group-container.active .monaco-editor.focused[data-uri]');
		await until('the focus in the editor', async () => {
			try { await focused.waitFor({ timeout: 4000 }); } catch (error) {
				// A window that is still being built may take the focus back: a user presses the key again, too.
				await this.page.keyboard.press('Control+1');
				throw error;
			}
			return true;
		});
	}

	/** The active tab of a file. */
	tab(name: string): Locator {
		return this.page.locator(`.tabs-container .tab.active[data-resource-name="${path.basename(name)}"]`);
	}

	get quickInput(): Locator { return this.page.locator('.quick-input-widget:not([style*="display: none"])'); }

	/** The text editor that has, or last had, the focus. */
	get editor(): Locator { return this.page.locator('.editor-group-container.active .monaco-editor[data-uri]').first(); }

	/** The only text editor, whether it has the focus or its preview has. */
	get textEditor(): Locator { return this.page.locator('.editor-group-container .monaco-editor[data-uri]').first(); }

	/** Brings the focus back to a file that is open in the first group. */
	async focusEditor(name: string): Promise<void> {
		await this.page.locator(`.tabs-container .tab[data-resource-name="${path.basename(name)}"]`).first().click();
		await this.page.keyboard.press('Control+1');
		await this.#focused();
	}

	get statusBar(): Locator { return this.page.locator('.statusbar-item'); }

	/** The lines an editor shows, top to bottom. */
	async shownLines(): Promise<readonly string[]> {
		return this.editor.locator('.view-line').evaluateAll(lines => lines
			.map(line => ({ top: line.getBoundingClientRect().top, text: (line.textContent ?? '').replaceAll('\u00a0', ' ') }))
			.sort((a, b) => a.top - b.top).map(({ text }) => text));
	}

	/** Puts the caret; line and column 1-based, as the status bar shows them. */
	async goTo(line: number, column = 1): Promise<void> {
		await until(`line ${line}`, async () => {
			await this.page.keyboard.press('Control+G');
			const input = this.quickInput.locator('input.input');
			await input.waitFor({ timeout: 2000 });
			await input.fill(`:${line}:${column}`);
			await this.page.keyboard.press('Enter');
			await this.quickInput.waitFor({ state: 'detached', timeout: 3000 });
			await this.statusBar.filter({ hasText: new RegExp(`Ln ${line}, Col ${column}\\b`, 'u') }).first().waitFor({ timeout: 3000 });
			return true;
		}, () => this.statusBar.allInnerTexts());
		await this.#focused();
	}

	/** The rows that the Problems view, which is opened, has room for, as soon as they satisfy the caller. */
	async problems(isComplete: (rows: readonly string[]) => boolean): Promise<readonly string[]> {
		await this.command('Problems: Focus on Problems View');
		const rows = this.page.locator('.markers-panel .monaco-list-row .marker-message-line, .markers-panel .monaco-list-row .details-container, .markers-panel .monaco-list-row .monaco-icon-label');
		const read = async () => [...new Set((await rows.allInnerTexts()).map(text => text.replace(/\s+/gu, ' ').trim()))];
		return until('the problems', async () => {
			const texts = await read();
			return isComplete(texts) ? texts : undefined;
		}, read);
	}

	/** The text of a file on disk, as soon as it satisfies the caller. */
	async saved(name: string, isRight: (text: string) => boolean, patience?: number): Promise<string> {
		const read = () => readFileSync(path.join(this.folder, name), 'utf8');
		return until(`${name} on disk`, () => { const text = read(); return Promise.resolve(isRight(text) ? text : undefined); }, () => Promise.resolve(read()), ...patience === undefined ? [] : [patience]);
	}

	/** Saves the active file and waits until its tab is clean. */
	async save(): Promise<void> {
		await this.#focused();
		await this.page.keyboard.press('ControlOrMeta+S');
		await this.page.locator('.tabs-container .tab.active:not(.dirty)').waitFor();
	}

	/** The hover at the caret, as soon as it says something. */
	async hover(isRight: (text: string) => boolean = text => text !== ''): Promise<string> {
		const content = this.page.locator('.monaco-hover:not(.hidden) .hover-contents:visible, .monaco-hover:not(.hidden) .monaco-hover-content:visible');
		const read = async () => (await content.allInnerTexts()).join('\n').trim();
		return until('the hover', async () => {
			const before = await read();
			if (isRight(before)) { return before; }
			await this.page.keyboard.press('ControlOrMeta+K');
			await this.page.keyboard.press('ControlOrMeta+I');
			await content.first().waitFor({ timeout: 2000 });
			const text = await read();
			return isRight(text) ? text : undefined;
		}, read);
	}

	/** The titles of the quick fixes at the caret; the list stays open. */
	async quickFixes(): Promise<readonly string[]> {
		const rows = this.page.locator('.action-widget .monaco-list-row.action');
		return until('the quick fixes', async () => {
			await this.page.keyboard.press('Escape');
			await this.page.keyboard.press('ControlOrMeta+.');
			await rows.first().waitFor({ timeout: 3000 });
			return (await rows.allInnerTexts()).map(text => text.trim());
		});
	}

	/** Chooses one of the quick fixes at the caret. */
	async quickFix(title: string | RegExp): Promise<void> {
		await until(`the quick fix ${title}`, async () => {
			await this.quickFixes();
			await this.page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title }).first().click({ timeout: 2000 });
			return true;
		}, () => this.page.locator('.action-widget .monaco-list-row.action').allInnerTexts());
	}

	/** Opens a file alone with its preview beside it, and gives the page once an article is there. */
	async previewOf(name: string): Promise<Frame> {
		await this.command('View: Close All Editors');
		await this.openFile(name);
		await this.command('Warraq: Open Preview to the Side');
		return this.webview(ARTICLE);
	}

	/** The page inside a webview, once a selector is in it. */
	async webview(selector: string): Promise<Frame> {
		return until(`a webview with ${selector}`, async () => {
			for (const frame of this.page.frames()) {
				if (frame !== this.page.mainFrame() && await frame.locator(selector).count().catch(() => 0) > 0) { return frame; }
			}
			return undefined;
		}, () => Promise.resolve(this.page.frames().map(frame => frame.url())), 40_000);
	}

	/** Takes a picture, for people to look at. */
	async screenshot(name: string, folder = at('out/screenshots')): Promise<void> {
		mkdirSync(folder, { recursive: true });
		await this.page.screenshot({ path: path.join(folder, `${name}.png`) });
	}
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
