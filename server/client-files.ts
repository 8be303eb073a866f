import type { Connection } from 'vscode-languageserver';
import { clientApi } from '#contract/server-api.ts';

/** Reads files that only the client can reach: virtual workspaces, and every file in the browser. */
export function readFileOfClient(connection: Connection): (uri: string) => Promise<string | undefined> {
	const { method, result } = clientApi.readFile;
	return async uri => {
		// A client that does not know the request answers with an error: then there is no such file.
		const answer = await connection.sendRequest<unknown>(method, { uri }).catch(() => undefined);
		const parsed = result.safeParse(answer);
		return parsed.success ? parsed.data.text ?? undefined : undefined;
	};
}
