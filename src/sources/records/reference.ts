import { findArxiv, normalizeArxiv } from '../../publications/identifiers/arxiv.ts';
import { digitsOf, isValidIsbn } from '../../publications/identifiers/checksums.ts';
import { findDoi, normalizeDoi } from '../../publications/identifiers/doi.ts';

/** An identifier or address by which a publication can be looked up. */
export interface Reference {
	readonly kind: 'doi' | 'arxiv' | 'pubmed' | 'pmc' | 'isbn' | 'page';
	/** The bare identifier, or a page's address. */
	readonly id: string;
}

const labels: Readonly<Record<Reference['kind'], string>> = {
	doi: 'DOI',
	arxiv: 'arXiv id',
	pubmed: 'PubMed id',
	pmc: 'PMC id',
	isbn: 'ISBN',
	page: 'page',
};

/** For a message: 'DOI 10.1000/x'. */
export function referenceLabel({ kind, id }: Reference): string {
	return `${labels[kind]} ${id}`;
}

/**
 * Parses a DOI, arXiv id, PubMed or PMC id, ISBN or address, in any common notation, with quotes and punctuation around it.
 * Null for any other text.
 */
export function referenceIn(text: string): Reference | null {
	const unquoted = text.trim().replace(/^[<("'“‘[]+|(?<![>"'”’\],;.])[>"'”’\],;.]+$/g, '');
	const word = unquoted.includes('(') ? unquoted : unquoted.replace(/(?<!\))\)+[.,;]*$/, '');
	if (word === '') return null;
	const arxiv = /arxiv/i.test(word) ? (findArxiv(word) ?? normalizeArxiv(word)) : normalizeArxiv(word);
	if (arxiv) return { kind: 'arxiv', id: arxiv };
	for (const { kind, pattern } of patterns) {
		const id = pattern.exec(word)?.[1];
		if (id) return { kind, id: kind === 'pmc' ? `PMC${id}` : id };
	}
	const isAddress = /^https?:\/\//i.test(word);
	const doi = isAddress
		? doiInAddress(word)
		: /^(?:doi[:\s]|urn:doi:|(?:dx\.)?doi\.org\/|10\.\d{4,9}\/|10\/[a-z])/i.test(word)
			? normalizeDoi(word)
			: null;
	if (doi) return { kind: 'doi', id: doi };
	const isbn = /^(?:ISBN(?:-1[03])?:?\s*)?([\dX][\dX‐-―\s-]{8,20}[\dX])$/i.exec(word)?.[1];
	if (isbn && isValidIsbn(isbn)) return { kind: 'isbn', id: digitsOf(isbn) };
	if (isAddress && URL.canParse(word)) return { kind: 'page', id: word };
	return null;
}

const patterns: readonly { readonly kind: Reference['kind']; readonly pattern: RegExp }[] = [
	{ kind: 'pmc', pattern: /^(?:PMCID:?\s*)?PMC(\d{3,9})$/i },
	{
		kind: 'pmc',
		pattern: /\b(?:pmc\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pmc|europepmc\.org)\/articles?\/(?:PMC\/?)?(\d{3,9})/i,
	},
	{ kind: 'pubmed', pattern: /^(?:PMID:?\s*|pubmed:\s*)(\d{1,9})$/i },
	{ kind: 'pubmed', pattern: /\b(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed)\/(\d{1,9})/i },
	{ kind: 'isbn', pattern: /\bopenlibrary\.org\/isbn\/(97[89]\d{10}|\d{9}[\dX])\b/i },
];

/** The DOI in a publisher's address, without parts such as `/full` or `.pdf` after it. */
function doiInAddress(address: string): string | null {
	const direct = findDoi(address);
	if (direct) return direct;
	const nature = /\bnature\.com\/articles\/((?:s\d{5}-|nature|ncomms|srep|nmeth|nbt|ng\.)[\w.-]+)/i.exec(address)?.[1];
	if (nature) return `10.1038/${nature.replace(/\.pdf$/i, '')}`;
	const encoded = /[/=](10\.\d{4,9}(?:\/|%2F)[^?#&\s]+)/i.exec(address)?.[1];
	if (!encoded) return null;
	const doi = normalizeDoi(encoded.replace(/%2F/gi, '/'));
	return (
		doi
			?.replace(
				/(?:v\d+)?(?:\.full(?:-text)?|\.abstract|\/full|\/abstract|\/pdf|\/epdf|\/html|\/meta|\/summary|\.pdf)+$/i,
				'',
			)
			.replace(/(?<=^10\.1101\/[\d.]+)v\d+$/, '') ?? null
	);
}
