import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/** What only the pages of the rules show, which the command line prints and the generator writes. */
const SHOWN = new Set(['examples', 'details']);

/**
 * Leaves the examples and details of rules out of a bundle that never shows them: they are a fifth of the language server.
 * @type {import('esbuild').Plugin}
 */
export const undocumented = {
	name: 'undocumented',
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]core[\\/]rules[\\/]\w+[\\/][^_][\w-]*\.ts$/ }, async ({ path }) => ({ contents: withoutPages(await readFile(path, 'utf8'), path), loader: 'ts' }));
	},
};

/** The source of a rule without the properties that are only shown. */
function withoutPages(source, path) {
	const cuts = [];
	const visit = node => {
		if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'defineRule') {
			const [rule] = node.arguments;
			if (rule !== undefined && ts.isObjectLiteralExpression(rule)) {
				for (const property of rule.properties) {
					if (ts.isPropertyAssignment(property) && ts.isIdentifier(property.name) && SHOWN.has(property.name.text)) { cuts.push([property.getStart(), property.end]); }
				}
			}
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true));
	let rest = source;
	for (const [start, end] of cuts.reverse()) {
		const comma = /^\s*,/u.exec(rest.slice(end))?.[0].length ?? 0;
		rest = rest.slice(0, start) + rest.slice(end + comma);
	}
	return rest;
}
