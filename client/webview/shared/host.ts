import type { Port } from '#contract/channel.ts';

interface VsCodeApi {
	postMessage(message: unknown): void;
	getState(): unknown;
	setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension host as a page sees it; nothing else in a page may ask VS Code for it, because it may be asked once. */
export interface Host extends Port {
	/** What {@link save} was given last, also before a reload; whatever it is, it has to be checked. */
	saved(): unknown;
	save(state: unknown): void;
}

export function openHost(): Host {
	const api = acquireVsCodeApi();
	return {
		post: message => { api.postMessage(message); },
		listen: receive => {
			const listener = ({ data }: MessageEvent<unknown>): void => { receive(data); };
			addEventListener('message', listener);
			return () => { removeEventListener('message', listener); };
		},
		saved: () => api.getState(),
		save: state => { api.setState(state); },
	};
}
