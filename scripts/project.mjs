import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, absolute. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * A path inside the project, absolute.
 * @param {string[]} parts
 */
export const at = (...parts) => path.join(root, ...parts);

/** The Node that the npm package `node` brings: it runs TypeScript and VS Code, whatever Node started the script. */
export const node24 = () => at('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** A program that a package brings, as the path of its JavaScript file. */
export const tools = {
	tsc: () => at('node_modules/typescript/bin/tsc'),
	eslint: () => at('node_modules/eslint/bin/eslint.js'),
	mocha: () => at('node_modules/mocha/bin/mocha.js'),
};

/**
 * The first of the named programs that stands on PATH, or undefined.
 * @param {string[]} names
 * @returns {string | undefined}
 */
export function onPath(...names) {
	const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
	for (const name of names) {
		for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
			for (const ending of endings) {
				const file = path.join(folder, name + ending);
				if (folder !== '' && existsSync(file)) { return file; }
			}
		}
	}
	return undefined;
}

/** Thrown for what the user can mend: the message is one sentence with the next step, and no stack is printed. */
export class Refusal extends Error {}

/**
 * Runs a script's main function, which gets the arguments and may give the exit status; a Refusal ends it with its sentence.
 * @param {(args: string[]) => number | void | undefined | Promise<number | void | undefined>} main
 */
export async function runMain(main) {
	try {
		process.exitCode = await main(process.argv.slice(2)) ?? process.exitCode ?? 0;
	} catch (error) {
		console.error(error instanceof Refusal ? error.message : error);
		process.exitCode = 1;
	}
}

/**
 * True when the module is what Node was asked to run.
 * @param {string} url
 */
export const isMain = url => process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(url);
