import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { attemptAll } from '../diagnostics/internal-errors.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import { closestWord } from '../text/closest-word.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { hasName, undeclared } from './has-name.ts';
import { markOf } from './mark-annotations.ts';
import { nearestAuthor } from './nearest-author.ts';
import { isWithin } from './period.ts';
import type { Mark, Marks, Person } from './person.ts';
import { type Matcher, matchPeople } from './person-matcher.ts';

/** The names to highlight in a project's publications. */
export interface Highlights {
	readonly publications: readonly Publication[];
	/** Finds the declared people in a publication. */
	readonly matcher: Matcher;
	/** The marks of each name in a publication; names without a mark are missing. */
	marksOf(publication: Publication): Marks;
}

/** The people of a project, and the selectors that name people, with their places in the configuration. */
export interface NamedPeople {
	readonly people: readonly Person[];
	readonly peopleSelectors: ReadonlyMap<{ readonly person?: readonly string[] }, Span | undefined>;
}

/**
 * Finds the declared people in the publications and marks their names: by a person's role, and by the data annotations of
 * the entry. Reports `people/unknown` for selectors that name an unknown person.
 */
export function highlight(publications: readonly Publication[], named: NamedPeople, report: Report): Highlights {
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
): Highlights {
	const matcher = matchPeople(people);
	for (const [{ person: names = [] }, span] of peopleSelectors) {
		for (const name of names) {
			const exists = name === '*' || matcher.find(name) || publications.some((work) => hasName(work, name));
			if (!exists) report(unknownPerson(name, span, people, publications));
		}
	}
	return { publications, matcher, marksOf: (publication) => marksIn(matcher, publication) };
}

function unknownPerson(
	name: string,
	span: Span | undefined,
	people: readonly Person[],
	publications: readonly Publication[],
) {
	const names = people.flatMap(({ id, name, aliases }) => [id, name, ...aliases.map((alias) => alias.name)]);
	const near = closestWord(name, names) ?? nearestAuthor(undeclared(name), publications);
	const hint = near ? `Did you mean "${near}"?` : 'Check the spelling, or add the person under "people"';
	return diagnostic('people/unknown', `Unknown person "${name}"`, { span, hint });
}

/** Marks from roles and annotations. A role takes precedence over an annotation of the same kind. */
const marksIn = cacheByIdentity((matcher: Matcher, publication: Publication): Marks => {
	const marks = new Map<Name, readonly Mark[]>();
	for (const { name, person } of matcher.matches(publication)) {
		if (person && isWithin(person, publication)) marks.set(name, [{ kind: person.role, person }]);
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

const noMarks: Marks = new Map();
