import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { at } from '../project.mjs';

type Words = Readonly<Record<string, string>>;

/** Every text that the sources of the client give to `vscode.l10n.t` or, in a page, to `t`: in the order of files and lines, each once. */
export function clientWords(): string[] {
	const files = readdirSync(at('client'), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).map(name => `client/${name.split(path.sep).join('/')}`).sort();
	return [...new Set(files.flatMap(file => wordsOf(file, readFileSync(at(file), 'utf8'))))];
}

/**
 * The texts of one source file.
 * @throws where a text is no literal, and so could be translated by nobody
 */
export function wordsOf(file: string, source: string): string[] {
	const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isCallExpression(node) && /^(?:vscode\.l10n\.)?t$/u.test(node.expression.getText(tree))) {
			const [first] = node.arguments;
			if (first === undefined || !ts.isStringLiteralLike(first)) { throw new Error(`${file}: ${node.getText(tree)}: the text has to be a literal, so that it can be translated.`); }
			found.push(first.text);
		}
		ts.forEachChild(node, visit);
	};
	visit(tree);
	return found;
}

/** The bundle that translations are made from. */
export const englishWords = (): string => bundle(clientWords().map(text => [text, text]));

/** A translation without texts that are gone, in the order of the English one; those that are new are left out, which a test tells. */
export function translatedWords(language: string): string {
	const file = at(`l10n/bundle.l10n.${language}.json`);
	const known: Words = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Words : {};
	return bundle(clientWords().flatMap(text => (known[text] === undefined ? [] : [[text, known[text]] as const])));
}

// Isolates stand in translations, and whoever reads the file has to see them.
const bundle = (entries: readonly (readonly [string, string])[]): string =>
	`${JSON.stringify(Object.fromEntries(entries), undefined, '\t').replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
