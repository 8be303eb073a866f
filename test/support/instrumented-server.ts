import { createConnection } from 'vscode-languageserver/node';
import { allRules } from '#core/rules/all.ts';
import { defineRule } from '#core/rules/rule.ts';
import { nodeEnvironment } from '../../server/node-environment.ts';
import { startServer } from '../../server/server.ts';

// The server as it is, on the day of all tests, with one rule more: it tells of every article that is checked, and fails
// on articles whose address holds “crash”.
const connection = createConnection(process.stdin, process.stdout);

const watched = defineRule({
	id: 'watched-article', group: 'structure', severity: 'hint', since: '0.1.0', fix: 'never', summary: '', why: '',
	examples: [{ bad: '', good: '' }],
	on: 'article',
	check(article) {
		if (article.address?.includes('crash') === true) { throw new Error('This rule is defective.'); }
		void connection.sendNotification('test/checked', { address: article.address });
	},
});

startServer(connection, {
	...nodeEnvironment(() => Promise.resolve(undefined)),
	today: () => ({ year: 2026, month: 6, day: 1 }),
	rules: [...allRules, watched],
});
