import { addAmount, amountOf, newAmount, type Amount } from './change.ts';
import type { MendedArticle } from './mender.ts';

/** What one rule would change in the articles of one outlet and language: a batch that can be run by itself. */
export interface Batch extends Readonly<Amount> {
	readonly rule: string;
	readonly outlet: string;
	readonly language: string;
	readonly articles: number;
	readonly fixes: number;
}

type Sum = { -readonly [K in keyof Batch]: Batch[K] };

/** Counts batches; it holds one row for each outlet, language and rule that occur together. */
export class BatchTable {
	readonly #rows = new Map<string, Sum>();

	/** Takes note of an article that the fixes of one rule alone would change. */
	add(rule: string, outlet: string, language: string, { text, fixed }: MendedArticle): void {
		const key = `${outlet}\n${language}\n${rule}`;
		let row = this.#rows.get(key);
		if (row === undefined) { this.#rows.set(key, row = { rule, outlet, language, articles: 0, fixes: 0, ...newAmount() }); }
		row.articles++;
		row.fixes += fixed.applied.get(rule) ?? 0;
		addAmount(row, amountOf(text, fixed.edits));
	}

	/** The largest first. */
	get batches(): Batch[] {
		return [...this.#rows].sort(([a, { fixes }], [b, other]) => other.fixes - fixes || (a < b ? -1 : 1)).map(([, row]) => ({ ...row }));
	}
}
