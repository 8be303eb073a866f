const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

/** How many of the slowest tests are named. */
const SLOWEST = 10;

/**
 * Mocha's `spec` output, and the totals as JSON in the file that WARRAQ_TOTALS names:
 * `{ passed, failed, skipped, slowest: [{ title, ms }] }`. The test runner adds these up over all suites; a suite that
 * runs without Mocha writes the same file.
 */
module.exports = class Reporter extends reporters.Spec {
	constructor(runner, options) {
		super(runner, options);
		const file = process.env.WARRAQ_TOTALS;
		if (file === undefined || file === '') { return; }
		const totals = { passed: 0, failed: 0, skipped: 0, slowest: [] };
		runner.on(Runner.constants.EVENT_TEST_PASS, test => {
			totals.passed++;
			totals.slowest.push({ title: test.fullTitle(), ms: test.duration ?? 0 });
			if (totals.slowest.length > SLOWEST * 20) { trim(totals); }
		});
		// Also called for a hook that fails, which is no test but stops some.
		runner.on(Runner.constants.EVENT_TEST_FAIL, () => { totals.failed++; });
		runner.on(Runner.constants.EVENT_TEST_PENDING, () => { totals.skipped++; });
		runner.once(Runner.constants.EVENT_RUN_END, () => {
			trim(totals);
			writeFileSync(file, JSON.stringify(totals));
		});
	}
};

function trim(totals) {
	totals.slowest.sort((a, b) => b.ms - a.ms);
	totals.slowest.length = Math.min(totals.slowest.length, SLOWEST);
}
