import type { Network } from '../../statistics/statistic.ts';
import type { Locale } from '../locale.ts';
import { labelText } from './label-text.ts';

/** The relation of a person to the list, as its shape shows. */
export type NodeShape = 'owner' | 'member' | 'former' | 'outside';

/** The people to draw. */
export interface ShownNetwork {
	readonly people: readonly {
		readonly label: string;
		readonly works: number;
		readonly shape: NodeShape;
		/** The shape in words; '' for owners, whose names are bold. */
		readonly relation: string;
	}[];
	/** The lines to draw, those with the most joint works first. */
	readonly links: readonly Link[];
	/** The number of further pairs with joint works. */
	readonly omittedLinks: number;
}

/** The joint works of the people with these indices. */
type Link = Network['links'][number];

/** With more lines per person, a network is a grey area. */
const mostLinks = 4;

/** Selects the first people of a network, which are the most important ones, and the strongest of many links. */
export function shownNetwork({ nodes, links }: Network, top: number, locale: Locale): ShownNetwork {
	const all = links
		.filter(({ source, target }) => Math.max(source, target) < top)
		.toSorted((one, other) => other.works - one.works);
	const shown = all.length <= mostLinks * Math.min(nodes.length, top) ? all : strongest(all);
	return {
		people: nodes.slice(0, top).map(({ label, works, role }) => {
			const shape = shapeOf(role);
			return { label: labelText(label, locale), works, shape, relation: locale.term(relations[shape] ?? '') ?? '' };
		}),
		links: shown,
		omittedLinks: all.length - shown.length,
	};
}

/** The links that are among the strongest of one of their people. */
function strongest(links: readonly Link[]): Link[] {
	const counts = new Map<number, number>();
	return links.filter(({ source, target }) => {
		const ranks = [source, target].map((person) => counts.get(person) ?? 0);
		for (const person of [source, target]) counts.set(person, (counts.get(person) ?? 0) + 1);
		return ranks.some((rank) => rank < mostLinks);
	});
}

const shapes: readonly (readonly [roles: readonly string[], shape: NodeShape])[] = [
	[['owner'], 'owner'],
	[['alumni'], 'former'],
	[['none', 'collaborator'], 'outside'],
];

/** The terms for the relations. */
const relations: Readonly<Record<NodeShape, string | null>> = {
	owner: null,
	member: 'mark-member',
	former: 'mark-alumni',
	outside: 'co-author',
};

function shapeOf(role: string | null): NodeShape {
	if (role === null) return 'outside';
	return shapes.find(([roles]) => roles.includes(role))?.[1] ?? 'member';
}
