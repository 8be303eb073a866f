import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Base } from '#core/report/record.ts';
import { baseBehind, startBase, type TaskResult } from './job.ts';
import type { Plan, Task } from './task.ts';
import type { FromWorker, ToWorker } from './worker.ts';

/** A job whose text is complete. */
export interface Done {
	readonly tasks: readonly Task[];
	readonly results: readonly TaskResult[];
	readonly texts: readonly string[];
}

interface Job {
	readonly tasks: readonly Task[];
	readonly worker: Worker;
	results?: readonly TaskResult[];
	texts?: readonly string[];
	isBased: boolean;
}

/** How many jobs a worker may be ahead of the one whose text is written next: bounds the memory. */
const AHEAD = 3;

/**
 * Works on jobs in worker threads and gives them back in their order, whichever is ready first.
 * @param entry the script that calls `serveChecks` in a worker
 */
export async function* runPool(plan: Plan, jobs: Iterable<readonly Task[]>, count: number, entry: URL): AsyncGenerator<Done> {
	const workers = Array.from({ length: count }, () => new Worker(entry, { workerData: { plan } }));
	const run = new PoolRun(workers, jobs[Symbol.iterator]());
	try {
		run.feed();
		for (;;) {
			const done = run.take();
			if (done !== undefined) { yield done; run.feed(); continue; }
			if (run.isFinished()) { return; }
			await run.news();
		}
	} finally {
		await Promise.all(workers.map(worker => worker.terminate()));
	}
}

class PoolRun {
	readonly #workers: readonly Worker[];
	readonly #source: Iterator<readonly Task[]>;
	readonly #jobs = new Map<number, Job>();
	readonly #busy = new Map<Worker, number>();
	readonly #events = new EventTarget();
	#isDry = false;
	#next = 0;
	#based = 0;
	#taken = 0;
	#base: Base = startBase;
	#name: string | undefined;
	#failure: Error | undefined;

	constructor(workers: readonly Worker[], source: Iterator<readonly Task[]>) {
		this.#workers = workers;
		this.#source = source;
		for (const worker of workers) {
			worker.on('message', (message: FromWorker) => { this.#receive(worker, message); });
			worker.on('error', error => { this.#failure = error instanceof Error ? error : new Error(String(error)); this.#tell(); });
		}
	}

	isFinished(): boolean { return this.#isDry && this.#jobs.size === 0; }

	async news(): Promise<void> {
		await once(this.#events, 'news');
		if (this.#failure !== undefined) { throw this.#failure; }
	}

	/** Gives work to those that have little; two jobs each, so that none waits for the other side. */
	feed(): void {
		for (const worker of this.#workers) {
			while (!this.#isDry && (this.#busy.get(worker) ?? 0) < 2 && this.#next - this.#taken < this.#workers.length * AHEAD) {
				const step = this.#source.next();
				if (step.done === true) { this.#isDry = true; break; }
				const id = this.#next++;
				this.#jobs.set(id, { tasks: step.value, worker, isBased: false });
				this.#busy.set(worker, (this.#busy.get(worker) ?? 0) + 1);
				this.#send(worker, { kind: 'work', id, tasks: step.value });
			}
		}
	}

	/** The next job in order, where it is complete. */
	take(): Done | undefined {
		const job = this.#jobs.get(this.#taken);
		if (job?.results === undefined || job.texts === undefined || !job.isBased) { return undefined; }
		this.#jobs.delete(this.#taken++);
		return { tasks: job.tasks, results: job.results, texts: job.texts };
	}

	#receive(worker: Worker, message: FromWorker): void {
		const job = this.#jobs.get(message.id);
		if (job === undefined) { return; }
		if (message.texts !== undefined) { job.texts = message.texts; }
		if (message.kind === 'done') {
			job.results = message.results;
			this.#busy.set(worker, (this.#busy.get(worker) ?? 1) - 1);
			this.#spreadBases();
			this.feed();
		}
		this.#tell();
	}

	/** Tells jobs where their parts stand as soon as all before them are counted. */
	#spreadBases(): void {
		for (let job = this.#jobs.get(this.#based); job?.results !== undefined; job = this.#jobs.get(++this.#based)) {
			const bases = job.tasks.map((task, index) => {
				const tally = job?.results?.[index]?.tally;
				const base = task.start === 0 || task.path !== this.#name ? startBase : this.#base;
				this.#name = task.path;
				this.#base = tally === undefined ? base : baseBehind(base, tally);
				return base;
			});
			job.isBased = true;
			if (job.texts === undefined) { this.#send(job.worker, { kind: 'write', id: this.#based, bases }); }
		}
	}

	#send(worker: Worker, message: ToWorker): void { worker.postMessage(message); }
	#tell(): void { this.#events.dispatchEvent(new Event('news')); }
}
