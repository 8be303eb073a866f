import assert from 'node:assert/strict';
import { globMatcher, ignoreMatcher } from '#contract/globs.ts';

suite('globs', () => {
	test('take a pattern without a slash in any folder', () => {
		const isFile = globMatcher(['*.dump', './news/**/*.txt']);
		assert.ok(isFile('a/b/c.dump') && isFile('c.dump') && isFile('news/x/c.txt') && isFile('news/c.txt'));
		assert.ok(!isFile('c.txt') && !isFile('c.dump.bak'));
	});
	test('ignore everything in a folder that fits', () => {
		const isIgnored = ignoreMatcher(['drafts/', 'old', 'a/b/*.txt']);
		assert.ok(isIgnored('drafts') && isIgnored('drafts/x/y.txt') && isIgnored('x/old/y.txt') && isIgnored('a/b/c.txt'));
		assert.ok(!isIgnored('a/c.txt') && !isIgnored('older/y.txt'));
	});
	test('take Arabic names, dot files, and no comment or negation signs', () => {
		assert.ok(globMatcher(['**/أخبار*.txt'])('مجلد/أخبار اليوم.txt'));
		assert.ok(globMatcher(['#a.txt'])('#a.txt') && globMatcher(['!a.txt'])('!a.txt') && globMatcher(['*.txt'])('.a.txt'));
	});
});
