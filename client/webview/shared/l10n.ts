import { readPageWords } from '#contract/page-words.ts';
import { directionOfLanguage } from '#core/text/language.ts';

const { lang, dataset } = document.documentElement;
const words = readPageWords(dataset['words'] ?? '{}');

/** Direction of the language that {@link t} speaks. */
export const wordsDirection = directionOfLanguage(lang.split('-', 1)[0] ?? '');

/**
 * What a page says in the language of VS Code, as `vscode.l10n.t` does in the extension host, which has put its texts
 * into the page; English where there are none. The first argument has to be a literal: the list of texts is made from the sources.
 */
export function t(text: string, ...values: readonly (string | number)[]): string {
	return (words[text] ?? text).replace(/\{(\d+)\}/gu, (place, index: string) => String(values[Number(index)] ?? place));
}
