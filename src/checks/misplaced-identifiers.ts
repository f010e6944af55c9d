import { diagnostic, type Edit, type Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Entry, Field } from '../library/entry.ts';
import { placesInValue } from '../library/value-places.ts';
import type { CheckContext } from './check-context.ts';

/** The part of an address before the DOI. */
const beforeDoi = /^(?:https?:\/\/(?:www\.|dx\.)?doi\.org\/|doi\.org\/|doi:\s*)(?=10\.\d{4,9}\/\S+$)/i;
const doiAddress = /^https?:\/\/(?:www\.|dx\.)?doi\.org\/(10\.\d{4,9}\/[^\s?#]+)$/i;

/**
 * Reports a `doi` that contains a URL (`identifier/address`), and a `url` that contains a DOI without a field `doi`
 * (`identifier/misplaced`), each once with its count. Styles would print the address or link it twice.
 */
export function misplacedIdentifiers({ publications }: CheckContext, report: Report): void {
	const addresses: Edit[] = [];
	const misplaced: (readonly [place: Span, edits: readonly Edit[]])[] = [];
	for (const { entry } of publications) {
		const doi = entry.fields.get('doi');
		if (doi && !doi.inheritedFrom) addresses.push(...withoutAddress(doi));
		const url = entry.fields.get('url');
		if (url && !url.inheritedFrom && !doi) {
			const edits = toDoi(entry, url);
			if (edits.length) misplaced.push([url.assignment, edits]);
		}
	}
	const [address] = addresses;
	if (address) {
		const message = `Unexpected URL in field "doi"${times(addresses.length)}`;
		const hint = 'Remove the part before the DOI';
		report(diagnostic('identifier/address', message, { span: address.span, hint, remedy: addresses }));
	}
	const [first] = misplaced;
	if (first) {
		const message = `Unexpected DOI in field "url"${times(misplaced.length)}`;
		const remedy = misplaced.flatMap(([, edits]) => edits);
		report(diagnostic('identifier/misplaced', message, { span: first[0], hint: 'Use doi = {10.…} instead', remedy }));
	}
}

function withoutAddress(doi: Field): Edit[] {
	const prefix = beforeDoi.exec(doi.value)?.[0];
	if (prefix === undefined) return [];
	const span = placesInValue(doi)(0, prefix.length);
	return span === doi.span ? [] : [{ span, text: '' }];
}

/** Changes `url = {https://doi.org/10.…}` to `doi = {10.…}`, which loses nothing. */
function toDoi({ fields }: Entry, url: Field): Edit[] {
	const [whole, name] = doiAddress.exec(url.value) ?? [];
	// Escaped addresses need a review, and `urldate` belongs to an address.
	if (whole === undefined || name === undefined || /[%\\]/.test(whole) || fields.has('urldate')) return [];
	const span = placesInValue(url)(0, whole.length - name.length);
	if (span === url.span) return [];
	const { assignment } = url;
	return [
		{ span: { ...assignment, end: assignment.start + 'url'.length }, text: 'doi' },
		{ span, text: '' },
	];
}

function times(count: number): string {
	return count === 1 ? '' : ` (${count} times)`;
}
