import type { PageWords } from '#contract/page-words.ts';

export interface PageSources {
	/** Addresses of the page's bundle and style sheet, as the page may load them. */
	readonly script: string;
	readonly style: string;
	/** Origin of the page's own files, for the policy (`Webview.cspSource`). */
	readonly source: string;
	/** Fresh for every page. */
	readonly nonce: string;
	/** BCP 47 tag of the language of {@link words}. */
	readonly language: string;
	/** What the page says, by the English text: VS Code's own bundle of the extension. Empty in English. */
	readonly words: PageWords;
}

/**
 * The page of a preview: no content, which arrives by messages, and a policy that lets nothing run or load but the
 * bundle and its style sheet.
 */
export function previewHtml({ script, style, source, nonce, language, words }: PageSources): string {
	const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}; base-uri 'none'; form-action 'none'`;
	return `<!DOCTYPE html>
<html lang="${attribute(language)}" dir="ltr" data-words="${attribute(JSON.stringify(words))}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${attribute(style)}">
<title>Warraq</title>
</head>
<body>
<script nonce="${attribute(nonce)}" src="${attribute(script)}"></script>
</body>
</html>
`;
}

const attribute = (value: string): string => value.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;').replace(/</gu, '&lt;');

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A word nobody can guess, for {@link PageSources.nonce}. */
export function newNonce(): string {
	return Array.from(globalThis.crypto.getRandomValues(new Uint8Array(32)), byte => LETTERS.charAt(byte % LETTERS.length)).join('');
}
