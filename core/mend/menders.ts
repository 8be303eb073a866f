import type { FixChoice } from '../fix.ts';
import type { Article } from '../format/article.ts';
import { Linter } from '../lint.ts';
import { allRules, ruleById } from '../rules/all.ts';
import type { CorpusFacts } from '../rules/rule.ts';
import { withRules, type Settings } from '../settings.ts';
import type { Edit } from '../text/edit.ts';
import { ArticleMender, mendArticles, type MendPlan, type MendResult, type Watcher } from './article-mender.ts';
import { Mender, type Codec } from './mender.ts';
import type { Selection } from './selection.ts';

/** A file, or standard input, as what mends it must know it. */
export interface Source {
	/** As the user knows it. */
	readonly name: string;
	readonly settings: Settings;
	/** A file without any header is no dump, and is passed over. */
	readonly isGuess: boolean;
}

/** A dump that somebody has open. */
export interface OpenSource {
	readonly name: string;
	readonly settings: Settings;
	readonly articles: readonly Article[];
}

export interface MenderChoice {
	readonly fixes: FixChoice;
	readonly selection: Selection;
	/** What becomes of the settings of a file. */
	readonly adapt: (settings: Settings) => Settings;
	/** What all articles together tell, where somebody has read them. */
	readonly corpus?: CorpusFacts | undefined;
}

/** Makes menders, with the linters they share. */
export class Menders {
	readonly #choice: MenderChoice;
	readonly #linters = new Map<Settings, Linter>();

	constructor(choice: MenderChoice) { this.#choice = choice; }

	linter(settings: Settings): Linter {
		let linter = this.#linters.get(settings);
		if (linter === undefined) { this.#linters.set(settings, linter = new Linter(this.#choice.adapt(settings), allRules, this.#choice.corpus)); }
		return linter;
	}

	mender({ name, settings, isGuess }: Source, codec: Codec, watchers: readonly Watcher[]): Mender {
		return new Mender(name, { ...this.#plan(settings, watchers), codec, isGuess });
	}

	/** See {@link mendArticles}. */
	async mendOpen({ name, settings, articles }: OpenSource, watchers: readonly Watcher[], between: (units: number) => Promise<void>): Promise<{ readonly edits: readonly Edit[]; readonly result: MendResult }> {
		const plan = this.#plan(settings, watchers);
		const mender = new ArticleMender(name, plan);
		return { edits: await mendArticles(mender, articles, plan, between), result: mender };
	}

	#plan(settings: Settings, watchers: readonly Watcher[]): MendPlan {
		const { fixes, selection } = this.#choice;
		return { linter: this.linter(settings), choice: fixes, selection, watchers };
	}
}

/** Settings in which some rules are on: those that were off as hints, so that what is left of them weighs nothing. */
export const switchedOn = (settings: Settings, ids: readonly string[]): Settings => withRules(settings, rules =>
	new Map([...rules].map(([id, own]) => [id, own.severity === 'off' && ids.includes(id) ? { ...own, severity: 'hint' } : own])));

/** One rule, and those that explain its damage better and are reported in its stead: all that decides about its fixes. */
export function alone(settings: Settings, rule: string): Settings {
	const needed = new Set([rule, ...allRules.filter(({ covers }) => covers?.includes(rule)).map(({ id }) => id)]);
	return withRules(switchedOn(settings, [rule]), rules => new Map([...rules].filter(([id]) => needed.has(id))));
}

/** A rule that no safe fix would change anything for. */
export const needsUnsafe = (rule: string): boolean => ruleById(rule)?.safety === 'unsafe';
