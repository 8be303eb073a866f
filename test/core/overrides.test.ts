import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseConfig } from '#contract/config.ts';
import { mergeSettings } from '#contract/resolve.ts';
import { hostOf } from '#core/format/address.ts';
import type { Article } from '#core/format/article.ts';
import { readText } from '#core/format/read.ts';
import { Linter } from '#core/lint.ts';
import { TODAY } from '../support/fixture.ts';
import { dumpText } from '../support/generators.ts';

const linterOf = (config: object): Linter => new Linter(mergeSettings(parseConfig(JSON.stringify(config), '').config, { today: TODAY }));
const found = (linter: Linter, article: Article): string[] => linter.check(article).map(({ rule, severity, range }) => `${severity} ${rule.id} ${range.start}-${range.end}`);

/** Rules of the problems in a text of one article, each with its severity. */
const problemsIn = (config: object, text: string): string[] => readText(text).flatMap(article => linterOf(config).check(article)).map(({ rule, severity }) => `${severity} ${rule.id}`);
const article = (host: string, body: string): string => ` date 2025-03-04 https://${host}/a\nعنوان الخبر\nعنوان الخبر\n${body}\n`;
const arabic = 'افتتح الوزير المكتبة العامة في وسط المدينة أمس بحضور عدد كبير من القراء والكتاب.\n\nوقال إنها هدية لكل أهل المدينة.';
const persian = 'وزیر فرهنگ کتابخانه\u200cی تازه\u200cای را در مرکز شهر گشود و گفت که این کتابخانه برای همه است.\n\nاو گفت که کار ادامه دارد.';

suite('overrides', () => {
	test('for an outlet give its articles what the same rules for all would, and leave the others alone', () => {
		const rules = { 'blank-line': 'error', 'group:invisible': 'off', 'overlong-title': ['warning', { max: 10 }], 'encoded-address': 'hint' };
		const [plain, whole, both] = [linterOf({}), linterOf({ rules }), linterOf({ overrides: [{ outlets: ['Example.com'], rules }] })];
		fc.assert(fc.property(dumpText, text => {
			for (const each of readText(text)) {
				assert.deepEqual(found(both, each), found(hostOf(each.address ?? '') === 'example.com' ? whole : plain, each));
			}
		}));
	});
	test('for a language hold for articles whose text is in it', () => {
		const config = { overrides: [{ languages: ['fa'], rules: { 'blank-line': 'hint' } }] };
		assert.deepEqual(problemsIn(config, article('x.example', persian)), ['hint blank-line']);
		assert.deepEqual(problemsIn(config, article('x.example', arabic)), ['warning blank-line']);
	});
	test('for a language hold for articles that are said to be in it, by the configuration, an outlet or an override', () => {
		const fa = { languages: ['fa'], rules: { 'blank-line': 'hint' } };
		for (const config of [{ language: 'fa-IR', overrides: [fa] }, { outlets: { 'www.x.example': { language: 'fa' } }, overrides: [fa] }, { overrides: [fa, { outlets: ['x.example'], language: 'fa' }] }]) {
			assert.deepEqual(problemsIn(config, article('www.x.example', arabic)).filter(each => each.includes('blank')), ['hint blank-line'], JSON.stringify(config));
		}
		assert.deepEqual(problemsIn({ language: 'fa', overrides: [fa, { outlets: ['x.example'], language: 'auto' }] }, article('x.example', arabic)), ['warning blank-line']);
	});
	test('set the language by which rules judge', () => {
		const stretched = article('x.example', 'افتتح الوزير المكــتبة العامة في وسط المدينة أمس بحضور عدد كبير من القراء.');
		assert.deepEqual(problemsIn({}, stretched), ['warning tatweel-in-word']);
		assert.deepEqual(problemsIn({ overrides: [{ outlets: ['x.example'], language: 'ku' }] }, stretched), []);
		assert.deepEqual(problemsIn({ overrides: [{ outlets: ['y.example'], language: 'ku' }] }, stretched), ['warning tatweel-in-word']);
	});
	test('win the later they stand, and keep the options that they do not name', () => {
		const all = { rules: { 'overlong-title': ['error', { max: 5 }] } };
		const own = { outlets: ['x.example'], rules: { 'overlong-title': 'hint' } };
		assert.deepEqual(problemsIn({ overrides: [all, own] }, article('x.example', 'نص.')), ['hint overlong-title']);
		assert.deepEqual(problemsIn({ overrides: [own, all] }, article('x.example', 'نص.')), ['error overlong-title']);
	});
	test('hold only where all their conditions do', () => {
		const config = { overrides: [{ languages: ['fa'], outlets: ['x.example'], rules: { 'blank-line': 'off' } }] };
		assert.deepEqual(problemsIn(config, article('x.example', persian)), []);
		assert.deepEqual(problemsIn(config, article('y.example', persian)), ['warning blank-line']);
		assert.deepEqual(problemsIn(config, article('x.example', arabic)), ['warning blank-line']);
		assert.deepEqual(problemsIn({ overrides: [{ languages: [], rules: { 'blank-line': 'off' } }] }, article('x.example', arabic)), ['warning blank-line']);
	});
});
