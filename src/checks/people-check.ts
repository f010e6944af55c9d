import type { Report } from '../diagnostics/diagnostic.ts';
import { checkPeople } from '../people/check-people.ts';
import type { CheckContext } from './check-context.ts';

/** Reports declared names that match nothing, and names in the library that nearly match somebody. */
export function people({ matcher, publications }: CheckContext, report: Report): void {
	checkPeople(matcher.people, publications, matcher, report);
}
