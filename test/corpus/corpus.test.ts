import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fixText } from '#core/fix.ts';
import { readText } from '#core/format/read.ts';
import { Linter } from '#core/lint.ts';
import { defaultSettings } from '#core/settings.ts';
import { formats } from '../../cli/reporters/reporter.ts';
import { PAGE, freshPage } from '../../scripts/trust.ts';
import { CORPUS, TODAY, TODAY_TEXT, checkReal, isHere, readManifest, textOf, type ManifestEntry, type RealArticle } from '../../scripts/trust/real-text.ts';
import { tablesOf } from '../../scripts/trust/table.ts';
import { warraq } from '../support/cli.ts';

interface Told {
	readonly file: string;
	readonly index: number;
	readonly line: number;
	readonly language: string;
	readonly problems: readonly { readonly rule: string; readonly severity: string }[];
}

const seed = path.join(CORPUS, 'seed');
const dev = path.join(CORPUS, 'dev');
const clock = ['--today', TODAY_TEXT];
const severe = ({ severity }: { readonly severity: string }): boolean => severity === 'error' || severity === 'warning';
const keyOf = ({ file, index }: Pick<ManifestEntry, 'file' | 'index'>): string => `${path.basename(file)} ${index}`;

const isComplete = isHere && existsSync(seed);
/** The shared corpus is no part of the project: where it is missing, one test says by its name that these are left out. */
const suiteOfCorpus = (title: string, body: (this: Mocha.Suite) => void): void => {
	if (isComplete) { suite(title, body); } else { suite(title, () => { test(`is left out: ${CORPUS} is not here`, () => { assert.equal(isComplete, false); }); }); }
};

suiteOfCorpus('real text: the sample of the format', () => {
	test('gives no error and no warning in the engine', () => {
		const linter = new Linter(defaultSettings(TODAY));
		const names = readdirSync(seed);
		assert.ok(names.length > 0);
		for (const name of names) {
			const articles = readText(readFileSync(path.join(seed, name), 'utf8'));
			assert.ok(articles.length > 0 && articles.every(({ header }) => header !== undefined), name);
			assert.deepEqual(articles.flatMap(article => linter.check(article)).filter(severe).map(({ rule }) => rule.id), [], name);
		}
	});
	test('gives no error and no warning on the command line', () => {
		const { status, stdout, stderr } = warraq(['check', '--format', 'ndjson', '--max-warnings', '0', ...clock, seed]);
		assert.deepEqual([status, stderr], [0, '']);
		assert.deepEqual(told(stdout).flatMap(({ problems }) => problems.filter(severe)), []);
	});
	test('is left as it is by safe fixes', () => {
		for (const name of readdirSync(seed)) {
			const text = readFileSync(path.join(seed, name), 'utf8');
			assert.equal(fixText(text, new Linter(defaultSettings(TODAY))).text, text, name);
		}
	});
});

suiteOfCorpus('real text: the articles for trials', function () {
	this.timeout(60_000);
	let real: readonly RealArticle[] = [];
	let lines: readonly Told[] = [];
	suiteSetup(() => {
		real = checkReal();
		const { status, stdout, stderr } = warraq(['check', '--format', 'ndjson', ...clock, dev]);
		assert.equal(status, 1, stderr);
		assert.equal(stderr, '');
		lines = told(stdout);
	});

	for (const format of formats) {
		test(`are checked to the end in the format ${format}`, () => {
			const { status, stdout, stderr } = warraq(['check', '--format', format, ...clock, dev]);
			assert.equal(status, 1, stderr);
			assert.equal(stderr, '');
			assert.notEqual(stdout, '');
			if (format === 'json' || format === 'sarif') { assert.doesNotThrow(() => { JSON.parse(stdout); }); }
		});
	}
	test('are cut where the manifest says', () => {
		const place = (file: string, index: number, line: number): string => `${path.basename(file)} ${index} ${line}`;
		assert.deepEqual(lines.map(({ file, index, line }) => place(file, index, line)).sort(), readManifest().map(({ file, index, first_line }) => place(file, index, first_line)).sort());
	});
	test('give the same problems on the command line as in the engine', () => {
		const engine = new Map(real.map(({ entry, problems }) => [keyOf(entry), problems.map(({ rule, severity }) => `${severity} ${rule.id}`)]));
		for (const each of lines) {
			assert.deepEqual(each.problems.map(({ rule, severity }) => `${severity} ${rule}`), engine.get(keyOf(each)), keyOf(each));
		}
	});
	test('are taken for the language they are in', () => {
		const known = new Map(readManifest().map(entry => [keyOf(entry), entry.lang]));
		for (const language of new Set(known.values())) {
			const own = lines.filter(each => known.get(keyOf(each)) === language);
			const wrong = own.filter(each => each.language !== language).map(each => `${keyOf(each)}: ${each.language}`);
			assert.ok(own.length > 0 && wrong.length <= own.length * 0.005, `${language}: ${wrong.length} of ${own.length} taken for another language: ${wrong.join(', ')}`);
		}
	});
	test('come to rest under safe fixes, and then have none left', () => {
		const { status, stdout, stderr } = warraq(['fix', '--dry-run', ...clock, dev]);
		assert.ok(status === 0 || status === 1, `status ${status}: ${stderr}`);
		assert.doesNotMatch(stdout + stderr, /do not come to rest|has failed/u);
		assert.match(stdout + stderr, /fixes would be applied in \d+ files/u);
		const linter = new Linter(defaultSettings(TODAY));
		for (const file of new Set(real.map(({ entry }) => entry.file))) {
			const once = fixText(textOf(file), linter);
			assert.deepEqual(once.unsettled, [], file);
			const twice = fixText(once.text, linter);
			assert.deepEqual([twice.text, twice.applied.size], [once.text, 0], file);
		}
	});
	test(`are counted in ${PAGE} as they are now; else run “npm run trust” and read what is new`, () => {
		const page = readFileSync(PAGE, 'utf8');
		assert.equal(page, freshPage(page, tablesOf(real)));
	});
	test('are not quoted in the page about them', () => {
		// The page is English; three words in a row of another script would be somebody's text.
		assert.doesNotMatch(readFileSync(PAGE, 'utf8'), /(?:[\u0590-\u06ff\u0400-\u04ff]+ ){2}[\u0590-\u06ff\u0400-\u04ff]/u);
	});
});

const told = (ndjson: string): Told[] => ndjson.trimEnd().split('\n').map(line => JSON.parse(line) as Told);
