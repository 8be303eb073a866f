import { readdirSync, readFileSync } from 'node:fs';
import { at } from '../../scripts/project.mjs';

/**
 * Bundles the suites for one extension host. `x.node.test.ts` and `x.web.test.ts` are for that host only.
 * @param {'node' | 'web'} host
 * @returns {Promise<{ file: string, suites: number }>} the script that VS Code loads, and how many suites it holds
 */
export async function bundleSuites(host) {
	const { build } = await import('esbuild');
	const other = host === 'node' ? 'web' : 'node';
	const suites = readdirSync(at('test/vscode/suite')).filter(name => name.endsWith('.test.ts') && !name.endsWith(`.${other}.test.ts`)).sort();
	const file = at(`out/test/vscode/index.${host}.js`);
	await build({
		absWorkingDir: at(), entryPoints: ['test/vscode/index.ts'], outfile: file, bundle: true, format: 'cjs', sourcemap: 'inline', logLevel: 'warning',
		external: ['vscode'], target: 'es2022',
		...host === 'node' ? { platform: 'node' } : { platform: 'browser', alias: { 'node:assert/strict': at('test/vscode/assert.ts') } },
		plugins: [{
			name: 'suites',
			setup({ onResolve, onLoad }) {
				onResolve({ filter: /^warraq:suites$/ }, ({ path }) => ({ path, namespace: 'warraq' }));
				// Mocha's package says that this script is an ES module; it would then put itself in the place of our exports.
				onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({ contents: `let exports, module, define;\n${readFileSync(path, 'utf8')}` }));
				onLoad({ filter: /.*/, namespace: 'warraq' }, () => ({ contents: suites.map(name => `import './suite/${name}';`).join('\n'), resolveDir: at('test/vscode') }));
			},
		}],
	});
	return { file, suites: suites.length };
}
