import { draftFromCsl } from '../../editing/drafts/csl-drafts.ts';
import type { Draft } from '../../editing/drafts/draft.ts';
import { cslNames } from '../../editing/drafts/draft-names.ts';
import { isValidOrcid } from '../../publications/identifiers/checksums.ts';
import { array, boolean, looseObject, nullish, type output, union } from '../../text/schema.ts';
import { valueIn } from '../../text/value-in.ts';
import { line, value } from '../answer-values.ts';
import { type HalType, halRoles, halSubtypes, halTypes } from './hal-types.ts';
import { withDefaults, withParameter } from './page-address.ts';
import type { ProfileSource, ProfileWork } from './profile-source.ts';

/** Solr's fields of one value are values, those of several are arrays; some are one or the other, by the kind of document. */
const values = nullish(union([value, array(value)]));
const lines = nullish(array(line));

const document = looseObject({
	halId_s: line,
	uri_s: line,
	docType_s: line,
	docSubType_s: line,
	language_s: values,
	title_s: values,
	...Object.fromEntries(['en', 'fr', 'de', 'es', 'it', 'pt'].map((language) => [`${language}_title_s`, values])),
	subTitle_s: values,
	authFullName_s: lines,
	authFirstName_s: lines,
	authLastName_s: lines,
	authQuality_s: lines,
	authORCIDIdExt_s: lines,
	scientificEditor_s: values,
	producedDate_s: value,
	publicationDate_s: value,
	inPress_bool: nullish(boolean()),
	proceedings_s: value,
	journalTitle_s: values,
	bookTitle_s: values,
	source_s: values,
	conferenceTitle_s: values,
	conferenceStartDate_s: value,
	city_s: values,
	volume_s: values,
	issue_s: values,
	number_s: values,
	page_s: values,
	serie_s: values,
	publisher_s: values,
	publicationLocation_s: values,
	authorityInstitution_s: values,
	isbn_s: values,
	doiId_s: values,
	arxivId_s: values,
	pubmedId_s: values,
	pubmedcentralId_s: values,
});

const answer = looseObject({
	response: looseObject({ docs: array(document) }),
	nextCursorMark: line,
});

type HalDocument = output<typeof document>;

/** hal.science: a search for the documents of an author, in pages. */
export const halWorks: ProfileSource = {
	name: 'hal',
	address: 'hal',
	label: 'HAL',
	attribution: 'claimed',
	accept: 'application/json',
	example: 'ada-lovelace',
	idIn: (written) => {
		const id =
			/\b(?:cv\.(?:hal\.science|archives-ouvertes\.fr)\/|authIdHal_s(?:=|:|%3A)(?:"|%22)?|orcid\.org\/)([^/?#&"%]+)/.exec(
				written,
			)?.[1];
		const bare = (id ?? written).trim();
		if (isValidOrcid(bare)) return bare;
		// The id of a document is not one of a person.
		return /^(?!\w+-\d{6,}$)(?:\d+|[a-z][\w-]*)$/i.test(bare) ? bare : null;
	},
	firstPage: (id, addressOf) =>
		withDefaults(addressOf(queryOf(id)), {
			// A document of a large collaboration has thousands of authors.
			rows: '20',
			// A cursor needs an order without ties.
			sort: 'docid asc',
			cursorMark: '*',
			wt: 'json',
			// By default, an answer has only citations.
			fl: Object.keys(document.shape).join(','),
		}),
	language: 'JSON',
	parse: JSON.parse,
	schema: answer,
	readPage: ({ response: { docs }, nextCursorMark: cursor }: output<typeof answer>, address) => ({
		works: docs.flatMap((item) => (item.halId_s ? [workOf(item, item.halId_s)] : [])),
		next: docs.length > 0 && cursor ? nextPage(address, cursor) : null,
	}),
};

/** The id of a person is a number, an ORCID iD or a name in HAL's addresses. */
function queryOf(id: string): string {
	return /^\d+$/.test(id) ? `authIdPerson_i:${id}` : `${isValidOrcid(id) ? 'authORCIDIdExt_s' : 'authIdHal_s'}:"${id}"`;
}

/** Solr repeats the mark of the last page. */
function nextPage(address: string, cursor: string): string | null {
	const current = new URL(address).searchParams.get('cursorMark');
	return current === cursor ? null : withParameter(address, 'cursorMark', cursor);
}

function workOf(item: HalDocument, id: string): ProfileWork {
	return {
		source: 'hal',
		id,
		url: pageOf(item, id),
		draft: draftOf(item, id),
		orcids: (item.authORCIDIdExt_s ?? []).flatMap((iD) => (iD && isValidOrcid(iD) ? [iD] : [])),
		publishedAs: [],
	};
}

/** The page of the latest version. */
function pageOf({ uri_s: address }: HalDocument, id: string): string {
	return address && /^https?:\/\//.test(address)
		? address.replace(/v\d+$/, '')
		: `https://hal.science/${encodeURIComponent(id)}`;
}

function draftOf(item: HalDocument, id: string): Draft {
	const first = (name: keyof HalDocument) => textsOf(item[name])[0] ?? '';
	const { csl, type, genre, isEdited } = typeOf(item);
	const { author, editor, translator } = peopleOf(item, isEdited === true);
	const language = first('language_s');
	const title = first(`${language}_title_s`) || first('title_s');
	const isPaper = csl === 'paper-conference';
	const isPart = isPaper || csl === 'chapter' || csl.startsWith('entry');
	const journal = first('journalTitle_s');
	const book = isPart ? first('bookTitle_s') || first('source_s') : '';
	const isPreprint = csl === 'article';
	const arxiv = first('arxivId_s');
	const doi = first('doiId_s');
	const isIssued = csl === 'thesis' || csl === 'report';
	const draft = draftFromCsl(
		{
			type: csl === 'book' && author.length === 0 && editor.length > 0 ? 'collection' : csl,
			genre: genre ?? '',
			language,
			title,
			subtitle: subtitleOf(item, title),
			author,
			editor: isPart ? [...editor, ...editorsOf(item)] : editor,
			translator,
			issued: { raw: first('producedDate_s') || first('publicationDate_s') },
			'container-title': isPart ? book || (isPaper ? first('conferenceTitle_s') : journal) : isPreprint ? '' : journal,
			'collection-title': first('serie_s') || (isPart && book ? journal : ''),
			'event-title': first('conferenceTitle_s'),
			'event-date': first('conferenceStartDate_s'),
			'event-place': first('city_s'),
			volume: first('volume_s'),
			issue: first('issue_s'),
			number: first('number_s'),
			page: first('page_s'),
			publisher: isIssued
				? first('authorityInstitution_s') || first('publisher_s')
				: isPreprint
					? ''
					: first('publisher_s'),
			'publisher-place': first('publicationLocation_s'),
			ISBN: textsOf(item.isbn_s),
			DOI: doi,
			eprint: arxiv,
			PMID: first('pubmedId_s'),
			PMCID: first('pubmedcentralId_s'),
			URL: pageOf(item, id),
		},
		false,
	);
	const fields = new Map(draft.fields);
	if (item.inPress_bool) fields.set('pubstate', 'inpress');
	// A preprint that is only in HAL.
	if (isPreprint && !arxiv && !doi)
		for (const [name, value] of [
			['eprint', id],
			['eprinttype', 'hal'],
		] as const)
			fields.set(name, value);
	return { ...draft, ...(type && { type }), fields };
}

/** A contribution without proceedings is a talk. */
function typeOf(item: HalDocument): HalType {
	const type =
		valueIn(halSubtypes, item.docSubType_s ?? '') ??
		valueIn(halTypes, item.docType_s ?? '') ??
		(halTypes['OTHER'] as HalType);
	const isPublished = [item.doiId_s, item.page_s, item.bookTitle_s, item.source_s].some(
		(values) => textsOf(values).length > 0,
	);
	return item.docType_s === 'COMM' && String(item.proceedings_s) === '0' && !isPublished ? { csl: 'speech' } : type;
}

/** Subtitles are in the order of the titles, if each has one. */
function subtitleOf(item: HalDocument, title: string): string {
	const [titles, subtitles] = [textsOf(item.title_s), textsOf(item.subTitle_s)];
	return subtitles.length === titles.length ? (subtitles[titles.indexOf(title)] ?? '') : '';
}

interface People {
	readonly author: object[];
	readonly editor: object[];
	readonly translator: object[];
}

/** CSL names by role. The lists of names and roles are parallel, unless a value is missing in one of them. */
function peopleOf(item: HalDocument, isEdited: boolean): People {
	const { authFullName_s: full, authFirstName_s: given, authLastName_s: family, authQuality_s: qualities } = item;
	const names =
		full ??
		(given?.length === family?.length
			? (family ?? []).map((last, at) => `${given?.[at] ?? ''} ${last ?? ''}`.trim())
			: []);
	const people: People = { author: [], editor: [], translator: [] };
	for (const [at, name] of names.entries()) {
		const role = qualities?.length === names.length ? valueIn(halRoles, qualities[at] ?? '') : undefined;
		const families = family?.length === names.length ? [family[at]] : (family ?? []);
		people[role ?? (isEdited ? 'editor' : 'author')].push(...nameOf(name ?? '', families));
	}
	return people;
}

/** A full name with the longest of the family names that it ends in; without one, its words decide. */
function nameOf(name: string, families: readonly (string | null | undefined)[]): object[] {
	const family = families
		.filter((last) => last && (name === last || name.endsWith(` ${last}`)))
		.reduce<string>((longest, last) => (last && last.length > longest.length ? last : longest), '');
	return family === '' ? cslNames([name]) : [{ family, given: name.slice(0, -family.length).trim() }];
}

/** Editors of a book, of which one value may contain several. */
function editorsOf(item: HalDocument): object[] {
	return cslNames(textsOf(item.scientificEditor_s).flatMap((names) => names.split(/\s*;\s*/)));
}

function textsOf(values: unknown): string[] {
	return (Array.isArray(values) ? values : [values]).flatMap((value) =>
		(typeof value === 'string' && value.trim() !== '') || typeof value === 'number' ? [String(value).trim()] : [],
	);
}
