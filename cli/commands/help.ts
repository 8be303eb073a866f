import { UsageError, commands } from '../arguments.ts';
import { Exit } from '../host.ts';
import { Output } from '../output.ts';

const COMMON = `Options:
  --config FILE           use this configuration, not the nearest warraq.config.json
  --rule ID=SEVERITY      error, warning, information, hint or off; also group:GROUP=…; repeatable
  --ignore GLOB           pass over what fits, in folders, too; repeatable
  --jobs N                worker threads for large input (default: one for each core)
  --quiet                 errors only; no notes, no progress, no summary
  --no-color              no colours (also NO_COLOR)
  --stdin-filename NAME   what to call standard input (-) in the report
  --today YYYY-MM-DD      the day to judge dates by, for repeatable runs`;

const PATHS = `PATH is a file, a folder, a glob, or - for standard input. A file that is named is always read.
In folders: *.txt and *.dump, or what “files” in the configuration says; hidden files and
node_modules are left out, text files without any header line passed over with a note,
links to folders not followed.`;

const STATUS = 'Exit status: 0 no problem at error level, 1 problems, 2 wrong usage, configuration, or files that cannot be used.';

const pages: Readonly<Record<(typeof commands)[number], string>> = {
	check: `warraq check [PATH…]   reports problems; without PATH in this folder

  --format FORMAT         pretty (default), json, ndjson, sarif, github, junit
  --max-warnings N        more warnings than this give status 1
  --accept RULE           add what this rule reports to warraq.baseline.ndjson, then check; also group:GROUP or all; repeatable
  --reason TEXT           why it may stand, with --accept
  --author NAME           who says so (default: the name of the user)
  --prune-baseline        drop the lines of warraq.baseline.ndjson that accept nothing any more
  --strict-baseline       such lines give status 1
  --corpus                read everything twice, and report what articles share: duplicates, text of the site
  --verify-bytes          prove that reading gives every byte back, and that safe fixes would change none but their own

${PATHS}

${COMMON}

${STATUS}`,
	fix: `warraq fix PATH…   applies safe fixes in place; standard input (-) goes to standard output
warraq fix --undo [PATH…]   gives back what the last run in these folders has changed
warraq fix --list-batches PATH…   what normalisation would change, by rule, language and outlet

  --dry-run               write nothing, and show the rehearsal: counts by rule, a sample of the fixes, the largest
  --diff                  only show the changes; invisible characters appear as [U+200E]
  --unsafe                also fixes that may change the meaning, where there is just one to choose
  --corpus                read everything once before, and mend what articles share, too: text of the site, titles run together
  --only RULE             only the fixes of this rule, also if it is off; also group:GROUP; repeatable
  --outlet HOST           only articles of this host; repeatable
  --language LANGUAGE     only articles in this language (ar, fa, he, …); repeatable
  --max-loss PERCENT      stop before anything is written where more of all letters would be lost (default: 0.5)
  --max-loss RULE=PERCENT  a budget for one rule, which then leaves the common one alone; repeatable
  --sample N              how many fixes the rehearsal shows (default: 20)
  --seed TEXT             draw others
  --format FORMAT         pretty (default) or json: the report, with the rehearsal
  --max-warnings N        more warnings left than this give status 1

Several files are rehearsed first, and written only where the budget holds; nothing is ever asked. A file
is replaced whole or not at all; what no fix touches stays byte for byte, and that is verified before the
copy takes the file's name. Symbolic links, read-only files, and files that somebody else changes meanwhile
are left alone. Where the configuration or the baseline has errors, nothing is written. Ctrl+C ends between
two files. The folder .warraq beside the files keeps what --undo needs until the next run that writes; files
that were changed since are left alone.

${PATHS}

${COMMON}

Exit status: 0 no problem at error level is left, 1 problems are left, 2 something could not be done.`,
	stats: `warraq stats [PATH…]   counts per file, site, day, language and rule

  --format FORMAT         pretty (default), json, ndjson

${PATHS}

${COMMON}`,
	rules: `warraq rules   lists the rules with the severities in force in this folder; those of the group corpus
compare articles with each other, and report only by “warraq check --corpus”

  --format FORMAT         pretty (default), json, ndjson`,
	explain: 'warraq explain RULE   shows what a rule reports and why, with examples',
	lsp: 'warraq lsp --stdio   runs the language server, for any editor',
	help: 'warraq help [COMMAND]   shows how to use a command',
	version: 'warraq version   shows the version',
};

const OVERVIEW = `Warraq checks and mends article dumps: news articles scraped to plain text.

  warraq check [PATH…]     report problems; with --corpus also what articles share, such as duplicates
  warraq fix PATH…         apply safe fixes in place; --undo takes them back
  warraq stats [PATH…]     counts per file, site, day, language and rule
  warraq rules             list the rules
  warraq explain RULE      one rule's page
  warraq lsp --stdio       the language server
  warraq help COMMAND      more about a command

${COMMON}

${STATUS}`;

export async function help(topic: string | undefined): Promise<number> {
	const command = commands.find(each => each === topic);
	if (topic !== undefined && command === undefined) { throw new UsageError(`There is no command “${topic}”; “warraq help” lists them all.`); }
	const output = new Output();
	await output.write(`${command === undefined ? OVERVIEW : pages[command]}\n`);
	await output.end();
	return Exit.Fine;
}
