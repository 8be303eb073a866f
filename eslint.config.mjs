import { builtinModules } from 'node:module';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const node = { regex: `^(node:|(${builtinModules.filter(name => !name.startsWith('_')).join('|')})(/|$))`, message: 'No Node.js here.' };
const vscode = { regex: '^vscode$', message: 'Only client/ may import vscode.' };
const lsp = { regex: '^vscode-(languageserver|languageclient|jsonrpc)', message: 'LSP stops at server/ and client/.' };
const packages = { regex: '^[^.#]', message: 'The core has no dependencies.' };
const upward = (...names) => ({ regex: `(^#|/)(${names.join('|')})/`, message: `This layer may not import ${names.join(', ')}.` });
/** The rules have a group, and so a folder, of that name themselves. */
const corpusRoom = { regex: '^(#core|(\\.\\./)+)/?corpus/', message: 'This layer may not import core/corpus.' };
const layer = (files, ...patterns) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns }] } });

export default tseslint.config(
	{ ignores: ['dist/**', 'out/**', 'node_modules/**', '.vscode-test/**', 'samples/**'] },
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.recommendedTypeChecked],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			eqeqeq: 'error',
			'no-var': 'error',
			'prefer-const': 'error',
			'no-control-regex': 'off',
			'no-irregular-whitespace': ['error', { skipStrings: false, skipRegExps: false, skipTemplates: false }],
			'no-misleading-character-class': 'off',
			'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			'@typescript-eslint/no-non-null-assertion': 'error',
			'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
		},
	},
	layer(['core/**/*.ts'], node, vscode, lsp, packages, upward('contract', 'disk', 'server', 'cli', 'client')),
	layer(['core/text/**/*.ts'], node, vscode, lsp, packages, upward('format', 'document', 'rules', 'features', 'corpus', 'contract', 'disk', 'server', 'cli', 'client')),
	layer(['core/format/**/*.ts'], node, vscode, lsp, packages, upward('document', 'rules', 'features', 'corpus', 'contract', 'disk', 'server', 'cli', 'client')),
	layer(['core/document/**/*.ts', 'core/rules/**/*.ts'], node, vscode, lsp, packages, corpusRoom, upward('features', 'contract', 'disk', 'server', 'cli', 'client')),
	layer(['contract/**/*.ts'], node, vscode, lsp, upward('disk', 'server', 'cli', 'client')),
	layer(['disk/**/*.ts'], vscode, lsp, upward('server', 'cli', 'client')),
	layer(['server/**/*.ts'], vscode, upward('cli', 'client')),
	layer(['cli/**/*.ts'], vscode, lsp, upward('client')),
	layer(['client/**/*.ts'], upward('disk', 'server', 'cli')),
	layer(['client/webview/**/*.ts'], node, vscode, lsp, upward('disk', 'server', 'cli')),
	{
		// Whatever a text holds, a pattern reads it once: work that goes back or starts anew at each letter grows with the square.
		files: ['core/**/*.ts'],
		plugins: { regexp },
		rules: {
			'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
			'regexp/no-super-linear-move': 'error',
		},
	},
	{
		files: ['test/**/*.ts'],
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
			'max-lines': 'off',
		},
	},
);
