import type { Severity } from '#core/rules/rule.ts';
import { plainReporter, type Reporter } from './reporter.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** Workflow commands, which GitHub shows as annotations; columns count from 1, the last one is part of the range. */
export const githubReporter: Reporter = {
	...plainReporter,
	article: (name, { problems }) => problems.map(({ rule, severity, message, start, end }) => {
		// The end column is left out where the range goes over a line end: GitHub takes both columns for one line.
		const columns = start.line === end.line ? `,col=${start.column},endColumn=${Math.max(start.column, end.column - 1)}` : '';
		return `::${COMMANDS[severity]} file=${property(name)},line=${start.line},endLine=${end.line}${columns},title=${property(rule)}::${data(message)}\n`;
	}).join(''),
};

const data = (text: string): string => text.replace(/[%\r\n]/gu, character => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
const property = (text: string): string => data(text).replace(/[:,]/gu, character => (character === ':' ? '%3A' : '%2C'));
