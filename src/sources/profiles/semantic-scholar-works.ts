import { draftFromCsl } from '../../editing/drafts/csl-drafts.ts';
import { cslNames } from '../../editing/drafts/draft-names.ts';
import { normalizeArxiv, withoutVersion } from '../../publications/identifiers/arxiv.ts';
import { isPreprintDoi, isServer } from '../../publications/preprints.ts';
import { array, looseObject, nullish, type output } from '../../text/schema.ts';
import { amount, line, value } from '../answer-values.ts';
import { withDefaults, withParameter } from './page-address.ts';
import type { ProfileSource, ProfileWork } from './profile-source.ts';

/** The properties that are asked for. */
const selected = {
	url: line,
	title: line,
	authors: nullish(array(nullish(looseObject({ name: line })))),
	venue: line,
	journal: nullish(looseObject({ name: line, volume: value, pages: value })),
	publicationTypes: nullish(array(line)),
	publicationDate: line,
	year: value,
	externalIds: nullish(
		looseObject({ DOI: line, ArXiv: line, PubMed: value, PubMedCentral: value, ACL: line, DBLP: line }),
	),
};

/** An answer always has the id. */
const paper = looseObject({ ...selected, paperId: line });

const papers = looseObject({ offset: nullish(amount), next: nullish(amount), data: nullish(array(nullish(paper))) });

type Paper = output<typeof paper>;

/** Semantic Scholar's list of the papers of an author (Academic Graph API). */
export const semanticScholarWorks: ProfileSource = {
	name: 'semantic-scholar',
	address: 'semantic-scholar',
	label: 'Semantic Scholar',
	attribution: 'computed',
	accept: 'application/json',
	example: '1741101',
	idIn: (value) => idPattern.exec(value.trim())?.[1] ?? null,
	firstPage: (id, addressOf) =>
		withDefaults(addressOf(id), {
			fields: Object.keys(selected).join(','),
			limit: '100',
			offset: '0',
		}),
	language: 'JSON',
	parse: JSON.parse,
	schema: papers,
	readPage: ({ offset, next, data }: output<typeof papers>, address) => {
		// An empty list may lack `data`.
		if (!data && typeof offset !== 'number')
			return { problem: 'sent an answer without papers', remedy: 'Try again later' };
		return {
			works: (data ?? []).flatMap((paper) => (paper && workOf(paper)) ?? []),
			next: next && data?.length ? withParameter(address, 'offset', `${next}`) : null,
		};
	},
};

const idPattern =
	/^(?:(?:https?:\/\/)?(?:(?:www|api)\.)?semanticscholar\.org\/(?:graph\/v1\/)?author\/(?:[^/?#]+\/)?)?(\d{2,12})(?:[/?#].*)?$/i;

function workOf(paper: Paper): ProfileWork | null {
	if (!paper.title) return null;
	const { externalIds: ids } = paper;
	const type = typeOf(paper);
	// 'ArXiv' is also the journal of papers that appeared elsewhere, with the id as volume.
	const journal = isServer(paper.journal?.name ?? '') ? null : paper.journal;
	const place = journal?.name || (paper.venue ?? '');
	const [, volume, issue] = /^(\S+)\s+(\S+)$/.exec(`${journal?.volume ?? ''}`.trim()) ?? [];
	const isPreprint = type === 'article';
	return {
		source: 'semantic-scholar',
		id: paper.paperId ?? '',
		url: paper.url ?? null,
		draft: draftFromCsl(
			{
				type,
				title: paper.title,
				author: cslNames((paper.authors ?? []).map((author) => author?.name ?? '')),
				...(isPreprint
					? { publisher: isServer(place) && !ids?.ArXiv ? place : '' }
					: { 'container-title': place, volume: volume ?? journal?.volume, issue, page: journal?.pages }),
				issued: { raw: dateOf(paper) },
				DOI: ids?.DOI,
				eprint: withoutVersion(normalizeArxiv(ids?.ArXiv ?? '') ?? ''),
				PMID: ids?.PubMed,
				PMCID: ids?.PubMedCentral,
				URL: ids?.ACL && !ids.DOI ? `https://aclanthology.org/${ids.ACL}` : '',
			},
			false,
		),
		orcids: [],
		publishedAs: [],
	};
}

/** Types of CSL by the beginning of a key of DBLP, and by the types of Semantic Scholar, in the order in which they count. */
const dblpTypes: readonly (readonly [RegExp, string])[] = [
	[/^journals\/(?!corr\/)/, 'article-journal'],
	[/^conf\//, 'paper-conference'],
	[/^phd\//, 'thesis'],
];
const ownTypes: readonly (readonly [RegExp, string])[] = [
	[/^Conference$/, 'paper-conference'],
	[/^BookSection$/, 'chapter'],
	[/^Book$/, 'book'],
	[/^Dataset$/, 'dataset'],
	[
		/^(?:JournalArticle|Review|Editorial|LettersAndComments|CaseReport|ClinicalTrial|MetaAnalysis|Study)$/,
		'article-journal',
	],
];

function typeOf({ venue, journal, externalIds: ids, publicationTypes }: Paper): string {
	const dblp = dblpTypes.find(([pattern]) => pattern.test(ids?.DBLP ?? ''))?.[1];
	if (dblp) return dblp;
	const place = venue || (journal?.name ?? '');
	const isOnlyPreprint = place === '' && ids?.ArXiv && !ids.DOI;
	if (isServer(place) || isOnlyPreprint || isPreprintDoi(ids?.DOI ?? '')) return 'article';
	if (ids?.ACL) return 'paper-conference';
	const types = publicationTypes ?? [];
	const own = ownTypes.find(([pattern]) => types.some((type) => pattern.test(type ?? '')))?.[1];
	return own ?? (place === '' ? 'document' : 'article-journal');
}

/** The date belongs to a preprint if its year is not that of the paper. */
function dateOf({ publicationDate: date, year }: Paper): string {
	return date && (year === null || year === undefined || date.startsWith(`${year}`)) ? date : `${year ?? ''}`;
}
