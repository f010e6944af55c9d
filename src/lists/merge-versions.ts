import { comparableUrl } from '../publications/links/links.ts';
import type { Publication } from '../publications/publication.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { certainPairs } from './preprint-pairs.ts';

/**
 * Merges preprints into their published versions if the match is certain: the published one gets the preprint in `versions`,
 * and its links, arXiv id and awards. The same versions yield the same object.
 */
export function mergeVersions(publications: readonly Publication[]): Publication[] {
	const versions = new Map<Publication, Publication[]>();
	const mergedPreprints = new Set<Publication>();
	for (const { preprint, published } of certainPairs(publications)) {
		if (mergedPreprints.has(published) || versions.has(preprint)) continue;
		mergedPreprints.add(preprint);
		const others = versions.get(published);
		if (others) others.push(preprint);
		else versions.set(published, [preprint]);
	}
	return publications
		.filter((publication) => !mergedPreprints.has(publication))
		.map((publication) => {
			const preprints = versions.get(publication);
			return preprints ? mergedItem(publication, ...preprints) : publication;
		});
}

const mergedItem = cacheByIdentity((published: Publication, ...preprints: readonly Publication[]): Publication => {
	const shown = [...published.links];
	const addresses = new Set(shown.map(({ url }) => comparableUrl(url)));
	const item = { ...published, links: shown, versions: [...published.versions, ...preprints] };
	for (const { links, selected, identifiers, awards } of preprints) {
		const added = links.filter(({ url }) => !addresses.has(comparableUrl(url)));
		shown.push(...added);
		for (const { url } of added) addresses.add(comparableUrl(url));
		item.selected ||= selected;
		if (item.identifiers.arxiv === null) {
			const { arxiv, arxivClass } = identifiers;
			item.identifiers = { ...item.identifiers, arxiv, arxivClass };
		}
		if (item.awards.length === 0) item.awards = awards;
	}
	return item;
});
