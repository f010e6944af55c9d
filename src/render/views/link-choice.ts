import type { Link } from '../../publications/links/links.ts';

/** The kinds of links that lead to the work itself, the best one first. */
const addressKinds: readonly string[] = [
	...['doi', 'url', 'html', 'pdf', 'arxiv', 'open-access', 'preprint', 'openreview', 'acl', 'hal', 'pubmed', 'pmcid'],
	...['ssrn', 'jstor', 'handle', 'website'],
];

/** The kinds of links that are shown first, the best one first. */
const mainKinds: readonly string[] = ['pdf', ...addressKinds];

/**
 * The link that the title leads to: the DOI, else the work's own page, else the PDF, else another link to the work itself.
 *
 * @param isPart the work appeared in a journal or a book, or at an event, so that the home page of a site is not its own page
 */
export function titleLink(links: readonly Link[], isPart: boolean): Link | null {
	return firstOf(links, addressKinds, isPart);
}

/** The link that most readers want: the PDF, else the DOI, else another link to the work itself. */
export function mainLink(links: readonly Link[], isPart: boolean): Link | null {
	return firstOf(links, mainKinds, isPart);
}

/** Gives a PDF in `url` the kind of a PDF, unless there is another PDF. */
export function withPdfKind(links: readonly Link[]): readonly Link[] {
	if (links.some(({ kind }) => kind === 'pdf')) return links;
	const index = links.findIndex(({ kind, url, label }) => kind === 'url' && label === null && pdfFile.test(url));
	return index < 0 ? links : links.map((link, at) => (at === index ? { ...link, kind: 'pdf' } : link));
}

const pdfFile = /^[^?#]*\.pdf(?:[?#]|$)/i;

/** The first link of the first kind that a work has. */
function firstOf(links: readonly Link[], kinds: readonly string[], isPart: boolean): Link | null {
	for (const kind of kinds) {
		const link = links.find((link) => link.kind === kind && leadsToWork(link, isPart));
		if (link) return link;
	}
	return null;
}

/** False for a place on the same page, a search, and the home page of a journal or event or the code of a paper in `url`. */
function leadsToWork({ kind, url }: Link, isPart: boolean): boolean {
	if (url.startsWith('#')) return false;
	if (kind !== 'url' && kind !== 'html') return true;
	return !search.test(url) && !(isPart && (homePage.test(url) || repository.test(url)));
}

const search =
	/^https?:\/\/(?:(?:www|scholar)\.google\.[a-z.]+\/(?:search|scholar|citations)\b|(?:www\.)?bing\.com\/search|duckduckgo\.com\/\?)/i;
const homePage = /^https?:\/\/[^/?#]+\/?$/i;
const repository = /^https?:\/\/(?:www\.)?(?:github|gitlab|bitbucket)\.(?:com|org)\/(?![^?#]*\.pdf(?:[?#]|$))/i;
