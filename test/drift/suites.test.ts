import assert from 'node:assert/strict';
import { minimatch } from 'minimatch';
import { readFileSync } from 'node:fs';
import { steps } from '../../scripts/suites.mjs';
import { sourceFiles } from '../support/imports.ts';

const all = steps.flat();
const tests = sourceFiles('test').filter(file => file.endsWith('.test.ts'));
/** What the hosts of VS Code load, see test/vscode/bundle.mjs. */
const hosted = 'test/vscode/suite/*.test.ts';
const specs = all.flatMap(({ args }) => args.filter((_, index) => args[index - 1] === '--spec'));

suite('the test run', () => {
	test('holds every test file in exactly one suite', () => {
		const wrong = tests.filter(file => [...specs, hosted].filter(spec => minimatch(file, spec)).length !== 1);
		assert.deepEqual(wrong, []);
	});
	test('has no suite that is empty', () => {
		assert.deepEqual(specs.filter(spec => !tests.some(file => minimatch(file, spec))), []);
	});
	test('waits only for steps that come before', () => {
		for (const [index, { name, needs }] of all.entries()) {
			for (const needed of needs ?? []) { assert.ok(needed === 'browser and fonts' || all.slice(0, index).some(other => other.name === needed), `${name} needs ${needed}`); }
		}
	});
	test('names its steps once', () => { assert.equal(new Set(all.map(({ name }) => name)).size, all.length); });
	test('is what npm test and .ci/run start', () => {
		const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
		assert.equal(scripts['test'], 'node scripts/test.mjs');
		assert.match(readFileSync('.ci/run', 'utf8'), /^npm test$/mu);
	});
	test('of “npm run test:unit” is the unit and drift suites', () => {
		const { spec } = JSON.parse(readFileSync('.mocharc.json', 'utf8')) as { spec: string[] };
		const unit = tests.filter(file => spec.some(pattern => minimatch(file, pattern)));
		assert.deepEqual(unit, tests.filter(file => all.some(({ name, args }) => (name === 'unit' || name === 'drift') && args.some(arg => minimatch(file, arg)))));
	});
});
