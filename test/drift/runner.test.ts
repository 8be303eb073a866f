import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, outcomeOf } from '../../scripts/outcome.mjs';

suite('counting of the test run', () => {
	let folder = '';
	suiteSetup(() => {
		mkdirSync('out', { recursive: true });
		folder = mkdtempSync(path.join('out', 'runner-'));
	});
	suiteTeardown(() => { rmSync(folder, { recursive: true, force: true }); });

	/** Runs a Mocha file with our reporter, and counts it as the runner does. */
	function counted(name: string, text: string, isTimedOut = false): string {
		const file = path.join(folder, `${name}.cjs`);
		const totals = path.join(folder, `${name}.json`);
		writeFileSync(file, text);
		const { status } = spawnSync(process.execPath, ['node_modules/mocha/bin/mocha.js', '--no-config', '--exit', '--ui', 'tdd', '--reporter', 'scripts/reporter.cjs', '--spec', file], { env: { ...process.env, WARRAQ_TOTALS: totals } });
		return describe(outcomeOf({ kind: 'suite', timeout: 9 }, { code: status ?? 1, isTimedOut }, totals));
	}

	test('adds up what passed, failed and was skipped', () => {
		assert.equal(counted('mixed', "suite('s', () => { test('a', () => {}); test('b', () => { throw new Error('b'); }); test('c'); });"), '1 passed, 1 failed, 1 skipped');
	});
	test('counts a hook that fails', () => {
		assert.equal(counted('hook', "suite('s', () => { suiteSetup(() => { throw new Error('h'); }); test('a', () => {}); });"), '0 passed, 1 failed');
	});
	test('counts a suite that crashes', () => {
		assert.equal(counted('crash', "suite('s', () => { test('a', () => { process.exit(3); }); });"), '0 passed, 1 failed (ended without a report, exit code 3)');
		assert.equal(counted('syntax', 'suite('), '0 passed, 1 failed (ended without a report, exit code 1)');
	});
	test('counts a suite without tests', () => {
		assert.match(counted('empty', "suite('s', () => {});"), /^0 passed, 1 failed/u);
	});
	test('counts a suite that hangs beside its tests', () => {
		assert.equal(counted('slow', "suite('s', () => { test('a', () => {}); });", true), '1 passed, 1 failed (stopped after 9 s)');
	});
	test('counts a check as one test', () => {
		const check = (code: number, isTimedOut = false) => describe(outcomeOf({ kind: 'check', timeout: 9 }, { code, isTimedOut }, ''));
		assert.equal(check(0), '1 passed, 0 failed');
		assert.equal(check(2), '0 passed, 1 failed (exit code 2)');
		assert.equal(check(1, true), '0 passed, 1 failed (stopped after 9 s)');
	});
});
