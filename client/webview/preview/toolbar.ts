import type { Typography } from '#contract/preview.ts';
import { button, element, icon } from '../shared/dom.ts';
import { t, wordsDirection } from '../shared/l10n.ts';

export interface ToolbarEvents {
	readonly go: (index: number) => void;
	readonly problem: (direction: 'next' | 'previous') => void;
	readonly find: () => void;
	readonly xray: () => void;
	readonly lock: () => void;
	readonly save: () => void;
	/** Null goes back to the settings. */
	readonly typography: (typography: Typography | null) => void;
}

export interface ToolbarState {
	readonly total: number;
	readonly index: number;
	readonly isXray: boolean;
	readonly isLocked: boolean;
	readonly typography: Typography;
}

const SANS = 'system-ui, "Segoe UI", "SF Arabic", "Noto Sans Arabic", Vazirmatn, "Noto Sans Hebrew", sans-serif';
const FAMILIES: readonly (readonly [string, string])[] = [['', t('By language')], [SANS, t('Sans serif')], ['var(--vscode-editor-font-family), monospace', t('As in the editor')]];

/** The row of buttons above the articles. */
export class Toolbar {
	readonly root: HTMLElement;
	readonly #events: ToolbarEvents;
	readonly #number = element('input', { type: 'number', min: '1', class: 'article-number', 'aria-label': t('Article') });
	readonly #total = element('span', { class: 'total' });
	readonly #xray: HTMLButtonElement;
	readonly #lock: HTMLButtonElement;
	readonly #type: HTMLElement;
	readonly #typeButton: HTMLButtonElement;
	readonly #inputs = new Map<'size' | 'lineHeight' | 'width', HTMLInputElement>();
	readonly #family = element('select', { 'aria-label': t('Typeface') });
	#typography: Typography | undefined;

	constructor(events: ToolbarEvents) {
		this.#events = events;
		this.#xray = toggle(button({ label: t('Show invisible characters'), icon: icon('M8 3.2c-3.2 0-5.6 2.5-6.6 4.8 1 2.3 3.4 4.8 6.6 4.8s5.6-2.5 6.6-4.8C13.6 5.7 11.2 3.2 8 3.2z', 'M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z'), onPress: events.xray }));
		this.#lock = toggle(button({ label: t('Stay with this dump'), icon: icon('M4 7.5h8v6H4z', 'M5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5'), onPress: events.lock }));
		this.#typeButton = button({ label: t('Text size and face'), icon: icon('M1.5 13 5.5 3h.6l4 10M3 9.5h5.6', 'M11.2 13l2-5h.4l1.9 5M11.9 11.4h3'), onPress: () => { this.#toggleType(); } });
		this.#typeButton.setAttribute('aria-expanded', 'false');
		this.#type = this.#typePanel();
		this.#number.addEventListener('change', () => {
			const index = Number(this.#number.value) - 1;
			if (Number.isInteger(index) && index >= 0) { events.go(index); }
		});
		this.root = element('div', { class: 'toolbar', role: 'toolbar', 'aria-label': t('Preview') },
			element('div', { class: 'group' }, this.#number, this.#total),
			element('div', { class: 'group' },
				button({ label: t('Previous problem (Shift+F8)'), icon: icon('M8 13V3M3.5 7.5 8 3l4.5 4.5'), onPress: () => { events.problem('previous'); } }),
				button({ label: t('Next problem (F8)'), icon: icon('M8 3v10M3.5 8.5 8 13l4.5-4.5'), onPress: () => { events.problem('next'); } })),
			element('div', { class: 'group end' },
				button({ label: t('Find (Ctrl+F)'), icon: icon('M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9z', 'M10.3 10.3 14 14'), onPress: events.find }),
				this.#xray, this.#typeButton, this.#lock,
				button({ label: t('Save as HTML'), icon: icon('M8 2v8M4.5 7 8 10.5 11.5 7', 'M2.5 11.5V14h11v-2.5'), onPress: events.save })),
			this.#type);
		this.#type.addEventListener('keydown', event => {
			if (event.key === 'Escape') { event.stopPropagation(); this.#toggleType(); this.#typeButton.focus(); }
		});
	}

	show({ total, index, isXray, isLocked, typography }: ToolbarState): void {
		this.#total.textContent = t('of {0}', total.toLocaleString('en'));
		this.#number.max = String(total);
		this.#number.disabled = total === 0;
		this.#number.style.width = `${Math.max(2, String(total).length) + 2.5}ch`;
		if (document.activeElement !== this.#number) { this.#number.value = total === 0 ? '' : String(index + 1); }
		this.#xray.setAttribute('aria-pressed', String(isXray));
		this.#lock.setAttribute('aria-pressed', String(isLocked));
		this.#typography = typography;
		for (const [name, input] of this.#inputs) { input.value = String(typography[name]); }
		if (!FAMILIES.some(([family]) => family === typography.family) && ![...this.#family.options].some(({ value }) => value === typography.family)) {
			this.#family.append(element('option', { value: typography.family }, t('From the settings')));
		}
		this.#family.value = typography.family;
	}

	#typePanel(): HTMLElement {
		this.#family.append(...FAMILIES.map(([value, label]) => element('option', { value }, label)));
		this.#family.addEventListener('change', () => { this.#change({ family: this.#family.value }); });
		return element('div', { class: 'type-panel', role: 'group', 'aria-label': t('Text size and face'), dir: wordsDirection, hidden: '' },
			element('label', {}, t('Typeface'), this.#family),
			this.#slider('size', t('Size'), 12, 40, 1), this.#slider('lineHeight', t('Line height'), 0.7, 1.6, 0.05), this.#slider('width', t('Width'), 20, 80, 2),
			button({ label: t('As in the settings'), className: 'link', onPress: () => { this.#events.typography(null); } }));
	}

	#slider(name: 'size' | 'lineHeight' | 'width', label: string, min: number, max: number, step: number): HTMLElement {
		const input = element('input', { type: 'range', min: String(min), max: String(max), step: String(step) });
		input.addEventListener('input', () => { this.#change({ [name]: Number(input.value) }); });
		this.#inputs.set(name, input);
		return element('label', {}, label, input);
	}

	#change(part: Partial<Typography>): void {
		if (this.#typography !== undefined) { this.#events.typography({ ...this.#typography, ...part }); }
	}

	#toggleType(): void {
		this.#type.hidden = !this.#type.hidden;
		this.#typeButton.setAttribute('aria-expanded', String(!this.#type.hidden));
		if (!this.#type.hidden) { this.#family.focus(); }
	}
}

function toggle(made: HTMLButtonElement): HTMLButtonElement {
	made.setAttribute('aria-pressed', 'false');
	return made;
}
