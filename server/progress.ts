import { WorkDoneProgress, type ProgressToken } from 'vscode-languageserver';
import type { Session } from './session.ts';

/** Tells the client how far some work is, whenever another per cent is done. */
export function progressOf({ connection }: Session, token: ProgressToken | undefined): (done: number, total: number) => void {
	let told = -1;
	return (done, total) => {
		const percentage = total === 0 ? 100 : Math.min(100, Math.floor((100 * done) / total));
		if (token === undefined || percentage === told) { return; }
		told = percentage;
		void connection.sendProgress(WorkDoneProgress.type, token, { kind: 'report', percentage });
	};
}
