import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixArticle } from '#core/fix.ts';
import { readText } from '#core/format/read.ts';
import { Linter } from '#core/lint.ts';
import { breachOf, describeBreach, percent } from '#core/mend/budget.ts';
import { amountOf, offsetBefore } from '#core/mend/change.ts';
import { Rehearsal, type RehearsalReport } from '#core/mend/rehearsal.ts';
import { FirstOf, Lots } from '#core/mend/sample.ts';
import { defaultSettings } from '#core/settings.ts';
import { unitsOf } from '#core/text/source.ts';
import { TODAY, article } from '../support/fixture.ts';
import { dumpText } from '../support/generators.ts';

const linter = new Linter(defaultSettings(TODAY));
const bySize = (a: number, b: number): number => a - b;

interface Dump { readonly file: string; readonly text: string }

/** A rehearsal of dumps, in the order given. */
function rehearse(dumps: readonly Dump[], options: ConstructorParameters<typeof Rehearsal>[0] = {}): RehearsalReport {
	const rehearsal = new Rehearsal(options);
	for (const { file, text } of dumps) {
		let line = 1;
		const articles = readText(text);
		rehearsal.read(unitsOf(text), articles.length);
		for (const [index, each] of articles.entries()) {
			const fixed = fixArticle(each.text, linter, {}, { isLast: index === articles.length - 1 });
			if (fixed.edits.length > 0) { rehearsal.mended({ file, index, line, text: each.text, fixed }); }
			line += each.lines.ends;
		}
	}
	return rehearsal.report();
}

const faulty = (body: string): string => article({ body });
const repeated = 'وقال المتحدث باسم البلدية إن المكتبة الجديدة ستفتح أبوابها للزوار كل يوم.';

suite('Rehearsal', () => {
	test('counts fixes, edits, articles, files, characters and letters by rule', () => {
		const report = rehearse([
			{ file: 'a.txt', text: faulty('قال &quot;نعم&quot; ثم مضى إلى بيته.') + faulty('كلمة\u200b واحدة في سطر طويل.') },
			{ file: 'b.txt', text: faulty('قال &amp; مضى إلى داره البعيدة.') },
		]);
		assert.deepEqual(report.rules, [
			{ rule: 'html-entity', fixes: 3, edits: 3, articles: 2, files: 2, removed: 6 + 6 + 4, added: 2, changed: 2, lettersLost: 0 },
			{ rule: 'zero-width-character', fixes: 1, edits: 1, articles: 1, files: 1, removed: 1, added: 0, changed: 0, lettersLost: 0 },
		]);
		assert.deepEqual(report.total, { fixes: 4, edits: 4, articles: 3, files: 2, removed: 17, added: 2, changed: 2, lettersLost: 0 });
		assert.equal(report.read.articles, 3);
		assert.equal(report.read.letters, [...(faulty('قال &quot;نعم&quot; ثم مضى إلى بيته.') + faulty('كلمة\u200b واحدة في سطر طويل.') + faulty('قال &amp; مضى إلى داره البعيدة.')).matchAll(/[\p{L}\p{N}]/gu)].length);
	});
	test('a paragraph that goes counts with its letters, an entity that is decoded does not', () => {
		const { rules } = rehearse([{ file: 'a.txt', text: faulty(`${repeated}\n${repeated}\nقال &quot;نعم&quot; لكل من سأله عن ذلك.`) }]);
		assert.deepEqual(rules.map(({ rule, lettersLost }) => [rule, lettersLost]), [['html-entity', 0], ['repeated-paragraph', repeated.match(/\p{L}/gu)?.length]]);
	});
	test('names the rule that did it where one fix makes room for the next, and the line before any change', () => {
		// The entity is one only when the invisible character in it is gone: two passes, each counted in its own text.
		const body = 'سطر أول قبل الفراغ.\n\n\nقال &qu\u200bot;نعم&quot; لكل من سأله عن ذلك.';
		const { rules, total, sample } = rehearse([{ file: 'a.txt', text: article() + faulty(body) }]);
		assert.deepEqual(rules.map(({ rule, fixes, removed, added }) => [rule, fixes, removed, added]), [['blank-line', 2, 2, 0], ['html-entity', 2, 12, 2], ['zero-width-character', 1, 1, 0]]);
		assert.deepEqual([total.fixes, total.edits, total.removed, total.added], [5, 3, 15, 2]);
		assert.deepEqual(sample.map(({ rule, line }) => `${line} ${rule}`).sort(), ['10 blank-line', '11 html-entity', '11 html-entity', '11 zero-width-character', '9 blank-line']);
		const late = sample.find(({ hunks }) => hunks.some(({ lines }) => lines.some(({ sign, text }) => sign === '-' && !text.includes('U+200B') && text.includes('&quot;'))));
		assert.equal(late?.rule, 'html-entity', 'its diff begins with the text of its pass');
	});
	test('keeps the largest, and cuts what is too long to read', () => {
		const long = Array.from({ length: 60 }, (_, index) => `سطر رقم ${index} من نص طويل يتكرر بعد ذلك كله مرة أخرى في المقال نفسه.`).join('\n');
		const { largest } = rehearse([{ file: 'a.txt', text: faulty(`${repeated}\n${repeated}\n${long}\nقال &quot;نعم&quot; لكل من سأله.`) }], { largest: 1 });
		assert.deepEqual(largest.map(({ rule }) => rule), ['repeated-paragraph']);
		const blank = '\n'.repeat(100);
		const [first] = rehearse([{ file: 'a.txt', text: faulty(`سطر أول قبل الفراغ.${blank}سطر آخر بعد الفراغ كله.`) }]).largest;
		assert.ok((first?.hunks.flatMap(({ lines }) => lines).length ?? 99) <= 24);
	});
	test('what rules do adds up to what the texts become', () => {
		fc.assert(fc.property(dumpText, text => {
			const { total, rules, read } = rehearse([{ file: 'a.txt', text }]);
			const sum = (key: 'fixes' | 'removed' | 'added' | 'lettersLost'): number => rules.reduce((all, each) => all + each[key], 0);
			assert.equal(total.fixes, sum('fixes'));
			assert.equal(total.lettersLost, sum('lettersLost'));
			assert.equal(total.added - total.removed, sum('added') - sum('removed'));
			assert.ok(total.removed <= read.characters && total.changed <= total.removed);
		}), { numRuns: 300 });
	});
});

suite('the sample of a rehearsal', () => {
	const dumps = Array.from({ length: 40 }, (_, index) => ({ file: `folder/${index}.txt`, text: faulty(`قال &quot;نعم&quot; للزائر رقم ${index}.\u200b\nسطر آخر &amp; غيره.`) }));
	const drawn = (report: RehearsalReport): string[] => report.sample.map(({ file, line, rule }) => `${file}:${line} ${rule}`);

	test('is the same whatever the order of the files', () => {
		const once = rehearse(dumps);
		assert.equal(once.sample.length, 20);
		for (const order of [[...dumps].reverse(), [...dumps.slice(13), ...dumps.slice(0, 13)]]) {
			assert.deepEqual(rehearse(order).sample, once.sample);
			assert.deepEqual(rehearse(order).largest, once.largest);
		}
	});
	test('is another with another seed, and of any size', () => {
		assert.notDeepEqual(drawn(rehearse(dumps, { seed: '2' })), drawn(rehearse(dumps)));
		assert.deepEqual(rehearse(dumps, { sample: 0 }).sample, []);
		assert.equal(rehearse(dumps, { sample: 1000 }).sample.length, rehearse(dumps).total.fixes);
		const small = new Set(drawn(rehearse(dumps, { sample: 5 })));
		assert.ok(drawn(rehearse(dumps)).filter(each => small.has(each)).length >= 5, 'a smaller one is part of it');
	});
	test('is what it was on every machine and in every version', () => {
		assert.deepEqual([['a.txt', 0, 0], ['a.txt', 0, 1], ['b.txt', 7, 3]].map(([file, index, fix]) => new Lots('1').draw(String(file), Number(index), Number(fix))), [1312825739208571, 7310460484316028, 1585983975299261]);
	});
	test('draws every fix with the same chance', () => {
		const hits = new Map<number, number>();
		for (let seed = 0; seed < 2000; seed++) {
			const lots = new Lots(String(seed));
			const first = new FirstOf<number, number>(2, bySize);
			for (let fix = 0; fix < 10; fix++) { first.offer(lots.draw('a.txt', Math.floor(fix / 3), fix % 3), () => fix); }
			for (const fix of first.values) { hits.set(fix, (hits.get(fix) ?? 0) + 1); }
		}
		// 400 each are expected; six standard deviations are 107.
		assert.deepEqual([...hits].filter(([, count]) => Math.abs(count - 400) > 107), []);
		assert.equal(hits.size, 10);
	});
	test('keeps the first of any values, and makes no more than it must', () => {
		fc.assert(fc.property(fc.array(fc.integer(), { maxLength: 60 }), fc.nat({ max: 12 }), (keys, count) => {
			const first = new FirstOf<number, number>(count, bySize);
			for (const key of keys) { first.offer(key, () => key); }
			assert.deepEqual([...first.values], [...keys].sort(bySize).slice(0, count));
		}));
		const none = new FirstOf<number, number>(1, bySize);
		none.offer(1, () => 1);
		none.offer(2, () => assert.fail('made in vain'));
	});
});

suite('offsetBefore', () => {
	test('finds the place of every unit that no pass has touched', () => {
		fc.assert(fc.property(dumpText, text => {
			const [first] = readText(text);
			if (first === undefined) { return; }
			const { passes, text: after, edits } = fixArticle(first.text, linter, {}, { isLast: true });
			let shift = 0;
			for (const edit of edits) {
				const end = edit.range.end + shift + edit.text.length - (edit.range.end - edit.range.start);
				shift = end - edit.range.end;
				if (end < after.length) { assert.equal(offsetBefore(end, passes), edit.range.end); }
			}
		}), { numRuns: 300 });
	});
});

suite('breachOf', () => {
	const change = { fixes: 1, edits: 1, articles: 1, files: 1, removed: 0, added: 0, changed: 0 };
	const report = (losses: Readonly<Record<string, number>>): RehearsalReport => ({
		...rehearse([]), read: { articles: 10, characters: 2000, letters: 1000 },
		rules: Object.entries(losses).map(([rule, lettersLost]) => ({ rule, ...change, lettersLost })),
	});
	const budget = (percentage: number, rules: Readonly<Record<string, number>> = {}) => ({ percent: percentage, rules: new Map(Object.entries(rules)) });

	test('is silent up to the budget, and names the rule that loses most above it', () => {
		assert.equal(breachOf(report({ a: 5 }), budget(0.5)), undefined);
		assert.deepEqual(breachOf(report({ a: 2, b: 4 }), budget(0.5)), { rule: 'b', ruleLetters: 4, letters: 6, share: 0.6, allowed: 0.5, isOwn: false });
	});
	test('holds a rule with a budget of its own against that alone', () => {
		assert.equal(breachOf(report({ a: 30, b: 4 }), budget(0.5, { a: 3 })), undefined);
		assert.deepEqual(breachOf(report({ a: 31, b: 4 }), budget(0.5, { a: 3 })), { rule: 'a', ruleLetters: 31, letters: 31, share: 3.1, allowed: 3, isOwn: true });
		assert.equal(breachOf(report({ a: 30, b: 6 }), budget(0.5, { a: 3 }))?.rule, 'b');
	});
	test('with nothing allowed, stops at one letter; with all allowed, never', () => {
		assert.equal(breachOf(report({ a: 0 }), budget(0)), undefined);
		assert.equal(breachOf(report({ a: 1 }), budget(0))?.rule, 'a');
		assert.equal(breachOf(report({ a: 5000 }), budget(100)), undefined);
	});
	test('says what it is in a sentence', () => {
		assert.equal(describeBreach({ rule: 'b', ruleLetters: 4, letters: 6, share: 0.6, allowed: 0.5, isOwn: false }), 'The fixes would lose 0.6 % of all letters (6 letters); the budget is 0.5 %. Most goes by b: 4 letters.');
		assert.equal(describeBreach({ rule: 'b', ruleLetters: 1, letters: 1, share: 0.1, allowed: 0, isOwn: true }), 'The fixes of b would lose 0.1 % of all letters (1 letter); its budget is 0 %.');
		assert.deepEqual([0, 0.00001, 0.0123, 0.5, 1.666, 12.34, 100].map(percent), ['0 %', 'less than 0.0001 %', '0.012 %', '0.5 %', '1.67 %', '12.3 %', '100 %']);
	});
});

suite('amountOf', () => {
	test('leaves out what stays at either end of an edit, and counts code points', () => {
		assert.deepEqual(amountOf('رئـيس 😀', [{ range: { start: 0, end: 5 }, text: 'رئيس' }]), { removed: 1, added: 0, changed: 0 });
		assert.deepEqual(amountOf('a😀b', [{ range: { start: 0, end: 4 }, text: 'a😁cb' }]), { removed: 1, added: 2, changed: 1 });
	});
});
