import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Gives the libraries of the language client and server back the imports and exports they were compiled from. They come as
 * CommonJS, of which esbuild can leave nothing out and shorten no name: a quarter of each bundle would be what nobody calls.
 * Only what TypeScript makes of a module is understood; where anything of CommonJS remains, the build fails.
 * @type {import('esbuild').Plugin}
 */
export const esm = {
	name: 'esm',
	setup({ onLoad }) {
		// Go's regular expressions know no flag `u`.
		onLoad({ filter: /[\\/]node_modules[\\/]vscode-(?:jsonrpc|languageclient|languageserver|languageserver-protocol|languageserver-types)[\\/]lib[\\/].*\.js$/ }, async ({ path }) => {
			const instead = absent.find(({ end }) => path.replaceAll('\\', '/').endsWith(end))?.instead;
			const contents = toModule(await readFile(instead ?? path, 'utf8'));
			const rest = REMAINS.exec(contents.replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gmu, ''))?.[0];
			return rest === undefined ? { contents, loader: 'js' } : { errors: [{ text: `scripts/esm.mjs does not understand “${rest.trim()}”.`, location: { file: path } }] };
		});
	},
};

/** Parts of the language client that the server never needs, and what stands for them. */
const absent = [
	{ end: '/vscode-languageclient/lib/common/fileOperations.js', instead: fileURLToPath(new URL('absent/file-operations.mjs', import.meta.url)) },
	{ end: '/vscode-languageclient/lib/common/notebook.js', instead: fileURLToPath(new URL('absent/notebook.mjs', import.meta.url)) },
	{ end: '/vscode-languageclient/lib/common/utils/globPattern.js', instead: fileURLToPath(new URL('absent/glob-pattern.mjs', import.meta.url)) },
];

const REMAINS = /^.*(?:\bexports\b|\brequire\(|\bmodule\.|\b__(?:importStar|importDefault|exportStar|createBinding)\b|\bthis && this\.__).*$/mu;

/**
 * @param {string} text a module as TypeScript writes it for CommonJS, or one that is a module already
 * @returns {string} the same with import and export; what its enums and namespaces are made of counts as free of side effects
 */
export function toModule(text) {
	/** By the name another module sees. @type {Map<string, string>} */
	const exported = new Map();
	const imported = new Map([...text.matchAll(/^(?:const|var) (\w+) = .*require\("([^"]+)"\)\)?;$/gmu)].map(([, name, from]) => [name, from]));
	const body = text
		.replaceAll(HELPER, '')
		.replaceAll(/^Object\.defineProperty\(exports, "__esModule", .*$/gmu, '')
		.replaceAll(/^(?:exports\.\w+ = )+void 0;$/gmu, '')
		.replaceAll(/^(?:const|var) (\w+) = (?:__import(?:Star|Default)\()?require\(("[^"]+")\)\)?;$/gmu, 'import * as $1 from $2;')
		.replaceAll(/^__exportStar\(require\(("[^"]+")\), exports\);$/gmu, 'export * from $1;')
		.replaceAll(/^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/gmu,
			(_, name, from, local) => `export { ${local} as ${name} } from ${JSON.stringify(imported.get(from))};`)
		.replaceAll(/^((?:export )?)(?:var|let) (\w+);\n\(function \(\2\) \{\n([\s\S]*?)^\}\)\(\2 \|\| \((exports\.\2 = )?\2 = \{\}\)\);$/gmu, (_, already, name, inner, now) => {
			if (now !== undefined) { exported.set(name, name); }
			return `${already}var ${name} = /* @__PURE__ */ (function (${name}) {\n${inner}return ${name}; })({});`;
		})
		.replaceAll(/^\}\)\((\w+) \|\| \(exports\.\1 = \1 = \{\}\)\);$/gmu, (_, name) => { exported.set(name, name); return `})(${name});`; })
		.replaceAll(/^exports\.(\w+) = (\w+);$/gmu, (_, name, local) => { exported.set(name, local); return ''; })
		.replaceAll(/^exports\.(\w+) = /gmu, 'export const $1 = ')
		.replaceAll(/\bexports\.(\w+)/gu, '$1');
	const list = [...exported].map(([name, local]) => (name === local ? name : `${local} as ${name}`));
	return list.length === 0 ? body : `${body}\nexport { ${list.join(', ')} };\n`;
}

/** What TypeScript puts before each module that imports a namespace or exports all of another one. */
const HELPER = /^var __\w+ = \(this && this\.__\w+\) \|\| [\s\S]*?^\}\)?(?:\)|\(\))*;$/gmu;
