import { DEFAULT_FILES, type Config } from '#contract/config.ts';
import type { Environment, Files, FoundFile } from './environment.ts';
import type { Watch } from './guard.ts';
import { fileKey } from './uri.ts';
import { Slices } from './work.ts';

/** What knows the folders of a workspace. */
export interface FolderHost {
	readonly environment: Environment;
	folders(): readonly string[];
	/** What finds the files of a folder; undefined where nothing can. */
	filesOf(folder: string): Files | undefined;
	configOf(folder: string): Promise<Config>;
}

export interface DumpFile extends FoundFile {
	/** Workspace folder that it was found in. */
	readonly folder: string;
	/** Found by the built-in globs: a text without any header is no dump. */
	readonly isGuess: boolean;
}

/** The files of all folders that are taken for dumps, each once; where there are more than `most`, only those that were found first. */
export async function dumpFiles(host: FolderHost, watch: Watch, most: number): Promise<{ readonly files: readonly DumpFile[]; readonly isCut: boolean }> {
	const found = new Map<string, DumpFile>();
	const slices = new Slices(host.environment, watch);
	for (const folder of host.folders()) {
		const { files, ignore } = await host.configOf(folder);
		for await (const file of host.filesOf(folder)?.find(folder, files ?? DEFAULT_FILES, ignore) ?? []) {
			if (slices.isDue) { await slices.pause(); }
			const key = fileKey(file.uri);
			if (found.size >= most) { return { files: [...found.values()], isCut: true }; }
			if (!found.has(key)) { found.set(key, { ...file, folder, isGuess: files === undefined }); }
		}
	}
	return { files: [...found.values()], isCut: false };
}
