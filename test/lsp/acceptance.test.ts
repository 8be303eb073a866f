import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import type { AcceptanceResult, WithdrawalResult } from '#contract/acceptance.ts';
import { BASELINE_FILE } from '#contract/baseline.ts';
import { temporaryFolder, warraq } from '../support/cli.ts';
import { article } from '../support/fixture.ts';
import { LspClient, type OpenDump } from '../support/lsp.ts';

const text = article({ body: 'قال المدير: &quot;أهلا&quot;.\n\nانتهى.' });

suite('accepted problems', () => {
	let folder = '';
	let remove = (): void => undefined;
	let client: LspClient;
	let dump: OpenDump;
	setup(async () => {
		({ folder, remove } = temporaryFolder());
		client = await LspClient.start({ folder: uriOf(''), initializationOptions: { notifications: true, commands: ['warraq.acceptProblems', 'warraq.withdrawAcceptance'] } });
		writeFileSync(path.join(folder, 'a.txt'), text);
		dump = await client.open(text, uriOf('a.txt'));
	});
	teardown(async () => {
		await client.stop();
		remove();
	});

	const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
	const baseline = (): string => path.join(folder, BASELINE_FILE);
	const messageOf = (diagnostic: Diagnostic | undefined): string => (typeof diagnostic?.message === 'string' ? diagnostic.message : '');
	const isAccepted = ({ severity, tags }: Diagnostic): boolean => severity === 4 && tags?.includes(1) === true;
	const rulesOf = (items: readonly Diagnostic[]): string[] => items.filter(each => !isAccepted(each)).map(({ code }) => String(code));
	const actionsAt = (part: string): Promise<CodeAction[]> => dump.request('textDocument/codeAction', { range: { start: dump.find(part), end: dump.find(part) }, context: { diagnostics: [] } });
	const commandOf = (actions: readonly CodeAction[], title: RegExp): readonly unknown[] => actions.find(each => title.test(each.title))?.command?.arguments ?? assert.fail(`no ${title} in ${actions.map(each => each.title).join(', ')}`);
	const accept = async (args: readonly unknown[]): Promise<AcceptanceResult> => {
		const [uri, version, rule, range] = args;
		return client.connection.sendRequest('warraq/accept', { uri, version, rule, range, who: 'ليلى', why: 'كذا في الأصل' });
	};
	async function settle(content: string | undefined): Promise<readonly Diagnostic[]> {
		if (content === undefined) { rmSync(baseline()); } else { writeFileSync(baseline(), content); }
		await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(BASELINE_FILE), type: 2 }] });
		await client.waitFor('workspace/diagnostic/refresh');
		return (await dump.pull()).items;
	}

	test('are written as lines for a baseline that lies at the folder, and then shown faded, with who and why', async () => {
		const { uri, lines, count } = await accept(commandOf(await actionsAt('&quot;أ'), /^Accept this problem \(“html-entity”\)…$/u));
		assert.deepEqual([uri, count, lines.endsWith('\n'), lines.split('\n').length], [uriOf(BASELINE_FILE), 1, true, 2]);
		const items = await settle(lines);
		assert.deepEqual(rulesOf(items), ['html-entity', 'blank-line']);
		const [shown] = items.filter(isAccepted);
		assert.match(messageOf(shown), /^Accepted on \d{4}-\d\d-\d\d by “\u2068ليلى\u2069”, because “\u2068كذا في الأصل\u2069”\. The code/u);
		assert.deepEqual(shown?.range.start, dump.find('&quot;أ'));
		const { errors, warnings, hints } = await client.waitFor<{ errors: number; warnings: number; hints: number }>('warraq/status', status => (status as { warnings: number }).warnings === 2);
		assert.deepEqual([errors, warnings, hints], [0, 2, 0], 'they are counted nowhere');
	});
	test('are all of a rule in a dump, and mean the same to the command line', async () => {
		const { lines, count } = await accept(commandOf(await actionsAt('&quot;أ'), /^Accept all problems of “html-entity” in this file…$/u));
		assert.equal(count, 2);
		assert.deepEqual(rulesOf(await settle(lines)), ['blank-line']);
		assert.match(warraq(['check', '.'], { cwd: folder }).stdout, /The baseline accepts 2 others/u);
	});
	test('stay in a dump whose other problems are all fixed', async () => {
		const { lines } = await accept(commandOf(await actionsAt('&quot;أ'), /^Accept all problems of “html-entity”/u));
		await settle(lines);
		await client.connection.sendRequest('workspace/executeCommand', { command: 'warraq.fixAll', arguments: [dump.uri] });
		const { edit } = await client.waitFor<{ edit: { documentChanges: { edits: Parameters<OpenDump['edited']>[0] }[] } }>('workspace/applyEdit');
		assert.equal(dump.edited(edit.documentChanges[0]?.edits ?? []), text.replace('\n\n', '\n'));
		assert.deepEqual((await actionsAt('&quot;أ')).filter(({ edit: own }) => own !== undefined), [], 'and are offered no fix');
	});
	test('are reported again once their line is taken out of the baseline', async () => {
		const all = (await accept(commandOf(await actionsAt('&quot;أ'), /^Accept all problems of “html-entity”/u))).lines;
		await settle(`\n${all}`);
		const [uri, version, rule, range] = commandOf(await actionsAt('&quot;.'), /^No longer accept this problem \(“html-entity”\)$/u);
		const { line, text: own } = await client.connection.sendRequest<WithdrawalResult>('warraq/withdraw', { uri, version, rule, range });
		const kept = `\n${all}`.split('\n');
		assert.equal(kept[line], own);
		assert.deepEqual(rulesOf(await settle(kept.filter((_, at) => at !== line).join('\n'))), ['html-entity', 'blank-line']);
		assert.deepEqual(rulesOf(await settle(undefined)), ['html-entity', 'html-entity', 'blank-line']);
	});
	test('come and go with what is typed', async () => {
		const { lines } = await accept(commandOf(await actionsAt('&quot;أ'), /^Accept all problems of “html-entity”/u));
		await settle(lines);
		const first = await dump.pull();
		const at = dump.text.indexOf('قال');
		await dump.replace(at, at, 'و');
		const second = await dump.pull(first.resultId);
		assert.deepEqual([second.kind, rulesOf(second.items), second.items.filter(isAccepted).length], ['full', ['html-entity', 'html-entity', 'blank-line'], 0], 'another line, another problem');
		await dump.replace(at, at + 1, '');
		const third = await dump.pull(second.resultId);
		assert.deepEqual([third.kind, third.items.filter(isAccepted).length], ['full', 2]);
		const end = dump.text.indexOf('انتهى');
		await dump.replace(end, end + 1, 'ا');
		assert.equal((await dump.pull(third.resultId)).kind, 'unchanged');
	});
	test('of a baseline that cannot be read are told of in it', async () => {
		await settle('{"rule":7}\n');
		const { diagnostics } = await client.waitFor<{ uri: string; diagnostics: Diagnostic[] }>('textDocument/publishDiagnostics', ({ uri }) => uri === uriOf(BASELINE_FILE));
		assert.match(messageOf(diagnostics[0]), /^This is no accepted problem/u);
		await settle('');
		assert.deepEqual((await client.waitFor<{ uri: string; diagnostics: Diagnostic[] }>('textDocument/publishDiagnostics', ({ uri }) => uri === uriOf(BASELINE_FILE))).diagnostics, []);
	});
	test('are offered to clients only that keep a baseline, and refused for another version', async () => {
		const args = commandOf(await actionsAt('&quot;أ'), /^Accept this/u);
		await dump.prepend('\u0020');
		await assert.rejects(accept(args), /open the quick fixes again/u);
		const plain = await LspClient.start({ folder: uriOf('') });
		const other = await plain.open(text, uriOf('b.txt'));
		const actions = await other.request<CodeAction[]>('textDocument/codeAction', { range: { start: other.find('&quot;'), end: other.find('&quot;') }, context: { diagnostics: [] } });
		assert.deepEqual(actions.filter(({ title }) => /accept/iu.test(title)), []);
		await plain.stop();
	});
});
