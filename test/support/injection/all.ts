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

/** Rules that no damage to a good article can test, and why. */
export const exempt: ReadonlyMap<string, string> = new Map([
	['title-differs-from-address', 'is a judgement about two texts; its own test holds pairs'],
	['site-name-in-title', 'needs the profile of the outlet'],
	['boilerplate', 'needs the profile of the outlet, or many articles of it'],
	['duplicate-address', 'is about two articles; test/rules/corpus.test.ts damages corpora'],
	['duplicate-article', 'as duplicate-address'],
	['near-duplicate-article', 'as duplicate-address'],
	['reused-title', 'as duplicate-address'],
]);
