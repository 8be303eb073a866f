import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { connect, type Port } from '#contract/channel.ts';
import { notice, request } from '#contract/message.ts';

const host = { add: request('add', z.object({ a: z.int(), b: z.int() }), z.object({ sum: z.int() })), note: notice('note', z.object({ text: z.string() })) } as const;
const page = { show: notice('show', z.object({ text: z.string() })) } as const;

/** Two ends of one line; messages are copied as between processes. */
function pair(): readonly [Port, Port] {
	const ears: Set<(message: unknown) => void>[] = [new Set(), new Set()];
	const end = (mine: number): Port => ({
		post: message => { const copy: unknown = structuredClone(message); queueMicrotask(() => { for (const ear of ears[1 - mine] ?? []) { ear(copy); } }); },
		listen: receive => { ears[mine]?.add(receive); return () => { ears[mine]?.delete(receive); }; },
	});
	return [end(0), end(1)];
}

const settled = (): Promise<void> => new Promise(resolve => { setImmediate(resolve); });

suite('channel', () => {
	test('a request is answered', async () => {
		const [hostPort, pagePort] = pair();
		connect(hostPort, host, { add: ({ a, b }) => ({ sum: a + b }), note: () => undefined }, page, assert.fail);
		const { remote } = connect(pagePort, page, { show: () => undefined }, host, assert.fail);
		assert.deepEqual(await remote.add({ a: 1, b: 2 }), { sum: 3 });
	});
	test('a handler that fails answers with its words', async () => {
		const [hostPort, pagePort] = pair();
		connect(hostPort, host, { add: () => { throw new Error('No.'); }, note: () => undefined }, page, assert.fail);
		const { remote } = connect(pagePort, page, { show: () => undefined }, host, assert.fail);
		await assert.rejects(remote.add({ a: 1, b: 2 }), /No\./u);
	});
	test('bad parameters, bad answers, unknown names and junk are refused, and the next message passes', async () => {
		const [hostPort, pagePort] = pair();
		const errors: Error[] = [];
		const notes: string[] = [];
		connect(hostPort, host, { add: ({ a }) => (a === 7 ? { sum: 'seven' as unknown as number } : { sum: a }), note: ({ text }) => { notes.push(text); } }, page, error => { errors.push(error); });
		const { remote } = connect(pagePort, page, { show: () => undefined }, host, assert.fail);
		await assert.rejects(remote.add({ a: 'x' as unknown as number, b: 1 }));
		await assert.rejects(remote.add({ a: 7, b: 1 }));
		for (const junk of [null, 'x', 4, {}, { type: 'call' }, { type: 'tell', method: 'nothing', params: {} }, { type: 'tell', method: 'note', params: { text: 4 } }, { type: 'tell', method: 'add', params: {} }, { type: 'done', id: 99, result: 1 }]) { pagePort.post(junk); }
		remote.note({ text: 'still here' });
		await settled();
		assert.deepEqual(notes, ['still here']);
		assert.equal(errors.length, 8);
	});
	test('a wrong answer is refused on arrival', async () => {
		const [hostPort, pagePort] = pair();
		hostPort.listen(message => { hostPort.post({ type: 'done', id: (message as { id: number }).id, result: { sum: 'many' } }); });
		const { remote } = connect(pagePort, page, { show: () => undefined }, host, assert.fail);
		await assert.rejects(remote.add({ a: 1, b: 2 }));
	});
	test('what waits is rejected when the line is closed, and nothing is said any more', async () => {
		const [hostPort, pagePort] = pair();
		const heard: unknown[] = [];
		hostPort.listen(message => { heard.push(message); });
		const link = connect(pagePort, page, { show: () => undefined }, host, assert.fail);
		const waiting = link.remote.add({ a: 1, b: 2 });
		link.dispose();
		await assert.rejects(waiting, /went away/u);
		await assert.rejects(link.remote.add({ a: 1, b: 2 }), /closed/u);
		link.remote.note({ text: 'x' });
		await settled();
		assert.equal(heard.length, 1);
	});
	test('a notice that fails at its handler is reported', async () => {
		const [hostPort, pagePort] = pair();
		const errors: Error[] = [];
		connect(hostPort, host, { add: () => ({ sum: 0 }), note: () => { throw new Error('broken'); } }, page, error => { errors.push(error); });
		connect(pagePort, page, { show: () => undefined }, host, assert.fail).remote.note({ text: 'x' });
		await settled();
		assert.equal(errors[0]?.message, 'broken');
	});
});
