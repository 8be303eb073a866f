import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.mjs';
import { LICENCES, bundles, packageBudget } from './bundles.mjs';
import { Refusal, at, isMain, runMain } from './project.mjs';

/** Where package.json, the bundles and the rest of the extension are gathered: exactly what goes into the .vsix. */
export const STAGE = at('out/vsix');

const REPOSITORY = 'https://github.com/warraq/warraq';

/** Files and folders of the extension beside its bundles, relative to the project; the command line is no part of it. */
const parts = () => [
	'README.md', 'CHANGELOG.md', 'LICENSE', 'language-configuration.json', ...readdirSync(at()).filter(name => /^package\.nls(?:\.[\w-]+)?\.json$/u.test(name)),
	'l10n', 'images', 'syntaxes', 'schemas', 'walkthrough', 'docs/rules',
	...bundles.filter(({ isCommand }) => isCommand !== true).map(({ name }) => `dist/${name}`),
	`dist/${LICENCES}`,
];

/** What icon.png is drawn from. */
const notPackaged = new Set([at('images/icon.svg')]);

const manifest = () => JSON.parse(readFileSync(at('package.json'), 'utf8'));

/** The packaged extension, absolute. */
export const vsixFile = () => at(`warraq-${manifest().version}.vsix`);

/** package.json as an installed extension needs it: without what only the npm package and developers use. */
export function extensionManifest() {
	const { scripts, devDependencies, bin, files, imports, allowScripts, engines, ...rest } = manifest();
	return { ...rest, engines: { vscode: engines.vscode } };
}

/** Gathers the files of the extension; refuses with the list of those that do not exist. */
function stage() {
	const wanted = parts();
	const missing = wanted.filter(part => !existsSync(at(part)));
	if (missing.length > 0) { throw new Refusal(`The package lacks ${missing.join(', ')}: build or write these first (npm run build, npm run generate).`); }
	rmSync(STAGE, { recursive: true, force: true });
	mkdirSync(STAGE, { recursive: true });
	for (const part of wanted) { cpSync(at(part), path.join(STAGE, part), { recursive: true, filter: source => !path.basename(source).startsWith('.') && !notPackaged.has(source) }); }
	// Nothing is left out here any more; without this file vsce doubts it.
	writeFileSync(path.join(STAGE, '.vscodeignore'), '');
	writeFileSync(path.join(STAGE, 'package.json'), `${JSON.stringify(extensionManifest(), undefined, '\t')}\n`);
}

/** Builds where asked, and writes the .vsix; needs no network. */
export async function packageExtension({ build = true } = {}) {
	if (build) {
		const { missing } = await buildAll();
		if (missing.length > 0) { throw new Refusal(`The package lacks ${missing.join(', ')}: write these first.`); }
	}
	stage();
	const { createVSIX, PackageManager } = await import('@vscode/vsce').then(module => module.default ?? module);
	const file = vsixFile();
	await createVSIX({
		cwd: STAGE, packagePath: file, dependencies: false, allowMissingRepository: true,
		baseContentUrl: `${REPOSITORY}/blob/main`, baseImagesUrl: `${REPOSITORY}/raw/main`,
	});
	const bytes = statSync(file).size;
	if (bytes > packageBudget) { throw new Refusal(`${path.basename(file)} has ${bytes} bytes, more than the ${packageBudget} it may have: see what grew (npm run bench -- sizes).`); }
	return { file, bytes };
}

if (isMain(import.meta.url)) {
	await runMain(async args => {
		const { file, bytes } = await packageExtension({ build: !args.includes('--no-build') });
		console.log(`Packaged ${path.basename(file)}, ${(bytes / 1000).toFixed(1)} kB.`);
	});
}
