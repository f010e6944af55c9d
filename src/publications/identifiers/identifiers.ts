import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Entry, Field } from '../../library/entry.ts';
import { fieldsOf, wordsIn, wordsOf } from '../entry-fields.ts';
import { findArxiv, normalizeArxiv } from './arxiv.ts';
import { readIsbns, readIssns } from './book-numbers.ts';
import { findDoi, normalizeDoi } from './doi.ts';
import { decodeAddress, looksLikeAddress, safeAddress } from './url-safety.ts';

/** Identifiers of a work in their bare canonical forms; absent ones are null. */
export interface Identifiers {
	/** `10.1000/xyz`, case as written; compare in lower case. */
	readonly doi: string | null;
	/** `2206.03208`, `hep-th/9711200`, with the version if the entry has one (`2206.03208v2`). */
	readonly arxiv: string | null;
	/** The primary class: `cs.LG`. */
	readonly arxivClass: string | null;
	readonly pmid: string | null;
	readonly pmcid: string | null;
	readonly hal: string | null;
	readonly ssrn: string | null;
	readonly openreview: string | null;
	readonly acl: string | null;
	/** ADS bibcode. */
	readonly ads: string | null;
	readonly dblp: string | null;
	readonly isbn: readonly string[];
	readonly issn: readonly string[];
}

/** How to find one kind of identifier: in its own fields, and in addresses in any field. */
interface Finder {
	readonly fields: readonly string[];
	/** Values of `eprinttype` that make `eprint` such an identifier. */
	readonly eprinttypes: readonly string[];
	/** Matches a value of one of its fields; the first group is the identifier. */
	readonly value: RegExp;
	/** Matches an address; the first group is the identifier. */
	readonly address: RegExp;
}

const finders = {
	pmid: {
		fields: ['pmid', 'pubmedid', 'pubmed_id', 'pubmed'],
		eprinttypes: ['pubmed', 'pmid', 'medline'],
		value: /^(?:PMID:?\s*)?(\d{1,9})$/i,
		// Publishers note 'PMID: 33653235'.
		address: /\b(?:pubmed\.ncbi\.nlm\.nih\.gov\/|ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed\/|PMID:\s*)(\d{1,9})/i,
	},
	pmcid: {
		fields: ['pmcid', 'pmc'],
		eprinttypes: ['pmc', 'pmcid', 'pubmedcentral'],
		value: /^(?:PMCID:?\s*)?(?:PMC)?(\d{1,9})$/i,
		address: /\b(?:pmc\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pmc|europepmc\.org)\/articles?\/(?:PMC\/?)?(\d{1,9})/i,
	},
	hal: {
		fields: ['hal_id', 'halid', 'hal'],
		eprinttypes: ['hal'],
		value: /^(?:HAL:?\s*)?([a-z]+(?:[-_][a-z]+)*[-_]\d{6,8}(?:v\d+)?)$/i,
		address: /\b(?:hal|halshs|tel|pastel|theses)[a-z.-]{0,40}\/([a-z]+(?:[-_][a-z]+)*[-_]\d{6,8}(?:v\d+)?)/i,
	},
	ssrn: {
		fields: ['ssrn', 'ssrnid'],
		eprinttypes: ['ssrn'],
		value: /^(?:SSRN:?\s*)?(\d{4,9})$/i,
		address: /(?:\bssrn\.com\/(?:abstract=|sol3\/papers\.cfm\?abstract_?id=)|\b10\.2139\/ssrn\.)(\d{4,9})/i,
	},
	openreview: {
		fields: ['openreview'],
		eprinttypes: ['openreview'],
		value: /^([\w-]{6,24})$/,
		address: /\bopenreview\.net\/(?:forum|pdf|attachment|references\/pdf)\?(?:[^\s#]*&)?id=([\w-]{6,24})/i,
	},
	acl: {
		fields: ['acl', 'aclid', 'anthology'],
		eprinttypes: ['acl', 'aclanthology'],
		value: /^([A-Z]\d{2}-\d{4}|\d{4}\.[\w-]+\.\d+)$/i,
		address:
			/(?:\baclanthology\.org|\baclweb\.org\/anthology(?:-new)?(?:\/[A-Z]\/[A-Z]\d{2})?|\b10\.18653\/v1)\/([A-Z]\d{2}-\d{4}|\d{4}\.[\w-]+\.\d+)/i,
	},
	ads: {
		fields: ['bibcode', 'adscode'],
		eprinttypes: ['ads', 'adsabs', 'bibcode'],
		value: /^(\d{4}[\w.&]{14}[A-Z.:])$/i,
		address: /\badsabs\.harvard\.edu\/(?:#)?abs\/(\d{4}(?:[\w.&]|%26){14}[A-Z.:])/i,
	},
	dblp: {
		fields: ['dblp'],
		eprinttypes: ['dblp'],
		value: /^(?:DBLP:)?((?:conf|journals|books|series|phd|reference|tr|homepages)\/[\w/.-]+)$/i,
		address:
			/\bdblp\.(?:org|uni-trier\.de|dagstuhl\.de)\/(?:rec|db)\/(?:bib\d?\/|html\/)?((?:conf|journals|books|series|phd|reference|tr)\/[\w/-]+)/i,
	},
} as const satisfies Record<string, Finder>;

/** Fields that may contain an address with an identifier. */
const addressFields = [
	...['url', 'ee', 'link', 'paper', 'website', 'html', 'pdf', 'openaccess', 'oa', 'preprint', 'url_paper', 'url_pdf'],
	...[
		'url_link',
		'url_preprint',
		'howpublished',
		'note',
		'adsurl',
		'biburl',
		'bdsk-url-1',
		'bdsk-url-2',
		'doi',
		'eprint',
	],
];

const arxivFields = ['arxiv', 'arxivid', 'arxiv_id'];

/** Fields that may contain remarks such as 'arXiv preprint arXiv:2206.03208'. */
const arxivRemarkFields = [
	...['journal', 'journaltitle', 'note', 'howpublished', 'volume', 'number', 'eid', 'pages', 'publisher'],
];

/**
 * Reads all identifiers of an entry, each from its own field, from `eprint` with its `eprinttype`, or from an address.
 * Reports `identifier/invalid` for such a field without a valid identifier, and for wrong check digits.
 */
export function readIdentifiers(entry: Entry, report: Report): Identifiers {
	const places = shortFields(entry, addressFields);
	const addresses = places.map((field) => decodeAddress(field.value));
	const eprint = eprintOf(entry);
	const find = (name: keyof typeof finders): string | null => {
		const finder: Finder = finders[name];
		const fields = shortFields(entry, finder.fields);
		if (eprint.field && finder.eprinttypes.includes(eprint.type)) fields.push(eprint.field);
		const inField = (field: Field) =>
			finder.value.exec(wordsIn(field)) ?? finder.address.exec(decodeAddress(field.value));
		return (
			first(fields, (field) => inField(field)?.[1] ?? null) ??
			first(addresses, (address) => finder.address.exec(address)?.[1] ?? null)
		);
	};
	const { arxiv, arxivClass } = readArxiv(entry, addresses, report);
	const pmcid = find('pmcid');
	return {
		doi: readDoi(entry, places, report),
		arxiv,
		arxivClass,
		pmid: find('pmid'),
		pmcid: pmcid && `PMC${pmcid}`,
		hal: find('hal'),
		ssrn: find('ssrn'),
		openreview: find('openreview'),
		acl: find('acl'),
		ads: find('ads')?.replace('%26', '&') ?? null,
		dblp: find('dblp') ?? /^DBLP:(.+)$/i.exec(entry.key)?.[1] ?? null,
		isbn: readIsbns(entry, report),
		issn: readIssns(entry, report),
	};
}

/** Fields that may contain an identifier. Skips very long values, which are prose. */
function shortFields(entry: Entry, names: readonly string[]): Field[] {
	return fieldsOf(entry, names).filter(({ value }) => value.length <= longestValue);
}

/** UTF-16 units. */
const longestValue = 4096;

function eprintOf(entry: Entry): { readonly field: Field | null; readonly type: string } {
	const [field = null] = shortFields(entry, ['eprint']);
	return { field, type: wordsOf(entry, 'eprinttype').toLowerCase() };
}

function readDoi(entry: Entry, places: readonly Field[], report: Report): string | null {
	const [doiField] = shortFields(entry, ['doi']);
	if (doiField) {
		const doi = normalizeDoi(doiField.value);
		if (doi) return doi;
		const hint = addressInDoi(entry)
			? 'It is linked as an address; move it to the field url'
			: 'A DOI starts with "10." and a registrant code: 10.1000/xyz';
		reportInvalid(doiField, 'DOI', hint, report);
	}
	const eprint = eprintOf(entry);
	if (eprint.field && eprint.type === 'doi') return normalizeDoi(eprint.field.value);
	return first(places, (field) => findDoi(field.value));
}

/** The address in the field `doi` if it is not that of a DOI: a page of a publisher or an archive. */
export function addressInDoi(entry: Entry): string | null {
	const [field] = shortFields(entry, ['doi']);
	if (!field || normalizeDoi(field.value)) return null;
	const address = decodeAddress(field.value);
	return looksLikeAddress(address) ? safeAddress(address) : null;
}

function readArxiv(
	entry: Entry,
	addresses: readonly string[],
	report: Report,
): { arxiv: string | null; arxivClass: string | null } {
	const eprint = eprintOf(entry);
	const fields = shortFields(entry, arxivFields);
	if (eprint.field && (eprint.type === '' || eprint.type === 'arxiv')) fields.unshift(eprint.field);
	for (const field of fields) {
		const arxiv = normalizeArxiv(wordsIn(field)) ?? normalizeArxiv(decodeAddress(field.value));
		if (arxiv) return withClass(entry, arxiv, field);
		if (field !== eprint.field || eprint.type === 'arxiv') {
			reportInvalid(field, 'arXiv id', 'An arXiv id looks like 2206.03208 or hep-th/9711200', report);
		}
	}
	const remarks = shortFields(entry, arxivRemarkFields).map(wordsIn);
	const arxiv = first(addresses, findArxiv) ?? first(remarks, findArxiv) ?? corrId(entry);
	return arxiv ? withClass(entry, arxiv, null) : { arxiv: null, arxivClass: null };
}

/** The arXiv id as DBLP writes it: `journal = {CoRR}, volume = {abs/2206.03208}`, or 'CoRR abs/2206.03208' in one field. */
function corrId(entry: Entry): string | null {
	const journal = wordsOf(entry, 'journaltitle');
	if (!/\bCoRR\b|computing research repository|arxiv/i.test(journal)) return null;
	const places = [journal, ...['volume', 'number', 'eid', 'pages'].map((name) => wordsOf(entry, name))];
	return first(
		places.filter(({ length }) => length <= longestValue),
		(words) => {
			const id = /(?:^|\s)(?:abs\/)?([a-z-]+(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5}(?:v\d+)?)(?=$|[\s,;])/i.exec(
				words,
			)?.[1];
			return id ? normalizeArxiv(id) : null;
		},
	);
}

function withClass(entry: Entry, arxiv: string, field: Field | null): { arxiv: string; arxivClass: string | null } {
	const written = wordsOf(entry, 'eprintclass');
	const places = [field ? wordsIn(field) : '', ...shortFields(entry, arxivRemarkFields).map(wordsIn)];
	const bracketed = first(places, (words) => /[[(]([a-z-]+(?:\.[A-Za-z-]{2,})?)[\])]/.exec(words)?.[1] ?? null);
	const old = /\b([a-z-]+\.[A-Z]{2})\/\d{7}/.exec(places.join(' '))?.[1] ?? /^([a-z-]+)\//.exec(arxiv)?.[1];
	return { arxiv, arxivClass: written || bracketed || old || null };
}

function reportInvalid(field: Field, kind: string, hint: string, report: Report): void {
	if (field.inheritedFrom) return;
	report(
		diagnostic('identifier/invalid', `Invalid ${kind} "${wordsIn(field)}"`, {
			span: field.span,
			hint,
		}),
	);
}

function first<T>(places: readonly T[], find: (place: T) => string | null): string | null {
	for (const place of places) {
		const result = find(place);
		if (result) return result;
	}
	return null;
}
