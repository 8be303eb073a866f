import type { View } from '#core/features/article-view.ts';

export type Attributes = Readonly<Record<string, string>>;

/** An element with attributes and children; strings become text nodes, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[K] {
	const made = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) { made.setAttribute(name, value); }
	for (const child of children) { made.append(child); }
	return made;
}

/** The element a view describes; it may have any number of children, which no call takes at once. */
export function elementOf(view: View): HTMLElement {
	const made = element(view.tag, view.attributes);
	for (const child of view.children) { made.append(typeof child === 'string' ? child : elementOf(child)); }
	return made;
}

export interface ButtonOptions {
	readonly label: string;
	readonly icon?: Node;
	readonly className?: string;
	readonly onPress: () => void;
}

/** A button with words, or with a picture that its words name. */
export function button({ label, icon, className, onPress }: ButtonOptions): HTMLButtonElement {
	const made = element('button', { type: 'button', class: className ?? '', ...(icon === undefined ? {} : { 'aria-label': label, title: label }) }, icon ?? label);
	made.addEventListener('click', onPress);
	return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A picture of 16 × 16 from stroked paths, in the colour of the text. */
export function icon(...paths: readonly string[]): SVGElement {
	const svg = document.createElementNS(SVG, 'svg');
	for (const [name, value] of Object.entries({ viewBox: '0 0 16 16', width: '16', height: '16', fill: 'none', stroke: 'currentColor', 'stroke-width': '1.3', 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' })) { svg.setAttribute(name, value); }
	for (const path of paths) {
		const line = document.createElementNS(SVG, 'path');
		line.setAttribute('d', path);
		svg.append(line);
	}
	return svg;
}

/** The ancestor, or the node itself, that is an element. */
export const elementAt = (node: Node | null): Element | null => (node instanceof Element ? node : (node?.parentElement ?? null));
