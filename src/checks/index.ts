import type { Report } from '../diagnostics/diagnostic.ts';
import { attemptAll } from '../diagnostics/internal-errors.ts';
import type { Entry } from '../library/entry.ts';
import { checkPeople } from '../people/check-people.ts';
import { allCaps } from './all-caps.ts';
import type { Check, CheckContext } from './check-context.ts';
import { dates } from './dates.ts';
import { duplicates } from './duplicates.ts';
import { entities } from './entities.ts';
import { etAl } from './et-al.ts';
import { misplacedIdentifiers } from './misplaced-identifiers.ts';
import { missingFields } from './missing-fields.ts';
import { misspellings } from './misspellings.ts';
import { mojibake } from './mojibake.ts';
import { omittedFields } from './omitted-fields.ts';
import { orcidIds } from './orcid-ids.ts';
import { pageDashes } from './page-dashes.ts';
import { pages } from './pages.ts';
import { preprintPairs } from './preprint-pairs-check.ts';
import { relatedEntries } from './related-entries.ts';
import { residue } from './residue.ts';
import { similarKeys } from './similar-keys.ts';
import { nameVariants, venueVariants } from './spelling-variants.ts';
import { titleNotices } from './title-notices.ts';
import { unknownMath } from './unknown-math.ts';
import { unusedMacros } from './unused-macros.ts';

export type { CheckContext } from './check-context.ts';

/**
 * The rules for a whole library. The code that reads a value (identifiers, links, dates, names, LaTeX) reports its problems
 * itself. A new rule needs one file and one row.
 */
const checks: readonly Check[] = [
	missingFields,
	misspellings,
	mojibake,
	dates,
	pages,
	pageDashes,
	misplacedIdentifiers,
	orcidIds,
	residue,
	etAl,
	entities,
	unknownMath,
	allCaps,
	titleNotices,
	similarKeys,
	duplicates,
	preprintPairs,
	relatedEntries,
	nameVariants,
	venueVariants,
	unusedMacros,
	omittedFields,
	({ matcher, publications }, report) => checkPeople(matcher.people, publications, matcher, report),
];

/** Runs all checks; docs/diagnostics.md describes them. */
export function runChecks(context: CheckContext, report: Report): void {
	for (const check of checks)
		attemptAll(
			context.library.entries,
			(entry) => entry,
			report,
			(entries, report) => check(withEntries(context, entries), report),
		);
}

function withEntries(context: CheckContext, entries: readonly Entry[]): CheckContext {
	const { library, publications } = context;
	if (entries === library.entries) return context;
	const kept = new Set(entries);
	return {
		...context,
		library: { ...library, entries },
		publications: publications.filter(({ entry }) => kept.has(entry)),
	};
}
