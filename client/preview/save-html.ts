import * as vscode from 'vscode';
import { pageArticle, pageEnd, pageStart, type PageFrame } from '#core/features/view-html.ts';
import { directionOfLanguage } from '#core/text/language.ts';
import type { Typography } from '#contract/preview.ts';
import type { ServerArticles } from './server-articles.ts';

export interface SaveOptions {
	readonly extensionUri: vscode.Uri;
	readonly articles: ServerArticles;
	readonly uri: vscode.Uri;
	readonly typography: Typography;
	readonly isXray: boolean;
}

/** Articles asked for at a time. */
const STEP = 100;

/** Asks where to, and writes a dump as one page that needs nothing else; nothing is written when it is cancelled. */
export async function saveAsHtml(options: SaveOptions): Promise<void> {
	const target = await vscode.window.showSaveDialog({ defaultUri: options.uri.with({ path: `${options.uri.path.replace(/\.[^./]+$/u, '')}.html` }), filters: { HTML: ['html'] } });
	if (target === undefined) { return; }
	const name = options.uri.path.slice(options.uri.path.lastIndexOf('/') + 1);
	const page = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Saving {0} as HTML', name), cancellable: true },
		(progress, token) => makePage(options, name, progress, token));
	if (page === undefined) { return; }
	await vscode.workspace.fs.writeFile(target, page);
	const open = vscode.l10n.t('Open');
	const choice = await vscode.window.showInformationMessage(vscode.l10n.t('Saved {0}.', vscode.workspace.asRelativePath(target)), open);
	if (choice === open) { await vscode.env.openExternal(target); }
}

async function makePage({ extensionUri, articles, uri, typography, isXray }: SaveOptions, name: string, progress: vscode.Progress<{ readonly increment: number }>, token: vscode.CancellationToken): Promise<Uint8Array | undefined> {
	const sheet = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'preview.css')));
	const pieces: string[] = [];
	let frame: PageFrame | undefined;
	for (let first = 0, total = 1, version = -1; first < total;) {
		if (token.isCancellationRequested) { return undefined; }
		const result = await articles.articles(uri.toString(), first, first + STEP);
		if (version !== -1 && version !== result.version) { throw new Error(vscode.l10n.t('The dump changed while it was being saved; save it again.')); }
		({ version, total } = result);
		const language = result.articles[0]?.language ?? 'und';
		frame ??= { title: name, language, direction: directionOfLanguage(language), style: `${sheet}\n${styleOf(typography)}`, isXray, total };
		for (const article of result.articles) { pieces.push(pageArticle(article, frame)); }
		first += Math.max(1, result.articles.length);
		progress.report({ increment: (100 * result.articles.length) / Math.max(1, total) });
	}
	return frame === undefined ? undefined : new TextEncoder().encode(pageStart(frame) + pieces.join('') + pageEnd);
}

/** The reader's choices; a family is whatever somebody has typed, and may not leave its declaration. */
function styleOf({ family, size, lineHeight, width }: Typography): string {
	const face = family.replace(/[;{}<>\\]/gu, '');
	return `@media screen { :root { --size: ${size}px; } }\n:root { --line-height-factor: ${lineHeight}; --width: ${width}em; ${face === '' ? '' : `--family: ${face};`} }`;
}
