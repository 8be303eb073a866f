import assert from 'node:assert/strict';
import { builtinModules, createRequire } from 'node:module';
import { build, type Metafile } from 'esbuild';
import { allRules } from '#core/rules/all.ts';
import { buildAll } from '../../scripts/build.mjs';
import { bundles } from '../../scripts/bundles.mjs';
import { esm, toModule } from '../../scripts/esm.mjs';
import { capabilitiesFor } from '../../server/capabilities.ts';
import { profileOf } from '../../server/client-profile.ts';

const builtin = new Set([...builtinModules, ...builtinModules.map(name => `node:${name}`)]);

suite('bundles', () => {
	let metafiles: Record<string, Metafile>;
	let sizes: Record<string, number>;
	let texts: Record<string, string>;
	let missing: readonly string[];
	suiteSetup(async () => { ({ metafiles, sizes, texts, missing } = await buildAll({ write: false })); });

	test('what only the pages of rules show is in the command line, and in nothing else', () => {
		const shown = allRules.flatMap(({ details = '' }) => /^[A-Za-z ,]{25,}/u.exec(details)?.[0] ?? []);
		assert.ok(shown.length > 10);
		for (const [name, text] of Object.entries(texts)) {
			const found = shown.filter(each => text.includes(each));
			assert.deepEqual(found, name === 'warraq.mjs' ? shown : [], name);
		}
	});
	test('every entry exists', () => { assert.deepEqual(missing, []); });
	for (const { name, budget, mayUseVscode, mayUseNode } of bundles) {
		test(`${name} stays within ${budget / 1000} kB`, () => {
			assert.ok((sizes[name] ?? 0) > 0, 'it is built');
			assert.ok((sizes[name] ?? 0) <= budget, `${sizes[name]} bytes`);
		});
		test(`${name} asks only for what there is where it runs`, () => {
			const outside = Object.entries(metafiles[name]?.inputs ?? {}).flatMap(([from, { imports }]) => imports.filter(({ external }) => external === true).map(({ path }) => ({ from, path })));
			const wrong = outside.filter(({ path }) => !(path === 'vscode' ? mayUseVscode === true : builtin.has(path) && mayUseNode === true));
			assert.deepEqual(wrong.map(({ from, path }) => `${from} needs ${path}`), []);
		});
	}
	test('pages and the web worker leave out what they never use', () => {
		for (const name of ['preview.js', 'server.web.js', 'extension.web.js']) {
			const inputs = Object.keys(metafiles[name]?.inputs ?? {});
			// The full zod costs ten times zod/mini; its core and its locales come with either.
			assert.deepEqual(inputs.filter(input => /node_modules\/zod\/v4\/classic\//u.test(input)), [], name);
			assert.deepEqual(inputs.filter(input => /node_modules\/(?:typescript|esbuild|mocha|fast-check|@types)\//u.test(input)), [], name);
		}
	});
	test('none makes code of text, which pages and workers with a strict policy would refuse', () => {
		assert.deepEqual(Object.entries(texts).filter(([, text]) => /\bnew Function\(|\beval\(/u.test(text)).map(([name]) => name), []);
	});
	test('none opens a connection to another machine', () => {
		assert.deepEqual(Object.entries(texts).filter(([, text]) => /\b(?:fetch\(|XMLHttpRequest|WebSocket|EventSource|require\("(?:node:)?(?:https?|http2|dgram|tls)"\))/u.test(text)).map(([name]) => name), []);
	});
	test('the server and the command line know nothing of VS Code', () => {
		for (const name of ['server.js', 'server.web.js', 'warraq.mjs']) {
			assert.deepEqual(Object.keys(metafiles[name]?.inputs ?? {}).filter(input => /^client\/|node_modules\/vscode-languageclient\//u.test(input)), [], name);
		}
	});
	test('the extension host carries neither the rules nor a second server', () => {
		for (const name of ['extension.js', 'extension.web.js']) {
			assert.deepEqual(Object.keys(metafiles[name]?.inputs ?? {}).filter(input => /^(?:server|cli)\//u.test(input)), [], name);
		}
	});
	test('the libraries of the protocol are modules, of which the rest is left out', () => {
		for (const name of ['extension.js', 'extension.web.js', 'server.js', 'server.web.js']) {
			const libraries = Object.entries(metafiles[name]?.inputs ?? {}).filter(([input]) => input.includes('node_modules/vscode-'));
			assert.ok(libraries.length > 10, name);
			assert.deepEqual(libraries.filter(([, { format }]) => format !== 'esm').map(([input]) => input), [], name);
		}
	});
	test('the language client brings no matcher of globs, and leaves nothing out that the server asks for', () => {
		for (const name of ['extension.js', 'extension.web.js']) {
			assert.deepEqual(Object.keys(metafiles[name]?.inputs ?? {}).filter(input => input.includes('node_modules/minimatch/')), [], name);
		}
		const capabilities = capabilitiesFor(profileOf({ capabilities: {}, processId: null, rootUri: null }));
		assert.equal(capabilities.workspace?.fileOperations, undefined, 'scripts/absent/file-operations.mjs stands for it');
		assert.equal(capabilities.notebookDocumentSync, undefined, 'scripts/absent/notebook.mjs stands for it');
		assert.ok(capabilities.textDocumentSync !== undefined);
	});
	for (const library of ['vscode-jsonrpc/node', 'vscode-languageserver-protocol/node', 'vscode-languageserver/node']) {
		test(`${library} exports as a module what it exports as CommonJS`, async () => {
			const require = createRequire(import.meta.url);
			const { outputFiles } = await build({ stdin: { contents: `export * from '${library}';`, resolveDir: import.meta.dirname }, bundle: true, write: false, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], plugins: [esm] });
			const loaded: { exports: Record<string, unknown> } = { exports: {} };
			// eslint-disable-next-line @typescript-eslint/no-implied-eval -- the bundle was made here
			(new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '') as (...given: unknown[]) => void)(loaded, loaded.exports, require);
			// Two libraries export these, and each its own: CommonJS takes the first, for a module it is an error to use them.
			const notExported = new Set(['__esModule', 'default', ...library.includes('jsonrpc') ? [] : ['createMessageConnection'], ...library.includes('server/') ? ['createProtocolConnection'] : []]);
			const shape = (module: Record<string, unknown>): string[] => Object.keys(module).filter(name => !notExported.has(name)).sort().map(name => `${name}: ${describe(module[name])}`);
			assert.deepEqual(shape(loaded.exports), shape(require(library) as Record<string, unknown>));
		});
	}
	test('a module of TypeScript gets its imports and exports back', () => {
		const text = 'exports.b = exports.A = void 0;\nconst x_1 = require("./x");\nvar A;\n(function (A) {\n    A.one = x_1.one;\n})(A || (exports.A = A = {}));\nexports.b = [A.one];\nconst c = exports.b;\n';
		const module = toModule(text);
		for (const piece of ['import * as x_1 from "./x";', 'var A = /* @__PURE__ */ (function', 'export const b = [A.one];', 'const c = b;', 'export { A };']) { assert.ok(module.includes(piece), `${piece} in ${module}`); }
		assert.doesNotMatch(module, /\bexports\b|require\(/u);
	});
});

/** Its kind, and for namespaces the names in it. */
function describe(value: unknown): string {
	return typeof value === 'object' && value !== null ? `{ ${Object.keys(value).sort().join(', ')} }` : typeof value;
}
