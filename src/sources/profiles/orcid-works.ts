import { source } from '../../diagnostics/source.ts';
import { draftFromCsl } from '../../editing/drafts/csl-drafts.ts';
import { type Draft, draft } from '../../editing/drafts/draft.ts';
import { cslNames } from '../../editing/drafts/draft-names.ts';
import { readDrafts } from '../../editing/drafts/read-drafts.ts';
import { normalizeArxiv, withoutVersion } from '../../publications/identifiers/arxiv.ts';
import { digitsOf, isValidIsbn, isValidOrcid } from '../../publications/identifiers/checksums.ts';
import { normalizeDoi } from '../../publications/identifiers/doi.ts';
import { orcidIn } from '../../publications/names/name-annotations.ts';
import { isPreprintDoi } from '../../publications/preprints.ts';
import type { output } from '../../text/schema.ts';
import { valueIn } from '../../text/value-in.ts';
import { type ExternalId, type OrcidWork, orcidSeveralWorks, orcidWorkList } from './orcid-answers.ts';
import { orcidWorkTypes, otherActivities, otherWork, type WorkType } from './orcid-work-types.ts';
import type { ProfileSource, ProfileWork } from './profile-source.ts';

/** ORCID's public API 3.0 (also 2.1, with words in capitals): works that the person, or a service in agreement, added. */
export const orcidWorks: ProfileSource = {
	name: 'orcid',
	address: 'orcid',
	label: 'ORCID',
	attribution: 'claimed',
	accept: 'application/json',
	example: '0000-0002-1825-0097',
	idIn: orcidInValue,
	statuses: {
		301: {
			problem: 'has another iD for this person',
			remedy: 'Use the new iD, which the page of the old one at orcid.org shows',
		},
		409: { problem: 'has locked the record', remedy: 'Remove the iD from "people"' },
	},
	language: 'JSON',
	parse: JSON.parse,
	schema: orcidWorkList,
	readPage: ({ path, group }: output<typeof orcidWorkList>, address) => {
		// A deprecated record redirects to the one that replaces it.
		const orcid = orcidIn(path ?? '').orcid ?? orcidIn(address).orcid;
		return { works: group.flatMap((group) => workOf(group['work-summary'] ?? [], orcid) ?? []), next: null };
	},
	details: {
		limit: 100,
		addressOf: (list, ids) => {
			const url = new URL(list);
			url.pathname = `${url.pathname.replace(/\/$/, '')}/${ids.join(',')}`;
			return url.href;
		},
		language: 'JSON',
		parse: JSON.parse,
		schema: orcidSeveralWorks,
		read: ({ bulk }: output<typeof orcidSeveralWorks>) =>
			bulk.flatMap(({ work }) => (work ? (workOf([work], orcidIn(work.path ?? '').orcid) ?? []) : [])),
	},
};

const idPattern = /^(?:(?:https?:\/\/)?(?:www\.)?orcid\.org\/|orcid(?:\s*id)?:?\s*)?([\dX\s‐-―−-]+)(?:[/?#].*)?$/i;

/** The iD in a value, with hyphens and a correct check digit. */
function orcidInValue(value: string): string | null {
	const id = idPattern.exec(value.trim())?.[1] ?? '';
	return isValidOrcid(id) ? digitsOf(id).replace(/(.{4})(?=.)/g, '$1-') : null;
}

/** The work that several records of a group are about. Null if it is no publication, or has no title. */
function workOf(group: readonly OrcidWork[], orcid: string | null): ProfileWork | null {
	const records = [...group].sort(byPreference);
	const [best] = records;
	const type = typeOf(records);
	if (!best?.title?.title?.value || type === null) return null;
	const contributors = contributorsOf(best);
	const [contributor, ...moreContributors] = contributors;
	const citation = best.citation?.['citation-value'] ?? '';
	const work = draftFromCsl(
		{
			type: type.csl,
			genre: type.genre,
			title: best.title.title.value,
			subtitle: best.title.subtitle?.value,
			author: namesOf(contributors, 'author'),
			editor: namesOf(contributors, 'editor'),
			[type.container]: firstOf(records, (record) => record['journal-title']?.value),
			issued: dateOf(firstOf(records, ({ 'publication-date': date }) => (date?.year?.value ? date : null))),
			...identifiersOf(records),
			URL: firstOf(records, addressOf),
			language: best['language-code'],
		},
		false,
	);
	// ORCID adds the person to a work that the person types, but not the other authors.
	const isAlone = contributor?.orcid === orcid && orcid !== null && moreContributors.length === 0 && citation === '';
	const notes = isAlone ? ['Only one author according to ORCID: check whether there are more'] : [];
	const draft = withCitation(work, citation);
	return {
		source: 'orcid',
		id: `${best['put-code'] ?? ''}`,
		url: orcid && `https://orcid.org/${orcid}`,
		draft: { ...draft, notes: [...draft.notes, ...notes] },
		orcids: [...new Set([orcid, ...contributors.map(({ orcid }) => orcid)])].filter((id) => id !== null),
		publishedAs: [],
	};
}

/**
 * Orders the records of a work by their use. A preprint may be in the group of the article. Of others, the record that the
 * person prefers has the highest index, and services know more than people type.
 */
function byPreference(a: OrcidWork, b: OrcidWork): number {
	return (
		Number(wordOf(a.type) === 'preprint') - Number(wordOf(b.type) === 'preprint') ||
		indexOf(b) - indexOf(a) ||
		Number(Boolean(b.source?.['source-client-id'])) - Number(Boolean(a.source?.['source-client-id']))
	);
}

function indexOf(record: OrcidWork): number {
	return Number(record['display-index'] ?? 0) || 0;
}

/** The first type that says something; null if the work is no publication. */
function typeOf(records: readonly OrcidWork[]): WorkType | null {
	const types = records.map(({ type }) => wordOf(type));
	if (types.every((type) => otherActivities.has(type))) return null;
	const rows = types.flatMap((type) => valueIn(orcidWorkTypes, type) ?? []);
	return rows.find(({ csl }) => csl !== 'document') ?? rows[0] ?? otherWork;
}

/** A word of the API in the spelling of version 3: JOURNAL_ARTICLE in version 2.1. */
function wordOf(word: string | null | undefined): string {
	return (word ?? '').toLowerCase().replaceAll('_', '-');
}

function firstOf<Value>(records: readonly OrcidWork[], read: (record: OrcidWork) => Value): Value | undefined {
	return records.map(read).find((value) => value);
}

function dateOf(date: OrcidWork['publication-date']): object {
	return { 'date-parts': [[date?.year, date?.month, date?.day].map((part) => part?.value ?? null)] };
}

/** The values of identifiers, by the type of the identifier; null for a value that is none. */
const readIdentifier = {
	doi: normalizeDoi,
	arxiv: (value) => withoutVersion(normalizeArxiv(value) ?? '') || null,
	pmid: (value) => /(?<!\d)\d{1,9}(?!\d)/.exec(value)?.[0] ?? null,
	pmc: (value) => /(?<!\d)\d{1,9}(?!\d)/.exec(value)?.[0] ?? null,
	isbn: (value) => (isValidIsbn(value) ? value : null),
	pat: (value) => value || null,
} as const satisfies Readonly<Record<string, (value: string) => string | null>>;

/** The identifiers of the work itself, from all records. Those of its journal, book and other versions are not its own. */
function identifiersOf(records: readonly OrcidWork[]) {
	const own = records
		.flatMap((record) => record['external-ids']?.['external-id'] ?? [])
		.filter((id) => wordOf(id['external-id-relationship']) === 'self');
	const all = (type: keyof typeof readIdentifier) =>
		own.flatMap((id) => (wordOf(id['external-id-type']) === type ? (readId(id, readIdentifier[type]) ?? []) : []));
	const dois = all('doi');
	return {
		// The DOI of a preprint may be in the group of the article.
		DOI: dois.find((doi) => !isPreprintDoi(doi)) ?? dois[0],
		eprint: [...all('arxiv'), ...dois.map(readIdentifier.arxiv)].find((id) => id),
		PMID: all('pmid')[0],
		PMCID: all('pmc')[0],
		ISBN: all('isbn')[0],
		number: all('pat')[0],
	};
}

function readId(id: ExternalId, read: (value: string) => string | null): string | null {
	return read(id['external-id-value'] ?? '') ?? read(id['external-id-normalized']?.value ?? '');
}

/** The address of the work; not its page in an index, which only subscribers can read. */
function addressOf({ url, 'external-ids': ids }: OrcidWork): string | null {
	const uris = (ids?.['external-id'] ?? []).filter(
		(id) =>
			/^(?:uri|handle)$/.test(wordOf(id['external-id-type'])) && wordOf(id['external-id-relationship']) === 'self',
	);
	const addresses = [url, ...uris.map((id) => id['external-id-url'])].flatMap((address) => address?.value ?? []);
	return addresses.find((address) => !/\b(?:scopus|webofknowledge|webofscience)\.com\//i.test(address)) ?? null;
}

interface Contributor {
	readonly name: string;
	readonly role: string;
	readonly orcid: string | null;
}

function contributorsOf({ contributors }: OrcidWork): Contributor[] {
	return (contributors?.contributor ?? []).map((contributor) => ({
		name: contributor['credit-name']?.value ?? '',
		role: wordOf(contributor['contributor-attributes']?.['contributor-role']),
		orcid: orcidIn(contributor['contributor-orcid']?.path ?? contributor['contributor-orcid']?.uri ?? '').orcid,
	}));
}

/** Roles of people who are not authors. A person with several of CRediT's roles is listed with each of them. */
const otherRoles = /^(?:editor|chair-or-translator|assignee|support-staff)$/;

function namesOf(contributors: readonly Contributor[], role: 'author' | 'editor'): object[] {
	const ofRole = contributors.filter((one) => (role === 'author' ? !otherRoles.test(one.role) : one.role === role));
	return cslNames([...new Set(ofRole.map(({ name }) => name))]);
}

/** Fields that ORCID only has in the citation of a work. */
const citedFields = [
	...['editor', 'date', 'year', 'volume', 'number', 'eid', 'pages', 'series', 'edition', 'chapter', 'isbn'],
	...['publisher', 'institution', 'location'],
];

/** A draft, completed by the citation that a person or a service added to the record, in BibTeX or another format. */
function withCitation(work: Draft, citation: string): Draft {
	const [cited] = readDrafts(source('citation', citation), () => {}) ?? [];
	if (!cited) return work;
	const { type } = work.type === 'misc' ? cited : work;
	const fields = new Map(work.fields);
	const citedValue = (name: string) => (cited.expressions.has(name) ? undefined : cited.fields.get(name));
	const complete = (name: string, value: string | undefined) => {
		if (value && !fields.has(name)) fields.set(name, value);
	};
	const author = citedValue('author') ?? '';
	// Many records only have the person whose profile it is, and contributors are not split into parts.
	const more = countOf(author) - countOf(fields.get('author') ?? '');
	if (more > 0 || (more === 0 && author.includes(','))) fields.set('author', author);
	if (partTypes.test(type)) {
		const container = /^(?:article|review)$/.test(type) ? 'journaltitle' : 'booktitle';
		complete(container, citedValue('journaltitle') ?? citedValue('booktitle'));
	}
	for (const name of citedFields) complete(name, citedValue(name));
	if (fields.has('date')) fields.delete('year');
	return draft(type, fields, { optional: work.optional, notes: work.notes });
}

/** Entry types of works in a journal or a book. */
const partTypes = /^(?:article|review|inproceedings|incollection|inbook|inreference)$/;

/** The number of names in a list of BibTeX. */
function countOf(names: string): number {
	return names === '' ? 0 : names.split(/\s+and\s+/i).length;
}
