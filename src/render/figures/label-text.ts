import type { Label } from '../../statistics/statistic.ts';
import type { Locale } from '../locale.ts';

/** The words of a label in a locale: its title, or its term as in the heading of a section. */
export function labelText({ title, term }: Label, locale: Locale): string {
	if (title !== null) return title;
	return locale.term(`section-${term}`) ?? locale.term(term ?? '') ?? term ?? '';
}
