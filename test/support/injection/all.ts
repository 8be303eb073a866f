import { gluedInjections } from './glued.ts';
import { headerInjections } from './header.ts';
import { damageInjections } from './damage.ts';
import { fileInjections } from './file.ts';
import { invisibleInjections } from './invisible.ts';
import { letterInjections } from './letters.ts';
import { normalisationInjections } from './normalisation.ts';
import { structureInjections } from './structure.ts';
import type { Injection } from './injection.ts';

export const injections: readonly Injection[] = [...structureInjections, ...headerInjections, ...damageInjections, ...invisibleInjections, ...fileInjections, ...letterInjections, ...gluedInjections, ...normalisationInjections];

/** Rules that look at several articles, or at what only a profile tells: `test/rules/corpus-injection.test.ts` damages a corpus. */
export const exempt: ReadonlySet<string> = new Set(['title-differs-from-address', 'site-name-in-title', 'boilerplate', 'duplicate-address', 'duplicate-article', 'near-duplicate-article', 'reused-title']);
