import type { Connection, Diagnostic } from 'vscode-languageserver';
import { DumpDocument } from '#core/document/document.ts';
import type { Range } from '#core/text/range.ts';
import { lspRange } from './convert.ts';

/** What is wrong at a place of a file. */
export interface FileTrouble {
	/** UTF-16 units in the text. */
	readonly range: Range;
	/** What is wrong and what to do; one sentence. */
	readonly message: string;
}

/** Shows what is wrong with configurations and baselines, in these files. */
export class ConfigReports {
	readonly #connection: Connection;
	readonly #reported = new Set<string>();

	constructor(connection: Connection) { this.#connection = connection; }

	/** Addresses of the files in which something is wrong. */
	get faulty(): readonly string[] { return [...this.#reported]; }

	report(uri: string, text: string, problems: readonly FileTrouble[]): void {
		if (problems.length === 0 && !this.#reported.has(uri)) { return; }
		if (problems.length === 0) { this.#reported.delete(uri); } else { this.#reported.add(uri); }
		// Lines of any text are those of a dump without a header.
		const document = DumpDocument.read(text);
		const diagnostics = problems.map(({ message, range }): Diagnostic => ({ range: lspRange(document, range), severity: 2, source: 'warraq', message }));
		void this.#connection.sendDiagnostics({ uri, diagnostics });
		for (const { message } of problems) { this.#connection.console.warn(`${uri}: ${message}`); }
	}
}
