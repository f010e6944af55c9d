import { comparable } from '../publications/links/links.ts';
import type { Publication } from '../publications/publication.ts';
import { surePairs } from './pairs.ts';

/**
 * Makes one item of a preprint and its published version where they are surely the same work: the published one, in
 * its place, with the preprint in `versions`, its links, its arXiv id and its awards. The same versions give the same
 * object again.
 */
export function mergeVersions(publications: readonly Publication[]): Publication[] {
	const versions = new Map<Publication, Publication[]>();
	const gone = new Set<Publication>();
	for (const { preprint, published } of surePairs(publications)) {
		if (gone.has(published) || versions.has(preprint)) continue;
		gone.add(preprint);
		const known = versions.get(published);
		if (known) known.push(preprint);
		else versions.set(published, [preprint]);
	}
	return publications
		.filter((publication) => !gone.has(publication))
		.map((publication) => merged(publication, versions.get(publication) ?? []));
}

const known = new WeakMap<Publication, Publication>();

function merged(publication: Publication, versions: readonly Publication[]): Publication {
	if (versions.length === 0) return publication;
	const before = known.get(publication);
	const all = [...publication.versions, ...versions];
	if (before && before.versions.length === all.length && before.versions.every((each, index) => each === all[index])) {
		return before;
	}
	const item = { ...publication, versions: all };
	for (const version of versions) {
		const known = new Set(item.links.map(({ url }) => comparable(url)));
		item.links = [...item.links, ...version.links.filter(({ url }) => !known.has(comparable(url)))];
		item.selected ||= version.selected;
		if (item.identifiers.arxiv === null) {
			const { arxiv, arxivClass } = version.identifiers;
			item.identifiers = { ...item.identifiers, arxiv, arxivClass };
		}
		if (item.awards.length === 0) item.awards = version.awards;
	}
	known.set(publication, item);
	return item;
}
