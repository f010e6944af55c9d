import type { Source } from '../diagnostics/source.ts';
import { parseLatex } from '../latex/parse-latex.ts';
import { plainText } from '../latex/plain-text.ts';
import type { Assignment, Library, WrittenEntry } from '../library/entry.ts';
import { bibtexTypes, fieldAliases } from './drafts/dialect.ts';
import { type Layout, layoutOf } from './layout.ts';
import { mostFrequent } from './most-frequent.ts';

/** Whose field names and entry types a file uses. */
export type Dialect = 'biblatex' | 'bibtex';

/** The last part of a date. */
export type DatePrecision = 'year' | 'month' | 'day';

/** How most entries of a file are written. */
export interface FileStyle extends Layout {
	readonly dialect: Dialect;
	/** The file's names for fields, by their BibLaTeX names, where these differ. */
	readonly aliases: ReadonlyMap<string, string>;
	/** One `date` field, or `year`, `month` and `day`. */
	readonly dates: 'date' | 'year';
	readonly months: 'macro' | 'number' | 'name';
	/** The precision of most dates. */
	readonly precision: DatePrecision;
	/** Accented letters as `ü`, or as `{\"u}`. */
	readonly letters: 'unicode' | 'latex';
	/** arXiv as a value of `eprinttype`: 'arxiv' in BibLaTeX, 'arXiv' in BibTeX, whose styles print it. */
	readonly arxiv: string;
	/** True for 'Emmy Noether', false for 'Noether, Emmy'. */
	readonly givenFirst: boolean;
	/** The macros that entries use as values of journals, books, publishers and places, by the plain text of these values. */
	readonly macros: ReadonlyMap<string, string>;
	/** The share of entries of a type that have a field, 0 to 1; for rare types, the share of all entries. */
	share(field: string, type: string): number;
}

/** Only the last entries count, because they show the current style. */
const maxEntries = 300;

/**
 * The style of a file, detected from its entries, or else from the entries of the library's other files, or else the style
 * of BibLaTeX's manual and most editors.
 *
 * @param dialect the configured dialect; null to detect it
 */
export function styleOf(file: Source, { blocks, macros }: Library, dialect: Dialect | null): FileStyle {
	const libraryEntries = blocks.entries.map(({ entry }) => entry).filter(({ usable }) => usable);
	const fileEntries = libraryEntries.filter(({ source: { origin } }) => origin?.source === file);
	const entries = (fileEntries.length > 0 ? fileEntries : libraryEntries).slice(-maxEntries);
	const fields = entries.flatMap((entry) => entry.assignments);
	const names = new Map<string, number>();
	for (const { name } of fields) names.set(name, (names.get(name) ?? 0) + 1);
	const count = (name: string) => names.get(name) ?? 0;
	const fileDialect = dialect ?? detectDialect(entries, count);
	const isBibtex = fileDialect === 'bibtex';
	const aliases = fieldAliases.flatMap(([name, alias]): [string, string][] => {
		const [nameCount, aliasCount] = [count(name), count(alias)];
		return (dialect === null && nameCount !== aliasCount ? aliasCount > nameCount : isBibtex) ? [[name, alias]] : [];
	});
	const usesYears = dialect === null && count('date') !== count('year') ? count('year') > count('date') : isBibtex;
	return {
		...layoutOf(file, entries),
		dialect: fileDialect,
		aliases: new Map(aliases),
		dates: usesYears ? 'year' : 'date',
		months: mostFrequent(fields.filter(({ name }) => name === 'month').map(monthForm), 'macro'),
		precision: mostFrequent(entries.flatMap(datePrecision), 'year'),
		letters: lettersOf(file, fields),
		arxiv: mostFrequent(
			fields.flatMap(({ name, value }) =>
				/^(?:eprinttype|archiveprefix)$/.test(name) && /^arxiv$/i.test(value) ? [value] : [],
			),
			isBibtex ? 'arXiv' : 'arxiv',
		),
		givenFirst: mostFrequent(fields.filter(({ name }) => name === 'author').flatMap(nameForms), false),
		macros: macrosIn(fileEntries, macros, definedBefore(file, blocks)),
		share: sharesOf(entries),
	};
}

/** Detects the dialect by names that only one of them has. An empty library gets BibTeX, which both understand. */
function detectDialect(entries: readonly WrittenEntry[], count: (name: string) => number): Dialect {
	let biblatex = count('date') + fieldAliases.reduce((sum, [name]) => sum + count(name), 0);
	let bibtex = count('year') + fieldAliases.reduce((sum, [, alias]) => sum + count(alias), 0);
	for (const { type } of entries) {
		if (Object.hasOwn(bibtexTypes, type) || type === 'thesis') biblatex++;
		else if (/^(?:phdthesis|mastersthesis|techreport)$/.test(type)) bibtex++;
	}
	return biblatex > bibtex ? 'biblatex' : 'bibtex';
}

function monthForm({ pieces, value }: Assignment): FileStyle['months'] {
	if (pieces.length > 0) return 'macro';
	return /^\d+$/.test(value) ? 'number' : 'name';
}

function datePrecision({ fields }: WrittenEntry): DatePrecision[] {
	const date = fields.get('date')?.value;
	if (date !== undefined) return [/^\d{4}-\d\d-/.test(date) ? 'day' : /^\d{4}-/.test(date) ? 'month' : 'year'];
	return fields.has('year') ? [fields.has('day') ? 'day' : fields.has('month') ? 'month' : 'year'] : [];
}

/** Unicode, unless the file uses LaTeX accents or declares an older encoding. */
function lettersOf({ text }: Source, fields: readonly Assignment[]): FileStyle['letters'] {
	const values = fields.filter(({ name }) => name !== 'abstract').map(({ value }) => value);
	const unicode = values.filter((value) => /[\u00c0-\u024f]/.test(value)).length;
	const latex = values.filter((value) =>
		/\\["'`^~=.cvuHkr]\s*\{?\\?[A-Za-z]|\\(?:ss|o|O|l|L|ae|AE|aa|AA)\b/.test(value),
	).length;
	const declared = /^[ \t]*%.*?\b(?:encoding|coding)[:= ]\s*([\w.-]+)/im.exec(text.slice(0, 1024))?.[1] ?? 'utf-8';
	if (unicode === 0 && !/^(?:utf|x?-?unicode)/i.test(declared)) return 'latex';
	return latex > unicode ? 'latex' : 'unicode';
}

function nameForms({ value }: Assignment): boolean[] {
	return value
		.split(/\s+and\s+/i)
		.filter((name) => /^[^{}]*\s[^{}]*$/.test(name.replace(/\{\\[^{}]*\}/g, 'a')))
		.map((name) => !name.includes(','));
}

/** Fields whose values are often macros. */
export const macroFields =
	/^(?:journal|journaltitle|booktitle|series|publisher|organization|institution|school|address|location)$/;

/** Another file may be used without the definitions, so only the entries of the file itself count. */
function macrosIn(
	entries: readonly WrittenEntry[],
	macros: Library['macros'],
	defined: ReadonlySet<string>,
): Map<string, string> {
	const fields = entries.flatMap(({ assignments }) => assignments).filter(({ name }) => macroFields.test(name));
	return new Map(
		fields.flatMap(({ pieces }): [string, string][] => {
			const [piece] = pieces;
			if (pieces.length !== 1 || piece?.kind !== 'macro' || !defined.has(piece.text.toLowerCase())) return [];
			const macro = macros.get(piece.text.toLowerCase());
			return macro ? [[plainText(parseLatex(macro.value)), piece.text]] : [];
		}),
	);
}

/** The macros that any place among the entries of a file can use: BibTeX needs definitions before their uses. */
function definedBefore(file: Source, { entries, definitions }: Library['blocks']): Set<string> {
	const first = entries.find(({ entry }) => entry.source.origin?.source === file)?.order ?? 0;
	const later = new Set(definitions.filter(({ order }) => order > first).map(({ name }) => name));
	return new Set(definitions.map(({ name }) => name).filter((name) => !later.has(name)));
}

function sharesOf(entries: readonly WrittenEntry[]): FileStyle['share'] {
	const byType = new Map<string, WrittenEntry[]>();
	for (const entry of entries) byType.set(entry.type, [...(byType.get(entry.type) ?? []), entry]);
	return (field, type) => {
		const ofType = byType.get(type) ?? [];
		const counted = ofType.length >= 3 ? ofType : entries;
		return counted.filter(({ fields }) => fields.has(field)).length / Math.max(counted.length, 1);
	};
}
