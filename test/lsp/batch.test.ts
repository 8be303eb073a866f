import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { FileChangeType, WorkDoneProgress, type WorkspaceEdit } from 'vscode-languageserver';
import type { BatchChoice, BatchReport, ListedBatch, RehearsalResult, UndoReport } from '#contract/batch.ts';
import { temporaryFolder, warraq } from '../support/cli.ts';
import { article } from '../support/fixture.ts';
import { LspClient, type OpenDump } from '../support/lsp.ts';

const ALL: BatchChoice = { rules: null, outlets: null, languages: null, isUnsafe: false };

const damaged = (address: string): string => article({ header: ` date 2025-03-04 ${address}`, body: 'قال المدير: &quot;أهلا\u200b بكم&quot;.\n\nوانتهى الحفل.' });
const clean = article({ body: 'افتتحت المكتبة صباح اليوم.' });

suite('fixes in all dumps of the workspace', () => {
	let folder = '';
	let remove = (): void => undefined;
	let client: LspClient;
	setup(async () => {
		({ folder, remove } = temporaryFolder());
		write('a.txt', damaged('https://news.example.com/a') + damaged('https://other.example.com/a'));
		write('deep/b.txt', `\ufeff${damaged('https://news.example.com/b').replaceAll('\n', '\r\n')}`);
		write('c.txt', clean);
		write('notes.txt', 'Dates  &amp; figs\n');
		write('bad.dump', Buffer.concat([Buffer.from(damaged('https://news.example.com/bad')), Buffer.from([0xff, 0x0a])]));
		client = await LspClient.start({ folder: uriOf('') });
	});
	teardown(async () => {
		await client.stop();
		remove();
	});

	const write = (name: string, text: string | Uint8Array): void => {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), text);
	};
	const read = (name: string): string => readFileSync(path.join(folder, name)).toString('latin1');
	const all = (): Record<string, string> => Object.fromEntries(readdirSync(folder, { recursive: true, withFileTypes: true }).filter(each => each.isFile()).map(each => path.relative(folder, path.join(each.parentPath, each.name))).sort().map(name => [name, read(name)]));
	const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
	const rehearse = (choice: Partial<BatchChoice> = {}): Promise<RehearsalResult> => client.connection.sendRequest('warraq/rehearseFixes', { choice: { ...ALL, ...choice } });
	const apply = (id: number): Promise<BatchReport> => client.connection.sendRequest('warraq/applyFixes', { id });
	const undo = (): Promise<UndoReport> => client.connection.sendRequest('warraq/undoFixes', {});
	/** Does to a dump what the server has asked the editor to do, for exactly the version it has. */
	async function take(dump: OpenDump): Promise<void> {
		const { edit } = await client.waitFor<{ edit: WorkspaceEdit }>('workspace/applyEdit');
		await dump.replace(0, dump.text.length, dump.edited(dump.editsOf(edit)));
	}

	test('are rehearsed as on the command line, and nothing is written', async () => {
		const before = all();
		const { rehearsal } = JSON.parse(warraq(['fix', '--dry-run', '--format', 'json', '.'], { cwd: folder }).stdout) as { readonly rehearsal: { readonly total: { readonly fixes: number; readonly articles: number }; readonly rules: readonly { readonly rule: string; readonly fixes: number; readonly articles: number; readonly lettersLost: number }[] } };
		const result = await rehearse();
		assert.deepEqual(result.rules, rehearsal.rules.map(({ rule, fixes, articles, lettersLost }) => ({ rule, fixes, articles, lettersLost })));
		assert.deepEqual([result.fixes, result.articles, result.files, result.open, result.breach, result.left], [rehearsal.total.fixes, rehearsal.total.articles, 3, 0, null, []]);
		assert.match(result.text, /^Rehearsal: \d+ fixes in 4 of 5 articles;/u);
		assert.match(result.text, /A sample|All of them/u);
		assert.deepEqual(all(), before);
	});
	test('are written as the command line writes them, and undone to the byte by either', async () => {
		const before = all();
		warraq(['fix', '.'], { cwd: folder });
		const mended = all();
		delete mended['.warraq/journal.ndjson'];
		delete mended['.warraq/.gitignore'];
		assert.notDeepEqual(mended, before);
		warraq(['fix', '--undo', '.'], { cwd: folder });
		assert.deepEqual(all(), before);

		const report = await apply((await rehearse()).id);
		assert.deepEqual([report.written, report.edited, report.isInterrupted, report.left], [3, 0, false, []]);
		assert.match(report.text, /Verified: \d+ bytes outside of \d+ edits are unchanged\./u);
		for (const [name, text] of Object.entries(mended)) { assert.equal(read(name), text, name); }
		assert.deepEqual(await undo(), { restored: 3, left: [] });
		assert.deepEqual(all(), before);

		await apply((await rehearse()).id);
		assert.equal(warraq(['fix', '--undo', '.'], { cwd: folder }).status, 0);
		assert.deepEqual(all(), before);
	});
	test('go through the editor where a dump is open, as it is there, and back', async () => {
		const before = all();
		const dump = await client.open(`${damaged('https://news.example.com/unsaved')}${clean}`, uriOf('a.txt'));
		const unsaved = dump.text;
		const rehearsal = await rehearse();
		assert.deepEqual([rehearsal.files, rehearsal.open], [2, 1]);
		const report = await apply(rehearsal.id);
		assert.deepEqual([report.written, report.edited, report.left], [2, 1, []]);
		assert.match(report.text, /1 open dump was edited in the editor and is not saved\./u);
		await take(dump);
		assert.equal(dump.text.includes('&quot;'), false);
		assert.equal(read('a.txt'), before['a.txt'], 'its file is the editor\'s');
		assert.deepEqual(await undo(), { restored: 3, left: [] });
		await take(dump);
		assert.equal(dump.text, unsaved);
		assert.deepEqual(all(), before);
	});
	test('are undone in an open dump only where it is what they made of it', async () => {
		const dump = await client.open(damaged('https://news.example.com/a'), uriOf('a.txt'));
		await apply((await rehearse()).id);
		await take(dump);
		await dump.prepend(clean);
		const { restored, left } = await undo();
		assert.deepEqual([restored, left.map(each => each.path), client.applied.length], [2, ['a.txt'], 1]);
	});
	test('are those of the rehearsal where the configuration was changed since, in files and in open dumps', async () => {
		const dump = await client.open(damaged('https://news.example.com/a'), uriOf('a.txt'));
		const { id, fixes } = await rehearse();
		write('warraq.config.json', JSON.stringify({ rules: { 'html-entity': 'off' } }));
		await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('warraq.config.json'), type: FileChangeType.Created }] });
		// Its problems are those of the new configuration before anything is applied.
		for (let items = (await dump.pull()).items; items.some(({ code }) => code === 'html-entity');) { ({ items } = await dump.pull()); }
		assert.equal((await apply(id)).fixes, fixes);
		await take(dump);
		assert.equal(dump.text.includes('&quot;') || read('deep/b.txt').includes('&quot;'), false);
	});
	test('end lines as the open dump does', async () => {
		const dump = await client.open(article({ body: 'وصل القطار.\u2028وغادر.' }).replaceAll('\n', '\r\n'), uriOf('c.txt'));
		const { text } = dump;
		await apply((await rehearse({ rules: ['line-separator'] })).id);
		await take(dump);
		assert.equal(dump.text, text.replace('\u2028', '\r\n'));
		await undo();
		await take(dump);
		assert.equal(dump.text, text);
	});
	test('leave alone what is open as other text, with changes that are not saved', async () => {
		const before = all();
		const { id } = await rehearse();
		const { written, left } = await client.connection.sendRequest<BatchReport>('warraq/applyFixes', { id, unsaved: [uriOf('a.txt')] });
		assert.deepEqual([written, left.map(each => each.path), read('a.txt')], [2, ['a.txt'], before['a.txt']]);
		const undone = await client.connection.sendRequest<UndoReport>('warraq/undoFixes', { unsaved: [uriOf('bad.dump')] });
		assert.deepEqual([undone.restored, undone.left.map(each => each.path)], [1, ['bad.dump']]);
	});
	test('leave alone what was changed, opened or closed since the rehearsal', async () => {
		const open = await client.open(damaged('https://news.example.com/c'), uriOf('c.txt'));
		const { id } = await rehearse();
		write('deep/b.txt', damaged('https://news.example.com/new'));
		const before = all();
		await client.open(damaged('https://news.example.com/a'), uriOf('a.txt'));
		await open.prepend(clean);
		const { written, edited, left } = await apply(id);
		assert.deepEqual([written, edited, left.map(each => each.path).sort()], [1, 0, ['a.txt', 'c.txt', 'deep/b.txt']]);
		assert.deepEqual([read('a.txt'), read('deep/b.txt')], [before['a.txt'], before['deep/b.txt']]);
		assert.deepEqual(client.applied, []);
	});
	test('are undone only where a dump is what they made of it', async () => {
		await apply((await rehearse()).id);
		write('a.txt', clean);
		await client.open(`${damaged('https://news.example.com/b')}!`, uriOf('deep/b.txt'));
		const { restored, left } = await undo();
		assert.equal(restored, 1);
		assert.deepEqual(left.map(each => each.path).sort(), ['a.txt', 'deep/b.txt']);
		assert.match(left.find(each => each.path === 'deep/b.txt')?.reason ?? '', /not saved/u);
	});
	test('of rules that lose too much are refused by name', async () => {
		const before = all();
		write('repeated.txt', article({ body: 'قال المدير إن المكتبة مفتوحة للجميع طوال أيام الأسبوع دون استثناء.\nقال المدير إن المكتبة مفتوحة للجميع طوال أيام الأسبوع دون استثناء.\nوانتهى الحفل بتوزيع الكتب على الحاضرين جميعا في ساعة متأخرة.' }));
		const { id, breach } = await rehearse({ rules: ['repeated-paragraph'], isUnsafe: true });
		assert.match(breach ?? '', /Most goes by repeated-paragraph|All of it goes by repeated-paragraph/u);
		await assert.rejects(apply(id), /repeated-paragraph/u);
		assert.equal((await rehearse({ rules: ['repeated-paragraph'], isUnsafe: true, maxLoss: 100 })).breach, null);
		assert.deepEqual({ ...all(), 'repeated.txt': undefined }, { ...before, 'repeated.txt': undefined });
		assert.equal(existsSync(path.join(folder, '.warraq')), false);
	});
	test('are refused while a configuration has errors', async () => {
		write('warraq.config.json', '{"rules":{"html-entitty":"off"}}');
		const before = all();
		const { id, breach, fixes } = await rehearse();
		assert.ok(fixes > 0);
		assert.match(breach ?? '', /^Nothing can be mended while warraq\.config\.json has errors: /u);
		await assert.rejects(apply(id), /warraq\.config\.json has errors/u);
		assert.deepEqual(all(), before);
	});
	test('are of chosen rules, outlets and languages; the list of batches counts them', async () => {
		write('spaces.txt', article({ header: ' date 2025-03-04 https://news.example.com/s', body: 'قال  المدير.\nوقال\u00a0الوزير.' }) + article({ header: ' date 2025-03-04 https://other.example.com/s', body: 'قال  الوزير.' }));
		const { batches } = await client.connection.sendRequest<{ batches: ListedBatch[] }>('warraq/listBatches', {});
		const listed = JSON.parse(warraq(['fix', '--list-batches', '--format', 'json', '.'], { cwd: folder }).stdout) as { readonly batches: readonly (ListedBatch & { readonly changed: number })[] };
		assert.deepEqual(batches, listed.batches.map(({ rule, outlet, language, articles, fixes, removed, added, needsUnsafe }) => ({ rule, outlet, language, articles, fixes, removed, added, needsUnsafe })));
		const found = batches.find(({ rule, outlet }) => rule === 'repeated-blank' && outlet === 'other.example.com');
		assert.equal(found?.fixes, 1);
		const { id, fixes } = await rehearse({ rules: ['repeated-blank'], outlets: ['other.example.com'], languages: ['ar'], isUnsafe: found?.needsUnsafe ?? false });
		assert.equal(fixes, 1);
		await apply(id);
		assert.match(readFileSync(path.join(folder, 'spaces.txt'), 'utf8'), /قال {2}المدير[^]+قال الوزير/u);
	});
	test('stop between two dumps when they are cancelled, and what was done is undone', async () => {
		for (let at = 0; at < 400; at++) { write(`many/${at}.txt`, damaged(`https://news.example.com/${at}`)); }
		const before = all();
		const { id } = await rehearse();
		const source = new CancellationTokenSource();
		const hasBegun = new Promise<void>(resolve => { client.connection.onProgress(WorkDoneProgress.type, 'batch', value => { if (value.kind === 'report' && (value.percentage ?? 0) > 0) { resolve(); } }); });
		const answer = client.connection.sendRequest<BatchReport>('warraq/applyFixes', { id, workDoneToken: 'batch' }, source.token);
		await hasBegun;
		source.cancel();
		const report = await answer;
		assert.equal(report.isInterrupted, true);
		assert.ok(report.written > 0 && report.written < 400, `${report.written} written`);
		const after = all();
		const changed = Object.keys(before).filter(name => after[name] !== before[name]);
		assert.equal(changed.length, report.written, 'each is as it was or mended');
		for (const name of changed) { assert.equal(after[name]?.includes('&quot;'), false); }
		assert.deepEqual(await undo(), { restored: report.written, left: [] });
		assert.deepEqual(all(), before);
	});
	test('of an old rehearsal are refused, and so is a second batch at the same time', async () => {
		const { id } = await rehearse();
		await rehearse();
		await assert.rejects(apply(id), /not the last one any more/u);
		await assert.rejects(Promise.all([rehearse(), rehearse()]), /Another batch of fixes is at work/u);
	});
	test('need a folder', async () => {
		const alone = await LspClient.start();
		await assert.rejects(alone.connection.sendRequest('warraq/rehearseFixes', { choice: ALL }), /No folder is open/u);
		await alone.stop();
	});
});
