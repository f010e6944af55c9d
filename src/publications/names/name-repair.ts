import { isBalanced } from '../../latex/braces.ts';
import { withoutEtAl } from './and-others.ts';
import { type ListPieces, splitAtWord, withCorrectAnds } from './and-words.ts';
import { splitCommaList } from './comma-list.ts';
import { splitNames, splitTopLevel } from './name-split.ts';
import { isCompany, isOrganization } from './organizations.ts';

/*
 * Repairs name lists that are not separated by 'and'.
 */

/** The names of a list, and their separator. */
export interface SeparatedNames {
	/** One string per name, in BibTeX's syntax. */
	readonly names: readonly string[];
	/** The first separator other than 'and', as a message names it ('a comma', '"und"'); null if nothing was repaired. */
	readonly separator: string | null;
	/** Whether the list ended in 'and others' or similar words. */
	readonly etAl: boolean;
}

/**
 * Splits a value into names, including those separated by semicolons, ampersands or commas. Extended names (`family=…`) are
 * split at 'and' only.
 */
export function separateNames(value: string, extended: boolean): SeparatedNames {
	if (extended)
		return collectNames(
			splitNames(value, true).map((piece) => ({ pieces: [piece], mark: null })),
			null,
			true,
		);
	// 'A, B., ... Z, Y.', as in long lists in APA style.
	const { text, mark } = withCorrectAnds(value.replace(ellipsis, ' and ... and '));
	const written = splitNames(text);
	return collectNames(
		written.map((piece) => splitAtOthers(piece, written.length === 1)),
		mark,
		false,
	);
}

const ellipsis = /,\s*(?:\.\.\.|…|\\l?dots(?![a-z])(?:\{\})?)\s*(?:\\?&\s|and\s)?\s*(?=[\p{L}{\\])/gu;

function collectNames(written: readonly ListPieces[], typo: string | null, extended: boolean): SeparatedNames {
	const names: string[] = [];
	let separator = typo;
	let etAl = false;
	const containComma = written.map(({ pieces }) => pieces.some((name) => name.includes(',')));
	const commaCount = containComma.filter(Boolean).length;
	for (const [at, { pieces, mark }] of written.entries()) {
		// 'A B, C D, and E F': a comma before the 'and', while the last name contains none.
		const oxford = written.length > 1 && at === written.length - 2 && !written[at + 1]?.pieces.at(-1)?.includes(',');
		separator ??= mark;
		// 'A B, C D & E F', 'A B, C D und E F': before the last name, commas separate names, too. Not beside semicolons.
		const listed = mark !== null && /^(?:an ampersand|")/.test(mark) && !pieces.at(-1)?.includes(',');
		const othersWithComma = commaCount - (containComma[at] ? 1 : 0);
		const givenFirst = written.length > 1 && othersWithComma === 0;
		for (const whole of pieces) {
			const name = withoutEtAl(whole);
			if (name !== whole) etAl = true;
			const separates = listed || (oxford && name.trimEnd().endsWith(','));
			const list = !extended && name.includes(',') ? splitCommaList(name, { separates, givenFirst }) : null;
			if (list) separator ??= 'a comma';
			for (const listedName of list ?? [name]) if (listedName !== '') names.push(listedName);
		}
	}
	return { names, separator, etAl };
}

/** Splits at semicolons, bars, ampersands, slashes and other languages' 'and'. */
function splitAtOthers(piece: string, isWholeList: boolean): ListPieces {
	const character = [';', '|'].find((separator) => piece.includes(separator));
	if (character) {
		const names = splitTopLevel(piece.replace(/;\s+and\s/gi, ';'), character).filter((name) => name !== '');
		if (names.length < 2) return { pieces: names, mark: null };
		return {
			pieces: names.flatMap((name) => splitAtOthers(name, false).pieces),
			mark: character === ';' ? 'a semicolon' : 'a bar',
		};
	}
	const behalf = splitAtBehalf(piece);
	if (behalf) {
		const people = splitAtOthers(behalf[0], false);
		return { pieces: [...people.pieces, behalf[1]], mark: people.mark ?? '"on behalf of"' };
	}
	if (!ampersand.test(piece)) return splitAtWord(piece, isWholeList);
	const names = splitTopLevel(piece.replaceAll('\\&', '&'), '&').filter((name) => name !== '');
	if (names.length < 2 || names.slice(1).some(isCompany)) return { pieces: [piece], mark: null };
	return { pieces: names, mark: 'an ampersand' };
}

const ampersand = /(?:\s|(?<=[.,]))\\?&\s/;

/** Splits 'Ada Lovelace on behalf of the ATLAS Collaboration'; null for any other text. */
function splitAtBehalf(piece: string): readonly [person: string, organization: string] | null {
	const at = piece.search(/[\s,]\(?(?:on behalf of|for the)\s/i);
	if (at <= 0 || piece.startsWith('on behalf') || !isBalanced(piece.slice(0, at))) return null;
	const person = piece.slice(0, at).replace(/,$/, '').trim();
	const organization = piece
		.slice(at + 1)
		.replace(/^\s*\((.*)\)$/, '$1')
		.trim();
	// 'Helmholtz Centre for the …' is one organization.
	const isPerson = /[\s,]/.test(person) && !isOrganization(`${person} for the`);
	return isPerson && isOrganization(organization) ? [person, organization] : null;
}
