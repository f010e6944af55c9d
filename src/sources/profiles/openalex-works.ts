import { type CslInput, draftFromCsl } from '../../editing/drafts/csl-drafts.ts';
import { registryTypes } from '../../editing/drafts/csl-type-table.ts';
import { cslNames } from '../../editing/drafts/draft-names.ts';
import { findArxiv, withoutVersion } from '../../publications/identifiers/arxiv.ts';
import { orcidIn } from '../../publications/names/name-annotations.ts';
import { array, boolean, looseObject, nullish, type output } from '../../text/schema.ts';
import { valueIn } from '../../text/value-in.ts';
import { line, value } from '../answer-values.ts';
import { orcidWorks } from './orcid-works.ts';
import { withDefaults, withParameter } from './page-address.ts';
import type { ProfileSource, ProfileWork } from './profile-source.ts';

const location = nullish(
	looseObject({
		landing_page_url: line,
		pdf_url: line,
		version: line,
		raw_source_name: line,
		raw_type: line,
		source: nullish(looseObject({ display_name: line, type: line, host_organization_name: line })),
	}),
);

/** The properties that are asked for; others, such as the abstract, make an answer ten times as large. */
const selected = {
	id: line,
	title: line,
	display_name: line,
	type: line,
	publication_date: line,
	publication_year: value,
	language: line,
	ids: nullish(looseObject({ doi: line, pmid: value, pmcid: value })),
	doi: line,
	biblio: nullish(looseObject({ volume: value, issue: value, first_page: value, last_page: value })),
	authorships: nullish(
		array(looseObject({ raw_author_name: line, author: nullish(looseObject({ display_name: line, orcid: line })) })),
	),
	primary_location: location,
	locations: nullish(array(location)),
	is_retracted: nullish(boolean()),
	is_paratext: nullish(boolean()),
};

/** Old answers have the type at Crossref, and answers with a cut list of authors say so. */
const work = looseObject({ ...selected, type_crossref: line, is_authors_truncated: nullish(boolean()) });

const works = looseObject({
	meta: nullish(looseObject({ next_cursor: line })),
	results: array(work),
});

type Work = output<typeof work>;
type Location = NonNullable<Work['primary_location']>;

/** OpenAlex's list of works, by its id of an author or by an ORCID iD. */
export const openAlexWorks: ProfileSource = {
	name: 'openalex',
	address: 'openalex',
	label: 'OpenAlex',
	attribution: 'computed',
	accept: 'application/json',
	example: 'A5023888391',
	idIn: (value) => idPattern.exec(value.trim())?.[1]?.toUpperCase() ?? orcidWorks.idIn(value),
	firstPage(id, addressOf) {
		const address = addressOf(id);
		return withDefaults(orcidIn(id).orcid ? address.replace('author.id:', 'author.orcid:') : address, {
			per_page: '100',
			select: Object.keys(selected).join(','),
			cursor: '*',
		});
	},
	language: 'JSON',
	parse: JSON.parse,
	schema: works,
	readPage: ({ meta, results }: output<typeof works>, address) => ({
		works: results.flatMap((work) => workOf(work) ?? []),
		next: meta?.next_cursor && results.length > 0 ? withParameter(address, 'cursor', meta.next_cursor) : null,
	}),
};

const idPattern =
	/^(?:(?:https?:\/\/)?(?:www\.|api\.)?openalex\.org\/(?:authors\/|people\/)?)?(A\d{4,12})(?:[/?#].*)?$/i;

function workOf(work: Work): ProfileWork | null {
	const title = work.title ?? work.display_name;
	if (!title || work.is_paratext || otherItems.has(work.type ?? '')) return null;
	const item = itemOf(work, title);
	const draft = draftFromCsl(item, false);
	const retracted = work.is_retracted ? ['Retracted according to OpenAlex: check whether to keep it'] : [];
	return {
		source: 'openalex',
		id: /W\d+/.exec(work.id ?? '')?.[0] ?? work.id ?? '',
		url: work.id ?? null,
		draft: { ...draft, notes: [...draft.notes, ...retracted] },
		orcids: (work.authorships ?? []).flatMap(({ author }) => orcidIn(author?.orcid ?? '').orcid ?? []),
		publishedAs: [],
	};
}

function itemOf(work: Work, title: string): CslInput {
	const { biblio, ids, primary_location: primary } = work;
	const type = typeOf(work);
	const place = placeOf(primary ?? {});
	const hasIssuer = /^(?:thesis|report|dataset|software|standard|article|document)$/.test(type);
	const doi = work.doi ?? ids?.doi;
	const arxiv = [primary, ...(work.locations ?? [])]
		.flatMap((location) => [location?.landing_page_url, location?.pdf_url])
		.map((address) => findArxiv(address ?? ''))
		.find((id) => id !== null);
	const authors = work.authorships ?? [];
	return {
		type,
		title,
		author: [
			...cslNames(authors.map(({ raw_author_name: name, author }) => name || (author?.display_name ?? ''))),
			...(work.is_authors_truncated || authors.length >= mostAuthors ? [{ literal: 'others' }] : []),
		],
		...(hasIssuer
			? { publisher: arxiv && type === 'article' ? '' : place }
			: { 'container-title': place, publisher: primary?.source?.host_organization_name }),
		issued: { raw: dateOf(work) },
		volume: biblio?.volume,
		issue: biblio?.issue,
		page: [biblio?.first_page, biblio?.last_page].filter((page) => page).join('-'),
		DOI: doi,
		eprint: withoutVersion(arxiv ?? ''),
		PMID: digitsIn(ids?.pmid),
		PMCID: digitsIn(ids?.pmcid),
		URL: doi ? '' : primary?.landing_page_url,
		language: work.language,
	};
}

/** Lists of works have at most so many authors of each (OpenAlex, 'Works with more than 100 authors are truncated'). */
const mostAuthors = 100;

/** Types of items that are no publications. */
const otherItems: ReadonlySet<string> = new Set(['paratext', 'peer-review', 'supplementary-materials', 'grant']);

/** The types of CSL for OpenAlex's own types. Its reviews, letters and editorials are articles. */
const cslTypes: Readonly<Record<string, string>> = {
	article: 'article-journal',
	review: 'article-journal',
	letter: 'article-journal',
	editorial: 'article-journal',
	erratum: 'article-journal',
	retraction: 'article-journal',
	preprint: 'article',
	book: 'book',
	'book-chapter': 'chapter',
	'reference-entry': 'entry-encyclopedia',
	dissertation: 'thesis',
	report: 'report',
	standard: 'standard',
	dataset: 'dataset',
	software: 'software',
	libguides: 'webpage',
};

/** The type at Crossref goes before OpenAlex's, which has no papers of conferences. */
function typeOf({ type, type_crossref: crossref, primary_location: primary }: Work): string {
	if (type === 'preprint') return 'article';
	const registered = valueIn(registryTypes, crossref ?? primary?.raw_type ?? '') ?? 'document';
	if (registered !== 'document') return registered;
	const kind = primary?.source?.type;
	if (type === 'article' && kind === 'conference') return 'paper-conference';
	if (type === 'article' && kind === 'repository' && primary?.version !== 'publishedVersion') return 'article';
	return valueIn(cslTypes, type ?? '') ?? 'document';
}

/** The journal, book or server: as the publisher writes it, or else by OpenAlex's name without the operator in brackets. */
function placeOf({ raw_source_name: raw, source }: Partial<Location>): string {
	return raw || (source?.display_name ?? '').replace(/\s\([^()]*\)$/, '');
}

/** Unknown months and days are the first ones. */
function dateOf({ publication_date: date, publication_year: year }: Work): string {
	return date?.replace(/-01-01$|(?<=-\d\d)-01$/, '') || `${year ?? ''}`;
}

function digitsIn(id: string | number | null | undefined): string {
	return /\d+(?=\/?$)/.exec(`${id ?? ''}`)?.[0] ?? '';
}
