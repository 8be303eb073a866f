import type { Connection, Diagnostic } from 'vscode-languageserver';
import { DumpDocument } from '#core/document/document.ts';
import type { ConfigProblem } from '#contract/config.ts';
import { lspRange } from './convert.ts';

/** Shows what is wrong with configuration files, in these files. */
export class ConfigReports {
	readonly #connection: Connection;
	readonly #reported = new Set<string>();

	constructor(connection: Connection) { this.#connection = connection; }

	report(uri: string, text: string, problems: readonly ConfigProblem[]): void {
		if (problems.length === 0 && !this.#reported.has(uri)) { return; }
		if (problems.length === 0) { this.#reported.delete(uri); } else { this.#reported.add(uri); }
		// Lines of any text are those of a dump without a header.
		const document = DumpDocument.read(text);
		const diagnostics = problems.map(({ message, range }): Diagnostic => ({ range: lspRange(document, range), severity: 2, source: 'warraq', message }));
		void this.#connection.sendDiagnostics({ uri, diagnostics });
		for (const { message } of problems) { this.#connection.console.warn(`${uri}: ${message}`); }
	}
}
