// In the extension instead of notebook.js of vscode-languageclient: a dump is a file, never the cell of a notebook, and the
// server asks for no notebook. What pulls diagnostics listens for cells all the same, and hears of none.

const never = () => ({ dispose() { /* there is nothing to end */ } });

export class NotebookDocumentSyncFeature {
	static CellScheme = 'vscode-notebook-cell';
	registrationType = { method: 'notebookDocument/sync' };
	onOpenNotificationSent = never;
	onChangeNotificationSent = never;
	onSaveNotificationSent = never;
	onCloseNotificationSent = never;
	fillClientCapabilities() { /* the client cannot do it */ }
	initialize() { /* there is nothing to begin */ }
	getState() { return { kind: 'static' }; }
	register() { /* nobody asks for it */ }
	unregister() { /* nobody asked for it */ }
	handles() { return false; }
	clear() { /* there is nothing to end */ }
}
