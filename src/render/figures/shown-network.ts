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
	/** Between people with these indices, those with the most joint works first. */
	readonly links: readonly { readonly source: number; readonly target: number; readonly works: number }[];
}

/** Selects the first people of a network, which are the most important ones. */
export function shownNetwork({ nodes, links }: Network, top: number, locale: Locale): ShownNetwork {
	return {
		people: nodes.slice(0, top).map(({ label, works, role }) => {
			const shape = shapeOf(role);
			return { label: labelText(label, locale), works, shape, relation: locale.term(relations[shape] ?? '') ?? '' };
		}),
		links: links
			.filter(({ source, target }) => Math.max(source, target) < top)
			.toSorted((one, other) => other.works - one.works),
	};
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
