import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before the command line (`node --import`): counts the calls that change something on the disk, and at one of
 * them ends the process as a power failure would, or fails as a full disk does. WARRAQ_FAULT is `kill:N` (before the
 * call with this number, from 1), or `full:TEXT` (each write to a file whose path holds the text).
 */
const [kind, value = ''] = (process.env['WARRAQ_FAULT'] ?? '').split(':');
const paths = new Map();
let calls = 0;

const { openSync } = fs;
fs.openSync = (path, ...rest) => {
	const file = openSync(path, ...rest);
	paths.set(file, String(path));
	return file;
};

for (const name of ['mkdirSync', 'writeFileSync', 'writeSync', 'fsyncSync', 'ftruncateSync', 'renameSync', 'unlinkSync', 'rmdirSync', 'fchmodSync']) {
	const real = fs[name];
	fs[name] = (first, ...rest) => {
		if (kind === 'kill' && ++calls === Number(value)) { process.kill(process.pid, 'SIGKILL'); }
		if (kind === 'full' && name.startsWith('write') && String(paths.get(first) ?? first).includes(value)) { throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }); }
		return real(first, ...rest);
	};
}
syncBuiltinESMExports();
