import { changeEntry, type EntryChange } from '../../editing/change-entry.ts';
import type { Draft } from '../../editing/drafts/draft.ts';
import type { FileStyle } from '../../editing/file-style.ts';
import { workOf } from '../../editing/plan-additions.ts';
import type { Entry, Field } from '../../library/entry.ts';
import { wordsIn } from '../../publications/entry-fields.ts';
import { withoutArxiv } from '../../publications/identifiers/arxiv.ts';
import { publicationOf, type Reading } from '../../publications/normalize.ts';
import { isPreprintDoi, isServer, preprintServer } from '../../publications/preprints.ts';
import type { Publication } from '../../publications/publication.ts';
import { addressOfRemark } from '../../publications/remarks.ts';
import { valueIn } from '../../text/value-in.ts';
import { authorAgreement } from '../agreement/author-agreement.ts';
import { haveSameTitle } from '../agreement/title-agreement.ts';
import { appearedStatus } from '../appeared-status.ts';
import { withPrecision } from '../date-precision.ts';
import { entryWith } from '../entry-with.ts';

/** The fields of a publication that an upgraded entry gets. */
const publicationFields: ReadonlySet<string> = new Set([
	...['editor', 'journaltitle', 'journalsubtitle', 'booktitle', 'booksubtitle', 'maintitle', 'series', 'date'],
	...['volume', 'number', 'pages', 'eid', 'edition', 'chapter', 'publisher', 'location', 'isbn', 'issn', 'doi'],
]);

/** Those of them that an entry gets only if other entries of the file have them. */
const optionalFields = ['editor', 'series', 'publisher', 'location', 'isbn', 'issn'];

/**
 * The change that turns the entry of a preprint into that of its publication. The key, the eprint, comments and all other
 * fields stay; what describes the preprint server goes. Title and authors are replaced only if they have changed. Null if
 * a field also says something else ('Submitted to Automatica; winner of an award').
 */
export function planUpgrade(
	preprint: Publication,
	published: Draft,
	style: FileStyle,
	reading: Reading,
): EntryChange | null {
	const { entry } = preprint;
	const work = workOf(published, reading);
	const fields = new Map([...published.fields].filter(([name]) => publicationFields.has(name)));
	for (const [name, value] of changedNames(preprint, work, published)) fields.set(name, value);
	const date = fields.get('date');
	if (date !== undefined) fields.set('date', withPrecision(date, entry, style));
	const removed = new Set(obsoleteFields(preprint));
	const values = new Map<string, string | null>([...removed].map((name) => [name, null]));
	for (const [name, value] of fields) values.set(name, value);
	const status = appearedStatus(
		publicationOf(entryWith(entry, values), reading, () => {}),
		published,
		reading,
	);
	if (!status) return null;
	for (const [name, value] of status) if (value === null && !fields.has(name)) removed.add(name);
	for (const name of removed) values.set(name, null);
	for (const [name, value] of eprintFields(preprint, entryWith(entry, values), reading)) fields.set(name, value);
	const optional = new Set([...published.optional, ...optionalFields]);
	const change = changeEntry(entry, { draft: { ...published, fields, optional }, removed }, style);
	const after = { ...entryWith(entry, values), type: change?.type?.after.toLowerCase() ?? entry.type };
	return change &&
		isPublished(
			publicationOf(after, reading, () => {}),
			work,
		)
		? change
		: null;
}

/** The title and the authors, as far as the publication has others. */
function changedNames(preprint: Publication, work: Publication, { fields }: Draft): [string, string][] {
	const changed: [string, string][] = [];
	const copy = (name: string) => {
		const value = fields.get(name);
		if (value !== undefined) changed.push([name, value]);
	};
	if (!haveSameTitle(preprint, work) && !preprint.entry.fields.has('subtitle')) copy('title');
	const names = authorAgreement(preprint, work);
	const isCut = preprint.contributors.author?.etAl ?? false;
	// Annotations refer to authors by their numbers.
	const isAnnotated = preprint.entry.annotations.has('author');
	if ((names === 'some' || names === 'none') && !isCut && !isAnnotated) copy('author');
	return changed;
}

/** Fields whose values describe the preprint, and not the publication. */
const placeFields = ['volume', 'number', 'issue', 'pages', 'eid', 'articleno'];
const venueFields = [
	...['journal', 'journaltitle', 'fjournal', 'shortjournal', 'booktitle', 'publisher', 'organization', 'institution'],
	...['school', 'howpublished', 'series', 'abbr'],
];
const remarkFields = ['note', 'howpublished', 'addendum', 'comment', 'annote', 'annotation'];
const kindFields = ['type', 'entrysubtype', 'venuekind', 'pubtype', 'genre', 'pubstate'];

/** The entry's own fields that say that it is a preprint, or where. Fields of the publication replace some of them. */
function obsoleteFields({ entry, identifiers }: Publication): string[] {
	return [...entry.fields.values()].flatMap((field) => {
		const { name, inheritedFrom } = field;
		const words = wordsIn(field);
		const isObsolete =
			placeFields.includes(name) ||
			(venueFields.includes(name) && isServer(words)) ||
			(kindFields.includes(name) && kindOfPreprint.test(words)) ||
			(remarkFields.includes(name) && isPreprintRemark(field, identifiers.arxiv));
		return isObsolete && !inheritedFrom ? [name] : [];
	});
}

const kindOfPreprint = /^(?:pre-?print|e-?print|pre-?published|working ?paper|unpublished)s?$/i;
const remark = /^[([]?(?:pre-?print|e-?print|manuscript|arxiv(?: pre-?print)?)[)\].]*$/i;
const serverAddress = /\b(?:(?:arxiv|biorxiv|medrxiv|chemrxiv|preprints)\.org|ssrn\.com|researchsquare\.com)\//i;

/** True for a remark that only names the preprint: 'Preprint', 'arXiv:1706.03762 [cs.CL]', an address of a server. */
function isPreprintRemark(field: Field, arxiv: string | null): boolean {
	const words = wordsIn(field);
	if (remark.test(words) || (arxiv !== null && withoutArxiv(words, arxiv) === '')) return true;
	if (isServer(words)) return !/[.;,]\s+\p{L}/u.test(words);
	return serverAddress.test(addressOfRemark(field.value) ?? '');
}

/** The fields that keep the id of the preprint if the other changes would lose it. */
function eprintFields(preprint: Publication, after: Entry, reading: Reading): [string, string][] {
	const { arxiv, doi } = preprint.identifiers;
	if (after.fields.has('eprint')) return [];
	if (arxiv !== null) {
		const isKept = publicationOf(after, reading, () => {}).identifiers.arxiv !== null;
		return isKept
			? []
			: [
					['eprint', arxiv],
					['eprinttype', 'arxiv'],
				];
	}
	if (!doi || !isPreprintDoi(doi)) return [];
	const server = (preprintServer(preprint.entry) ?? '').toLowerCase().replace(/[^a-z]/g, '');
	return [
		['eprint', doi],
		...(server === '' ? [] : [['eprinttype', valueIn(servers, server) ?? server] as [string, string]]),
	];
}

/** Names of servers that share DOIs, as they are written. */
const servers: Readonly<Record<string, string>> = { corr: 'arxiv', preprintsorg: 'preprints' };

/** True if a changed entry would be read as the publication. */
function isPublished(changed: Publication, work: Publication): boolean {
	const { venue, status, identifiers } = changed;
	return venue.kind !== 'preprint' && status.kind === 'published' && identifiers.doi === work.identifiers.doi;
}
