/**
 * Before initials after a family name, and before what follows them: 'Rod N H', 'Gries S Th', 'King M L Jr', 'Ligon W B III'. Not
 * in 'and A Weber', where the previous word is not a name.
 */
const beforeInitials =
	/ (?=(?:\p{Lu}\p{M}*\p{Ll}?\.?(?:-\p{Lu}\p{M}*\.?)*|I{2,3}|IV)(?![\p{L}\p{M}'’]))(?<=\p{Lu}[\p{L}\p{M}'’.-]* )/gu;
/** After an initial with a full stop: 'C. T. Ekstrøm', 'J.R.R. Tolkien', 'J. van der Berg'. Not in 'Weber, A. and Noether, E.' */
const afterInitials =
	/ (?=\p{Lu}|(?:v[ao]n|d[aeiou]s?|de[lnr]|della|l[ae]|te[nr]|zur?|af|ibn) )(?<=(?:^|[ \u00a0-]|\p{Lu}\p{M}*\.)\p{Lu}\p{M}*\. )/gu;
const inEtAl = /(?<=(?:^| )et) (?=al\.)/g;

/** Replaces the spaces beside initials by no-break spaces, so that no initial is alone at the end or beginning of a line. */
export function tied(names: string): string {
	return names.replace(beforeInitials, '\u00a0').replace(afterInitials, '\u00a0').replace(inEtAl, '\u00a0');
}

/**
 * Hyphenated initials ('K-R', 'J.-P.') and ranges ('11–19', 'pp. 12:1–12:10'), in which browsers break lines. For `split`: one
 * group. Longer ranges may break, because they could be wider than a phone.
 */
export const unbreakable =
	/((?<![\p{L}\p{M}])\p{Lu}\p{M}*\.?(?:-\p{Lu}\p{M}*\.?)+(?![\p{L}\p{M}])|(?<![^\s,;(])(?:\p{L}{1,3}\. )?[\p{L}\d.:/]{0,12}\d[–‐-][\p{L}\d.:/]{1,12}(?![^\s,;).]))/u;
