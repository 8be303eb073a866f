import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { bundles, packageBudget } from '../scripts/bundles.mjs';
import { vsixFile } from '../scripts/package.mjs';
import { at } from '../scripts/project.mjs';
import { compared, limited, median, type Figure } from './table.ts';

const PROCESSES = 15;

/** Loading and activating the extension in fresh processes, with a made-up `vscode` and no dump open. */
export function benchActivation(): Figure[] {
	const times = (what: string) => Array.from({ length: PROCESSES }, () =>
		JSON.parse(execFileSync(process.execPath, [at('bench/activation.cjs'), what], { encoding: 'utf8' })) as { load: number; activate: number });
	const own = times(at('dist/extension.js'));
	const empty = median(times('empty').map(({ load }) => load));
	const group = 'activation';
	const total = median(own.map(({ load, activate }) => load + activate));
	return [
		compared({ group, name: 'bundle load', unit: 'ms', value: median(own.map(({ load }) => load)), against: { name: 'empty module', value: empty } }),
		limited(group, 'activate', median(own.map(({ activate }) => activate)), 'ms'),
		limited(group, 'load and activate', total, 'ms', 60),
	];
}

/** Bytes of what is shipped, in kB of 1,000. */
export function benchSizes(): Figure[] {
	const built = bundles.filter(({ name }) => existsSync(at('dist', name)));
	const files = built.flatMap(({ name, budget }) => {
		const bytes = readFileSync(at('dist', name));
		return [limited('sizes', name, bytes.length / 1000, 'kB', budget / 1000), limited('sizes', `${name}, gzip`, gzipSync(bytes).length / 1000, 'kB')];
	});
	const vsix = vsixFile();
	return [...files, ...existsSync(vsix) ? [limited('sizes', '.vsix', statSync(vsix).size / 1000, 'kB', packageBudget / 1000)] : []];
}
