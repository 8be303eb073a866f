import type { ServerCapabilities } from 'vscode-languageserver';
import { serverCommands } from '#contract/server-api.ts';
import type { ClientProfile } from './client-profile.ts';
import { FIX_ALL_KIND } from './handlers/code-action.ts';
import { tokensLegend } from './handlers/semantic-tokens.ts';

/** What the server answers, as far as it depends on the client. */
export function capabilitiesFor(client: ClientProfile): ServerCapabilities {
	const { fixAll, applyFix, openRulePage } = serverCommands;
	return {
		positionEncoding: 'utf-16',
		textDocumentSync: { openClose: true, change: 2 },
		...client.pullsDiagnostics ? { diagnosticProvider: { identifier: 'warraq', interFileDependencies: false, workspaceDiagnostics: false } } : {},
		codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL_KIND] },
		// A command may be carried out by one side only: listing it here would register it in the client too.
		executeCommandProvider: { commands: client.commands.has(openRulePage) ? [fixAll, applyFix] : [fixAll, applyFix, openRulePage] },
		documentSymbolProvider: { label: 'Warraq' },
		foldingRangeProvider: true,
		selectionRangeProvider: true,
		hoverProvider: true,
		documentLinkProvider: { resolveProvider: true },
		linkedEditingRangeProvider: true,
		renameProvider: client.preparesRename ? { prepareProvider: true } : true,
		documentHighlightProvider: true,
		semanticTokensProvider: { legend: tokensLegend, full: { delta: true }, range: true },
		codeLensProvider: { resolveProvider: true },
		completionProvider: { triggerCharacters: [' '] },
		documentFormattingProvider: true,
		documentRangeFormattingProvider: true,
		workspaceSymbolProvider: true,
		workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
	};
}
