import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseConfig } from '#contract/config.ts';
import { groupTitles } from '#core/rules/page.ts';
import { readArguments } from '../../cli/arguments.ts';

/** What is committed or about to be: known to git, or new and not ignored; in a copy without git, all that is not made here. */
function committed(): string[] {
	const { status, stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { encoding: 'utf8' });
	const names = status === 0 ? stdout.split('\0') : readdirSync('.', { recursive: true, encoding: 'utf8' }).map(name => name.split(path.sep).join('/'));
	return names.filter(name => name !== '' && !/^(?:node_modules|dist|out|\.git|\.vscode-test)\/|\.(?:vsix|tgz)$/u.test(name) && existsSync(name) && statSync(name).isFile());
}

const files = committed();

const isBinary = (file: string): boolean => /\.(?:png|ico|gif|jpg|vsix|wasm)$/u.test(file);
/** Dumps are data, and may hold whatever dumps hold. */
const isData = (file: string): boolean => /^(?:samples|walkthrough|test\/(?:[\w-]+\/)*fixtures)\/.*\.(?:txt|dump)$/u.test(file);
const texts = files.filter(file => !isBinary(file) && file !== 'package-lock.json').map(file => ({ file, text: readFileSync(file, 'utf8') }));
const own = texts.filter(({ file }) => !isData(file));
const pages = texts.filter(({ file }) => file.endsWith('.md'));

/** The matches of a pattern with file and line. */
function found(pattern: RegExp, where = own): string[] {
	return where.flatMap(({ file, text }) => text.split('\n').flatMap((line, index) => pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 100)}`] : []));
}

suite('what is committed', () => {
	test('holds no invisible or bidirectional control characters outside dumps', () => {
		// U+200C belongs to Persian words, and stands in prose only.
		const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ad\u061c\u180e\u200b\u200d-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/u;
		assert.deepEqual(found(hidden), []);
		assert.deepEqual(found(/\u200c/u, own.filter(({ file }) => /\.(?:ts|mjs|cjs|js|json)$/u.test(file))), []);
	});
	test('leaves nothing for later', () => {
		const later = new RegExp(`\\b(?:${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['X', 'XX'].join('')})\\b`, 'u');
		assert.deepEqual(found(later), []);
		assert.deepEqual(found(/\b(?:test|suite|it|describe)\.(?:skip|only)\(/u), []);
	});
	test('speaks of groups of rules that exist', () => {
		const shown = texts.filter(({ file }) => /\.(?:md|json)$/u.test(file)).flatMap(({ text }) => [...text.matchAll(/\bgroup:([a-z]\w*)/gu)].map(([, group]) => group));
		assert.ok(shown.length > 0);
		assert.deepEqual([...new Set(shown)].filter(group => !Object.hasOwn(groupTitles, group ?? '')), []);
	});
	test('names no machine and no registry', () => {
		const home = new RegExp(`(?<![\\w.])/(?:${['work', 'root', 'home'].join('|')})/\\w`, 'u');
		assert.deepEqual(found(home), []);
		const registry = new RegExp(['registry\\.', 'npmjs\\.', 'yarnpkg'].map(host => `${host}(?:org|com)`).join('|'), 'u');
		assert.deepEqual(found(registry, texts), []);
		const lock = readFileSync('package-lock.json', 'utf8');
		assert.doesNotMatch(lock, /"resolved": "https?:/u, 'package-lock.json names a registry: install with omit-lockfile-registry-resolved');
	});
	test('ends every text file with one line feed and has no CR', () => {
		const wrong = own.filter(({ text }) => text.includes('\r') || (text !== '' && (!text.endsWith('\n') || text.endsWith('\n\n'))));
		assert.deepEqual(wrong.map(({ file }) => file), []);
	});
	test('keeps source files within 300 lines, tests within 400', () => {
		// A suite is a list of cases, which reads well at some length.
		const limit = (file: string): number => (file.startsWith('test/') ? 400 : 300);
		const long = own.filter(({ file, text }) => /\.(?:ts|mjs|cjs|css)$/u.test(file) && text.split('\n').length > limit(file) + 1);
		assert.deepEqual(long.map(({ file, text }) => `${file}: ${text.split('\n').length - 1} lines`), []);
	});
});

suite('documentation', () => {
	test('links lead to files and headings that exist', () => {
		const broken: string[] = [];
		for (const { file, text } of pages) {
			for (const target of linksIn(text)) {
				if (/^[a-z]+:/u.test(target)) { continue; }
				const [name = '', heading] = decodeURIComponent(target).split('#');
				const place = name === '' ? file : path.posix.join(path.posix.dirname(file), name);
				if (!existsSync(place)) { broken.push(`${file}: ${target}`); continue; }
				if (heading !== undefined && place.endsWith('.md') && !headingsOf(readFileSync(place, 'utf8')).has(heading)) { broken.push(`${file}: ${target} (no such heading)`); }
			}
		}
		assert.deepEqual(broken, []);
	});
	test('shows only configurations that are valid', () => {
		const blocks = pages.flatMap(({ file, text }) => [...text.matchAll(/^```jsonc\n((?:(?!```)[^\n]*\n)*)```/gmu)].map(([, block = '']) => ({ file, block })));
		const configs = blocks.filter(({ block }) => /"(?:rules|files|outlets)"\s*:/u.test(block));
		assert.ok(configs.length > 1);
		assert.deepEqual(configs.flatMap(({ file, block }) => parseConfig(block, file).problems.map(({ message }) => `${file}: ${message}`)), []);
	});
	test('shows only commands and options of warraq that exist', () => {
		const lines = pages.flatMap(({ file, text }) => [...text.matchAll(/^```sh\n((?:(?!```)[^\n]*\n)*)```/gmu)].flatMap(([, block = '']) => block.split('\n').map(line => ({ file, line: line.replace(/#.*$/u, '').trim() }))))
			.filter(({ line }) => /^(?:npx )?warraq /u.test(line));
		assert.ok(lines.length > 3);
		const wrong = lines.flatMap(({ file, line }) => {
			try { readArguments(line.replace(/^(?:npx )?warraq /u, '').split(/\s+/u), () => ({ year: 2026, month: 6, day: 1 })); return []; } catch (error) { return [`${file}: ${line}: ${String(error)}`]; }
		});
		assert.deepEqual(wrong, []);
	});
	test('names only npm scripts that exist', () => {
		const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
		const known = new Set([...Object.keys(scripts), 'ci', 'install', 'pack', 'rebuild']);
		const named = pages.flatMap(({ file, text }) => [...text.matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/gu)].filter(([whole, name = '']) => whole.startsWith('npm run') || /^(?:start|test)$/u.test(name)).map(([, name = '']) => ({ file, name })));
		assert.deepEqual(named.filter(({ name }) => !known.has(name)).map(({ file, name }) => `${file}: npm run ${name}`), []);
	});
	test('names only files of the project that exist', () => {
		const place = /`((?:core|contract|server|cli|client|scripts|bench|test|docs|samples|syntaxes|schemas)\/[\w./-]+)`/gu;
		const missing = pages.flatMap(({ file, text }) => [...text.matchAll(place)].filter(([, name = '']) => !existsSync(name)).map(([, name = '']) => `${file}: ${name}`));
		assert.deepEqual(missing, []);
	});
});

function linksIn(text: string): string[] {
	const prose = text.replace(/^```[^\n]*\n(?:(?!```)[^\n]*\n)*```/gmu, '').replace(/<pre[^>]*>[^]*?<\/pre>/gu, '').replace(/`[^`\n]*`/gu, '');
	return [...prose.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/gu)].map(([, target = '']) => target);
}

/** Anchors as GitHub makes them of headings. */
function headingsOf(text: string): Set<string> {
	return new Set([...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) => heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/ /gu, '-')));
}
