import { DEFAULT_LOSS, breachOf, describeBreach } from '#core/mend/budget.ts';
import type { Menders } from '#core/mend/menders.ts';
import { rehearsalDiffs, rehearsalTable } from '#core/mend/rehearsal-text.ts';
import { Rehearsal, type RehearsalReport } from '#core/mend/rehearsal.ts';
import { colourless } from '#core/report/painter.ts';
import type { BatchChoice, RehearsalResult } from '#contract/batch.ts';
import type { Checker } from '../checker.ts';
import type { DumpFile } from '../dump-files.ts';
import { Cancelled } from '../guard.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';
import { mendersOf } from './choice.ts';
import { nameOf, workspaceDumps, type Left } from './dumps.ts';
import type { Pace } from './pace.ts';

/** A file as it was rehearsed. */
export interface RehearsedFile {
	readonly file: DumpFile;
	readonly stamp: string;
	readonly checker: Checker;
}

/** An open dump as it was rehearsed. */
export interface RehearsedOpen {
	readonly uri: string;
	readonly version: number;
	readonly settings: Snapshot['settings'];
}

/** What a rehearsal has found, as far as it is needed to carry it out. */
export interface Rehearsed {
	readonly menders: Menders;
	readonly files: readonly RehearsedFile[];
	readonly open: readonly RehearsedOpen[];
	/** Why it may not be carried out, for people. */
	readonly breach: string | undefined;
}

/** Mends every dump of the workspace without writing anything. @throws Cancelled */
export async function rehearse(session: Session, choice: BatchChoice, pace: Pace): Promise<{ readonly rehearsed: Rehearsed; readonly result: Omit<RehearsalResult, 'id'> }> {
	const { disk } = session.environment;
	const menders = mendersOf(choice);
	const rehearsal = new Rehearsal();
	const dumps = await workspaceDumps(session, pace.watch);
	const left: Left[] = [...dumps.left];
	const files: RehearsedFile[] = [];
	const open: RehearsedOpen[] = [];
	pace.total = dumps.files.reduce((sum, { size }) => sum + size, 0) + dumps.open.reduce((sum, { dump }) => sum + dump.length, 0);
	for (const { uri, version, settings, dump } of dumps.open) {
		const { edits } = await menders.mendOpen({ name: nameOf(session, uri), settings, articles: dump.articles }, [rehearsal], pace.step);
		if (edits.length > 0) { open.push({ uri, version, settings }); }
	}
	const checkers = session.checkersByFolder();
	for (const file of disk === undefined ? [] : dumps.files) {
		const { uri, isGuess } = file;
		const name = nameOf(session, uri);
		try {
			const checker = await checkers(uri);
			const stamp = await disk?.rehearse(uri, [menders.mender({ name, settings: checker.settings, isGuess }, disk.codec, [rehearsal])], pace.step);
			if (stamp !== undefined) { files.push({ file, stamp, checker }); }
		} catch (error) {
			if (error instanceof Cancelled) { throw error; }
			left.push({ path: name, reason: disk?.reasonOf(error) ?? String(error) });
		}
	}
	const report = rehearsal.report();
	const breach = faultIn(session) ?? lossIn(report, choice);
	return {
		rehearsed: { menders, files, open, breach },
		result: {
			fixes: report.total.fixes, articles: report.total.articles, files: files.length, open: open.length,
			rules: report.rules.map(({ rule, fixes, articles, lettersLost }) => ({ rule, fixes, articles, lettersLost })),
			breach: breach ?? null, left,
			text: `${[...rehearsalTable(report, colourless), ...left.map(({ path, reason }) => `${path}: ${reason}`)].join('\n')}\n${rehearsalDiffs(report, colourless)}`,
		},
	};
}

/** What is wrong with a configuration may be what was to prevent a fix. */
function faultIn(session: Session): string | undefined {
	const [uri] = session.configReports.faulty;
	return uri === undefined ? undefined : `Nothing can be mended while ${nameOf(session, uri)} has errors: what is wrong there may be what was to prevent a fix. Correct it, and rehearse again.`;
}

function lossIn(report: RehearsalReport, { maxLoss }: BatchChoice): string | undefined {
	const breach = breachOf(report, { percent: maxLoss ?? DEFAULT_LOSS, rules: new Map() });
	return breach === undefined ? undefined : `${describeBreach(breach)} Leave this rule out, or fix by it dump by dump; the setting warraq.fix.maxLoss allows more.`;
}
