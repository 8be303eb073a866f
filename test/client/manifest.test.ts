import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { allCommandIds, previewCommandIds } from '../../client/commands/ids.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const texts = (file: string): Record<string, string> => JSON.parse(read(file)) as Record<string, string>;

interface Item { readonly command: string; readonly when?: string; readonly group?: string; readonly alt?: string }
interface Manifest {
	readonly activationEvents: readonly string[];
	readonly contributes: {
		readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
		readonly menus: Readonly<Record<string, readonly Item[]>>;
		readonly keybindings: readonly Item[];
		readonly configuration: readonly { readonly properties: Readonly<Record<string, { readonly markdownDescription?: string; readonly default: unknown }>> }[];
		readonly languages: readonly { readonly id: string; readonly configuration?: string; readonly icon?: { readonly light: string; readonly dark: string } }[];
		readonly grammars: readonly { readonly path: string }[];
		readonly walkthroughs: readonly { readonly steps: readonly { readonly media: { readonly markdown: string }; readonly description: string; readonly completionEvents?: readonly string[] }[] }[];
		readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	};
	readonly icon: string;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const { contributes } = manifest;
const declared = contributes.commands.map(({ command }) => command);
const settings = Object.assign({}, ...contributes.configuration.map(({ properties }) => properties)) as Record<string, { markdownDescription?: string }>;

/** Every source of the extension host, by path. */
const sources = new Map(readdirSync(path.join(root, 'client'), { recursive: true, encoding: 'utf8' })
	.filter(name => name.endsWith('.ts') && !name.startsWith('webview')).map(name => [name, read(`client/${name}`)]));

suite('manifest', () => {
	test('declares exactly the commands that the code serves', () => {
		assert.deepEqual([...declared].sort(), [...allCommandIds].sort());
		assert.equal(new Set(declared).size, declared.length);
	});

	test('leaves the commands of the preview to the preview', () => {
		const preview = [...sources].filter(([name]) => name.startsWith('preview')).map(([, text]) => text).join('\n');
		const registered = [...preview.matchAll(/\b(?:command|registerCommand)\('(warraq\.\w+)'/gu)].map(([, id]) => String(id));
		assert.deepEqual(registered.sort(), [...previewCommandIds].sort());
	});

	test('names only commands that exist, in menus, keys, walkthrough and code', () => {
		const named = [
			...Object.values(contributes.menus).flat(), ...contributes.keybindings,
		].flatMap(({ command, alt }) => (alt === undefined ? [command] : [command, alt]));
		const linked = contributes.walkthroughs.flatMap(({ steps }) => steps).flatMap(({ completionEvents = [] }) => completionEvents.map(event => event.replace('onCommand:', '')));
		const inTexts = Object.values(texts('package.nls.json')).flatMap(text => [...text.matchAll(/command:([\w.]+)/gu)].map(([, id]) => String(id)));
		const inCode = [...sources.values()].flatMap(text => [...text.matchAll(/command: '(warraq\.\w+)'/gu)].map(([, id]) => String(id)));
		const known = new Set(declared);
		assert.deepEqual([...named, ...linked, ...inTexts, ...inCode].filter(id => id.startsWith('warraq.') && !known.has(id)), []);
	});

	test('has every text in English and in Arabic, and no other', () => {
		const used = [...read('package.json').matchAll(/"%([\w.]+)%"/gu)].map(([, key]) => String(key));
		for (const file of ['package.nls.json', 'package.nls.ar.json']) {
			assert.deepEqual(Object.keys(texts(file)).sort(), [...new Set(used)].sort(), file);
			assert.deepEqual(Object.values(texts(file)).filter(text => text === ''), [], file);
		}
	});

	test('links the same commands in both languages', () => {
		const links = (file: string): string[][] => Object.keys(texts('package.nls.json')).map(key => [...String(texts(file)[key]).matchAll(/command:[\w.]+|`[^`]+`/gu)].map(([link]) => link));
		assert.deepEqual(links('package.nls.ar.json'), links('package.nls.json'));
	});

	test('puts every command into one category', () => {
		assert.deepEqual(contributes.commands.filter(({ category }) => category !== 'Warraq'), []);
	});

	test('offers in the palette only what can be done there', () => {
		const everywhere = declared.filter(id => !contributes.menus['commandPalette']?.some(({ command }) => command === id));
		assert.deepEqual(everywhere, ['warraq.openRulePage', 'warraq.showProblems', 'warraq.checkWorkspace', 'warraq.newArticle', 'warraq.showOutput', 'warraq.restartServer', 'warraq.openWalkthrough', 'warraq.openSample', 'warraq.openSettings']);
		for (const [menu, items] of Object.entries(contributes.menus)) {
			for (const { command, when = '' } of items) { assert.match(when, /LangId [!=]= article-dump|activeWebviewPanelId|view == warraq\.problems|warraq\.problems\.(?:isEmpty == ''|isFiltered|knowsWorkspace)|^workspaceFolderCount != 0$|^false$/u, `${menu}: ${command}`); }
		}
		for (const { command, when = '' } of contributes.keybindings) { assert.match(when, /editorLangId == article-dump/u, command); }
	});

	test('has a description and a default for every setting, and no setting that nobody reads', () => {
		const code = [...sources.values()].join('\n') + ['server', 'contract'].flatMap(folder => readdirSync(path.join(root, folder), { encoding: 'utf8' }).filter(name => name.endsWith('.ts')).map(name => read(`${folder}/${name}`))).join('\n');
		for (const [name, setting] of Object.entries(settings)) {
			assert.match(String(setting.markdownDescription), /^%configuration\./u, name);
			assert.ok('default' in setting, name);
			// The trace is read by the language client itself.
			if (name !== 'warraq.trace.server') { assert.match(code, new RegExp(`\\b${name.split('.').at(-1)}\\b`, 'u'), name); }
		}
	});

	test('points at files that exist', () => {
		const files = [manifest.icon, ...contributes.languages.flatMap(({ configuration = [], icon }) => [configuration, icon?.light ?? [], icon?.dark ?? []].flat()), ...contributes.grammars.map(grammar => grammar.path),
			...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown))];
		assert.deepEqual(files.filter(file => !existsSync(path.join(root, file))), []);
	});

	test('has the pages of the walkthrough in Arabic too, with the same settings', () => {
		const code = (file: string): string[] => [...read(file).matchAll(/^```json\n([^]*?)^```/gmu)].map(([block]) => block);
		for (const { media: { markdown } } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
			// VS Code looks for this name.
			const arabic = markdown.replace(/\.md$/u, '.nls.ar.md');
			assert.ok(existsSync(path.join(root, arabic)), arabic);
			assert.deepEqual(code(arabic), code(markdown), arabic);
		}
	});

	test('never lets VS Code flag ordinary letters or change what is not edited', () => {
		const defaults = contributes.configurationDefaults['[article-dump]'] ?? {};
		for (const name of ['editor.unicodeHighlight.ambiguousCharacters', 'editor.unicodeHighlight.nonBasicASCII', 'editor.trimAutoWhitespace', 'files.trimTrailingWhitespace', 'files.insertFinalNewline', 'files.trimFinalNewlines', 'files.autoGuessEncoding']) {
			assert.equal(defaults[name], false, name);
		}
		assert.equal(defaults['editor.renderWhitespace'], 'none');
		assert.ok(!('editor.formatOnSave' in defaults) && !('editor.codeActionsOnSave' in defaults));
		for (const separator of '،؛؟«»…') { assert.ok(String(defaults['editor.wordSeparators']).includes(separator), separator); }
	});

	test('wakes only for text that may be a dump, and in folders that have a configuration', () => {
		assert.deepEqual([...manifest.activationEvents].sort(), ['onLanguage:csv', 'onLanguage:log', 'onLanguage:markdown', 'onLanguage:plaintext', 'onLanguage:tsv', 'onWebviewPanel:warraq.preview', 'workspaceContains:warraq.config.json']);
	});
});

suite('language configuration', () => {
	const { wordPattern, brackets, autoClosingPairs } = JSON.parse(read('language-configuration.json')) as { wordPattern: { pattern: string; flags: string }; brackets: readonly [string, string][]; autoClosingPairs: readonly { open: string; close: string }[] };
	const wordsOf = (text: string): string[] => text.match(new RegExp(wordPattern.pattern, `${wordPattern.flags}g`)) ?? [];

	test('takes Arabic, Persian, Urdu and Hebrew words whole', () => {
		assert.deepEqual(wordsOf('قالَ: «كُتُب»، ثمّ ســكت؟'), ['قالَ', 'كُتُب', 'ثمّ', 'ســكت']);
		assert.deepEqual(wordsOf('می\u200cروند، کتاب\u200cها'), ['می\u200cروند', 'کتاب\u200cها']);
		assert.deepEqual(wordsOf('ח"כ אמר ל"הארץ" וג׳ירפה'), ['ח"כ', 'אמר', 'ל"הארץ', 'וג׳ירפה']);
		assert.deepEqual(wordsOf('وہ 12 ستمبر کو گئے۔'), ['وہ', '12', 'ستمبر', 'کو', 'گئے']);
	});

	test('closes what it opens', () => {
		const pairs = autoClosingPairs.map(({ open, close }) => `${open}${close}`);
		assert.ok(brackets.every(([open, close]) => pairs.includes(`${open}${close}`)));
	});
});
