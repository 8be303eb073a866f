import { setTimeout as sleep } from 'node:timers/promises';

const LIMIT = 20_000;
const PAUSE = 50;

/**
 * Asks again until the answer is neither undefined nor false; an exception counts as undefined.
 * @param what completes "waited for …"
 * @param last shown when the time is over, to tell what was there instead
 */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>, last?: () => Promise<unknown>, limit = LIMIT): Promise<T> {
	const end = Date.now() + limit;
	let failure: unknown;
	do {
		try {
			const answer = await ask();
			if (answer !== undefined && answer !== false) { return answer; }
			failure = undefined;
		} catch (error) { failure = error; }
		await sleep(PAUSE);
	} while (Date.now() < end);
	const instead = last === undefined ? '' : `; instead: ${JSON.stringify(await last().catch(String), undefined, 1)}`;
	throw new Error(`Waited ${limit / 1000} s for ${what}${instead}`, { cause: failure });
}
