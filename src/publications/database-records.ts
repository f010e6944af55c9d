import { plainLatex } from '../latex/plain-text.ts';
import type { Entry, Field } from '../library/entry.ts';
import { fieldsOf, wordsIn, wordsOf } from './entry-fields.ts';
import { rangesIn } from './page-ranges.ts';

/** An entry exported from Scopus, Web of Science or MathSciNet, with the fields that they use differently from BibTeX corrected. */
export function correctedRecord(entry: Entry): Entry {
	return corrections.reduce(
		(corrected, { marker, correct }) => (corrected.fields.has(marker) ? correct(corrected) : corrected),
		entry,
	);
}

/** The field by which a record is recognized, and its correction. */
const corrections: readonly { readonly marker: string; readonly correct: (entry: Entry) => Entry }[] = [
	{ marker: 'source', correct: ofDocumentType },
	{ marker: 'art_number', correct: withoutDocumentNumber },
	{ marker: 'unique-id', correct: withoutSponsors },
	{ marker: 'fjournal', correct: withoutJournalSubtitle },
];

/** Scopus writes papers and chapters in a series as @article or @book. Their kind is in `document_type` or `type`. */
function ofDocumentType(entry: Entry): Entry {
	const [source] = fieldsOf(entry, ['source']);
	const journal = entry.fields.get('journal');
	if (!source || !/^scopus$/i.test(wordsIn(source)) || !journal || entry.fields.has('booktitle')) return entry;
	const kind = fieldsOf(entry, ['document_type', 'type']).map((field) =>
		typesOfDocuments.get(wordsIn(field).toLowerCase()),
	);
	const type = /^(?:article|book|conference)$/.test(entry.type) ? kind.find(Boolean) : undefined;
	if (type === undefined) return entry;
	const fields = new Map(entry.fields);
	fields.delete('journal');
	fields.set('booktitle', { ...journal, name: 'booktitle' });
	return { ...entry, type, fields };
}

const typesOfDocuments: ReadonlyMap<string, string> = new Map([
	['book chapter', 'incollection'],
	['conference paper', 'inproceedings'],
]);

/** Scopus writes the number of IEEE's document to `art_number`, also if the paper has pages. */
function withoutDocumentNumber(entry: Entry): Entry {
	const isRange = rangesIn(wordsOf(entry, 'pages')).some((range) => /\d\s*[-–—]+\s*\w*\d/.test(range));
	return isRange ? withoutField(entry, 'art_number') : entry;
}

/** Web of Science writes the sponsors of a conference to `organization`, separated by semicolons. */
function withoutSponsors(entry: Entry): Entry {
	return wordsOf(entry, 'organization').includes(';') ? withoutField(entry, 'organization') : entry;
}

function withoutField(entry: Entry, name: string): Entry {
	const fields = new Map(entry.fields);
	fields.delete(name);
	return { ...entry, fields };
}

/**
 * MathSciNet adds a subtitle to the journal's full name: 'Bernoulli. Official Journal of the Bernoulli Society'. The
 * abbreviated name has only the parts of the title: 'J. Phys. A'.
 */
function withoutJournalSubtitle(entry: Entry): Entry {
	const [full] = fieldsOf(entry, ['fjournal']);
	const [short] = fieldsOf(entry, ['journal']);
	if (!full || !short) return entry;
	const abbreviations = wordsIn(short)
		.toLowerCase()
		.split(/[^\p{L}]+/u)
		.filter(Boolean);
	const parts = full.value.split(/\.\s+/);
	const end = parts.findIndex((part, index) => index > 0 && !isAbbreviated(part, abbreviations));
	if (end < 0) return entry;
	const value: Field = { ...full, value: parts.slice(0, end).join('. ') };
	return { ...entry, fields: new Map(entry.fields).set('fjournal', value) };
}

/** Whether the abbreviated name contains the first word of a part. Numbers of series are abbreviated as '(2)'. */
function isAbbreviated(part: string, abbreviations: readonly string[]): boolean {
	const words = plainLatex(part).toLowerCase();
	const first = /\p{L}+/u.exec(words.replace(/^(?:the|an|l[ae]s?|de[srmn]?|d[iu]e?|das|il) |^[ld]['’]/, ''))?.[0] ?? '';
	const isNamed = (short: string) => (short.length === 1 ? first === short : first.startsWith(short));
	return /\bs[eé]ri(?:e|es|en)?\b/u.test(words) || abbreviations.some(isNamed);
}
