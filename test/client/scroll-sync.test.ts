import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { ScrollSync } from '../../client/preview/scroll-sync.ts';

suite('scroll synchronisation', () => {
	test('the editor leads when its reader scrolls', () => {
		const sync = new ScrollSync();
		assert.equal(sync.fromEditor(3, 0), true);
		assert.equal(sync.fromEditor(3, 10), false);
		assert.equal(sync.fromEditor(4, 20), true);
	});
	test('an editor that follows the page is not an order to the page', () => {
		const sync = new ScrollSync();
		assert.equal(sync.fromPage(10.5, 0), true);
		assert.equal(sync.fromEditor(10, 30), false);
		assert.equal(sync.fromEditor(11, 200), false);
		assert.equal(sync.fromEditor(20, 1000), true);
	});
	test('no interleaving of the two goes on by itself', () => {
		// Both sides answer every order after a while with a place that is a little off, as real ones do.
		fc.assert(fc.property(fc.array(fc.record({ who: fc.constantFrom('page', 'editor'), line: fc.nat(500), wait: fc.nat(900) }), { maxLength: 20 }), fc.integer({ min: 1, max: 120 }), (moves, delay) => {
			const sync = new ScrollSync();
			let now = 0;
			let orders = 0;
			for (const { who, line, wait } of moves) {
				now += wait;
				if (who === 'page') {
					if (sync.fromPage(line, now)) {
						orders++;
						// The editor comes to rest beside the line, and says so.
						if (sync.fromEditor(Math.max(0, line - 1), now + delay)) { orders += 100; }
					}
				} else if (sync.fromEditor(line, now)) { orders++; }
			}
			assert.ok(orders <= moves.length);
		}));
	});
	test('a new dump starts from nothing', () => {
		const sync = new ScrollSync();
		sync.fromPage(3, 0);
		sync.reset();
		assert.equal(sync.fromEditor(3, 1), true);
	});
});
