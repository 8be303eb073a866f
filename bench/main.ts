import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { between } from '../scripts/generate/files.ts';
import { Refusal, at, runMain } from '../scripts/project.mjs';
import { benchCheck } from './check.ts';
import { benchActivation, benchSizes } from './extension.ts';
import { isReal } from './inputs.ts';
import { benchLatency } from './latency.ts';
import { markdownOf, tableOf, type Figure } from './table.ts';

const benches: Readonly<Record<string, { readonly run: () => Figure[] | Promise<Figure[]>; readonly needs: readonly string[] }>> = {
	check: { run: benchCheck, needs: ['dist/warraq.mjs'] },
	latency: { run: benchLatency, needs: ['dist/server.js'] },
	activation: { run: benchActivation, needs: ['dist/extension.js'] },
	sizes: { run: benchSizes, needs: [] },
};

const PAGE = 'docs/performance.md';
const SAVE = '--save';

/** `npm run bench [-- NAME… --save]`: measures what is built in dist/, prints a table, keeps it in out/bench.json, and by --save in docs/performance.md. */
await runMain(async args => {
	const names = args.filter(arg => arg !== SAVE);
	const unknown = names.filter(name => !(name in benches));
	if (unknown.length > 0) { throw new Refusal(`There is no bench “${unknown.join('”, “')}”: choose from ${Object.keys(benches).join(', ')}.`); }
	const chosen = Object.entries(benches).filter(([name]) => names.length === 0 || names.includes(name));
	const missing = [...new Set(chosen.flatMap(([, { needs }]) => needs))].filter(file => !existsSync(at(file)));
	if (missing.length > 0) { throw new Refusal(`${missing.join(', ')} is not built: run “npm run package” first.`); }
	const figures: Figure[] = [];
	for (const [name, { run }] of chosen) {
		console.error(`Measuring ${name} …`);
		figures.push(...await run());
	}
	const machine = { node: process.version, cores: cpus().length, processor: cpus()[0]?.model ?? '', memory: Math.round(totalmem() / 2 ** 30), inputs: isReal ? 'shared corpus' : 'own samples, repeated' };
	const conditions = `Node ${machine.node}, ${machine.cores} × ${machine.processor}, ${machine.memory} GiB; inputs: ${machine.inputs}.`;
	console.log(`${tableOf(figures)}\n\n${conditions}`);
	if (args.includes(SAVE)) { writeFileSync(at(PAGE), between(readFileSync(at(PAGE), 'utf8'), 'bench', `${markdownOf(figures)}\n\n${conditions}`)); }
	mkdirSync(at('out'), { recursive: true });
	writeFileSync(at('out/bench.json'), `${JSON.stringify({ machine, figures }, undefined, '\t')}\n`);
});
