import type { AcceptedProblem } from '../baseline.ts';
import type { Problem } from '../rules/rule.ts';
import { quoted } from '../text/quote.ts';

/** An accepted problem as an editor shows it: faded, without fixes, and with who has let it stand. */
export function shownAccepted(problem: Problem, { who, when, why }: AcceptedProblem): Problem {
	const by = who === '' ? '' : ` by ${quoted(who)}`;
	const reason = why === '' ? '' : `, because ${quoted(why)}`;
	return { ...problem, severity: 'hint', isUnnecessary: true, fixes: [], message: `Accepted on ${when}${by}${reason}. ${problem.message}` };
}
