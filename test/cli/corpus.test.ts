import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder, warraq } from '../support/cli.ts';

const text = Array.from({ length: 40 }, (_, number) => `كلمة${number}`).join(' ');
const article = (name: string, title: string, body: string): string => ` date 2025-03-04 https://news.example.com/${name}\n${title}\n${title}\n${body}\n`;

suite('warraq check --corpus', () => {
	const { folder, remove } = temporaryFolder();
	const check = (...args: readonly string[]) => warraq(['check', '--today', '2026-06-01', ...args], { cwd: folder });
	suiteSetup(() => {
		writeFileSync(path.join(folder, 'a.txt'), article('1', 'عنوان أول', text) + article('2', 'عنوان ثان', `${text} وزيادة`));
		writeFileSync(path.join(folder, 'b.txt'), article('3', 'عنوان ثالث', 'نص قصير آخر.') + article('4', 'عنوان رابع', text));
		writeFileSync(path.join(folder, 'c.txt'), article('1/', 'عنوان أول', 'نص جديد تماما.'));
	});
	suiteTeardown(remove);
	const rows = (output: string): string[] => output.split('\n').filter(line => /^ {2}\d/u.test(line)).map(line => line.trim().split(/ {2,}/u).slice(0, 3).join(' | '));

	test('names the earlier article by file and line', () => {
		assert.deepEqual(rows(check('--corpus').stdout), [
			'6:1 | information | This article shares 97 % of its runs of five words with the one in a.txt, line 1.',
			'6:1 | warning | This article stands in a.txt, line 1 already, word for word.',
			'1:18 | warning | This address stands in a.txt, line 1 already: keep one of the two articles.',
		]);
	});
	test('goes by the order of the files', () => {
		assert.deepEqual(rows(check('--corpus', 'c.txt', 'b.txt').stdout), []);
	});
	test('says the same whatever the jobs, and in every format', () => {
		const one = check('--corpus', '--jobs', '1', '--format', 'ndjson');
		assert.equal(check('--corpus', '--jobs', '4', '--format', 'ndjson').stdout, one.stdout);
		assert.deepEqual([...one.stdout.matchAll(/"rule":"([a-z-]+)"/gu)].map(([, rule]) => rule), ['near-duplicate-article', 'duplicate-article', 'duplicate-address']);
	});
	test('is no part of an ordinary check', () => { assert.deepEqual(rows(check().stdout), []); });
	test('wants files', () => {
		const { status, stderr } = check('--corpus', '-');
		assert.equal(status, 2);
		assert.match(stderr, /--corpus reads everything twice, and standard input can be read only once: name files or folders instead of “-”\./u);
	});
	test('tells of a file that is not there once', () => {
		const { status, stderr } = check('--corpus', 'a.txt', 'none.txt');
		assert.equal(status, 2);
		assert.equal(stderr.split('none.txt').length, 2);
	});
	test('lets problems of the corpus be accepted', () => {
		const { status, stderr } = check('--corpus', '--accept', 'all', '--reason', 'كذا في الأصل', '--author', 'ليلى', '.');
		assert.equal(status, 0);
		assert.match(stderr, /warraq\.baseline\.ndjson: accepts 3 more problems\.\n$/u);
		assert.match(check('--corpus', '--strict-baseline', '.').stdout, /^No problems in 5 articles in 3 files\. The baseline accepts 3 problems\.$/mu);
		rmSync(path.join(folder, 'warraq.baseline.ndjson'));
	});
});

suite('warraq fix --corpus', () => {
	const { folder, remove } = temporaryFolder();
	const run = (...args: readonly string[]) => warraq([...args, '--today', '2026-06-01'], { cwd: folder });
	const name = (number: number): string => path.join(folder, `${number}.txt`);
	const call = 'تابعونا على منصة الأخبار';
	const lead = 'وصل القطار الأول صباح اليوم إلى المحطة الجديدة';
	/** A line of headlines whose joint only a title of the corpus tells. */
	const joint = article('9', 'وصول أول قطار', `${lead}...\nافتتاح مكتبة المدينةالجسر القديم يعود إلى الحياة\n${lead} وسط المدينة.`);
	suiteSetup(() => {
		for (let number = 0; number < 6; number++) { writeFileSync(name(number), article(String(number), `عنوان رقم ${number} هنا`, `نص الخبر رقم ${number} طويل بما يكفي. ${call}`)); }
		writeFileSync(name(7), article('7', 'الجسر القديم يعود إلى الحياة', 'عاد الجسر القديم إلى الحياة بعد ترميمه.'));
		writeFileSync(name(9), joint);
	});
	suiteTeardown(remove);

	test('mends what check --corpus says that it mends', () => {
		const { stdout } = run('check', '--corpus');
		assert.match(stdout, / “warraq fix --corpus --unsafe” mends up to 7 of them\.$/mu);
		const { status, stderr } = run('fix', '--corpus', '--unsafe', '.', '--max-loss', '50');
		assert.equal(status, 0, stderr);
		assert.match(stderr, /^7 fixes applied in 7 files of 8: boilerplate 6, glued-headlines 1;/mu);
		assert.equal(readFileSync(name(3), 'utf8'), article('3', 'عنوان رقم 3 هنا', 'نص الخبر رقم 3 طويل بما يكفي.'));
		assert.equal(readFileSync(name(9), 'utf8'), joint.replace('المدينةالجسر', 'المدينة\nالجسر'));
		assert.match(run('check', '--corpus').stdout, /^No problems/u);
		assert.equal(run('fix', '--undo').status, 0);
		assert.equal(readFileSync(name(9), 'utf8'), joint);
	});
	test('lets them stand where they are accepted, also when others are checked without it', () => {
		assert.equal(run('check', '--corpus', '--accept', 'all', '--reason', 'x', '.').status, 0);
		assert.equal(run('check', '--strict-baseline', '.').status, 0);
		run('check', '--prune-baseline', '.');
		assert.match(run('fix', '--corpus', '--unsafe', '.', '--max-loss', '50').stderr, /^Nothing to mend/mu);
		rmSync(path.join(folder, 'warraq.baseline.ndjson'));
	});
	test('shows them in a rehearsal, too', () => {
		assert.match(run('fix', '--corpus', '--unsafe', '--diff', '9.txt', '7.txt').stdout, /^\+افتتاح مكتبة المدينة$/mu);
	});
});
