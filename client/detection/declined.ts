import type { Memento, Uri } from 'vscode';

const FILES = 'declinedFiles';
const WORKSPACE = 'declinedWorkspace';
/** Files remembered a workspace; the oldest is forgotten first. */
const MAX_FILES = 1000;

/** Remembers where the user said that a file is no dump. An untitled document is remembered until VS Code closes. */
export class Declined {
	readonly #state: Memento;
	readonly #untitled = new Set<string>();

	constructor(state: Memento) { this.#state = state; }

	has(uri: Uri): boolean {
		const key = keyOf(uri);
		return this.#untitled.has(key) || this.#state.get(WORKSPACE, false) || this.#state.get<readonly string[]>(FILES, []).includes(key);
	}

	async add(uri: Uri): Promise<void> {
		if (uri.scheme === 'untitled') { this.#untitled.add(keyOf(uri)); return; }
		const others = this.#state.get<readonly string[]>(FILES, []).filter(key => key !== keyOf(uri));
		await this.#state.update(FILES, [...others, keyOf(uri)].slice(-MAX_FILES));
	}

	/** No file of this workspace is asked about again. */
	async addWorkspace(): Promise<void> { await this.#state.update(WORKSPACE, true); }

	/** The user chose the language again: the file, and its workspace, are no longer declined. */
	async remove(uri: Uri): Promise<void> {
		this.#untitled.delete(keyOf(uri));
		await this.#state.update(WORKSPACE, undefined);
		await this.#state.update(FILES, this.#state.get<readonly string[]>(FILES, []).filter(key => key !== keyOf(uri)));
	}
}

/** Both sides of a diff are the same file. */
const keyOf = (uri: Uri): string => (uri.scheme === 'git' ? uri.with({ scheme: 'file', query: '' }) : uri).toString();
