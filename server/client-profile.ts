import type { InitializeParams } from 'vscode-languageserver';
import { initializationOptions, type InitializationOptions } from '#contract/server-api.ts';

/** What the client can do, read once from `initialize`. */
export interface ClientProfile {
	readonly options: InitializationOptions;
	readonly pullsDiagnostics: boolean;
	readonly refreshesDiagnostics: boolean;
	readonly refreshesLenses: boolean;
	readonly relatedInformation: boolean;
	readonly codeDescription: boolean;
	readonly hierarchicalSymbols: boolean;
	readonly markdown: boolean;
	readonly snippets: boolean;
	readonly documentChanges: boolean;
	readonly asksConfiguration: boolean;
	readonly registersConfiguration: boolean;
	readonly watchesFiles: boolean;
	readonly showsDocuments: boolean;
	readonly literalActions: boolean;
	readonly linkTooltips: boolean;
	readonly preparesRename: boolean;
	readonly changesFolders: boolean;
	/** Most folds the client takes. */
	readonly foldLimit: number;
	readonly folders: readonly string[];
	/** Commands the client carries out itself. */
	readonly commands: ReadonlySet<string>;
}

export function profileOf({ capabilities, initializationOptions: raw, workspaceFolders, rootUri }: InitializeParams): ClientProfile {
	const { textDocument = {}, workspace = {}, window = {} } = capabilities;
	const parsed = initializationOptions.safeParse(raw ?? {});
	const options = parsed.success ? parsed.data : {};
	return {
		options,
		pullsDiagnostics: textDocument.diagnostic !== undefined,
		refreshesDiagnostics: workspace.diagnostics?.refreshSupport ?? false,
		refreshesLenses: workspace.codeLens?.refreshSupport ?? false,
		relatedInformation: (textDocument.diagnostic?.relatedInformation ?? textDocument.publishDiagnostics?.relatedInformation) ?? false,
		codeDescription: (textDocument.diagnostic?.codeDescriptionSupport ?? textDocument.publishDiagnostics?.codeDescriptionSupport) ?? false,
		hierarchicalSymbols: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
		markdown: textDocument.hover?.contentFormat?.includes('markdown') ?? false,
		snippets: textDocument.completion?.completionItem?.snippetSupport ?? false,
		documentChanges: workspace.workspaceEdit?.documentChanges ?? false,
		asksConfiguration: workspace.configuration ?? false,
		registersConfiguration: workspace.didChangeConfiguration?.dynamicRegistration ?? false,
		watchesFiles: workspace.didChangeWatchedFiles?.dynamicRegistration ?? false,
		showsDocuments: window.showDocument?.support ?? false,
		literalActions: textDocument.codeAction?.codeActionLiteralSupport !== undefined,
		linkTooltips: textDocument.documentLink?.tooltipSupport ?? false,
		preparesRename: textDocument.rename?.prepareSupport ?? false,
		changesFolders: workspace.workspaceFolders ?? false,
		foldLimit: textDocument.foldingRange?.rangeLimit ?? 5000,
		folders: workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]),
		commands: new Set(options.commands ?? []),
	};
}
