/** Index of the first of the ascending values that is at least `value`; their count where there is none. Only the first `count` are looked at. */
export function firstAtLeast(values: ArrayLike<number>, value: number, count = values.length): number {
	let low = 0;
	let high = count;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((values[middle] as number) < value) { low = middle + 1; } else { high = middle; }
	}
	return low;
}

/** Whether a value is among ascending ones. */
export const includesSorted = (values: ArrayLike<number>, value: number): boolean => values[firstAtLeast(values, value)] === value;
