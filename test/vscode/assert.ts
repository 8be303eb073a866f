// The part of `node:assert/strict` that the suites use, for the web worker host, which has no Node.

class AssertionError extends Error {
	override readonly name = 'AssertionError';
}

export function ok(value: unknown, message = `${show(value)} is not truthy`): asserts value {
	if (!value) { fail(message); }
}

export function equal<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
	if (!Object.is(actual, expected)) { fail(`${message ?? 'not equal'}: ${show(actual)} instead of ${show(expected)}`); }
}

export function notEqual(actual: unknown, expected: unknown, message = 'equal'): void {
	if (Object.is(actual, expected)) { fail(`${message}: ${show(actual)}`); }
}

export function deepEqual<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
	if (!isDeepEqual(actual, expected)) { fail(`${message ?? 'not equal'}:\n${show(actual)}\ninstead of\n${show(expected)}`); }
}

export function match(text: string, pattern: RegExp, message?: string): void {
	if (!pattern.test(text)) { fail(`${message ?? 'no match'}: ${show(text)} does not match ${pattern}`); }
}

export function doesNotMatch(text: string, pattern: RegExp, message?: string): void {
	if (pattern.test(text)) { fail(`${message ?? 'match'}: ${show(text)} matches ${pattern}`); }
}

export async function rejects(work: Promise<unknown> | (() => Promise<unknown>), pattern?: RegExp): Promise<void> {
	const error = await (typeof work === 'function' ? work() : work).then(() => undefined, (reason: unknown) => reason instanceof Error ? reason : new Error(show(reason)));
	if (error === undefined) { fail('not rejected'); }
	if (pattern !== undefined) { match(`${error.name}: ${error.message}`, pattern); }
}

export function fail(message = 'failed'): never {
	throw new AssertionError(message);
}

// Called as a function, `assert(value)`, and as a namespace, `assert.equal(a, b)`.
const assert: typeof ok = Object.assign(ok.bind(undefined), { ok, equal, strictEqual: equal, notEqual, deepEqual, deepStrictEqual: deepEqual, match, doesNotMatch, rejects, fail });
export { assert as default };

function isDeepEqual(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) { return true; }
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) { return false; }
	if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) { return false; }
	if (a instanceof Map && b instanceof Map) { return isDeepEqual([...a], [...b]); }
	if (a instanceof Set && b instanceof Set) { return isDeepEqual([...a], [...b]); }
	const left = Object.entries(a);
	const right = new Map(Object.entries(b));
	return left.length === right.size && left.every(([key, value]) => right.has(key) && isDeepEqual(value, right.get(key)));
}

function show(value: unknown): string {
	return typeof value === 'string' ? JSON.stringify(value) : JSON.stringify(value, undefined, 1) ?? String(value);
}
