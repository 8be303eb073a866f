import { missingFinalNewline as rule } from '#core/rules/normalisation/missing-final-newline.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

suite('missing-final-newline', () => {
	test('ends the last line', () => { expectFix(rule, `${article().replace(/\n$/u, '')}⟦⟧`, article()); });
	test('leaves terminated and empty dumps alone', () => {
		expectProblems(rule, article());
		expectProblems(rule, '');
	});
});
