import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { readHeader } from '#core/format/header.ts';
import { readText } from '#core/format/read.ts';

const root = path.resolve(import.meta.dirname, '../..');
const grammarFile = path.join(root, 'syntaxes/article-dump.tmLanguage.json');

const [title, copy] = ['markup.heading.title', 'markup.heading.title-copy'];
const [keyword, date, address] = ['keyword.other.date', 'constant.numeric.date', 'markup.underline.link.address'];

/** Text and own scope (without root, `meta` and the suffix) of every token of a dump that has one, line by line. */
async function scopesOf(dump: string): Promise<(readonly [text: string, scope: string])[][]> {
	const grammar = await loaded();
	let stack = textmate.INITIAL;
	return dump.split('\n').map(line => {
		const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
		stack = ruleStack;
		return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
			const own = scopes.filter(scope => !/^(?:text\.|meta\.|entity\.)/u.test(scope)).at(-1)?.replace('.article-dump', '');
			const text = line.slice(startIndex, endIndex);
			return own === undefined || text === '' ? [] : [[text, own] as const];
		});
	});
}

/** Which lines the grammar takes for headers. */
async function headersOf(lines: readonly string[]): Promise<boolean[]> {
	const grammar = await loaded();
	return lines.map(line => grammar.tokenizeLine(line, textmate.INITIAL).tokens.some(({ scopes }) => scopes.includes('meta.header.article-dump')));
}

let loading: Promise<textmate.IGrammar> | undefined;
const loaded = (): Promise<textmate.IGrammar> => loading ??= load();

async function load(): Promise<textmate.IGrammar> {
	const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
	await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
	const registry = new textmate.Registry({
		onigLib: Promise.resolve(oniguruma),
		loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile)),
	});
	const grammar = await registry.loadGrammar('text.article-dump');
	assert.ok(grammar);
	return grammar;
}

suite('grammar', () => {
	test('names the fields of a header, the titles and the lead', async () => {
		assert.deepEqual(await scopesOf(' date 2025-11-08 https://www.almanbar.example/20251108/خبر.html\nأمطار على الساحل\nأمطار على الساحل\nهطلت أمطار غزيرة على...\nهطلت أمطار غزيرة على الساحل.'), [
			[['date', keyword], ['2025-11-08', date], ['https://www.almanbar.example/20251108/خبر.html', address]],
			[['أمطار على الساحل', title]],
			[['أمطار على الساحل', copy]],
			[['هطلت أمطار غزيرة على...', 'markup.quote.lead']],
			[],
		]);
	});

	test('knows a lead only in the first line of the body', async () => {
		const [, , , first, second] = await scopesOf(' date 2025-11-08 https://a.example/\nא\nא\nפסקה ראשונה.\nוהמשך…');
		assert.deepEqual([first, second], [[], []]);
	});

	test('begins anew at the next header, wherever the article before it ends', async () => {
		const header = ' date 2025-11-08 https://a.example/b';
		const fields = [['date', keyword], ['2025-11-08', date], ['https://a.example/b', address]];
		for (const lines of [[], ['تيتر'], ['تيتر', 'تيتر'], ['تيتر', 'تيتر', 'متن...'], ['تيتر', 'تيتر', 'متن', '', 'متن']]) {
			const scopes = await scopesOf([header, ...lines, header, 'دوم'].join('\n'));
			assert.deepEqual(scopes.slice(-2), [fields, [['دوم', title]]], lines.join('|'));
		}
	});

	test('lets an empty title be a title', async () => {
		assert.deepEqual((await scopesOf(' date 2025-11-08 https://a.example/\n\nخبر\nمتن')).slice(1), [[], [['خبر', copy]], []]);
	});

	test('points out what does damage', async () => {
		const [line] = await scopesOf('قال \u202eعكس\ufffd ثم &quot;سكت\u2028');
		assert.deepEqual(line, [['\u202e', 'invalid.illegal.bidi-override'], ['\ufffd', 'invalid.illegal.replacement-character'], ['&quot;', 'constant.character.entity'], ['\u2028', 'invalid.illegal.control-character']]);
	});

	test('takes for headers what the parser takes for headers', async () => {
		const samples = readdirSync(path.join(root, 'samples')).filter(name => /\.(?:txt|dump)$/u.test(name)).map(name => readFileSync(path.join(root, 'samples', name), 'utf8'));
		const lines = [...samples.flatMap(text => readText(text).flatMap(article => Array.from({ length: article.lines.count }, (_, index) => article.lineText(index)))), ...damaged];
		const [expected, actual] = [lines.map(line => readHeader(line) !== undefined), await headersOf(lines)];
		const wrong = lines.filter((_, index) => expected[index] !== actual[index]);
		assert.deepEqual(wrong, []);
		assert.ok(expected.filter(Boolean).length > damaged.length / 2);
	});
});

const damaged = [
	'date 2025-11-08 https://a.example/', '  date  2025-11-08  https://a.example/', '\ufeff date 2025-11-08 https://a.example/', '\u200f date 2025-11-08 https://a.example/',
	' Date: 2025/11/08 https://a.example/', ' DATE\t08-11-2025\thttp://a.example/', ' date\u00a02025-11-08\u00a0https://a.example/', ' date ٢٠٢٥-١١-٠٨ https://a.example/',
	' date https://a.example/', ' date https://a.example/ 2025-11-08', ' date 2025-11-08', ' date 20251108 www.a.example/x', ' date 2025-11-08 a.example/x', ' date 8 نوفمبر 2025 https://a.example/',
	' date 2025-11-08T10:30:00Z https://a.example/', 'date', ' date', 'dates 2025-11-08 https://a.example/', 'date palms are sweet', ' date palms grow at https://a.example/ since 2025', 'update 2025-11-08 https://a.example/',
	'الخبر date 2025-11-08 https://a.example/', 'date of the meeting: 2025-11-08', '',
];
