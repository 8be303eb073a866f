import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DumpDocument, type Position } from '#core/document/document.ts';
import { Linter } from '#core/lint.ts';
import { defaultSettings } from '#core/settings.ts';
import { TODAY } from '../support/fixture.ts';
import { change, dumpText, rangeOf } from '../support/generators.ts';

const linter = new Linter(defaultSettings(TODAY));

/** All that a document knows of its articles, as plain data. */
function contentOf(document: DumpDocument): unknown {
	return document.articles.map((article, index) => ({
		start: document.startOf(index),
		firstLine: document.firstLineOf(index),
		text: article.text,
		header: article.header,
		fields: [article.titleLine, article.copyLine, article.bodyLine, article.language],
		roles: Array.from({ length: article.lines.count }, (_, line) => article.role(line)),
		problems: linter.check(article).map(({ rule, severity, range, message, fixes }) => ({ rule: rule.id, severity, range, message, fixes })),
	}));
}

/** Positions the plain way: from the list of all lines of the text. */
function naive(text: string): { readonly positionAt: (offset: number) => Position; readonly offsetAt: (position: Position) => number; readonly lineCount: number } {
	const lines: { start: number; end: number }[] = [];
	let start = 0;
	for (const match of text.matchAll(/\r\n|\r|\n/gu)) {
		lines.push({ start, end: match.index });
		start = match.index + match[0].length;
	}
	lines.push({ start, end: text.length });
	return {
		lineCount: lines.length,
		positionAt: offset => {
			const inside = Math.max(0, Math.min(offset, text.length));
			const line = lines.findLastIndex(each => each.start <= inside);
			const own = lines[line] ?? { start: 0, end: 0 };
			return { line, character: Math.min(inside, own.end) - own.start };
		},
		offsetAt: ({ line, character }) => {
			const own = lines[line];
			if (own === undefined) { return line < 0 ? 0 : text.length; }
			return Math.min(own.start + Math.max(0, character), own.end);
		},
	};
}

suite('DumpDocument', () => {
	test('gives its text back', () => {
		fc.assert(fc.property(dumpText, text => {
			const document = DumpDocument.read(text);
			assert.equal(document.text, text);
			assert.equal(document.length, text.length);
			assert.equal(document.lineCount, naive(text).lineCount);
		}), { numRuns: 500 });
	});
	test('finds the position of every offset as a plain count of lines does', () => {
		fc.assert(fc.property(dumpText, text => {
			const document = DumpDocument.read(text);
			const { positionAt } = naive(text);
			for (let offset = -1; offset <= text.length + 1; offset++) { assert.deepEqual(document.positionAt(offset), positionAt(offset)); }
		}), { numRuns: 300 });
	});
	test('finds the offset of every position, beyond ends too', () => {
		fc.assert(fc.property(dumpText, text => {
			const document = DumpDocument.read(text);
			const { offsetAt, lineCount } = naive(text);
			for (let line = -1; line <= lineCount + 1; line++) {
				for (const character of [-1, 0, 1, 2, 7, 1000]) { assert.equal(document.offsetAt({ line, character }), offsetAt({ line, character })); }
			}
		}), { numRuns: 300 });
	});
	test('finds the way back from every position that exists', () => {
		fc.assert(fc.property(dumpText, text => {
			const document = DumpDocument.read(text);
			for (let offset = 0; offset <= text.length; offset++) {
				const position = document.positionAt(offset);
				const isInsideLineEnd = text[offset - 1] === '\r' && text[offset] === '\n';
				assert.equal(document.offsetAt(position), isInsideLineEnd ? offset - 1 : offset);
			}
		}));
	});
	test('cuts any range out of its text', () => {
		fc.assert(fc.property(dumpText, change, (text, where) => {
			const range = rangeOf(where, text.length);
			assert.equal(DumpDocument.read(text).slice(range), text.slice(range.start, range.end));
		}));
	});
	test('knows after any edits what reading from scratch would give', () => {
		fc.assert(fc.property(dumpText, fc.array(change, { minLength: 1, maxLength: 6 }), (start, changes) => {
			let document = DumpDocument.read(start);
			let text = start;
			for (const each of changes) {
				const range = rangeOf(each, text.length);
				text = text.slice(0, range.start) + each.text + text.slice(range.end);
				const { document: next, first, removed, added } = document.replace(range, each.text);
				assert.equal(next.text, text);
				assert.deepEqual(contentOf(next), contentOf(DumpDocument.read(text)));
				assert.equal(next.lineCount, naive(text).lineCount);
				assert.equal(next.articles.length, document.articles.length - removed + added);
				assert.deepEqual(next.articles.slice(0, first).every((article, index) => article === document.articles[index]), true);
				assert.deepEqual(next.articles.slice(first + added).every((article, index) => article === document.articles[first + removed + index]), true);
				document = next;
			}
		}), { numRuns: 400 });
	});
	test('reads only the article again that is edited in its middle', () => {
		const article = ' date 2025-03-04 https://example.com/a\nعنوان\nعنوان\nالفقرة الأولى.\n';
		const document = DumpDocument.read(article.repeat(50));
		const { first, removed, added } = document.replace({ start: article.length * 20 + 45, end: article.length * 20 + 46 }, 'x');
		assert.deepEqual([first, removed, added], [20, 1, 1]);
	});
	test('reads the neighbour again when a header appears or vanishes', () => {
		const article = ' date 2025-03-04 https://example.com/a\nعنوان\nعنوان\nالفقرة الأولى.\n';
		const document = DumpDocument.read(article.repeat(3));
		assert.equal(document.replace({ start: article.length, end: article.length + 6 }, '').document.articles.length, 2);
		assert.equal(document.replace({ start: article.length - 1, end: article.length }, '').document.articles.length, 2);
		assert.equal(document.replace({ start: article.length - 1, end: article.length - 1 }, '\n date 2025-03-05 https://example.com/b').document.articles.length, 4);
	});
	test('is empty without articles', () => {
		const empty = DumpDocument.read('');
		assert.deepEqual([empty.lineCount, empty.positionAt(3), empty.offsetAt({ line: 4, character: 2 })], [1, { line: 0, character: 0 }, 0]);
		assert.equal(empty.replace({ start: 0, end: 0 }, 'a\n').document.text, 'a\n');
	});
});
