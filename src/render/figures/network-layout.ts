import {
	forceCollide,
	forceLink,
	forceManyBody,
	forceSimulation,
	forceX,
	forceY,
	type SimulationNodeDatum,
} from 'd3-force';
import { memoize } from '../../text/memoize.ts';

/** A circle to place. */
export interface LayoutNode {
	readonly radius: number;
	/** It stays in the centre. */
	readonly isCentre: boolean;
}

/** A line between the nodes with these indices. */
export interface LayoutLink {
	readonly source: number;
	readonly target: number;
	/** From 0 to 1; strong links are short. */
	readonly strength: number;
}

export interface Point {
	readonly x: number;
	readonly y: number;
}

const steps = 300;

/**
 * Places nodes with d3-force so that linked ones are near each other and no two overlap. The result is the same on every
 * machine: all starting values are given, and the simulation only adds, multiplies, divides and takes square roots, which
 * IEEE 754 defines to the last bit.
 */
export function layOut(nodes: readonly LayoutNode[], links: readonly LayoutLink[]): readonly Point[] {
	return layoutOf(JSON.stringify([nodes, links]));
}

/** Cached, because the networks of a group take longer than its lists, and an edit changes only a few of them. */
const layoutOf = memoize((json): readonly Point[] => {
	const [nodes, links] = JSON.parse(json) as [readonly LayoutNode[], readonly LayoutLink[]];
	const bodies = nodes.map(
		({ isCentre }, index): SimulationNodeDatum => ({ ...startOf(index), ...(isCentre && { fx: 0, fy: 0 }) }),
	);
	const springs = links.map(({ source, target, strength }) => ({ source, target, strength }));
	forceSimulation(bodies)
		.stop()
		.alphaDecay(0.0228)
		.force('charge', forceManyBody().strength(-260))
		.force(
			'link',
			forceLink<SimulationNodeDatum, (typeof springs)[number]>(springs).distance(({ strength }) => 90 - 50 * strength),
		)
		.force(
			'collide',
			forceCollide((_, index) => (nodes[index]?.radius ?? 0) + 13),
		)
		// More room in the width, because labels are wider than high.
		.force('x', forceX(0).strength(0.05))
		.force('y', forceY(0).strength(0.085))
		.tick(steps);
	return bodies.map(({ x = 0, y = 0 }) => ({ x, y }));
}, 200);

/** The start of the node with an index, on a spiral as of the seeds of a sunflower. */
function startOf(index: number): { x: number; y: number } {
	const angle = index * Math.PI * (3 - Math.sqrt(5));
	const distance = 20 * Math.sqrt(index);
	// Cosines differ in their last bits between versions of JavaScript engines.
	const exact = (value: number) => Math.round(value * 1000) / 1000;
	return { x: exact(distance * Math.cos(angle)), y: exact(distance * Math.sin(angle)) };
}
