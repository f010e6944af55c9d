/** BibLaTeX's names for fields, and BibTeX's (BibLaTeX manual §2.2.5, 'Field Aliases'). */
export const fieldAliases = [
	['journaltitle', 'journal'],
	['location', 'address'],
	['institution', 'school'],
	['eprinttype', 'archiveprefix'],
	['eprintclass', 'primaryclass'],
	['annotation', 'annote'],
] as const;

const canonical: ReadonlyMap<string, string> = new Map(fieldAliases.map(([name, alias]) => [alias, name]));

/** BibLaTeX's name of a field; its own where an entry has both of the two (ACM's address and location are two places). */
export function canonicalName(name: string, fields: { has(name: string): boolean }): string {
	const other = canonical.get(name);
	return other === undefined || fields.has(other) ? name : other;
}

/** Types that BibTeX's styles have no name for, and what they call them; the rest every style takes for @misc. */
export const bibtexTypes: Readonly<Record<string, string>> = {
	online: 'misc',
	report: 'techreport',
	collection: 'book',
	inreference: 'incollection',
	review: 'article',
};

/** The two kinds of theses BibTeX knows, by BibLaTeX's `type`. */
export const bibtexTheses: Readonly<Record<string, string>> = { phdthesis: 'phdthesis', mathesis: 'mastersthesis' };
