import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { scaffold } from '../../scripts/new-rule.ts';

const list = readFileSync('core/rules/all.ts', 'utf8');

suite('new-rule', () => {
	test('puts import and entry where they belong', () => {
		const text = scaffold('structure/example-defect', list, '9.9.9').get('core/rules/all.ts') ?? '';
		const lines = text.split('\n');
		assert.equal(lines.length, list.split('\n').length + 2);
		assert.ok(lines.includes("import { exampleDefect } from './structure/example-defect.ts';"));
		const structure = lines.flatMap((line, index) => /^\t(?:blankLine|missingHeader|exampleDefect),$/u.test(line) ? [index] : []);
		assert.equal(structure.length, 3);
		const entry = lines.indexOf('\texampleDefect,');
		assert.equal(entry, structure[2]);
	});
	test('starts a group that has no rule yet at the end of the list', () => {
		const bare = "import type { AnyRule } from './rule.ts';\nimport { blankLine } from './structure/blank-line.ts';\n\nexport const allRules: readonly AnyRule[] = [\n\tblankLine,\n];\n";
		assert.equal(scaffold('corpus/example-defect', bare, '1.0.0').get('core/rules/all.ts'),
			"import type { AnyRule } from './rule.ts';\nimport { exampleDefect } from './corpus/example-defect.ts';\nimport { blankLine } from './structure/blank-line.ts';\n\nexport const allRules: readonly AnyRule[] = [\n\tblankLine,\n\texampleDefect,\n];\n");
	});
	for (const [name, says] of [['tatweel', /no rule name/u], ['structure/tatweel', /two words/u], ['nowhere/some-defect', /There is no group “nowhere”/u], ['structure/blank-line', /exists already/u]] as const) {
		test(`refuses ${name} with a sentence`, () => { assert.throws(() => scaffold(name, list, '1.0.0'), says); });
	}
	test('makes a rule that passes its test and the laws as it stands', () => {
		const folder = mkdtempSync(path.join('out', 'new-rule-'));
		try {
			for (const part of ['core', 'package.json', 'test/rules/laws.test.ts', 'test/support/fixture.ts', 'test/support/generators.ts']) { cpSync(part, path.join(folder, part), { recursive: true }); }
			symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
			for (const [file, text] of scaffold('invisible/example-defect', list, '1.0.0')) { writeFileSync(path.join(folder, file), text); }
			const { status, stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', 'node_modules/mocha/bin/mocha.js', '--no-config', '--ui', 'tdd', '--reporter', 'dot', '--spec', 'test/rules/laws.test.ts', '--spec', 'test/rules/example-defect.test.ts', '-g', 'example-defect'], { cwd: folder, encoding: 'utf8', env: { ...process.env, WARRAQ_TOTALS: '' } });
			assert.equal(status, 0, stdout + stderr);
			assert.match(stdout, /\b(?:[789]|\d\d) passing/u, 'its own tests and the laws');
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});
