import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hashOf } from '#core/text/hash.ts';

/** As the definition says it, in whole numbers of any size. */
function byDefinition(text: string): string {
	let hash = 0xcbf29ce484222325n;
	for (const byte of new TextEncoder().encode(text)) { hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn; }
	return hash.toString(16).padStart(16, '0');
}

suite('hash of a text', () => {
	test('is the published one', () => {
		assert.equal(hashOf(''), 'cbf29ce484222325');
		assert.equal(hashOf('a'), 'af63dc4c8601ec8c');
		assert.equal(hashOf('foobar'), '85944171f73967e8');
	});
	test('is what the definition gives', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), text => { assert.equal(hashOf(text), byDefinition(text)); }));
		assert.equal(hashOf('مرحبا 👋 \ud800'), byDefinition('مرحبا 👋 \ufffd'));
	});
});
