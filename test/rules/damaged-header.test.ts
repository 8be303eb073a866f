import assert from 'node:assert/strict';
import { damagedHeader as rule } from '#core/rules/structure/damaged-header.ts';
import { article, expectChoices, expectFix, expectProblems } from '../support/fixture.ts';

const good = ' date 2025-03-04 https://example.com/a';
const of = (header: string): string => article({ header });
const repairs = (header: string): void => { expectFix(rule, of(header), of(good)); };
const message = (header: string): string => expectProblems(rule, of(header))[0]?.problem.message ?? '';

suite('damaged-header', () => {
	test('puts the missing blank in front', () => repairs('⟦date⟧ 2025-03-04 https://example.com/a'));
	test('deletes a second blank in front', () => repairs(' ⟦ ⟧date 2025-03-04 https://example.com/a'));
	test('takes tabs from between the fields', () => repairs(' date⟦\t2025-03-04\t⟧https://example.com/a'));
	test('takes no-break blanks from between the fields', () => repairs('⟦\\u00a0⟧date 2025-03-04 https://example.com/a'));
	test('takes invisible characters from between the fields', () => repairs(' date ⟦\\u200f⟧2025-03-04 https://example.com/a'));
	test('takes blanks from the end', () => repairs(' date 2025-03-04 https://example.com/a⟦ \\u00a0⟧'));
	test('takes the colon from the keyword', () => repairs(' date⟦:⟧ 2025-03-04 https://example.com/a'));
	test('parts keyword and date', () => repairs(' dat⟦e2⟧025-03-04 https://example.com/a'));
	test('writes the keyword in small letters', () => repairs(' ⟦DATE⟧ 2025-03-04 https://example.com/a'));
	test('puts swapped fields in order', () => repairs(' date ⟦https://example.com/a 2025-03-04⟧'));
	test('repairs a header in the middle of a dump', () => expectFix(rule, `${article()}${of('⟦date⟧ 2025-03-04 https://example.com/a')}`, article() + of(good)));
	test('keeps a byte order mark, and does not report it', () => {
		expectProblems(rule, `\\ufeff${article()}`);
		expectFix(rule, `\\ufeff${of('⟦date⟧ 2025-03-04 https://example.com/a')}`, `\\ufeff${of(good)}`);
	});
	test('keeps a date in another form as it is', () => expectFix(rule, of(' ⟦ ⟧date 4 مارس 2025 https://example.com/a'), of(' date 4 مارس 2025 https://example.com/a')));
	test('is unsafe where the date can be read in two ways', () =>
		expectChoices(rule, of('⟦date⟧ 04-03-2025 https://example.com/a'), [['unsafe', 'Write the header', of(' date 04-03-2025 https://example.com/a')]]));
	test('is unsafe where a field is missing', () =>
		expectChoices(rule, of(' ⟦Date:⟧ https://example.com/a'), [['unsafe', 'Write the header', of(' date https://example.com/a')]]));
	test('says what is damaged', () => {
		assert.match(message('⟦date⟧ 2025-03-04 https://example.com/a'), /: the blank in front is missing\.$/u);
		assert.match(message(' date ⟦ ⟧2025-03-04 https://example.com/a'), /: 2 blanks behind the keyword\.$/u);
		assert.match(message(' date 2025-03-04⟦\t⟧https://example.com/a'), /: a tab between the fields\.$/u);
		assert.match(message(' date 2025-03-04 https://example.com/a⟦ ⟧'), /: a blank at the end\.$/u);
	});
	for (const header of [
		good, ' date 2025/03/04 https://example.com/a', ' date unknown https://example.com/a', ' date https://example.com/a', ' date 2025-03-04', ' date 2025-03-04 example.com/a',
		' date 2025-03-04 https://example.com/a?utm_source=x', ' date 2025-03-04 https://example.com/a\\u200f', ' date 2025-03-04 https://example.com/a b', ' date السبت 8 نوفمبر 2025 https://example.com/a',
	]) {
		test(`leaves to other rules: ${header}`, () => { expectProblems(rule, of(header)); });
	}
	test('leaves text alone', () => { expectProblems(rule, article({ body: 'date palms grow here.\n date of the match: 4 March' })); });
});
