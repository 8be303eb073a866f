import assert from 'node:assert/strict';
import { parseConfig } from '#contract/config.ts';
import { LocatedConfig, unconfigured } from '#contract/located-config.ts';

const located = (config: object): LocatedConfig => new LocatedConfig(parseConfig(JSON.stringify(config), '').config, file => file.replace(/^\/corpus\//u, ''));

suite('a configuration in its folder', () => {
	test('says of a file by its path below the folder what it is', () => {
		const { isFile, isIgnored } = located({ files: ['fa/**/*.txt', '*.dump'], ignore: ['drafts', 'fa/old/**'] });
		assert.deepEqual(['/corpus/fa/a.txt', '/corpus/fa/b/c.txt', '/corpus/ar/a.txt', '/corpus/ar/a.dump'].map(isFile), [true, true, false, true]);
		assert.deepEqual(['/corpus/drafts', '/corpus/fa/drafts/a.txt', '/corpus/fa/old/a.txt', '/corpus/fa/a.txt'].map(isIgnored), [true, true, true, false]);
	});
	test('takes text files and dumps where it says nothing', () => {
		for (const { isFile, isIgnored } of [unconfigured, located({})]) {
			assert.deepEqual(['/x/a.txt', '/x/b.dump', '/x/c.md'].map(isFile), [true, true, false]);
			assert.equal(isIgnored('/x/a.txt'), false);
		}
	});
	test('chooses the overrides of a file, and gives one object for all files with the same', () => {
		const { config, configFor } = located({ overrides: [{ files: ['fa/**'], rules: { 'blank-line': 'off' } }, { outlets: ['a.example'] }, { files: ['fa/old/**', 'ar/**'], language: 'ar' }] });
		const [first, second, third] = config.overrides;
		assert.deepEqual(configFor('/corpus/fa/a.txt').overrides, [first, second]);
		assert.deepEqual(configFor('/corpus/fa/old/a.txt').overrides, [first, second, third]);
		assert.deepEqual(configFor('/corpus/he/a.txt').overrides, [second]);
		assert.equal(configFor('/corpus/fa/a.txt'), configFor('/corpus/fa/b/c.txt'));
		assert.notEqual(configFor('/corpus/fa/a.txt'), configFor('/corpus/ar/a.txt'));
	});
	test('is the same for every file where no override asks for files', () => {
		const { config, configFor } = located({ overrides: [{ languages: ['fa'] }] });
		assert.equal(configFor('/corpus/a.txt'), config);
	});
});
