import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readText } from '#core/format/read.ts';
import { at } from '../scripts/project.mjs';
import { goodText } from './good-text.ts';

const FOLDER = at('out/bench');
const MAKER = at('../shared/corpus/make_large.py');

/** Whether inputs come from the shared corpus; else they are our own samples, repeated. */
export const isReal = existsSync(MAKER);

/** One dump of about so many MB, made once and kept. */
export function dumpOf(megabytes: number): string {
	return made(`dump-${megabytes}.txt`, target => {
		if (isReal) { makeLarge('--mb', String(megabytes), '--out', target); } else { writeFileSync(target, repeated(megabytes * 1024 * 1024).join('')); }
	});
}

/** One dump of about so many MB of good text with little damage, see {@link goodText}; made of our own samples everywhere. */
export function goodDumpOf(megabytes: number): string {
	return made(`good-${megabytes}.txt`, target => { writeFileSync(target, goodText(samples(), megabytes * 1024 * 1024).join('')); });
}

/** A folder of so many files with one article each. */
export function folderOf(count: number): string {
	return made(`files-${count}`, target => {
		if (isReal) { makeLarge('--files', String(count), '--out', target); return; }
		mkdirSync(target, { recursive: true });
		const articles = samples();
		for (let index = 0; index < count; index++) { writeFileSync(path.join(target, `${String(index).padStart(6, '0')}.txt`), articles[index % articles.length] ?? ''); }
	});
}

/** A dump with one article. */
export const oneArticle = (): string => made('article.txt', target => { writeFileSync(target, samples()[0] ?? ''); });

export function bytesIn(file: string): number {
	if (!statSync(file).isDirectory()) { return statSync(file).size; }
	return readdirSync(file).reduce((sum, name) => sum + statSync(path.join(file, name)).size, 0);
}

/** Written beside its place first, so that an interrupted run leaves no half of it. */
function made(name: string, make: (target: string) => void): string {
	const file = path.join(FOLDER, `${isReal ? 'real' : 'own'}-${name}`);
	if (existsSync(file)) { return file; }
	mkdirSync(FOLDER, { recursive: true });
	const draft = `${file}.part`;
	rmSync(draft, { recursive: true, force: true });
	make(draft);
	renameSync(draft, file);
	return file;
}

function makeLarge(...args: string[]): void {
	const { status, stderr } = spawnSync('python3', [MAKER, ...args], { encoding: 'utf8' });
	if (status !== 0) { throw new Error(`python3 could not make the input: ${stderr}`); }
}

/** The good articles of the samples, whole. */
function samples(): string[] {
	const files = readdirSync(at('samples')).filter(name => name.endsWith('.txt') && !name.includes('defect')).sort();
	return files.flatMap(name => [...readText(readFileSync(at('samples', name), 'utf8'))].map(article => article.text)).map(text => (text.endsWith('\n') ? text : `${text}\n`));
}

function repeated(bytes: number): string[] {
	const articles = samples();
	const chosen: string[] = [];
	for (let size = 0, index = 0; size < bytes; index++) {
		const article = articles[index % articles.length] ?? '';
		chosen.push(article);
		size += Buffer.byteLength(article);
	}
	return chosen;
}
