import { isGivenName } from './given-names.ts';
import { splitNames, splitTopLevel } from './name-split.ts';
import { isSuffix } from './name-suffixes.ts';
import { isFullName, isInitials, startsWithInitial } from './name-words.ts';
import { isCompany, isOrganization } from './organizations.ts';

/*
 * Braces around people: BibTeX reads a name in braces as an organization.
 */

/** The content of a name that is a single brace group; null for other names. */
export function bracedContent(text: string): string | null {
	if (!text.startsWith('{') || !text.endsWith('}')) return null;
	let depth = 0;
	for (let at = 0; at < text.length - 1; at++) {
		const code = text.charCodeAt(at);
		if (code === 92 /* \ */) at++;
		else if (code === 123 /* { */) depth++;
		else if (code === 125 /* } */ && --depth === 0) return null;
	}
	return text.slice(1, -1).trim();
}

/** The list in a value whose braces surround several names, as if they were one; null for any other value. */
export function listInBraces(value: string): string | null {
	const content = value.startsWith('{') && /\sand\s/i.test(value) ? bracedContent(value.trim()) : null;
	const names = content === null ? [] : splitNames(content);
	if (names.length < 2) return content !== null && listInBraces(content) !== null ? listInBraces(content) : null;
	const isList =
		names.every((name) => bracedContent(name) !== null) ||
		names.every(isFamilyAndGiven) ||
		// One name lost its comma: '{Curie, Marie and Meitner, Lise and Noether Emmy}'.
		(names.filter(isFamilyAndGiven).length > 1 && names.every((name) => isFamilyAndGiven(name) || isFullName(name))) ||
		(names.every((name) => isFullName(name) && !name.includes(',')) &&
			(names.length > 2 || names.some(startsWithInitial)));
	return isList ? content : null;
}

/**
 * The names of a list in which braces around 'Family, Given' are removed. EDP Sciences writes them around each name. A single
 * such name must contain initials or a common given name, because '{Sorbonne, Paris}' and '{Google, Inc.}' are organizations.
 */
export function withoutBraces(names: readonly string[]): readonly string[] {
	if (!names.some((name) => name.startsWith('{'))) return names;
	const contents = names.map(bracedContent);
	const withComma = contents.filter((content) => content?.includes(','));
	const areAllPeople = withComma.length > 1 && withComma.every((content) => isFamilyAndGiven(content ?? ''));
	return names.map((name, at) => {
		const content = contents[at] ?? '';
		return content.includes(',') && (areAllPeople || isCertainlyPerson(content)) ? content : name;
	});
}

/** Whether a text is 'Family, Given' or 'Family, Jr, Given' with capitals and not the name of an organization. */
function isFamilyAndGiven(text: string): boolean {
	const parts = splitTopLevel(text, ',');
	if (parts.length < 2 || parts.length > 3 || isOrganization(text) || parts.some(isCompany)) return false;
	if (parts.length === 3 && !isSuffix(parts[1] ?? '') && !isInitials(parts[1] ?? '')) return false;
	return parts.every((part) => /\p{Lu}/u.test(part) && part.split(/\s+/).length < 5);
}

/** Whether a text is 'Family, Given' with initials or a common given name: '{Madrid, Marcos A.}', '{Palentino, Ángel}'. */
function isCertainlyPerson(text: string): boolean {
	const [family = '', ...given] = splitTopLevel(text, ',');
	if (!isFamilyAndGiven(text)) return false;
	const words = given.flatMap((part) => part.split(/[\s~]+/));
	return (
		words.some((word) => /^(?:-?\p{Lu}\.)+$|^\p{Lu}$/u.test(word)) ||
		(/\p{Ll}/u.test(family) && isGivenName(words[0] ?? ''))
	);
}
