import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { clientWords, wordsOf } from '../../scripts/generate/words.ts';
import { sourceFiles } from '../support/imports.ts';

type Words = Readonly<Record<string, string>>;
const read = (file: string): Words => JSON.parse(readFileSync(file, 'utf8')) as Words;

const english = clientWords();
const arabic = read('l10n/bundle.l10n.ar.json');

/** Properties whose values users see or hear. */
const shown = new Set(['label', 'aria-label', 'placeholder', 'title', 'detail', 'description', 'placeHolder', 'tooltip']);

/** Literals with words that a source shows as they are: as one of the properties above, or as a message. */
function unspoken(file: string): string[] {
	const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
	const found: string[] = [];
	const look = (node: ts.Node | undefined): void => {
		if (node !== undefined && ts.isStringLiteralLike(node) && /\p{L}{2}/u.test(node.text) && !/^(?:Warraq|HTML)$/u.test(node.text)) { found.push(`${file}: ${node.text}`); }
	};
	const visit = (node: ts.Node): void => {
		if (ts.isPropertyAssignment(node) && shown.has(ts.isStringLiteralLike(node.name) ? node.name.text : node.name.getText(tree))) { look(node.initializer); }
		if (ts.isBinaryExpression(node) && /\.(?:textContent|title|text|detail|tooltip|name)$/u.test(node.left.getText(tree))) { look(node.right); }
		if (ts.isCallExpression(node) && /(?:Message|#say)$/u.test(node.expression.getText(tree))) { look(node.arguments[0]); }
		ts.forEachChild(node, visit);
	};
	visit(tree);
	return found;
}

/**
 * Whether Arabic text would be put in another order by the left-to-right lines it stands in: it holds Latin letters or an
 * isolate, or what stands at one of its ends has no direction.
 */
const isMixed = (line: string): boolean => /[A-Za-z\u2066\u2068]/u.test(line) || /^[^\p{L}\p{N}]|[^\p{L}\p{N}}]$/u.test(line);

const placeholders = (text: string): string[] => (text.match(/\{\d+\}/gu) ?? []).sort();

suite('texts of the client', () => {
	test('all go through VS Code’s translations', () => { assert.deepEqual(sourceFiles('client').flatMap(unspoken), []); });
	test('have an Arabic translation each', () => {
		assert.ok(english.length > 100);
		assert.deepEqual(english.filter(text => !/[\u0620-\u064a\u060c]/u.test(arabic[text] ?? '')), []);
	});
	test('keep their placeholders in Arabic', () => {
		assert.deepEqual(english.filter(text => placeholders(text).join() !== placeholders(arabic[text] ?? '').join()), []);
	});
	test('have Arabic punctuation in Arabic, and every isolate is closed', () => {
		const wrong = english.filter(text => /[,;?]/u.test(arabic[text] ?? '') || (arabic[text]?.match(/[\u2066-\u2068]/gu) ?? []).length !== (arabic[text]?.match(/\u2069/gu) ?? []).length);
		assert.deepEqual(wrong, []);
	});
	test('stand in an isolate of their own in Arabic where VS Code’s lines would turn them round', () => {
		// A fix and a comma stand in English text; a line that is a link becomes a button.
		const others = new Set([arabic['{0} (unsafe)'], arabic[', ']]);
		const lines = [...Object.values(arabic), ...Object.values(read('package.nls.ar.json'))].filter(text => !others.has(text)).flatMap(text => text.split('\n'));
		assert.deepEqual(lines.filter(line => isMixed(line) && line !== '' && !/^\[[^\]]+\]\(command:[\w.]+\)$/u.test(line) && !/^\u2067[^]*\u2069$/u.test(line)), []);
	});
	test('are literals, or cannot be translated', () => {
		assert.deepEqual(wordsOf('a.ts', "say(vscode.l10n.t('One {0}', n)); t(`Two`); it('three'); x.t('four');"), ['One {0}', 'Two']);
		assert.throws(() => wordsOf('a.ts', 'vscode.l10n.t(message)'), /a\.ts: vscode\.l10n\.t\(message\): the text has to be a literal/u);
	});
});
