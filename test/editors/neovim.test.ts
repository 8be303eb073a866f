import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { at, node24, onPath } from '../../scripts/project.mjs';

/** What docs/editors.md tells users to write into their init.lua: every Lua block of its section on Neovim. */
function snippets(): string {
	const [, section = ''] = /^## Neovim\n([^]*?)^## /mu.exec(readFileSync(at('docs/editors.md'), 'utf8')) ?? [];
	return [...section.matchAll(/^```lua\n([^]*?)^```/gmu)].map(([, block]) => block).join('\n');
}

const header = ' date 2025-11-08 https://news.example.com/2025/11/08/library';
const title = 'افتتاح مكتبة عامة جديدة في وسط المدينة';
const body = 'افتتحت البلدية مكتبة عامة تضم 12 ألف كتاب.';
/** A title copy with a mark at its end, and a blank line: one safe fix each. */
const dump = `${header}\n${title}\n${title}\u200f\n${body}\n\nوقالت المديرة إن المكتبة مفتوحة للجميع.\n`;
const mended = `${header}\n${title}\n${title}\n${body}\nوقالت المديرة إن المكتبة مفتوحة للجميع.\n`;

/** What a script may call: `tell` prints a value for the test, `codes` gives the rules of the problems shown. */
const prelude = `
local function tell(name, value) io.stdout:write('WARRAQ ' .. vim.fn.json_encode({ name, value }) .. '\\n') end
local function codes() return vim.tbl_map(function(d) return d.code end, vim.diagnostic.get(0)) end
local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\\n') .. '\\n' end
local function ask(method, params) for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 10000) or {}) do return answer.result end end
local function here() return { uri = vim.uri_from_bufnr(0) } end
-- Names have changed from version to version.
local clients = vim.lsp.get_clients or vim.lsp.buf_get_clients
local format = vim.lsp.buf.formatting_sync and function() vim.lsp.buf.formatting_sync(nil, 10000) end or function() vim.lsp.buf.format({ timeout_ms = 10000 }) end
local function client() for _, each in pairs(clients(vim.lsp.get_clients and { bufnr = 0 } or 0)) do return each end end
`;

suite('Neovim', () => {
	let temp: string;
	setup(() => {
		temp = mkdtempSync(path.join(tmpdir(), 'warraq-nvim-'));
		mkdirSync(path.join(temp, 'bin'));
		writeFileSync(path.join(temp, 'bin/warraq'), `#!/bin/sh\nexec '${node24()}' '${at('dist/warraq.mjs')}' "$@"\n`, { mode: 0o755 });
		writeFileSync(path.join(temp, 'init.lua'), snippets());
	});
	teardown(() => { rmSync(temp, { recursive: true, force: true }); });

	/** Opens a file as a user with that init.lua does, runs a script, and gives what it told. */
	function run(name: string, content: string, script: string): Readonly<Record<string, unknown>> {
		writeFileSync(path.join(temp, name), content);
		writeFileSync(path.join(temp, 'script.lua'), prelude + script);
		const program = onPath('nvim');
		assert.ok(program !== undefined, 'Neovim is not on the PATH');
		const { status, stdout, stderr } = spawnSync(program, ['--headless', '--clean', '-u', 'init.lua', name, '-c', 'luafile script.lua', '-c', 'qa!'], {
			cwd: temp, encoding: 'utf8', timeout: 60_000,
			env: { ...process.env, PATH: `${path.join(temp, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}`, XDG_CONFIG_HOME: temp, XDG_DATA_HOME: temp, XDG_STATE_HOME: temp, XDG_CACHE_HOME: temp },
		});
		assert.equal(status, 0, stderr);
		assert.doesNotMatch(stderr, /Error|E\d+:/u);
		return Object.fromEntries([...`${stdout}\n${stderr}`.matchAll(/^WARRAQ (.*)$/gmu)].map(([, line = '']) => JSON.parse(line) as [string, unknown]));
	}

	test('knows a dump by its first line and shows its problems', () => {
		const told = run('news.txt', dump, `
			vim.wait(15000, function() return #codes() > 0 end)
			tell('type', vim.bo.filetype)
			tell('codes', codes())
			tell('pushed', client().server_capabilities.diagnosticProvider == nil or vim.fn.has('nvim-0.10') == 1)
			tell('lines', vim.tbl_map(function(d) return { d.lnum, d.col } end, vim.diagnostic.get(0)))`);
		assert.equal(told['type'], 'article-dump');
		assert.deepEqual(told['codes'], ['differing-title-copies', 'stray-bidi-mark', 'blank-line']);
		assert.equal(told['pushed'], true, 'a client that cannot pull is pushed to');
		// Columns are bytes there: the server's UTF-16 units were understood.
		assert.deepEqual((told['lines'] as readonly unknown[])[2], [4, 0]);
		assert.deepEqual((told['lines'] as readonly unknown[])[1], [2, Buffer.byteLength(title)]);
	});

	test('applies a quick fix, and the problem goes', () => {
		const told = run('news.txt', dump, `
			vim.wait(15000, function() return #codes() > 0 end)
			local range = { start = { line = 4, character = 0 }, ['end'] = { line = 4, character = 0 } }
			local actions = ask('textDocument/codeAction', { textDocument = here(), range = range, context = { diagnostics = {} } })
			tell('titles', vim.tbl_map(function(action) return action.title end, actions))
			vim.lsp.util.apply_workspace_edit(actions[1].edit, client().offset_encoding)
			vim.wait(15000, function() return not vim.tbl_contains(codes(), 'blank-line') end)
			tell('codes', codes())
			tell('text', text())`);
		assert.equal((told['titles'] as readonly string[])[0], 'Delete the blank line');
		assert.deepEqual(told['codes'], ['differing-title-copies', 'stray-bidi-mark']);
		assert.equal(told['text'], dump.replace('\n\n', '\n'));
	});

	test('mends all that is safe by the command of the snippet, and by formatting', () => {
		for (const command of ["vim.cmd('WarraqFixAll')", 'format()']) {
			const told = run('news.txt', dump, `
				vim.wait(15000, function() return #codes() > 0 end)
				${command}
				vim.wait(15000, function() return #codes() == 0 end)
				tell('codes', codes())
				tell('text', text())`);
			assert.deepEqual([told['codes'], told['text']], [[], mended], command);
		}
	});

	test('shows hovers, the outline and both copies of a renamed title', () => {
		const told = run('news.txt', mended, `
			vim.wait(15000, function() return client() ~= nil and client().initialized == true end)
			tell('hover', ask('textDocument/hover', { textDocument = here(), position = { line = 0, character = 8 } }).contents.value)
			tell('symbols', vim.tbl_map(function(symbol) return symbol.name end, ask('textDocument/documentSymbol', { textDocument = here() })))
			local edit = ask('textDocument/rename', { textDocument = here(), position = { line = 1, character = 1 }, newName = 'عنوان جديد' })
			vim.lsp.util.apply_workspace_edit(edit, client().offset_encoding)
			tell('text', text())`);
		assert.match(String(told['hover']), /Saturday, November 8, 2025/u);
		assert.deepEqual(told['symbols'], [title]);
		assert.equal(told['text'], mended.replaceAll(title, 'عنوان جديد'));
	});

	test('leaves other text alone', () => {
		const told = run('notes.txt', 'Shopping list\n', "vim.wait(1000); tell('type', vim.bo.filetype); tell('client', client() ~= nil)");
		assert.deepEqual(told, { type: 'text', client: false });
	});
});
