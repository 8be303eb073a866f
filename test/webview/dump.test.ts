import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { DumpDocument } from '#core/document/document.ts';
import { partsOf } from '#core/features/article-view.ts';
import { defaultSettings } from '#core/settings.ts';
import { articles, articleSizes, type ArticlesSource } from '../../server/handlers/articles.ts';
import { Dump } from '../../client/webview/preview/dump.ts';
import { Extents } from '../../client/webview/shared/extents.ts';
import { TODAY } from '../support/fixture.ts';

const article = (index: number, lines: number): string => ` date 2025-11-08 https://a.example/${index}\nعنوان ${index}\nعنوان ${index}\n${'فقرة.\n'.repeat(lines)}`;
const settings = defaultSettings(TODAY);
const source = (document: DumpDocument, version: number): ArticlesSource => ({ document, version, settings, problemsOf: () => [] });

suite('dump as the page knows it', () => {
	test('follows any edits of the host', () => {
		const edit = fc.record({ at: fc.nat(4000), length: fc.nat(200), text: fc.constantFrom('', 'x', '\n', article(99, 2), `نص\n${article(98, 70)}`, ' ', 'date') });
		fc.assert(fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 8 }), fc.array(edit, { maxLength: 8 }), (sizes, edits) => {
			let document = DumpDocument.read(sizes.map((lines, index) => article(index, lines)).join(''));
			let version = 1;
			const dump = new Dump('x', articleSizes({ document, version }));
			const extents = new Extents(Array.from({ length: dump.itemCount }, () => 1));
			dump.put(articles(source(document, version), { first: 0, last: 99 }));
			for (const { at, length, text } of edits) {
				const start = Math.min(at, document.length);
				const change = document.replace({ start, end: Math.min(start + length, document.length) }, text);
				document = change.document;
				version++;
				const { first, removed, added } = change;
				const items = dump.change({ uri: 'x', version, total: document.articles.length, first, removed, added });
				extents.splice(items.first, items.removed, Array.from({ length: items.added }, () => 1));
				const changes = dump.put(articles(source(document, version), { first, last: first + added }));
				assert.ok(changes !== undefined);
				for (const each of changes) { extents.splice(each.first, each.removed, Array.from({ length: each.added }, () => 1)); }
			}
			assert.equal(dump.total, document.articles.length);
			assert.equal(extents.count, dump.itemCount);
			for (const [index, each] of document.articles.entries()) {
				assert.equal(dump.startOf(index), document.startOf(index));
				assert.equal(dump.lineCount(index), each.lines.count);
				assert.equal(dump.indexOfOffset(document.startOf(index)), index);
				assert.deepEqual(dump.at(dump.itemOf(index, 0)), { index, part: 0 });
				assert.equal(dump.itemOf(index, 999) - dump.itemOf(index, 0), partsOf(each.lines.count) - 1);
				assert.equal(dump.article(index)?.lineCount, each.lines.count);
				assert.equal(dump.article(index)?.index, index);
			}
		}), { numRuns: 60 });
	});
	test('takes nothing of another version', () => {
		const document = DumpDocument.read(article(0, 2));
		const dump = new Dump('x', articleSizes({ document, version: 2 }));
		assert.equal(dump.put(articles(source(document, 1), { first: 0, last: 1 })), undefined);
		assert.ok(dump.isWanting(0));
	});
	test('shows the old article until the new one is there', () => {
		const document = DumpDocument.read(article(0, 2) + article(1, 2));
		const dump = new Dump('x', articleSizes({ document, version: 1 }));
		dump.put(articles(source(document, 1), { first: 0, last: 2 }));
		dump.change({ uri: 'x', version: 2, total: 2, first: 0, removed: 1, added: 1 });
		assert.ok(dump.article(0) !== undefined && dump.isWanting(0) && !dump.isWanting(1));
	});
	test('forgets what is far away', () => {
		const document = DumpDocument.read(Array.from({ length: 700 }, (_, index) => article(index, 1)).join(''));
		const dump = new Dump('x', articleSizes({ document, version: 1 }));
		for (let first = 0; first < 700; first += 100) { dump.put(articles(source(document, 1), { first, last: first + 100 })); }
		dump.forget(0, 20);
		assert.ok(dump.article(10) !== undefined && dump.article(690) === undefined);
	});
});
