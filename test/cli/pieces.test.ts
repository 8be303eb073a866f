import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readText } from '#core/format/read.ts';
import { defaultSettings } from '#core/settings.ts';
import { decode } from '#disk/decode.ts';
import { Checker, baseBehind, startBase } from '../../cli/engine/job.ts';
import { PieceCutter } from '#disk/pieces.ts';
import { rangesOf } from '../../cli/engine/ranges.ts';
import { piecesOf } from '#disk/read-file.ts';
import type { Plan } from '../../cli/engine/task.ts';
import { TODAY } from '../support/fixture.ts';
import { temporaryFolder } from '../support/cli.ts';

/** Lines that are headers, damaged headers, near misses and text, with every line end. */
const lines = fc.constantFrom(
	' date 2025-03-04 https://news.example.com/a', ' date 2025-03-04 https://news.example.com/a b', ' date 2025-03-05 ', 'date 2025-03-04 https://a.example/x', '\ufeff date 2025-03-04 https://a.example/',
	' date 2025-03-04 قال ان https://a.example/ نشر', 'Date: ٢٠٢٥-٠٣-٠٤ https://a.example/', 'في date 2025-03-04 https://a.example/', 'عنوان الخبر', 'عنوان الخبر', '', '\u00a0', 'نص\u200b الفقرة 😀 &amp; نهاية.', 'x'.repeat(40),
);
const ends = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
const dumps = fc.array(fc.tuple(lines, ends), { maxLength: 40 }).map(parts => parts.flat().join(''));
const bad = fc.array(fc.nat(2000), { maxLength: 3 });

/** The dump as bytes, some of them made ill-formed. */
function bytesOf(text: string, damaged: readonly number[]): Buffer {
	const bytes = Buffer.from(text);
	for (const at of damaged) { if (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) { bytes[at] = 0xff; } }
	return bytes;
}

suite('pieces', () => {
	const { folder, remove } = temporaryFolder();
	const file = path.join(folder, 'a.txt');
	suiteTeardown(remove);

	const plan = (pieceSize: number): Plan => {
		const settings = [defaultSettings(TODAY)];
		return { settings, format: 'ndjson', setup: { version: '0', settings, isColoured: false, isQuiet: false, isCorpus: false }, pieceSize };
	};
	const report = (pieceSize: number, start = 0, end = Number.POSITIVE_INFINITY, base = startBase) => {
		const checker = new Checker(plan(pieceSize));
		const task = { name: 'a.txt', path: file, settings: 0, start, end, isGuess: false };
		let text = '';
		const steps = checker.check(task);
		let step = steps.next();
		for (; step.done !== true; step = steps.next()) { text += checker.write(task, step.value.records, base); }
		assert.equal(step.value.trouble, undefined);
		return { text, tally: step.value.tally };
	};

	test('hold whole articles, and all bytes', () => {
		fc.assert(fc.property(dumps, bad, fc.integer({ min: 16, max: 400 }), (text, damaged, size) => {
			const bytes = bytesOf(text, damaged);
			writeFileSync(file, bytes);
			const articles = readText(decode(bytes).source(0, decode(bytes).units.length).slice(0, bytes.length)).map(article => article.text);
			const read: string[] = [];
			const all: Buffer[] = [];
			let at = 0;
			for (const piece of piecesOf(file, new PieceCutter(0, size))) {
				assert.equal(piece.start, at);
				at += piece.bytes.length;
				all.push(Buffer.from(piece.bytes));
				const { source, units } = decode(piece.bytes);
				read.push(...readText(source(0, units.length).slice(0, units.length)).map(article => article.text));
			}
			assert.ok(Buffer.concat(all).equals(bytes));
			assert.deepEqual(read, articles);
		}), { numRuns: 100 });
	});
	test('of any size give the same report', () => {
		fc.assert(fc.property(dumps, bad, fc.integer({ min: 16, max: 400 }), (text, damaged, size) => {
			writeFileSync(file, bytesOf(text, damaged));
			assert.deepEqual(report(size), report(1 << 20));
		}), { numRuns: 100 });
	});
	test('ranges for workers, whatever their size, give the same report', () => {
		fc.assert(fc.property(dumps, bad, fc.integer({ min: 1, max: 600 }), (text, damaged, size) => {
			const bytes = bytesOf(text, damaged);
			writeFileSync(file, bytes);
			let joined = '';
			let base = startBase;
			for (const { start, end } of rangesOf(file, bytes.length, size)) {
				const part = report(64, start, end, base);
				joined += part.text;
				base = baseBehind(base, part.tally);
			}
			assert.ok(joined === report(1 << 20).text);
		}), { numRuns: 100 });
	});
	test('tell byte offsets and lines that are true', () => {
		fc.assert(fc.property(dumps, bad, (text, damaged) => {
			const bytes = bytesOf(text, damaged);
			writeFileSync(file, bytes);
			for (const line of report(64).text.split('\n').filter(each => each !== '')) {
				const record = JSON.parse(line) as { line: number; byteStart: number; byteEnd: number; title: string; problems: { start: { line: number; column: number; byte: number }; end: { byte: number } }[] };
				const before = bytes.subarray(0, record.byteStart).toString('utf8');
				assert.equal(record.line, before.split(/\r\n|\r|\n/u).length);
				for (const { start, end } of record.problems) {
					assert.ok(record.byteStart <= start.byte && start.byte <= end.byte && end.byte <= record.byteEnd);
					const rows = bytes.subarray(0, start.byte).toString('utf8').split(/\r\n|\r|\n/u);
					assert.equal(start.line, rows.length);
					assert.equal(start.column, [...rows.at(-1) ?? ''].length + 1);
				}
			}
		}), { numRuns: 60 });
	});
	test('grow for a long article, and shrink again', () => {
		const long = ` date 2025-03-04 https://a.example/1\nع\nع\n${'كلمة '.repeat(50_000)}\n`;
		writeFileSync(file, `${long} date 2025-03-04 https://a.example/2\nع\nع\nن\n`.repeat(2));
		const sizes = [...piecesOf(file, new PieceCutter(0, 4096))].map(({ bytes }) => bytes.length);
		assert.ok(Math.max(...sizes) >= Buffer.byteLength(long));
	});
});
