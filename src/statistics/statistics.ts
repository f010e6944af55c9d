import { citationsPerPerson } from './citations-per-person.ts';
import { citationsPerYear } from './citations-per-year.ts';
import { coAuthorNetwork } from './co-author-network.ts';
import { coAuthorTable } from './co-author-table.ts';
import { indexOfKeywords, indexOfPeople, indexOfVenues, indexOfYears } from './indexes.ts';
import { jointWorks } from './joint-works.ts';
import type { CountInTable, CountWorks } from './statistic.ts';
import { worksPerKind } from './works-per-kind.ts';
import { worksPerPerson } from './works-per-person.ts';
import { worksPerVenue } from './works-per-venue.ts';
import { worksPerYear } from './works-per-year.ts';

/** The tables of numbers of works, which figures show, too. */
const tablesOfWorks: Readonly<Record<string, CountInTable>> = {
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

/** The tables that an output can show of a list instead of its works, by the name in `show`. */
export const tables: Readonly<Record<string, CountInTable>> = {
	...tablesOfWorks,
	'citations-per-year': citationsPerYear,
	'citations-per-person': citationsPerPerson,
};

export const tableNames: readonly string[] = Object.keys(tables);

/** What a figure can show of a list, by the name in `show`: the tables of works, and the network of co-authors instead of their table. */
export const statistics: Readonly<Record<string, CountWorks>> = { ...tablesOfWorks, 'co-authors': coAuthorNetwork };

export const statisticNames: readonly string[] = Object.keys(statistics);
