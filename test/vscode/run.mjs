#!/usr/bin/env node
// Runs the extension tests in the real VS Code, in its Node extension host and in its web worker one.
// usage: node test/vscode/run.mjs [node] [web]
import { cpSync, createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { runTests } from '@vscode/test-electron';
import { at, Refusal } from '../../scripts/project.mjs';
import { installCodeServer } from '../../scripts/vscode/code-server.mjs';
import { findDesktop } from '../../scripts/vscode/desktop.mjs';
import { bundleSuites } from './bundle.mjs';

const totals = { passed: 0, failed: 0, skipped: 0, slowest: [] };

try {
	const desktop = findDesktop();
	if (desktop === undefined) { await installCodeServer(console.log); }
	const hosts = process.argv.slice(2).filter(name => name === 'node' || name === 'web');
	for (const host of hosts.length === 0 ? ['node', 'web'] : hosts) { await runHost(host, desktop?.program ?? at('scripts/vscode/launcher.mjs')); }
} catch (error) {
	console.error(error instanceof Refusal ? error.message : error);
	totals.failed++;
}
totals.slowest = totals.slowest.sort((a, b) => b.ms - a.ms).slice(0, 10);
if (process.env.WARRAQ_TOTALS) { writeFileSync(process.env.WARRAQ_TOTALS, JSON.stringify(totals)); }
process.exit(totals.failed === 0 ? 0 : 1);

/**
 * Runs all suites in one extension host, on a copy of the samples.
 * @param {'node' | 'web'} host
 * @param {string} program a VS Code, or what stands in for it
 */
async function runHost(host, program) {
	console.log(`\n  ${host === 'node' ? 'Node extension host' : 'web worker extension host'}`);
	const { file, suites } = await bundleSuites(host);
	if (suites === 0) { throw new Refusal('There are no suites in test/vscode/suite.'); }
	const temp = mkdtempSync(path.join(tmpdir(), 'warraq-host-'));
	const removeTemp = () => rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
	process.once('exit', removeTemp);
	const workspace = path.join(temp, 'samples');
	cpSync(at('samples'), workspace, { recursive: true });
	mkdirSync(at('out/test/vscode'), { recursive: true });
	const logFile = at(`out/test/vscode/${host}.log`);
	const log = createWriteStream(logFile);
	const output = new PassThrough();
	let ended = false;
	const reading = (async () => {
		for await (const line of createInterface({ input: output, crlfDelay: Infinity })) {
			const told = /WARRAQ_TEST (\{.*\})/.exec(line)?.[1];
			if (told === undefined) { log.write(`${line}\n`); } else { ended = note(host, JSON.parse(told)) || ended; }
		}
	})();
	let failure;
	const failedBefore = totals.failed;
	try {
		await runTests({
			vscodeExecutablePath: program, extensionDevelopmentPath: at(), extensionTestsPath: file,
			launchArgs: [
				workspace, `--user-data-dir=${path.join(temp, 'data')}`, `--extensions-dir=${path.join(temp, 'extensions')}`, '--disable-extensions',
				...host === 'web' ? ['--extensionDevelopmentKind=web'] : [],
			],
			stdout: output, stderr: log,
		});
	} catch (error) { failure = error; }
	output.end();
	await reading;
	await new Promise(resolve => { log.end(resolve); });
	process.off('exit', removeTemp);
	removeTemp();
	if (!ended || failure !== undefined && totals.failed === failedBefore) {
		totals.failed++;
		console.log(`    ✗ the ${host} host ended before its tests: ${failure?.message ?? 'no reason given'}; its output is in ${path.relative(at(), logFile)}`);
	}
}

/**
 * Counts and prints what the host tells of a test.
 * @returns {boolean} whether all have run
 */
function note(host, { event, title, ms, error }) {
	if (event === 'pass') {
		totals.passed++;
		totals.slowest.push({ title: `[${host}] ${title}`, ms });
		console.log(`    ✔ ${title}${ms > 500 ? ` (${ms} ms)` : ''}`);
	} else if (event === 'fail') {
		totals.failed++;
		console.log(`    ✗ ${title}\n${String(error).replace(/^/gm, '        ')}`);
	} else if (event === 'skip') {
		totals.skipped++;
		console.log(`    - ${title}`);
	}
	return event === 'end';
}
