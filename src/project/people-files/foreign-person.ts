import type { Period } from '../../people/period.ts';
import { valueIn } from '../../text/value-in.ts';
import { cleanName } from './clean-names.ts';
import { isoDate, periodIn } from './dates.ts';
import { orcidOf, pageOf, profilesOf } from './foreign-links.ts';
import { isMapping, type Mapping, textOf, textsAbout, textsOf } from './foreign-values.ts';
import type { PersonKeys } from './person-row.ts';
import { authorRole, roleIn } from './role-words.ts';

/** What the surroundings of a person in a file say. */
export interface Surroundings {
	/** The headings of the groups around the person, the innermost first, and the name of the file: 'PhD Students'. */
	readonly headings: readonly string[];
	/** The key of the person, or of the list with the person; null without one. */
	readonly key: string | null;
	/** True for a page of one person, whose title is their name. */
	readonly isPage: boolean;
}

/** The person that a mapping describes; null if it has no name. Keys that mean nothing to Bibfolio are ignored. */
export function foreignPerson(values: Mapping, around: Surroundings): PersonKeys | null {
	const { name, otherNames } = nameOf(values, around) ?? { name: '', otherNames: [] };
	if (name === '') return null;
	const aliases = [...new Set([...otherNames, ...textsAbout(values, 'aliases')])];
	const groups = [...textsAbout(values, 'groups'), ...textsOf(values['user_groups'])];
	const [image] = textsAbout(values, 'image').flatMap((address) => imageAddress(address) ?? []);
	return {
		id: textsAbout(values, 'id')[0],
		name,
		aliases: aliases.length > 0 ? aliases : undefined,
		orcid: orcidOf(values),
		...profilesOf(values),
		url: pageOf(values),
		image,
		...spellsOf(values, groups, around),
		groups: groups.length > 0 ? groups : undefined,
	};
}

interface ForeignName {
	readonly name: string;
	readonly otherNames: readonly string[];
}

/** The name, as one text or in parts. In `coauthors.yml` of al-folio, the key around a list of given names is the family name. */
function nameOf(values: Mapping, { key, isPage }: Surroundings): ForeignName | null {
	const parts = isMapping(values['name']) ? values['name'] : values;
	const [given] = textsAbout(parts, 'given').toSorted((left, right) => right.length - left.length);
	const shown = textsAbout(parts, 'name')[0] ?? textOf(parts['display']) ?? (isPage ? textOf(values['title']) : null);
	const [family = given !== undefined && shown === null && key !== null ? capitalized(key) : undefined] = textsAbout(
		parts,
		'family',
	);
	const inParts = family === undefined || given === undefined ? (family ?? null) : `${family}, ${given}`;
	if (shown === null) return inParts === null ? null : { name: inParts, otherNames: [] };
	const { name, aliases } = cleanName(shown);
	if (inParts === null || given === undefined) return { name, otherNames: aliases };
	// A library contains the name in Latin letters more often.
	if (/\p{Lo}/u.test(name)) return { name: inParts, otherNames: [name, ...aliases] };
	const agree = [family ?? '', given].every((part) => name.includes(part));
	return { name: agree ? inParts : name, otherNames: aliases };
}

/** New al-folio sites write the keys in lower case: 'podolsky'. */
function capitalized(family: string): string {
	return family === family.toLowerCase()
		? family.replace(/(?<=^|[- ])\p{L}/gu, (letter) => letter.toUpperCase())
		: family;
}

/** The address of a photo. Only the theme knows the folder of a bare file name. */
function imageAddress(image: string): string | null {
	if (/^https?:\/\//i.test(image)) return image;
	return image.includes('/') && !/[\s:{}]/.test(image) ? image.replace(/^(?:\.{0,2}\/)*/, '/') : null;
}

/** Keys with words from which the role follows, the most reliable first. */
const roleKeys = ['role', 'position', 'status', 'category', 'type', 'info', 'title'];

/**
 * The role that groups, positions or headings mean, with its dates. A former member with dates had another role in that time. In files
 * of co-authors and authors, people are members only if a group says so; the position of an author may be one elsewhere.
 */
function spellsOf(values: Mapping, groups: readonly string[], { headings, isPage }: Surroundings): Partial<PersonKeys> {
	const [from, to] = [dateOf(values, 'from'), dateOf(values, 'to')];
	if (values['superuser'] === true || values['is_owner'] === true) return { role: 'owner', from, to };
	const [areAuthors, areCoauthors] = [/^authors?$/i, /^co-?authors?$/i].map((name) =>
		headings.some((text) => name.test(text)),
	);
	const positions = roleKeys.flatMap((key) => (isPage && key === 'title' ? [] : textsOf(valueIn(values, key))));
	const texts = [...groups, ...(areAuthors ? [] : positions), ...(areAuthors || areCoauthors ? [] : headings)];
	const roles = texts.flatMap((text) => roleIn(text) ?? []);
	const usual = (areAuthors || areCoauthors) && groups.length === 0 ? authorRole : 'member';
	const earlier = roles.find((role) => role !== 'alumni') ?? 'member';
	if (roles.includes('alumni') && (from ?? to) !== undefined)
		return { roles: [{ role: earlier, from, to }, ...(to === undefined ? [] : [{ role: 'alumni', from: to }])] };
	return { role: roles.includes('alumni') ? 'alumni' : (roles[0] ?? usual), from, to };
}

function dateOf(values: Mapping, end: keyof Period): string | undefined {
	const dates = textsAbout(values, end).map(isoDate);
	const periods = textsAbout(values, 'period').map((text) => periodIn(text)[end]);
	return [...dates, ...periods].find((date) => date !== null) ?? undefined;
}
