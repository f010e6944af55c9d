import { isGivenName } from './given-names.ts';
import { isCjk } from './name-checks.ts';
import { unmarked } from './name-marks.ts';
import { splitTopLevel, splitWords } from './name-split.ts';
import { isCertainSuffix, isSuffix } from './name-suffixes.ts';
import {
	endsInInitials,
	isInitials,
	isWhole,
	startsWithGivenName,
	startsWithGivenNames,
	trailingInitials,
} from './name-words.ts';
import { isOrganization } from './organizations.ts';

/*
 * Splits lists of names that are separated by commas.
 */

/** What the rest of the list says about the commas in a part of it. */
export interface CommaContext {
	/** Commas certainly separate names: 'A B, C D, and E F', 'A B, C D & E F'. */
	readonly separates: boolean;
	/** All other names are written 'First Last'. */
	readonly givenFirst: boolean;
}

const missingAnd = /^((?:\p{Lu}\.?[-~ ]?){1,3}) ((?:\p{Ll}[\p{L}'’]* )*\p{Lu}(?:\p{Ll}|['’]\p{L}).*)$/u;

/**
 * Splits a list of names that are separated by commas; null if it is a single name by BibTeX's rules. A list has more commas
 * than a name can have, or parts that do not fit BibTeX's roles: initials in the place of 'Jr', or several parts that start
 * or end with initials.
 */
export function splitCommaList(piece: string, context: CommaContext): string[] | null {
	// 'Family, …' with one comma, as in most names.
	const comma = piece.indexOf(',');
	if (piece.indexOf(' ') > comma && piece.indexOf(',', comma + 1) < 0) return null;
	const written = splitTopLevel(piece, ',');
	const parts = withMissingAnd(written.filter((part) => part !== '').map((part) => part.replace(/ (?=\.)/g, '')));
	// 'A. Lovelace, \textbf{G. Hopper}': a highlighted part is a whole name.
	const bare = parts.map((part) => unmarked(part).text);
	if (parts.length > 2 && isOrganization(bare[0] ?? '')) return null;
	if (parts.length > 2 && bare.every(isCjk)) return parts;
	const marked = (at: number) => bare[at] !== parts[at] && isWhole(bare[at] ?? '');
	const isList = parts.some((_part, at) => marked(at) && bare[at]?.includes(','));
	if (parts.length < 2 || (!isList && isOneName(bare, context))) return null;
	const pairs = arePairs(bare);
	const names: string[] = [];
	for (let at = 0; at < parts.length; at++) {
		const part = parts[at] ?? '';
		const next = bare[at + 1];
		const isSuffixNext = next !== undefined && isSuffix(next);
		if (marked(at)) {
			names.push(part);
		} else if (isSuffixNext && parts[at + 2] !== undefined && !startsWithGivenNames(bare[at] ?? '')) {
			names.push(`${part}, ${next}, ${parts[at + 2]}`);
			at += 2;
		} else if (isSuffixNext) {
			names.push(`${part}, ${next}`);
			at++;
		} else if (next !== undefined && (pairs || isInitials(next) || (!isWhole(bare[at] ?? '') && !isWhole(next)))) {
			// APA style: 'King, M. L., Jr., Hopper, G.'
			const suffix = isCertainSuffix(bare[at + 2] ?? '') ? `, ${bare[at + 2]}` : '';
			names.push(`${part}, ${parts[at + 1]}${suffix}`);
			at += suffix === '' ? 1 : 2;
		} else {
			names.push(
				trailingInitials(part)?.join(', ') ?? (endsInInitials(part) ? part.replace(/(?<!\s)\s+(\S+)$/u, ', $1') : part),
			);
		}
	}
	return names;
}

/** Whether the parts are family and given names in turn: 'Lovelace, Ada, García Márquez, Gabriel J.'. */
function arePairs(parts: readonly string[]): boolean {
	if (parts.length % 2 === 1) return false;
	const families = parts.filter((_part, at) => at % 2 === 0);
	if (!families.some(isWhole)) return true;
	const given = parts.filter((_part, at) => at % 2 === 1);
	if (families.some((part) => startsWithGivenNames(part) || endsInInitials(part))) return false;
	return given.every((part) => !isWhole(part) || endsInInitials(part));
}

/** Splits 'Caffo, B Jones, C', where an 'and' is missing between the initials of one name and the next family name. */
function withMissingAnd(parts: string[]): string[] {
	const end = parts.at(-1) ?? '';
	if (parts.length < 3 || isInitials(parts[0] ?? '') || !isInitials(end) || isSuffix(end)) return parts;
	const between = parts.slice(1, -1).map((part) => missingAnd.exec(part)?.slice(1));
	if (between.includes(undefined)) return parts;
	return [parts[0] ?? '', ...between.flatMap((pair) => pair ?? []), end];
}

function isOneName(parts: readonly string[], context: CommaContext): boolean {
	const [first = '', middle = '', end = ''] = parts;
	if (parts.length === 2) return !areTwoNames(first, middle, context);
	if (parts.length > 3) return parts.slice(2).every(isSuffix);
	if (isSuffix(middle)) return !(startsWithGivenNames(first) && startsWithGivenNames(end));
	if (isSuffix(end)) return true;
	if (parts.every(isWhole) || parts.every(endsInInitials)) return false;
	if (!isWhole(end)) return true;
	// 'Smith, J., Mary Jones', and Chicago style: 'Smith, John, Mary Jones, and Bob Brown'.
	return !(isInitials(middle) || (!isWhole(first) && (context.separates || context.givenFirst)));
}

/** Whether two comma parts are two names instead of a family and a given name. */
function areTwoNames(first: string, second: string, { separates, givenFirst }: CommaContext): boolean {
	if (startsWithGivenNames(first) && startsWithGivenNames(second)) return true;
	if (endsInInitials(first) && endsInInitials(second)) return !isAbbreviatedFamily(first, second);
	if (!isWhole(first) || !isWhole(second)) return false;
	if (separates) return true;
	// 'Sophie Hay, Simon Keay and Martin Millet', but not 'García Márquez, Gabriel José and Mario Vargas'.
	const lastWord = splitWords(second).at(-1)?.text ?? '';
	return (
		givenFirst &&
		[first, second].every((name) => startsWithGivenNames(name) || startsWithGivenName(name)) &&
		!isGivenName(lastWord)
	);
}

/** 'Arce M, Daniel G.': an abbreviated second family name before a comma, as in Latin America, not two names with initials. */
function isAbbreviatedFamily(first: string, second: string): boolean {
	return first.endsWith('.') !== second.endsWith('.') || startsWithGivenName(second);
}
