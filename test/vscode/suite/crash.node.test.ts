import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { closeAll, eventually, extension, header, showDump } from '../support.ts';

/** Process ids of the language servers that this extension host has started. */
function servers(): number[] {
	return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n').flatMap(line => {
		const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(line) ?? [];
		return Number(parent) === process.pid && /dist[\\/]server\.js/u.test(args ?? '') ? [Number(pid)] : [];
	});
}

suite('a server that is killed', () => {
	teardown(closeAll);

	test('is started again and goes on checking', async () => {
		const editor = await showDump(`${header()}\nعنوان\nعنوان\nمتن.\n`);
		const [before, ...others] = servers();
		assert.ok(before !== undefined);
		assert.deepEqual(others, []);
		process.kill(before, 'SIGKILL');
		const after = await eventually('another server', () => servers().find(pid => pid !== before));
		assert.notEqual(after, before);
		await eventually('the running state', () => extension().exports.server === 'running');
		await editor.edit(edit => { edit.insert(new vscode.Position(3, 0), '\n'); });
		await eventually('the problem', () => vscode.languages.getDiagnostics(editor.document.uri).length > 0);
	});
});
