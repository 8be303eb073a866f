import { parametersIn, parseAddress, type Address, type Parameter } from '../../format/address.ts';
import { isTrackingName, mayTrack } from '../../format/tracking.ts';
import { remove } from '../../text/edit.ts';
import { quoted } from '../../text/quote.ts';
import { shift, type Range } from '../../text/range.ts';
import { defineRule } from '../rule.ts';

export const trackingParameter = defineRule({
	id: 'tracking-parameter',
	group: 'header',
	severity: 'information',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	keepsText: true,
	summary: 'The address carries parameters that only tell how a reader came to the page.',
	why: 'The same page gets as many addresses as there were ways to it, and its copies are not found as duplicates.',
	details: 'Known are utm_…, click identifiers (fbclid, gclid, msclkid, yclid, …), those of mailings (mc_cid, mkt_tok, …) and analytics (_ga, xtor, wt_mc, …), in the query and in a fragment written like one. Names with a meaning elsewhere, such as ref, source and id, are not; `also` adds names.',
	options: {
		also: { type: 'strings', default: [], description: 'Further names of parameters to report; `*` at the end stands for any rest.' },
	},
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a?id=7&⟦utm_source=feed&fbclid=x1⟧\nعنوان\nعنوان\nنص الخبر هنا.\n',
		good: ' date 2025-03-04 https://example.com/a?id=7\nعنوان\nعنوان\nنص الخبر هنا.\n',
	}],
	on: 'field',
	fields: ['address'],
	check({ text, start }, report, { also }) {
		if (also.length === 0 && !mayTrack(text)) { return; }
		const address = parseAddress(text);
		for (const part of [address.query, address.fragment]) {
			if (part.start === part.end) { continue; }
			for (const run of runsOf(parametersIn(address, part), also)) {
				const [first] = run;
				const range = { start: first.range.start, end: run.at(-1)?.range.end ?? first.range.end };
				const names = [...new Set(run.map(({ name }) => name))];
				report({
					range: shift(range, start),
					message: `The address carries ${quoted(names.join(', '))}: ${names.length === 1 ? 'it only tells' : 'they only tell'} how a reader came to the page.`,
					isUnnecessary: true,
					fixes: [{ title: `Delete ${names.length === 1 ? 'the tracking parameter' : `${run.length} tracking parameters`}`, safety: 'safe', edits: [remove(shift(withSeparator(address, part, range), start))] }],
				});
			}
		}
	},
});

type Run = readonly [Parameter, ...Parameter[]];

/** Tracking parameters that stand side by side. */
function runsOf(parameters: readonly Parameter[], also: readonly string[]): Run[] {
	const runs: [Parameter, ...Parameter[]][] = [];
	let open = false;
	for (const parameter of parameters) {
		const isOne = isTracking(parameter.name.toLowerCase(), also);
		if (isOne && open) { runs.at(-1)?.push(parameter); } else if (isOne) { runs.push([parameter]); }
		open = isOne;
	}
	return runs;
}

function isTracking(name: string, also: readonly string[]): boolean {
	return isTrackingName(name)
		|| also.some(pattern => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1).toLowerCase()) : name === pattern.toLowerCase()));
}

/** The run with the separator that goes with it: its `?` or `#` when nothing else is left, else the `&` on one side. */
function withSeparator({ text }: Address, part: Range, { start, end }: Range): Range {
	if (start > part.start) { return { start: text.startsWith('&amp;', start - 5) ? start - 5 : start - 1, end }; }
	if (end >= part.end) { return { start: part.start - 1, end: part.end }; }
	return { start, end: end + (text.startsWith('&amp;', end) ? 5 : 1) };
}
