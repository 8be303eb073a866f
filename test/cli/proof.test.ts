import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { Linter } from '#core/lint.ts';
import { Reversal, applyByteEdits, differenceOutside, type ByteEdit } from '#core/mend/bytes.ts';
import { Mender } from '#core/mend/mender.ts';
import { defaultSettings } from '#core/settings.ts';
import { readArguments } from '../../cli/arguments.ts';
import { codec } from '#disk/codec.ts';
import { PieceCutter } from '#disk/pieces.ts';
import { BrokenCopy } from '#disk/prove.ts';
import { piecesOf } from '#disk/read-file.ts';
import { writeAll, type Write } from '#disk/replacement.ts';
import { FileWriter } from '#disk/writer.ts';
import { Journal } from '#disk/journal/journal.ts';
import { journalPlace } from '#disk/journal/place.ts';
import { proveAll, provePiece, subjects, type Subjects } from '../../cli/proof.ts';
import { Run } from '../../cli/run.ts';
import { temporaryFolder, warraq } from '../support/cli.ts';
import { TODAY } from '../support/fixture.ts';
import { dumpText } from '../support/generators.ts';

const faulty = ' date 2025-03-04 https://news.example.com/a\nمهرجان البحيرة\nمهرجان البحيرة\nانطلق\u200b المهرجان &quot;أمس&quot; في موكب كبير.\n\nويستمر أسبوعا.\n';
const linter = new Linter(defaultSettings(TODAY));
const mender = (): Mender => new Mender('a.txt', { linter, choice: {}, codec, selection: {}, watchers: [], isGuess: false });

suite('the copy of a mended file', () => {
	const { folder, remove } = temporaryFolder();
	suiteTeardown(remove);
	const file = path.join(folder, 'a.txt');

	/** Mends the file by a writer; gives what is thrown. */
	function mend(text: string, write: Write): unknown {
		writeFileSync(file, text);
		const journal = new Journal(journalPlace(path.dirname(file)), '0.0.0');
		const writer = new FileWriter(file, journal, undefined, write);
		try {
			const own = mender();
			for (const piece of piecesOf(file, new PieceCutter(0, 4096))) { writer.add(piece, own.add(piece)); }
			return writer.commit()?.proof;
		} catch (error) {
			return error;
		} finally {
			writer.close();
			journal.close();
		}
	}

	test('is proved byte by byte before it takes the place of the file', () => {
		const proof = mend(faulty.repeat(300), writeAll);
		assert.deepEqual(proof, { ...proof as object, kept: 300 * (Buffer.byteLength(faulty) - 3 - 12 - 1), edits: 1200 });
	});
	test('is refused where the writer is broken, and the file stays as it was', () => {
		const text = faulty.repeat(300);
		const broken: Readonly<Record<string, Write>> = {
			'one bit': (to, bytes) => { const copy = Uint8Array.from(bytes); if (copy.length > 9) { copy[9] = (copy[9] ?? 0) ^ 1; } writeAll(to, copy); },
			'a byte less': (to, bytes) => { writeAll(to, bytes.subarray(0, Math.max(0, bytes.length - 1))); },
			'a byte more': (to, bytes) => { writeAll(to, bytes); writeAll(to, Uint8Array.of(0x20)); },
			'a line end': (to, bytes) => { writeAll(to, Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\n', '\r\n'), 'latin1')); },
			nothing: () => undefined,
		};
		for (const [name, write] of Object.entries(broken)) {
			const error = mend(text, write);
			assert.ok(error instanceof BrokenCopy, name);
			assert.match(error.message, /^the mended copy differs from it at byte \d+, where no fix touches it\. The file is as it was; this is a defect, please report it\.$/u);
			assert.equal(readFileSync(file, 'utf8'), text, name);
			assert.deepEqual(readdirSync(folder), ['.warraq', 'a.txt'], name);
		}
	});
});

suite('warraq check --verify-bytes', () => {
	const { folder, remove } = temporaryFolder();
	suiteTeardown(remove);
	const check = (...args: readonly string[]) => warraq(['check', '--today', '2026-06-01', ...args], { cwd: folder });
	const proof = (text: string | Buffer, tried: Partial<Subjects> = {}, size = 4096): { fault: string | undefined; edits: number }[] => {
		writeFileSync(path.join(folder, 'p.txt'), text);
		const own = mender();
		return [...piecesOf(path.join(folder, 'p.txt'), new PieceCutter(0, size))].map(piece => provePiece(piece, own, { ...subjects, ...tried }));
	};

	test('proves it for every file, and says so', () => {
		writeFileSync(path.join(folder, 'a.txt'), faulty);
		writeFileSync(path.join(folder, 'b.txt'), Buffer.concat([Buffer.from(`\ufeff${faulty}`), Buffer.from([0xff, 0xe2, 0x80, 0x0a]), Buffer.from(faulty)]));
		const { status, stderr } = check('--verify-bytes', 'a.txt', 'b.txt');
		assert.equal(status, 1);
		const bytes = Buffer.byteLength(faulty) * 3 + 3 + 4;
		assert.match(stderr, new RegExp(`^Verified: 2 files of ${bytes} bytes in all come back from reading as they are; outside of the \\d+ edits of safe fixes not a byte would change\\.$`, 'mu'));
		assert.equal(readFileSync(path.join(folder, 'a.txt'), 'utf8'), faulty);
		assert.doesNotMatch(check('--verify-bytes', '--quiet', 'a.txt').stderr, /Verified/u);
	});
	test('cannot read standard input twice, and says what it could not read', () => {
		assert.match(check('--verify-bytes', '-').stderr, /^--verify-bytes reads everything twice/u);
		assert.equal(check('--verify-bytes', 'none.txt', 'a.txt').status, 2);
	});
	test('finds a printer that is broken', () => {
		const broken: readonly Subjects['print'][] = [
			(...args) => subjects.print(...args).map((byte, at) => (at === 60 ? byte ^ 1 : byte)),
			(...args) => subjects.print(...args).subarray(1),
			(...args) => subjects.print(...args).subarray(0, -1),
			(...args) => Buffer.concat([subjects.print(...args), Buffer.from(' ')]),
		];
		for (const print of broken) { assert.match(proof(faulty, { print })[0]?.fault ?? '', /^reading and printing it changes byte \d+\.$/u); }
	});
	test('finds fixes that touch what they do not name', () => {
		const broken: readonly Subjects['apply'][] = [
			(...args) => applyByteEdits(...args).map((byte, at) => (at === 60 ? byte ^ 1 : byte)),
			(bytes, start, edits) => applyByteEdits(bytes, start, edits).subarray(0, -1),
			(bytes, start, edits) => applyByteEdits(bytes, start, edits.slice(1)),
			(bytes, start, edits) => applyByteEdits(bytes, start, edits.map(edit => ({ ...edit, end: edit.end + 1 }))),
		];
		for (const apply of broken) { assert.match(proof(faulty, { apply })[0]?.fault ?? '', /^the safe fixes would change byte \d+, which none of them touches\.$/u); }
	});
	test('ends with 2 where a file fails, which it names, and goes on', () => {
		const said: string[] = [];
		for (const name of ['a.txt', 'z.txt']) { writeFileSync(path.join(folder, name), faulty); }
		const args = readArguments(['check', path.join(folder, 'a.txt'), path.join(folder, 'z.txt')], () => TODAY);
		const run = new Run(args, { entry: new URL(import.meta.url), version: '0.0.0', say: line => { said.push(line); } });
		run.targets();
		let calls = 0;
		proveAll(run, true, { ...subjects, apply: (...given) => (++calls === 1 ? applyByteEdits(...given).subarray(1) : applyByteEdits(...given)) });
		assert.ok(run.hasTrouble);
		assert.match(said[0] ?? '', /a\.txt: the safe fixes would change byte 0, which none of them touches\. This is a defect of Warraq, please report it; nothing was written\.$/u);
		assert.match(said[1] ?? '', /^Verified: 1 file of \d+ bytes in all comes back from reading as it is;/u);
	});
	test('holds for everything that can stand in a file', () => {
		const contents = fc.tuple(dumpText, fc.uint8Array({ maxLength: 12 }), dumpText).map(([before, bytes, after]) => Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]));
		// Sixteen bit units without a mark are refused as no text at all.
		fc.assert(fc.property(contents.filter(bytes => bytes.indexOf(0) < 0 && bytes[0] !== 0xff && bytes[0] !== 0xfe), fc.integer({ min: 16, max: 400 }), (bytes, size) => {
			for (const { fault } of proof(bytes, {}, size)) { assert.equal(fault, undefined); }
		}), { numRuns: 300 });
	});
});

suite('edits of bytes', () => {
	const edited = fc.uint8Array({ minLength: 0, maxLength: 60 }).chain(bytes => fc.tuple(
		fc.constant(bytes),
		fc.array(fc.tuple(fc.nat({ max: bytes.length }), fc.nat({ max: 5 }), fc.uint8Array({ maxLength: 5 })), { maxLength: 6 }),
		fc.nat({ max: 1000 }),
	)).map(([bytes, parts, start]) => {
		const edits: ByteEdit[] = [];
		let last = 0;
		for (const [at, length, text] of parts.sort(([a], [b]) => a - b)) {
			if (at < last) { continue; }
			last = Math.min(bytes.length, at + length);
			edits.push({ start: start + at, end: start + last, bytes: text });
		}
		return { bytes, edits, start };
	});
	test('are taken back by their reversal, and leave everything else', () => {
		fc.assert(fc.property(edited, ({ bytes, edits, start }) => {
			const after = applyByteEdits(bytes, start, edits);
			assert.equal(differenceOutside(bytes, after, start, edits), undefined);
			const reversal = new Reversal().of(bytes, start, edits);
			assert.deepEqual(applyByteEdits(after, start, reversal), bytes);
		}), { numRuns: 500 });
	});
	test('a byte that changes outside of them is found, wherever it is', () => {
		fc.assert(fc.property(edited, fc.nat(), ({ bytes, edits, start }, pick) => {
			const kept = [...bytes.keys()].filter(at => !edits.some(edit => edit.start <= start + at && start + at < edit.end));
			const at = kept[pick % Math.max(1, kept.length)];
			if (at === undefined) { return; }
			const other = bytes.slice();
			other[at] = (other[at] ?? 0) ^ 0x55;
			assert.equal(differenceOutside(bytes, applyByteEdits(other, start, edits), start, edits), start + at);
		}), { numRuns: 500 });
	});
});
