/** Where a line begins in an item, in pixels from its top. */
export interface LinePoint {
	readonly line: number;
	readonly top: number;
}

/**
 * Lines of a source against heights in a view, both rising; between two points it is a straight line. Points that do not
 * rise, such as a line shown above its forerunner, are left out.
 */
export class LineMap {
	readonly #points: readonly LinePoint[];

	constructor(points: readonly LinePoint[]) {
		const rising: LinePoint[] = [];
		for (const point of points) {
			const last = rising.at(-1);
			if (last === undefined || (point.line > last.line && point.top >= last.top)) { rising.push(point); }
		}
		this.#points = rising;
	}

	topOf(line: number): number {
		return this.#between(line, point => point.line, point => point.top);
	}

	lineAt(top: number): number {
		return this.#between(top, point => point.top, point => point.line);
	}

	#between(value: number, from: (point: LinePoint) => number, to: (point: LinePoint) => number): number {
		const points = this.#points;
		const first = points[0];
		const last = points.at(-1);
		if (first === undefined || last === undefined) { return 0; }
		if (value <= from(first)) { return to(first); }
		for (let at = 1; at < points.length; at++) {
			const low = points[at - 1] as LinePoint;
			const high = points[at] as LinePoint;
			if (value < from(high)) { return to(low) + ((value - from(low)) / (from(high) - from(low))) * (to(high) - to(low)); }
		}
		return to(last);
	}
}
