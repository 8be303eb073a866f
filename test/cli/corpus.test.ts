import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
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
		assert.match(warraq(['fix', '--corpus', 'a.txt'], { cwd: folder }).stderr, /--corpus belongs to “warraq check”, not to “fix”/u);
	});
	test('tells of a file that is not there once', () => {
		const { status, stderr } = check('--corpus', 'a.txt', 'none.txt');
		assert.equal(status, 2);
		assert.equal(stderr.split('none.txt').length, 2);
	});
});
