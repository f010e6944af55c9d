import { compareWords } from '../lists/compare-words.ts';
import { groupBy } from '../lists/group-by.ts';
import type { GroupKey, PublicationList } from '../lists/list.ts';
import { fold } from '../text/fold.ts';
import { worksOf, yearsOf } from './counted-works.ts';
import { groupLabel, personLabel, termLabel } from './labels.ts';
import { isCounted, peopleInOrder, roleLabel } from './listed-people.ts';
import type { Row, Table } from './statistic.ts';

/**
 * The declared people by their present role, with the numbers of works that their pages list: those in which they are
 * contributors in any way. People without works are in the index, too.
 */
export function indexOfPeople(list: PublicationList): Table {
	const { matcher } = list.highlights;
	const works = worksOf(list);
	const rows = peopleInOrder(list).map((person) => {
		const personWorks = works.filter(
			(work) => matcher.personsIn(work).includes(person) && isCounted(list, person, work),
		);
		return {
			...{ label: personLabel(person), group: roleLabel(person) },
			...{ values: [personWorks.length], years: yearsOf(personWorks) },
		};
	});
	return index('person', rows, 'role');
}

/** The years of the works, in the order of the list. */
export function indexOfYears(list: PublicationList): Table {
	const { spec, highlights } = list;
	const years = groupBy('year', worksOf(list), highlights, { sort: spec.sort });
	const rows = years.map((year) => ({
		...{ label: groupLabel('year', year), group: null },
		...{ values: [year.publications.length], years: null },
	}));
	return index('year', rows);
}

/** The keywords of the works, in alphabetical order. */
export function indexOfKeywords(list: PublicationList): Table {
	return index('keyword', rowsOf('keyword', list));
}

/** The names of the venues, in alphabetical order. */
export function indexOfVenues(list: PublicationList): Table {
	return index('venue', rowsOf('venue-name', list));
}

function rowsOf(key: GroupKey, list: PublicationList): readonly Row[] {
	return groupBy(key, worksOf(list), list.highlights, { sort: [], repeat: true })
		.filter(({ title }) => title !== null)
		.sort((one, other) => compareWords(fold(one.title ?? ''), fold(other.title ?? '')))
		.map((group) => ({
			...{ label: groupLabel(key, group), group: null },
			...{ values: [group.publications.length], years: yearsOf(group.publications) },
		}));
}

function index(rowTerm: string, rows: readonly Row[], groupTerm: string | null = null): Table {
	return {
		form: 'table',
		isIndex: true,
		rowTerm,
		groupTerm,
		columns: [termLabel('publications')],
		rows,
		totals: null,
	};
}
