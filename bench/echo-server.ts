import { DocumentDiagnosticReportKind, TextDocumentSyncKind, createConnection, type Range } from 'vscode-languageserver/node';

/** The least a language server can do: it keeps the lines of its document under edits, and answers every question with nothing. */
const connection = createConnection(process.stdin, process.stdout);
const documents = new Map<string, string[]>();

connection.onInitialize(() => ({
	capabilities: {
		textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
		diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
		documentSymbolProvider: true,
	},
}));
connection.onDidOpenTextDocument(({ textDocument }) => { documents.set(textDocument.uri, textDocument.text.split('\n')); });
connection.onDidCloseTextDocument(({ textDocument }) => { documents.delete(textDocument.uri); });
connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
	const lines = documents.get(textDocument.uri);
	if (lines === undefined) { return; }
	for (const change of contentChanges) {
		if ('range' in change) { replace(lines, change.range, change.text); } else { documents.set(textDocument.uri, change.text.split('\n')); }
	}
});
connection.languages.diagnostics.on(() => ({ kind: DocumentDiagnosticReportKind.Full, items: [] }));
connection.onDocumentSymbol(() => []);
connection.listen();

function replace(lines: string[], { start, end }: Range, text: string): void {
	const head = (lines[start.line] ?? '').slice(0, start.character);
	const tail = (lines[end.line] ?? '').slice(end.character);
	lines.splice(start.line, end.line - start.line + 1, ...`${head}${text}${tail}`.split('\n'));
}
