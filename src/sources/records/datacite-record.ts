import type { CslInput } from '../../editing/drafts/csl-drafts.ts';
import { nameOf } from '../../editing/drafts/tagged-records.ts';
import { valueIn } from '../../text/value-in.ts';

/** The CSL types of DataCite's resource types (Metadata Schema 4.6, appendix 1), except for those that `kinds` tells apart. */
const generalTypes: Readonly<Record<string, string>> = {
	Audiovisual: 'motion_picture',
	Book: 'book',
	BookChapter: 'chapter',
	ComputationalNotebook: 'software',
	ConferencePaper: 'paper-conference',
	ConferenceProceeding: 'collection',
	DataPaper: 'article-journal',
	Dataset: 'dataset',
	Dissertation: 'thesis',
	Image: 'graphic',
	Journal: 'periodical',
	JournalArticle: 'article-journal',
	PeerReview: 'review',
	Poster: 'speech',
	Preprint: 'article',
	Presentation: 'speech',
	Report: 'report',
	Software: 'software',
	Sound: 'song',
	Standard: 'standard',
};

/** The CSL types of kinds in words. Before 2021 and in many repositories, all of them have the resource type 'Text'. */
const kinds: readonly (readonly [kind: RegExp, type: string])[] = [
	[/dissertation|thesis|habilitation/i, 'thesis'],
	[/pre-?print/i, 'article'],
	[/report|deliverable|(?:white|working|discussion) ?paper|technical note/i, 'report'],
	[/(?:conference|proceedings?|workshop) ?(?:paper|article|contribution|abstract)/i, 'paper-conference'],
	[/article/i, 'article-journal'],
	[/chapter|book ?(?:section|part)/i, 'chapter'],
	[/\b(?:book|monograph)\b/i, 'book'],
	[/presentation|slides|poster|lecture|\btalk\b/i, 'speech'],
	[/software|source code/i, 'software'],
	[/data ?(?:set|base)/i, 'dataset'],
];

/** Whether an item is a record in DataCite's own JSON, with or without the wrapper of its API. */
export function isDataciteRecord(item: CslInput): boolean {
	return Array.isArray(item['titles']) && (Array.isArray(item['creators']) || typeof item['types'] === 'object');
}

/**
 * A record in DataCite's own JSON as CSL. DataCite's CSL lacks the kind of many works, their book, its series and editors.
 * Values are not checked: they must match the schema of CSL items afterwards.
 */
export function cslFromDatacite(record: CslInput): CslInput {
	const types = objectIn(record['types']);
	const container = objectIn(record['container']);
	const hosts = objectsIn(record['relatedItems']).filter(({ relationType }) => relationType === 'IsPublishedIn');
	const series = hosts.find(({ relatedItemType }) => relatedItemType === 'Collection');
	const host = hosts.find((one) => one !== series) ?? container;
	const type = typeOf(types);
	return {
		type,
		title: titleIn(objectsIn(record['titles']), record['language']),
		subtitle: subtitleIn(objectsIn(record['titles'])),
		author: objectsIn(record['creators']).map(nameIn),
		editor: objectsIn(record['contributors'])
			.filter(({ contributorType }) => contributorType === 'Editor')
			.map(nameIn),
		'container-title': hostTitle(host) ?? container['title'],
		'collection-title': series && hostTitle(series),
		volume: host['volume'] ?? container['volume'],
		issue: host['issue'] ?? container['issue'],
		page: pagesIn(host) ?? pagesIn(container),
		issued: dateIn(record),
		publisher: objectIn(record['publisher'])['name'] ?? record['publisher'],
		version: record['version'],
		genre: type === 'article' ? 'preprint' : /^(?:thesis|report)$/.test(type) ? types['resourceType'] : undefined,
		language: record['language'],
		abstract: objectsIn(record['descriptions']).find(({ descriptionType }) => descriptionType === 'Abstract')?.[
			'description'
		],
		DOI: record['doi'],
		PMID: identifiersIn(record, 'PMID')[0],
		ISBN: relatedIn(
			record,
			'ISBN',
			type === 'book' || type === 'collection' ? /^Is(?:IdenticalTo|VariantFormOf)$/ : partOf,
		),
		ISSN: relatedIn(record, 'ISSN', partOf),
		URL: record['url'],
	};
}

const partOf = /^Is(?:PartOf|PublishedIn)$/;

type Values = Readonly<Record<string, unknown>>;

function objectIn(value: unknown): Values {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};
}

function objectsIn(value: unknown): readonly Values[] {
	return Array.isArray(value) ? value.map(objectIn) : [];
}

function textIn(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function typeOf({ resourceTypeGeneral, resourceType, citeproc }: Values): string {
	const kind = textIn(resourceType);
	return (
		valueIn(generalTypes, textIn(resourceTypeGeneral)) ??
		kinds.find(([pattern]) => pattern.test(kind))?.[1] ??
		(textIn(citeproc).replace(/^article$/, 'document') || 'document')
	);
}

/** Titles with a type are subtitles, translations and alternatives. */
function titleIn(titles: readonly Values[], language: unknown): unknown {
	const main = titles.filter(({ titleType }) => !titleType);
	return (main.find(({ lang }) => lang && lang === language) ?? main[0] ?? titles[0])?.['title'];
}

function subtitleIn(titles: readonly Values[]): unknown {
	return titles.find(({ titleType }) => titleType === 'Subtitle')?.['title'];
}

/** The title of a journal, book or series. Dagstuhl has the name of the book as the subtitle of 'LIPIcs, Volume 22'. */
function hostTitle(host: Values): unknown {
	const titles = objectsIn(host['titles']);
	const [title, subtitle] = [titleIn(titles, null), subtitleIn(titles)];
	if (!subtitle) return title;
	return /\bvol(?:ume|\.)/i.test(textIn(title)) ? subtitle : `${textIn(title)}: ${textIn(subtitle)}`;
}

function pagesIn({ firstPage, lastPage }: Values): unknown {
	const [first, last] = [textIn(firstPage), textIn(lastPage)];
	return first && last ? `${first}-${last}` : first || undefined;
}

/** The name of a person, or of an organization. A name without a kind and a comma may be either. */
function nameIn({ name, nameType, familyName, givenName }: Values): Values {
	if (nameType === 'Organizational') return { literal: name };
	if (familyName) return { family: familyName, given: givenName };
	return typeof name === 'string' ? nameOf(name) : { literal: name };
}

/** The date of publication, from a more exact date of the same year if there is one. */
function dateIn(record: CslInput): unknown {
	const dates = objectsIn(record['dates']);
	const first = (type: string) => textIn(dates.find(({ dateType }) => dateType === type)?.['date']);
	const issued = first('Issued') || textIn(record['publicationYear']);
	if (!/^\d{4}$/.test(issued)) return issued;
	const exact = ['Available', 'Submitted', 'Created'].map(first).filter((date) => date.startsWith(`${issued}-`));
	return exact.find((date) => date.length >= 10) ?? exact[0] ?? issued;
}

function identifiersIn(record: CslInput, type: string): readonly unknown[] {
	return [...objectsIn(record['identifiers']), ...objectsIn(record['alternateIdentifiers'])]
		.filter(({ identifierType, alternateIdentifierType }) => [identifierType, alternateIdentifierType].includes(type))
		.map(({ identifier, alternateIdentifier }) => identifier ?? alternateIdentifier);
}

function relatedIn(record: CslInput, type: string, relation: RegExp): readonly unknown[] {
	return objectsIn(record['relatedIdentifiers'])
		.filter(
			({ relatedIdentifierType, relationType }) =>
				relatedIdentifierType === type && relation.test(textIn(relationType)),
		)
		.map(({ relatedIdentifier }) => relatedIdentifier);
}
