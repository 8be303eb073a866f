import * as vscode from 'vscode';
import { batchApi, type BatchChoice, type ListedBatch, type RehearsalResult } from '#contract/batch.ts';
import { DUMP_LANGUAGE } from '../dump.ts';
import { inNumbers } from '../problems/items.ts';
import { ask, askPatiently } from '../requests.ts';
import type { Server } from '../server.ts';
import { BatchDocuments } from './documents.ts';

const EVERYTHING: BatchChoice = { rules: null, outlets: null, languages: null, isUnsafe: false };

/** Fixes in all dumps of the workspace: rehearsed, looked at, carried out, taken back. */
export class Batches implements vscode.Disposable {
	readonly #server: Server;
	readonly #documents = new BatchDocuments();
	readonly #subscriptions: vscode.Disposable;

	constructor(server: Server) {
		this.#server = server;
		const command = (id: string, run: (...args: readonly unknown[]) => Promise<void>): vscode.Disposable => vscode.commands.registerCommand(id, run);
		this.#subscriptions = vscode.Disposable.from(
			this.#documents,
			command('warraq.fixWorkspace', rule => this.#fix(typeof rule === 'string' ? rule : undefined)),
			command('warraq.fixBatch', () => this.#fixBatch()),
			command('warraq.undoFixWorkspace', () => this.#undo()),
		);
	}

	dispose(): void { this.#subscriptions.dispose(); }

	/** By all rules, of which the user chooses, or by one. */
	async #fix(rule: string | undefined): Promise<void> {
		const whole = await this.#rehearse(rule === undefined ? EVERYTHING : { ...EVERYTHING, rules: [rule] });
		if (whole === undefined || this.#isNothing(whole)) { return; }
		if (rule !== undefined) { await this.#confirm(whole, false); return; }
		await this.#chooseAndFix(whole, new Set(whole.rules.map(({ rule }) => rule)), true);
	}

	/** @param isLast nothing was rehearsed since the whole */
	async #chooseAndFix(whole: RehearsalResult, before: ReadonlySet<string>, isLast: boolean): Promise<void> {
		const rules = await chooseRules(whole, before);
		if (rules === undefined || rules.size === 0) { return; }
		const isWhole = rules.size === whole.rules.length;
		// Without a rule the others may do more: what is carried out has been rehearsed as it is.
		const rehearsal = isWhole && isLast ? whole : await this.#rehearse(isWhole ? EVERYTHING : { ...EVERYTHING, rules: [...rules] });
		if (rehearsal === undefined || this.#isNothing(rehearsal)) { return; }
		if (await this.#confirm(rehearsal, true) === 'choose') { await this.#chooseAndFix(whole, rules, rehearsal === whole); }
	}

	async #fixBatch(): Promise<void> {
		const listed = await askPatiently(this.#server, vscode.l10n.t('Counting batches of normalisation'), batchApi.listBatches, {});
		if (listed === undefined) { return; }
		if (listed.batches.length === 0) { void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to normalise in the dumps of the workspace.')); return; }
		const batch = await chooseBatch(listed.batches);
		if (batch === undefined) { return; }
		const { rule, outlet, language, needsUnsafe } = batch;
		const rehearsal = await this.#rehearse({ rules: [rule], outlets: [outlet], languages: [language], isUnsafe: needsUnsafe });
		if (rehearsal !== undefined && !this.#isNothing(rehearsal)) { await this.#confirm(rehearsal, false); }
	}

	#rehearse(choice: BatchChoice): Promise<RehearsalResult | undefined> {
		return askPatiently(this.#server, vscode.l10n.t('Rehearsing the fixes in all dumps of the workspace'), batchApi.rehearseFixes, { choice: { ...choice, ...maxLoss() } });
	}

	#isNothing({ fixes, left, text }: RehearsalResult): boolean {
		if (fixes > 0) { return false; }
		const message = vscode.l10n.t('No problem in the dumps of the workspace has a safe fix.');
		if (left.length === 0) { void vscode.window.showInformationMessage(message); } else { void this.#offerReport('showWarningMessage', `${message} ${leftText(left.length)}`, text); }
		return true;
	}

	/** Shows the rehearsal, and carries it out where the user wants it. */
	async #confirm(rehearsal: RehearsalResult, mayChoose: boolean): Promise<'choose' | undefined> {
		const { id, fixes, files, open, breach, text } = rehearsal;
		await this.#documents.show('/Rehearsal', text);
		const choose = vscode.l10n.t('Choose Rules…');
		const apply = vscode.l10n.t('Apply');
		const others = mayChoose ? [choose] : [];
		const answer = breach === null
			? await vscode.window.showInformationMessage(vscode.l10n.t('Apply what was rehearsed? Fixes: {0}. Files to be written: {1}. Open dumps to be edited, and not saved: {2}. All of it can be undone.', inNumbers(fixes), inNumbers(files), inNumbers(open)), apply, ...others)
			: await vscode.window.showWarningMessage(breach, ...others);
		if (answer === choose) { return 'choose'; }
		if (answer === apply) { await this.#apply(id); }
		return undefined;
	}

	async #apply(id: number): Promise<void> {
		const report = await askPatiently(this.#server, vscode.l10n.t('Fixing all dumps of the workspace'), batchApi.applyFixes, { id, unsaved: unsaved() });
		if (report === undefined) { return; }
		const { fixes, written, edited, isInterrupted, left, text } = report;
		const done = vscode.l10n.t('Fixes: {0}. Files written: {1}. Open dumps edited, not saved: {2}.', inNumbers(fixes), inNumbers(written), inNumbers(edited));
		const message = [...isInterrupted ? [vscode.l10n.t('Stopped; all other dumps are as they were.')] : [], done, ...left.length > 0 ? [leftText(left.length)] : []].join(' ');
		const undo = vscode.l10n.t('Undo');
		const answer = await this.#offerReport(left.length > 0 ? 'showWarningMessage' : 'showInformationMessage', message, text, ...written + edited > 0 ? [undo] : []);
		if (answer === undo) { await this.#undo(); }
	}

	async #undo(): Promise<void> {
		const { restored, left } = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Undoing the last fixes in the workspace') }, () => ask(this.#server, batchApi.undoFixes, { unsaved: unsaved() }));
		if (restored + left.length === 0) { void vscode.window.showInformationMessage(vscode.l10n.t('There are no fixes in the workspace to undo.')); return; }
		const message = vscode.l10n.t('Dumps that are as before: {0}.', inNumbers(restored));
		if (left.length === 0) { void vscode.window.showInformationMessage(message); return; }
		await this.#offerReport('showWarningMessage', `${message} ${leftText(left.length)}`, left.map(({ path, reason }) => `${path}: ${reason}\n`).join(''));
	}

	async #offerReport(how: 'showInformationMessage' | 'showWarningMessage', message: string, text: string, ...others: readonly string[]): Promise<string | undefined> {
		const show = vscode.l10n.t('Show Report');
		const answer = await vscode.window[how](message, ...others, show);
		if (answer === show) { await this.#documents.show('/Report', text); }
		return answer;
	}
}

/** Documents with changes that are not saved, besides the dumps: the server does not see them, and must not write their files. */
const unsaved = (): string[] => vscode.workspace.textDocuments.filter(({ isDirty, languageId }) => isDirty && languageId !== DUMP_LANGUAGE).map(({ uri }) => uri.toString());

/** What the user allows to be lost; what cannot be used counts as left out. */
function maxLoss(): { readonly maxLoss?: number } {
	const percent = vscode.workspace.getConfiguration('warraq').get<unknown>('fix.maxLoss');
	return typeof percent === 'number' && percent >= 0 && percent <= 100 ? { maxLoss: percent } : {};
}

const leftText = (count: number): string => vscode.l10n.t('Left alone: {0}; the report says why.', inNumbers(count));

/** Which rules are to be fixed by; undefined where the user has turned away. */
async function chooseRules({ rules, fixes }: RehearsalResult, picked: ReadonlySet<string>): Promise<Set<string> | undefined> {
	const items = [...rules].sort((a, b) => b.fixes - a.fixes).map(({ rule, fixes: own, articles, lettersLost }) => ({
		label: rule, picked: picked.has(rule),
		description: vscode.l10n.t('fixes: {0} · articles: {1}', inNumbers(own), inNumbers(articles)) + (lettersLost > 0 ? ` · ${vscode.l10n.t('letters lost: {0}', inNumbers(lettersLost))}` : ''),
	}));
	const chosen = await vscode.window.showQuickPick(items, { canPickMany: true, title: vscode.l10n.t('Fixes in all dumps of the workspace: {0}', inNumbers(fixes)), placeHolder: vscode.l10n.t('Rules to fix by; they are rehearsed before anything is changed') });
	return chosen === undefined ? undefined : new Set(chosen.map(({ label }) => label));
}

async function chooseBatch(batches: readonly ListedBatch[]): Promise<ListedBatch | undefined> {
	const items = batches.map(batch => ({
		label: batch.rule, description: `${batch.language} · ${batch.outlet}`, batch,
		detail: vscode.l10n.t('fixes: {0} · articles: {1}', inNumbers(batch.fixes), inNumbers(batch.articles)),
	}));
	const choice = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Normalise in batches'), placeHolder: vscode.l10n.t('One rule in the articles of one outlet and language; it is rehearsed before anything is changed'), matchOnDescription: true });
	return choice?.batch;
}
