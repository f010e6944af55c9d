import { givenNameFirst, orcidAddress } from '../../people/declared-names.ts';
import type { Person, Spell } from '../../people/person.ts';
import { safeAddress } from '../../publications/identifiers/url-safety.ts';
import type { Locale } from '../locale.ts';
import { markView } from './name-runs.ts';

/** The person whose page it is, for the head of the page. */
export interface PersonView {
	readonly id: string;
	/** Given name first. */
	readonly name: string;
	/** The address of the photo for this output; null without one. */
	readonly photo: string | null;
	/** 'student 2012–2016, group member since 2016'; null without a role that has a word. */
	readonly roles: string | null;
	/** ORCID iD and home page. */
	readonly links: readonly PersonLink[];
}

/** A page of a person elsewhere. */
export interface PersonLink {
	readonly kind: 'home-page' | 'orcid';
	readonly url: string;
	readonly label: string;
}

/**
 * Creates the view of a person.
 *
 * @param photo the address of the photo for this output; null without one
 */
export function personView(person: Person, photo: string | null, locale: Locale): PersonView {
	const roles = person.spells.flatMap((spell) => roleInWords(spell, locale) ?? []);
	return {
		id: person.id,
		name: givenNameFirst(person.name),
		photo,
		roles: roles.join(locale.term('list-delimiter') ?? ', ') || null,
		links: linksOf(person, locale),
	};
}

/** 'student 2012–2016': a role with its years; null if the role has no word. */
function roleInWords({ role, from, to }: Spell, locale: Locale): string | null {
	const word = role === 'none' ? null : markView(role, locale).label;
	if (word === null) return null;
	const period = periodInWords(yearOf(from), yearOf(to), locale);
	return period === null ? word : locale.phrase('role-period', { role: word, period });
}

function periodInWords(start: string | null, end: string | null, locale: Locale): string | null {
	if (start === null) return end === null ? null : locale.phrase('date-open-start', { end });
	if (end === null) return locale.phrase('date-open-end', { start });
	return start === end ? start : locale.phrase('date-range', { start, end });
}

/** The year of '2016', '2016-05' or '2016-05-01'. */
function yearOf(day: string | null): string | null {
	return day && (/^\d{4}/.exec(day)?.[0] ?? day);
}

function linksOf({ url, orcid }: Person, locale: Locale): readonly PersonLink[] {
	const addresses = [
		['home-page', url && safeAddress(url)],
		['orcid', orcidAddress(orcid)],
	] as const;
	return addresses.flatMap(([kind, address]) =>
		address ? { kind, url: address, label: locale.term(kind) ?? kind } : [],
	);
}
