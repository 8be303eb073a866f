import {
	CodeActionRequest, CodeLensRefreshRequest, CodeLensRequest, CodeLensResolveRequest, CompletionRequest, DiagnosticRefreshRequest, DidChangeConfigurationNotification,
	DidChangeTextDocumentNotification, DidChangeWatchedFilesNotification, DidCloseTextDocumentNotification, DidOpenTextDocumentNotification, DocumentDiagnosticRequest,
	DocumentFormattingRequest, DocumentHighlightRequest, DocumentLinkRequest, DocumentLinkResolveRequest, DocumentRangeFormattingRequest, DocumentSymbolRequest,
	ExecuteCommandRequest, FoldingRangeRequest, HoverRequest, LinkedEditingRangeRequest, PrepareRenameRequest, RenameRequest, SelectionRangeRequest,
	SemanticTokensDeltaRequest, SemanticTokensRangeRequest, SemanticTokensRequest, WorkspaceSymbolRequest, type Connection, type Disposable,
} from 'vscode-languageserver';
import { acceptanceApi } from '#contract/acceptance.ts';
import { BASELINE_FILE } from '#contract/baseline.ts';
import { batchApi } from '#contract/batch.ts';
import { CONFIG_FILE } from '#contract/config.ts';
import { problemTreeApi } from '#contract/problem-tree.ts';
import { serverApi } from '#contract/server-api.ts';
import { WorkspaceBatch } from './batch/workspace-batch.ts';
import { capabilitiesFor } from './capabilities.ts';
import type { Environment } from './environment.ts';
import { remark } from './fix-all.ts';
import { inBackground } from './guard.ts';
import { accept, withdraw } from './handlers/acceptance.ts';
import { articleSizes, articles } from './handlers/articles.ts';
import { checkWorkspace } from './handlers/check-workspace.ts';
import { codeAction } from './handlers/code-action.ts';
import { codeLens, lensData, resolveLens } from './handlers/code-lens.ts';
import { completion } from './handlers/completion.ts';
import { diagnostic } from './handlers/diagnostic.ts';
import { documentHighlight } from './handlers/document-highlight.ts';
import { documentLink, linkData, resolveLink } from './handlers/document-link.ts';
import { documentSymbol } from './handlers/document-symbol.ts';
import { executeCommand } from './handlers/execute-command.ts';
import { fixProblems } from './handlers/fix-problems.ts';
import { foldingRange } from './handlers/folding-range.ts';
import { formatting, rangeFormatting } from './handlers/formatting.ts';
import { hover } from './handlers/hover.ts';
import { linkedEditingRange } from './handlers/linked-editing-range.ts';
import { prepareRename, rename } from './handlers/rename.ts';
import { problemGroups } from './handlers/problem-groups.ts';
import { problemList } from './handlers/problem-list.ts';
import { selectionRange } from './handlers/selection-range.ts';
import { semanticTokens, semanticTokensInRange, tokensDelta } from './handlers/semantic-tokens.ts';
import { workspaceSymbol } from './handlers/workspace-symbol.ts';
import { Publisher } from './publisher.ts';
import { Router } from './router.ts';
import { Session } from './session.ts';
import type { Snapshot } from './snapshot.ts';

/** Serves the protocol on a connection; the same in a process of Node and in a web worker. */
export function startServer(connection: Connection, environment: Environment): void {
	const session = new Session(connection, environment);
	const publisher = new Publisher(session);
	const router = new Router(session);
	const batch = new WorkspaceBatch(session);
	const sayRemark = (snapshot: Snapshot) => (fixes: Parameters<typeof remark>[0]): void => {
		const said = remark(fixes, snapshot);
		if (said !== undefined) { session.tell(said, 'warning'); }
	};
	session.listen(publisher);

	connection.onInitialize(params => {
		session.initialize(params);
		return { capabilities: capabilitiesFor(session.client), serverInfo: { name: 'Warraq' } };
	});
	connection.onInitialized(() => { registerLater(session); });
	connection.onShutdown(() => { session.settings.dispose(); });

	connection.onNotification(DidOpenTextDocumentNotification.type, ({ textDocument: { uri, version, text } }) => { session.open(uri, version, text); });
	connection.onNotification(DidChangeTextDocumentNotification.type, ({ textDocument: { uri, version }, contentChanges }) => { session.change(uri, version, contentChanges); });
	connection.onNotification(DidCloseTextDocumentNotification.type, ({ textDocument: { uri } }) => { session.close(uri); });
	connection.onNotification(DidChangeConfigurationNotification.type, ({ settings }: { settings: unknown }) => { session.push(sectionOf(settings)); renew(session); });
	connection.onNotification(DidChangeWatchedFilesNotification.type, ({ changes }) => {
		if (changes.some(({ uri }) => isSettingsFile(uri))) { session.settings.forgetFiles(); renew(session); }
		void inBackground('Reading changed dumps', connection.console, async () => {
			for (const { uri, type } of changes) {
				if (isSettingsFile(uri)) { continue; }
				session.workspace.changed(uri, type === 3);
				await session.titles.changed(uri, type === 3, session.folders);
			}
		});
	});

	router.document(DocumentDiagnosticRequest.type, { empty: { kind: 'full', items: [] }, retrigger: true }, (snapshot, params, around) => diagnostic(snapshot, params, around, publisher));
	router.document(HoverRequest.type, { empty: null }, hover);
	router.document(DocumentSymbolRequest.type, { empty: null }, documentSymbol);
	router.document(FoldingRangeRequest.type, { empty: null }, foldingRange);
	router.document(SelectionRangeRequest.type, { empty: null }, selectionRange);
	router.document(DocumentHighlightRequest.type, { empty: null }, documentHighlight);
	router.document(DocumentLinkRequest.type, { empty: null }, documentLink);
	router.document(LinkedEditingRangeRequest.type, { empty: null }, linkedEditingRange);
	router.document(PrepareRenameRequest.type, { empty: null }, prepareRename);
	router.document(RenameRequest.type, { empty: null }, rename);
	router.document(CompletionRequest.type, { empty: null }, completion);
	router.document(CodeLensRequest.type, { empty: null }, codeLens);
	router.document(CodeActionRequest.type, { empty: null }, (snapshot, params, around) => codeAction(snapshot, params, around, sayRemark(snapshot)));
	router.document(DocumentFormattingRequest.type, { empty: null }, (snapshot, params, around) => formatting(snapshot, params, around, sayRemark(snapshot)));
	router.document(DocumentRangeFormattingRequest.type, { empty: null }, rangeFormatting);
	router.document(SemanticTokensRangeRequest.type, { empty: null }, semanticTokensInRange);
	router.document(SemanticTokensRequest.type, { empty: null }, snapshot => router.remembered(snapshot, semanticTokens(snapshot)));
	router.document(SemanticTokensDeltaRequest.type, { empty: null }, (snapshot, { previousResultId }) => {
		const before = session.tokens.get(snapshot.uri);
		const tokens = router.remembered(snapshot, semanticTokens(snapshot));
		return before?.resultId === previousResultId ? tokensDelta(before.data, tokens) : tokens;
	});
	router.resolve(CodeLensResolveRequest.type, lensData, resolveLens);
	router.resolve(DocumentLinkResolveRequest.type, linkData, resolveLink);
	router.custom(serverApi.articles, (snapshot, params) => articles(router.articlesSource(snapshot), params));
	router.custom(acceptanceApi.accept, (snapshot, params) => accept(session, snapshot, params));
	router.custom(acceptanceApi.withdraw, (snapshot, params) => withdraw(session, snapshot, params));
	router.custom(serverApi.articleSizes, snapshot => articleSizes(router.articlesSource(snapshot)));
	router.workspace(WorkspaceSymbolRequest.type, { empty: null }, async (params, watch) => {
		await router.titlesReady(watch);
		return workspaceSymbol(params, session.all(), session.titles, environment, watch);
	});
	router.whole(problemTreeApi.problemGroups, problemGroups);
	router.whole(problemTreeApi.problemList, problemList);
	router.whole(problemTreeApi.fixProblems, (own, params, token) => fixProblems(own, params, token, (snapshot, fixes) => { sayRemark(snapshot)(fixes); }));
	router.whole(problemTreeApi.checkWorkspace, checkWorkspace);
	router.whole(batchApi.rehearseFixes, (_, params, token) => batch.rehearse(params, token));
	router.whole(batchApi.applyFixes, (_, params, token) => batch.apply(params, token));
	router.whole(batchApi.undoFixes, (_, params) => batch.undo(params));
	router.whole(batchApi.listBatches, (_, params, token) => batch.list(params, token));
	connection.onNotification(problemTreeApi.forgetWorkspace.method, () => { session.workspace.forget(); });
	router.command(ExecuteCommandRequest.type, executeCommand);
	connection.listen();
}

const isSettingsFile = (uri: string): boolean => uri.endsWith(`/${CONFIG_FILE}`) || uri.endsWith(`/${BASELINE_FILE}`);

/** What stands below `warraq` in settings that a client pushes; some send the section itself. */
function sectionOf(settings: unknown): unknown {
	return typeof settings === 'object' && settings !== null && 'warraq' in settings ? settings.warraq : settings;
}

/** Settings have changed: every open dump asks for its own again, and the editor for all it shows. */
function renew(session: Session): void {
	const { connection, client } = session;
	void inBackground('Reading settings', connection.console, async () => {
		session.workspace.outdate();
		await session.refresh();
		if (client.refreshesDiagnostics) { await connection.sendRequest(DiagnosticRefreshRequest.type); }
		if (client.refreshesLenses) { await connection.sendRequest(CodeLensRefreshRequest.type); }
	});
}

/** What is only registered once the client is ready. */
function registerLater(session: Session): void {
	const { connection, client } = session;
	void inBackground('Registering', connection.console, async () => {
		const waiting: Promise<Disposable>[] = [];
		if (client.registersConfiguration) { waiting.push(connection.client.register(DidChangeConfigurationNotification.type, { section: 'warraq' })); }
		if (client.watchesFiles) { waiting.push(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: `**/{${CONFIG_FILE},${BASELINE_FILE}}` }, { globPattern: '**/*.{txt,dump}' }] })); session.titles.isWatched = true; }
		await Promise.all(waiting);
		if (client.changesFolders) {
			connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => { session.changeFolders(added.map(({ uri }) => uri), removed.map(({ uri }) => uri)); });
		}
	});
}
