import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { allRules } from '#core/rules/all.ts';
import { hashOf } from '#core/text/hash.ts';
import { printBaseline } from '#contract/baseline.ts';
import { temporaryFolder, warraq } from '../support/cli.ts';
import { article } from '../support/fixture.ts';
import { LspClient } from '../support/lsp.ts';

/** What both hosts say of a problem, in the same words: places from 1. */
interface Said {
	readonly rule: string;
	readonly severity: string;
	readonly line: number;
	readonly message: string;
}

const severities = ['', 'error', 'warning', 'information', 'hint'];

const persian = article({ header: ' date 2025-03-04 https://rooz.example.com/a', title: 'کتابخانه تازه در شیراز', body: 'مردم از فردا می توانند  کتاب ها را بخوانند.\n\nپایان.' });
const arabic = article({ header: ' date 2025-03-04 https://news.example.org/b', title: 'افتتاح مكتبة عامة', body: 'قال  المدير: &quot;أهلا&quot;.\n\nانتهى.' });

const config = JSON.stringify({
	rules: { 'repeated-blank': 'warning', 'blank-line': 'error' },
	outlets: { 'rooz.example.com': { name: 'Rooz', language: 'fa' } },
	overrides: [
		{ files: ['old/**'], rules: { 'blank-line': 'off' } },
		{ files: ['**/*-short.txt'], languages: ['ar'], rules: { 'html-entity': 'hint' } },
		{ languages: ['fa'], rules: { 'repeated-blank': 'off' } },
		{ outlets: ['news.example.org'], rules: { 'repeated-blank': 'information' } },
	],
});

suite('the editor and the command line', () => {
	let folder = '';
	let remove = (): void => undefined;
	setup(() => { ({ folder, remove } = temporaryFolder()); });
	teardown(() => { remove(); });

	const write = (name: string, text: string): void => {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), text);
	};
	const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;

	function saidByCommand(): Record<string, Said[]> {
		const { stdout } = warraq(['check', '--format', 'json', '.'], { cwd: folder });
		const { articles } = JSON.parse(stdout) as { readonly articles: readonly { readonly file: string; readonly problems: readonly { readonly rule: string; readonly severity: string; readonly message: string; readonly start: { readonly line: number } }[] }[] };
		const said: Record<string, Said[]> = {};
		for (const { file, problems } of articles) { (said[file] ??= []).push(...problems.map(({ rule, severity, message, start }) => ({ rule, severity, message, line: start.line }))); }
		return said;
	}

	async function saidByServer(texts: Readonly<Record<string, string>>): Promise<Record<string, Said[]>> {
		const client = await LspClient.start({ folder: uriOf('') });
		const said: Record<string, Said[]> = {};
		for (const [name, text] of Object.entries(texts)) {
			const { items } = await (await client.open(text, uriOf(name))).pull();
			// What somebody accepted is shown faded there, and not at all here.
			said[name] = items.map(({ code, severity, range, message }) => ({ rule: String(code), severity: severities[severity ?? 0] ?? '', message: typeof message === 'string' ? message : message.value, line: range.start.line + 1 }))
				.filter(({ message }) => !message.startsWith('Accepted on'));
		}
		await client.stop();
		return said;
	}

	const texts = { 'a.txt': arabic + persian, 'a-short.txt': arabic + persian, 'old/b.txt': persian + arabic, 'old/deep/c-short.txt': arabic, 'd.dump': persian };

	for (const [name, own] of [['without a configuration', undefined], ['with overrides by file, language and outlet', config]] as const) {
		test(`say the same of each dump ${name}`, async () => {
			if (own !== undefined) { write('warraq.config.json', own); }
			for (const [file, text] of Object.entries(texts)) { write(file, text); }
			const said = saidByCommand();
			assert.deepEqual(await saidByServer(texts), said);
			assert.ok(Object.values(said).flat().length > 8);
		});
	}
	test('take the configuration that is nearest to a dump, and what it says only there', async () => {
		write('warraq.config.json', config);
		write('old/warraq.config.json', JSON.stringify({ rules: { 'html-entity': 'off' }, overrides: [{ files: ['deep/*'], rules: { 'repeated-blank': 'error' } }] }));
		for (const [file, text] of Object.entries(texts)) { write(file, text); }
		assert.deepEqual(await saidByServer(texts), saidByCommand());
	});
	test('say the same of every sample, but for what only bytes tell', async () => {
		const samples = Object.fromEntries(readdirSync('samples').map(name => [name, new TextDecoder().decode(readFileSync(`samples/${name}`))]));
		for (const [name, text] of Object.entries(samples)) { write(name, text); }
		const ofBytes = new Set<string>(allRules.filter(({ on }) => on === 'bytes').map(({ id }) => id));
		const said = Object.fromEntries(Object.entries(saidByCommand()).map(([name, problems]) => [name, problems.filter(({ rule }) => !ofBytes.has(rule))]));
		assert.deepEqual(await saidByServer(samples), said);
		assert.ok(Object.keys(said).length > 5 && Object.values(said).flat().length > 50);
	});
	test('leave out what a baseline accepts', async () => {
		for (const [file, text] of Object.entries(texts)) { write(file, text); }
		const before = saidByCommand();
		write('warraq.baseline.ndjson', printBaseline([{ rule: 'html-entity', address: 'https://news.example.org/b', title: '', line: hashOf('قال  المدير: &quot;أهلا&quot;.'), who: 'a', when: '2026-01-01', why: 'b' }]));
		const after = saidByCommand();
		assert.notDeepEqual(after, before);
		assert.deepEqual(await saidByServer(texts), after);
	});
});
