import type { Severity } from '#core/rules/rule.ts';
import { t } from '../shared/l10n.ts';

/** From the least to the gravest. */
export const SEVERITIES: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** A severity in words. */
export const severityWords: Readonly<Record<Severity, string>> = { hint: t('Hint'), information: t('Information'), warning: t('Warning'), error: t('Error') };

/** “Problem”, or how many. */
export const problemsWords = (count: number): string => (count === 1 ? t('Problem') : t('{0} problems', count));
