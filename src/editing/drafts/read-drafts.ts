import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import { draftsFromBibtex } from './bibtex-drafts.ts';
import { type CslInput, draftFromCsl } from './csl-drafts.ts';
import type { Draft } from './draft.ts';
import { enw } from './enw.ts';
import { nbib } from './nbib.ts';
import { ris } from './ris.ts';
import { recordsIn, type TaggedFormat } from './tagged-records.ts';

/**
 * The entries of a text in BibTeX, RIS, CSL-JSON, or the formats of PubMed and EndNote, in order. Null for any other text,
 * which may contain identifiers instead. Reports `add/unreadable` for invalid JSON.
 */
export function readDrafts(source: Source, report: Report): Draft[] | null {
	const text = source.text.replace(/^\ufeff/, '').trimStart();
	return text.startsWith('[') || text.startsWith('{')
		? fromJson(source, text, report)
		: (fromTagged(text) ?? (/@\s*[a-z]+\s*[{(]/i.test(text) ? draftsFromBibtex(source, report) : null));
}

const taggedFormats: readonly (readonly [RegExp, TaggedFormat])[] = [
	[/^TY {1,2}- /m, ris],
	[/^PMID *- /m, nbib],
	[/^%0 /m, enw],
];

function fromTagged(text: string): Draft[] | null {
	const format = taggedFormats.find(([pattern]) => pattern.test(text))?.[1];
	return format ? recordsIn(text, format).map((record) => draftFromCsl(format.read(record), true)) : null;
}

function fromJson(source: Source, text: string, report: Report): Draft[] {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		const reason = error instanceof Error ? error.message.replace(/\.$/, '') : 'unexpected end';
		report(
			diagnostic('add/unreadable', `Invalid JSON in ${source.path}: ${reason}`, {
				hint: 'Use CSL-JSON, a list of items in [ ]',
			}),
		);
		return [];
	}
	return itemsIn(value).map((item) => draftFromCsl(item, true));
}

/** The items of a list, a single item, or those in Zotero's `items` or Crossref's `message`. */
function itemsIn(value: unknown): CslInput[] {
	if (Array.isArray(value)) return value.flatMap(itemsIn);
	if (typeof value !== 'object' || value === null) return [];
	const { items, message, type, title } = value as CslInput;
	if (type === undefined && title === undefined) {
		if (Array.isArray(items)) return itemsIn(items);
		if (typeof message === 'object') return itemsIn(message);
	}
	return type === undefined && title === undefined ? [] : [value as CslInput];
}
