import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder, warraq } from '../support/cli.ts';

const paragraph = 'وقال المتحدث باسم البلدية إن المكتبة الجديدة ستفتح أبوابها للزوار كل يوم من الصباح حتى المساء.';
const other = 'وتضم المكتبة قاعات للمطالعة وأخرى للأطفال، وركنا للمخطوطات النادرة التي جمعت من بيوت المدينة.';
const dump = (index: number, body: string, host = 'news.example.com'): string => ` date 2025-03-04 https://${host}/2025/03/04/${index}\nافتتاح مكتبة رقم ${index}\nافتتاح مكتبة رقم ${index}\n${body}\n`;
const good = (index: number): string => dump(index, `${paragraph}\n${other}`);
const faulty = (index: number): string => dump(index, `${paragraph}\u200b\nقال &quot;نعم&quot;.\n\n${other}`);
const wordy = (index: number): string => dump(index, `${paragraph}\n${paragraph}\n${other}`);
const mended = (index: number): string => dump(index, `${paragraph}\nقال "نعم".\n${other}`);

suite('warraq fix on several files', () => {
	const { folder, remove } = temporaryFolder();
	suiteTeardown(remove);
	const fix = (...args: readonly string[]) => warraq(['fix', '--today', '2026-06-01', ...args], { cwd: folder });
	const write = (name: string, text: string): void => {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), text);
	};
	const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
	const json = (...args: readonly string[]): Report => JSON.parse(fix('--format', 'json', ...args).stdout) as Report;

	interface Change { rule: string; fixes: number; lettersLost: number }
	interface Report {
		files: { file: string }[]; fixes: Record<string, number>; isRehearsal: boolean; verified: { files: number; bytes: number; edits: number };
		budget: { percent: number; breach: { rule: string } | null };
		rehearsal: { seed: string; rules: Change[]; sample: { file: string; line: number; rule: string }[]; largest: { file: string }[]; read: { articles: number } };
	}

	test('rehearses, applies, verifies and says how to take it back', () => {
		for (let index = 0; index < 6; index++) { write(`a/${index}.txt`, index % 2 === 0 ? good(index) : faulty(index)); }
		const { status, stdout, stderr } = fix('a');
		assert.deepEqual([status, stdout], [0, '']);
		assert.match(stderr, /^Rehearsal: 12 fixes in 3 of 6 articles; 2\.39 % of the characters are taken out or replaced, 0 % of the letters are lost\.$/mu);
		assert.match(stderr, /^ +6 +6 +3 +3 +36 +6 +6 +0 {2}html-entity$/mu);
		assert.match(stderr, /^12 fixes applied in 3 files of 6: blank-line 3, html-entity 6, zero-width-character 3; 42 characters removed, 6 added\.$/mu);
		const kept = [1, 3, 5].reduce((sum, index) => sum + Buffer.byteLength(faulty(index)) - 3 * 1 - 2 * 6 - 1, 0);
		assert.match(stderr, new RegExp(`^Verified: ${kept} bytes outside of 12 edits are unchanged\\.$`, 'mu'));
		assert.match(stderr, /^“warraq fix --undo a” takes it back\.$/mu);
		assert.deepEqual([0, 1, 2, 3, 4, 5].map(index => read(`a/${index}.txt`)), [good(0), mended(1), good(2), mended(3), good(4), mended(5)]);
		assert.match(fix('a').stderr, /^Nothing to mend in 6 files\.$/mu);
	});
	test('stops where too many letters would be lost, names the rule, and writes nothing', () => {
		for (let index = 0; index < 4; index++) { write(`b/${index}.txt`, index === 0 ? wordy(index) : faulty(index)); }
		const names = readdirSync(path.join(folder, 'b'));
		const { status, stderr } = fix('--unsafe', 'b');
		assert.equal(status, 2);
		assert.match(stderr, /^The fixes would lose \d\S+ % of all letters \(\d+ letters\); the budget is 0\.5 %\. All of it goes by repeated-paragraph\. Nothing was written\. Look at the fixes by “warraq fix --dry-run”; leave them out by “--rule repeated-paragraph=off”, or allow them by “--max-loss repeated-paragraph=PERCENT”\.$/mu);
		assert.doesNotMatch(stderr, /applied|--undo/u);
		assert.deepEqual([0, 1, 2, 3].map(index => read(`b/${index}.txt`)), [wordy(0), faulty(1), faulty(2), faulty(3)]);
		assert.deepEqual(readdirSync(path.join(folder, 'b')), names);
		const rehearsed = fix('--unsafe', '--dry-run', 'b');
		assert.equal(rehearsed.status, 2);
		assert.match(rehearsed.stderr, /goes by repeated-paragraph\. Leave them out/u);
		assert.equal(json('--unsafe', 'b').budget.breach?.rule, 'repeated-paragraph');
	});
	test('goes on where the rule is off, where it is allowed its share, and where the budget is larger', () => {
		for (const [choice, first] of [[['--rule', 'repeated-paragraph=off'], wordy(0)], [['--max-loss', 'repeated-paragraph=50'], good(0)], [['--max-loss', '50'], good(0)]] as const) {
			for (let index = 0; index < 4; index++) { write(`c/${index}.txt`, index === 0 ? wordy(index) : faulty(index)); }
			assert.equal(fix('--unsafe', ...choice, 'c').status, 0, choice.join(' '));
			assert.deepEqual([read('c/0.txt'), read('c/1.txt')], [first, mended(1)]);
		}
		write('c/0.txt', wordy(0));
		assert.match(fix('--unsafe', '--max-loss', 'repeated-paragraph=0.1', 'c').stderr, /^The fixes of repeated-paragraph would lose .* its budget is 0\.1 %\./mu);
		assert.equal(read('c/0.txt'), wordy(0));
	});
	test('of one small file, which can be read, no share is asked for; unless it is', () => {
		write('d.txt', wordy(0));
		assert.equal(fix('--unsafe', '--max-loss', '0.5', 'd.txt').status, 2);
		assert.equal(read('d.txt'), wordy(0));
		assert.equal(fix('--unsafe', '--dry-run', 'd.txt').status, 0, 'nor in its rehearsal');
		assert.equal(fix('--unsafe', 'd.txt').status, 0);
		assert.equal(read('d.txt'), good(0));
		write('only/d.txt', wordy(0));
		assert.equal(fix('--unsafe', 'only').status, 2, 'a folder is another matter');
		const large = Array.from({ length: 100 }, (_, index) => wordy(index)).join('');
		write('large.txt', large);
		const { status, stderr } = fix('--unsafe', 'large.txt');
		assert.deepEqual([status, read('large.txt') === large], [2, true]);
		assert.match(stderr, /Nothing was written/u);
		assert.ok(!readdirSync(folder).some(name => /^\.large/u.test(name)));
	});
	test('draws the same sample for any --jobs and any order, and another by --seed', () => {
		for (let index = 0; index < 30; index++) { write(`e/${index}.txt`, faulty(index)); }
		const once = json('--dry-run', 'e').rehearsal;
		assert.equal(once.sample.length, 20);
		assert.equal(once.largest.length, 5);
		assert.equal(once.read.articles, 30);
		assert.deepEqual(json('--dry-run', '--jobs', '3', 'e').rehearsal, once);
		const backwards = readdirSync(path.join(folder, 'e')).sort().reverse().map(name => `e/${name}`);
		assert.deepEqual(json('--dry-run', ...backwards).rehearsal.sample, once.sample);
		const another = json('--dry-run', '--seed', 'أخرى', '--sample', '7', 'e').rehearsal;
		assert.deepEqual([another.seed, another.sample.length], ['أخرى', 7]);
		assert.notDeepEqual(another.sample.slice(0, 7), once.sample.slice(0, 7));
		const { stdout } = fix('--dry-run', 'e');
		assert.match(stdout, /^A sample of 20 \(--seed 1\)$/mu);
		assert.match(stdout, /^The 5 largest$/mu);
		for (const { file, line, rule } of once.sample) { assert.ok(stdout.includes(`${file}:${line}  ${rule}`)); }
	});
	test('--only fixes by the rules that are named, also those that are off', () => {
		const spaced = (index: number): string => faulty(index).replace('قال ', 'قال\u00a0');
		for (const index of [0, 1]) { write(`f/${index}.txt`, spaced(index)); }
		const { fixes, isRehearsal, verified } = json('--only', 'unusual-space', 'f');
		assert.deepEqual([fixes, isRehearsal, verified.edits], [{ 'unusual-space': 2 }, false, 2]);
		assert.equal(read('f/0.txt'), faulty(0));
		assert.deepEqual(json('--dry-run', '--only', 'html-entity', '--only', 'blank-line', 'f').fixes, { 'blank-line': 2, 'html-entity': 4 });
		assert.deepEqual(json('--dry-run', '--only', 'group:invisible', 'f').fixes, { 'zero-width-character': 2 });
	});
	test('--list-batches counts what each rule would change by outlet and language, and the batch does just that', () => {
		const persian = ' date 2025-03-04 https://rooz.example/1\nکتابخانه تازه شهر گشایش یافت\nکتابخانه تازه شهر گشایش یافت\nشهرداری  امروز کتابخانه\u200cای تازه را با چند هزار  جلد کتاب در مرکز شهر گشود.\n  این کتابخانه هر روز باز است.\n';
		write('g/fa.txt', persian);
		write('g/ar.txt', dump(1, `  ${paragraph}\n ${other}`, 'a.example') + dump(2, ` ${paragraph}  \n${other}`, 'www.b.example'));
		const { status, stdout, stderr } = fix('--list-batches', 'g');
		assert.equal(status, 0);
		assert.deepEqual(stdout.trimEnd().split('\n').map(line => line.trim().replace(/ {2,}/gu, ' | ')), [
			'fixes articles | removed | added | rule | language, outlet',
			'2 | 1 | 3 | 0 | leading-blank | ar | a.example',
			'2 | 1 | 2 | 0 | repeated-blank | fa | rooz.example',
			'1 | 1 | 1 | 0 | leading-blank | ar | b.example',
			'1 | 1 | 2 | 0 | trailing-blank | ar | b.example',
			'1 | 1 | 2 | 0 | leading-blank | fa | rooz.example',
		]);
		assert.match(stderr, /“warraq fix --dry-run --only leading-blank --outlet "a\.example" --language ar …”/u);
		assert.equal(read('g/fa.txt'), persian);
		const { batches } = JSON.parse(fix('--list-batches', '--format', 'json', 'g').stdout) as { batches: { rule: string; outlet: string; language: string; fixes: number; removed: number }[] };
		for (const { rule, outlet, language, fixes, removed } of batches) {
			const report = json('--dry-run', '--only', rule, '--outlet', outlet, '--language', language, 'g') as Report & { removed: number };
			assert.deepEqual([report.fixes, report.removed], [{ [rule]: fixes }, removed], `${rule} ${outlet} ${language}`);
		}
		assert.equal(fix('--only', 'leading-blank', '--outlet', 'https://www.B.example/', 'g').status, 0);
		assert.equal(read('g/ar.txt'), dump(1, `  ${paragraph}\n ${other}`, 'a.example') + dump(2, `${paragraph}  \n${other}`, 'www.b.example'));
		assert.equal(read('g/fa.txt'), persian);
		assert.equal(fix('--only', 'leading-blank', '--language', 'FA-ir', 'g').status, 0);
		assert.equal(read('g/fa.txt'), persian.replace('\n  این', '\nاین'), 'the region counts nothing');
		const unknown = fix('--language', 'ar_EG!', 'g');
		assert.deepEqual([unknown.status, unknown.stderr], [2, '--language wants a language as BCP 47 writes it, as ar, fa or he, not “ar_EG!”.\n']);
	});
	test('tells in the report for people of no more files than can be read', () => {
		const { stderr } = fix('--dry-run', '--sample', '0', 'e');
		assert.equal(stderr.match(/^e\/\d+\.txt: /gmu)?.length, 20);
		assert.match(stderr, /^… and 10 more files; --format json names them all\.$/mu);
	});
	test('says what is wrong with its options in one sentence', () => {
		for (const [args, message] of [
			[['--max-loss', '101', 'e'], /^--max-loss needs a percentage from 0 to 100, or RULE=PERCENTAGE, not “101”\.$/u],
			[['--max-loss', 'blank-lin=1', 'e'], /did you mean “blank-line”\?$/u],
			[['--only', 'missing-header', 'e'], /^--only missing-header: nothing of that is ever fixed, only reported\.$/u],
			[['--undo', '--unsafe', 'e'], /^--unsafe has no meaning together with --undo; leave one of them out\.$/u],
			[['--list-batches', '--diff', 'e'], /^--diff has no meaning together with --list-batches; leave one of them out\.$/u],
			[['--max-loss', '1', '-'], /^--max-loss needs files: /u],
			[['--sample', '-1', 'e'], /--sample/u],
		] as const) {
			const { status, stderr } = fix(...args);
			assert.equal(status, 2, args.join(' '));
			assert.match(stderr.trimEnd(), message);
			assert.equal(stderr.trimEnd().split('\n').length, 1, 'one sentence');
		}
		assert.match(warraq(['check', '--undo', 'e'], { cwd: folder }).stderr, /^--undo belongs to “warraq fix”, not to “check”\.$/mu);
	});
});
