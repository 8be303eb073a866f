import { parentPort, workerData } from 'node:worker_threads';
import type { ArticleRecord, Base } from '#core/report/record.ts';
import { Checker, startBase, type TaskResult } from './job.ts';
import type { Plan, Task } from './task.ts';

/** What the pool sends: tasks to work on, or where the parts of an earlier job stand in their files. */
export type ToWorker =
	| { readonly kind: 'work'; readonly id: number; readonly tasks: readonly Task[] }
	| { readonly kind: 'write'; readonly id: number; readonly bases: readonly Base[] };

/** What a worker sends: results, with the texts where they do not depend on other parts; later the texts. */
export type FromWorker =
	| { readonly kind: 'done'; readonly id: number; readonly results: readonly TaskResult[]; readonly texts: readonly string[] | undefined }
	| { readonly kind: 'text'; readonly id: number; readonly texts: readonly string[] };

/** A job whose parts' places are not known yet; the text of what does not depend on them is. */
interface Waiting {
	readonly tasks: readonly Task[];
	readonly records: readonly (readonly ArticleRecord[])[];
	readonly texts: readonly (string | undefined)[];
}

/** Runs in a worker thread: checks what the pool sends. */
export function serveChecks(): void {
	const port = parentPort;
	if (port === null) { return; }
	const checker = new Checker((workerData as { readonly plan: Plan }).plan);
	const waiting = new Map<number, Waiting>();
	const post = (message: FromWorker): void => { port.postMessage(message); };
	port.on('message', (message: ToWorker) => {
		if (message.kind === 'write') {
			const job = waiting.get(message.id);
			waiting.delete(message.id);
			if (job === undefined) { return; }
			// A job may hold whole files beside a part of one: their texts are there already.
			post({ kind: 'text', id: message.id, texts: job.tasks.map((task, index) => job.texts[index] ?? checker.write(task, job.records[index] ?? [], message.bases[index] ?? startBase)) });
			return;
		}
		const results: TaskResult[] = [];
		const records: ArticleRecord[][] = [];
		const texts: (string | undefined)[] = [];
		let isWhole = true;
		for (const task of message.tasks) {
			const own: ArticleRecord[] = [];
			const steps = checker.check(task);
			let step = steps.next();
			for (; step.done !== true; step = steps.next()) { for (const record of step.value.records) { own.push(record); } }
			results.push(step.value);
			const isReady = task.start === 0 || own.length === 0;
			isWhole &&= isReady;
			texts.push(isReady ? checker.write(task, own, startBase) : undefined);
			records.push(isReady ? [] : own);
		}
		if (!isWhole) { waiting.set(message.id, { tasks: message.tasks, records, texts }); }
		post({ kind: 'done', id: message.id, results, texts: isWhole ? texts.map(text => text ?? '') : undefined });
	});
}
