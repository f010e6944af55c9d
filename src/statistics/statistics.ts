import { coAuthorNetwork } from './co-author-network.ts';
import { coAuthorTable } from './co-author-table.ts';
import { indexOfKeywords, indexOfPeople, indexOfVenues, indexOfYears } from './indexes.ts';
import { jointWorks } from './joint-works.ts';
import type { CountInTable, CountWorks } from './statistic.ts';
import { worksPerKind } from './works-per-kind.ts';
import { worksPerPerson } from './works-per-person.ts';
import { worksPerVenue } from './works-per-venue.ts';
import { worksPerYear } from './works-per-year.ts';

/** The tables that an output can show of a list instead of its works, by the name in `show`. */
export const tables: Readonly<Record<string, CountInTable>> = {
	'per-year': worksPerYear,
	'per-kind': worksPerKind,
	'per-venue': worksPerVenue,
	'per-person': worksPerPerson,
	'joint-works': jointWorks,
	'co-authors': coAuthorTable,
	people: indexOfPeople,
	years: indexOfYears,
	keywords: indexOfKeywords,
	venues: indexOfVenues,
};

export const tableNames: readonly string[] = Object.keys(tables);

/** What a figure can show of a list, by the name in `show`: the tables, and the network of co-authors instead of their table. */
export const statistics: Readonly<Record<string, CountWorks>> = { ...tables, 'co-authors': coAuthorNetwork };

export const statisticNames: readonly string[] = Object.keys(statistics);
