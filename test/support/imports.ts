import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** One import of a source file: `to` is a file of the project, with `/`, or the name of a package or built-in module. */
export interface Import {
	readonly from: string;
	readonly to: string;
	/** Gone after the types are stripped. */
	readonly isType: boolean;
}

/** The TypeScript files of top-level folders, relative to the project. */
export function sourceFiles(...folders: readonly string[]): string[] {
	return folders.flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => path.posix.join(folder, name.split(path.sep).join('/'))))
		.filter(file => file.endsWith('.ts')).sort();
}

/** Every import and re-export of a file, type imports and `import()` included, as the compiler reads them. */
export function importsOf(file: string): Import[] {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
	const found: Import[] = [];
	const add = (node: ts.Node | undefined, isType: boolean): void => {
		if (node !== undefined && ts.isStringLiteral(node)) { found.push({ from: file, to: resolve(file, node.text), isType }); }
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) { add(node.moduleSpecifier, isTypeOnly(node.importClause)); }
		if (ts.isExportDeclaration(node)) { add(node.moduleSpecifier, node.isTypeOnly); }
		if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) { add(node.arguments[0], false); }
		if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) { add(node.argument.literal, true); }
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
	if (clause === undefined) { return false; }
	const { namedBindings } = clause;
	return clause.isTypeOnly || (clause.name === undefined && namedBindings !== undefined && ts.isNamedImports(namedBindings)
		&& namedBindings.elements.length > 0 && namedBindings.elements.every(element => element.isTypeOnly));
}

function resolve(file: string, specifier: string): string {
	if (specifier.startsWith('#')) { return specifier.slice(1); }
	return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
}
