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

function words(value: unknown): string {
	const text = typeof value === 'object' && value !== null ? (value as { '#text'?: unknown })['#text'] : value;
	return typeof text === 'string' || typeof text === 'number' ? String(text).replace(/\s+/g, ' ').trim() : '';
}
