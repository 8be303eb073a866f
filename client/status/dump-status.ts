import * as vscode from 'vscode';
import type { Status } from '#contract/server-api.ts';
import type { Detector } from '../detection/detector.ts';
import { DUMP_LANGUAGE } from '../dump.ts';
import type { Server } from '../server.ts';

/** What VS Code's status bar says of the active dump: how it stands, why it is one, and what is left out. */
export class DumpStatus implements vscode.Disposable {
	readonly #server: Server;
	readonly #detector: Detector;
	readonly #statuses = new Map<string, Status>();
	readonly #item = vscode.window.createStatusBarItem('warraq.status', vscode.StatusBarAlignment.Right, 101);
	readonly #problems = vscode.languages.createLanguageStatusItem('warraq.problems', { language: DUMP_LANGUAGE });
	readonly #language = vscode.languages.createLanguageStatusItem('warraq.language', { language: DUMP_LANGUAGE });
	readonly #limits: vscode.LanguageStatusItem;
	readonly #subscriptions: vscode.Disposable;

	constructor(server: Server, detector: Detector) {
		this.#server = server;
		this.#detector = detector;
		// Matches nothing until something is left out.
		this.#limits = vscode.languages.createLanguageStatusItem('warraq.limits', []);
		this.#limits.severity = vscode.LanguageStatusSeverity.Warning;
		this.#limits.command = { title: vscode.l10n.t('Show Output'), command: 'warraq.showOutput' };
		this.#item.name = vscode.l10n.t('Warraq: dump');
		this.#item.command = 'warraq.showStatus';
		this.#problems.name = this.#limits.name = 'Warraq';
		this.#language.name = vscode.l10n.t('Warraq: why this is a dump');
		this.#language.command = { title: vscode.l10n.t('Not a Dump'), command: 'warraq.notADump' };
		this.#subscriptions = vscode.Disposable.from(
			this.#item, this.#problems, this.#language, this.#limits,
			server.onStatus(status => { this.#statuses.set(vscode.Uri.parse(status.uri).toString(), status); this.#show(); }),
			server.onState(() => { this.#show(); }),
			vscode.window.onDidChangeActiveTextEditor(() => { this.#show(); }),
			vscode.workspace.onDidCloseTextDocument(({ uri }) => { this.#statuses.delete(uri.toString()); }),
			vscode.workspace.onDidOpenTextDocument(() => { this.#show(); }),
		);
		this.#show();
	}

	/** The last word of the server on a document. */
	of(uri: vscode.Uri): Status | undefined { return this.#statuses.get(uri.toString()); }

	dispose(): void { this.#subscriptions.dispose(); }

	#show(): void {
		const document = vscode.window.activeTextEditor?.document;
		if (document?.languageId !== DUMP_LANGUAGE) { this.#item.hide(); return; }
		const status = this.#statuses.get(document.uri.toString());
		const { state } = this.#server;
		const isWaiting = state === 'starting' || (state === 'running' && status === undefined);
		this.#problems.busy = isWaiting;
		this.#problems.severity = state === 'stopped' ? vscode.LanguageStatusSeverity.Error : severityOf(status);
		this.#problems.text = state === 'stopped' ? vscode.l10n.t('Not checked: the language server has stopped') : status === undefined ? vscode.l10n.t('Being checked') : articlesText(status);
		this.#problems.detail = status === undefined ? '' : problemsText(status);
		this.#problems.command = state === 'stopped'
			? { title: vscode.l10n.t('Start Again'), command: 'warraq.restartServer' }
			: { title: vscode.l10n.t('Show Problems'), command: 'workbench.actions.view.problems' };
		this.#language.text = vscode.l10n.t('Article dump');
		this.#language.detail = this.#reason(document);
		this.#showLimits(status?.limits ?? []);
		this.#item.text = state === 'stopped' ? '$(error) Warraq' : isWaiting || status === undefined ? '$(sync~spin) Warraq' : iconText(status);
		const lines = [this.#problems.text, this.#problems.detail, this.#language.detail, ...status?.limits ?? []].filter(line => line !== '');
		this.#item.tooltip = tooltipOf(lines);
		this.#item.accessibilityInformation = { label: `Warraq: ${lines.join('. ')}` };
		this.#item.backgroundColor = state === 'stopped' ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
		this.#item.show();
	}

	#showLimits(limits: readonly string[]): void {
		this.#limits.selector = limits.length === 0 ? [] : { language: DUMP_LANGUAGE };
		this.#limits.text = limits.length === 1 ? vscode.l10n.t('Limited') : vscode.l10n.t('Limited in {0} ways', limits.length);
		this.#limits.detail = limits.join(' ');
	}

	#reason(document: vscode.TextDocument): string {
		const reason = this.#detector.reasonOf(document);
		switch (reason.kind) {
			case 'header': return vscode.l10n.t('Its first line is a header: {0}', reason.line);
			case 'name': return vscode.l10n.t('Its name ends in .dump');
			case 'choice': return vscode.l10n.t('Its language was chosen');
		}
	}
}

/** The lines, then what can be done with one click. */
function tooltipOf(lines: readonly string[]): vscode.MarkdownString {
	const links = [['warraq.showPreviewToSide', vscode.l10n.t('Preview')], ['warraq.showProblems', vscode.l10n.t('All Problems')], ['warraq.fixAllInFile', vscode.l10n.t('Fix All Safe Problems')], ['warraq.notADump', vscode.l10n.t('Not a Dump')]] as const;
	const tooltip = new vscode.MarkdownString();
	tooltip.isTrusted = { enabledCommands: links.map(([command]) => command) };
	for (const line of lines) { tooltip.appendText(line).appendMarkdown('\n\n'); }
	return tooltip.appendMarkdown(links.map(([command, title]) => `[${title}](command:${command})`).join(' \u00b7 '));
}

function severityOf(status: Status | undefined): vscode.LanguageStatusSeverity {
	if (status === undefined || (status.errors === 0 && status.warnings === 0)) { return vscode.LanguageStatusSeverity.Information; }
	return status.errors > 0 ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Warning;
}

export const articlesText = ({ articles }: Status): string => (articles === 1 ? vscode.l10n.t('1 article') : vscode.l10n.t('{0} articles', articles));

export function problemsText({ errors, warnings, information, hints }: Pick<Status, 'errors' | 'warnings' | 'information' | 'hints'>): string {
	const parts = [
		errors > 0 ? vscode.l10n.t('{0} errors', errors) : '',
		warnings > 0 ? vscode.l10n.t('{0} warnings', warnings) : '',
		information + hints > 0 ? vscode.l10n.t('{0} remarks', information + hints) : '',
	].filter(part => part !== '');
	return parts.length === 0 ? vscode.l10n.t('No problems') : parts.join(vscode.l10n.t(', '));
}

const iconText = ({ articles, errors, warnings, limits }: Status): string =>
	[`$(book) ${articles}`, errors > 0 ? `$(error) ${errors}` : '', warnings > 0 ? `$(warning) ${warnings}` : '', errors + warnings === 0 ? '$(check)' : '', limits.length > 0 ? '$(info)' : ''].filter(part => part !== '').join(' ');
