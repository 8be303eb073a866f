import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { importsOf, sourceFiles, type Import } from '../support/imports.ts';

/**
 * Who may import whom. A layer is the longest path that a file begins with; `core` alone stands for the files beside the
 * folders (lint, fix, settings). `node` stands for the built-in modules.
 */
const layers: Readonly<Record<string, readonly string[]>> = {
	'core/text': [],
	'core/format': ['core/text'],
	'core/document': ['core/format', 'core/text'],
	'core/rules': ['core/format', 'core/text'],
	core: ['core/rules', 'core/document', 'core/format', 'core/text'],
	'core/report': ['core', 'core/rules', 'core/document', 'core/format', 'core/text'],
	'core/mend': ['core/report', 'core', 'core/rules', 'core/document', 'core/format', 'core/text'],
	'core/features': ['core', 'core/rules', 'core/document', 'core/format', 'core/text'],
	'core/corpus': ['core', 'core/features', 'core/rules', 'core/document', 'core/format', 'core/text'],
	contract: ['core', 'zod', 'jsonc-parser', 'minimatch'],
	disk: ['core', 'contract', 'node'],
	server: ['core', 'contract', 'disk', 'zod', 'vscode-languageserver', 'vscode-jsonrpc', 'node'],
	cli: ['core', 'contract', 'disk', 'server', 'node'],
	client: ['core', 'contract', 'zod', 'vscode', 'vscode-languageclient', 'vscode-languageserver-protocol', 'node'],
	'client/webview': ['core', 'contract'],
};

/** Folders inside which every folder may be reached. */
const whole = new Set(['contract', 'disk', 'server', 'cli', 'client', 'client/webview']);

const files = sourceFiles('core', 'contract', 'disk', 'server', 'cli', 'client');
const imports = files.flatMap(importsOf);
const builtin = new Set(builtinModules);
const names = Object.keys(layers).sort((a, b) => b.length - a.length);

function layerOf(module: string): string {
	if (module.startsWith('node:') || builtin.has(module)) { return 'node'; }
	if (!module.endsWith('.ts')) { return /^(?:@[^/]+\/)?[^/]+/u.exec(module)?.[0] ?? module; }
	return names.find(name => module.startsWith(`${name}/`)) ?? module;
}

function isAllowed({ from, to }: Import): boolean {
	const [own, other] = [layerOf(from), layerOf(to)];
	const allowed = layers[own] ?? [];
	return own === other || allowed.includes(other) || (whole.has(own) && other.startsWith('core/') && allowed.includes('core'));
}

suite('boundaries', () => {
	test('there are sources to look at', () => { assert.ok(files.length > 40, `${files.length} files`); });
	test('layers import only what stands below them', () => {
		assert.deepEqual(imports.filter(each => !isAllowed(each)).map(({ from, to }) => `${from} imports ${to}`), []);
	});
	test('Node and browser parts of client and server stand in files of their own', () => {
		const shared = imports.filter(({ from, to }) => /^(?:client|server)\//u.test(from) && !/\b(?:node|stdio)\b/u.test(from) && (layerOf(to) === 'node' || /^vscode-language\w+\/node/u.test(to)));
		assert.deepEqual(shared.map(({ from, to }) => `${from} imports ${to}`), []);
	});
	test('what is imported exists, under the name it is imported by', () => {
		assert.deepEqual(imports.filter(({ to }) => to.endsWith('.ts') && !existsSync(to)).map(({ from, to }) => `${from} imports ${to}`), []);
	});
	test('no module imports itself by way of others', () => { assert.deepEqual(cycles(), []); });
});

/** Rings of imports that are there when the program runs; types may refer to each other. */
function cycles(): string[] {
	const next = new Map<string, string[]>();
	for (const { from, to, isType } of imports) {
		if (!isType && to.endsWith('.ts')) { next.set(from, [...next.get(from) ?? [], to]); }
	}
	const found: string[] = [];
	const done = new Set<string>();
	const walk = (file: string, trail: readonly string[]): void => {
		const at = trail.indexOf(file);
		if (at >= 0) { found.push([...trail.slice(at), file].join(' → ')); return; }
		if (done.has(file)) { return; }
		for (const other of next.get(file) ?? []) { walk(other, [...trail, file]); }
		done.add(file);
	};
	for (const file of files) { walk(file, []); }
	return found;
}
