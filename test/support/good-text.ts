import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { article, unescape } from './fixture.ts';

/** Lines of one language that look odd to a program and are right. */
export interface GoodText {
	/** Name of the file: the language, in English. */
	readonly name: string;
	/** An article without anything odd, into which a line is put. */
	readonly title: string;
	readonly paragraph: string;
	readonly lines: readonly { readonly about: string; readonly text: string }[];
}

const FOLDER = 'test/support/good-text';

/**
 * The files of `good-text`: a title, a paragraph, then lines under heads that begin with `#`. All is written for the
 * project; invisible characters are written as `\u200c`.
 */
export const goodTexts: readonly GoodText[] = readdirSync(FOLDER).sort().map(file => {
	const [title = '', paragraph = '', ...rest] = unescape(readFileSync(path.join(FOLDER, file), 'utf8')).split('\n').filter(line => line !== '');
	let about = '';
	const lines = rest.flatMap(text => {
		if (!text.startsWith('# ')) { return [{ about, text }]; }
		about = text.slice(2);
		return [];
	});
	return { name: path.basename(file, '.txt'), title, paragraph, lines };
});

/** An article of the language with one of the lines as its last paragraph. */
export const withLine = ({ title, paragraph }: GoodText, line: string): string => article({ title, body: `${paragraph}\n${line}` });
