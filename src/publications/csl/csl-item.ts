import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import { isPrivateValue } from '../../library/private-values.ts';
import { valueIn } from '../../text/value-in.ts';
import type { DateValue } from '../dates/date.ts';
import { retractionOf } from '../editorial-notices.ts';
import type { Name, NameList, Role } from '../names/name.ts';
import type { Publication } from '../publication.ts';
import { fieldRich, fieldText } from '../publication-fields.ts';
import { joinTitles } from '../rich-fields.ts';
import { type CslDate, cslDate } from './csl-date.ts';
import { cslMarkup } from './csl-markup.ts';
import { genreIn } from './genres.ts';

/** A name in CSL-JSON (CSL 1.0.2 data schema, 'name-variable'). */
export interface CslName {
	readonly family?: string;
	readonly given?: string;
	readonly 'dropping-particle'?: string;
	readonly 'non-dropping-particle'?: string;
	readonly suffix?: string;
	readonly literal?: string;
}

/** An item in CSL-JSON, valid against the CSL 1.0.2 data schema. */
export interface CslItem {
	readonly id: string;
	readonly type: string;
	readonly [variable: string]: string | readonly CslName[] | CslDate;
}

/** The types of CSL 1.0.2 ('Appendix III: Types'). */
export const cslTypes: ReadonlySet<string> = new Set(
	(
		'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset ' +
		'document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation ' +
		'manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical ' +
		'personal_communication post post-weblog regulation report review review-book software song speech standard thesis ' +
		'treaty webpage'
	).split(' '),
);

/**
 * A publication as CSL-JSON. `word` translates the terms of genre and status; without it, the words are English. Rich text
 * becomes CSL's markup in titles, notes and abstracts, and plain text elsewhere. Values with a path on the user's disk are
 * omitted, as in published BibTeX.
 */
export function cslItem(
	publication: Publication,
	word: (term: string) => string | null = () => null,
	writers: CslWriters = jsonWriters,
): CslItem {
	const { identifiers } = publication;
	const marked = (text: RichText | null) => text && (writers.markup(text).trim() || null);
	const variables: Record<string, string | readonly CslName[] | CslDate | null> = {
		'citation-key': publication.key,
		title: marked(publication.title),
		'title-short': marked(publication.titleShort),
		...namesOf(publication, writers),
		...datesOf(publication),
		...containerOf(publication, marked),
		'container-title-short': plain(publication.containerTitleShort),
		'collection-title': marked(publication.collectionTitle),
		'collection-number': plain(publication.collectionNumber),
		volume: plain(publication.volume),
		'number-of-volumes': fieldText(publication, 'volumes'),
		issue: plain(publication.issue),
		number: numberOf(publication),
		edition: plain(publication.edition),
		page: publication.pages?.replace(/–/g, '-') ?? (writers.eidAsPage ? plain(publication.eid) : null),
		'number-of-pages': publication.pageTotal,
		'chapter-number': plain(publication.chapter),
		...publisherOf(publication),
		'original-title': fieldText(publication, 'origtitle'),
		'original-publisher': fieldText(publication, 'origpublisher'),
		'original-publisher-place': fieldText(publication, 'origlocation'),
		'event-title': plain(publication.eventTitle),
		'event-place': plain(publication.eventPlace),
		genre: genreOf(publication, word),
		medium: plain(publication.medium),
		version: plain(publication.version),
		language: publication.languages[0] ?? null,
		status: statusOf(publication, word),
		DOI: identifiers.doi,
		ISBN: identifiers.isbn.join(' ') || null,
		ISSN: identifiers.issn.join(' ') || null,
		PMID: identifiers.pmid,
		PMCID: identifiers.pmcid,
		URL: urlOf(publication),
		keyword: publication.keywords.join(', ') || null,
		note: [publication.note, publication.addendum].flatMap((text) => marked(text) ?? []).join('. ') || null,
		abstract: writers.withoutAbstract ? null : marked(fieldRich(publication, 'abstract')),
	};
	const present = Object.entries(variables).filter(
		([, value]) => value !== null && value !== '' && !(typeof value === 'string' && isPrivateValue(value)),
	);
	const type = cslTypes.has(publication.type) ? publication.type : 'document';
	return { id: publication.key, type, ...(Object.fromEntries(present) as Record<string, string>) };
}

/** How rich text and names become CSL-JSON. */
export interface CslWriters {
	markup(text: RichText): string;
	name(name: Name): CslName;
	/** The name that represents 'and others'. CSL-JSON has none. */
	readonly others?: CslName;
	/** Whether `page` repeats an article number if there are no pages, because most styles show only `page`. */
	readonly eidAsPage?: boolean;
	/** Whether the abstract is left out. */
	readonly withoutAbstract?: boolean;
}

function plain(text: RichText | null): string | null {
	return text && (plainText(text).trim() || null);
}

const jsonWriters: CslWriters = { markup: (text) => cslMarkup(text), name: cslName, eidAsPage: true };

/** The CSL variable of each role, or the closest one. A patent's holder has none. */
const roleVariables: Readonly<Partial<Record<Role, string>>> = {
	author: 'author',
	inventor: 'author',
	editor: 'editor',
	translator: 'translator',
	director: 'director',
	'book-author': 'container-author',
	'container-author': 'container-author',
	'collection-editor': 'collection-editor',
	'series-creator': 'series-creator',
	organizer: 'organizer',
	recipient: 'recipient',
	interviewer: 'interviewer',
	illustrator: 'illustrator',
	commentator: 'contributor',
	annotator: 'contributor',
	compiler: 'compiler',
	redactor: 'contributor',
	reviser: 'contributor',
	continuator: 'contributor',
	collaborator: 'contributor',
	'introduction-author': 'contributor',
	'foreword-author': 'contributor',
	'afterword-author': 'contributor',
};

function namesOf(
	{ contributors, collaboration }: Publication,
	{ name: write, others }: CslWriters,
): Record<string, readonly CslName[]> {
	const variables: Record<string, CslName[]> = {};
	for (const [role, list] of Object.entries(contributors) as [Role, NameList][]) {
		const variable = roleVariables[role];
		if (!variable || (role === 'inventor' && contributors.author)) continue;
		const names = list.names.map(write).filter((name) => Object.keys(name).length > 0);
		if (role === 'author' && collaboration) names.push({ literal: collaboration });
		if (list.etAl && others && names.length > 0) names.push(others);
		if (names.length > 0) variables[variable] = [...(valueIn(variables, variable) ?? []), ...names];
	}
	return variables;
}

/** A name in CSL-JSON. */
export function cslName(name: Name): CslName {
	if (name.literal !== null) return { literal: name.literal };
	return {
		...(name.family && { family: name.family }),
		...(name.given && { given: name.given }),
		...(name.droppingParticle && { 'dropping-particle': name.droppingParticle }),
		...(name.nonDroppingParticle && { 'non-dropping-particle': name.nonDroppingParticle }),
		...(name.suffix && { suffix: name.suffix }),
	};
}

/** The dates. A talk is dated by its event, for styles that use only `issued`. */
function datesOf(publication: Publication): Record<string, CslDate | null> {
	const date = (value: DateValue | null) => value && cslDate(value);
	return {
		issued: date(publication.issued ?? publication.eventDate),
		'event-date': date(publication.eventDate),
		'original-date': date(publication.origDate),
		accessed: date(publication.accessed),
	};
}

/** `number` contains the number of a report or patent, an article number (`eid`), or the arXiv id of a preprint. */
function numberOf({ type, number, eid, identifiers }: Publication): string | null {
	const arxiv = type === 'article' && identifiers.arxiv ? `arXiv:${identifiers.arxiv}` : null;
	return plain(number) ?? plain(eid) ?? arxiv;
}

/** The container. CSL has a variable for the title of an issue, but none for an addition to the container's title. */
function containerOf(
	publication: Publication,
	marked: (text: RichText | null) => string | null,
): Record<string, string | null> {
	const { containerTitle, containerAddon } = publication;
	if (fieldRich(publication, 'issuetitle')) {
		return { 'container-title': marked(containerTitle), 'volume-title': marked(containerAddon) };
	}
	return { 'container-title': marked(containerTitle && joinTitles(containerTitle, containerAddon, '. ')) };
}

/** The status; for a retracted work the word that CSL 1.0.2 names ('Standard Variables', `status`). */
function statusOf(
	{ status: { kind, words }, notices }: Publication,
	word: (term: string) => string | null,
): string | null {
	const retraction = retractionOf(notices);
	if (retraction) return word(`notice-${retraction.kind}`) ?? retraction.kind;
	return words ?? (kind === 'published' ? null : (word(`status-${kind}`) ?? kind.replaceAll('-', ' ')));
}

/** The publisher and place. The place of a patent is its jurisdiction. */
function publisherOf({
	type,
	publisher,
	publisherPlace,
	institution,
	identifiers,
}: Publication): Record<string, string | null> {
	const place = plain(publisherPlace);
	const arxiv = type === 'article' && identifiers.arxiv ? 'arXiv' : null;
	return {
		publisher: plain(publisher) ?? plain(institution) ?? arxiv,
		[type === 'patent' ? 'jurisdiction' : 'publisher-place']: place,
	};
}

const englishGenres: Readonly<Record<string, string>> = {
	phdthesis: 'PhD thesis',
	mathesis: 'Master’s thesis',
	bathesis: 'Bachelor’s thesis',
	candthesis: 'Candidate thesis',
	diplomathesis: 'Diploma thesis',
	habilitation: 'Habilitation thesis',
	techreport: 'technical report',
	resreport: 'research report',
	software: 'computer software',
	datacd: 'data CD',
	audiocd: 'audio CD',
	patent: 'patent',
	patentde: 'German patent',
	patenteu: 'European patent',
	patentfr: 'French patent',
	patentuk: 'British patent',
	patentus: 'U.S. patent',
	patreq: 'patent application',
	patreqde: 'German patent application',
	patreqeu: 'European patent application',
	patreqfr: 'French patent application',
	patrequk: 'British patent application',
	patrequs: 'U.S. patent application',
};

function genreOf({ genre, type }: Publication, word: (term: string) => string | null): string | null {
	if (!genre) return type === 'article' ? (word('preprint') ?? 'preprint') : null;
	const words = genreIn(genre, word);
	if (words === null) return 'term' in genre ? (valueIn(englishGenres, genre.term) ?? genre.term) : null;
	return typeof words === 'string' ? words : plain(words);
}

/**
 * The address of the work itself. Relative addresses are useless outside the site. Without a DOI, also the page of an
 * identifier, because an address such as `https://hal.science/hal-01234567` in `url` is read as one.
 */
function urlOf({ links, identifiers }: Publication): string | null {
	const archives = ['acl', 'openreview', 'hal', 'ssrn', 'jstor', 'handle', 'pmcid', 'pubmed', 'preprint'];
	const kinds = ['url', 'html', 'arxiv', ...(identifiers.doi ? [] : archives), 'open-access', 'pdf', 'website'];
	const absolute = links.filter(({ url }) => /^https?:/i.test(url));
	return kinds.map((kind) => absolute.find((link) => link.kind === kind)?.url).find(Boolean) ?? null;
}
