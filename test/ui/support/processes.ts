import { readdirSync, readFileSync } from 'node:fs';

/** A process that is started with this variable hands it down to all its children, which is how they are found again. */
export const MARK = 'WARRAQ_TEST_MARK';

/** Command lines of the running processes whose environment has the value for {@link MARK}. Linux only; empty elsewhere. */
export function processesOf(value: string): readonly string[] {
	if (process.platform !== 'linux') { return []; }
	return readdirSync('/proc').filter(name => /^\d+$/u.test(name)).flatMap(pid => {
		try {
			const isMarked = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`${MARK}=${value}`);
			return isMarked ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')] : [];
		} catch { return []; /* Ended meanwhile, or another user's. */ }
	});
}
