import type { Report } from '../diagnostics/diagnostic.ts';
import { allCaps } from './all-caps.ts';
import type { Check, CheckContext } from './check-context.ts';
import { dates } from './dates-check.ts';
import { duplicates } from './duplicates-check.ts';
import { entities } from './entities-check.ts';
import { etAl } from './et-al-check.ts';
import { identifierPlaces } from './identifier-places.ts';
import { missingFields } from './missing-fields.ts';
import { misspelt } from './misspelt.ts';
import { mojibake } from './mojibake-check.ts';
import { pageDashes } from './page-dashes.ts';
import { pages } from './pages-check.ts';
import { people } from './people-check.ts';
import { preprintPairs } from './preprint-pairs.ts';
import { related } from './related.ts';
import { similarKeys } from './similar-keys.ts';
import { unusedMacros } from './unused-macros.ts';
import { nameVariants, venueVariants } from './variants.ts';

export type { CheckContext } from './check-context.ts';

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
