import { kindTable, letterKinds } from './kinds.ts';
import { scriptNames, scriptNumberOf } from './script.ts';
import { PointTable, letters } from './telltales.ts';

/** The first class of a telltale letter: class 0 is whatever is no letter, then come the other letters of each script. */
const FIRST_TELLTALE = 1 + scriptNames.length;

/** Class of every UTF-16 unit, so that one look-up and one sum a unit tell scripts and telltale letters; fewer than 256. */
export const letterClasses: Readonly<Uint8Array> = Uint8Array.from(kindTable, (kind, unit) => ((letterKinds & (1 << kind)) === 0 ? 0 : 1 + scriptNumberOf(unit)));

/** Number of the script of each class but the first. */
export const classScripts: readonly number[] = [0, ...scriptNames.keys(), ...Array.from(letters.keys(), scriptNumberOf)];

/** Points of each class. */
export const classPoints = new PointTable([...new Array<[]>(FIRST_TELLTALE).fill([]), ...letters.values()]);

for (const [number, unit] of [...letters.keys()].entries()) { (letterClasses as Uint8Array)[unit] = FIRST_TELLTALE + number; }
