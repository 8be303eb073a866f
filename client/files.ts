import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { problemTreeClient } from '#contract/problem-tree.ts';
import { clientApi } from '#contract/server-api.ts';

// What the server asks for where it cannot reach files itself. No such file is an answer like another one.

/** `warraq/readFile` */
export async function readFile(raw: unknown): Promise<z.input<typeof clientApi.readFile.result>> {
	const { uri } = z.parse(clientApi.readFile.params, raw);
	try { return { text: new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri))) }; } catch { return { text: null }; }
}

/** `warraq/readFolder`; a link is neither a file nor a folder, so that no walk goes in circles. */
export async function readFolder(raw: unknown): Promise<z.input<typeof problemTreeClient.readFolder.result>> {
	const { uri } = z.parse(problemTreeClient.readFolder.params, raw);
	try {
		const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri));
		return { entries: entries.filter(([, type]) => type === vscode.FileType.File || type === vscode.FileType.Directory).map(([name, type]) => ({ name, isFolder: type === vscode.FileType.Directory })) };
	} catch { return { entries: null }; }
}

/** `warraq/fileSize` */
export async function fileSize(raw: unknown): Promise<z.input<typeof problemTreeClient.fileSize.result>> {
	const { uri } = z.parse(problemTreeClient.fileSize.params, raw);
	try { return { size: (await vscode.workspace.fs.stat(vscode.Uri.parse(uri))).size }; } catch { return { size: null }; }
}
