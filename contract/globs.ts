import { Minimatch } from 'minimatch';

/**
 * Tells whether a path fits one of the globs. Paths are relative to the folder the globs are written for, with `/`
 * between their parts; a glob without `/` fits a name in any folder.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
	const matchers = globs.map(matcherOf);
	return path => matchers.some(matcher => matcher.match(path));
}

/** As {@link globMatcher}, and true also for everything inside a folder that fits: what one wants of `ignore`. */
export function ignoreMatcher(globs: readonly string[]): (path: string) => boolean {
	const matchers = globs.flatMap(glob => {
		const bare = glob.replace(/\/+$/u, '');
		return [matcherOf(bare), matcherOf(bare.includes('/') ? `${bare}/**` : `**/${bare}/**`)];
	});
	return path => matchers.some(matcher => matcher.match(path));
}

const matcherOf = (glob: string): Minimatch => new Minimatch(glob.replace(/^\.\//u, ''), { dot: true, matchBase: true, nocomment: true, nonegate: true, platform: 'linux' });
