import { stateOfNotice, titleWithNotice } from '../../publications/editorial-notices.ts';
import { arxivOfDoi, normalizeArxiv } from '../../publications/identifiers/arxiv.ts';
import { findDoi, normalizeDoi } from '../../publications/identifiers/doi.ts';
import { isPreprintDoi, isServer, serverOfDoi } from '../../publications/preprints.ts';
import { valueIn } from '../../text/value-in.ts';
import { cslDateValue } from './csl-date-text.ts';
import { publisherNames, registryTypes, type TypeRow, typeRows } from './csl-type-table.ts';
import { type Draft, draft } from './draft.ts';
import { type NameParts, nameList } from './draft-names.ts';
import { withNoticeOutOfTitle } from './draft-notices.ts';
import { pagesValue } from './draft-pages.ts';
import { containerFromText, titleFromText } from './draft-titles.ts';
import { addressValue, latexFromText } from './draft-values.ts';

/** An item of CSL-JSON, also in the variants of Crossref and others: any property may be missing or of another type. */
export type CslInput = Readonly<Record<string, unknown>>;

/**
 * A draft of a CSL item, with common database errors corrected. Also accepts Crossref's types, arrays of titles and
 * registered publisher names.
 *
 * @param isUserInput true if the user supplied the item; otherwise fields that many libraries omit are optional
 */
export function draftFromCsl(item: CslInput, isUserInput: boolean): Draft {
	const cslType = typeOf(item);
	const row = valueIn(typeRows, cslType) ?? (typeRows['document'] as TypeRow);
	const title = titleFromText(titleOf(item), text(item, 'language') || null);
	const fields = new Map<string, string>();
	const set = (name: string, value: string | null | undefined) => {
		if (value) fields.set(name, value);
	};
	const doi = normalizeDoi(text(item, 'DOI'));
	const arxiv = arxivOf(item, doi);
	const eid = eidOf(item);
	const pages = pagesValue(text(item, 'page'));
	for (const [name, variable] of roles) set(name, nameList(names(valueIn(item, variable))));
	// Publishers and databases mark retracted works in the title.
	const marked = isUserInput ? null : titleWithNotice(title.latex);
	set('title', marked?.title ?? title.latex);
	if (marked) set(...stateOfNotice(marked.kind));
	for (const [name, value] of Object.entries(row.fields ?? {})) set(name, value);
	for (const [name, value] of container(item, row)) set(name, value);
	set('shorttitle', isUserInput ? latex(item, 'title-short') : null);
	set('date', dateOf(item));
	set('eventdate', row.container === 'eventtitle' ? null : cslDateValue(item['event-date']));
	set('volume', latex(item, 'volume'));
	set('number', numberOf(item, cslType, arxiv));
	set('pages', pages === eid ? '' : pages);
	set('eid', eid);
	set('edition', latex(item, 'edition') || latex(item, 'edition-number'));
	set('chapter', latex(item, 'chapter-number'));
	set('volumes', latex(item, 'number-of-volumes'));
	set('pagetotal', latex(item, 'number-of-pages'));
	set('version', /^(?:software|dataset)$/.test(cslType) || isUserInput ? latex(item, 'version') : null);
	set('type', genreOf(item, cslType));
	for (const [name, value] of issuer(item, cslType, doi)) set(name, value);
	set('eprint', arxiv);
	if (arxiv) {
		set('eprinttype', 'arxiv');
		if (/^arxiv(?:\.org)?$/i.test(fields.get('publisher') ?? '')) fields.delete('publisher');
	}
	set('eprintclass', arxiv && text(item, 'eprintclass'));
	if (doi && arxivOfDoi(doi) === null) set('doi', doi);
	set('isbn', numbers(item, 'ISBN'));
	set('issn', numbers(item, 'ISSN'));
	set('pmid', text(item, 'PMID'));
	set('pmcid', text(item, 'PMCID').replace(/^(?=\d)/, 'PMC'));
	set('url', urlOf(item, doi, arxiv));
	set('language', languageOf(item));
	set('keywords', latex(item, 'keyword'));
	set('note', (isUserInput && latex(item, 'note')) || (isUnknownPreprint(item, cslType, fields) ? 'Preprint' : ''));
	set(
		'abstract',
		latexFromText(text(item, 'abstract').replace(/^\s*<(?:jats:)?title>\s*abstract\s*<\/(?:jats:)?title>/i, '')),
	);
	const type = entryTypeOf(cslType, row, fields);
	return draft(type, withNoticeOutOfTitle(fields), {
		key: isUserInput ? keyOf(item) : null,
		optional: isUserInput ? new Set() : optionalFields(type, fields),
		notes: title.note ? [title.note] : [],
	});
}

/** A variable as text; also a number, or the first of several values. */
function text(item: CslInput, name: string): string {
	const value = valueIn(item, name);
	const first = Array.isArray(value) ? value[0] : value;
	return typeof first === 'string' || typeof first === 'number' ? String(first).trim() : '';
}

function latex(item: CslInput, name: string): string {
	return latexFromText(text(item, name));
}

function typeOf(item: CslInput): string {
	const rawType = text(item, 'type');
	const type =
		valueIn(registryTypes, rawType) ??
		(rawType === 'book' && !item['author'] && item['editor'] ? 'collection' : rawType);
	// Springer registers conference papers as chapters.
	if (type === 'chapter' && (eventOf(item) !== '' || proceedings.test(text(item, 'container-title'))))
		return 'paper-conference';
	const isInJournal = text(item, 'container-title') !== '';
	// Repositories call their preprints and reports articles. In DataCite's CSL, all else is an 'article'.
	if (type === 'article-journal' && !isInJournal && text(item, 'publisher') !== '') return 'article';
	if (type === 'article' && isInJournal && text(item, 'page') !== '' && !isServer(text(item, 'container-title')))
		return 'article-journal';
	return type;
}

const proceedings = /\b(?:proceedings|conference|symposium|workshop)\b/i;

function entryTypeOf(cslType: string, row: TypeRow, fields: ReadonlyMap<string, string>): string {
	if (row.type === 'collection' && proceedings.test(fields.get('title') ?? '')) return 'proceedings';
	if (row.type === 'unpublished' && cslType !== 'manuscript' && !fields.has('eventtitle')) return 'talk';
	return row.type;
}

const roles = [
	['author', 'author'],
	['bookauthor', 'container-author'],
	['editor', 'editor'],
	['translator', 'translator'],
] as const;

function names(value: unknown): NameParts[] {
	if (!Array.isArray(value)) return [];
	return value.map((name: Readonly<Record<string, unknown>> | string) => {
		if (typeof name === 'string') return { literal: name };
		const part = (key: string) => {
			const value = valueIn(name, key);
			return typeof value === 'string' ? value : '';
		};
		return {
			family: part('family'),
			given: part('given'),
			particle: [part('dropping-particle'), part('non-dropping-particle')].filter(Boolean).join(' '),
			suffix: part('suffix'),
			literal: part('literal') || part('name'),
		};
	});
}

/** Crossref stores the subtitle separately, and often repeats it in the title. */
function titleOf(item: CslInput): string {
	const [title, subtitle] = [text(item, 'title'), text(item, 'subtitle')];
	if (subtitle === '' || repeats(title, subtitle)) return title;
	return /[?!.:]["”’']?$/.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

/** Whether a title contains a subtitle, or all words of one that is a short title: 'On Rings erratum' for 'Erratum: On Rings'. */
function repeats(title: string, subtitle: string): boolean {
	if (title.toLowerCase().includes(subtitle.toLowerCase())) return true;
	const [words = [], others = []] = [subtitle, title].map(wordsIn);
	return words.length >= 3 && words.every((word) => others.includes(word));
}

function wordsIn(title: string): readonly string[] {
	return title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The first of two container titles is the series (Springer's 'Lecture Notes in Computer Science'). */
function container(item: CslInput, row: TypeRow): [string, string][] {
	const value = item['container-title'];
	const titles = (Array.isArray(value) ? value : [value]).filter((title): title is string => typeof title === 'string');
	const [first = '', second] = titles.map(containerFromText);
	const series =
		latex(item, 'collection-title') || (second !== undefined && row.container === 'booktitle' ? first : '');
	const containerTitle = second !== undefined && row.container === 'booktitle' ? second : first;
	const event = eventOf(item);
	// A conference paper without a container title is in the proceedings of its event.
	const title = containerTitle || (row.type === 'inproceedings' ? event : '');
	const isServer = /^(?:publisher|organization)$/.test(row.container) && latex(item, 'publisher') !== '';
	return [
		...(title && !isServer ? [[row.container, title] as [string, string]] : []),
		...(event && event !== title && row.type !== 'article' ? [['eventtitle', event] as [string, string]] : []),
		...(row.container === 'eventtitle' || row.type === 'inproceedings'
			? [['venue', latex(item, 'event-place') || eventPart(item, 'location')] as [string, string]]
			: []),
		...(series && row.container !== 'series' ? [['series', series] as [string, string]] : []),
		...(series && row.container === 'series' ? [['series', series] as [string, string]] : []),
	];
}

function eventOf(item: CslInput): string {
	return (
		latex(item, 'event-title') || (typeof item['event'] === 'string' ? latex(item, 'event') : eventPart(item, 'name'))
	);
}

function eventPart(item: CslInput, name: string): string {
	const event = item['event'];
	return typeof event === 'object' && event !== null ? latex(event as CslInput, name) : '';
}

/** The dates of a publication in Crossref and CSL; a thesis may only have the date of its approval. */
export const dateVariables = [
	...['issued', 'published', 'published-print', 'published-online', 'published-other', 'posted', 'approved'],
	...['event-date', 'submitted'],
] as const;

/** The earliest date; Crossref's `issued` prefers online over print, too. */
function dateOf(item: CslInput): string | null {
	for (const name of dateVariables) {
		const date = cslDateValue(valueIn(item, name));
		if (date) return date;
	}
	return null;
}

function numberOf(item: CslInput, type: string, arxiv: string | null): string {
	const number = text(item, 'number');
	if (/^(?:article-|review|paper-conf|periodical)/.test(type)) return latex(item, 'issue');
	if (arxiv && normalizeArxiv(number)) return '';
	return latexFromText(number) || latex(item, 'collection-number') || latex(item, 'issue');
}

function eidOf(item: CslInput): string {
	return (
		latex(item, 'article-number') ||
		(/^article-/.test(typeOf(item)) && ['', text(item, 'number')].includes(text(item, 'page'))
			? latex(item, 'number')
			: '')
	);
}

/** True for a preprint on a server that is not known as one, so that neither its name nor its DOI says what it is. */
function isUnknownPreprint(item: CslInput, type: string, fields: ReadonlyMap<string, string>): boolean {
	const isCalledSo = ['subtype', 'genre'].some((name) => /^pre-?print$/i.test(text(item, name)));
	if (type !== 'article' || !isCalledSo || fields.has('eprint')) return false;
	return !isServer(fields.get('publisher') ?? '') && !isPreprintDoi(fields.get('doi') ?? '');
}

/** BibLaTeX's keys for kinds of theses and reports, otherwise the text. */
function genreOf(item: CslInput, type: string): string {
	const genre = text(item, 'genre') || text(item, 'degree');
	if (type === 'thesis') {
		if (/master|magister|\bM\.?(?:Sc|A)\b/i.test(genre)) return 'mathesis';
		if (/bachelor|\bB\.?(?:Sc|A)\b/i.test(genre)) return 'bathesis';
		return genre === '' || /ph\.?\s?d|doctor|dissertation|dissertation thesis|^thesis$/i.test(genre)
			? 'phdthesis'
			: latexFromText(genre);
	}
	if (type === 'report') return /^tech(?:nical|\.)? report$/i.test(genre) ? 'techreport' : latexFromText(genre);
	return type === 'article' || /^(?:journal[- ]article|book|preprint)$/i.test(genre) ? '' : latexFromText(genre);
}

/** The publisher, or the institution of a thesis or report, and its place. */
function issuer(item: CslInput, type: string, doi: string | null): [string, string][] {
	const registered = text(item, 'publisher');
	const name = valueIn(publisherNames, registered) ?? registered.replace(/\s\([A-Z][\w ]{1,9}\)$/, '');
	const isInstitute = type === 'thesis' || type === 'report';
	const isPage = /^(?:webpage|post)/.test(type);
	const institute = (Array.isArray(item['institution']) ? (item['institution'][0] ?? {}) : {}) as CslInput;
	const institution = text(institute, 'name');
	const place = ['publisher-place', 'publisher-location', 'jurisdiction']
		.map((place) => latex(item, place))
		.find(Boolean);
	// A preprint's publisher is the company that runs the server.
	const server = (type === 'article' && (institution || serverOfDoi(doi ?? ''))) || name;
	return [
		[
			isInstitute ? 'institution' : isPage ? 'organization' : 'publisher',
			latexFromText(isInstitute && institution ? institution : server),
		],
		['location', place ?? (isInstitute ? latex(institute, 'place') : '')],
	];
}

function arxivOf(item: CslInput, doi: string | null): string | null {
	const eprint = text(item, 'eprint');
	if (eprint) return normalizeArxiv(eprint);
	const fromDoi = arxivOfDoi(doi ?? '');
	if (fromDoi) return normalizeArxiv(fromDoi);
	if (
		!/arxiv/i.test(
			['publisher', 'archive', 'number', 'URL', 'container-title'].map((name) => text(item, name)).join(' '),
		)
	)
		return null;
	for (const name of ['number', 'archive_location', 'URL', 'container-title', 'note']) {
		const id = normalizeArxiv(text(item, name));
		if (id) return id;
	}
	return null;
}

function numbers(item: CslInput, name: string): string {
	const value = valueIn(item, name);
	const all = Array.isArray(value) ? value.map(String) : [text(item, name)];
	return [...new Set(all.map((number) => number.replace(/^.*\/(?=[\dX-]+$)/, '').trim()).filter(Boolean))].join(', ');
}

/** Empty if the URL only repeats the DOI or the arXiv id. */
function urlOf(item: CslInput, doi: string | null, arxiv: string | null): string {
	const url = text(item, 'URL');
	if (!/^https?:\/\//i.test(url)) return '';
	if (doi !== null && (findDoi(url) ?? '').toLowerCase() === doi.toLowerCase()) return '';
	if (arxiv !== null && /\barxiv\.org\//i.test(url)) return '';
	return addressValue(url);
}

/** Empty for English. */
function languageOf(item: CslInput): string {
	const language = text(item, 'language');
	return /^en/i.test(language) ? '' : latexFromText(language);
}

function keyOf(item: CslInput): string | null {
	return text(item, 'citation-key') || text(item, 'id') || null;
}

/** Fields that are optional in every draft from a database. */
const alwaysOptional = [
	'abstract',
	'keywords',
	'issn',
	'language',
	'pmid',
	'pmcid',
	'pagetotal',
	'venue',
	'eventtitle',
	'eventdate',
];

function optionalFields(type: string, fields: ReadonlyMap<string, string>): Set<string> {
	// The event is all that says where a talk was.
	const isTalk = type === 'talk' || type === 'unpublished';
	return new Set([
		...alwaysOptional.filter((name) => !(isTalk && name.startsWith('event'))),
		...(type === 'article' ? ['publisher', 'location', 'isbn'] : []),
		...(fields.has('doi') || fields.has('eprint') ? ['url'] : []),
		'day',
	]);
}
