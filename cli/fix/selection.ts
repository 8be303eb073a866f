import type { Selection } from '#core/mend/selection.ts';
import type { Arguments } from '../arguments.ts';

const setOf = (values: readonly string[]): ReadonlySet<string> | undefined => (values.length === 0 ? undefined : new Set(values));

/** The articles that --outlet and --language ask for. */
export const selectionOf = ({ fix: { outlets, languages } }: Arguments): Selection => ({ outlets: setOf(outlets), languages: setOf(languages) });
