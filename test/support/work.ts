import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

// Code that V8 has optimised leaves out counts, at a moment that is not the same in every run.
setFlagsFromString('--no-maglev');
setFlagsFromString('--no-opt');

interface Coverage {
	readonly result: readonly { readonly url: string; readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[] }[];
}

const session = new Session();
let isStarted = false;

function post(method: string, parameters: object = {}): unknown {
	let answer: unknown;
	session.post(method, parameters, (error: Error | null, result?: unknown) => {
		if (error !== null) { throw error; }
		answer = result;
	});
	return answer;
}

/**
 * How often blocks of code in `folder` are run by an action, as V8 counts them: the same on every machine, whatever else
 * it does. What a regular expression does inside is not counted; the lint configuration forbids those that go back.
 */
export function workOf(action: () => void, folder = '/core/'): number {
	if (!isStarted) {
		session.connect();
		post('Profiler.enable');
		post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
		isStarted = true;
	}
	post('Profiler.takePreciseCoverage');
	action();
	const { result } = post('Profiler.takePreciseCoverage') as Coverage;
	return result.filter(({ url }) => url.includes(folder)).flatMap(({ functions }) => functions).flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
}

/** Ends the counting, which slows everything down. */
export function stopCounting(): void {
	if (isStarted) { post('Profiler.stopPreciseCoverage'); session.disconnect(); isStarted = false; }
}
