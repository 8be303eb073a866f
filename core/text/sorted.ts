/** Index of the first of the ascending values that is at least `value`; their count where there is none. */
export function firstAtLeast(values: ArrayLike<number>, value: number): number {
	let low = 0;
	let high = values.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((values[middle] as number) < value) { low = middle + 1; } else { high = middle; }
	}
	return low;
}

/** Whether a value is among ascending ones. */
export const includesSorted = (values: ArrayLike<number>, value: number): boolean => values[firstAtLeast(values, value)] === value;
