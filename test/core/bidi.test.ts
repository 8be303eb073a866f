import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bidiControlsIn, isBidiOpener, isOverride, type BidiControl } from '#core/text/bidi.ts';

const controls = fc.array(fc.constantFrom('a', 'ب', ' ', '\u202a', '\u202b', '\u202c', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069', '\u2069'), { maxLength: 24 }).map(parts => parts.join(''));
const partners = (text: string): number[] => bidiControlsIn(text).map(({ partner }) => partner);

/** BD9 and X1–X8 the plain way: for each end, walk back to the start that it closes. */
function naivePartners(text: string): Map<number, number> {
	const found = new Map<number, number>();
	/** Starts that an end has closed, or that went down with an isolate. */
	const closed = new Set<number>();
	const isIsolate = (at: number): boolean => text[at] !== undefined && '\u2066\u2067\u2068'.includes(text[at]);
	const isEmbedding = (at: number): boolean => text[at] !== undefined && '\u202a\u202b\u202d\u202e'.includes(text[at]);
	for (let at = 0; at < text.length; at++) {
		if (text[at] !== '\u202c' && text[at] !== '\u2069') { continue; }
		const passed: number[] = [];
		for (let start = at - 1; start >= 0; start--) {
			if (closed.has(start) || !(isIsolate(start) || isEmbedding(start))) { continue; }
			if (text[at] === '\u202c' ? isEmbedding(start) : isIsolate(start)) {
				found.set(start, at);
				found.set(at, start);
				for (const each of [start, ...passed]) { closed.add(each); }
				break;
			}
			if (text[at] === '\u202c') { break; }
			passed.push(start);
		}
	}
	return found;
}

/** What an end does by X1 to X8: the start that it closes, or that it counts off because it is nested too deep; −1 where it does nothing. */
function closedBy(text: string): Map<number, number> {
	const DEPTH = 125;
	const stack: { readonly level: number; readonly isIsolate: boolean; readonly at: number }[] = [{ level: 0, isIsolate: false, at: -1 }];
	let isolates = 0;
	const deepIsolates: number[] = [];
	const deepEmbeddings: number[] = [];
	const found = new Map<number, number>();
	const next = (level: number, isRight: boolean): number => (isRight === (level % 2 === 0) ? level + 1 : level + 2);
	for (let at = 0; at < text.length; at++) {
		const sign = text[at] ?? '';
		const isIsolate = '\u2066\u2067\u2068'.includes(sign);
		const top = stack.at(-1)?.level ?? 0;
		if (isIsolate || '\u202a\u202b\u202d\u202e'.includes(sign)) {
			const level = next(top, '\u202b\u202e\u2067'.includes(sign));
			if (level <= DEPTH && deepIsolates.length === 0 && deepEmbeddings.length === 0) { stack.push({ level, isIsolate, at }); if (isIsolate) { isolates++; } } else if (isIsolate) { deepIsolates.push(at); } else if (deepIsolates.length === 0) { deepEmbeddings.push(at); }
		} else if (sign === '\u202c') {
			if (deepIsolates.length > 0) { continue; }
			const deep = deepEmbeddings.pop();
			const last = stack.at(-1);
			found.set(at, deep ?? (last !== undefined && !last.isIsolate && stack.length > 1 ? stack.pop()?.at ?? -1 : -1));
		} else if (sign === '\u2069') {
			const deep = deepIsolates.pop();
			if (deep !== undefined) { found.set(at, deep); continue; }
			if (isolates === 0) { found.set(at, -1); continue; }
			deepEmbeddings.length = 0;
			while (stack.at(-1)?.isIsolate === false) { stack.pop(); }
			found.set(at, stack.pop()?.at ?? -1);
			isolates--;
		}
	}
	return found;
}

suite('bidiControlsIn', () => {
	test('closes what the algorithm closes, however deep', () => {
		const deep = fc.tuple(fc.integer({ min: 0, max: 140 }), fc.constantFrom('\u202a', '\u202b', '\u2067', '\u2066\u202b'), controls, fc.integer({ min: 0, max: 140 }), fc.constantFrom('\u202c', '\u2069', '\u202c\u2069')).map(([before, start, inside, behind, end]) => start.repeat(before) + inside + end.repeat(behind));
		fc.assert(fc.property(fc.oneof(controls, deep), text => {
			const byRule = closedBy(text);
			for (const { at, unit, partner } of bidiControlsIn(text)) { if (!isBidiOpener(unit) && byRule.has(at)) { assert.equal(partner, byRule.get(at), `at ${at}`); } }
		}), { numRuns: 500 });
	});
	test('closes all at a separator', () => {
		for (const separator of ['\u2029', '\u2028', '\u0085', '\u000b', '\u001c']) { assert.deepEqual(partners(`\u202ba${separator}b\u202c\u2067c\u2069`), [-1, -1, 7, 5]); }
	});
	test('pairs as the rules of the algorithm say', () => {
		assert.deepEqual(partners('\u202aa\u202c'), [2, 0]);
		assert.deepEqual(partners('\u202a\u202b\u202c'), [-1, 2, 1]);
		assert.deepEqual(partners('\u2067\u202b\u2069\u202c'), [2, -1, 0, -1]);
		assert.deepEqual(partners('\u202b\u2067\u202c\u2069\u202c'), [4, 3, -1, 1, 0]);
		assert.deepEqual(partners('\u2069\u202c'), [-1, -1]);
	});
	test('pairs as a plain search does', () => {
		fc.assert(fc.property(controls, text => {
			const plain = naivePartners(text);
			for (const { at, partner } of bidiControlsIn(text)) { assert.equal(partner, plain.get(at) ?? -1, `at ${at}`); }
		}), { numRuns: 2000 });
	});
	test('keeps other pairs when an override with its end, or an end without a start, is taken out', () => {
		fc.assert(fc.property(controls, fc.nat(), (text, pick) => {
			const all = bidiControlsIn(text);
			const removable = all.filter(({ unit, partner }) => isOverride(unit) || (partner < 0 && !isBidiOpener(unit)));
			const gone = removable[pick % Math.max(1, removable.length)];
			if (gone === undefined) { return; }
			const taken = [gone.at, gone.partner].filter(at => at >= 0);
			const rest = [...text].filter((_, at) => !taken.includes(at)).join('');
			const moved = (at: number): number => (at < 0 ? at : at - taken.filter(each => each < at).length);
			assert.deepEqual(partners(rest), all.filter(({ at }) => !taken.includes(at)).map(({ partner }) => moved(partner)));
		}), { numRuns: 2000 });
	});
	test('tells the override around each opener', () => {
		const around = (text: string): number[] => bidiControlsIn(text).filter(({ unit }: BidiControl) => isBidiOpener(unit)).map(({ override }) => override);
		assert.deepEqual(around('\u202e\u202d\u202c\u202b\u202c\u202c\u202d'), [-1, 0, 0, -1]);
		assert.deepEqual(around('\u2067\u202e\u2069\u202d'), [-1, -1, -1]);
		assert.ok(isOverride(0x202d) && isOverride(0x202e) && !isOverride(0x202b));
	});
});
