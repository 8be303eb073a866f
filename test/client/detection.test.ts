import assert from 'node:assert/strict';
import type { Memento, Uri } from 'vscode';
import { Declined } from '../../client/detection/declined.ts';
import { headerOf, mayBeginDump } from '../../client/detection/first-line.ts';

/** The part of `vscode.Uri` that is looked at. */
function uriOf(text: string): Uri {
	const { protocol, pathname, search } = new URL(text);
	const scheme = protocol.slice(0, -1);
	return { scheme, query: search, with: (change: { scheme: string }) => uriOf(text.replace(scheme, change.scheme).replace(/\?.*$/u, '')), toString: () => `${scheme}:${pathname}${search}` } as unknown as Uri;
}

function memory(): Memento & { readonly values: Map<string, unknown> } {
	const values = new Map<string, unknown>();
	return {
		values,
		keys: () => [...values.keys()],
		get: <T>(key: string, otherwise?: T) => (values.has(key) ? values.get(key) : otherwise) as T,
		update: (key, value) => { if (value === undefined) { values.delete(key); } else { values.set(key, value); } return Promise.resolve(); },
	};
}

suite('first line', () => {
	for (const line of [' date 2025-11-08 https://a.example/', '\ufeff date 2025-11-08 https://a.example/', 'Date: 2025/11/08 https://a.example/', ' date 2025-11-08', '\u200f date ٢٠٢٥-١١-٠٨ https://a.example/']) {
		test(`is a header: ${JSON.stringify(line)}`, async () => { assert.ok(await headerOf(line)); });
	}

	for (const line of ['', 'الخبر', 'date', 'dates', 'Date: Mon, 3 Nov 2025 10:00:00 +0000', '  date: 2025-11-08', 'date 2025-11-08', 'date of birth', '- date 2025 was a good year']) {
		test(`is none: ${JSON.stringify(line)}`, async () => { assert.equal(await headerOf(line), undefined); });
	}

	test('is passed over at once where it does not begin with the word', () => {
		assert.equal(mayBeginDump('Shopping list, date 2025-11-08'), false);
		assert.equal(mayBeginDump(`${' '.repeat(5000)}date`), false);
	});
});

suite('declined files', () => {
	test('are remembered by the workspace, both sides of a diff as one', async () => {
		const state = memory();
		await new Declined(state).add(uriOf('file:///a/b.txt'));
		const again = new Declined(state);
		assert.equal(again.has(uriOf('file:///a/b.txt')), true);
		assert.equal(again.has(uriOf('git:///a/b.txt?HEAD')), true);
		assert.equal(again.has(uriOf('file:///a/c.txt')), false);
	});

	test('are forgotten when they are chosen, with the refusal of the workspace', async () => {
		const declined = new Declined(memory());
		await declined.add(uriOf('file:///a/b.txt'));
		await declined.addWorkspace();
		assert.equal(declined.has(uriOf('file:///a/c.txt')), true);
		await declined.remove(uriOf('file:///a/b.txt'));
		assert.equal(declined.has(uriOf('file:///a/b.txt')), false);
		assert.equal(declined.has(uriOf('file:///a/c.txt')), false);
	});

	test('are not written down where they have no file: the next document may have the same name', async () => {
		const state = memory();
		const declined = new Declined(state);
		await declined.add(uriOf('untitled:Untitled-1'));
		assert.equal(declined.has(uriOf('untitled:Untitled-1')), true);
		assert.equal(new Declined(state).has(uriOf('untitled:Untitled-1')), false);
	});

	test('never fill the memory', async () => {
		const state = memory();
		const declined = new Declined(state);
		for (let index = 0; index <= 1000; index++) { await declined.add(uriOf(`file:///${index}.txt`)); }
		assert.equal(declined.has(uriOf('file:///0.txt')), false);
		assert.equal(declined.has(uriOf('file:///1000.txt')), true);
	});
});
