import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { defineRule } from '#core/rules/rule.ts';
import { defaultSettings } from '#core/settings.ts';
import { Checker } from '../../server/checker.ts';
import { lspRange, lspRangeIn } from '../../server/convert.ts';
import { Snapshot } from '../../server/snapshot.ts';
import { TODAY, article } from '../support/fixture.ts';
import { change, dumpText, rangeOf, type Change } from '../support/generators.ts';

const checker = new Checker(1, defaultSettings(TODAY), assert.fail);

/** A problem as an editor keeps it: the marks move along with the text around them, in offsets of the dump. */
interface Shown {
	readonly what: string;
	readonly start: number;
	readonly end: number;
}

/** What the server would report of a dump, and where. */
function reported(snapshot: Snapshot): Shown[] {
	return snapshot.dump.articles.flatMap((_, index) => snapshot.problemsOf(index).map(({ rule, severity, message, range, related }) => {
		const start = snapshot.dump.startOf(index);
		const places = related.map(each => [each.message, lspRangeIn(snapshot.dump, index, each.range)]);
		return { what: JSON.stringify([rule.id, severity, message, places]), start: start + range.start, end: start + range.end };
	}));
}

/** What VS Code makes of a mark when a text is replaced. */
function moved({ what, start, end }: Shown, from: number, to: number, length: number): Shown {
	const move = (at: number, isStart: boolean): number => (at < from || (at === from && !isStart) ? at : at >= to ? at + length - (to - from) : from);
	return { what, start: move(start, true), end: Math.max(move(start, true), move(end, false)) };
}

/** A letter typed, or one deleted. */
const typed: fc.Arbitrary<Change> = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.constantFrom(0, 0, 1), text: fc.constantFrom('ا', 'a', ' ', '\u200b', '') });

/** A dump some of whose lines are good. */
const text = dumpText.map(rest => article() + article({ body: 'الفقرة الأولى.\n\nالفقرة الثانية.' }) + rest);

function edited(snapshot: Snapshot, { start, end }: { readonly start: number; readonly end: number }, text: string): Snapshot {
	const edit: TextDocumentContentChangeEvent = { range: lspRange(snapshot.dump, { start, end }), text };
	return snapshot.edited(snapshot.version + 1, [edit]).snapshot;
}

suite('problems that stand', () => {
	test('are where an editor that is told of nothing new shows them', () => {
		let kept = 0;
		fc.assert(fc.property(text, fc.array(fc.tuple(fc.oneof({ weight: 4, arbitrary: typed }, { weight: 1, arbitrary: change }), fc.boolean()), { minLength: 1, maxLength: 12 }), (start, changes) => {
			let snapshot = Snapshot.open('file:///a.dump', 1, start, checker);
			let shown = reported(snapshot);
			let { reportId } = snapshot;
			for (const [each, isPulled] of changes) {
				const range = lspOffsets(snapshot, rangeOf(each, snapshot.dump.length));
				shown = shown.map(mark => moved(mark, range.start, range.end, each.text.length));
				snapshot = edited(snapshot, range, each.text);
				if (!isPulled) { continue; }
				if (snapshot.reportId === reportId) {
					kept++;
					assert.deepEqual(shown, reported(snapshot));
				} else {
					shown = reported(snapshot);
					({ reportId } = snapshot);
				}
			}
		}), { numRuns: 400 });
		assert.ok(kept > 20, `${kept} reports were kept`);
	});
	test('are compared with what was told, however many edits ago', () => {
		const good = article({ body: 'الفقرة الأولى.\nالفقرة الثانية.' });
		const open = Snapshot.open('file:///a.dump', 1, good, checker);
		assert.deepEqual(reported(open), []);
		const at = good.indexOf('الثانية');
		const { reportId } = open;
		const damaged = edited(open, { start: at, end: at }, '\u200b');
		const mended = edited(damaged, { start: at, end: at + 1 }, '');
		assert.equal(mended.reportId, reportId, 'nobody has asked in between');
		assert.notEqual(damaged.reportId, reportId);
		assert.notEqual(edited(damaged, { start: at, end: at + 1 }, '').reportId, reportId, 'the problem was told of in between');
	});
	test('are told again where the text with one has been replaced, whatever it was replaced by', () => {
		const bad = article({ body: 'الفقرة الأولى.\n\u200bالفقرة الثانية.\nالثالثة.' });
		const open = Snapshot.open('file:///a.dump', 1, bad, checker);
		assert.equal(reported(open).length, 1);
		const { reportId } = open;
		const [first, second, third] = ['الفقرة الأولى', '\u200b', 'الثالثة'].map(part => bad.indexOf(part)) as [number, number, number];
		assert.notEqual(edited(open, { start: first, end: third }, bad.slice(first, third)).reportId, reportId, 'with the line in front of it');
		const again = edited(open, { start: second, end: second + 2 }, bad.slice(second, second + 2));
		assert.notEqual(edited(again, { start: third, end: third }, 'ا').reportId, reportId, 'and another line edited since');
	});
	test('stand where they stood while text is typed behind them, and nowhere else', () => {
		const bad = article({ body: 'قال\u200b المدير إن الحفل انتهى.' });
		const open = Snapshot.open('file:///a.dump', 1, bad, checker);
		assert.equal(reported(open).length, 1);
		const { reportId } = open;
		const at = bad.indexOf('\u200b');
		const typed = (place: number): string => edited(open, { start: place, end: place }, 'ا').reportId;
		assert.deepEqual([typed(at + 6), typed(at + 2)], [reportId, reportId]);
		for (const place of [at - 1, at, at + 1]) { assert.notEqual(typed(place), reportId); }
	});
	for (const [what, depends] of [['it stands elsewhere', 'range'], ['a place that belongs to it does', 'related']] as const) {
		test(`are told again where one was not edited, and ${what}`, () => {
			const rule = defineRule({
				id: 'follows-title', group: 'title', severity: 'hint', since: '0.1.0', fix: 'never', summary: '', why: '', examples: [{ bad: '', good: '' }],
				on: 'article',
				check({ lines, title }, report) {
					const [fixed, following] = [lines.range(3), { start: lines.start(3), end: lines.start(3) + title.length % 9 }];
					report({ message: 'x', range: depends === 'range' ? following : fixed, related: [{ message: 'y', range: depends === 'related' ? following : fixed }] });
				},
			});
			const open = Snapshot.open('file:///a.dump', 1, article(), new Checker(1, defaultSettings(TODAY, [rule]), assert.fail, [rule]));
			assert.equal(reported(open).length, 1);
			const title = article().indexOf('\n') + 1;
			assert.notEqual(edited(open, { start: title, end: title }, 'ا').reportId, '1.1');
			assert.equal(edited(open, { start: title, end: title + 1 }, 'ا').reportId, '1.1', 'a title of the same length changes nothing');
		});
	}
	test('are told again where a line comes or goes, and under other settings', () => {
		const open = Snapshot.open('file:///a.dump', 1, article() + article(), checker);
		assert.deepEqual(reported(open), []);
		const { reportId } = open;
		assert.equal(edited(open, { start: open.dump.length - 1, end: open.dump.length - 1 }, 'ا').reportId, reportId);
		assert.notEqual(edited(open, { start: open.dump.length, end: open.dump.length }, 'نص\n').reportId, reportId);
		assert.notEqual(open.withChecker(new Checker(2, defaultSettings(TODAY), assert.fail)).reportId, reportId);
	});
});

/** Where an edit lands that the protocol can name. */
function lspOffsets({ dump }: Snapshot, range: { readonly start: number; readonly end: number }): { readonly start: number; readonly end: number } {
	const { start, end } = lspRange(dump, range);
	return { start: dump.offsetAt(start), end: dump.offsetAt(end) };
}
