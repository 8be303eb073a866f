import { esm } from './esm.mjs';
import { undocumented } from './undocumented.mjs';

/**
 * Everything that is shipped as code, in one list: what it is made of, where it runs, how large it may become.
 * A budget is bytes of the minified file, and a test holds it; docs/performance.md tells how the extension keeps its own.
 */

// Rules and their examples are full of Arabic, which takes two bytes a letter in UTF-8 and six as an escape.
const node = { platform: 'node', target: 'node20', mainFields: ['module', 'main'], charset: 'utf8' };
const browser = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'], conditions: ['browser'], charset: 'utf8' };
// A page decides itself how its scripts are decoded, so theirs are ASCII. V8 also keeps and reads those in half the space,
// which counts where a bundle is loaded before it is needed.
const ascii = { charset: 'ascii' };

// A name that an import does not find would be undefined only when it is called.
const slim = { plugins: [esm, undocumented], logOverride: { 'import-is-undefined': 'error' } };
const client = { ...ascii, ...slim, format: 'cjs', external: ['vscode'] };

// Dependencies that are CommonJS call require(), which an ES module lacks.
const require = "import { createRequire as createRequireOfWarraq } from 'node:module';const require = createRequireOfWarraq(import.meta.url);";

/** @type {readonly { name: string, entry: string, budget: number, mayUseVscode?: boolean, mayUseNode?: boolean, isCommand?: boolean, options: import('esbuild').BuildOptions }[]} */
export const bundles = [
	{ name: 'extension.js', entry: 'client/extension.node.ts', budget: 400_000, mayUseVscode: true, mayUseNode: true, options: { ...node, ...client } },
	{ name: 'extension.web.js', entry: 'client/extension.browser.ts', budget: 400_000, mayUseVscode: true, options: { ...browser, ...client } },
	{ name: 'server.js', entry: 'server/node-main.ts', budget: 500_000, mayUseNode: true, options: { ...node, ...slim, format: 'cjs' } },
	{ name: 'server.web.js', entry: 'server/browser-main.ts', budget: 450_000, options: { ...browser, ...slim, format: 'iife' } },
	// A third of it is the pages of the rules, which `explain` and SARIF show.
	{ name: 'warraq.mjs', entry: 'cli/main.ts', budget: 450_000, mayUseNode: true, isCommand: true, options: { ...node, format: 'esm', banner: { js: require } } },
	{ name: 'preview.js', entry: 'client/webview/preview/main.ts', budget: 120_000, options: { ...browser, ...ascii, format: 'iife' } },
	{ name: 'preview.css', entry: 'client/webview/preview/preview.css', budget: 40_000, options: {} },
];

/** The packaged extension, bytes. */
export const packageBudget = 1_000_000;

/** Written beside the bundles: the licences of the packages that are in them. */
export const LICENCES = 'third-party-licences.txt';
