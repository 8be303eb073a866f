import { globMatcher, ignoreMatcher } from '#contract/globs.ts';

/** Which files of a folder are dumps. Paths are relative to the folder, with `/`. */
export interface Choice {
	isWanted(path: string): boolean;
	/** Whether a folder is looked into. */
	isEntered(path: string): boolean;
}

/** Files that fit one of the globs and none of those to ignore; hidden folders and `node_modules` are passed over. */
export function choiceOf(globs: readonly string[], ignore: readonly string[]): Choice {
	const isIgnored = ignoreMatcher(ignore);
	const isFile = globMatcher(globs);
	return { isWanted: path => isFile(path) && !isIgnored(path), isEntered: path => !isHidden(path) && !isIgnored(path) };
}

const isHidden = (path: string): boolean => /(?:^|\/)(?:\.[^/]*|node_modules)$/u.test(path);

/** Whether a walk through the folder would come to the file. */
export function isReached(path: string, choice: Choice): boolean {
	const parts = path.split('/');
	return choice.isWanted(path) && parts.every((_, at) => at === 0 || choice.isEntered(parts.slice(0, at).join('/')));
}
