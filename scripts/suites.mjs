import { node24, tools } from './project.mjs';

const typescript = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON';

/**
 * A Mocha run with our reporter; `.mocharc.json` is left aside, so that each suite says itself what it holds. What a failed
 * test leaves running does not keep the suite from ending.
 */
const mocha = (...args) => ({
	command: node24(),
	args: [typescript, '--disable-warning=ExperimentalWarning', tools.mocha(), '--no-config', '--exit', '--ui', 'tdd', '--file', 'test/support/seed.ts', '--reporter', 'scripts/reporter.cjs', ...args],
});

/**
 * Everything `npm test` does after the packages are installed, in this order; what stands in one list runs at once.
 * A check counts as one test. A suite writes its totals to the file that WARRAQ_TOTALS names (see reporter.cjs).
 * `timeout` is in seconds; `needs` names an earlier step without which the outcome would say nothing;
 * `wants` a program that not every machine has: without it the step is left out, which is said and counted as skipped.
 * @typedef {{ name: string, kind: 'check' | 'suite', command: string, args: readonly string[], timeout: number, needs?: readonly string[], wants?: 'nvim', env?: Record<string, string> }} Step
 * @type {readonly (readonly Step[])[]}
 */
export const steps = [
	[
		{ name: 'type check', kind: 'check', command: node24(), args: [tools.tsc(), '-b'], timeout: 300 },
		{ name: 'lint', kind: 'check', command: node24(), args: [tools.eslint(), '--max-warnings', '0', '.'], timeout: 300 },
	],
	[{ name: 'generated files', kind: 'check', command: node24(), args: [typescript, 'scripts/generate.ts', '--check'], timeout: 60 }],
	[{ name: 'build', kind: 'check', command: node24(), args: ['scripts/build.mjs'], timeout: 120 }],
	[{ name: 'package', kind: 'check', command: node24(), args: ['scripts/package.mjs', '--no-build'], timeout: 120, needs: ['build'] }],
	[{ name: 'drift', kind: 'suite', ...mocha('--timeout', '60000', '--spec', 'test/drift/**/*.test.ts'), timeout: 300 }],
	[{ name: 'unit', kind: 'suite', ...mocha('--timeout', '20000', '--spec', 'test/{core,rules,contract,cli,lsp,client,features,webview,corpus}/**/*.test.ts'), timeout: 600 }],
	// Alone, because work is counted from the first time that code runs.
	[{ name: 'work', kind: 'suite', ...mocha('--timeout', '20000', '--spec', 'test/work/**/*.test.ts'), timeout: 120 }],
	[{ name: 'packages', kind: 'suite', ...mocha('--timeout', '120000', '--spec', 'test/package/**/*.test.ts'), timeout: 300, needs: ['package'] }],
	[{ name: 'Neovim', kind: 'suite', ...mocha('--timeout', '120000', '--spec', 'test/editors/**/*.test.ts'), timeout: 300, needs: ['build'], wants: 'nvim' }],
	[{ name: 'VS Code, Node host', kind: 'suite', command: node24(), args: ['test/vscode/run.mjs', 'node'], timeout: 420, needs: ['build', 'browser and fonts'] }],
	[{ name: 'VS Code, web worker host', kind: 'suite', command: node24(), args: ['test/vscode/run.mjs', 'web'], timeout: 420, needs: ['build', 'browser and fonts'] }],
	[{ name: 'user interface', kind: 'suite', ...mocha('--timeout', '120000', '--spec', 'test/ui/**/*.test.ts'), timeout: 600, needs: ['package', 'browser and fonts'] }],
];
