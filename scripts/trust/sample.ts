import type { Problem } from '#core/rules/rule.ts';
import type { RealArticle } from './real-text.ts';

/** How many findings of a rule are read; all where there are fewer. */
export const SAMPLE = 30;

interface Finding extends RealArticle {
	readonly problem: Problem;
}

/**
 * Findings of a rule to be read, the same ones each time: every article with any gives one before any gives a second, and
 * among these they are taken at even distances, so that no article and no outlet speaks for all.
 */
export function sampleOf(real: readonly RealArticle[], isAsked: (problem: Problem) => boolean): { readonly total: number; readonly sample: readonly Finding[] } {
	const byArticle = real.map(each => each.problems.filter(isAsked).map((problem): Finding => ({ ...each, problem })));
	const total = byArticle.reduce((sum, own) => sum + own.length, 0);
	let depth = 1;
	while (depth <= total && byArticle.reduce((sum, own) => sum + Math.min(own.length, depth), 0) < Math.min(SAMPLE, total)) { depth++; }
	const pool = byArticle.flatMap(own => own.slice(0, depth));
	const sample = pool.length <= SAMPLE ? pool : Array.from({ length: SAMPLE }, (_, index) => pool[Math.floor(index * pool.length / SAMPLE)] as Finding);
	return { total, sample };
}

const WIDTH = 60;

/** A finding with its context, what cannot be seen spelled out, as one line for a reader. */
export function describe({ entry, article, problem }: Finding): string {
	const { range: { start, end }, message, fixes } = problem;
	const { text, lines } = article;
	const [before, found, after] = [text.slice(Math.max(0, start - WIDTH), start), text.slice(start, end), text.slice(end, end + WIDTH)].map(visible);
	const fix = fixes[0] === undefined ? 'no fix' : `${fixes[0].safety}: ${fixes[0].title}`;
	return `${entry.lang} ${entry.file}:${entry.first_line + lines.at(start)}: ${before}⟦${found}⟧${after}\n\t${visible(message)} (${visible(fix)})`;
}

const visible = (text: string): string => text.replace(/[\p{C}\p{Zl}\p{Zp}\u00a0]/gu, each => `<${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`);
