import type { Direction } from '../text/direction.ts';
import type { Language } from '../text/language.ts';
import { articleView, type View } from './article-view.ts';
import type { PreviewArticle } from './preview.ts';

export interface PageFrame {
	/** For the title bar. */
	readonly title: string;
	readonly language: Language;
	readonly direction: Direction;
	/** The style sheet, ours. */
	readonly style: string;
	readonly isXray: boolean;
	readonly total: number;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;', '\0': '\ufffd', '\r': ' ' };
const special = /[&<>"'\0\r]/gu;

export const escapeHtml = (text: string): string => text.replace(special, character => escapes[character] ?? '');

/** A view as HTML; text and attribute values are escaped, tags and attribute names come from our code alone. */
export function htmlOf(view: View): string {
	const attributes = Object.entries(view.attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('');
	return `<${view.tag}${attributes}>${view.children.map(child => (typeof child === 'string' ? escapeHtml(child) : htmlOf(child))).join('')}</${view.tag}>`;
}

/** What comes before the articles of a page of its own: no scripts, and a policy that would not run any. */
export function pageStart(frame: PageFrame): string {
	const policy = 'default-src \'none\'; style-src \'unsafe-inline\'';
	return `<!DOCTYPE html>\n<html lang="${escapeHtml(frame.language)}" dir="${frame.direction}" class="saved">\n<head>\n<meta charset="utf-8">\n`
		+ `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n`
		+ `<title>${escapeHtml(frame.title)}</title>\n<style>\n${frame.style.replace(/<\//gu, '<\\/')}\n</style>\n</head>\n<body class="saved${frame.isXray ? ' xray' : ''}">\n<main class="articles">\n`;
}

export const pageArticle = (article: PreviewArticle, frame: PageFrame): string => `${htmlOf(articleView(article, frame))}\n`;

export const pageEnd = '</main>\n</body>\n</html>\n';
