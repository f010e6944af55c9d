import { comparable } from '../publications/links/links.ts';
import type { Publication } from '../publications/publication.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { certainPairs } from './preprint-pairs.ts';

/**
 * Merges a preprint and its published version if they are certainly the same work: the published one stays, with the
 * preprint in `versions` and its links, arXiv id and awards. The same versions yield the same object.
 */
export function mergeVersions(publications: readonly Publication[]): Publication[] {
	const versions = new Map<Publication, Publication[]>();
	const gone = new Set<Publication>();
	for (const { preprint, published } of certainPairs(publications)) {
		if (gone.has(published) || versions.has(preprint)) continue;
		gone.add(preprint);
		const others = versions.get(published);
		if (others) others.push(preprint);
		else versions.set(published, [preprint]);
	}
	return publications
		.filter((publication) => !gone.has(publication))
		.map((publication) => {
			const preprints = versions.get(publication);
			return preprints ? merged(publication, ...preprints) : publication;
		});
}

const merged = cacheByIdentity((published: Publication, ...preprints: readonly Publication[]): Publication => {
	const item = { ...published, versions: [...published.versions, ...preprints] };
	for (const { links, selected, identifiers, awards } of preprints) {
		const addresses = new Set(item.links.map(({ url }) => comparable(url)));
		item.links = [...item.links, ...links.filter(({ url }) => !addresses.has(comparable(url)))];
		item.selected ||= selected;
		if (item.identifiers.arxiv === null) {
			const { arxiv, arxivClass } = identifiers;
			item.identifiers = { ...item.identifiers, arxiv, arxivClass };
		}
		if (item.awards.length === 0) item.awards = awards;
	}
	return item;
});
