import { safeAddress } from '../publications/identifiers/url-safety.ts';
import { withApostrophes } from '../publications/names/apostrophes.ts';
import type { Name } from '../publications/names/name.ts';
import { isCjk } from '../publications/names/name-checks.ts';
import { isCertainSuffix } from '../publications/names/name-suffixes.ts';
import { parseNames } from '../publications/names/read-names.ts';
import { type NameForm, nameForm, word } from './name-form.ts';
import type { Alias, Person } from './person.ts';

/** A name of a declared person: the main name (alias null) or an alias. */
export interface DeclaredName {
	readonly person: Person;
	readonly alias: Alias | null;
	/** The name as declared. */
	readonly text: string;
	/** The name in parts and as one literal: a library may contain 'Fraunhofer HHI' in either form. */
	readonly forms: readonly NameForm[];
}

/** The names of owners, given name first; null without owners. */
export function ownerName(owners: readonly Person[]): string | null {
	return owners.length ? owners.map(({ name }) => givenNameFirst(name)).join(', ') : null;
}

/** An owner, as pages name and describe them. */
export interface Owner {
	/** The names by which a title may call the owner: in full, and the family name alone. */
	readonly names: readonly [full: string, short: string];
	/** Null for an organization. */
	readonly given: string | null;
	readonly family: string;
	/** ORCID iD as an address, and home page. */
	readonly addresses: readonly string[];
}

/** Describes an owner. */
export function describeOwner({ name, orcid, url }: Person): Owner {
	const { literal = name, given = null, family = name } = readName(name) ?? {};
	return {
		names: [givenNameFirst(name), literal ?? family],
		given: literal === null ? given : null,
		family: literal ?? family,
		addresses: [orcidAddress(orcid), url && safeAddress(url)].flatMap((address) => address ?? []),
	};
}

/** An ORCID iD as an address; null for another text. */
export function orcidAddress(orcid: string | null): string | null {
	const id = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/i.exec(orcid ?? '');
	return id && `https://orcid.org/${id[0]}`;
}

/**
 * A written name of a person as a byline has it: 'Anna van der Berg' for 'van der Berg, Anna'. A full name without a comma
 * stays as it is: 'Nguyễn Văn An'.
 */
export function givenNameFirst(text: string): string {
	const name = readName(text);
	if (!name || (/^[^,{\\]* [^,{\\]*$/.test(text) && !isCjk(text) && withComma(text) === null))
		return withApostrophes(text);
	return bylineOf(name);
}

/** A name with the given name first, or that of an organization. In Chinese characters, kana or hangul, the family is first. */
export function bylineOf({ literal, given, droppingParticle, nonDroppingParticle, family, suffix }: Name): string {
	if (literal !== null) return withApostrophes(literal);
	if (isCjk(family + given)) return family + given;
	return withApostrophes([given, droppingParticle, nonDroppingParticle, family, suffix].filter(Boolean).join(' '));
}

/** All names of the people, in their order. */
export function declaredNames(people: readonly Person[]): DeclaredName[] {
	return people.flatMap((person) => [
		{ person, alias: null, text: person.name, forms: nameForms(person.name) },
		...person.aliases.map((alias) => ({ person, alias, text: alias.name, forms: nameForms(alias.name) })),
	]);
}

/** Reads a single name: 'Family, Given', 'Given Family', or an organization. */
export function readName(text: string): Name | null {
	const { names } = parseNames(text, {});
	return names.length === 1 ? (names[0] ?? null) : null;
}

/**
 * All forms under which a name is searched: its parts, and the whole name in either order to match names in braces:
 * '{Fraunhofer HHI}', '{Sebastian Lapuschkin}'.
 */
export function nameForms(text: string): readonly NameForm[] {
	const bare = text.replace(/^\s*\{([^{}]*)\}\s*$/, '$1');
	const name = readName(bare);
	if (!name || name.literal !== null) return [literalForm(bare)];
	const { family, given, nonDroppingParticle, droppingParticle } = name;
	const surname = `${nonDroppingParticle} ${droppingParticle} ${family}`;
	const orders = given === '' ? [bare] : [`${given} ${surname}`, `${surname} ${given}`];
	const sorted = withComma(bare);
	const asPrinted = sorted === null ? null : readName(sorted);
	return [nameForm(name), ...(asPrinted ? [nameForm(asPrinted)] : []), ...orders.map(literalForm)];
}

/**
 * A name as lists print it by default, with the comma that BibTeX needs: 'Müller, K-R' for 'Müller K-R', 'van der Berg, J,
 * Jr.' for 'van der Berg J Jr.'; null for any other name. BibTeX would read the initials as the family name.
 */
function withComma(name: string): string | null {
	if (name.includes(',')) return null;
	const words = name.split(/[\s~]+/).filter(Boolean);
	const suffix = words.length > 2 && isCertainSuffix(words.at(-1) ?? '') ? words.pop() : undefined;
	let first = words.length;
	while (first > 0 && printedInitial.test(words[first - 1] ?? '')) first--;
	const family = words.slice(0, first);
	const isFamily = family.some((word) => /\p{L}['’]?\p{L}/u.test(word)) && /\p{Lu}|\p{Lo}/u.test(family.at(-1) ?? '');
	if (first === words.length || !isFamily) return null;
	return [
		family.join(' '),
		...(suffix ? [suffix] : []),
		words
			.slice(first)
			.join(' ')
			.replace(/h(?![\p{L}.])/gu, 'h.'),
	].join(', ');
}

/** 'A', 'A.', 'AM', 'A.M.', 'K-R', 'Ch'. 'Yu' and 'Li' are left out on purpose: they are usually whole names. */
const printedInitial =
	/^(?:\p{Lu}{1,4}|-?\p{Lu}\.?(?:-?\p{Lu}\.?){0,4}|(?:-?\p{Lu}\p{Ll}{0,2}\.){1,4}|(?:\p{Lu}-)?[BCDGKPRSTWZ]h)$/u;

function literalForm(text: string): NameForm {
	return { readings: [], suffix: '', literal: word(text) };
}
