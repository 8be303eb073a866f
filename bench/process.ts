import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { root } from '../scripts/project.mjs';

/** A whole process as seen from outside. */
export interface Measured {
	readonly ms: number;
	/** High-water mark of its resident memory in MiB; NaN where /proc does not tell. */
	readonly peak: number;
	readonly code: number;
	readonly stderr: string;
}

const POLL_MS = 10;

/** Runs a program of Node to its end; what it prints is written to /dev/null or its like. */
export async function measure(args: readonly string[], accepted: readonly number[] = [0]): Promise<Measured> {
	const sink = openSync(process.platform === 'win32' ? 'NUL' : '/dev/null', 'w');
	try {
		const started = performance.now();
		const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', sink, 'pipe'] as StdioOptions });
		let stderr = '';
		child.stderr?.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
		let peak = Number.NaN;
		const timer = setInterval(() => { peak = peakOf(child) ?? peak; }, POLL_MS);
		const code = await new Promise<number>((resolve, reject) => {
			child.on('error', reject);
			child.on('close', status => { resolve(status ?? 1); });
		});
		clearInterval(timer);
		if (!accepted.includes(code)) { throw new Error(`“node ${args.join(' ')}” ended with ${code}: ${stderr.slice(-500)}`); }
		return { ms: performance.now() - started, peak, code, stderr };
	} finally {
		closeSync(sink);
	}
}

/** Runs programs in turn, several rounds of all of them, so that a slow moment of the machine hits each; gives the fastest half's middle. */
export async function compareRuns<K extends string>(rounds: number, programs: Readonly<Record<K, { readonly args: readonly string[]; readonly accepted?: readonly number[] }>>): Promise<Record<K, { readonly ms: number; readonly peak: number }>> {
	const names = Object.keys(programs) as K[];
	const runs = Object.fromEntries(names.map(name => [name, [] as Measured[]])) as Record<K, Measured[]>;
	for (let round = 0; round < rounds; round++) {
		for (const name of names) { runs[name].push(await measure(programs[name].args, programs[name].accepted)); }
	}
	return Object.fromEntries(names.map(name => {
		const sorted = runs[name].map(({ ms }) => ms).sort((a, b) => a - b);
		return [name, { ms: sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN, peak: Math.max(...runs[name].map(({ peak }) => peak)) }];
	})) as Record<K, { ms: number; peak: number }>;
}

/** Resident high-water mark of a running process in MiB. */
export function peakOf(child: ChildProcess): number | undefined {
	try {
		const kilobytes = /^VmHWM:\s+(\d+)/mu.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
		return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
	} catch {
		return undefined;
	}
}
