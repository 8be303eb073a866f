import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { allRules, ruleById } from '#core/rules/all.ts';
import { frequencyOf, type RealText } from '#core/rules/frequency.ts';
import { realText } from '#core/rules/real-text.ts';
import type { AnyRule } from '#core/rules/rule.ts';
import { realTextOf } from '../../scripts/generate/real-text.ts';

const counts: RealText = {
	read: [{ language: 'ar', articles: 1000, random: 800 }, { language: 'fa', articles: 50, random: 40 }, { language: 'he', articles: 20, random: 20 }, { language: 'en', articles: 9, random: 0 }],
	finds: { 'html-entity': [{ language: 'ar', articles: 30, random: 12, findings: 2120 }, { language: 'he', articles: 1, random: 1, findings: 1 }], 'missing-title': [{ language: 'ar', articles: 1, random: 0, findings: 1 }] },
};
const rule = (id: string): AnyRule => { const found = ruleById(id); assert.ok(found !== undefined, id); return found; };
const table = (rows: string): string => `<!-- generated: counts -->\n\n| language | articles | of them random | x |\n| --- | --: | --: | --: |\n| ar | 995 | 826 | 1 |\n| all | 995 | 826 | 1 |\n\n| rule | severity | language | articles | findings | rate | random articles | findings in them |\n| --- | --- | --- | --: | --: | --: | --: | --: |\n${rows}\n<!-- /generated -->\n`;

suite('how often a rule finds something', () => {
	test('is told by language, with the articles taken at random', () => {
		assert.equal(frequencyOf(rule('html-entity'), counts), '2,121 findings in 31 of 1,079 articles of real news in 4 languages: 30 of 1,000 in Arabic and 1 of 20 in Hebrew. Of 860 taken at random, 13 have one. [How they were chosen and counted](../trust.md).');
		assert.match(frequencyOf(rule('missing-title'), counts), /^1 finding in 1 of 1,079 articles/u);
	});
	test('counts the languages of the rule only', () => {
		assert.match(frequencyOf(rule('foreign-letter'), counts), /^Nothing was found in 1,050 articles of real news in Arabic and Persian, each looked at by itself\./u);
	});
	test('says that a rule was switched on for it, and that one about many articles was not counted', () => {
		assert.match(frequencyOf(rule('leading-blank'), counts), /It was switched on for the count\./u);
		assert.match(frequencyOf(rule('duplicate-article'), counts), /^It compares articles with each other/u);
	});
	test('comes from the tables of docs/trust.md, without the text they were counted in', () => {
		assert.deepEqual(realTextOf(readFileSync('docs/trust.md', 'utf8')), realText);
		assert.ok(Object.keys(realText.finds).length > 20);
		assert.deepEqual(Object.keys(realText.finds).filter(id => !allRules.some(each => each.id === id)), []);
	});
	test('adds the severities of a rule, and refuses a row that it does not understand', () => {
		const row = (severity: string, articles: number): string => `| \`html-tag\` | ${severity} | ar | ${articles} | 5 | 1.0 | 1 | 1 | 1.0 |\n`;
		assert.deepEqual(realTextOf(table(row('error', 2) + row('hint', 3))), { read: [{ language: 'ar', articles: 995, random: 826 }], finds: { 'html-tag': [{ language: 'ar', articles: 5, random: 2, findings: 10 }] } });
		assert.throws(() => realTextOf(table('| html-tag | error | ar | two | 5 | 1.0 | 1 | 1 |\n')), /has 2 rows of counts, of which 1 are understood/u);
		assert.throws(() => realTextOf('no table'), /are understood/u);
	});
});
