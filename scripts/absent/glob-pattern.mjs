// In the extension instead of utils/globPattern.js of vscode-languageclient: dumps are told by their language, never by a pattern.

export function matchGlobPattern() {
	throw new Error('This build of the language client has no glob patterns: select documents by language, or take the module out of `absent` in scripts/esm.mjs.');
}
