import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import { parseLatex } from '../../latex/parse-latex.ts';
import { toLatex } from '../../latex/write-latex.ts';
import type { Library, Piece, WrittenEntry } from '../../library/entry.ts';
import { readLibrary } from '../../library/read-library.ts';
import { parseDate } from '../../publications/dates/entry-dates.ts';
import { monthNumber } from '../../publications/dates/months.ts';
import { normalizeDoi } from '../../publications/identifiers/doi.ts';
import { decodeAddress } from '../../publications/identifiers/url-safety.ts';
import { isPreprintDoi } from '../../publications/preprints.ts';
import { repairedText } from '../../text/mojibake-repair.ts';
import { valueIn } from '../../text/value-in.ts';
import { publisherNames } from './csl-type-table.ts';
import { canonicalName } from './dialect.ts';
import { type Draft, draft } from './draft.ts';
import { namesFromLatex } from './draft-names.ts';
import { withNoticeOutOfTitle } from './draft-notices.ts';
import { pagesValue } from './draft-pages.ts';
import { titleFromLatex } from './draft-titles.ts';

/** The cleaned entries of a BibTeX or BibLaTeX text as drafts, in order. Reports syntax errors. */
export function draftsFromBibtex(source: Source, report: Report): Draft[] {
	const library = readLibrary([source], report);
	return library.blocks.entries.flatMap(({ entry }) => (entry.usable ? [draftOf(entry, library)] : []));
}

function draftOf(entry: WrittenEntry, library: Library): Draft {
	const values = new Map<string, string>();
	const expressions = new Map<string, string>();
	const resolved = entry.key === null ? undefined : library.byKey.get(entry.key);
	for (const { name, value, pieces } of entry.assignments) {
		const field = canonicalName(name, entry.fields);
		const expanded = resolved?.source === entry.source ? resolved.fields.get(name) : undefined;
		values.set(field, pieces.length > 0 && expanded ? expanded.value : value);
		expressions.delete(field);
		if (pieces.some(({ kind, text }) => kind === 'macro' && isUndefinedMacro(text, library)))
			expressions.set(field, pieces.map(pieceText).join(' # '));
	}
	const notes: string[] = [];
	const fields = new Map<string, string>();
	for (const [name, value] of withDate(values)) {
		const cleaned = expressions.has(name) ? value : (valueIn(cleaners, name) ?? tidy)(value, notes);
		if (cleaned.trim() !== '') fields.set(name, cleaned);
	}
	const doi = fields.get('doi')?.toLowerCase();
	const url = fields.get('url');
	if (doi && url && /\bdoi\.org\//i.test(url) && normalizeDoi(url)?.toLowerCase() === doi) fields.delete('url');
	if (!fields.has('title') && !parentFields.some((name) => fields.has(name)))
		notes.push(doi ? `Title missing: bibfolio add ${doi} may find the record` : 'Title missing');
	return draft(typeOf(entry.type, fields), withNoticeOutOfTitle(fields), { key: entry.key, expressions, notes });
}

/** Fields that name an entry from which an entry inherits its own. */
const parentFields = ['crossref', 'xref', 'xdata'];

/** Crossref's BibTeX has preprints as articles without a journal. */
function typeOf(type: string, fields: ReadonlyMap<string, string>): string {
	const isPosted = fields.has('publisher') && isPreprintDoi(fields.get('doi') ?? '');
	return type === 'article' && isPosted && !fields.has('journaltitle') && !fields.has('journal') ? 'online' : type;
}

/** A macro that the text does not define must come from the target library; month macros are predefined. */
function isUndefinedMacro(name: string, library: Library): boolean {
	return !library.macros.has(name.toLowerCase()) && monthNumber(name) === null;
}

function pieceText({ kind, text }: Piece): string {
	return kind === 'macro' || /^\d+$/.test(text) ? text : `{${text}}`;
}

/** Merges BibTeX's year, month and day into a date, if no information is lost. */
function withDate(values: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
	const year = values.get('year')?.trim() ?? '';
	if (values.has('date') || !/^\{?\d{4}\}?$/.test(year)) return values;
	const monthText = values.get('month')?.trim() ?? '';
	const month = /^\{?0?(\d{1,2})\}?\.?$/.exec(monthText)?.[1] ?? monthNumber(monthText.replace(/[{}]/g, ''));
	// A month with a day, or two months: keep month and year.
	if (monthText !== '' && (month === null || Number(month) < 1 || Number(month) > 12)) return values;
	const day = /^\{?0?(\d{1,2})\}?$/.exec(values.get('day')?.trim() ?? '')?.[1];
	if (values.has('day') && (day === undefined || month === null)) return values;
	const two = (number: string | number) => String(Number(number)).padStart(2, '0');
	const date = [year.replace(/[{}]/g, ''), ...(month === null ? [] : [two(month)]), ...(day ? [two(day)] : [])].join(
		'-',
	);
	if (parseDate(date).form !== 'point') return values;
	return new Map(
		[...values].flatMap(([name, value]): [string, string][] => {
			if (name === 'year') return [['date', date]];
			return name === 'month' || name === 'day' ? [] : [[name, value]];
		}),
	);
}

type Cleaner = (value: string, notes: string[]) => string;

const tidy: Cleaner = (value) => repairedText(value);

/** Text: HTML entities and tags become LaTeX. */
const prose: Cleaner = (value) => {
	const repaired = repairedText(value);
	return /<\/?[a-z][a-z:]*[ >/]|&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(repaired)
		? toLatex(parseLatex(repaired))
		: repaired;
};

const title: Cleaner = (value, notes) => {
	const { latex, note } = titleFromLatex(repairedText(value));
	if (note) notes.push(note);
	return latex;
};

/** A range of issues. */
const dashes: Cleaner = (value) => value.replace(/(?<=[\w.])\s*[‒–−]\s*(?=\w)/g, '--');

const names: Cleaner = (value) => namesFromLatex(prose(value, []));

/** Cleaners by field; other fields get `tidy`. */
const cleaners: Readonly<Record<string, Cleaner>> = {
	title,
	author: names,
	editor: names,
	translator: names,
	journaltitle: prose,
	booktitle: prose,
	publisher: (value) => valueIn(publisherNames, value) ?? prose(value, []),
	series: prose,
	abstract: prose,
	doi: (value) => normalizeDoi(value) ?? value,
	url: (value) => (value.includes('\\href') ? value : decodeAddress(value).replace(/[{}]/g, encodeURIComponent)),
	number: dashes,
	issue: dashes,
	volume: dashes,
	pages: (value) => pagesValue(value.replace(/\\text(?:en|em)dash(?:\{\})?/g, '--')),
};
