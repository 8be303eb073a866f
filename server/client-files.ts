import type { Connection } from 'vscode-languageserver';
import type { Request, Shape } from '#contract/message.ts';
import { problemTreeClient } from '#contract/problem-tree.ts';
import { clientApi } from '#contract/server-api.ts';
import { choiceOf, isReached, type Choice } from './choice.ts';
import type { Files, FoundFile } from './environment.ts';
import { pathBelow } from './uri.ts';

/** Reads files that only the client can reach: virtual workspaces, and every file in the browser. */
export function readFileOfClient(connection: Connection): (uri: string) => Promise<string | undefined> {
	return async uri => (await ask(connection, clientApi.readFile, { uri }))?.text ?? undefined;
}

/** Finds files in folders that only the client can list. */
export function filesOfClient(connection: Connection): Files {
	const sizeOf = async (uri: string): Promise<number | undefined> => (await ask(connection, problemTreeClient.fileSize, { uri }))?.size ?? undefined;
	async function* below(folder: string, above: string, choice: Choice): AsyncGenerator<FoundFile> {
		for (const { name, isFolder } of (await ask(connection, problemTreeClient.readFolder, { uri: folder }))?.entries ?? []) {
			const path = above === '' ? name : `${above}/${name}`;
			const uri = `${folder.replace(/\/$/u, '')}/${encodeURIComponent(name)}`;
			if (isFolder) {
				if (choice.isEntered(path)) { yield* below(uri, path, choice); }
			} else if (choice.isWanted(path)) {
				const size = await sizeOf(uri);
				if (size !== undefined) { yield { uri, size }; }
			}
		}
	}
	return {
		find: (folder, globs, ignore) => below(folder, '', choiceOf(globs, ignore)),
		includes(folder, uri, globs, ignore) {
			const path = pathBelow(folder, uri);
			return path !== undefined && isReached(path, choiceOf(globs, ignore));
		},
		sizeOf,
	};
}

/** A client that does not know the request answers with an error: then there is no such file or folder. */
async function ask<P extends Shape, R extends Shape>(connection: Connection, { method, result }: Request<P, R>, params: ReturnType<P['parse']>): Promise<ReturnType<R['parse']> | undefined> {
	const answer = await connection.sendRequest<unknown>(method, params).catch(() => undefined);
	const parsed = result.safeParse(answer);
	return parsed.success ? parsed.data as ReturnType<R['parse']> : undefined;
}
