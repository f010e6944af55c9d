import type { Entry } from '../library/entry.ts';
import { fieldOf, wordsOf } from './entry-fields.ts';

/** Names of preprint servers in the fields for journal, publisher or institution. */
const servers =
	/^(?:the )?(?:CoRR\b|Computing Research Repository|arXiv(?:\.org)?\b|(?:bio|med|chem|eng|tech|psy|soc|earth|edu|eco|agri|sport|mech|law|lis|meta|pale|afric|e)?(?:ar|r)xiv\b|verixiv\b|(?:bio|med)rxiv|(?:Available at )?SSRN\b|Social Science Research Network\b|OSF ?Preprints?|Research ?Square|Preprints?(?:\.org)?$|Authorea|TechRxiv|HAL\b|viXra|PeerJ Preprints?|ESSOAr|Earth and Space Science Open Archive|(?:IACR )?Cryptol(?:ogy|\.) ePrint Arch(?:ive|\.)|IACR ePrint|ECCC|Electron(?:ic|\.) Colloquium (?:on )?Comput(?:ational|\.) Complex(?:ity|\.)|Optimization Online|RePEc|MPRA Paper|PhilSci Archive|Zenodo preprint|Open ?Science ?Framework|e-?prints?$|eprint arXiv|ArXiv e-prints)/i;

const archives = /^(?:arxiv|(?:bio|med|chem)rxiv|hal|ssrn|iacr|eccc|osf|psyarxiv|openreview)$/i;

const selfPublished: ReadonlySet<string> = new Set([
	'misc',
	'online',
	'unpublished',
	'electronic',
	'www',
	'article',
	'techreport',
	'report',
]);

const serverAddress =
	/^(?:https?:\/\/)?(?:www\.|papers\.)?(?:arxiv\.org|(?:bio|med|chem|tech)rxiv\.org|ssrn\.com|preprints\.org|researchsquare\.com|osf\.io\/preprints|eprint\.iacr\.org)\//i;

/**
 * The prefixes of preprint DOIs and their servers; null if two servers share one: bioRxiv and medRxiv (DOIs of Cold Spring
 * Harbor's journals have letters in the place of the year). Incomplete on purpose: only prefixes with preprints only.
 */
const registrants: readonly (readonly [doi: string, server: string | null])[] = [
	['10\\.48550/', 'arXiv'],
	['10\\.1101/(?:\\d{6}|20\\d\\d\\.)', null],
	['10\\.64898/', null],
	['10\\.21203/', 'Research Square'],
	['10\\.2139/', 'SSRN'],
	['10\\.26434/', 'ChemRxiv'],
	['10\\.31234/', 'PsyArXiv'],
	['10\\.31235/', 'SocArXiv'],
	['10\\.31219/', 'OSF Preprints'],
	['10\\.31223/', 'EarthArXiv'],
	['10\\.31224/', 'engrXiv'],
	['10\\.35542/', 'EdArXiv'],
	['10\\.32942/', 'EcoEvoRxiv'],
	['10\\.36227/', 'TechRxiv'],
	['10\\.20944/', 'Preprints.org'],
	['10\\.22541/', 'Authorea'],
	['10\\.33774/', 'Cambridge Open Engage'],
	['10\\.7287/peerj\\.preprints', 'PeerJ Preprints'],
	['10\\.12688/verixiv', 'VeriXiv'],
	['10\\.55458/', 'NeuroLibre'],
	['10\\.1002/essoar', 'ESSOAr'],
];

const registered = new RegExp(`(?:^|[/:\\s])(?:${registrants.map(([doi]) => `(${doi})`).join('|')})`, 'i');

/**
 * Whether a work is only on a preprint server: its journal, publisher or institution is a server, or it has an `eprint` or
 * a preprint's DOI and no journal or book. A journal article with an `eprint` is not a preprint.
 */
export function isPreprint(entry: Entry): boolean {
	if (entry.type === 'preprint' || entry.type === 'eprint' || entry.type === 'arxiv') return true;
	if (!selfPublished.has(entry.type)) return false;
	const journal = wordsOf(entry, 'journaltitle');
	if (journal !== '') return servers.test(journal);
	if (fieldOf(entry, 'booktitle')) return false;
	if (['publisher', 'institution', 'howpublished', 'organization'].some((name) => isServer(wordsOf(entry, name))))
		return true;
	if (fieldOf(entry, 'eprint')) {
		const eprinttype = wordsOf(entry, 'eprinttype');
		return eprinttype === '' ? isArxivId(wordsOf(entry, 'eprint')) : archives.test(eprinttype);
	}
	if (/^arxiv\b/i.test(wordsOf(entry, 'note')) || entry.fields.has('arxiv')) return true;
	if (['note', 'howpublished'].some((name) => isPreprintRemark(wordsOf(entry, name)))) return true;
	const address = wordsOf(entry, 'url');
	return (address !== '' && serverAddress.test(address)) || registered.test(doiOf(entry));
}

/** Matches 'Preprint', 'Preprint at https://arxiv.org/…', 'Submitted. arXiv:2001.01234' and an address of a server. */
function isPreprintRemark(remark: string): boolean {
	if (remark === '') return false;
	if (/^(?:[([]?pre-?print\b(?! (?:of|version|server))|e-?print\b)/i.test(remark) || serverAddress.test(remark))
		return true;
	return /^(?:submitted|(?:under|in) (?:review|revision))\b.*\barxiv(?:\.org\/|:)/i.test(remark);
}

/** The server of a preprint's DOI, or of an address with one; null for a shared prefix, and for other DOIs. */
export function serverOfDoi(doi: string): string | null {
	const [, ...groups] = registered.exec(doi) ?? [];
	return registrants[groups.findIndex((group) => group !== undefined)]?.[1] ?? null;
}

/** The DOI of an entry, or the address that may contain it. */
export function doiOf(entry: Entry): string {
	return wordsOf(entry, 'doi') || wordsOf(entry, 'url');
}

/** Whether the name of a journal, publisher or institution is that of a preprint server. */
export function isServer(name: string): boolean {
	return servers.test(name);
}

/** Whether a DOI is that of a preprint, by its prefix. */
export function isPreprintDoi(doi: string): boolean {
	return registered.test(doi);
}

/** The name of a preprint's server, without the id after it: 'CoRR', 'arXiv', 'SSRN'. */
export function preprintServer(entry: Entry): string | null {
	const name = ['journaltitle', 'publisher', 'institution', 'howpublished']
		.map((field) => wordsOf(entry, field))
		.find(isServer);
	if (name === undefined) {
		return wordsOf(entry, 'eprinttype').replace(/^arxiv$/i, 'arXiv') || serverOfDoi(doiOf(entry));
	}
	const withoutId = name
		.slice(0, 100)
		.replace(/^(?:available at|e-?prints?) /i, '')
		.split(/\spre-?print\b|(?<=arxiv)\s(?:pre|e)-?prints?\b|,\s*(?:report|paper)\b|\bno\.|\babs\/|\barXiv:|\d/i)[0];
	return withoutId?.replace(/(?<![\s,:])[\s,:]+$/, '') || 'arXiv';
}

function isArxivId(words: string): boolean {
	return /^(?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})/i.test(words);
}
