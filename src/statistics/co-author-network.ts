import type { PublicationList } from '../lists/list.ts';
import { presentRole } from '../people/membership.ts';
import type { Publication } from '../publications/publication.ts';
import { coAuthorsOf } from './co-authors.ts';
import { hasRole } from './listed-people.ts';
import type { Network } from './statistic.ts';

/** A larger network could not be read. */
const largestNetwork = 100;

/**
 * The network of the co-authors of a list: declared people with a role, then the others with most joint works, up to 100. A
 * link has the number of works of both.
 */
export function coAuthorNetwork(list: PublicationList): Network {
	const candidates = coAuthorsOf(list).filter(
		({ person, isOwner, jointWorks }) => jointWorks.length > 0 || isOwner || (person && hasRole(person)),
	);
	const authors = candidates.slice(0, largestNetwork);
	const indicesIn = new Map<Publication, number[]>();
	for (const [index, { works }] of authors.entries())
		for (const work of works) indicesIn.set(work, [...(indicesIn.get(work) ?? []), index]);
	const links = new Map<string, { readonly source: number; readonly target: number; works: number }>();
	for (const indices of indicesIn.values()) {
		for (const [position, source] of indices.entries()) {
			for (const target of indices.slice(position + 1)) {
				const key = `${source} ${target}`;
				const link = links.get(key) ?? { source, target, works: 0 };
				link.works++;
				links.set(key, link);
			}
		}
	}
	return {
		form: 'network',
		nodes: authors.map(({ label, person, isOwner, works }) => ({
			...{ label, works: works.length },
			role: isOwner ? 'owner' : person && hasRole(person) ? presentRole(person) : null,
		})),
		links: [...links.values()],
		omitted: candidates.length - authors.length,
	};
}
