import { readFileSync } from 'node:fs';
import { at } from '../scripts/project.mjs';
import { dumpOf, oneArticle } from './inputs.ts';
import { LanguageClient } from './language-client.ts';
import { compared, median, quantile, type Figure } from './table.ts';

const EDITS = 1000;
const WARM_UP = 100;
const OUTLINES = 20;

interface Session {
	readonly open: { readonly first: number; readonly all: number };
	readonly keys: readonly number[];
	readonly outlines: readonly number[];
	readonly peak: number;
}

/** Keystroke to diagnostics over stdio, in documents of three sizes, against a server that only echoes. */
export async function benchLatency(): Promise<Figure[]> {
	const documents = [['one article', oneArticle()], ['1 MB', dumpOf(1)], ['10 MB', dumpOf(10)]] as const;
	const figures: Figure[] = [];
	for (const [name, file] of documents) {
		const text = readFileSync(file, 'utf8');
		const echo = await sessionOf(['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', at('bench/echo-server.ts')], text);
		const own = await sessionOf([at('dist/server.js'), '--stdio'], text);
		figures.push(...figuresOf(`server, ${name}`, own, echo));
	}
	return figures;
}

function figuresOf(group: string, own: Session, echo: Session): Figure[] {
	const floor = 'echo server';
	return [
		compared({ group, name: 'keystroke → diagnostics, median', unit: 'ms', value: median(own.keys), against: { name: floor, value: median(echo.keys) }, limit: 2, enough: 0.6 }),
		compared({ group, name: 'keystroke → diagnostics, 95 %', unit: 'ms', value: quantile(own.keys, 0.95), against: { name: floor, value: quantile(echo.keys, 0.95) }, limit: 2, enough: 2 }),
		compared({ group, name: 'open → first diagnostics', unit: 'ms', value: own.open.first, against: { name: floor, value: echo.open.first }, limit: 1.3 }),
		compared({ group, name: 'open → all diagnostics', unit: 'ms', value: own.open.all, against: { name: floor, value: echo.open.all } }),
		compared({ group, name: 'keystroke → outline, median', unit: 'ms', value: median(own.outlines), against: { name: floor, value: median(echo.outlines) } }),
		compared({ group, name: 'peak memory', unit: 'MiB', value: own.peak, against: { name: floor, value: echo.peak }, limit: 3, enough: 300 }),
	];
}

async function sessionOf(args: readonly string[], text: string): Promise<Session> {
	const client = await LanguageClient.start(args);
	try {
		const lines = text.split('\n');
		const place = places(lines);
		const open = await client.open(text);
		const keys: number[] = [];
		for (let edit = 0; edit < WARM_UP + EDITS; edit++) {
			const { line, character } = place();
			const ms = await client.type(line, character, LETTER);
			insert(lines, line, character);
			if (edit >= WARM_UP) { keys.push(ms); }
		}
		const outlines: number[] = [];
		for (let edit = 0; edit < OUTLINES; edit++) {
			const { line, character } = place();
			outlines.push(await client.typeAndOutline(line, character, LETTER));
			insert(lines, line, character);
		}
		return { open, keys, outlines, peak: client.peak() };
	} finally {
		await client.stop();
	}
}

const LETTER = 'ا';

function insert(lines: string[], line: number, character: number): void {
	const text = lines[line] ?? '';
	lines[line] = text.slice(0, character) + LETTER + text.slice(character);
}

/** Random places in lines of text, the same in every run. */
function places(lines: readonly string[]): () => { line: number; character: number } {
	let state = 0x9e3779b9;
	const below = (limit: number): number => {
		// Marsaglia's xorshift, 32 bits.
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) % limit;
	};
	return () => {
		for (;;) {
			const line = below(lines.length);
			const { length } = lines[line] ?? '';
			if (length > 20 && !/^\s*date\b/iu.test(lines[line] ?? '')) { return { line, character: 1 + below(length - 1) }; }
		}
	};
}
