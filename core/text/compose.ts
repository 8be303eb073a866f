import { byPosition, type Edit } from './edit.ts';

/** A run of text that is kept, deleted or inserted; `keep` and `drop` count UTF-16 units of the text before. */
type Step = { readonly keep: number } | { readonly drop: number } | { readonly add: string };

/**
 * The edits that do in one go what `first` and then `second` do: `second` refers to the text that `first` gives. Both
 * disjoint; `length` is that of the text before.
 */
export function compose(first: readonly Edit[], second: readonly Edit[], length: number): Edit[] {
	const before = new Steps(stepsOf(first, length));
	const grown = first.reduce((sum, { range, text }) => sum + text.length - (range.end - range.start), length);
	const result: Step[] = [];
	for (const step of stepsOf(second, grown)) {
		if ('add' in step) { result.push(step); } else { before.take('keep' in step ? step.keep : step.drop, 'keep' in step, result); }
	}
	before.rest(result);
	return editsOf(result);
}

function stepsOf(edits: readonly Edit[], length: number): Step[] {
	const steps: Step[] = [];
	let at = 0;
	for (const { range, text } of [...edits].sort(byPosition)) {
		steps.push({ keep: range.start - at }, { drop: range.end - range.start }, { add: text });
		at = range.end;
	}
	steps.push({ keep: length - at });
	return steps;
}

/** The steps of the earlier list, taken piece by piece by the length of the text they give. */
class Steps {
	readonly #steps: readonly Step[];
	#index = 0;
	#used = 0;

	constructor(steps: readonly Step[]) { this.#steps = steps; }

	take(length: number, isKept: boolean, into: Step[]): void {
		let left = length;
		while (left > 0) {
			const step = this.#steps[this.#index];
			if (step === undefined) { return; }
			if ('drop' in step) { this.#next(); into.push(step); continue; }
			const available = ('keep' in step ? step.keep : step.add.length) - this.#used;
			const size = Math.min(available, left);
			if ('keep' in step) { into.push(isKept ? { keep: size } : { drop: size }); } else if (isKept) { into.push({ add: step.add.slice(this.#used, this.#used + size) }); }
			left -= size;
			this.#used += size;
			if (size === available) { this.#next(); }
		}
	}

	rest(into: Step[]): void {
		for (let step = this.#steps[this.#index]; step !== undefined; step = this.#steps[this.#index]) {
			if ('drop' in step) { into.push(step); }
			this.#next();
		}
	}

	#next(): void { this.#index++; this.#used = 0; }
}

function editsOf(steps: readonly Step[]): Edit[] {
	const edits: Edit[] = [];
	let at = 0;
	let start = 0;
	let text = '';
	const flush = (): void => {
		if (at > start || text !== '') { edits.push({ range: { start, end: at }, text }); }
		text = '';
	};
	for (const step of steps) {
		if ('add' in step) { text += step.add; } else if ('drop' in step) { at += step.drop; } else if (step.keep > 0) {
			flush();
			at += step.keep;
			start = at;
		}
	}
	flush();
	return edits;
}
