import type { Report } from '../diagnostics/diagnostic.ts';
import { allCaps } from './all-caps.ts';
import type { Check, CheckContext } from './context.ts';
import { dates } from './dates.ts';
import { duplicates } from './duplicates.ts';
import { entities } from './entities.ts';
import { etAl } from './et-al.ts';
import { identifierPlaces } from './identifier-places.ts';
import { missingFields } from './missing-fields.ts';
import { misspelt } from './misspelt.ts';
import { mojibake } from './mojibake.ts';
import { pageDashes } from './page-dashes.ts';
import { pages } from './pages.ts';
import { people } from './people.ts';
import { preprintPairs } from './preprint-pairs.ts';
import { related } from './related.ts';
import { similarKeys } from './similar-keys.ts';
import { unusedMacros } from './unused-macros.ts';
import { nameVariants, venueVariants } from './variants.ts';

export type { CheckContext } from './context.ts';

/**
 * The rules over a whole library. Rules about one value (identifiers, links, dates, names, LaTeX) speak where the
 * value is read and are not repeated here. A new rule is one file and one row.
 */
const checks: readonly Check[] = [
	missingFields,
	misspelt,
	mojibake,
	dates,
	pages,
	pageDashes,
	identifierPlaces,
	etAl,
	entities,
	allCaps,
	similarKeys,
	duplicates,
	preprintPairs,
	related,
	nameVariants,
	venueVariants,
	unusedMacros,
	people,
];

/** Looks over the library and reports what a careful librarian would: see docs/diagnostics.md. */
export function runChecks(context: CheckContext, report: Report): void {
	for (const check of checks) check(context, report);
}
