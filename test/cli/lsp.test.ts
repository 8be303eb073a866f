import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs the sources, because the server is a bundle of its own in the package. */
const start = (...args: readonly string[]) => spawn(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', '--disable-warning=ExperimentalWarning', 'cli/main.ts', 'lsp', ...args]);

const message = (content: object): string => {
	const text = JSON.stringify({ jsonrpc: '2.0', ...content });
	return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

suite('warraq lsp', () => {
	for (const args of [['--stdio'], []]) {
		test(`speaks the protocol over standard input and output (warraq lsp ${args.join(' ')})`, async () => {
			const server = start(...args);
			const exit = once(server, 'exit');
			let output = '';
			server.stdout.on('data', (chunk: Buffer) => { output += chunk.toString(); });
			server.stdin.write(message({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }));
			while (!output.includes('"id":1')) { await once(server.stdout, 'data'); }
			assert.match(output, /"capabilities":\{/u);
			server.stdin.write(message({ id: 2, method: 'shutdown' }) + message({ method: 'exit' }));
			assert.deepEqual((await exit)[0], 0);
		});
	}
});
