import type { Source } from '../diagnostics/source.ts';
import type { Assignment, WrittenEntry } from '../library/entry.ts';
import { bibtexTypes, fieldAliases } from './drafts/dialect.ts';
import { type Layout, layoutOf } from './layout.ts';
import { mostFrequent } from './most-frequent.ts';

/** BibLaTeX's names and types, or BibTeX's. */
export type Dialect = 'biblatex' | 'bibtex';

/** How the entries of a file are written: what most of them do. */
export interface Style extends Layout {
	readonly dialect: Dialect;
	/** What a field is called, by BibLaTeX's name, where the file has another word for it. */
	readonly aliases: ReadonlyMap<string, string>;
	/** One `date`, or `year`, `month` and `day`. */
	readonly dates: 'date' | 'year';
	readonly months: 'macro' | 'number' | 'name';
	/** Letters as they are, or as `{\"u}`. */
	readonly letters: 'unicode' | 'latex';
	/** 'Emmy Noether', not 'Noether, Emmy'. */
	readonly givenFirst: boolean;
	/** How many of the entries of a type have a field: 0 to 1. Of types that stand there rarely, of all entries. */
	share(field: string, type: string): number;
}

/** So many entries, the last ones, tell how a file is written: they are how it is written now. */
const mostEntries = 300;

/**
 * How a file is written, told from its entries; where it has none, from `others`, the entries of the library's other
 * files; else as BibLaTeX's manual and most editors have it.
 *
 * @param dialect what the configuration says; null asks the entries
 */
export function styleOf(
	file: Source,
	own: readonly WrittenEntry[],
	others: readonly WrittenEntry[],
	dialect: Dialect | null,
): Style {
	const entries = (own.length > 0 ? own : others).slice(-mostEntries);
	const fields = entries.flatMap((entry) => entry.assignments);
	const names = new Map<string, number>();
	for (const { name } of fields) names.set(name, (names.get(name) ?? 0) + 1);
	const count = (name: string) => names.get(name) ?? 0;
	const spoken = dialect ?? dialectOf(entries, count);
	const bibtex = spoken === 'bibtex';
	const aliases = fieldAliases.flatMap(([name, alias]): [string, string][] => {
		const [one, other] = [count(name), count(alias)];
		return (dialect === null && one !== other ? other > one : bibtex) ? [[name, alias]] : [];
	});
	const years = dialect === null && count('date') !== count('year') ? count('year') > count('date') : bibtex;
	return {
		...layoutOf(file, entries),
		dialect: spoken,
		aliases: new Map(aliases),
		dates: years ? 'year' : 'date',
		months: mostFrequent(fields.filter(({ name }) => name === 'month').map(monthForm), 'macro'),
		letters: lettersOf(file, fields),
		givenFirst: mostFrequent(fields.filter(({ name }) => name === 'author').flatMap(nameForms), false),
		share: sharesOf(entries),
	};
}

/** By the words that only one of the two has. An empty library speaks what both understand. */
function dialectOf(entries: readonly WrittenEntry[], count: (name: string) => number): Dialect {
	let biblatex = count('date') + fieldAliases.reduce((sum, [name]) => sum + count(name), 0);
	let bibtex = count('year') + fieldAliases.reduce((sum, [, alias]) => sum + count(alias), 0);
	for (const { type } of entries) {
		if (type in bibtexTypes || type === 'thesis') biblatex++;
		else if (/^(?:phdthesis|mastersthesis|techreport)$/.test(type)) bibtex++;
	}
	return biblatex > bibtex ? 'biblatex' : 'bibtex';
}

function monthForm({ pieces, value }: Assignment): Style['months'] {
	if (pieces.length > 0) return 'macro';
	return /^\d+$/.test(value) ? 'number' : 'name';
}

/** UTF-8, unless the file has LaTeX's accents or names an older encoding. */
function lettersOf({ text }: Source, fields: readonly Assignment[]): Style['letters'] {
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

function sharesOf(entries: readonly WrittenEntry[]): Style['share'] {
	const byType = new Map<string, WrittenEntry[]>();
	for (const entry of entries) byType.set(entry.type, [...(byType.get(entry.type) ?? []), entry]);
	return (field, type) => {
		const alike = byType.get(type) ?? [];
		const asked = alike.length >= 3 ? alike : entries;
		return asked.filter(({ fields }) => fields.has(field)).length / Math.max(asked.length, 1);
	};
}
