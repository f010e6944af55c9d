import type { Report } from '../diagnostics/diagnostic.ts';
import { checkPeople } from '../people/check.ts';
import type { CheckContext } from './context.ts';

/** Reports declared names that match nothing, and names in the library that nearly match somebody. */
export function people({ matcher, publications }: CheckContext, report: Report): void {
	checkPeople(matcher.people, publications, matcher, report);
}
