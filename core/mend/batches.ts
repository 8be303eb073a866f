import type { Decoded } from '../report/decoded.ts';
import { allRules } from '../rules/all.ts';
import type { Settings } from '../settings.ts';
import { addAmount, amountOf, newAmount, type Amount } from './change.ts';
import type { MendedArticle, Watcher } from './article-mender.ts';
import type { Codec, Mender } from './mender.ts';
import { Menders, alone, needsUnsafe, type OpenSource, type Source } from './menders.ts';
import { listedOutlet, type Selection } from './selection.ts';

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

/** The rules of which batches are listed where nobody names others. */
export const batchRules = (): string[] => allRules.filter(({ group, fix }) => group === 'normalisation' && fix !== 'never').map(({ id }) => id);

/** Counts what each rule alone would change: every rule has menders of its own, so that what is counted is what its batch will do. */
export class BatchCounter {
	readonly table = new BatchTable();
	readonly #menders: readonly (readonly [string, Menders])[];

	constructor(rules: readonly string[], selection: Selection, isUnsafe: boolean) {
		this.#menders = rules.map(rule => [rule, new Menders({ selection, fixes: { isUnsafe: isUnsafe || needsUnsafe(rule), rules: new Set([rule]) }, adapt: settings => alone(settings, rule) })]);
	}

	/** For a file: each is to be given every piece of it. */
	menders(source: Source, codec: Codec): Mender[] {
		const shared = remembering(codec);
		return this.#menders.map(([rule, each]) => each.mender(source, shared, [this.#watcher(rule, each, source.settings)]));
	}

	/** Counts in a dump that somebody has open. */
	async addOpen(source: OpenSource, between: (units: number) => Promise<void>): Promise<void> {
		for (const [rule, each] of this.#menders) { await each.mendOpen(source, [this.#watcher(rule, each, source.settings)], between); }
	}

	#watcher(rule: string, menders: Menders, settings: Settings): Watcher {
		return { mended: mended => { this.table.add(rule, listedOutlet(mended.article), menders.linter(settings).languageOf(mended.article), mended); } };
	}
}

/** Decodes a piece once for all who ask for it one behind the other. */
function remembering(own: Codec): Codec {
	let last: { readonly bytes: Uint8Array; readonly decoded: Decoded } | undefined;
	return { encode: text => own.encode(text), decode: bytes => (last?.bytes === bytes ? last : last = { bytes, decoded: own.decode(bytes) }).decoded };
}
