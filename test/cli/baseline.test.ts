import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { acceptance } from '#core/baseline.ts';
import { readText } from '#core/format/read.ts';
import { Linter } from '#core/lint.ts';
import { defaultSettings } from '#core/settings.ts';
import { BASELINE_FILE, printBaseline } from '#contract/baseline.ts';
import { TODAY } from '../support/fixture.ts';
import { temporaryFolder, warraq } from '../support/cli.ts';

const dump = (name: string, body: string): string => ` date 2025-03-04 https://news.example.com/${name}\nمهرجان البحيرة ${name}\nمهرجان البحيرة ${name}\n${body}\n`;
const bad = dump('1', 'انطلق المهرجان &amp; أمس.\n\nويستمر أسبوعا.');
/** Entries for the problems of a text. */
const entriesOf = (text: string): string => printBaseline(readText(text).flatMap(article => new Linter(defaultSettings(TODAY)).check(article).map(problem => acceptance(article, problem, { who: 'ليلى', when: '2026-05-30', why: 'كذا في الأصل' }))));

suite('the baseline on the command line', () => {
	const { folder, remove } = temporaryFolder();
	let home = '';
	let number = 0;
	const write = (name: string, text: string): void => { mkdirSync(path.dirname(path.join(home, name)), { recursive: true }); writeFileSync(path.join(home, name), text); };
	const read = (name: string): string => readFileSync(path.join(home, name), 'utf8');
	const run = (...args: readonly string[]) => warraq(args, { cwd: home });
	const check = (...args: readonly string[]) => run('check', '--today', '2026-06-01', ...args);
	setup(() => { home = path.join(folder, String(number++)); write('in/a.txt', bad); });
	suiteTeardown(remove);

	test('accepts what it lists, and says how much', () => {
		assert.equal(check().stdout.includes('blank-line'), true);
		write(BASELINE_FILE, entriesOf(bad));
		assert.equal(check().stdout, 'No problems in 1 article in 1 file. The baseline accepts 2 problems.\n');
		const report = JSON.parse(check('--format', 'json').stdout) as { summary: { warnings: number; accepted: number } };
		assert.deepEqual([report.summary.warnings, report.summary.accepted], [0, 2]);
	});
	test('lies beside the configuration, and is not looked for above it', () => {
		write(BASELINE_FILE, entriesOf(bad));
		write('in/warraq.config.json', '{}');
		assert.match(check().stdout, /blank-line/u);
		write(`in/${BASELINE_FILE}`, entriesOf(bad));
		assert.doesNotMatch(check().stdout, /blank-line/u);
	});
	test('is the same for any number of jobs', () => {
		const large = Array.from({ length: 9000 }, (_, at) => dump(`n${at}`, `${'نص طويل بعض الشيء هنا. '.repeat(80)}\n\nنص.`)).join('');
		write('in/b.txt', large);
		write(BASELINE_FILE, entriesOf(large).split('\n').filter((_, at) => at % 3 === 0).join('\n'));
		const one = check('--jobs', '1', '--format', 'ndjson');
		assert.equal(check('--jobs', '3', '--format', 'ndjson').stdout, one.stdout);
		assert.equal(one.stdout.match(/"rule":"blank-line"/gu)?.length, 6001);
		assert.equal(check('--jobs', '3', '--strict-baseline', '.').stderr, '', 'all lines are used, whoever used them');
	});
	test('keeps what it accepts from being fixed', () => {
		write(BASELINE_FILE, entriesOf(bad).split('\n').filter(line => line.includes('html-entity')).join('\n'));
		run('fix', '--today', '2026-06-01', '.');
		assert.equal(read('in/a.txt'), bad.replace('\n\n', '\n'));
	});
	test('has one line for an article that stands twice, which accepts in both', () => {
		const twice = dump('1', 'انطلق المهرجان الـوصل أمس.');
		write('in/a.txt', twice + twice);
		write('in/b.txt', twice);
		assert.match(run('check', '--today', '2026-06-01', '--accept', 'tatweel-in-word', '--reason', 'x', '.').stderr, /accepts 1 more problem\./u);
		const { status, stdout } = check('--strict-baseline', '.');
		assert.deepEqual([status, stdout], [0, 'No problems in 3 articles in 2 files. The baseline accepts 3 problems.\n']);
	});
	test('keeps no line end from being mended', () => {
		const text = dump('1', 'انطلق المهرجان الـوصل أمس.\nوعاد الجميع.');
		write('in/a.txt', text.replaceAll('\n', '\r\n'));
		run('check', '--today', '2026-06-01', '--accept', 'tatweel-in-word', '--reason', 'x', '.');
		run('fix', '--today', '2026-06-01', '.');
		assert.equal(read('in/a.txt'), text);
		assert.equal(check('--strict-baseline', '.').status, 0);
	});
	test('keeps both titles of an article that is known by nothing else', () => {
		const text = ' date 2025-03-04\nعنوان فيه &quot;نص&quot; كبير\nعنوان فيه &quot;نص&quot; كبير\nوصل القطار مرحـــبا صباح اليوم.\nوصل &amp; غادر القطار.\n';
		write('in/a.txt', text);
		run('check', '--today', '2026-06-01', '--accept', 'tatweel-in-word', '--reason', 'x', '.');
		run('fix', '--today', '2026-06-01', '.');
		assert.equal(read('in/a.txt'), text.replace('&amp;', '&'));
	});
	test('is not made stale by fixes of other rules on the same line', () => {
		const line = 'قال المدير الـوصل &quot;مرحـــبا&quot;.';
		const text = dump('1', `${line}\nويستمر &amp; أسبوعا.`);
		write('in/a.txt', text);
		write(BASELINE_FILE, entriesOf(text).split('\n').filter(each => each.includes('tatweel')).join('\n'));
		for (let time = 0; time < 2; time++) { run('fix', '--today', '2026-06-01', '.'); }
		assert.equal(read('in/a.txt'), dump('1', `${line}\nويستمر & أسبوعا.`));
		assert.equal(check('--strict-baseline', '.').stderr, '');
	});
	test('loses the lines that accept nothing any more, and nothing else', () => {
		const [entity = '', blank = ''] = entriesOf(bad).trimEnd().split('\n');
		const gone = entriesOf(dump('9', 'أ\n\nب.')).trimEnd();
		const off = entriesOf(dump('8', 'أ\n\nب.')).trimEnd().replace('blank-line', 'leading-blank');
		write(BASELINE_FILE, `${gone}\r\n${entity}\n\n${off}\n${blank}\n${gone}`);
		const strict = check('--strict-baseline');
		assert.deepEqual([strict.status, strict.stderr.match(/ndjson:(\d+): This line accepts nothing any more/gu)?.length], [1, 2]);
		const { status, stderr } = check('--prune-baseline');
		assert.equal(status, 0);
		assert.match(stderr, /dropped 2 lines that accept nothing any more\./u);
		assert.equal(read(BASELINE_FILE), `${entity}\n\n${off}\n${blank}\n`);
		assert.deepEqual([check('--strict-baseline').status, check('--strict-baseline').stderr], [0, '']);
	});
	test('is left as it is where not everything was checked', () => {
		const before = entriesOf(dump('9', 'أ\n\nب.'));
		write(BASELINE_FILE, before);
		const part = check('--prune-baseline', 'in');
		assert.equal(part.status, 2);
		assert.match(part.stderr, /left as it is, because not all that it speaks of was checked; name the folder /u);
		assert.match(check('--prune-baseline', '.', 'none.txt').stderr, /left as it is, because not everything could be checked\./u);
		assert.match(check('--prune-baseline', '--ignore', 'x').stderr, /--prune-baseline and --ignore do not go together/u);
		assert.equal(read(BASELINE_FILE), before);
		assert.ok(!existsSync(path.join(home, `in/${BASELINE_FILE}`)));
	});
	test('says which line it cannot read', () => {
		write(BASELINE_FILE, `{"rule":1}\n${entriesOf(bad)}`);
		const { status, stderr, stdout } = check();
		assert.equal(status, 2);
		assert.match(stderr, /warraq\.baseline\.ndjson:1: This is no accepted problem \(.+\); correct the line or delete it\./u);
		assert.match(stdout, /The baseline accepts 2 problems/u);
	});
	test('takes up what is reported now, with a reason, once', () => {
		const first = check('--accept', 'all', '--reason', 'كذا في الأصل', '--author', 'ليلى', '.');
		assert.match(first.stderr, /warraq\.baseline\.ndjson: accepts 2 more problems\./u);
		assert.equal(first.stdout, 'No problems in 1 article in 1 file. The baseline accepts 2 problems.\n');
		assert.deepEqual(read(BASELINE_FILE).trimEnd().split('\n').map(line => JSON.parse(line) as unknown), entriesOf(bad).trimEnd().split('\n').map(line => ({ ...JSON.parse(line) as object, when: '2026-06-01' })));
		const again = check('--accept', 'all', '--reason', 'x', '.');
		assert.match(again.stderr, /There is nothing to accept\./u);
		assert.equal(read(BASELINE_FILE).trimEnd().split('\n').length, 2);
		assert.equal(check('--strict-baseline', '.').status, 0, 'all lines are used');
	});
	test('takes up one rule alone, beside its configuration, behind what stands there already', () => {
		write('in/warraq.config.json', '{}');
		const other = entriesOf(dump('9', 'أ\n\nب.')).trimEnd();
		write(`in/${BASELINE_FILE}`, other);
		assert.equal(check('--accept', 'html-entity', '--reason', 'x', '.').stdout.includes('blank-line'), true);
		const lines = read(`in/${BASELINE_FILE}`).split('\n');
		assert.deepEqual([lines[0], lines[1]?.startsWith('{"rule":"html-entity",'), lines.slice(2)], [other, true, ['']]);
		assert.equal(existsSync(path.join(home, BASELINE_FILE)), false);
	});
	test('is not added to without a reason, from standard input, or together with duplicates', () => {
		for (const args of [['--accept', 'all'], ['--accept', 'all', '--reason', ' '], ['--reason', 'x'], ['--accept', 'all', '--reason', 'x', '-'], ['--accept', 'no-such-rule', '--reason', 'x']]) {
			const { status, stderr } = check(...args);
			assert.deepEqual([status, existsSync(path.join(home, BASELINE_FILE))], [2, false], args.join(' '));
			assert.match(stderr, /^(?:--\w|There is no rule).+\n$/u);
		}
	});
});
