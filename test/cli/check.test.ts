import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder, warraq } from '../support/cli.ts';

const good = ' date 2025-03-04 https://news.example.com/2025/03/04/library\nافتتاح مكتبة عامة\nافتتاح مكتبة عامة\nافتتحت البلدية صباح اليوم مكتبة عامة تضم آلاف الكتب.\n';
const bad = ' date 2025-02-30 https://news.example.com/lake\nمهرجان البحيرة\nمهرجان البحيرة\nانطلق المهرجان أمس.\n\nويستمر أسبوعا 😀 كاملا\u200b.\n';

suite('warraq check', () => {
	const { folder, remove } = temporaryFolder();
	const write = (name: string, text: string | Uint8Array): void => {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), text);
	};
	const check = (...args: readonly string[]) => warraq(['check', '--today', '2026-06-01', ...args], { cwd: folder });
	suiteSetup(() => {
		write('good.txt', good);
		write('bad.txt', good + bad);
		write('none/readme.txt', 'ملاحظات عن المشروع\n');
		write('many/b.txt', good);
		write('many/a.dump', 'نص بلا ترويسة\n');
		write('many/.hidden.txt', bad);
		write('many/node_modules/x.txt', bad);
		write('many/drafts/c.txt', bad);
		write('many/note.md', bad);
		symlinkSync('..', path.join(folder, 'many/loop'));
	});
	suiteTeardown(remove);

	test('is quiet about a good dump, and says so', () => {
		const { status, stdout, stderr } = check('good.txt');
		assert.equal(stdout, 'No problems in 1 article in 1 file.\n');
		assert.deepEqual([status, stderr], [0, '']);
	});
	test('names file, place, severity, rule and what fix can do', () => {
		const { status, stdout } = check('bad.txt');
		assert.equal(status, 1);
		assert.match(stdout, /^bad\.txt\n/u);
		assert.match(stdout, / {2}5:7 +error +.*2025-02-30.* {2}invalid-date/u);
		assert.match(stdout, / {2}9:1 +warning +.* {2}blank-line {2}fixable\n/u);
		assert.match(stdout, /^\d problems \(1 error, 2 warnings, .*“warraq fix” mends 2 of them safely/mu);
	});
	test('--quiet shows errors only and no summary', () => {
		const { status, stdout } = check('--quiet', 'bad.txt');
		assert.equal(status, 1);
		assert.equal(stdout.trimEnd().split('\n').length, 2);
		assert.match(stdout, /invalid-date/u);
	});
	test('--rule changes severities, for a group too', () => {
		assert.equal(check('--rule', 'invalid-date=warning', 'bad.txt').status, 0);
		assert.equal(check('--rule', 'blank-line=error', '--rule', 'invalid-date=off', 'bad.txt').status, 1);
		const { stdout } = check('--rule', 'group:header=off', '--rule', 'group:structure=off', '--rule', 'group:invisible=off', 'bad.txt');
		assert.equal(stdout, 'No problems in 2 articles in 1 file.\n');
	});
	test('--max-warnings makes warnings count', () => {
		const args = ['--rule', 'invalid-date=off', 'bad.txt'];
		assert.equal(check('--max-warnings', '2', ...args).status, 0);
		const { status, stderr } = check('--max-warnings', '1', ...args);
		assert.equal(status, 1);
		assert.match(stderr, /2 warnings; --max-warnings allows 1/u);
	});
	test('--today is the clock', () => {
		write('later.txt', good.replaceAll('2025-03-04', '2027-01-01').replace('2025/03/04', '2027/01/01'));
		assert.match(check('later.txt').stdout, /implausible-date/u);
		assert.doesNotMatch(warraq(['check', '--today', '2027-02-01', 'later.txt'], { cwd: folder }).stdout, /implausible-date/u);
	});

	test('reads folders: dumps only, sorted, no hidden files, no loops', () => {
		const { stdout, stderr, status } = check('--format', 'ndjson', 'many', 'none');
		const files = stdout.trimEnd().split('\n').map(line => (JSON.parse(line) as { file: string }).file);
		assert.deepEqual([...new Set(files)], ['many/a.dump', 'many/b.txt', 'many/drafts/c.txt']);
		assert.match(stderr, /1 symbolic link was not followed/u);
		assert.match(stderr, /1 text file without any header line was passed over/u);
		assert.equal(status, 1);
	});
	test('reads a named file whatever it holds, once', () => {
		const { stdout } = check('none/readme.txt', 'none/readme.txt', 'many/note.md');
		assert.equal(stdout.match(/missing-header/gu)?.length, 1);
		assert.match(stdout, /many\/note\.md/u);
	});
	test('expands globs that the shell left alone', () => {
		const { stdout } = check('--format', 'json', '*.txt', 'many/**/*.txt');
		const { articles } = JSON.parse(stdout) as { articles: { file: string }[] };
		assert.deepEqual([...new Set(articles.map(({ file }) => file))], ['bad.txt', 'good.txt', 'later.txt', 'many/b.txt', 'many/drafts/c.txt']);
		assert.match(check('nothing*.txt').stderr, /no file fits this glob/u);
	});
	test('--ignore leaves out files and folders', () => {
		const { stdout } = check('--format', 'ndjson', '--ignore', 'drafts', '--ignore', '*.dump', 'many');
		assert.deepEqual(stdout.trimEnd().split('\n').map(line => (JSON.parse(line) as { file: string }).file), ['many/b.txt']);
	});
	test('says what cannot be read, checks the rest, and ends with 2', () => {
		const { status, stdout, stderr } = check('missing.txt', 'good.txt');
		assert.equal(status, 2);
		assert.match(stderr, /^missing\.txt: there is no such file; check the name\.$/mu);
		assert.match(stdout, /1 article in 1 file/u);
	});
	test('reads no pipe by its name, which would wait or come in pieces', () => {
		const { status, stderr } = check('/dev/null');
		assert.equal(status, 2);
		assert.match(stderr, /^\/dev\/null: this is a pipe or a device, not a file; let its text come on standard input/mu);
	});
	test('tells UTF-16 and binary files from dumps', () => {
		write('utf16.txt', Buffer.from(`\ufeff${good}`, 'utf16le'));
		write('bare16.txt', Buffer.from(good, 'utf16le'));
		write('image.txt', Buffer.from([0x89, 0x50, 0, 0, 0, 13, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]));
		const { status, stderr } = check('utf16.txt', 'bare16.txt', 'image.txt');
		assert.equal(status, 2);
		assert.match(stderr, /^utf16\.txt: this is UTF-16; convert it to UTF-8 first/mu);
		assert.match(stderr, /^bare16\.txt: this is not text/mu);
		assert.match(stderr, /^image\.txt: this is not text/mu);
	});
	test('reads what is not UTF-8 as far as it can, and names the first byte', () => {
		write('broken.txt', Buffer.concat([Buffer.from(good), Buffer.from([0xe2, 0x80, 0x0a]), Buffer.from(' date 2025-02-30 https://a.example/\nع\nع\nن\n')]));
		const { status, stdout } = check('--format', 'ndjson', 'broken.txt');
		assert.equal(status, 1);
		const first = JSON.parse(stdout.split('\n')[0] ?? '') as { problems: { rule: string; message: string; start: { byte: number }; end: { byte: number } }[] };
		assert.deepEqual(first.problems.map(({ rule }) => rule), ['invalid-utf8']);
		assert.match(first.problems[0]?.message ?? '', new RegExp(`^Byte ${Buffer.byteLength(good)} of the file \\(E2\\) is not UTF-8: restore it`, 'u'));
		assert.deepEqual([first.problems[0]?.start.byte, first.problems[0]?.end.byte], [Buffer.byteLength(good), Buffer.byteLength(good) + 2]);
		const second = JSON.parse(stdout.split('\n')[1] ?? '') as { byteStart: number; line: number; problems: { rule: string; start: { byte: number } }[] };
		assert.equal(second.byteStart, Buffer.byteLength(good) + 3);
		assert.equal(second.line, 6);
		assert.equal(second.problems[0]?.start.byte, second.byteStart + 6);
	});
	test('copes with empty files, one long line, NUL bytes and a byte order mark', () => {
		write('empty.txt', '');
		write('line.txt', 'كلمة '.repeat(400_000));
		write('nul.txt', good.replace('الكتب', 'الكت\u0000ب'));
		write('bom.txt', `\ufeff${good}`);
		for (const name of ['empty.txt', 'line.txt', 'nul.txt', 'bom.txt']) { assert.ok(check(name).status !== 2, name); }
		assert.deepEqual(check('--format', 'ndjson', 'empty.txt').stdout, '');
	});
	test('reads standard input under a name of one\'s own', () => {
		const { stdout, status } = warraq(['check', '-', '--stdin-filename', 'أخبار.txt', '--format', 'ndjson'], { input: bad, cwd: folder });
		assert.equal(status, 1);
		assert.equal((JSON.parse(stdout) as { file: string }).file, 'أخبار.txt');
	});

	test('takes the nearest configuration upward, and one file for all with --config', () => {
		write('conf/warraq.config.json', '{ "rules": { "blank-line": "off" }, // none\n "ignore": ["skip"] }');
		write('conf/a/x.txt', good + bad);
		write('conf/skip/y.txt', bad);
		write('conf/b/warraq.config.json', '{ "rules": { "group:header": "off" } }');
		write('conf/b/z.txt', good + bad);
		write('other.json', '{ "rules": { "blank-line": "error" } }');
		const { stdout } = check('--format', 'ndjson', 'conf');
		const seen = stdout.trimEnd().split('\n').flatMap(line => { const { file, problems } = JSON.parse(line) as { file: string; problems: { rule: string }[] }; return problems.map(({ rule }) => `${file} ${rule}`); });
		assert.ok(seen.includes('conf/a/x.txt invalid-date') && !seen.includes('conf/a/x.txt blank-line'));
		assert.ok(seen.includes('conf/b/z.txt blank-line') && !seen.includes('conf/b/z.txt invalid-date'));
		assert.ok(!seen.some(each => each.startsWith('conf/skip')));
		assert.match(check('--config', 'other.json', 'conf/a/x.txt').stdout, /error +.*blank-line/u);
	});
	test('reports a bad configuration with file, line and column, goes on, and ends with 2', () => {
		write('wrong/warraq.config.json', '{\n "rules": { "blank-line": "loud" } }');
		write('wrong/a.txt', good);
		const { status, stderr, stdout } = check('wrong');
		assert.equal(status, 2);
		assert.match(stderr, /wrong\/warraq\.config\.json:2:27: rules\.blank-line: .*write error, warning/u);
		assert.equal(stdout, 'No problems in 1 article in 1 file.\n');
		assert.equal(check('--config', 'gone.json', 'good.txt').status, 2);
	});
	test('takes a text file without a header for a dump where the configuration names it', () => {
		write('named/warraq.config.json', '{ "files": ["*.text"] }');
		write('named/a.text', 'نص\n');
		write('named/b.txt', bad);
		assert.deepEqual(check('--format', 'ndjson', 'named').stdout.match(/"file":"[^"]*"/gu), ['"file":"named/a.text"']);
	});
});

suite('warraq, used wrongly', () => {
	const cases: readonly (readonly [readonly string[], RegExp])[] = [
		[['chek'], /There is no command “chek”; did you mean “check”\?/u],
		[['check', '--fromat', 'json'], /There is no option --fromat; did you mean --format\?/u],
		[['check', '--format', 'xml'], /--format xml is not possible here; write pretty, json, ndjson, sarif, github or junit\./u],
		[['check', '--jobs', 'x'], /--jobs needs a whole number from 1, not “x”\./u],
		[['check', '--today', '2025-02-30'], /--today needs a real day/u],
		[['check', '--rule', 'blank-line'], /--rule needs ID=SEVERITY/u],
		[['check', '--rule', 'blank-lin=off'], /did you mean “blank-line”\?/u],
		[['check', '--unsafe'], /--unsafe belongs to “warraq fix”/u],
		[['fix'], /needs the files or folders to mend/u],
		[['explain', 'nope'], /There is no rule “nope”/u],
		[['check', '--max-warnings', '-1'], /^--max-warnings needs a value behind it; one that begins with “-” is written --max-warnings=VALUE\.$/mu],
		[['check', '--max-warnings=-1'], /--max-warnings needs a whole number from 0, not “-1”/u],
		[['fix', '.', '--diff', '--format', 'json'], /--diff is text to be read and --format json a report/u],
		[['help', 'nope'], /There is no command “nope”/u],
	];
	for (const [args, message] of cases) {
		test(`warraq ${args.join(' ')} gives one sentence and 2`, () => {
			const { status, stderr, stdout } = warraq(args);
			assert.equal(status, 2);
			assert.match(stderr, message);
			assert.equal(stderr.trimEnd().split('\n').length, 1);
			assert.equal(stdout, '');
		});
	}
});

suite('warraq help, version, rules, explain', () => {
	test('show how to use it', () => {
		assert.match(warraq([]).stdout, /warraq check \[PATH…\]/u);
		for (const command of ['check', 'fix', 'stats', 'rules', 'explain', 'lsp']) {
			assert.match(warraq([command, '--help']).stdout, new RegExp(`^warraq ${command}`, 'u'));
			assert.match(warraq(['help', command]).stdout, new RegExp(`^warraq ${command}`, 'u'));
		}
		assert.match(warraq(['--version']).stdout, /^\d+\.\d+\.\d+\n$/u);
	});
	test('list the rules, as a table and as JSON', () => {
		assert.match(warraq(['rules']).stdout, /^ {2}blank-line +warning +fix: safe/mu);
		const { rules } = JSON.parse(warraq(['rules', '--format', 'json', '--rule', 'blank-line=off']).stdout) as { rules: { id: string; severity: string; default: string }[] };
		assert.deepEqual(rules.filter(({ id }) => id === 'blank-line').map(({ severity, default: own }) => [severity, own]), [['off', 'warning']]);
	});
	test('say which rules report only where a whole corpus is compared', () => {
		assert.match(warraq(['rules']).stdout, /^Corpus: by “warraq check --corpus” only\n {2}duplicate-address /mu);
		for (const args of [['help'], ['help', 'check'], ['help', 'rules'], ['explain', 'duplicate-article'], ['explain', 'reused-title']]) { assert.match(warraq(args).stdout, /--corpus/u, args.join(' ')); }
	});
	test('explain a rule in JSON', () => {
		const { rule } = JSON.parse(warraq(['explain', 'overlong-title', '--format', 'json']).stdout) as { rule: { id: string; why: string; examples: object[]; options: { max: { default: number } } } };
		assert.deepEqual([rule.id, rule.why === '', rule.examples.length > 0, rule.options.max.default], ['overlong-title', false, true, 200]);
	});
	test('explain a rule by its page', () => { assert.match(warraq(['explain', 'blank-line']).stdout, /^# blank-line\n/u); });
});

suite('warraq stats', () => {
	const { folder, remove } = temporaryFolder();
	suiteTeardown(remove);
	test('counts per file, site, day, language and rule', () => {
		writeFileSync(path.join(folder, 'a.txt'), good + bad);
		writeFileSync(path.join(folder, 'b.txt'), good);
		const { stdout, status } = warraq(['stats', '--format', 'json', '--today', '2026-06-01'], { cwd: folder });
		assert.equal(status, 0);
		const { total, files, sites, days, rules } = JSON.parse(stdout) as Record<string, { name: string; articles: number; errors: number; warnings: number; words: number }[]> & { total: { articles: number; files: number; errors: number } };
		assert.deepEqual([total.files, total.articles, total.errors], [2, 3, 1]);
		assert.deepEqual(files?.map(({ name, articles }) => [name, articles]), [['a.txt', 2], ['b.txt', 1]]);
		assert.deepEqual(sites?.map(({ name, articles }) => [name, articles]), [['news.example.com', 3]]);
		assert.deepEqual(days?.map(({ name, articles }) => [name, articles]), [['2025-02-30', 1], ['2025-03-04', 2]]);
		assert.ok(rules?.some(({ name, articles, errors }) => name === 'invalid-date' && articles === 1 && errors === 1));
		assert.match(warraq(['stats'], { cwd: folder }).stdout, /2 files, 3 articles/u);
		assert.equal(warraq(['stats', '--format', 'ndjson'], { cwd: folder }).stdout.trimEnd().split('\n').at(-1)?.includes('"kind":"total"'), true);
	});
});
