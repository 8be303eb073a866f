import { readFileSync, writeFileSync } from 'node:fs';
import { allRules } from '#core/rules/all.ts';
import { CORPUS, checkReal, isHere } from './trust/real-text.ts';
import { describe, sampleOf } from './trust/sample.ts';
import { tablesOf } from './trust/table.ts';
import { between } from './generate/files.ts';
import { Refusal, at, isMain, runMain } from './project.mjs';

/** The page that keeps the counts. */
export const PAGE = 'docs/trust.md';

const USAGE = 'npm run trust [-- --check | --sample RULE [SEVERITY]]';

/** The page with the tables as they come out now; throws where the page lacks the place for them. */
export const freshPage = (page: string, tables: string): string => between(page, 'counts', tables);

/** `npm run trust`: counts what each rule finds in real text, prints it and writes it into the page; `--sample` prints findings to read. */
if (isMain(import.meta.url)) {
	await runMain(args => {
		if (!isHere) { console.log(`The real text is not here (${CORPUS}): nothing is counted, and ${PAGE} stays as it is.`); return 0; }
		const [option, ...rest] = args;
		if (option === '--sample') { return printSample(rest); }
		if ((option !== undefined && option !== '--check') || rest.length > 0) { throw new Refusal(`Cannot make sense of “${args.join(' ')}”: ${USAGE}.`); }
		const tables = tablesOf(checkReal());
		const page = readFileSync(at(PAGE), 'utf8');
		const fresh = freshPage(page, tables);
		if (option === '--check') {
			console.log(page === fresh ? `The counts in ${PAGE} are up to date.` : `The counts in ${PAGE} have changed: run “npm run trust”, read what is new, and commit the page.`);
			return page === fresh ? 0 : 1;
		}
		console.log(tables);
		if (page !== fresh) { writeFileSync(at(PAGE), fresh); }
		console.error(page === fresh ? `${PAGE} was up to date.` : `Wrote ${PAGE}.`);
		return 0;
	});
}

function printSample([id, severity, ...rest]: readonly string[]): number {
	if (!allRules.some(rule => rule.id === id) || rest.length > 0) { throw new Refusal(`“${id ?? ''}” is no rule: ${USAGE}; “warraq rules” lists them.`); }
	const { total, sample } = sampleOf(checkReal(), problem => problem.rule.id === id && (severity === undefined || problem.severity === severity));
	for (const finding of sample) { console.log(describe(finding)); }
	console.error(`${sample.length} of ${total} findings.`);
	return 0;
}
