import { draftFromCsl } from '../../editing/drafts/csl-drafts.ts';
import type { Draft } from '../../editing/drafts/draft.ts';
import { cslNames } from '../../editing/drafts/draft-names.ts';
import { arxivOfDoi, normalizeArxiv, withoutVersion } from '../../publications/identifiers/arxiv.ts';
import { findDoi, normalizeDoi } from '../../publications/identifiers/doi.ts';
import type { output } from '../../text/schema.ts';
import { parseXml } from '../../text/xml.ts';
import type { TextForm } from '../read-text.ts';
import { answerSchemas } from './answer-schemas.ts';

/** How an Atom feed of arXiv is read (arXiv API User's Manual, §4.2). The lists of authors have the same form. */
export const atomForm: TextForm<typeof answerSchemas.atom> = {
	language: 'XML',
	parse: (text) => parseXml(text, ['entry', 'author']),
	schema: answerSchemas.atom,
};

/** A feed that matches `answerSchemas.atom`. */
export type AtomAnswer = output<typeof answerSchemas.atom>;

type AtomEntry = NonNullable<Exclude<AtomAnswer['feed'], string>['entry']>[number];

/** What arXiv's record says about the publication of a preprint. */
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
export function referencesFromAtom(answer: AtomAnswer): ArxivReference[] {
	return entriesOf(answer).flatMap((entry) => referenceOf(entry) ?? []);
}

/** A preprint as arXiv describes it. */
export interface Preprint extends ArxivReference {
	readonly draft: Draft;
}

/** The preprints in a response of arXiv. For an unknown id, arXiv returns an entry titled Error, or none. */
export function preprintsFromAtom(answer: AtomAnswer): Preprint[] {
	return entriesOf(answer).flatMap((entry) => {
		const reference = referenceOf(entry);
		if (!reference || /^error$/i.test(words(entry.title))) return [];
		const names = (entry.author ?? []).map((author) => (typeof author === 'string' ? '' : words(author.name)));
		const draft = draftFromCsl(
			{
				type: 'article',
				title: words(entry.title),
				author: cslNames(names.flatMap((name) => name.split(separator)).filter((name) => name !== '')),
				issued: { raw: (entry.published ?? '').slice(0, 10) },
				abstract: words(entry.summary),
				eprint: reference.id,
				eprintclass: entry.primary_category?.term ?? '',
			},
			false,
		);
		const notes = reference.isWithdrawn ? ['Withdrawn according to arXiv: check whether to keep it'] : [];
		return [{ ...reference, draft: { ...draft, notes: [...draft.notes, ...notes] } }];
	});
}

/** Between names in one element: names are in the order of speech, but 'Jr.' and 'III' belong to the name before. */
const separator = /,\s+(?!(?:[JS]r\b|[IVX]+\b))/;

function entriesOf({ feed }: AtomAnswer): readonly AtomEntry[] {
	return typeof feed === 'string' ? [] : (feed.entry ?? []);
}

function referenceOf({ id, doi, journal_ref, comment, summary }: AtomEntry): ArxivReference | null {
	const arxiv = normalizeArxiv(words(id));
	if (!arxiv) return null;
	const journal = words(journal_ref);
	const published = normalizeDoi(words(doi)) ?? findDoi(journal);
	const isWithdrawn = withdrawn.test(words(comment)) || withdrawn.test(words(summary).slice(0, 200));
	// arXiv's own DOI is that of the preprint.
	return { id: withoutVersion(arxiv), doi: arxivOfDoi(published ?? '') ? null : published, journal, isWithdrawn };
}

/** 'This paper has been withdrawn by the author due to …' */
const withdrawn =
	/\b(?:this|the) (?:\w+ )?(?:paper|article|submission|manuscript|work|preprint|version|draft)\b.{0,40}\bwithdrawn\b|^withdrawn\b/i;

function words(value: unknown): string {
	const text = typeof value === 'object' && value !== null ? (value as { '#text'?: unknown })['#text'] : value;
	return typeof text === 'string' || typeof text === 'number' ? String(text).replace(/\s+/g, ' ').trim() : '';
}
