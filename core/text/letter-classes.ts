import { kindTable, letterKinds } from './kinds.ts';
import { scriptNames, scriptNumberOf } from './script.ts';
import { PointTable, letters } from './telltales.ts';

/** The first class of a telltale letter: class 0 is whatever is no letter, then come the other letters of each script. */
const FIRST_TELLTALE = 1 + scriptNames.length;

/** Class of every UTF-16 unit, so that one look-up and one sum a unit tell scripts and telltale letters; fewer than 256. */
export const letterClasses: Readonly<Uint8Array> = classTable(kindTable);

/** In a function with loops, because every program makes it when it starts. */
function classTable(kindOf: Readonly<Uint8Array>): Uint8Array {
	const table = new Uint8Array(kindOf.length);
	// Scripts begin at sixteens.
	for (let block = 0; block < table.length; block += 16) {
		const own = 1 + scriptNumberOf(block);
		for (let unit = block; unit < block + 16; unit++) {
			if ((letterKinds & (1 << (kindOf[unit] as number))) !== 0) { table[unit] = own; }
		}
	}
	for (const [number, unit] of [...letters.keys()].entries()) { table[unit] = FIRST_TELLTALE + number; }
	return table;
}

/** Number of the script of each class but the first. */
export const classScripts: readonly number[] = [0, ...scriptNames.keys(), ...Array.from(letters.keys(), scriptNumberOf)];

/** Points of each class. */
export const classPoints = new PointTable([...new Array<[]>(FIRST_TELLTALE).fill([]), ...letters.values()]);
