import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, linkSync, lstatSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { fixText } from '#core/fix.ts';
import { Linter } from '#core/lint.ts';
import { applyByteEdits, type ByteEdit } from '#core/mend/bytes.ts';
import { Mender } from '#core/mend/mender.ts';
import { defaultSettings } from '#core/settings.ts';
import { codec } from '#disk/codec.ts';
import { PieceCutter } from '#disk/pieces.ts';
import { piecesOf } from '#disk/read-file.ts';
import { Replacement } from '#disk/replacement.ts';
import { cliScript, startWarraq, temporaryFolder, warraq } from '../support/cli.ts';
import { TODAY } from '../support/fixture.ts';

const header = ' date 2025-03-04 https://news.example.com/a';
const faulty = `${header}\nمهرجان البحيرة\nمهرجان البحيرة\nانطلق\u200b المهرجان &quot;أمس&quot;.\n\nويستمر أسبوعا.\n`;
const menderOf = (linter: Linter, isUnsafe = false): Mender => new Mender('a.txt', { linter, choice: { isUnsafe }, codec, selection: {}, watchers: [], isGuess: false });
const mended = `${header}\nمهرجان البحيرة\nمهرجان البحيرة\nانطلق المهرجان "أمس".\nويستمر أسبوعا.\n`;

suite('warraq fix', () => {
	const { folder, remove } = temporaryFolder();
	const at = (name: string): string => path.join(folder, name);
	const write = (name: string, text: string | Uint8Array): void => { writeFileSync(at(name), text); };
	const read = (name: string): string => readFileSync(at(name), 'utf8');
	const fix = (...args: readonly string[]) => warraq(['fix', '--today', '2026-06-01', ...args], { cwd: folder });
	const leftovers = (): string[] => readdirSync(folder).filter(name => /\.\d+\.warraq$/u.test(name));
	suiteSetup(() => { cliScript(); });
	suiteTeardown(remove);

	test('mends in place and reports fixes by rule and characters', () => {
		write('a.txt', faulty);
		const { status, stdout, stderr } = fix('a.txt');
		assert.equal(read('a.txt'), mended);
		assert.deepEqual([status, stdout], [0, '']);
		assert.match(stderr, /^4 fixes applied in 1 file of 1: blank-line 1, html-entity 2, zero-width-character 1; 14 characters removed, 2 added\.$/mu);
		assert.match(stderr, /^Problems left: 0 errors, 0 warnings/mu);
	});
	test('changes nothing the second time, not even the file\'s time', () => {
		write('b.txt', mended);
		utimesSync(at('b.txt'), 1_700_000_000, 1_700_000_000);
		const before = statSync(at('b.txt'));
		assert.match(fix('b.txt').stderr, /^Nothing to mend in 1 file\.$/mu);
		const after = statSync(at('b.txt'));
		assert.deepEqual([after.mtimeMs, after.ino], [before.mtimeMs, before.ino]);
	});
	test('writes nothing where the configuration or the baseline has errors', () => {
		const broken: readonly (readonly [name: string, text: string])[] = [['warraq.config.json', '{ "rules": { "html-entty": "off" } }'], ['warraq.baseline.ndjson', '{ "rule": "html-entity" }\n']];
		for (const [index, [name, text]] of broken.entries()) {
			mkdirSync(at(`wrong-${index}`));
			write(`wrong-${index}/${name}`, text);
			write(`wrong-${index}/a.txt`, faulty);
			for (const args of [[`wrong-${index}/a.txt`], ['--unsafe', '--only', 'blank-line', `wrong-${index}`, 'd.txt']]) {
				write('d.txt', faulty);
				const { status, stdout, stderr } = fix(...args);
				assert.deepEqual([status, stdout, read(`wrong-${index}/a.txt`), read('d.txt')], [2, '', faulty, faulty]);
				assert.match(stderr, new RegExp(`${name.replaceAll('.', '\\.')}:1[\\s\\S]*\nNothing was written: .*--dry-run`, 'u'));
				assert.deepEqual(readdirSync(at(`wrong-${index}`)).sort(), ['a.txt', name]);
			}
			const rehearsed = fix('--dry-run', `wrong-${index}`);
			assert.equal(rehearsed.status, 2);
			assert.match(rehearsed.stdout, /^Rehearsal: 4 fixes in 1 of 1 article;/u);
			assert.match(fix('--diff', `wrong-${index}`).stdout, /^@@ /mu);
			const piped = warraq(['fix', '-'], { cwd: at(`wrong-${index}`), input: faulty });
			assert.deepEqual([piped.status, piped.stdout], [2, '']);
			assert.equal(warraq(['check', `wrong-${index}`], { cwd: folder }).status, 2);
		}
	});
	test('keeps byte order mark, line ends and mode', () => {
		write('c.txt', `\ufeff${faulty.replaceAll('\n', '\r\n')}`);
		chmodSync(at('c.txt'), 0o640);
		fix('--rule', 'byte-order-mark=off', '--rule', 'noncanonical-line-ends=off', 'c.txt');
		assert.equal(read('c.txt'), `\ufeff${mended.replaceAll('\n', '\r\n')}`);
		assert.equal(statSync(at('c.txt')).mode & 0o777, 0o640);
	});
	test('takes the byte order mark off and ends lines in LF, unless told to leave them', () => {
		write('c.txt', `\ufeff${faulty.replaceAll('\n', '\r\n')}`);
		fix('c.txt');
		assert.equal(read('c.txt'), mended);
		write('c.txt', `\ufeff${faulty.replaceAll('\n', '\r')}`);
		fix('c.txt');
		assert.equal(read('c.txt'), mended);
	});
	test('says that another name of the file keeps the old text', () => {
		write('h.txt', faulty);
		linkSync(at('h.txt'), at('h2.txt'));
		const { stderr } = fix('h.txt');
		assert.match(stderr, /^h\.txt: 1 other name of this file \(hard link\) keeps the old text\.$/mu);
		assert.deepEqual([read('h.txt'), read('h2.txt')], [mended, faulty]);
	});
	test('ends with 1 where errors are left, and --max-warnings counts what is left', () => {
		write('d.txt', faulty.replace('2025-03-04', '2025-02-30'));
		assert.equal(fix('d.txt').status, 1);
		write('d.txt', faulty.replace('أمس', 'أ\ufffdمس'));
		assert.equal(fix('--max-warnings', '0', 'd.txt').status, 1);
	});
	test('--unsafe adds unsafe fixes', () => {
		const wrong = faulty.replace('2025-03-04', '2025-02-30').replace('/a', '/2025/03/01/a');
		write('e.txt', wrong);
		fix('e.txt');
		assert.match(read('e.txt'), /^ date 2025-02-30 /u);
		write('e.txt', wrong);
		fix('--unsafe', 'e.txt');
		assert.match(read('e.txt'), /^ date 2025-03-01 /u);
	});
	test('--dry-run counts and shows, and writes nothing', () => {
		write('f.txt', faulty);
		const before = readdirSync(folder);
		const { stderr, stdout } = fix('--dry-run', 'f.txt');
		assert.equal(read('f.txt'), faulty);
		assert.match(stderr, /^4 fixes would be applied in 1 file of 1/mu);
		assert.match(stdout, /^Rehearsal: 4 fixes in 1 of 1 article;/u);
		assert.match(stdout, /^f\.txt:4 {2}zero-width-character {2}1 out, 0 in\n@@ -2,5 \+2,5 @@\n/mu);
		assert.deepEqual(readdirSync(folder), before);
	});
	test('--diff shows the changes and writes nothing', () => {
		write('g.txt', mended + faulty);
		const { stdout } = fix('--diff', 'g.txt');
		assert.equal(read('g.txt'), mended + faulty);
		assert.equal(stdout, `--- g.txt\n+++ g.txt (mended)\n@@ -7,5 +7,4 @@\n مهرجان البحيرة\n مهرجان البحيرة\n-انطلق[U+200B] المهرجان &quot;أمس&quot;.\n+انطلق المهرجان "أمس".\n-\n ويستمر أسبوعا.\n`);
	});
	test('--format json reports to standard output', () => {
		write('h.txt', faulty);
		const report = JSON.parse(fix('--format', 'json', 'h.txt').stdout) as { files: { file: string; fixes: object; removed: number }[]; remaining: object };
		assert.deepEqual(report.files.map(({ file, fixes, removed }) => [file, fixes, removed]), [['h.txt', { 'blank-line': 1, 'html-entity': 2, 'zero-width-character': 1 }, 14]]);
		assert.deepEqual(report.remaining, { files: 1, articles: 1, errors: 0, warnings: 0, information: 0, hints: 0 });
	});
	test('mends standard input to standard output', () => {
		const { stdout, status } = warraq(['fix', '-'], { input: `\ufeff${faulty}`, cwd: folder });
		assert.equal(stdout, mended);
		assert.equal(status, 0);
	});
	test('never re-encodes bytes that are not UTF-8, and leaves articles alone whose fixes would touch them', () => {
		const broken = Buffer.concat([Buffer.from(faulty), Buffer.from(`${header}\nخ`), Buffer.from([0xff, 0xe2, 0x80]), Buffer.from('\nن\nسطر\u200bجديد.\n')]);
		write('i.txt', broken);
		fix('i.txt');
		const after = readFileSync(at('i.txt'));
		assert.ok(after.subarray(0, Buffer.byteLength(mended)).equals(Buffer.from(mended)));
		assert.ok(after.includes(Buffer.from([0xff, 0xe2, 0x80, 0x0a])));
	});
	test('says which articles it left alone for that', () => {
		// The fix would write the title a second time, with U+FFFD for what nobody can read.
		const broken = Buffer.concat([Buffer.from(`${header}\nخبر جديد `), Buffer.from([0xff]), Buffer.from(' عن البحيرة\nوصلت الفرق صباحا إلى الموقع\u200b وبدأت العمل هناك.\n')]);
		write('o.txt', broken);
		const { stderr } = fix('o.txt');
		assert.ok(readFileSync(at('o.txt')).equals(broken));
		assert.match(stderr, /^o\.txt: 1 article left as it is, because a fix would touch bytes that are not UTF-8/mu);
	});
	test('refuses a symbolic link, and leaves it one', () => {
		write('target.txt', faulty);
		symlinkSync('target.txt', at('link.txt'));
		const { status, stderr } = fix('link.txt');
		assert.equal(status, 2);
		assert.match(stderr, /^link\.txt: this is a symbolic link, which is not replaced; name the file it leads to \(target\.txt\)\.$/mu);
		assert.ok(lstatSync(at('link.txt')).isSymbolicLink());
		assert.equal(read('target.txt'), faulty);
	});
	test('refuses a file that somebody changes meanwhile', () => {
		const linter = new Linter(defaultSettings(TODAY));
		for (const change of [() => { write('j.txt', `${faulty}سطر من غيره.\n`); }, () => { write('j.txt', faulty.replace('أمس', 'غدا')); }]) {
			write('j.txt', faulty);
			const replacement = new Replacement(at('j.txt'));
			for (const piece of piecesOf(at('j.txt'), new PieceCutter())) { replacement.add(piece, menderOf(linter).add(piece)); }
			change();
			const now = read('j.txt');
			assert.throws(() => { replacement.commit(); }, /changed by somebody else meanwhile/u);
			replacement.close();
			assert.equal(read('j.txt'), now);
			assert.deepEqual(leftovers(), []);
		}
	});
	test('leaves the file as it was, and nothing beside it, where no more can be written', function () {
		if (process.platform === 'win32') { this.skip(); }
		const text = faulty.repeat(2000);
		write('k.txt', text);
		const { status, stderr } = spawnSync('bash', ['-c', 'trap "" XFSZ; ulimit -f 100; exec "$@"', 'bash', process.execPath, cliScript(), 'fix', 'k.txt'], { cwd: folder });
		assert.equal(status, 2);
		assert.match(stderr.toString(), /^k\.txt: it would become larger than a file may be here \(“ulimit -f”\)\. The file is as it was\.$/mu);
		assert.equal(read('k.txt'), text);
		assert.deepEqual(leftovers(), []);
	});
	test('killed at any moment, leaves the old file or the new one', async () => {
		const old = faulty.repeat(12_000);
		const fresh = mended.repeat(12_000);
		const states = new Set<string>();
		for (const wait of [120, 200, 300, 450, 800]) {
			write('l.txt', old);
			const child = startWarraq(['fix', '--quiet', 'l.txt'], folder);
			const timer = setTimeout(() => { child.kill('SIGKILL'); }, wait);
			await once(child, 'exit');
			clearTimeout(timer);
			const now = read('l.txt');
			assert.ok(now === old || now === fresh, `a mixture after ${wait} ms`);
			states.add(now === old ? 'old' : 'new');
		}
		assert.ok(states.has('old'), 'some run was killed in time');
	});
	test('interrupted, takes its unfinished copy away', async () => {
		write('m.txt', faulty.repeat(60_000));
		const child = startWarraq(['fix', '--quiet', 'm.txt'], folder);
		let said = '';
		child.stderr?.on('data', chunk => { said += String(chunk); });
		const poll = setInterval(() => { if (leftovers().some(name => name.startsWith('.m.txt.'))) { child.kill('SIGINT'); clearInterval(poll); } }, 5);
		assert.deepEqual(await once(child, 'close'), [130, null]);
		clearInterval(poll);
		assert.equal(read('m.txt'), faulty.repeat(60_000));
		assert.equal(said, 'Interrupted: nothing was written.\n');
		// Nor is anything left of the runs that were killed before.
		assert.deepEqual(leftovers(), []);
	});
	test('of pieces of any size, equals the fix of the whole text', () => {
		const linter = new Linter(defaultSettings(TODAY));
		const lines = fc.constantFrom(header, header, ' date 2025/03/04  https://a.example/x', 'عنوان', 'عنوان', '', ' \u00a0', 'نص\u200b جديد &amp; قديم.', 'كلمة 😀\u200f', '\ufeff');
		const dumps = fc.array(fc.tuple(lines, fc.constantFrom('\n', '\n', '\r\n')), { maxLength: 30 }).map(parts => parts.flat().join(''));
		fc.assert(fc.property(dumps, fc.boolean(), fc.integer({ min: 16, max: 300 }), (text, isUnsafe, size) => {
			write('n.txt', text);
			const mender = menderOf(linter, isUnsafe);
			const edits: ByteEdit[] = [];
			for (const piece of piecesOf(at('n.txt'), new PieceCutter(0, size))) { edits.push(...mender.add(piece)); }
			assert.equal(Buffer.from(applyByteEdits(Buffer.from(text), 0, edits)).toString(), fixText(text, linter, { isUnsafe }, { isStart: true }).text);
		}), { numRuns: 200 });
	});
});
