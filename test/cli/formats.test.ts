import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { allRules } from '#core/rules/all.ts';
import { temporaryFolder, warraq } from '../support/cli.ts';

// Both an astral character and a CRLF stand in front of the problems, so that no two ways of counting agree by luck.
const first = ' date 2025-03-04 https://news.example.com/a\r\nمهرجان 😀 البحيرة\r\nمهرجان 😀 البحيرة\r\n😀 انطلق\u200b المهرجان.\r\n';
const second = ' date 2025-02-30 https://news.example.com/lake?x=1\nعنوان\nعنوان\nنص.\n';
const dump = first + second;

interface Region { startLine: number; startColumn: number; endLine: number; endColumn: number; charOffset: number; charLength: number; byteOffset: number; byteLength: number }

suite('report formats', () => {
	const { folder, remove } = temporaryFolder();
	const name = 'أخبار: ١ & 2.txt';
	const report = (format: string, ...args: readonly string[]) => warraq(['check', '--today', '2026-06-01', '--rule', 'noncanonical-line-ends=off', '--format', format, ...args], { cwd: folder });
	suiteSetup(() => { writeFileSync(path.join(folder, name), dump); });
	suiteTeardown(remove);

	test('ndjson holds exactly what the contract shows', () => {
		const [one, two] = report('ndjson', name).stdout.trimEnd().split('\n').map(line => JSON.parse(line) as Record<string, unknown>);
		const at = dump.indexOf('\u200b');
		const byte = Buffer.byteLength(dump.slice(0, at));
		assert.deepEqual(one, {
			file: name, index: 0, line: 1, lines: 4, byteStart: 0, byteEnd: Buffer.byteLength(first), date: '2025-03-04', url: 'https://news.example.com/a', title: 'مهرجان 😀 البحيرة', language: 'ar', words: 2,
			problems: [{
				rule: 'zero-width-character', severity: 'warning', message: (one?.['problems'] as { message: string }[])[0]?.message,
				start: { line: 4, column: 8, byte }, end: { line: 4, column: 9, byte: byte + 3 },
				fix: { title: (one?.['problems'] as { fix: { title: string } }[])[0]?.fix.title, safety: 'safe', edits: [{ byteStart: byte, byteEnd: byte + 3, text: '' }] },
			}],
		});
		const start = Buffer.byteLength(first);
		const problem = (two?.['problems'] as { rule: string; start: object; end: object }[])[0];
		assert.deepEqual([two?.['index'], two?.['line'], two?.['byteStart'], two?.['byteEnd']], [1, 5, start, Buffer.byteLength(dump)]);
		assert.deepEqual([problem?.rule, problem?.start, problem?.end], ['invalid-date', { line: 5, column: 7, byte: start + 6 }, { line: 5, column: 17, byte: start + 16 }]);
	});
	test('json holds the same articles and a summary', () => {
		const { version, tool, summary, articles } = JSON.parse(report('json', name).stdout) as { version: number; tool: { name: string }; summary: object; articles: object[] };
		assert.equal(version, 1);
		assert.equal(tool.name, 'warraq');
		assert.deepEqual(summary, { files: 1, articles: 2, errors: 1, warnings: 1, information: 0, hints: 0 });
		assert.deepEqual(articles, report('ndjson', name).stdout.trimEnd().split('\n').map(line => JSON.parse(line) as object));
	});
	test('json stays valid without articles', () => {
		writeFileSync(path.join(folder, 'empty.txt'), '');
		assert.deepEqual((JSON.parse(report('json', 'empty.txt').stdout) as { articles: object[] }).articles, []);
		assert.deepEqual((JSON.parse(report('sarif', 'empty.txt').stdout) as { runs: { results: object[] }[] }).runs[0]?.results, []);
	});
	test('sarif has what version 2.1.0 requires, and true regions', () => {
		const log = JSON.parse(report('sarif', name).stdout) as {
			version: string; runs: {
				tool: { driver: { name: string; version: string; rules: { id: string; shortDescription: { text: string }; help: { text: string; markdown: string }; helpUri: string; defaultConfiguration: { level: string } }[] } };
				columnKind: string;
				results: {
					ruleId: string; ruleIndex: number; level: string; message: { text: string };
					locations: { physicalLocation: { artifactLocation: { uri: string }; region: Region } }[];
					fixes?: { description: { text: string }; artifactChanges: { artifactLocation: { uri: string }; replacements: { deletedRegion: Region; insertedContent?: { text: string } }[] }[] }[];
				}[];
			}[];
		};
		assert.equal(log.version, '2.1.0');
		const [run] = log.runs;
		assert.ok(run !== undefined);
		assert.equal(run.columnKind, 'utf16CodeUnits');
		assert.deepEqual(run.tool.driver.rules.map(({ id }) => id), allRules.map(({ id }) => id));
		for (const rule of run.tool.driver.rules) {
			assert.ok(rule.shortDescription.text !== '' && rule.help.text !== '' && rule.help.markdown.startsWith(`# ${rule.id}`));
			assert.ok(['none', 'note', 'warning', 'error'].includes(rule.defaultConfiguration.level));
			assert.doesNotThrow(() => new URL(rule.helpUri));
		}
		assert.deepEqual(run.results.map(({ ruleId, level }) => [ruleId, level]), [['zero-width-character', 'warning'], ['invalid-date', 'error']]);
		const lines = dump.split(/\r\n|\n/u);
		for (const { ruleId, ruleIndex, message, locations: [location], fixes } of run.results) {
			assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
			assert.notEqual(message.text, '');
			assert.ok(location !== undefined);
			const { artifactLocation: { uri }, region } = location.physicalLocation;
			assert.equal(new URL(uri, 'file:///x/').pathname, `/x/${encodeURIComponent(name)}`);
			const replaced = (fixes ?? []).flatMap(fix => fix.artifactChanges).flatMap(change => change.replacements).map(({ deletedRegion }) => deletedRegion);
			for (const each of [region, ...replaced]) {
				const text = dump.slice(each.charOffset, each.charOffset + each.charLength);
				assert.equal(lines[each.startLine - 1]?.slice(each.startColumn - 1, each.endColumn - 1), text);
				assert.equal(Buffer.from(dump).subarray(each.byteOffset, each.byteOffset + each.byteLength).toString(), text);
			}
		}
		assert.equal(run.results[0]?.fixes?.[0]?.artifactChanges[0]?.artifactLocation.uri, run.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri);
	});
	test('github writes workflow commands, with what would end them escaped', () => {
		const { stdout } = report('github', name);
		assert.match(stdout, /^::warning file=أخبار%3A ١ & 2\.txt,line=4,endLine=4,col=8,endColumn=8,title=zero-width-character::[^\n]+\n::error file=[^\n]+,line=5,endLine=5,col=7,endColumn=16,title=invalid-date::[^\n]+\n$/u);
	});
	test('junit counts failures, and passes clean files', () => {
		writeFileSync(path.join(folder, 'clean.txt'), first.replace('\u200b', ''));
		const { stdout } = report('junit', name, 'clean.txt');
		assert.match(stdout, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="warraq">\n/u);
		assert.match(stdout, /<testsuite name="أخبار: ١ &amp; 2\.txt" tests="2" failures="2" errors="0" skipped="0">/u);
		assert.match(stdout, /<testsuite name="clean\.txt" tests="1" failures="0" errors="0" skipped="0">\n\t\t<testcase [^>]*\/>\n\t<\/testsuite>\n<\/testsuites>\n$/u);
		assert.equal(stdout.match(/<testcase /gu)?.length, 3);
		assert.equal(stdout.match(/<failure /gu)?.length, 2);
	});
	test('alternatives stand beside the fix', () => {
		const { stdout } = warraq(['check', '-', '--format', 'ndjson'], { input: ' date 03-04-2025 https://news.example.com/a\nعنوان\nعنوان\nنص.\n' });
		const { problems } = JSON.parse(stdout) as { problems: { rule: string; fix?: { safety: string }; alternatives?: { safety: string }[] }[] };
		const found = problems.find(({ rule }) => rule === 'nonstandard-date');
		assert.equal(found?.fix?.safety, 'unsafe');
		assert.equal(found.alternatives?.length, 1);
	});
});
