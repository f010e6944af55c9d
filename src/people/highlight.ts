import type { Report } from '../diagnostics/diagnostic.ts';
import { attemptAll } from '../diagnostics/internal-errors.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { type CountedPeople, countedPeople, type Membership } from './counted-people.ts';
import { markOf } from './mark-annotations.ts';
import { isOwner, spellAt } from './membership.ts';
import type { Mark, Marks, Person } from './person.ts';
import { type Matcher, matchPeople } from './person-matcher.ts';
import { type PeopleSelector, reportUnknownNames } from './unknown-names.ts';

/** The names to highlight in a list. The same people and owner give the same object. */
export interface Highlights {
	/** Finds the declared people in a publication. */
	readonly matcher: Matcher;
	/** The people for whom publications count in the list. */
	readonly counted: CountedPeople;
	/** The person whose list this is, who is marked as the owner instead of the declared owners; null for these. */
	readonly owner: Person | null;
	/** The owners: that person, else the declared owners. */
	readonly owners: readonly Person[];
	/** The marks of each name in a publication; names without a mark are missing. */
	marksOf(publication: Publication): Marks;
}

/** The publications of a project, with the names to highlight in them. */
export interface HighlightedWorks extends Highlights {
	readonly publications: readonly Publication[];
	/** The highlights in a list of one person, or of the declared owners (null). */
	inList(owner: Person | null, membership: Membership): Highlights;
}

/** The people of a project, and the selectors that name people, roles or groups, with their places in the configuration. */
export interface NamedPeople {
	readonly people: readonly Person[];
	readonly peopleSelectors: ReadonlyMap<PeopleSelector, Span | undefined>;
}

/**
 * Finds the declared people in the publications and marks their names: by a person's role, and by the data annotations of
 * the entry. Reports `people/unknown` for selectors that name an unknown person, role or group.
 */
export function highlight(publications: readonly Publication[], named: NamedPeople, report: Report): HighlightedWorks {
	return attemptAll(
		publications,
		({ entry }) => entry,
		report,
		(publications, report) => highlightAll(publications, named, report),
	);
}

function highlightAll(
	publications: readonly Publication[],
	{ people, peopleSelectors }: NamedPeople,
	report: Report,
): HighlightedWorks {
	const matcher = matchPeople(people);
	reportUnknownNames(peopleSelectors, people, publications, report);
	const inList = (owner: Person | null, membership: Membership) =>
		highlightsFor(countedPeople(matcher, membership), owner ?? nobody, matcher);
	return { ...inList(null, 'ever'), publications, inList };
}

const nobody = {};

const highlightsFor = cacheByIdentity(
	(counted: CountedPeople, person: Person | typeof nobody, matcher: Matcher): Highlights => {
		const owner = person === nobody ? null : (person as Person);
		return {
			...{ matcher, counted, owner, owners: owner ? [owner] : matcher.people.filter(isOwner) },
			marksOf: (publication) => (owner ? marksInListOf(matcher, owner, publication) : marksIn(matcher, publication)),
		};
	},
);

/** Marks from roles and annotations. A role takes precedence over an annotation of the same kind. */
const marksIn = cacheByIdentity((matcher: Matcher, publication: Publication): Marks => {
	const marks = new Map<Name, readonly Mark[]>();
	for (const { name, person } of matcher.matches(publication)) {
		if (person) marks.set(name, [{ kind: spellAt(person, publication)?.role ?? 'none', person }]);
	}
	for (const name of Object.values(publication.contributors).flatMap((list) => list.names)) {
		for (const annotation of name.annotations) {
			const kind = markOf(annotation);
			const others = marks.get(name) ?? [];
			if (kind && !others.some((mark) => mark.kind === kind)) marks.set(name, [...others, { kind, person: null }]);
		}
	}
	return marks.size > 0 ? marks : noMarks;
});

/** Marks in a list of one person, at any time. Other owners are highlighted. */
const marksInListOf = cacheByIdentity((matcher: Matcher, owner: Person, publication: Publication): Marks => {
	const marks = new Map(marksIn(matcher, publication));
	for (const [name, others] of marks)
		if (others.some((mark) => mark.kind === 'owner'))
			marks.set(
				name,
				others.map((mark) => (mark.kind === 'owner' ? { ...mark, kind: 'highlight' } : mark)),
			);
	for (const { name, person } of matcher.matches(publication)) {
		if (person !== owner) continue;
		const others = (marks.get(name) ?? []).filter((mark) => mark.person === null);
		marks.set(name, [{ kind: 'owner', person, isListOwner: true }, ...others]);
	}
	return marks.size > 0 ? marks : noMarks;
});

const noMarks: Marks = new Map();
