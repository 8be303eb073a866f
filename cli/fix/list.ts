import { BatchTable, type Batch } from '#core/mend/batches.ts';
import type { Codec, MendedArticle } from '#core/mend/mender.ts';
import { listedOutlet } from '#core/mend/selection.ts';
import { allRules, ruleById } from '#core/rules/all.ts';
import { withRules, type Settings } from '#core/settings.ts';
import { codec } from '#disk/codec.ts';
import { PieceCutter } from '#disk/pieces.ts';
import { piecesOf, reasonOf } from '#disk/read-file.ts';
import type { Arguments } from '../arguments.ts';
import type { Target } from '../files.ts';
import { Exit, type Host } from '../host.ts';
import { Output } from '../output.ts';
import { Progress } from '../progress.ts';
import { Run } from '../run.ts';
import { painter, wantsColour } from '../terminal.ts';
import { Menders, switchedOn } from './menders.ts';
import { selectionOf } from './selection.ts';

/** `warraq fix --list-batches`: what each rule alone would change, by outlet and language; writes nothing. */
export async function listBatches(args: Arguments, host: Host): Promise<number> {
	const run = new Run(args, host);
	const output = new Output();
	const { files } = run.targets();
	const { only } = args.fix;
	const rules = only.length > 0 ? only : allRules.filter(({ group, fix }) => group === 'normalisation' && fix !== 'never').map(({ id }) => id);
	const shared = remembering(codec);
	const menders = new Map(rules.map(rule => [rule, new Menders(run.configs.settings, {
		fixes: { isUnsafe: args.isUnsafe || needsUnsafe(rule), rules: new Set([rule]) }, selection: selectionOf(args), adapt: settings => alone(settings, rule), codec: shared,
	})]));
	const table = new BatchTable();
	const progress = new Progress(files.reduce((sum, { size }) => sum + size, 0), !args.isQuiet);
	const cutter = new PieceCutter();
	for (const target of files) {
		try {
			count(target, menders, table, cutter, progress);
		} catch (error) {
			run.complain(`${target.name}: ${reasonOf(error)}`);
		}
		await new Promise(setImmediate);
	}
	progress.end();
	const { batches } = table;
	if (args.format === 'json') {
		await output.write(`${JSON.stringify({ version: 1, tool: { name: 'warraq', version: host.version }, batches: batches.map(batch => ({ ...batch, needsUnsafe: needsUnsafe(batch.rule) })) })}\n`);
	} else if (batches.length > 0) {
		const width = Math.max(...rules.map(rule => rule.length));
		await output.write(`${painter(wantsColour(process.stdout, args.isColourDeclined)).bold(row(['fixes', 'articles', 'removed', 'added'], 'rule', width, 'language, outlet'))}\n`);
		for (const { fixes, articles, removed, added, rule, language, outlet } of batches) { await output.write(`${row([fixes, articles, removed, added], rule, width, `${language}  ${outlet}`)}\n`); }
	}
	await output.end();
	const [first] = batches;
	run.note(first === undefined ? 'There is no such batch: these rules would change nothing.' : `Rehearse one by “warraq fix --dry-run ${choiceOf(first)} …”, and run it without --dry-run.`);
	if (output.failure !== undefined) { run.complain(`The list cannot be written: ${reasonOf(output.failure)}`); }
	return run.hasTrouble ? Exit.Trouble : Exit.Fine;
}

/** Each rule goes over a file with a mender of its own, so that what is counted is what its batch will do. */
function count(target: Target, menders: ReadonlyMap<string, Menders>, table: BatchTable, cutter: PieceCutter, progress: Progress): void {
	const own = [...menders].map(([rule, each]) => each.mender(target, [{
		mended: (mended: MendedArticle) => { table.add(rule, listedOutlet(mended.article), each.linter(target.settings).languageOf(mended.article), mended); },
	}]));
	for (const piece of piecesOf(target.path, cutter)) {
		for (const mender of own) { mender.add(piece); }
		progress.add(piece.bytes.length);
	}
}

/** One rule, and those that explain its damage better and are reported in its stead: all that decides about its fixes. */
function alone(settings: Settings, rule: string): Settings {
	const needed = new Set([rule, ...allRules.filter(({ covers }) => covers?.includes(rule)).map(({ id }) => id)]);
	return withRules(switchedOn(settings, [rule]), rules => new Map([...rules].filter(([id]) => needed.has(id))));
}

/** Decodes a piece once for all who ask for it one behind the other. */
function remembering(own: Codec): Codec {
	let last: { readonly bytes: Uint8Array; readonly decoded: ReturnType<Codec['decode']> } | undefined;
	return { encode: text => own.encode(text), decode: bytes => (last?.bytes === bytes ? last : last = { bytes, decoded: own.decode(bytes) }).decoded };
}

const needsUnsafe = (rule: string): boolean => ruleById(rule)?.safety === 'unsafe';

const choiceOf = ({ rule, outlet, language }: Batch): string => `--only ${rule}${needsUnsafe(rule) ? ' --unsafe' : ''} --outlet "${outlet}" --language ${language}`;

const row = (counts: readonly (string | number)[], rule: string, width: number, rest: string): string => `${counts.map(each => String(each).padStart(9)).join('')}  ${rule.padEnd(width)}  ${rest}`;
