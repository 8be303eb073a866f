// In the extension instead of fileOperations.js of vscode-languageclient, which brings a matcher of globs along: the server
// asks to hear of no file that VS Code creates, renames or deletes. None of these tells it that it could.

class Absent {
	fillClientCapabilities() { /* the client cannot do it */ }
	initialize() { /* there is nothing to begin */ }
	getState() { return { kind: 'static' }; }
	clear() { /* there is nothing to end */ }
}

export {
	Absent as DidCreateFilesFeature, Absent as DidRenameFilesFeature, Absent as DidDeleteFilesFeature,
	Absent as WillCreateFilesFeature, Absent as WillRenameFilesFeature, Absent as WillDeleteFilesFeature,
};
