import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { LICENCES, bundles } from './bundles.mjs';
import { Refusal, isMain, root, runMain } from './project.mjs';

/**
 * Bundles everything, or the bundles named, into dist/.
 * @param {{ isDev?: boolean, write?: boolean, names?: readonly string[] }} choice `isDev`: readable, with source maps. `write: false` only gives the result.
 * @returns {Promise<{ missing: string[], metafiles: Record<string, import('esbuild').Metafile>, sizes: Record<string, number>, texts: Record<string, string> }>} by bundle name; sizes in bytes; texts only where nothing is written.
 */
export async function buildAll({ isDev = false, write = true, names = [] } = {}) {
	const esbuild = await import('esbuild');
	const chosen = bundles.filter(({ name }) => names.length === 0 || names.includes(name));
	const missing = chosen.filter(({ entry }) => !existsSync(path.join(root, entry))).map(({ entry }) => entry);
	const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
	const metafiles = {};
	const sizes = {};
	const texts = {};
	if (write) { clear(path.join(root, 'dist'), new Set([...bundles.map(({ name }) => name), LICENCES])); }
	const built = await Promise.allSettled(chosen.filter(({ entry }) => !missing.includes(entry)).map(async ({ name, entry, isCommand, options }) => {
		const outfile = path.join(root, 'dist', name);
		const result = await esbuild.build({
			absWorkingDir: root, entryPoints: [entry], outfile, bundle: true, write, metafile: true, logLevel: 'warning',
			minify: !isDev, sourcemap: isDev ? 'linked' : false, legalComments: 'none', define: { 'process.env.NODE_ENV': '"production"', WARRAQ_VERSION: JSON.stringify(version) },
			...options, ...isCommand ? { banner: { js: withHashbang(entry, options.banner.js) } } : {},
		});
		metafiles[name] = result.metafile;
		if (!write) { texts[name] = result.outputFiles[0].text; }
		sizes[name] = result.metafile.outputs[`dist/${name}`].bytes;
		if (write && isCommand) { await chmod(outfile, 0o755); }
	}));
	// One that fails does not keep the others from being written.
	const failed = built.find(({ status }) => status === 'rejected');
	if (failed !== undefined) { throw failed.reason; }
	if (write && names.length === 0) {
		mkdirSync(path.join(root, 'dist'), { recursive: true });
		mkdirSync(path.join(root, 'out'), { recursive: true });
		writeFileSync(path.join(root, 'dist', LICENCES), licencesOf(metafiles));
		writeFileSync(path.join(root, 'out/meta.json'), JSON.stringify(sorted(metafiles)));
	}
	return { missing, metafiles: sorted(metafiles), sizes: sorted(sizes), texts };
}

const sorted = byName => Object.fromEntries(bundles.filter(({ name }) => name in byName).map(({ name }) => [name, byName[name]]));

// A first line of the entry's own is kept by esbuild, and two would be a syntax error.
function withHashbang(entry, banner) {
	return readFileSync(path.join(root, entry), 'utf8').startsWith('#!') ? banner : `#!/usr/bin/env node\n${banner}`;
}

/** Removes what an earlier build left behind, so that it is not packaged; the others are overwritten in place. */
function clear(folder, keep) {
	if (!existsSync(folder)) { return; }
	for (const name of readdirSync(folder)) {
		if (!keep.has(name)) { rmSync(path.join(folder, name), { recursive: true }); }
	}
}

/** Name, version and licence text of every package that is part of a bundle; their licences ask for it. */
function licencesOf(metafiles) {
	const folders = new Set(Object.values(metafiles).flatMap(({ inputs }) => Object.keys(inputs)).map(packageFolder).filter(folder => folder !== undefined));
	return [...folders].sort().map(folder => {
		const manifest = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
		const file = readdirSync(path.join(root, folder)).find(name => /^licen[cs]e/iu.test(name));
		const text = file === undefined ? '' : `\n\n${readFileSync(path.join(root, folder, file), 'utf8').trim()}`;
		return `${manifest.name} ${manifest.version}, ${manifest.license}${text}\n`;
	}).join(`\n${'-'.repeat(80)}\n\n`);
}

const packageFolder = input => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(input)?.[0];

async function main(args) {
	const isDev = args.includes('--dev');
	const started = performance.now();
	const names = args.filter(arg => !arg.startsWith('--'));
	const unknown = names.filter(name => !bundles.some(bundle => bundle.name === name));
	if (unknown.length > 0) { throw new Refusal(`There is no bundle “${unknown.join('”, “')}”: choose from ${bundles.map(({ name }) => name).join(', ')}.`); }
	const { missing, sizes } = await buildAll({ isDev, names }).catch(error => {
		// esbuild has printed what is wrong, with the place.
		throw error.errors === undefined ? error : new Refusal('The build failed: see above.');
	});
	for (const [name, bytes] of Object.entries(sizes)) { console.log(`  dist/${name.padEnd(18)} ${(bytes / 1000).toFixed(1).padStart(8)} kB`); }
	console.log(`Built ${Object.keys(sizes).length} bundles in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
	if (missing.length > 0) {
		console.error(`Not built, because the file does not exist: ${missing.join(', ')}.`);
		if (!isDev) { process.exitCode = 1; }
	}
}

if (isMain(import.meta.url)) {
	await runMain(main);
}
