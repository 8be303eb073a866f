import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { installPackages } from './install.mjs';
import { describe, outcomeOf } from './outcome.mjs';
import { Refusal, at, runMain } from './project.mjs';
import { run } from './run.mjs';

/** The step that a suite names in `needs` when it drives a browser. */
const BROWSER = 'browser and fonts';

/**
 * `npm test [-- NAME…]`: everything, from a fresh clone, or only the steps whose names hold one of the given words.
 * Plain JavaScript for Node 20, because it installs what the rest needs. The last line tells the totals.
 */
await runMain(async names => {
	const started = performance.now();
	const results = [];
	await prepare('npm packages', () => installPackages(), results);
	if (results[0].failed > 0) { return report(results, started); }
	const { steps } = await import('./suites.mjs');
	const chosen = steps.map(group => group.filter(({ name }) => names.length === 0 || names.some(word => name.includes(word)))).filter(group => group.length > 0);
	if (chosen.length === 0) { throw new Refusal(`No step is called “${names.join(' ')}”; there are: ${steps.flat().map(({ name }) => name).join(', ')}.`); }
	if (chosen.flat().some(({ needs }) => needs?.includes(BROWSER))) {
		const { ensureBrowser } = await import('./system.mjs');
		await prepare(BROWSER, () => ensureBrowser(), results);
	}
	const lacks = {};
	if (chosen.flat().some(({ wants }) => wants === 'nvim')) {
		const { lackOfNeovim } = await import('./system.mjs');
		lacks.nvim = await lackOfNeovim();
	}
	mkdirSync(at('out'), { recursive: true });
	const folder = mkdtempSync(at('out', 'totals-'));
	try {
		for (const group of chosen) {
			const isAlone = group.length === 1;
			results.push(...await Promise.all(group.map((step, index) => lacks[step.wants] === undefined ? execute(step, path.join(folder, `${results.length + index}.json`), isAlone, results) : leaveOut(step, lacks[step.wants]))));
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	return report(results, started);
});

/** Runs what this process does itself; silent when there is nothing to do. */
async function prepare(name, work, results) {
	const started = performance.now();
	try {
		await work();
		results.push({ name, passed: 1, failed: 0, skipped: 0, slowest: [], ms: performance.now() - started });
	} catch (error) {
		console.error(error instanceof Refusal ? error.message : error);
		results.push({ name, passed: 0, failed: 1, skipped: 0, slowest: [], ms: performance.now() - started, why: 'failed' });
	}
}

/** Says that a step is not run, and counts it neither as passed nor as failed. */
function leaveOut({ name }, why) {
	console.log(`\n${title(name)}\nLeft out: ${why}.`);
	return { name, passed: 0, failed: 0, skipped: 1, slowest: [], ms: 0, why };
}

async function execute(step, totalsFile, isAlone, before) {
	const lacking = step.needs?.find(name => before.some(result => result.name === name && result.failed > 0));
	if (lacking !== undefined) {
		console.log(`\n${title(step.name)}\nNot run, because “${lacking}” failed.`);
		return { name: step.name, passed: 0, failed: 1, skipped: 0, slowest: [], ms: 0, why: `not run, because “${lacking}” failed` };
	}
	if (isAlone) { console.log(`\n${title(step.name)}`); }
	const started = performance.now();
	// npm puts the Node of the tests in front of the one that runs npm itself, which is the user's.
	const { code, output, isTimedOut } = await run(step.command, step.args, { timeout: step.timeout, show: isAlone, env: { ...process.env, ...step.env, WARRAQ_TOTALS: totalsFile, WARRAQ_SYSTEM_NODE: process.env.npm_node_execpath ?? process.execPath } });
	const ms = performance.now() - started;
	if (!isAlone) { process.stdout.write(`\n${title(step.name)}\n${output}`); }
	const result = { name: step.name, ms, ...outcomeOf(step, { code, isTimedOut }, totalsFile) };
	console.log(`${step.name}: ${describe(result)}, ${seconds(ms)}`);
	return result;
}

function title(name) { return `── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}`; }

function seconds(ms) { return `${(ms / 1000).toFixed(1)} s`; }

/** Prints a line per step, the slowest tests, and last the totals. */
function report(results, started) {
	console.log(`\n${title('totals')}`);
	const width = Math.max(...results.map(({ name }) => name.length));
	for (const result of results) { console.log(`${result.failed > 0 ? '✗' : result.passed > 0 ? '✓' : '–'} ${result.name.padEnd(width)}  ${seconds(result.ms).padStart(8)}  ${describe(result)}`); }
	const slowest = results.flatMap(({ name, slowest: tests }) => tests.map(test => ({ ...test, name }))).filter(({ ms }) => ms >= 1000).sort((a, b) => b.ms - a.ms).slice(0, 10);
	if (slowest.length > 0) { console.log(`\nSlowest tests\n${slowest.map(({ name, title: test, ms }) => `  ${seconds(ms).padStart(8)}  ${name}: ${test}`).join('\n')}`); }
	console.log(`\nAll in ${seconds(performance.now() - started)}.`);
	const total = key => results.reduce((sum, result) => sum + result[key], 0);
	console.log(`${total('passed')} passed, ${total('failed')} failed`);
	return total('failed') === 0 ? 0 : 1;
}
