import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, closeAll, eventually, extension, file, header, show, showDump, text } from '../support.ts';

const at = (host: string, path = 'a'): string => ` date 2025-11-08 https://${host}/${path}.html`;
const TITLE = 'المكتبة تفتح أبوابها ليلا\nالمكتبة تفتح أبوابها ليلا\n';
const blank = (host: string, path = 'a'): string => `${at(host, path)}\n${TITLE}فقرة أولى من المتن.\n\nفقرة ثانية من المتن.\n`;

interface Item {
	readonly label: string;
	readonly description: string;
	readonly context: string;
	readonly node: unknown;
}

/** What the tree shows below a node; a tree that is being brought up to date may know an old answer for a moment. */
async function below(node?: unknown): Promise<readonly Item[]> {
	const tree = await eventually('the tree', () => extension().exports.problems);
	const nodes = await tree.getChildren(node) ?? [];
	return Promise.all(nodes.map(async each => {
		const { label, description, contextValue } = await tree.getTreeItem(each);
		return { label: String(typeof label === 'object' ? label.label : label), description: String(description ?? ''), context: contextValue ?? '', node: each };
	}));
}

const labels = async (node?: unknown): Promise<readonly string[]> => (await below(node)).map(({ label }) => label);

async function named(label: string, node?: unknown): Promise<unknown> {
	return eventually(`${label} in the tree`, async () => (await below(node)).find(each => each.label === label)?.node);
}

const nameOf = (uri: vscode.Uri): string => uri.path.split('/').at(-1) ?? '';

suite('the tree of problems', () => {
	setup(closeAll);
	teardown(async () => {
		await vscode.commands.executeCommand('warraq.showOpenDumpsOnly');
		await vscode.commands.executeCommand('warraq.clearProblemFilter');
		await vscode.commands.executeCommand('warraq.groupProblems', 'rule');
		await closeAll();
	});

	test('shows the problems of an open dump by rule, by outlet and by dump', async () => {
		const { document } = await showDump(blank('sabah.example') + blank('masaa.example', 'b'));
		const name = nameOf(document.uri);
		await vscode.commands.executeCommand('warraq.showProblems');
		const rule = await named('blank-line');
		const problems = await below(await named(name, rule));
		assert.deepEqual(problems.map(({ description, context }) => [description, context]), [['line 5', 'problem'], ['line 11', 'problem']]);

		await vscode.commands.executeCommand('warraq.groupProblems', 'outlet');
		const byOutlet = await below(await named('blank-line', await named('masaa.example')));
		assert.deepEqual(byOutlet.map(({ description }) => description), [`${name}:11`]);

		await vscode.commands.executeCommand('warraq.groupProblems', 'dump');
		const articles = await below(await named(name));
		assert.deepEqual(articles.map(({ label, context }) => [label, context]), [['المكتبة تفتح أبوابها ليلا', 'article fixable'], ['المكتبة تفتح أبوابها ليلا', 'article fixable']]);
		assert.equal((await below(articles[1]?.node)).length, 1);
	});

	test('goes to the place of a problem', async () => {
		const { document } = await showDump(blank('sabah.example'));
		const tree = await eventually('the tree', () => extension().exports.problems);
		const [problem] = await below(await named(nameOf(document.uri), await named('blank-line')));
		await show(await file('.txt', article()));
		const { command } = await tree.getTreeItem(problem?.node);
		assert.ok(command);
		await vscode.commands.executeCommand(command.command, ...command.arguments as unknown[]);
		const editor = await eventually('the editor', () => vscode.window.visibleTextEditors.find(each => each.document.uri.toString() === document.uri.toString()));
		await eventually('the place', () => editor.selection.start.line === 4);
	});

	test('follows what is typed', async () => {
		const editor = await showDump(article());
		await eventually('nothing to show', async () => (await below()).length === 0);
		await editor.edit(edit => { edit.insert(new vscode.Position(4, 0), '\n'); });
		await named('blank-line');
		await vscode.commands.executeCommand('undo');
		await eventually('nothing to show', async () => (await below()).length === 0);
	});

	test('shows what fits the filter', async () => {
		await showDump(`${blank('sabah.example')}${header('b')}\nعنوان أول للخبر\nعنوان آخر للخبر\nفقرة من المتن.\n`);
		await named('blank-line');
		await vscode.commands.executeCommand('warraq.filterProblems', 'SABAH blank');
		assert.deepEqual(await labels(), ['blank-line']);
		await vscode.commands.executeCommand('warraq.filterProblems', 'no such rule');
		assert.deepEqual(await labels(), []);
		await vscode.commands.executeCommand('warraq.clearProblemFilter');
		assert.equal((await labels()).length, 2);
	});

	test('fixes an article, and then the rest of the dump, each as one step that can be undone', async () => {
		const dump = blank('sabah.example') + blank('masaa.example', 'b') + blank('masaa.example', 'c');
		const editor = await showDump(dump);
		await vscode.commands.executeCommand('warraq.groupProblems', 'dump');
		const articles = await below(await named(nameOf(editor.document.uri)));
		await vscode.commands.executeCommand('warraq.fixProblems', articles[1]?.node);
		assert.equal(text(editor), blank('sabah.example') + blank('masaa.example', 'b').replace('\n\n', '\n') + blank('masaa.example', 'c'));
		await vscode.commands.executeCommand('warraq.groupProblems', 'rule');
		await vscode.commands.executeCommand('warraq.fixProblems', await named(nameOf(editor.document.uri), await named('blank-line')));
		assert.equal(text(editor), dump.replaceAll('\n\n', '\n'));
		await eventually('nothing to show', async () => (await below()).length === 0);
		await vscode.commands.executeCommand('undo');
		await vscode.commands.executeCommand('undo');
		assert.equal(text(editor), dump);
	});

	test('shows a long list page by page', async () => {
		const { document } = await showDump(Array.from({ length: 450 }, (_, number) => blank('sabah.example', String(number))).join(''));
		const dump = await named(nameOf(document.uri), await named('blank-line'));
		const first = await below(dump);
		assert.deepEqual([first.length, first.at(-1)?.label], [201, '250 more …']);
		await vscode.commands.executeCommand('warraq.moreProblems', first.at(-1)?.node);
		assert.deepEqual([(await below(dump)).length, (await labels(dump)).at(-1)], [401, '50 more …']);
		await vscode.commands.executeCommand('warraq.moreProblems', (await below(dump)).at(-1)?.node);
		assert.equal((await below(dump)).length, 450);
	});

	test('shows all dumps of the workspace when it has been asked to', async () => {
		const uri = await file('.dump', blank('closed.example'));
		await showDump(blank('open.example'));
		await vscode.commands.executeCommand('warraq.groupProblems', 'outlet');
		await named('open.example');
		assert.ok(!(await labels()).includes('closed.example'));
		await vscode.commands.executeCommand('warraq.checkWorkspace');
		const [problem] = await below(await named('blank-line', await named('closed.example')));
		assert.equal(problem?.description, `${nameOf(uri)}:5`);

		await vscode.commands.executeCommand('warraq.groupProblems', 'dump');
		await vscode.commands.executeCommand('warraq.fixProblems', await named(nameOf(uri)));
		const document = await eventually('the dump is shown', () => vscode.window.visibleTextEditors.find(each => each.document.uri.toString() === uri.toString())?.document);
		assert.equal(document.getText(), blank('closed.example').replace('\n\n', '\n'));
		assert.equal(document.isDirty, true, 'and not saved');
		await vscode.commands.executeCommand('workbench.action.files.revert');
		await vscode.commands.executeCommand('warraq.showOpenDumpsOnly');
		await eventually('only open dumps', async () => (await labels()).length <= 2);
	});
});
