import { draftFromCsl } from '../../editing/drafts/csl-drafts.ts';
import type { Draft } from '../../editing/drafts/draft.ts';
import { cslNames } from '../../editing/drafts/draft-names.ts';
import { normalizeArxiv } from '../../publications/identifiers/arxiv.ts';
import { normalizeDoi } from '../../publications/identifiers/doi.ts';

/** An entry of arXiv's Atom feed (arXiv API User's Manual, §4.2). */
interface AtomEntry {
	readonly id?: string;
	readonly title?: unknown;
	readonly published?: string;
	readonly summary?: unknown;
	readonly author?: readonly { readonly name?: unknown }[];
	readonly primary_category?: { readonly term?: string };
	readonly doi?: unknown;
	readonly journal_ref?: unknown;
	readonly comment?: unknown;
}

/** A feed that matches `answerSchemas.atom`. */
export interface AtomAnswer {
	readonly feed: { readonly entry?: readonly AtomEntry[] };
}

/** The preprints in a response of arXiv. For an unknown id, arXiv returns an entry titled Error, or none. */
export function draftsFromAtom({ feed }: AtomAnswer): Draft[] {
	return (feed.entry ?? []).flatMap((entry) => {
		const id = normalizeArxiv(words(entry.id));
		if (!id || /^error$/i.test(words(entry.title))) return [];
		const { notes, ...draft } = draftFromCsl(
			{
				type: 'article',
				title: words(entry.title),
				author: cslNames((entry.author ?? []).map(({ name }) => words(name))),
				issued: { raw: (entry.published ?? '').slice(0, 10) },
				abstract: words(entry.summary),
				publisher: 'arXiv',
				eprint: id.replace(/v\d+$/, ''),
				eprintclass: entry.primary_category?.term ?? '',
			},
			false,
		);
		const doi = normalizeDoi(words(entry.doi));
		const published = doi ? [`Published version available: add it with bibfolio add ${doi}`] : [];
		// `eprinttype` already names the server.
		const fields = new Map([...draft.fields].filter(([name]) => name !== 'publisher'));
		return [{ ...draft, fields, notes: [...notes, ...published] }];
	});
}

/** What authors told arXiv about the publication of their preprint. */
export interface ArxivReference {
	/** Without its version. */
	readonly id: string;
	/** The DOI of the published version; null if unknown. */
	readonly doi: string | null;
	/** The journal, volume and pages as the authors wrote them; '' if unknown. */
	readonly journal: string;
	/** True if the authors or arXiv withdrew the preprint. */
	readonly isWithdrawn: boolean;
}

/** The publications of the preprints in a response of arXiv. */
export function referencesFromAtom({ feed }: AtomAnswer): ArxivReference[] {
	return (feed.entry ?? []).flatMap(({ id, doi, journal_ref: journal, comment, summary }) => {
		const arxiv = normalizeArxiv(words(id))?.replace(/v\d+$/, '');
		const isWithdrawn = withdrawn.test(words(comment)) || withdrawn.test(words(summary).slice(0, 200));
		return arxiv ? [{ id: arxiv, doi: normalizeDoi(words(doi)), journal: words(journal), isWithdrawn }] : [];
	});
}

/** 'This paper has been withdrawn by the author due to …' */
const withdrawn =
	/\b(?:this|the) (?:\w+ )?(?:paper|article|submission|manuscript|work|preprint|version|draft)\b.{0,40}\bwithdrawn\b|^withdrawn\b/i;

function words(value: unknown): string {
	const text = typeof value === 'object' && value !== null ? (value as { '#text'?: unknown })['#text'] : value;
	return typeof text === 'string' || typeof text === 'number' ? String(text).replace(/\s+/g, ' ').trim() : '';
}
