import { plainText } from '../../latex/plain-text.ts';
import type { Item } from '../../lists/list.ts';
import { accessOf } from '../../lists/shown-metrics.ts';
import { retractionOf } from '../../publications/editorial-notices.ts';
import { isOpen } from '../../publications/metrics/work-metrics.ts';
import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import { fieldRich } from '../../publications/publication-fields.ts';
import { valueIn } from '../../text/value-in.ts';
import { nameLinks, noPages, type PeoplePages } from '../views/name-links.ts';
import { fullName, isoDate, plainWords } from '../views/plain-values.ts';

/** The schema.org types of a work and of the work that contains it, by CSL type. */
export const schemaTypes: Readonly<Record<string, readonly [work: string, container?: string]>> = {
	'article-journal': ['ScholarlyArticle', 'Periodical'],
	article: ['ScholarlyArticle'],
	'paper-conference': ['ScholarlyArticle'],
	'article-magazine': ['Article', 'Periodical'],
	'article-newspaper': ['NewsArticle', 'Newspaper'],
	book: ['Book'],
	chapter: ['Chapter', 'Book'],
	thesis: ['Thesis'],
	report: ['Report'],
	dataset: ['Dataset'],
	software: ['SoftwareSourceCode'],
	webpage: ['WebPage'],
	'post-weblog': ['BlogPosting'],
	speech: ['PresentationDigitalDocument'],
	review: ['Review'],
	map: ['Map'],
	motion_picture: ['Movie'],
};

/** The type of all other works and containers. */
export const otherType = 'CreativeWork';

/** The addresses in the schema.org data of a work. */
export interface WorkAddresses {
	/** The address of its page; null if unknown. */
	readonly page: string | null;
	/** The address of its picture; null without one. */
	readonly image: string | null;
	/** The pages of people, by the id of the person. */
	readonly people: PeoplePages;
	/** Makes an address absolute; returns null if the address of the site is unknown. */
	absolute(url: string): string | null;
}

/** A work as schema.org data for its own page. Unknown values are undefined, which JSON omits. */
export function schemaOrgWork({ publication: work, marks }: Item, addresses: WorkAddresses): object {
	const { identifiers, contributors, languages } = work;
	const [type, containerType] = valueIn(schemaTypes, work.type) ?? [otherType];
	const person = (name: Name) => {
		const nameMarks = marks.get(name) ?? [];
		const { url, page, orcid } = nameLinks(name, nameMarks, addresses.people);
		const { url: homePage } = nameLinks(name, nameMarks, noPages);
		return {
			'@type': name.literal === null ? 'Person' : 'Organization',
			name: fullName(name),
			...(orcid && { '@id': `https://orcid.org/${orcid}` }),
			url: (url && addresses.absolute(url)) || undefined,
			sameAs: (page && homePage && addresses.absolute(homePage)) || undefined,
		};
	};
	const author = contributors.author ?? contributors.inventor;
	const organization = work.publisher ?? work.institution;
	const pdf = work.links.find(({ kind }) => kind === 'pdf');
	const contentUrl = pdf && addresses.absolute(pdf.url);
	const title = plainWords(work.title) || undefined;
	const corrections = work.notices.flatMap(({ url }) => url ?? []);
	return {
		'@context': 'https://schema.org',
		'@type': type,
		'@id': identifiers.doi ? `https://doi.org/${encodeURI(identifiers.doi)}` : (addresses.page ?? undefined),
		url: addresses.page ?? undefined,
		name: title,
		headline: title,
		author: author?.names.map(person),
		editor: contributors.editor?.names.map(person),
		datePublished: isoDate(work.issued ?? work.eventDate) ?? undefined,
		creativeWorkStatus: retractionOf(work.notices) ? 'Retracted' : undefined,
		correction: corrections.length ? corrections : undefined,
		isPartOf: containerOf(work, containerType ?? otherType),
		pagination: work.pages ?? words(work.eid),
		publisher: organization ? { '@type': 'Organization', name: plainText(organization) } : undefined,
		isbn: work.type === 'book' ? identifiers.isbn[0] : undefined,
		inLanguage: languages[0],
		abstract: words(fieldRich(work, 'abstract')),
		keywords: work.keywords.length ? work.keywords.join(', ') : undefined,
		image: addresses.image ?? undefined,
		encoding: contentUrl ? { '@type': 'MediaObject', encodingFormat: 'application/pdf', contentUrl } : undefined,
		sameAs: sameAs(work),
		isAccessibleForFree: isOpen(accessOf(work)) || undefined,
	};
}

/** The container; an issue of a journal is part of a volume of the periodical. */
function containerOf(work: Publication, type: string): object | undefined {
	const { containerTitle, volume, issue, identifiers } = work;
	const name = words(containerTitle);
	if (name === undefined) return undefined;
	const container = {
		'@type': type,
		name,
		issn: type === 'Periodical' ? identifiers.issn[0] : undefined,
		isbn: type === 'Book' ? identifiers.isbn[0] : undefined,
	};
	if (type !== 'Periodical') return container;
	const inVolume = volume
		? { '@type': 'PublicationVolume', volumeNumber: words(volume), isPartOf: container }
		: container;
	return issue ? { '@type': 'PublicationIssue', issueNumber: words(issue), isPartOf: inVolume } : inVolume;
}

/** The pages of the same work elsewhere. */
function sameAs({ links }: Publication): readonly string[] | undefined {
	const addresses = links.flatMap(({ kind, url }) => (sameWorkKinds.has(kind) && /^https?:/i.test(url) ? url : []));
	return addresses.length ? addresses : undefined;
}

/** Kinds of links that lead to the same work. */
const sameWorkKinds: ReadonlySet<string> = new Set([
	'doi',
	'arxiv',
	'pubmed',
	'pmid',
	'pmcid',
	'hal',
	'openreview',
	'acl',
]);

function words(text: Publication['volume']): string | undefined {
	return plainWords(text) || undefined;
}
