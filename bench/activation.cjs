// A fresh process: loads the extension's bundle with a made-up `vscode` module, activates it, and prints the milliseconds
// of both; with `empty`, loads an empty module instead. Nothing is open, as in a window without dumps.
const Module = require('node:module');
const path = require('node:path');

const [what] = process.argv.slice(2);

/** Stands for whatever is asked of it: a namespace, a function, a class, an event, an empty list. */
function anything() {
	const known = new Map();
	return new Proxy(class {}, {
		get(target, key) {
			if (key === 'prototype') { return target.prototype; }
			// Not a promise, and an empty list to those who go through it.
			if (key === 'then') { return undefined; }
			if (key === Symbol.iterator) { return () => [][Symbol.iterator](); }
			if (key === Symbol.toPrimitive) { return () => ''; }
			if (['some', 'map', 'filter', 'find', 'forEach', 'every', 'flatMap'].includes(key)) { return (...args) => [][key](...args); }
			if (key === 'length' || key === 'size') { return 0; }
			if (key === 'activeTextEditor' || key === 'activeTab') { return undefined; }
			if (!known.has(key)) { known.set(key, anything()); }
			return known.get(key);
		},
		apply: () => anything(),
		construct: () => anything(),
		set: () => true,
	});
}

const load = Module._load;
Module._load = function (name, ...rest) { return name === 'vscode' ? vscode : load.call(this, name, ...rest); };
// A bundle copies a module's own members and takes the rest from its prototype.
const vscode = Object.create(anything());

async function main() {
	const started = performance.now();
	if (what === 'empty') {
		require('./empty.cjs');
		return { load: performance.now() - started, activate: 0 };
	}
	const extension = require(path.resolve(what));
	const loaded = performance.now();
	const root = path.resolve(__dirname, '..');
	await extension.activate({
		subscriptions: [], extensionPath: root, asAbsolutePath: file => path.join(root, file), extensionUri: anything(), extensionMode: 1,
		globalState: state(), workspaceState: state(), storageUri: undefined, logUri: anything(), extension: { packageJSON: {} },
	});
	return { load: loaded - started, activate: performance.now() - loaded };
}

const state = () => ({ get: (_key, value) => value, update: async () => undefined, keys: () => [], setKeysForSync: () => undefined });

main().then(result => {
	process.stdout.write(JSON.stringify(result), () => process.exit(0));
}, error => {
	console.error(error);
	process.exit(1);
});
