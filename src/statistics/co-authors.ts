import type { PublicationList } from '../lists/list.ts';
import { creatorsOf } from '../people/authorship.ts';
import { bylineOf } from '../people/declared-names.ts';
import { distinctAuthors } from '../people/distinct-authors.ts';
import { isOwner } from '../people/membership.ts';
import type { Person } from '../people/person.ts';
import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import { worksOf } from './counted-works.ts';
import { personLabel } from './labels.ts';
import { hasRole, isCounted, peopleInOrder } from './listed-people.ts';
import type { Label } from './statistic.ts';

/** A person among the creators of works of a list. */
export interface CoAuthor {
	readonly label: Label;
	/** Null for an undeclared person. */
	readonly person: Person | null;
	/** The person whose list it is. */
	readonly isOwner: boolean;
	readonly works: readonly Publication[];
	/** The works with a person of the team besides this one. */
	readonly jointWorks: readonly Publication[];
}

/** The creators of a work who are people. */
interface Creators {
	readonly declared: readonly Person[];
	readonly undeclared: readonly Name[];
}

/**
 * The people among the creators of the works of a list: declared ones first, the others by number of joint works. The team is
 * the owner of a list of one person, else all declared people with a role; without declared people, everyone. Organizations,
 * and names that agree equally with several declared people, are skipped.
 */
export function coAuthorsOf(list: PublicationList): readonly CoAuthor[] {
	const { owner, matcher } = list.highlights;
	const creators = new Map(worksOf(list).map((work) => [work, creatorsIn(list, work)]));
	const works = [...creators.keys()];
	const team = new Set(owner ? [owner] : matcher.people.filter(hasRole));
	const isJoint = (work: Publication, person: Person | null) => {
		const { declared = [], undeclared = [] } = creators.get(work) ?? {};
		if (team.size === 0) return declared.length + undeclared.length > 1;
		return declared.some((other) => other !== person && team.has(other) && isCounted(list, other, work));
	};
	const declared = [...peopleInOrder(list), ...matcher.people.filter((person) => !hasRole(person))].map((person) => ({
		...{ label: personLabel(person), person, isOwner: owner ? person === owner : isOwner(person) },
		works: works.filter((work) => creators.get(work)?.declared.includes(person)),
	}));
	const undeclared = distinctAuthors(works, (work) => creators.get(work)?.undeclared ?? []).map(
		({ name, publications }) => ({
			...{ label: { title: bylineOf(name), term: null, part: null }, person: null, isOwner: false },
			works: [...publications],
		}),
	);
	const withJointWorks = <Author extends Omit<CoAuthor, 'jointWorks'>>(author: Author) => ({
		...author,
		jointWorks: author.works.filter((work) => isJoint(work, author.person)),
	});
	return [
		...declared.map(withJointWorks).filter(({ works }) => works.length > 0),
		...undeclared.map(withJointWorks).sort((one, other) => other.jointWorks.length - one.jointWorks.length),
	];
}

function creatorsIn({ highlights }: PublicationList, work: Publication): Creators {
	const names = creatorsOf(work);
	const matches = new Map(highlights.matcher.matches(work).map(({ name, person }) => [name, person]));
	return {
		declared: [...new Set(names.flatMap((name) => matches.get(name) ?? []))],
		undeclared: names.filter((name) => name.literal === null && !matches.has(name)),
	};
}
