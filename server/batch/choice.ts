import { Menders, switchedOn } from '#core/mend/menders.ts';
import type { BatchChoice } from '#contract/batch.ts';

const setOf = (names: readonly string[] | null): ReadonlySet<string> | undefined => (names === null ? undefined : new Set(names));

/** What mends as a client has chosen; rules that are named are switched on, as `--only` does. */
export function mendersOf({ rules, outlets, languages, isUnsafe }: BatchChoice): Menders {
	return new Menders({
		fixes: { isUnsafe, ...rules === null ? {} : { rules: new Set(rules) } },
		selection: { outlets: setOf(outlets), languages: setOf(languages) },
		adapt: settings => switchedOn(settings, rules ?? []),
	});
}
