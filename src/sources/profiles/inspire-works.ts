import { draftFromCsl } from '../../editing/drafts/csl-drafts.ts';
import type { Draft } from '../../editing/drafts/draft.ts';
import { cslNames } from '../../editing/drafts/draft-names.ts';
import { latexFromText } from '../../editing/drafts/draft-values.ts';
import { isValidOrcid } from '../../publications/identifiers/checksums.ts';
import { valueIn } from '../../text/value-in.ts';
import {
	type Author,
	type InspireAnswer,
	inspireAnswer,
	type Metadata,
	type PublicationInfo,
} from './inspire-answer.ts';
import { withDefaults, withParameter } from './page-address.ts';
import type { ProfileSource, ProfileWork } from './profile-source.ts';

/**
 * The works of a large collaboration have thousands of authors, which would be many megabytes for each page: of works with
 * more than 50 authors, only the first one is asked for, as in INSPIRE's own BibTeX.
 */
const fewAuthors = ' and ac 1->50';
const manyAuthors = ' and ac 51+';
/** What an answer has of each work: without this choice it would be many megabytes. */
const fields = [
	...['control_number', 'deleted', 'document_type', 'titles', 'corporate_author', 'collaborations', 'dois'],
	...['arxiv_eprints', 'publication_info', 'imprints', 'thesis_info', 'book_series', 'editions', 'isbns', 'texkeys'],
	...['report_numbers', 'number_of_pages', 'preprint_date', 'earliest_date', 'languages', 'urls'],
];
const allAuthors = ['authors.full_name', 'authors.ids', 'authors.inspire_roles'];
const firstAuthor = ['first_author', 'author_count'];
const pageSize = 100;
/** INSPIRE has no page after this number of works. */
const maxWorks = 10_000;

/** inspirehep.net: a search for the works of an author, in pages. */
export const inspireWorks: ProfileSource = {
	name: 'inspire',
	address: 'inspire',
	label: 'INSPIRE',
	attribution: 'curated',
	accept: 'application/json',
	example: 'E.Witten.1',
	idIn: (written) => {
		const trimmed = written.trim();
		const path =
			/^(?:https?:\/\/)?(?:www\.)?(?:old\.)?inspirehep\.net\/(?:api\/)?authors?\/(?:profile\/)?([^/?#]+)/i.exec(
				trimmed,
			);
		const id = path?.[1] === undefined ? trimmed : decoded(path[1]);
		// The number of the author's record, or the name with a number: 'E.Witten.1'.
		return /^\d{5,9}$|^\p{L}[\p{L}\p{M}'’-]*(?:\.[\p{L}\p{M}'’-]+)*\.\d{1,4}$/u.test(id) ? id : null;
	},
	firstPage: (id, addressOf) =>
		withDefaults(addressOf((/^\d+$/.test(id) ? `authors.record.$ref:${id}` : `a ${id}`) + fewAuthors), {
			sort: 'mostrecent',
			size: String(pageSize),
			page: '1',
			fields: [...fields, ...allAuthors].join(','),
		}),
	language: 'JSON',
	parse: JSON.parse,
	schema: inspireAnswer,
	readPage: ({ hits, links }: InspireAnswer, address) => ({
		works: hits.hits.flatMap(({ id, metadata }) => {
			const number = metadata.control_number ?? id;
			return metadata.deleted || !number ? [] : [workOf(metadata, String(number))];
		}),
		next: nextPage(address, hits.hits.length > 0 && Boolean(links?.next)),
	}),
};

type Text = string | null | undefined;

/** The next page of the same search, or after the last one the first page of works with many authors. */
function nextPage(address: string, hasNext: boolean): string | null {
	const { searchParams } = new URL(address);
	const page = Number(searchParams.get('page') ?? 1);
	if (hasNext && page * Number(searchParams.get('size') ?? pageSize) < maxWorks)
		return withParameter(address, 'page', String(page + 1));
	const query = searchParams.get('q') ?? '';
	if (!query.endsWith(fewAuthors)) return null;
	const larger = withParameter(address, 'q', query.slice(0, -fewAuthors.length) + manyAuthors);
	return withParameter(withParameter(larger, 'page', '1'), 'fields', [...fields, ...firstAuthor].join(','));
}

function workOf(metadata: Metadata, id: string): ProfileWork {
	const people = metadata.authors ?? (metadata.first_author ? [metadata.first_author] : []);
	const ids = people.flatMap(({ ids }) => ids ?? []);
	return {
		source: 'inspire',
		id,
		url: `https://inspirehep.net/literature/${encodeURIComponent(id)}`,
		draft: draftOf(metadata, people),
		orcids: ids.flatMap(({ schema, value }) => (schema === 'ORCID' && value && isValidOrcid(value) ? [value] : [])),
		publishedAs: [],
	};
}

/** The CSL types of INSPIRE's types of documents; of several types of one work, the first one here. */
const documentTypes: readonly (readonly [name: string, csl: string])[] = [
	['thesis', 'thesis'],
	['proceedings', 'collection'],
	['book', 'book'],
	['book chapter', 'chapter'],
	['conference paper', 'paper-conference'],
	['article', 'article'],
	['report', 'report'],
	['activity report', 'report'],
	['note', 'report'],
];

const genres: Readonly<Record<string, string>> = {
	phd: 'PhD thesis',
	master: "Master's thesis",
	bachelor: "Bachelor's thesis",
	diploma: 'Diploma thesis',
	laurea: 'Laurea thesis',
	habilitation: 'Habilitation thesis',
};

function draftOf(metadata: Metadata, people: readonly Author[]): Draft {
	const { thesis_info: thesis, imprints, book_series: series } = metadata;
	const publication = publicationOf(metadata);
	const kind = documentTypes.find(([name]) => metadata.document_type?.includes(name))?.[1] ?? 'article';
	const doi = doiOf(metadata);
	const eprint = metadata.arxiv_eprints?.[0];
	const isArticle = kind === 'article' || kind === 'paper-conference';
	const isVolume = !isArticle && kind !== 'chapter';
	const type = !isArticle
		? kind
		: publication?.journal_title || (kind === 'article' && doi && !eprint)
			? 'article-journal'
			: kind === 'article' && !eprint
				? 'document'
				: kind;
	const genre = valueIn(genres, thesis?.degree_type?.toLowerCase() ?? '');
	const author = namesOf(
		people.filter(({ inspire_roles: roles }) => !roles?.some((role) => role && role !== 'author')),
	);
	const editor = namesOf(people.filter(({ inspire_roles: roles }) => roles?.includes('editor')));
	const title = titleOf(metadata);
	const institutions = thesis?.institutions ?? [];
	const draft = draftFromCsl(
		{
			type: type === 'book' && author.length === 0 && editor.length > 0 ? 'collection' : type,
			genre: genre ?? '',
			language: metadata.languages?.[0] ?? '',
			title: title?.title ?? '',
			subtitle: title?.subtitle ?? '',
			author: author.length > 0 ? withOthers(author, metadata) : literals(metadata.corporate_author),
			editor,
			issued: { raw: dateOf(metadata, publication) },
			'container-title': spaced(publication?.journal_title),
			volume: publication?.journal_volume ?? series?.[0]?.volume ?? '',
			issue: publication?.journal_issue ?? '',
			...pagesOf(publication),
			'collection-title': isVolume ? (series?.[0]?.title ?? '') : '',
			edition: metadata.editions?.[0] ?? '',
			publisher:
				kind === 'thesis'
					? ((institutions.find(({ record }) => record) ?? institutions[0])?.name ?? '')
					: isVolume || kind === 'chapter'
						? (imprints?.[0]?.publisher ?? '')
						: '',
			'publisher-place': isVolume ? (imprints?.[0]?.place ?? '') : '',
			number: kind === 'report' ? (metadata.report_numbers?.[0]?.value ?? '') : '',
			'number-of-pages': isVolume ? (metadata.number_of_pages ?? '') : '',
			ISBN: (metadata.isbns ?? []).map(({ value }) => value),
			DOI: doi,
			eprint: eprint?.value ?? '',
			eprintclass: eprint?.categories?.[0] ?? '',
			URL: doi || eprint ? '' : (metadata.urls?.[0]?.value ?? ''),
		},
		false,
	);
	const collaborations = (metadata.collaborations ?? []).flatMap(({ value }) => value ?? []);
	const fields = new Map<string, string>();
	for (const [name, written] of draft.fields) {
		// The rule for CSL takes a thesis without a genre for a doctoral one.
		if (kind === 'thesis' && name === 'type' && genre === undefined) continue;
		if (name === 'title' && collaborations.length > 0)
			fields.set('collaboration', latexFromText(collaborations.join(', ')));
		fields.set(name, written);
	}
	return {
		...draft,
		...(kind === 'collection' && { type: 'proceedings' }),
		key: metadata.texkeys?.[0] ?? null,
		fields,
	};
}

/** The main publication. Errata, reprints and translations are other works; hidden data are wrong or doubtful. */
function publicationOf({ publication_info: all }: Metadata): PublicationInfo | undefined {
	const main = (all ?? []).filter(({ material, hidden }) => !hidden && isMain(material));
	return main.find(({ journal_title: title }) => title) ?? main[0];
}

/** The DOI of the publication, which may occur again in other letters; that of a preprint only if there is no other. */
function doiOf({ dois }: Metadata): string {
	const all = dois ?? [];
	const found = all.find(({ material }) => isMain(material)) ?? all.find(({ material }) => material === 'preprint');
	return found?.value ?? '';
}

function isMain(material: Text): boolean {
	return !material || material === 'publication';
}

/**
 * The first title; later ones are of other sources, or of errata. Of titles in the same words, the one whose capitals say
 * most: 'PbPb' goes before 'Pbpb'.
 */
function titleOf({ titles }: Metadata) {
	const [first, ...others] = titles ?? [];
	const letters = first?.title?.toLowerCase();
	return others.reduce(
		(best, title) =>
			title.title?.toLowerCase() === letters && innerCapitals(title.title) > innerCapitals(best?.title) ? title : best,
		first,
	);
}

function innerCapitals(title: Text): number {
	return title?.match(/(?<=\p{L})\p{Lu}/gu)?.length ?? 0;
}

/** The date of the publication, as exact as its year allows; otherwise that of the thesis or preprint. */
function dateOf(metadata: Metadata, publication: PublicationInfo | undefined): string {
	const { thesis_info: thesis, imprints, preprint_date: preprint, earliest_date: earliest } = metadata;
	const [printed = ''] = (imprints ?? []).flatMap(({ date }) => date ?? []);
	const year = publication?.year ? String(publication.year) : '';
	if (year !== '') return printed.startsWith(year) ? printed : year;
	return thesis?.date || thesis?.defense_date || printed || preprint || earliest || '';
}

/** An article number may be repeated as the first page. */
function pagesOf(publication: PublicationInfo | undefined) {
	const { page_start: start, page_end: end, artid } = publication ?? {};
	const first = String(start ?? '');
	const page = end ? `${first}-${end}` : first;
	return artid ? { 'article-number': artid, page: first === String(artid) && !end ? '' : page } : { page };
}

/** INSPIRE writes 'Phys.Rev.D' for 'Phys. Rev. D'. */
function spaced(journal: Text): string {
	return (journal ?? '').replace(/\.(?=\p{L})/gu, '. ');
}

/** CSL names of names such as 'Fernandez Garcia, Marcos' and 'Smith, John, Jr.'. */
function namesOf(people: readonly Author[]): Readonly<Record<string, unknown>>[] {
	return people.flatMap(({ full_name: name }) => {
		const [family = '', given, suffix = ''] = (name ?? '').split(/\s*,\s*/);
		return given === undefined ? cslNames([family]) : [{ family, given, suffix }];
	});
}

function literals(names: readonly Text[] | null | undefined) {
	return (names ?? []).flatMap((literal) => (literal ? [{ literal }] : []));
}

/** Names with 'and others', if there are more. */
function withOthers(names: readonly Readonly<Record<string, unknown>>[], { authors, author_count: count }: Metadata) {
	return !authors && (count ?? Number.POSITIVE_INFINITY) > 1 ? [...names, { literal: 'others' }] : names;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
