import { isBlank } from '../text/kinds.ts';

/** What parts the name of a site from a title: one of these signs behind a blank, or a bar. */
const signs = '-|–—:•»';
/** UTF-16 units that the name has at most. */
const LONGEST = 40;
/** Share of the titles of a host that end with the name of the site; a column has fewer. */
const SHARE = 0.1;

/** Learns which ends the titles of a host share. */
export class TitleSuffixes {
	readonly #hosts = new Map<string, { titles: number; readonly suffixes: Map<string, number> }>();

	add(host: string, title: string): void {
		const known = this.#hosts.get(host) ?? { titles: 0, suffixes: new Map<string, number>() };
		this.#hosts.set(host, known);
		known.titles++;
		const suffix = suffixOf(title);
		if (suffix !== undefined) { known.suffixes.set(suffix, (known.suffixes.get(suffix) ?? 0) + 1); }
	}

	/** With the number of titles; ends that a tenth of all titles have, and more than one. */
	of(host: string): ReadonlyMap<string, number> {
		const known = this.#hosts.get(host);
		return new Map([...known?.suffixes ?? []].filter(([, count]) => count > 1 && count >= (known?.titles ?? 0) * SHARE));
	}
}

/** The end of a title from its last sign on, with the blanks in front; undefined where there is none, or nothing else. */
function suffixOf(title: string): string | undefined {
	for (let at = title.length - 1; at > 0 && title.length - at <= LONGEST + 2; at--) {
		if (!signs.includes(title.charAt(at))) { continue; }
		let start = at;
		while (start > 0 && isBlank(title.charCodeAt(start - 1))) { start--; }
		return (start < at || title[at] === '|') && start > 0 && at < title.length - 2 ? title.slice(start) : undefined;
	}
	return undefined;
}
