import { mixedDigitsInNumber as rule } from '#core/rules/letters/mixed-digits-in-number.ts';
import { article, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

suite('mixed-digits-in-number', () => {
	test('writes the number in the system of most digits', () => { expectUnsafeFix(rule, article({ body: 'نقل ⟦12٣4⟧ راكبا و⟦٥٦7⟧ طنا و⟦۱۲٫۳٤⟧ مترا.' }), article({ body: 'نقل 1234 راكبا و٥٦٧ طنا و۱۲٫۳۴ مترا.' })); });
	test('keeps the first system where both have as many', () => { expectUnsafeFix(rule, article({ body: 'عام ⟦20٢٥⟧.' }), article({ body: 'عام 2025.' })); });
	test('leaves an article with both systems alone, and ranges and dates of two numbers', () => { expectProblems(rule, article({ body: 'من 3 مدن و٤ قرى، بين 5-٦ أيام و2025/٣.' })); });
});
