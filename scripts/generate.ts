import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { outputs } from './generate/files.ts';
import { at, isMain, runMain } from './project.mjs';

/** Paths whose content differs from what would be generated now. */
export function outdated(): string[] {
	return [...outputs()].filter(([file, content]) => current(file) !== content).map(([file]) => file).sort();
}

function current(file: string): string | undefined {
	return existsSync(at(file)) ? readFileSync(at(file), 'utf8') : undefined;
}

function write(): string[] {
	const files = outdated();
	const wanted = outputs();
	for (const file of files) {
		const content = wanted.get(file);
		if (content === undefined) { rmSync(at(file), { recursive: true }); continue; }
		mkdirSync(path.dirname(at(file)), { recursive: true });
		writeFileSync(at(file), content);
	}
	return files;
}

if (isMain(import.meta.url)) {
	await runMain(args => {
		if (args.includes('--check')) {
			const files = outdated();
			if (files.length === 0) { console.log('Everything generated is up to date.'); return 0; }
			console.error(`Out of date: ${files.join(', ')}.\nRun “npm run generate” and commit what it writes.`);
			return 1;
		}
		const files = write();
		console.log(files.length === 0 ? 'Everything generated was up to date.' : `Wrote ${files.join(', ')}.`);
		return 0;
	});
}
