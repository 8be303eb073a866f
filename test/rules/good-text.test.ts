import assert from 'node:assert/strict';
import { Linter } from '#core/lint.ts';
import { defaultSettings } from '#core/settings.ts';
import { TODAY, article, problemsIn } from '../support/fixture.ts';
import { goodTexts, withLine } from '../support/good-text.ts';

const linter = new Linter(defaultSettings(TODAY));

const complaints = (text: string): string[] => problemsIn(text, linter).map(({ problem, range }) => `${problem.severity} ${problem.rule.id} at “${text.slice(range.start, range.end)}”: ${problem.message}`);

suite('text that is odd and right', () => {
	test('stands here in ten languages', () => { assert.equal(goodTexts.length, 10); });
	for (const good of goodTexts) {
		suite(good.name, () => {
			for (const { about, text } of good.lines) {
				test(`${about}: ${text.slice(0, 40)}`, () => {
					assert.deepEqual(complaints(withLine(good, text)), [], 'in a paragraph');
					assert.deepEqual(complaints(article({ title: text, body: good.paragraph })), [], 'in the titles');
				});
			}
		});
	}
});
