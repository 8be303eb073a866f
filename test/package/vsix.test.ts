import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync, statSync } from 'node:fs';
import { allRules } from '#core/rules/all.ts';
import { packageBudget } from '../../scripts/bundles.mjs';
import { vsixFile } from '../../scripts/package.mjs';

/** What an installed extension consists of; whoever adds a file adds it here, on purpose. */
const expected = [
	// vsce renames these three.
	'changelog.md', 'LICENSE.txt', 'readme.md',
	'language-configuration.json', 'package.json', 'package.nls.json', 'package.nls.ar.json',
	'dist/extension.js', 'dist/extension.web.js', 'dist/preview.css', 'dist/preview.js', 'dist/server.js', 'dist/server.web.js', 'dist/third-party-licences.txt',
	'docs/rules/README.md', ...allRules.map(({ id }) => `docs/rules/${id}.md`),
	'l10n/bundle.l10n.json', 'l10n/bundle.l10n.ar.json',
	'images/icon.png', 'images/view.svg', 'images/dump-dark.svg', 'images/dump-light.svg',
	'schemas/warraq.config.schema.json',
	'syntaxes/article-dump.tmLanguage.json',
	'syntaxes/warraq-report.tmLanguage.json',
];

interface Zip {
	readonly on: (event: string, listener: (entry: { readonly fileName: string }) => void) => void;
	readonly readEntry: () => void;
}

interface Yauzl {
	readonly open: (file: string, options: { readonly lazyEntries: boolean }, done: (error: Error | null, zip: Zip) => void) => void;
}

// The zip reader that vsce itself brings.
const yauzl = createRequire(createRequire(import.meta.url).resolve('@vscode/vsce/package.json'))('yauzl') as Yauzl;

function entriesOf(file: string): Promise<string[]> {
	return new Promise((resolve, reject) => {
		yauzl.open(file, { lazyEntries: true }, (error, zip) => {
			if (error !== null) { reject(error); return; }
			const names: string[] = [];
			zip.on('entry', ({ fileName }) => { names.push(fileName); zip.readEntry(); });
			zip.on('end', () => { resolve(names); });
			zip.readEntry();
		});
	});
}

suite('the .vsix', () => {
	test('holds exactly the files that run, their texts and licences', async () => {
		const names = (await entriesOf(vsixFile())).filter(name => name.startsWith('extension/') && !name.endsWith('/')).map(name => name.slice('extension/'.length));
		assert.deepEqual(names.filter(name => !name.startsWith('walkthrough/')).sort(), [...expected].sort());
		assert.deepEqual(names.filter(name => name.startsWith('walkthrough/') && !/\.(?:md|txt|dump|svg|png)$/u.test(name)), []);
	});
	test(`is smaller than ${packageBudget / 1000} kB`, () => { assert.ok(statSync(vsixFile()).size < packageBudget, `${statSync(vsixFile()).size} bytes`); });
	test('has in its manifest what VS Code needs, and nothing of the workshop', () => {
		const manifest = JSON.parse(readFileSync('out/vsix/package.json', 'utf8')) as Record<string, unknown>;
		for (const key of ['main', 'browser', 'contributes', 'activationEvents', 'capabilities', 'icon', 'license', 'publisher']) { assert.ok(key in manifest, key); }
		for (const key of ['scripts', 'devDependencies', 'dependencies', 'bin', 'imports', 'files']) { assert.ok(!(key in manifest), key); }
	});
});
