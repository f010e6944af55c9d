/** BibLaTeX's and BibTeX's names for fields (BibLaTeX manual §2.2.5, 'Field Aliases'). */
export const fieldAliases = [
	['journaltitle', 'journal'],
	['location', 'address'],
	['institution', 'school'],
	['eprinttype', 'archiveprefix'],
	['eprintclass', 'primaryclass'],
	['annotation', 'annote'],
] as const;

const biblatexNames: ReadonlyMap<string, string> = new Map(fieldAliases.map(([name, alias]) => [alias, name]));

/** BibLaTeX's name of a field; unchanged if an entry has both names (ACM's address and location are different places). */
export function canonicalName(name: string, fields: { has(name: string): boolean }): string {
	const canonical = biblatexNames.get(name);
	return canonical === undefined || fields.has(canonical) ? name : canonical;
}

/** BibTeX's names for types that its styles do not know; styles treat other unknown types as @misc. */
export const bibtexTypes: Readonly<Record<string, string>> = {
	online: 'misc',
	report: 'techreport',
	collection: 'book',
	inreference: 'incollection',
	review: 'article',
};

/** BibTeX's types for theses, by BibLaTeX's `type`. */
export const bibtexTheses: Readonly<Record<string, string>> = { phdthesis: 'phdthesis', mathesis: 'mastersthesis' };
