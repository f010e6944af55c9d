import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import { type DeclaredName, declaredNames } from './declared-names.ts';
import { nearMatch } from './near-match.ts';
import type { Person } from './person.ts';
import type { Matcher } from './person-matcher.ts';

/** A spelling of a name, and where it occurs. */
interface Spelling {
	readonly name: Name;
	readonly text: string;
	readonly places: { readonly key: string; readonly span: Span }[];
}

/**
 * Compares the declared people with the names in the library. Reports `people/unmatched-alias` for each alias that
 * matches nothing (for the main name only if none of the person's names match), and `people/near-match` once for each
 * spelling that nearly matches a person or matches several people equally.
 */
export function checkPeople(
	people: readonly Person[],
	publications: readonly Publication[],
	matcher: Matcher,
	report: Report,
): void {
	if (people.length === 0) return;
	const declared = declaredNames(people);
	const matchedNames = new Set<string>();
	const matchedPeople = new Set<Person>();
	const unmatched = new Map<string, Spelling>();
	const ambiguous = new Map<string, Spelling & { readonly rivals: readonly Person[] }>();
	for (const publication of publications) {
		for (const { name, role, person, rivals } of matcher.matches(publication)) {
			for (const match of person ? [person] : rivals) matchedPeople.add(match);
			if (rivals.length > 0)
				addSpelling(ambiguous, publication, role, name, { rivals }, rivals.map(({ id }) => id).join());
		}
		for (const [role, list] of Object.entries(publication.contributors)) {
			for (const name of list.names) {
				const agreeing = matcher.agreeing(name);
				for (const { person, text } of agreeing) matchedNames.add(`${person.id}|${text}`);
				if (agreeing.length === 0 && name.orcid === null) addSpelling(unmatched, publication, role, name, {});
			}
		}
	}
	for (const name of declared) {
		const isMissing = name.alias
			? !matchedNames.has(`${name.person.id}|${name.text}`)
			: !matchedPeople.has(name.person);
		if (isMissing) reportUnmatched(name, matchedPeople.has(name.person), report);
	}
	const familyCounts = new Map<string, number>();
	for (const { name, places } of unmatched.values()) {
		familyCounts.set(name.family, (familyCounts.get(name.family) ?? 0) + places.length);
	}
	for (const spelling of unmatched.values()) {
		const near = nearMatch(spelling.name, declared, familyCounts.get(spelling.name.family) === 1);
		if (!near) continue;
		reportNear(spelling, `nearly matches "${near.declared.text}": ${near.reason}`, near.declared.person, report);
	}
	for (const { rivals, ...spelling } of ambiguous.values()) {
		const isNamesake = ({ name }: Person) => rivals.filter((rival) => rival.name === name).length > 1;
		const names = rivals.map((rival) => `"${rival.name}"${isNamesake(rival) ? ` (${rival.id})` : ''}`).join(' and ');
		reportNear(spelling, `matches ${names} equally, so it is not highlighted`, null, report);
	}
}

/** Adds an occurrence of a name. Names of one spelling are together if their `id` is the same. */
function addSpelling<More extends object>(
	spellings: Map<string, Spelling & More>,
	publication: Publication,
	role: string,
	name: Name,
	more: More,
	id = '',
): void {
	const text = name.literal ?? written(name);
	const key = `${text}|${id}`;
	const place = { key: publication.key, span: publication.entry.fields.get(role)?.span ?? publication.entry.keySpan };
	const spelling = spellings.get(key);
	if (spelling) spelling.places.push(place);
	else spellings.set(key, { name, text, places: [place], ...more });
}

function written({ nonDroppingParticle, droppingParticle, family, given, suffix }: Name): string {
	const surname = [nonDroppingParticle, droppingParticle, family].filter((part) => part !== '').join(' ');
	return [surname, suffix, given].filter((part) => part !== '').join(', ');
}

function reportUnmatched({ person, alias, text }: DeclaredName, isMatchedOtherwise: boolean, report: Report): void {
	const subject = alias ? `Alias "${text}" of ${person.name}` : `Person "${text}"`;
	report(
		diagnostic('people/unmatched-alias', `${subject} matches no name in the library`, {
			hint: isMatchedOtherwise
				? 'Check its spelling, or remove it'
				: 'Check the spelling, or add the name used in the library to the aliases',
		}),
	);
}

function reportNear({ text, places }: Spelling, problem: string, person: Person | null, report: Report): void {
	const [first, ...others] = places;
	const times = places.length > 1 ? ` (${places.length} times)` : '';
	report(
		diagnostic('people/near-match', `Name "${text}"${times} ${problem}`, {
			span: first?.span,
			hint: person
				? `If it is the same person, fix the name or add it to the aliases of ${person.name}`
				: 'To distinguish them, add an ORCID annotation, an alias with dates, or roles with dates that do not overlap',
			related: others.slice(0, 3).map(({ key, span }) => ({ message: `also in ${key}`, span })),
		}),
	);
}
