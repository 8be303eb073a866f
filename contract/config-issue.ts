import type * as z from 'zod/mini';
import { allRules } from '#core/rules/all.ts';
import { groupTitles } from '#core/rules/page.ts';
import { quoted } from '#core/text/quote.ts';
import { HOST, severities } from './resolve.ts';

export type Issue = z.core.$ZodIssue;

/** One sentence: what is wrong with the value, and what to write instead. */
export function describeIssue(issue: Issue, path: readonly PropertyKey[], name: string, value: unknown): string {
	const where = name === '' ? 'The configuration' : name;
	switch (issue.code) {
		case 'unrecognized_keys': return unknownKey(path, where);
		case 'invalid_value': {
			const choices = issue.values.map(String);
			const isSeverity = choices.length === severities.length && choices.every((each, index) => each === severities[index]);
			return `${where}: ${shown(value)} is ${isSeverity ? 'no severity' : 'not possible here'}; write ${listed(choices)}.`;
		}
		case 'invalid_type': return `${where}: write ${article(issue.expected)} instead of ${shown(value)}.`;
		case 'too_small': return `${where}: ${shown(value)} is too small; write at least ${String(issue.minimum)}.`;
		case 'too_big': return `${where}: ${path.length > 0 && Array.isArray(value) ? 'there are too many values' : `${shown(value)} is too big`}; write at most ${String(issue.maximum)}.`;
		case 'custom': return `${where}: the languages of an override are told first, so that it cannot set them; move “language” to an override of its own, with “files” or “outlets”.`;
		case 'invalid_key': return noHost('outlets', String(path.at(-1)));
		case 'invalid_format': return invalidText(String(path.at(-2)), where, value);
		default: return `${where}: ${shown(value)} cannot be used; look the key up in the documentation.`;
	}
}

/** @param list the key of the list that the text stands in */
function invalidText(list: string, where: string, value: unknown): string {
	switch (list) {
		case 'boilerplate': return `${where}: ${shown(value)} names no text; write what belongs to the site, with “*” only for what differs, or delete it.`;
		case 'outlets': return noHost(where, String(value));
		default: return `${where}: ${shown(value)} is no language; write a code such as “ar”${list === 'languages' ? '' : ', or “auto”'}.`;
	}
}

/** What is written in the place of a host is mostly an address, or a pattern. */
function noHost(where: string, text: string): string {
	const host = text.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//iu, '').replace(/^\*\./u, '').replace(/[/?#:].*$/u, '');
	const what = text.includes('*') ? 'is no host, and there are no patterns for hosts' : 'is no host';
	return `${where}: ${quoted(text)} ${what}; write ${HOST.test(host) ? quoted(host) : 'one such as “example.com”'}.`;
}

function unknownKey(path: readonly PropertyKey[], where: string): string {
	const key = String(path.at(-1));
	if (path.at(-2) === 'rules') {
		const known = key.startsWith('group:') ? Object.keys(groupTitles).map(group => `group:${group}`) : allRules.map(rule => rule.id);
		const near = closest(key, known);
		const what = key.startsWith('group:') ? 'group' : 'rule';
		return near === undefined
			? `${where}: there is no such ${what}; “warraq rules” lists them all.`
			: `${where}: there is no such ${what}; did you mean “${near}”?`;
	}
	return `${where}: there is no such key; correct or delete it${path.length === 3 && path[0] === 'overrides' ? ', until then this override counts as left out' : ''}.`;
}

function article(type: string): string {
	const names: Readonly<Record<string, string>> = { string: 'text in quotes', number: 'a number', boolean: 'true or false', array: 'a list in [ ]', tuple: 'a severity or a list in [ ]', object: 'an object in { }', record: 'an object in { }' };
	return names[type] ?? `a value of the type ${type}`;
}

const shown = (value: unknown): string => (typeof value === 'string' ? quoted(value) : quoted(JSON.stringify(value) ?? 'nothing'));

export function listed(words: readonly string[]): string {
	return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** The word of a list that shares most pairs of letters with `word`; undefined where none is near. */
export function closest(word: string, list: readonly string[]): string | undefined {
	let best: string | undefined;
	let most = 0.5;
	const own = pairsOf(word);
	for (const each of list) {
		const other = pairsOf(each);
		const shared = [...own].filter(pair => other.has(pair)).length;
		const likeness = (2 * shared) / (own.size + other.size || 1);
		if (likeness > most) { most = likeness; best = each; }
	}
	return best;
}

function pairsOf(word: string): Set<string> {
	return new Set(Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2)));
}
