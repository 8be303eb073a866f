import assert from 'node:assert/strict';
import { allRules } from '#core/rules/all.ts';
import type { AnyRule } from '#core/rules/rule.ts';
import { linterOf, problemsIn, readFixture, setupOf } from '../support/fixture.ts';
import { stopCounting, workOf } from '../support/work.ts';

/** An input that can be made longer: what a rule is about, again and again. */
type Growing = (units: number) => string;

const HEAD = 3;
const repeated = (text: string, units: number): string => text.repeat(Math.ceil(units / Math.max(1, text.length)));

/** The example with its line repeated in one line, its lines repeated, and what it marks repeated in its place. */
function worstInputs({ examples }: AnyRule): [string, Growing][] {
	return examples.flatMap(({ bad }, index): [string, Growing][] => {
		const { text, ranges } = readFixture(bad);
		const lines = text.split('\n');
		const head = lines.slice(0, HEAD).join('\n');
		const body = lines.slice(HEAD).join(' ').slice(0, 300).trim() || 'x';
		const [marked] = ranges;
		const name = `example ${index + 1}`;
		return [
			[`${name}, one long line`, units => `${head}\n${repeated(`${body} `, units)}\n`],
			[`${name}, many lines`, units => `${head}\n${repeated(`${body}\n`, units)}`],
			...marked === undefined || marked.end === marked.start ? [] : [[`${name}, what it marks`, (units: number) => text.slice(0, marked.start) + repeated(text.slice(marked.start, marked.end), units) + text.slice(marked.end)] as [string, Growing]],
			// Long lines would hide what the address costs behind what they do.
			[`${name}, a long address`, units => lines.map(line => line.slice(0, 300)).join('\n').replace(/(https?:\/\/[^ \n]*)/u, address => address + repeated(/[?&]/u.test(address) ? '&utm_a=1&id=2' : '?utm_a=1&id=2', units))],
		];
	});
}

const SHORT = 3000;
const TIMES = 4;
/** Four times the text may cost four times the work, and a little for sorting. */
const GROWTH = 5;
/** See “linear time” in the laws of the rules: against plain text of the same length. */
const AGAINST_PLAIN = 20;

const plain = (units: number): string => ` date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\n${repeated('وصل القطار صباحا إلى المحطة الجديدة وسط المدينة\n', units)}`;

function growthOf(rule: AnyRule, grow: Growing): { readonly growth: number; readonly against: number } {
	const linter = linterOf(rule, setupOf(rule.examples[0]));
	const work = (text: string): number => workOf(() => { problemsIn(text, linter); });
	const [short, long] = [grow(SHORT), grow(SHORT * TIMES)];
	work(short);
	const before = work(short);
	const after = work(long);
	return { growth: after / before / (long.length / short.length / TIMES), against: after / work(plain(long.length)) };
}

suite('work grows with the length of the text only', () => {
	suiteTeardown(stopCounting);
	for (const rule of allRules) {
		test(rule.id, () => {
			for (const [name, grow] of worstInputs(rule)) {
				const { growth, against } = growthOf(rule, grow);
				assert.ok(growth <= GROWTH, `${name}: ${TIMES} times the text costs ${growth.toFixed(1)} times the work`);
				assert.ok(against <= AGAINST_PLAIN, `${name}: costs ${against.toFixed(1)} times what plain text does`);
			}
		});
	}
	test('and a rule for which it does not is caught', () => {
		const [some] = allRules;
		const slow: AnyRule = {
			...some, id: 'slow-rule', on: 'article', languages: ['ar'],
			check(subject) {
				const article = subject as { readonly lines: { readonly count: number; at(offset: number): number; end(line: number): number } };
				for (let first = 0; first < article.lines.count; first++) { for (let second = 0; second < article.lines.count; second++) { article.lines.end(second); } }
			},
		} as AnyRule;
		assert.ok(growthOf(slow, units => `${plain(0)}${repeated('وصل القطار\n', units)}`).growth > GROWTH);
	});
});
