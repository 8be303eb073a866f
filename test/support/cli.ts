import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

const bundle = path.resolve('out/warraq-test.mjs');
let isBuilt = false;

/** The command line as one script, built as it is shipped; one level below the manifest, whose version it tells. */
export function cliScript(): string {
	if (!isBuilt) {
		buildSync({
			entryPoints: ['cli/main.ts'], outfile: bundle, bundle: true, platform: 'node', format: 'esm', target: 'node20', mainFields: ['module', 'main'], logLevel: 'error',
			banner: { js: "import { createRequire as createRequireOfWarraq } from 'node:module';const require = createRequireOfWarraq(import.meta.url);" },
		});
		isBuilt = true;
	}
	return bundle;
}

export const cliUrl = (): URL => pathToFileURL(cliScript());

export interface Finished {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

const environment = { ...process.env, NO_COLOR: '', FORCE_COLOR: undefined };

/** Runs `warraq` to its end; with a fault, see `faulty-fs.mjs`, to whatever end that makes. */
export function warraq(args: readonly string[], { cwd, input, fault }: { readonly cwd?: string; readonly input?: string | Uint8Array; readonly fault?: string } = {}): Finished {
	const faulty = fault === undefined ? [] : ['--import', new URL('faulty-fs.mjs', import.meta.url).href];
	const { status, stdout, stderr, error } = spawnSync(process.execPath, [...faulty, cliScript(), ...args], { cwd, input: input ?? '', env: { ...environment, WARRAQ_FAULT: fault }, maxBuffer: 1 << 28 });
	if (error !== undefined) { throw error; }
	return { status, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}

/** Starts `warraq`; the caller ends it. */
export function startWarraq(args: readonly string[], cwd?: string): ChildProcess {
	return spawn(process.execPath, [cliScript(), ...args], { cwd, env: environment });
}

/** An empty folder for a test; `remove` it in the teardown. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
	const folder = mkdtempSync(path.join(tmpdir(), 'warraq-test-'));
	return { folder, remove: () => { rmSync(folder, { recursive: true, force: true }); } };
}
