import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import { type DeclaredName, declaredNames } from './declared-names.ts';
import { nearMatch } from './near-match.ts';
import type { Person } from './person.ts';
import type { Matcher } from './person-matcher.ts';

/** A spelling of a name and where it stands. */
interface Spelling {
	readonly name: Name;
	readonly text: string;
	readonly places: { readonly key: string; readonly span: Span }[];
}

/**
 * Compares the people declared with the names in the library. Reports `people/unmatched-alias` for each alias that
 * matches nothing (for the name itself only where the person is found under no name at all), and `people/near-match`
 * once for each spelling that nearly matches somebody, or matches several people alike.
 */
export function checkPeople(
	people: readonly Person[],
	publications: readonly Publication[],
	matcher: Matcher,
	report: Report,
): void {
	if (people.length === 0) return;
	const declared = declaredNames(people);
	const met = new Set<string>();
	const found = new Set<Person>();
	const strange = new Map<string, Spelling>();
	const drawn = new Map<string, Spelling & { readonly rivals: readonly Person[] }>();
	for (const publication of publications) {
		for (const { name, role, person, rivals } of matcher.matches(publication)) {
			for (const each of person ? [person] : rivals) found.add(each);
			if (rivals.length > 0) note(drawn, publication, role, name, { rivals });
		}
		for (const [role, list] of Object.entries(publication.contributors)) {
			for (const name of list.names) {
				const agreeing = matcher.agreeing(name);
				for (const { person, text } of agreeing) met.add(`${person.id}|${text}`);
				if (agreeing.length === 0 && name.orcid === null) note(strange, publication, role, name, {});
			}
		}
	}
	for (const each of declared) {
		const missing = each.alias ? !met.has(`${each.person.id}|${each.text}`) : !found.has(each.person);
		if (missing) reportUnmatched(each, found.has(each.person), report);
	}
	const bearers = new Map<string, number>();
	for (const { name, places } of strange.values()) {
		bearers.set(name.family, (bearers.get(name.family) ?? 0) + places.length);
	}
	for (const spelling of strange.values()) {
		const near = nearMatch(spelling.name, declared, bearers.get(spelling.name.family) === 1);
		if (!near) continue;
		reportNear(spelling, `nearly matches "${near.declared.text}": ${near.reason}`, near.declared.person, report);
	}
	for (const { rivals, ...spelling } of drawn.values()) {
		const names = rivals.map(({ name }) => `"${name}"`).join(' and ');
		reportNear(spelling, `matches ${names} equally, so it is not highlighted`, null, report);
	}
}

function note<More extends object>(
	spellings: Map<string, Spelling & More>,
	publication: Publication,
	role: string,
	name: Name,
	more: More,
): void {
	const text = name.literal ?? written(name);
	const place = { key: publication.key, span: publication.entry.fields.get(role)?.span ?? publication.entry.keySpan };
	const known = spellings.get(text);
	if (known) known.places.push(place);
	else spellings.set(text, { name, text, places: [place], ...more });
}

function written({ nonDroppingParticle, droppingParticle, family, given, suffix }: Name): string {
	const surname = [nonDroppingParticle, droppingParticle, family].filter((part) => part !== '').join(' ');
	return [surname, suffix, given].filter((part) => part !== '').join(', ');
}

function reportUnmatched({ person, alias, text }: DeclaredName, elsewhere: boolean, report: Report): void {
	const whose = alias ? `Alias "${text}" of ${person.name}` : `Person "${text}"`;
	report(
		diagnostic('people/unmatched-alias', `${whose} matches no name in the library`, {
			hint: elsewhere
				? 'Check its spelling, or remove it'
				: 'Check the spelling, or add the name used in the library to the aliases',
		}),
	);
}

function reportNear({ text, places }: Spelling, what: string, person: Person | null, report: Report): void {
	const [first, ...others] = places;
	const times = places.length > 1 ? ` (${places.length} times)` : '';
	report(
		diagnostic('people/near-match', `Name "${text}"${times} ${what}`, {
			span: first?.span,
			hint: person
				? `If it is the same person, fix the name or add it to the aliases of ${person.name}`
				: 'Add an ORCID annotation, or an alias with dates, to distinguish them',
			related: others.slice(0, 3).map(({ key, span }) => ({ message: `also in ${key}`, span })),
		}),
	);
}
