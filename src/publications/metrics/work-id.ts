import { arxivOfDoi, withoutVersion } from '../identifiers/arxiv.ts';
import type { Identifiers } from '../identifiers/identifiers.ts';

/**
 * The identifier of a work in a file with metrics, in lower case: its DOI, or `arxiv:2206.03208` without a version. A DOI
 * of arXiv counts as its arXiv id, so that both spellings of an entry lead to the same numbers. Null without either.
 */
export function workId({ doi, arxiv }: Pick<Identifiers, 'doi' | 'arxiv'>): string | null {
	const id = doi?.toLowerCase() ?? null;
	const arxivId = id === null ? (arxiv?.toLowerCase() ?? null) : arxivOfDoi(id);
	return arxivId === null ? id : `arxiv:${withoutVersion(arxivId)}`;
}

/** The arXiv id in such an identifier; null for a DOI. */
export function arxivIn(id: string): string | null {
	return id.startsWith('arxiv:') ? id.slice('arxiv:'.length) : null;
}

/** The DOI of the work with such an identifier. arXiv registers one for each of its works. */
export function doiOf(id: string): string {
	const arxiv = arxivIn(id);
	return arxiv === null ? id : `10.48550/arxiv.${arxiv}`;
}
