import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { parseLatex } from '../../latex/parse-latex.ts';
import { isBlank, type RichText } from '../../latex/rich-text.ts';
import type { Entry, Field } from '../../library/entry.ts';
import { valueIn } from '../../text/value-in.ts';
import { fieldOf, optionOf, wordsOf } from '../entry-fields.ts';
import { arxivOfDoi, findArxiv } from '../identifiers/arxiv.ts';
import { findDoi } from '../identifiers/doi.ts';
import { addressInDoi, type Identifiers } from '../identifiers/identifiers.ts';
import { looksLikeAddress, safeAddress } from '../identifiers/url-safety.ts';
import { isPreprintDoi } from '../preprints.ts';
import { addressOfRemark } from '../remarks.ts';
import { type LinkRow, linkTable, rowOf } from './link-table.ts';
import { splitLinks } from './link-values.ts';
import { type FileRow, isAddress, isTarget, withFolder } from './local-files.ts';

export { builtInLinks, type LinkRow } from './link-table.ts';

/** A link of a publication, safe to publish: http, https, mailto or relative. */
export interface Link {
	/** The kind in the table: `doi`, `arxiv`, `pdf`, `code`, `slides`, `video`, `url` … */
	readonly kind: string;
	/** Percent-encoded where necessary, otherwise as written. */
	readonly url: string;
	/** The entry's words for it (`\href{url}{words}`); null for the locale's word for the kind. */
	readonly label: RichText | null;
}

/** The kind of link for each identifier. The table contains its address template. */
const identifierLinks: readonly (readonly [kind: string, value: (identifiers: Identifiers) => string | null])[] = [
	['doi', ({ doi }) => (doi && arxivOfDoi(doi) === null ? encodeDoi(doi) : null)],
	['arxiv', ({ arxiv }) => arxiv],
	['pubmed', ({ pmid }) => pmid],
	['pmcid', ({ pmcid }) => pmcid],
	['hal', ({ hal }) => hal],
	['ssrn', ({ ssrn }) => ssrn],
	['openreview', ({ openreview }) => openreview],
	['acl', ({ acl }) => acl],
];

/** Links of `eprint` for archives without their own identifier. */
const eprintLinks: Readonly<Record<string, readonly [kind: string, template: string]>> = {
	jstor: ['jstor', 'https://www.jstor.org/stable/{}'],
	hdl: ['handle', 'https://hdl.handle.net/{}'],
	googlebooks: ['url', 'https://books.google.com/books?id={}'],
	iacr: ['preprint', 'https://eprint.iacr.org/{}'],
	eccc: ['preprint', 'https://eccc.weizmann.ac.il/report/{}/'],
	osf: ['preprint', 'https://osf.io/{}'],
};

/** The link of an `eprint` that is the DOI of a preprint, at bioRxiv, medRxiv, SSRN and so on. */
const preprintDoi = ['preprint', 'https://doi.org/{}'] as const;

/** Addresses of short values in fields such as `github`: `user/project`. */
const shortForms: Readonly<Record<string, string>> = {
	github: 'https://github.com/{}',
	gitlab: 'https://gitlab.com/{}',
	bitbucket: 'https://bitbucket.org/{}',
	huggingface: 'https://huggingface.co/{}',
	youtube: 'https://youtu.be/{}',
	zenodo: 'https://zenodo.org/records/{}',
	biorxiv: 'https://doi.org/{}',
	medrxiv: 'https://doi.org/{}',
	inspirehep: 'https://inspirehep.net/literature/{}',
};

/**
 * Every link of an entry in the order of the table, each address once. The project's `links` precede the built-in ones: they
 * row their fields first, and their template applies to bare values of the same kind. Skips `file` fields (JabRef,
 * Zotero: local files) and links that the entry's `options` switch off (`url=false`, `doi=false`,
 * `eprint=false`: BibLaTeX manual §3.1.2). Reports `link/refused` for values that are not addresses.
 */
export function readLinks(
	entry: Entry,
	identifiers: Identifiers,
	{ links: rows, files }: { readonly links: readonly LinkRow[]; readonly files: readonly FileRow[] },
	report: Report,
): readonly Link[] {
	const table = linkTable(rows);
	const isWanted = (option: string) => optionOf(entry, option) !== 'false';
	const links: Link[] = [];
	for (const [kind, value] of identifierLinks) {
		const bare = value(identifiers);
		if (bare && isWanted(kind === 'doi' ? 'doi' : 'eprint'))
			links.push({ kind, url: fill(table.templates.get(kind) ?? '{}', bare), label: null });
	}
	for (const field of entry.fields.values()) {
		const row = rowOf(table, field.name);
		if (row && (field.name !== 'url' || isWanted('url')))
			links.push(...linksOf(field, row, files, identifiers, report));
	}
	if (isWanted('eprint')) links.push(...eprintLink(entry, identifiers));
	const misplaced = addressInDoi(entry);
	if (misplaced) links.push({ kind: 'url', url: misplaced, label: null });
	links.push(...remarkLinks(entry));
	if (links.length < 2) return links;
	links.sort((a, b) => (table.order.get(a.kind) ?? 99) - (table.order.get(b.kind) ?? 99));
	return withoutRepeats(links, identifiers);
}

function linksOf(field: Field, row: LinkRow, files: readonly FileRow[], { doi }: Identifiers, report: Report): Link[] {
	const template = row.template ?? valueIn(shortForms, field.name) ?? null;
	return splitLinks(field.value).flatMap(({ target, label }) =>
		(template && !isAddress(target) ? target.split(/[\s,;]+/) : [target]).flatMap((value): Link[] => {
			if (/^(?:true|false|yes|no|none|n\/a|-|\d|)$/i.test(value)) return [];
			// 'https://doi: 10.…' is linked as the DOI.
			if (doi !== null && /^https?:\/\/doi:/i.test(value)) return [];
			const url =
				template && !isAddress(value)
					? safeAddress(fill(template, value))
					: isTarget(value)
						? safeAddress(withFolder(value, field.name, files))
						: null;
			if (url) return [{ kind: row.kind, url, label: labelOf(label, row, field) }];
			// 'DOI: 10.…' in `url` is linked as the DOI.
			const isDoi = doi !== null && value.toLowerCase().endsWith(doi.toLowerCase());
			if (!field.inheritedFrom && !isDoi && isMeantAsAddress(value, row)) {
				const hint = 'Use an http, https, mailto or relative address';
				report(
					diagnostic('link/refused', `Invalid address "${shortened(value)}"; it is not linked`, {
						span: field.span,
						hint,
					}),
				);
			}
			return [];
		}),
	);
}

/** False for words in a field that may contain words (`software = {Python}`), which are not reported as a broken link. */
function isMeantAsAddress(target: string, { kind }: LinkRow): boolean {
	return /[:\\]|^\//.test(target) || kind === 'url' || kind === 'pdf' || kind === 'html';
}

/** The words for a link. For other fields, they come from the name, as in BibBase: `url_Technical_Report = {…}`. */
function labelOf(label: string | null, row: LinkRow, field: Field): RichText | null {
	if (label !== null) {
		const words = parseLatex(label);
		return isBlank(words) ? null : words;
	}
	if (row.kind !== 'link') return null;
	const words = field.name.replace(/^(?:url|link)_/, '').replace(/_/g, ' ');
	return [{ type: 'text', value: words.charAt(0).toUpperCase() + words.slice(1) }];
}

function eprintLink(entry: Entry, { doi }: Identifiers): Link[] {
	const bare = wordsOf(entry, 'eprint');
	const isDoi = bare.toLowerCase() !== doi?.toLowerCase() && isPreprintDoi(bare);
	const [kind, template] = isDoi
		? preprintDoi
		: (valueIn(eprintLinks, wordsOf(entry, 'eprinttype').toLowerCase()) ?? []);
	const url = kind && template && bare ? safeAddress(looksLikeAddress(bare) ? bare : fill(template, bare)) : null;
	return kind && url ? [{ kind, url, label: null }] : [];
}

/** Links from notes that contain only an address: `howpublished = {\url{…}}`, `note = {Available at http://…}`. */
function remarkLinks(entry: Entry): Link[] {
	return ['howpublished', 'note'].flatMap((name): Link[] => {
		const field = fieldOf(entry, name);
		const url = field && addressOfRemark(field.value);
		return url ? [{ kind: 'url', url, label: null }] : [];
	});
}

function withoutRepeats(links: readonly Link[], identifiers: Identifiers): readonly Link[] {
	const seen = new Set<string>();
	const hasDoi = links.some(({ kind }) => kind === 'doi');
	return links.filter(({ kind, url, label }) => {
		if (hasDoi && kind === 'url' && label === null && subscribersPage.test(url)) return false;
		const doi = kind === 'doi' ? identifiers.doi : findDoi(url);
		const arxiv = doi && findArxiv(doi);
		const target = arxiv
			? comparableUrl(`arxiv.org/abs/${arxiv}`)
			: doi
				? doi.toLowerCase()
				: isOnHal(url, identifiers)
					? 'hal'
					: comparableUrl(url);
		if (seen.has(target)) return false;
		seen.add(target);
		return true;
	});
}

/** Records of databases that only subscribers can read, which Scopus and Web of Science write to `url`. A DOI leads to the work. */
const subscribersPage =
	/^https?:\/\/(?:www\.scopus\.com\/(?:inward\/|record\/|pages\/publications\/)|www\.webofscience\.com\/(?:api\/gateway|wos\/)|gateway\.(?:webofknowledge|isiknowledge|webofscience)\.com\/)/i;

/** Whether an address is the work's page on HAL, which has many portals: `theses.hal.science`, `hal.inrae.fr`. */
function isOnHal(url: string, { hal }: Identifiers): boolean {
	if (!hal) return false;
	const path = /^https?:\/\/[^/?#]+\/([\w-]+?)(?:v\d+)?\/?$/i.exec(url)?.[1];
	return path?.toLowerCase() === hal.replace(/v\d+$/i, '').toLowerCase();
}

/** An address for comparison: without http(s), `www.`, a final slash, arXiv's version number and PubMed's old address. */
export function comparableUrl(url: string): string {
	const bare = url
		.replace(/^https?:\/\/(?:www\.)?/i, '')
		.replace(/^ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed\//i, 'pubmed.ncbi.nlm.nih.gov/')
		.replace(/\/$/, '');
	const host = /^[^/?#]+/.exec(bare)?.[0] ?? '';
	const address = host.toLowerCase() + bare.slice(host.length);
	return host.endsWith('arxiv.org')
		? address.replace(/^[a-z]*\.?arxiv\.org\/abs\/(.+?)(?:v\d+)?$/, 'arxiv.org/abs/$1')
		: address;
}

function fill(template: string, bare: string): string {
	return template.replace('{}', () => bare);
}

/** Encodes the characters that a DOI may contain and a path may not (DOI Handbook §2.5.2.4). */
function encodeDoi(doi: string): string {
	return doi.replace(/[%"#?<>{}^[\]`|\\\s]|[^\u0020-\u007e]/gu, (character) => encodeURIComponent(character));
}

function shortened(target: string): string {
	return target.length > 60 ? `${target.slice(0, 57)}…` : target;
}
