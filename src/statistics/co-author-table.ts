import type { PublicationList } from '../lists/list.ts';
import { type CoAuthor, coAuthorsOf } from './co-authors.ts';
import { yearsOf } from './counted-works.ts';
import { termLabel } from './labels.ts';
import { hasRole, roleLabel } from './listed-people.ts';
import type { Table } from './statistic.ts';

/** The co-authors of a list by their present role, undeclared ones last, each with the number of joint works. */
export function coAuthorTable(list: PublicationList): Table {
	const coAuthors = coAuthorsOf(list).filter(({ isOwner, jointWorks }) => !isOwner && jointWorks.length > 0);
	const groups = new Map(coAuthors.map((author) => [groupOf(author).term, groupOf(author)]));
	const inGroup = (term: string | null) =>
		coAuthors
			.filter((author) => groupOf(author).term === term)
			.sort((one, other) => other.jointWorks.length - one.jointWorks.length);
	return {
		form: 'table',
		isIndex: false,
		rowTerm: 'co-author',
		groupTerm: 'role',
		columns: [termLabel('joint-works')],
		rows: [...groups].flatMap(([term, group]) =>
			inGroup(term).map(({ label, jointWorks }) => ({
				...{ label, group },
				values: [jointWorks.length],
				years: yearsOf(jointWorks),
			})),
		),
		totals: null,
	};
}

function groupOf({ person }: CoAuthor) {
	return person && hasRole(person) ? roleLabel(person) : termLabel('role-none');
}
