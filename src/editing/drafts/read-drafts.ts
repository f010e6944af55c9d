import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import { draftsFromBibtex } from './bibtex-drafts.ts';
import { type CslInput, draftFromCsl } from './csl-drafts.ts';
import type { Draft } from './draft.ts';
import { enw } from './enw.ts';
import { nbib } from './nbib.ts';
import { ris } from './ris.ts';
import { recordsIn, type TaggedFormat } from './tagged.ts';

/**
 * The works that a text holds, in its order, whatever it is written in: BibTeX, RIS, PubMed's and EndNote's formats,
 * CSL-JSON. Null when it is none of these: then it may name works instead.
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
	const format = taggedFormats.find(([sign]) => sign.test(text))?.[1];
	return format ? recordsIn(text, format).map((record) => draftFromCsl(format.read(record), true)) : null;
}

function fromJson(source: Source, text: string, report: Report): Draft[] {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		const reason = error instanceof Error ? error.message.replace(/\.$/, '') : 'it ends too early';
		report(
			diagnostic('add/unreadable', `“${source.path}” is no JSON: ${reason}`, {
				hint: 'CSL-JSON is a list of items in [ ]',
			}),
		);
		return [];
	}
	return itemsIn(value).map((one) => draftFromCsl(one, true));
}

/** Items in a list, alone, under Zotero's `items`, or in Crossref's `message`. */
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
