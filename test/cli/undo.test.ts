import assert from 'node:assert/strict';
import { once } from 'node:events';
import { appendFileSync, chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { parseJournalLine } from '#contract/journal.ts';
import { readArguments } from '../../cli/arguments.ts';
import { fix as fixCommand } from '../../cli/commands/fix.ts';
import { Journal } from '#disk/journal/journal.ts';
import { journalPlace } from '#disk/journal/place.ts';
import { startWarraq, temporaryFolder, warraq } from '../support/cli.ts';
import { TODAY } from '../support/fixture.ts';
import { dumpText } from '../support/generators.ts';

const header = ' date 2025-03-04 https://news.example.com/a';
const faulty = `${header}\nمهرجان البحيرة\nمهرجان البحيرة\nانطلق\u200b المهرجان &quot;أمس&quot; في موكب كبير.\n\nويستمر أسبوعا.\n`;
const mended = `${header}\nمهرجان البحيرة\nمهرجان البحيرة\nانطلق المهرجان "أمس" في موكب كبير.\nويستمر أسبوعا.\n`;

suite('warraq fix --undo', () => {
	const { folder, remove } = temporaryFolder();
	suiteTeardown(remove);
	let home = '';
	/** A new folder with files; gives its path. */
	const setUp = (files: Readonly<Record<string, string | Uint8Array>>): string => {
		home = mkdtempSync(path.join(folder, 'case-'));
		for (const [name, content] of Object.entries(files)) { write(name, content); }
		return home;
	};
	const at = (name: string): string => path.join(home, name);
	const write = (name: string, content: string | Uint8Array): void => {
		mkdirSync(path.dirname(at(name)), { recursive: true });
		writeFileSync(at(name), content);
	};
	const read = (name: string): string => readFileSync(at(name), 'utf8');
	const run = (...args: readonly string[]) => warraq(['fix', ...args], { cwd: home });
	/** All files below the folder with their content, hidden ones too. */
	const everything = (): Record<string, string> => Object.fromEntries(readdirSync(home, { recursive: true, encoding: 'utf8' })
		.filter(name => statSync(at(name)).isFile()).sort().map(name => [name, readFileSync(at(name), 'latin1')]));
	const three = { 'a.txt': faulty, 'b.txt': mended, 'deep/c.txt': `\ufeff${faulty.replaceAll('\n', '\r\n')}` };

	test('gives every file its bytes back, and then has nothing to undo', () => {
		setUp(three);
		chmodSync(at('a.txt'), 0o640);
		const before = everything();
		assert.equal(run('.').status, 0);
		assert.notDeepEqual(everything(), before);
		const { status, stderr } = run('--undo');
		assert.deepEqual([status, stderr.replace(/\d{4}-\S+Z/u, 'THEN')], [0, '2 files are as before the batch of THEN.\n']);
		assert.deepEqual(everything(), before);
		assert.equal(statSync(at('a.txt')).mode & 0o777, 0o640);
		assert.ok(!existsSync(at('.warraq')), 'no trace is left');
		const again = run('--undo');
		assert.deepEqual([again.status, again.stderr], [0, 'There is nothing to undo in this folder; “warraq fix --undo” takes the paths that were mended.\n']);
	});
	test('finds the batch in whatever order its paths are named', () => {
		setUp({ 'one/a.txt': faulty, 'two/a.txt': faulty });
		const before = everything();
		assert.equal(run('one', 'two').status, 0);
		const { status, stderr } = run('--undo', 'two', 'one');
		assert.deepEqual([status, stderr.replace(/\d{4}-\S+Z/u, 'THEN')], [0, '2 files are as before the batch of THEN.\n']);
		assert.deepEqual(everything(), before);
	});
	test('takes the last batch back first, whatever is named first', () => {
		setUp({ 'one/a.txt': faulty, 'two/a.txt': faulty });
		run('--only', 'html-entity', 'one', 'two');
		const between = read('two/a.txt');
		utimesSync(at('one/.warraq/journal.ndjson'), 1, 1);
		run('two');
		assert.equal(run('--undo', 'one', 'two').status, 0);
		assert.equal(read('two/a.txt'), between);
		assert.equal(run('--undo', 'one', 'two').status, 0);
		assert.deepEqual([read('one/a.txt'), read('two/a.txt')], [faulty, faulty]);
	});
	test('goes back one batch, the last that wrote something', () => {
		setUp(three);
		run('--only', 'html-entity', '.');
		const between = everything();
		run('.');
		assert.match(run('.').stderr, /Nothing to mend/u);
		assert.match(run('--dry-run', '.').stderr, /0 errors/u);
		assert.equal(run('--undo').status, 0);
		delete between['.warraq/.gitignore'];
		delete between['.warraq/journal.ndjson'];
		assert.deepEqual(everything(), between);
	});
	test('leaves alone what was changed since, says so, and keeps what it knows of it', () => {
		setUp({ ...three, 'd.txt': faulty, 'e.txt': faulty });
		run('.');
		write('a.txt', `${mended}سطر من غيره.\n`);
		write('d.txt', mended.replace('أمس', 'غدا'));
		rmSync(at('e.txt'));
		const { status, stderr } = run('--undo');
		assert.equal(status, 2);
		assert.match(stderr, /^a\.txt: changed since it was mended, and left alone\.$/mu);
		assert.match(stderr, /^d\.txt: changed since it was mended, and left alone\.$/mu);
		assert.match(stderr, /^e\.txt: not restored: there is no such file; check the name\.$/mu);
		assert.match(stderr, /^1 file is as before the batch/mu);
		assert.deepEqual([read('a.txt'), read('d.txt'), read('deep/c.txt')], [`${mended}سطر من غيره.\n`, mended.replace('أمس', 'غدا'), three['deep/c.txt']]);
		write('a.txt', mended);
		const again = run('--undo');
		assert.match(again.stderr, /^1 file was as before already\.$/mu);
		assert.equal(read('a.txt'), faulty);
	});
	test('--dry-run says what it would do', () => {
		setUp(three);
		run('.');
		const before = everything();
		assert.match(run('--undo', '--dry-run').stderr, /^2 files would be as before the batch/mu);
		const { restored, isRehearsal } = JSON.parse(run('--undo', '--dry-run', '--format', 'json').stdout) as { restored: string[]; isRehearsal: boolean };
		assert.deepEqual([restored.sort(), isRehearsal], [['a.txt', path.join('deep', 'c.txt')], true]);
		assert.deepEqual(everything(), before);
	});
	test('works for one file, for files of several folders, and from anywhere', () => {
		setUp({ 'one/a.txt': faulty, 'two/b.txt': faulty });
		assert.match(run('one/a.txt', 'two/b.txt').stderr, /^“warraq fix --undo one (?:\S+)b\.txt” takes it back\.$/mu);
		const { status, stderr } = run('--undo', 'one');
		assert.equal(status, 2, 'the other one was not named');
		assert.match(stderr, /b\.txt: not restored: it lies outside of what was named; name its folder, too\.$/mu);
		assert.equal(run('--undo', 'one', 'two').status, 0);
		assert.deepEqual([read('one/a.txt'), read('two/b.txt')], [faulty, faulty]);
		assert.deepEqual(Object.keys(everything()), ['one/a.txt', 'two/b.txt']);
		run('one/a.txt');
		assert.equal(warraq(['fix', '--undo', at('one')], { cwd: folder }).status, 0);
		assert.equal(read('one/a.txt'), faulty);
	});
	test('keeps a small journal that nobody takes for data', () => {
		setUp({ 'big.txt': mended.repeat(20_000) + faulty });
		run('.');
		const journal = read('.warraq/journal.ndjson');
		assert.ok(journal.length < 2000, `${journal.length} characters for ${statSync(at('big.txt')).size} bytes`);
		assert.ok(journal.trimEnd().split('\n').every(line => parseJournalLine(line) !== undefined));
		assert.equal(read('.warraq/.gitignore').split('\n').at(-2), '*');
		assert.match(warraq(['check', '.'], { cwd: home }).stdout, / in 1 file\.\n$/u);
		assert.equal(run('--undo').status, 0);
		assert.equal(read('big.txt'), mended.repeat(20_000) + faulty);
	});
	test('of random dumps, text or not, and random fixes, is the identity', async () => {
		const contents = fc.oneof({ weight: 4, arbitrary: dumpText.map(text => Buffer.from(text)) }, { weight: 1, arbitrary: fc.tuple(dumpText, fc.uint8Array({ maxLength: 6 }), dumpText).map(([before, bytes, after]) => Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)])) });
		const options = fc.constantFrom([], ['--unsafe'], ['--only', 'group:normalisation'], ['--only', 'noncanonical-line-ends']);
		const said: string[] = [];
		const host = { entry: new URL(import.meta.url), version: '0.0.0', say: (line: string) => { said.push(line); } };
		const inProcess = (...args: readonly string[]): Promise<number> => fixCommand(readArguments(['fix', ...args], () => TODAY), host);
		let written = 0;
		// Each run listens for a reader that goes away.
		process.stdout.setMaxListeners(0);
		await fc.assert(fc.asyncProperty(fc.array(contents, { minLength: 1, maxLength: 4 }), options, async (files, choice) => {
			setUp(Object.fromEntries(files.map((content, index) => [`${index}.txt`, content])));
			const before = everything();
			said.length = 0;
			await inProcess('--max-loss', '100', ...choice, home);
			assert.doesNotMatch(said.join('\n'), /defect/u);
			const isChanged = Object.keys(everything()).length > files.length;
			if (isChanged) { written++; }
			assert.equal(await inProcess('--undo', home), 0, said.join('\n'));
			assert.deepEqual(everything(), before);
		}), { numRuns: 150 });
		assert.ok(written > 50, `${written} batches wrote something`);
	});
	test('of a batch killed at any point, too, and of an undo that was killed', function () {
		this.timeout(240_000);
		let isOver = false;
		const outcomes = new Set<string>();
		for (let call = 1; !isOver; call++) {
			setUp(three);
			const before = everything();
			isOver = warraq(['fix', '--quiet', '.'], { cwd: home, fault: `kill:${call}` }).status === 0;
			const dumps = ['a.txt', 'deep/c.txt'].map(name => read(name));
			for (const [index, text] of dumps.entries()) { assert.ok([three['a.txt'], three['deep/c.txt'], mended].includes(text), `a mixture in file ${index} after call ${call}`); }
			outcomes.add(dumps.map(text => (text === mended ? 'new' : 'old')).join(' '));
			// Every third time the undo is killed as well, somewhere.
			if (call % 3 === 0) { warraq(['fix', '--undo'], { cwd: home, fault: `kill:${1 + (call % 11)}` }); }
			const { status, stderr } = run('--undo');
			assert.equal(status, 0, `after call ${call}: ${stderr}`);
			for (const [name, content] of Object.entries(before)) { assert.equal(everything()[name], content, `${name} after call ${call}`); }
			assert.ok(call < 120, 'it comes to an end');
		}
		assert.deepEqual([...outcomes].sort(), ['new new', 'new old', 'old old']);
	});
	test('takes away what killed batches leave', () => {
		setUp(three);
		// The copy of the first file is there, and complete.
		for (let call = 1; call < 60 && !readdirSync(home).some(name => /^\.a\.txt\.\d+\.warraq$/u.test(name)); call++) { warraq(['fix', '.'], { cwd: home, fault: `kill:${call}` }); }
		assert.ok(readdirSync(home).some(name => /^\.a\.txt\.\d+\.warraq$/u.test(name)));
		run('.');
		assert.deepEqual(Object.keys(everything()), ['.warraq/.gitignore', '.warraq/journal.ndjson', 'a.txt', 'b.txt', 'deep/c.txt']);
	});
	test('stops before any file where the journal cannot be written', () => {
		setUp(three);
		const before = everything();
		const full = warraq(['fix', '.'], { cwd: home, fault: 'full:next.journal' });
		assert.equal(full.status, 2);
		assert.match(full.stderr, /^The journal in \S*\.warraq, without which nothing could be undone, cannot be written: the disk is full/mu);
		assert.deepEqual(everything(), before);
		write('.warraq', 'a file where the folder should be');
		const { status, stderr } = run('.');
		assert.equal(status, 2);
		assert.match(stderr, /^The journal in \S*\.warraq, without which/mu);
		assert.doesNotMatch(stderr, /Nothing to mend/u);
		rmSync(at('.warraq'));
		symlinkSync(path.join(folder, 'elsewhere'), at('.warraq'));
		mkdirSync(path.join(folder, 'elsewhere'));
		assert.match(run('.').stderr, /it is a symbolic link; make it a folder\./u);
		assert.deepEqual(readdirSync(path.join(folder, 'elsewhere')), []);
		unlinkSync(at('.warraq'));
		assert.deepEqual(everything(), before);
	});
	test('leaves a file as it was where the disk is full, and the others can be undone', () => {
		setUp(three);
		const before = everything();
		const { status, stderr } = warraq(['fix', '.'], { cwd: home, fault: 'full:.a.txt.' });
		assert.equal(status, 2);
		assert.match(stderr, /^a\.txt: the disk is full\. Make room and run again\. The file is as it was\.$/mu);
		assert.deepEqual([read('a.txt'), read('deep/c.txt')], [faulty, mended]);
		run('--undo');
		assert.deepEqual(everything(), before);
	});
	test('leaves read-only files alone', () => {
		setUp(three);
		chmodSync(at('a.txt'), 0o440);
		const { status, stderr } = run('.');
		assert.equal(status, 2);
		assert.match(stderr, /^a\.txt: it is read-only, and was left alone; make it writable to have it mended\.$/mu);
		assert.match(stderr, /^1 file could not be written, and is as before\.$/mu);
		assert.match(stderr, /^Problems left: 0 errors, 4 warnings,/mu, 'what could not be mended is left');
		assert.match(run('a.txt').stderr, /\n1 file could not be written, and is as before\.\nProblems left: 0 errors, 4 warnings,/u);
		assert.deepEqual([read('a.txt'), read('deep/c.txt')], [faulty, mended]);
	});
	test('refuses to work beside another, and takes over from a dead one', () => {
		setUp(three);
		run('.');
		write('a.txt', faulty);
		write('.warraq/lock', JSON.stringify({ process: process.pid, machine: hostname() }));
		const journal = new Journal(journalPlace(home), '0.0.0', 0);
		assert.throws(() => { journal.open(); }, new RegExp(`Another “warraq fix” \\(process ${process.pid} on .*\\) is at work here: wait for it; where none is any more, delete .*lock\\.$`, 'u'));
		journal.close();
		assert.ok(existsSync(at('.warraq/lock')), 'the lock of the other is not touched');
		write('.warraq/lock', JSON.stringify({ process: 4_194_999, machine: hostname() }));
		assert.equal(run('.').status, 0);
		assert.equal(read('a.txt'), mended);
		assert.ok(!existsSync(at('.warraq/lock')));
	});
	test('lets runs that are started side by side take turns', async () => {
		setUp(Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`${index}.txt`, faulty.repeat(50)])));
		const ends = await Promise.all(Array.from({ length: 6 }, (_, index) => once(startWarraq(['fix', '--quiet', `${index}.txt`], home), 'exit')));
		assert.deepEqual(ends, Array.from({ length: 6 }, () => [0, null]));
		for (let index = 0; index < 6; index++) { assert.equal(read(`${index}.txt`), mended.repeat(50)); }
	});
	test('believes a journal only as far as hashes and folders go', () => {
		setUp({ 'corpus/a.txt': faulty, 'secret.txt': mended });
		run('corpus');
		const journal = read('corpus/.warraq/journal.ndjson');
		write('corpus/.warraq/journal.ndjson', journal.replace('"a.txt"', '"../secret.txt"'));
		assert.match(run('--undo', 'corpus').stderr, /secret\.txt: not restored: it lies outside of what was named/u);
		assert.equal(read('secret.txt'), mended);
		symlinkSync(home, at('corpus/link'));
		write('corpus/.warraq/journal.ndjson', journal.replace('"a.txt"', '"link/secret.txt"'));
		assert.match(run('--undo', 'corpus').stderr, /not restored: it lies outside of what was named/u);
		write('corpus/.warraq/journal.ndjson', journal.replace('&quot;', '&QUOT;'));
		assert.match(run('--undo', 'corpus').stderr, /a\.txt: not restored: what the journal says of it does not give it back, and it was left alone: the journal is damaged\./u);
		assert.deepEqual([read('corpus/a.txt'), read('secret.txt')], [mended, mended]);
		write('corpus/.warraq/journal.ndjson', `${journal}{"file":"half a li`);
		assert.equal(run('--undo', 'corpus').status, 0);
		assert.equal(read('corpus/a.txt'), faulty);
		write('corpus/.warraq/journal.ndjson', 'something else\n');
		assert.match(run('--undo', 'corpus').stderr, /journal\.ndjson: this is no journal that this version of Warraq can read; it was left as it is\.$/mu);
	});
	test('lets a corpus be moved', () => {
		setUp({ 'corpus/a.txt': faulty });
		run('corpus');
		renameSync(at('corpus'), at('archive'));
		assert.equal(run('--undo', 'archive').status, 0);
		assert.equal(read('archive/a.txt'), faulty);
	});
	test('leaves alone what is changed between the rehearsal and its turn', async () => {
		const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${String(index).padStart(3, '0')}.txt`, faulty.repeat(20)]));
		setUp(files);
		const child = startWarraq(['fix', '.'], home);
		let said = '';
		child.stderr?.on('data', chunk => { said += String(chunk); });
		const poll = setInterval(() => {
			if (!existsSync(at('.warraq/journal.ndjson'))) { return; }
			clearInterval(poll);
			appendFileSync(at('299.txt'), 'سطر من غيره.\n');
		}, 1);
		const [status] = await once(child, 'close') as [number];
		clearInterval(poll);
		assert.equal(status, 2);
		assert.match(said, /^299\.txt: it was changed since the rehearsal, and was left alone; run again\.$/mu);
		assert.equal(read('299.txt'), `${faulty.repeat(20)}سطر من غيره.\n`);
		assert.equal(read('000.txt'), mended.repeat(20));
	});
	test('interrupted, ends between two files, and says what was done', async () => {
		const files = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`${String(index).padStart(3, '0')}.txt`, faulty.repeat(20)]));
		setUp(files);
		const before = everything();
		const child = startWarraq(['fix', '.'], home);
		let said = '';
		child.stderr?.on('data', chunk => { said += String(chunk); });
		const poll = setInterval(() => { if (existsSync(at('.warraq/journal.ndjson'))) { clearInterval(poll); child.kill('SIGINT'); } }, 1);
		const [status, signal] = await once(child, 'close') as [number, string | null];
		clearInterval(poll);
		assert.deepEqual([status, signal], [130, null]);
		const done = Object.keys(files).filter(name => read(name) === mended.repeat(20)).length;
		assert.ok(done > 0 && done < 400, `${done} files`);
		assert.equal(Object.keys(files).filter(name => read(name) === faulty.repeat(20)).length, 400 - done);
		assert.match(said, new RegExp(`^Interrupted: ${done} files? w(?:as|ere) mended, the others are as they were\\.$`, 'mu'));
		assert.match(said, /^“warraq fix --undo” takes it back\.$/mu);
		assert.equal(run('--undo').status, 0);
		assert.deepEqual(everything(), before);
	});
});
