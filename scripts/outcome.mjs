import { readFileSync } from 'node:fs';

/**
 * What a step counts for. `why` tells what went wrong beside failed tests.
 * @typedef {{ passed: number, failed: number, skipped: number, slowest: readonly { title: string, ms: number }[], why?: string }} Outcome
 */

const nothing = { passed: 0, failed: 0, skipped: 0, slowest: [] };

/**
 * A check counts as one test. Of a suite the totals it wrote count; one that crashed, hung or ran nothing counts as a failure, whatever it says.
 * @param {{ kind: 'check' | 'suite', timeout: number }} step `timeout` in seconds
 * @param {{ code: number, isTimedOut: boolean }} ended
 * @param {string} totalsFile see reporter.cjs
 * @returns {Outcome}
 */
export function outcomeOf({ kind, timeout }, { code, isTimedOut }, totalsFile) {
	const stopped = `stopped after ${timeout} s`;
	if (kind === 'check') { return code === 0 && !isTimedOut ? { ...nothing, passed: 1 } : { ...nothing, failed: 1, why: isTimedOut ? stopped : `exit code ${code}` }; }
	const totals = readTotals(totalsFile);
	const why = isTimedOut ? stopped
		: totals === undefined ? `ended without a report, exit code ${code}`
		: totals.passed + totals.failed === 0 ? 'ran no test'
		: code !== 0 && totals.failed === 0 ? `all tests passed, yet exit code ${code}`
		: undefined;
	const outcome = totals ?? nothing;
	return why === undefined ? outcome : { ...outcome, failed: outcome.failed + 1, why };
}

/** @returns {Outcome | undefined} */
function readTotals(file) {
	try {
		const { passed, failed, skipped = 0, slowest = [] } = JSON.parse(readFileSync(file, 'utf8'));
		return Number.isInteger(passed) && Number.isInteger(failed) ? { passed, failed, skipped, slowest } : undefined;
	} catch {
		return undefined;
	}
}

/** `12 passed, 1 failed, 2 skipped (stopped after 60 s)` @param {Outcome} outcome */
export function describe({ passed, failed, skipped, why }) {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}${why === undefined ? '' : ` (${why})`}`;
}
