import { factsReporter } from './facts.ts';
import { githubReporter } from './github.ts';
import { jsonReporter, ndjsonReporter } from './json.ts';
import { junitReporter } from './junit.ts';
import { prettyReporter } from './pretty.ts';
import type { Format, Reporter, ReportSetup } from './reporter.ts';
import { sarifReporter } from './sarif.ts';

export function reporterOf(format: Format | 'facts', setup: ReportSetup): Reporter {
	switch (format) {
		case 'pretty': return prettyReporter(setup);
		case 'json': return jsonReporter(setup);
		case 'ndjson': return ndjsonReporter;
		case 'sarif': return sarifReporter(setup);
		case 'github': return githubReporter;
		case 'junit': return junitReporter;
		case 'facts': return factsReporter;
	}
}
