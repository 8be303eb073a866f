import type { FixChoice } from '#core/fix.ts';
import { Linter } from '#core/lint.ts';
import { Mender, type Codec, type Watcher } from '#core/mend/mender.ts';
import type { Selection } from '#core/mend/selection.ts';
import { withRules, type Settings } from '#core/settings.ts';
import { codec } from '#disk/codec.ts';

/** A file, or standard input, as what mends it must know it. */
export interface Source {
	readonly name: string;
	/** Index in the settings of the run. */
	readonly settings: number;
	readonly isGuess: boolean;
}

export interface MenderChoice {
	readonly fixes: FixChoice;
	readonly selection: Selection;
	/** What becomes of the settings of a file. */
	readonly adapt: (settings: Settings) => Settings;
	readonly codec?: Codec;
}

/** Makes menders, with the linters they share. */
export class Menders {
	readonly #settings: readonly Settings[];
	readonly #choice: MenderChoice;
	readonly #linters = new Map<number, Linter>();

	constructor(settings: readonly Settings[], choice: MenderChoice) {
		this.#settings = settings;
		this.#choice = choice;
	}

	linter(settings: number): Linter {
		let linter = this.#linters.get(settings);
		if (linter === undefined) { this.#linters.set(settings, linter = new Linter(this.#choice.adapt(this.#settings[settings] as Settings))); }
		return linter;
	}

	mender({ name, settings, isGuess }: Source, watchers: readonly Watcher[]): Mender {
		const { fixes, selection } = this.#choice;
		return new Mender(name, { linter: this.linter(settings), choice: fixes, codec: this.#choice.codec ?? codec, selection, watchers, isGuess });
	}
}

/** Settings in which some rules are on: those that were off as hints, so that what is left of them weighs nothing. */
export const switchedOn = (settings: Settings, ids: readonly string[]): Settings => withRules(settings, rules =>
	new Map([...rules].map(([id, own]) => [id, own.severity === 'off' && ids.includes(id) ? { ...own, severity: 'hint' } : own])));
