import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Extents } from '../../client/webview/shared/extents.ts';
import { LineMap } from '../../client/webview/shared/line-map.ts';
import { TALLEST, Window } from '../../client/webview/shared/window.ts';

suite('heights of a list', () => {
	test('sums hold after any changes', () => {
		const change = fc.oneof(
			fc.record({ kind: fc.constant('set' as const), at: fc.nat(60), height: fc.nat(500) }),
			fc.record({ kind: fc.constant('splice' as const), at: fc.nat(60), removed: fc.nat(5), heights: fc.array(fc.nat(500), { maxLength: 5 }) }),
			fc.record({ kind: fc.constant('ask' as const), at: fc.nat(60) }),
		);
		fc.assert(fc.property(fc.array(fc.nat(500), { maxLength: 40 }), fc.array(change, { maxLength: 30 }), (heights, changes) => {
			const extents = new Extents(heights);
			const model = [...heights];
			for (const each of changes) {
				if (each.kind === 'ask') { extents.topOf(each.at); continue; }
				if (each.kind === 'set') { if (each.at < model.length) { model[each.at] = each.height; } extents.setHeight(each.at, each.height); continue; }
				const at = Math.min(each.at, model.length);
				const removed = Math.min(each.removed, model.length - at);
				model.splice(at, removed, ...each.heights);
				extents.splice(at, removed, each.heights);
			}
			let top = 0;
			for (const [item, height] of model.entries()) {
				assert.equal(extents.topOf(item), top);
				if (height > 0) { assert.equal(extents.itemAt(top), item); }
				top += height;
			}
			assert.equal(extents.total, top);
		}));
	});
});

const windowOf = (heights: readonly number[], height = 600): Window => {
	const made = new Window(new Extents(heights));
	made.height = height;
	return made;
};

suite('visible part of a list', () => {
	test('a measured height above the edge moves nothing that is visible', () => {
		const window = windowOf(Array.from({ length: 100 }, () => 200));
		window.scrolledTo(5000);
		const { item } = window.anchor;
		const before = window.placeOf(item) - window.scrollTop;
		window.measure(item - 3, 777);
		window.measure(2, 50);
		assert.equal(window.placeOf(item) - window.scrollTop, before);
	});
	test('scrolling moves everything by just as much, also while heights are out of line', () => {
		const window = windowOf(Array.from({ length: 100 }, () => 200));
		window.scrolledTo(5000);
		window.measure(3, 900);
		const { item } = window.anchor;
		const before = window.placeOf(item);
		window.scrolledTo(5120);
		assert.equal(window.placeOf(item), before);
	});
	test('both ends are reached and never passed', () => {
		const window = windowOf([300, 300, 300]);
		window.moveTo(9999);
		assert.equal(window.top, 300);
		window.moveTo(-50);
		assert.deepEqual(window.anchor, { item: 0, offset: 0 });
		const short = windowOf([100], 600);
		short.moveTo(50);
		assert.equal(short.top, 0);
	});
	test('a list higher than a browser can make an element scrolls to its end', () => {
		const window = windowOf(Array.from({ length: 40_000 }, () => 2000));
		assert.equal(window.elementHeight, TALLEST);
		window.scrolledTo(TALLEST - 600);
		assert.equal(window.top, 40_000 * 2000 - 600);
		assert.ok(Math.abs(window.wantedScrollTop - (TALLEST - 600)) < 1);
		window.scrolledTo(TALLEST - 700);
		assert.equal(window.top, 40_000 * 2000 - 700, 'a small step is as long as it is');
		window.scrolledTo(TALLEST / 2);
		assert.ok(Math.abs(window.top / (40_000 * 2000) - 0.5) < 0.01, 'a jump goes to the same share');
	});
	test('items that come and go before the edge do not move it', () => {
		const window = windowOf(Array.from({ length: 50 }, () => 100));
		window.moveTo(2050);
		window.splice(3, 1, [100, 100, 100]);
		assert.deepEqual(window.anchor, { item: 22, offset: 50 });
		window.splice(0, 5, []);
		assert.deepEqual(window.anchor, { item: 17, offset: 50 });
	});
	test('the edge stays in the list when its own item goes', () => {
		const window = windowOf([100, 100, 100], 50);
		window.moveTo(250);
		window.splice(1, 2, []);
		assert.equal(window.anchor.item, 0);
	});
	test('the items to show cover the visible part', () => {
		fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 60 }), fc.nat(30_000), (heights, top) => {
			const window = windowOf(heights);
			window.moveTo(top);
			const { first, last } = window.items(100);
			assert.ok(window.extents.topOf(first) <= window.top);
			assert.ok(last === heights.length - 1 || window.extents.topOf(last + 1) >= window.top + window.height);
		}));
	});
});

suite('lines against heights', () => {
	test('goes both ways', () => {
		const map = new LineMap([{ line: 0, top: 0 }, { line: 1, top: 40 }, { line: 3, top: 100 }, { line: 5, top: 300 }]);
		assert.equal(map.topOf(3.5), 150);
		assert.equal(map.lineAt(150), 3.5);
		assert.equal(map.topOf(99), 300);
		assert.equal(map.lineAt(-5), 0);
	});
	test('leaves out a line that stands above its forerunner', () => {
		assert.equal(new LineMap([{ line: 0, top: 0 }, { line: 1, top: 60 }, { line: 2, top: 50 }, { line: 3, top: 90 }]).topOf(2), 75);
	});
	test('is its own inverse', () => {
		fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 2, maxLength: 30 }), fc.double({ min: 0, max: 1, noNaN: true }), (steps, share) => {
			let top = 0;
			const map = new LineMap(steps.map((step, line) => ({ line, top: (top += step) })));
			const line = share * (steps.length - 1);
			assert.ok(Math.abs(map.lineAt(map.topOf(line)) - line) < 1e-6);
		}));
	});
});
