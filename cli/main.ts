import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { UsageError, readArguments, type Arguments } from './arguments.ts';
import { check } from './commands/check.ts';
import { fix } from './commands/fix.ts';
import { help } from './commands/help.ts';
import { lsp } from './commands/lsp.ts';
import { explain, rules } from './commands/rules.ts';
import { stats } from './commands/stats.ts';
import { serveChecks } from './engine/worker.ts';
import { Exit, today, type Host } from './host.ts';

const host: Host = {
	entry: new URL(import.meta.url),
	get version() { return versionBeside(import.meta.url); },
	say: line => { process.stderr.write(`${line}\n`); },
};

/** The version of the package this script lies in, one folder below its manifest: in the sources as in the package. */
function versionBeside(script: string): string {
	try {
		const { version } = JSON.parse(readFileSync(new URL('../package.json', script), 'utf8')) as { readonly version?: unknown };
		return typeof version === 'string' ? version : 'unknown';
	} catch {
		return 'unknown';
	}
}

/**
 * Everything is imported at once, except for the language server: measured, that costs nothing at the start, while lazy
 * imports make a bundler turn the constants of the core into variables, which slows its loops down. The status is
 * undefined where the process goes on, and ends itself.
 */
async function run(args: Arguments): Promise<number | undefined> {
	switch (args.command) {
		case 'check': return check(args, host);
		case 'fix': return fix(args, host);
		case 'stats': return stats(args, host);
		case 'rules': return rules(args, host);
		case 'explain': return explain(args, host);
		case 'help': return help(args.paths[0]);
		case 'version': process.stdout.write(`${host.version}\n`); return Exit.Fine;
		case 'lsp': await lsp(host); return undefined;
	}
}

async function main(): Promise<void> {
	// A closed standard error is no reason to stop.
	process.stderr.on('error', () => undefined);
	try {
		process.exitCode = await run(readArguments(process.argv.slice(2), today));
	} catch (error) {
		host.say(error instanceof UsageError ? error.message : `Warraq has failed, which is a defect; report it with this text: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
		process.exitCode = Exit.Trouble;
	}
}

if (isMainThread) {
	await main();
} else {
	serveChecks();
}
