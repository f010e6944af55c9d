import { valueIn } from '../../text/value-in.ts';
import { decodeAddress } from './url-safety.ts';

const name = /10\.\d{4,9}(?:\.\d+)*\/\S+/;

/** A whole value that is a DOI. The DOI Handbook (§2.2) sets no minimum length for the registrant code. */
const whole = /^\s*(?:https?:\/\/(?:www\.|dx\.)?doi\.org\/|doi:\s*)?(10\.\d{1,9}(?:\.\d+)*\/\S+)\s*$/i;

/** Fast path: only a DOI, without characters that could be escapes or punctuation. */
const bare = /^10\.\d{4,9}\/[\w./()-]*\w$/;

/**
 * Extracts the bare DOI from a value in any form: an address of doi.org, 'doi:', LaTeX escapes, `%2F`, several DOIs (the
 * first one). Keeps the case, although DOIs are case-insensitive. Null if there is none.
 */
export function normalizeDoi(value: string): string | null {
	if (bare.test(value)) return value;
	const text = decoded(value);
	const plain = /%2f/i.test(text) ? percentDecoded(text) : text;
	const match = name.exec(plain)?.[0] ?? whole.exec(plain)?.[1];
	if (!match) return shortDoi(text) ?? joinedDoi(text);
	// '10.1/a, 10.2/b' are several. A comma may also be part of a DOI.
	const single = /[,;|]/.test(match) ? (match.split(/[,;|]+(?=(?:doi:|https?:|10\.\d{4}))/i)[0] ?? match) : match;
	const doi = trimEnd(/(?:doi\.org|\/doi)\//i.test(text) ? withoutUrlParts(single) : escapesDecoded(single));
	return whole.test(doi) ? doi : null;
}

/**
 * A short DOI of the shortDOI service: '10/gf4gqc' or 'https://doi.org/gf4gqc'. One with digits only is more likely a date.
 */
function shortDoi(text: string): string | null {
	const plain = /%2f/i.test(text) ? percentDecoded(text) : text;
	const found =
		/^\s*(?:(?:https?:\/\/)?(?:www\.|dx\.)?doi\.org\/)?(?:urn:)?(?:doi:\s*)?\/?10\/([a-z\d]{2,12})\s*$/i.exec(plain) ??
		/^\s*(?:https?:\/\/)?(?:www\.|dx\.)?doi\.org\/([a-z\d]{2,12})\s*$/i.exec(plain);
	return found?.[1] && /[a-z]/i.test(found[1]) ? `10/${found[1]}` : null;
}

/** Joins a DOI that contains whitespace after a line break or a copied page. A DOI never contains whitespace. */
function joinedDoi(text: string): string | null {
	const joined = text.replace(/\s+/g, '');
	return /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?10\.\d{4,9}\/\S+$/i.test(joined) && joined !== text
		? normalizeDoi(joined)
		: null;
}

/** The DOI in free text, if unambiguous: an address of doi.org or a publisher's `/doi/…`, or 'doi: 10.…'. */
export function findDoi(value: string): string | null {
	if (!/doi|10\.\d{4}/i.test(value)) return null;
	const text = decoded(value);
	const found =
		/\bdoi\.(?:org|acm\.org|ieeecomputersociety\.org)\/(?:doi:)?(10(?:\.|%2e)\d{4}[^\s{}]*)/i.exec(text) ??
		/\/doi\/(?:abs\/|full\/|pdf\/|epdf\/|book\/|pdfplus\/)?(10\.\d{4,9}\/[^\s{}]+)/i.exec(text) ??
		/\bdoi\s*[:=]?\s*(10\.\d{4,9}\/[^\s{}]+)/i.exec(text);
	return found?.[1] ? normalizeDoi(withoutUrlParts(found[1].replace(/\/(?:full|abstract|pdf|epdf|html)$/i, ''))) : null;
}

function decoded(value: string): string {
	return decodeAddress(
		value.replace(/\$([<>])\$|\\text(less|greater)\b(?:\s*\{\})?|\\ensuremath\{([<>])\}/g, lessOrGreater),
	)
		.replace(/&lt;/gi, '<')
		.replace(/&gt;/gi, '>')
		.replace(/[\u200b\u00ad\ufeff]/g, '')
		.replace(/[‐‑]/g, '-');
}

function lessOrGreater(_: string, math?: string, named?: string, ensured?: string): string {
	return math ?? ensured ?? (named === 'less' ? '<' : '>');
}

function percentDecoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text.replace(/%2f/gi, '/');
	}
}

/** Decodes `%3C` to `<` in a bare DOI from an address, because DOIs contain no such escapes. Any other `%` stays. */
function escapesDecoded(doi: string): string {
	return doi.replace(/%(?:2[1-9a-f]|3[a-f]|40|5[b-f]|60|7[b-e])/gi, decodeURIComponent);
}

/** Removes `?…` and `#…` of an address, and decodes escapes such as `%3C`. */
function withoutUrlParts(text: string): string {
	return percentDecoded(text.replace(/[?#].*$/, ''));
}

/** Removes punctuation and unmatched closing brackets after a DOI. Balanced brackets belong to it. */
function trimEnd(doi: string): string {
	let end = doi.length;
	while (end > 0) {
		const last = doi[end - 1] ?? '';
		const open = valueIn(brackets, last);
		if (open ? count(doi, open, end) >= count(doi, last, end) : !'.,;:\'"*!’”/\\'.includes(last)) break;
		end--;
	}
	return doi.slice(0, end);
}

const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[', '>': '<', '}': '{' };

function count(text: string, character: string, end: number): number {
	let number = 0;
	for (let at = 0; at < end; at++) if (text[at] === character) number++;
	return number;
}
