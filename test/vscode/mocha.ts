import 'mocha/mocha.js';

/** Marks a line of the host's console that tells of a test; run.mjs reads them. */
const MARK = 'WARRAQ_TEST';

// The browser build runs in both hosts, and so do the suites: none may lean on Node.
class NoReporter extends Mocha.reporters.Base { /* The lines below report. */ }
mocha.setup({ ui: 'tdd', reporter: NoReporter, timeout: 30_000 });

/**
 * Runs the suites; called by VS Code.
 * @throws where a test failed, which VS Code turns into its exit code
 */
export function run(): Promise<void> {
	return new Promise((resolve, reject) => {
		const runner = Mocha.prototype.run.call(mocha, failures => { // `mocha.run` itself wants a page with an address.
			tell({ event: 'end', failures });
			if (failures === 0) { resolve(); } else { reject(new Error(`${failures} tests failed.`)); }
		});
		runner.on('pass', test => tell({ event: 'pass', title: test.fullTitle(), ms: test.duration ?? 0 }));
		runner.on('fail', (test, error: unknown) => tell({ event: 'fail', title: test.fullTitle(), error: describe(error) }));
		runner.on('pending', test => tell({ event: 'skip', title: test.fullTitle() }));
	});
}

function tell(message: Readonly<Record<string, unknown>>): void {
	console.log(`${MARK} ${JSON.stringify(message)}`);
}

function describe(error: unknown): string {
	return error instanceof Error ? error.stack ?? error.message : String(error);
}
