import { Menders, switchedOn } from '#core/mend/menders.ts';
import type { CorpusFacts } from '#core/rules/rule.ts';
import type { Arguments } from '../arguments.ts';
import { selectionOf } from './selection.ts';

/** Menders as the command line asks for them. */
export function mendersOf(args: Arguments, corpus?: CorpusFacts): Menders {
	const { only } = args.fix;
	return new Menders({
		fixes: { isUnsafe: args.isUnsafe, ...only.length === 0 ? {} : { rules: new Set(only) } }, selection: selectionOf(args), adapt: settings => switchedOn(settings, only), corpus,
	});
}
