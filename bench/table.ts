/** One figure of a run; ratios compare with something measured in the same run, so that they mean the same on any machine. */
export interface Figure {
	readonly group: string;
	readonly name: string;
	readonly value: number;
	readonly unit: 'ms' | 's' | 'MB/s' | 'MiB' | 'kB';
	/** What it is compared with, in the same unit. */
	readonly against?: { readonly name: string; readonly value: number };
	/** `value` against `against`; below 1 is better, but for MB/s. */
	readonly ratio?: number;
	/** As docs/performance.md puts it. */
	readonly target?: string;
	readonly isMet?: boolean;
}

interface Comparison {
	readonly group: string;
	readonly name: string;
	readonly unit: Figure['unit'];
	readonly value: number;
	readonly against: { readonly name: string; readonly value: number };
	/** The largest ratio that is still good. */
	readonly limit?: number;
	/** A value that is good whatever the ratio. */
	readonly enough?: number;
}

/** A figure with its ratio, judged by the limit: less is better. */
export function compared({ limit, enough, ...rest }: Comparison): Figure {
	const ratio = rest.value / rest.against.value;
	if (limit === undefined) { return { ...rest, ratio }; }
	return {
		...rest, ratio,
		target: `≤ ${limit} × ${rest.against.name}${enough === undefined ? '' : `, or ≤ ${enough} ${rest.unit}`}`,
		isMet: ratio <= limit || (enough !== undefined && rest.value <= enough),
	};
}

/** A figure judged by itself: at most `limit`. */
export function limited(group: string, name: string, value: number, unit: Figure['unit'], limit?: number): Figure {
	return limit === undefined ? { group, name, value, unit } : { group, name, value, unit, target: `≤ ${limit} ${unit}`, isMet: value <= limit };
}

const head = ['group', 'figure', 'value', 'against', 'ratio', 'target', ''];

function cellsOf(figure: Figure): string[] {
	return [
		figure.group, figure.name, `${rounded(figure.value)} ${figure.unit}`,
		figure.against === undefined ? '' : `${figure.against.name} ${rounded(figure.against.value)}`,
		figure.ratio === undefined ? '' : `${figure.ratio.toFixed(2)} ×`,
		figure.target ?? '', figure.isMet === undefined ? '' : figure.isMet ? 'met' : 'MISSED',
	];
}

/** All figures as one table of plain text. */
export function tableOf(figures: readonly Figure[]): string {
	const all = [head, ...figures.map(cellsOf)];
	const widths = head.map((_, column) => Math.max(...all.map(row => (row[column] ?? '').length)));
	return all.map(row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}

export function markdownOf(figures: readonly Figure[]): string {
	return [head, head.map(() => '---'), ...figures.map(cellsOf)].map(row => `| ${row.join(' | ')} |`).join('\n');
}

const rounded = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3));

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Nearest rank; NaN without values. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}
