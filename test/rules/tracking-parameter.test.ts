import assert from 'node:assert/strict';
import { trackingParameter as rule } from '#core/rules/header/tracking-parameter.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

const of = (rest: string): string => article({ header: ` date 2025-03-04 https://example.com/a${rest}` });

suite('tracking-parameter', () => {
	for (const [name, before, after] of [
		['all of a query', '?⟦utm_source=feed&utm_medium=rss⟧', ''],
		['the first', '?⟦fbclid=x⟧&id=7', '?id=7'],
		['the last', '?id=7&⟦gclid=x⟧', '?id=7'],
		['one inside', '?id=7&⟦utm_id=x⟧&page=2', '?id=7&page=2'],
		['two apart', '?⟦utm_a=1⟧&id=7&⟦utm_b=2⟧', '?id=7'],
		['in front of a fragment', '?⟦mc_cid=1⟧#part', '#part'],
		['a fragment', '?id=7#⟦xtor=RSS-1⟧', '?id=7'],
		['capitals', '?⟦UTM_Source=x&FBCLID=1⟧', ''],
		['separators as entities', '?id=7&amp;⟦utm_a=1&amp;utm_b=2⟧', '?id=7'],
		['an entity behind', '?⟦utm_a=1⟧&amp;id=7', '?id=7'],
	] as const) {
		test(`deletes ${name}`, () => expectFix(rule, of(before), of(after)));
	}
	test('takes further names', () => {
		expectFix(rule, of('?⟦ref=x&src_page=1⟧&id=7'), of('?id=7'), { options: { also: ['Ref', 'src_*'] } });
	});
	test('names them', () => { assert.match(expectProblems(rule, of('?⟦utm_a=1&fbclid=2⟧'))[0]?.problem.message ?? '', /utm_a, fbclid/u); });
	for (const rest of ['?id=7&ref=x&source=y&origin=z', '?utm=1', '?q=utm_source=x', '#utm', '/utm_source=x', '?', '?live', '#row=7510', '']) {
		test(`leaves alone: ${rest}`, () => { expectProblems(rule, of(rest)); });
	}
});
