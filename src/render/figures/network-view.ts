import type { Locale } from '../locale.ts';
import { linkInWords, personInWords } from './figure-description.ts';
import { lineHeight, margin, rounded, type TextView, textSize } from './figure-layout.ts';
import { type Box, type LabelledCircle, labelPlaces } from './label-places.ts';
import { layOut, type Point } from './network-layout.ts';
import type { NodeShape, ShownNetwork } from './shown-network.ts';
import { linesOf, textWidth } from './text-width.ts';

/** People with joint works as circles and lines. */
export interface NetworkView {
	readonly links: readonly {
		readonly x1: number;
		readonly y1: number;
		readonly x2: number;
		readonly y2: number;
		readonly width: number;
		readonly title: string;
	}[];
	readonly nodes: readonly NodeView[];
}

export interface NodeView {
	readonly shape: NodeShape;
	readonly x: number;
	readonly y: number;
	readonly radius: number;
	readonly title: string;
	/** Its name; null if there is no space for it. */
	readonly label: NodeLabel | null;
}

/** A name; `anchor` is SVG's `text-anchor`. */
export interface NodeLabel extends TextView {
	readonly anchor: 'start' | 'middle' | 'end';
}

const smallestRadius = 4;
const largestRadius = 14;
/** The line of one joint work. Its width grows with the square root of their number. */
const thinnestLink = 0.7;
const widestLink = 5;
const longestLabel = 200;
/** The width of bold text in relation to the normal one. */
const boldWidth = 1.12;
/** Few people are not drawn larger than this, in CSS pixels per unit of the layout. */
const largestScale = 1.6;

/** Places a network below `top`. It has at least one person. */
export function networkView(
	shown: ShownNetwork,
	top: number,
	width: number,
	locale: Locale,
): { readonly network: NetworkView; readonly height: number } {
	const { people, links } = shown;
	const mostWorks = Math.max(...people.map(({ works }) => works), 1);
	const mostJoint = Math.max(...links.map(({ works }) => works), 1);
	const radiusOf = (works: number) => smallestRadius + (largestRadius - smallestRadius) * Math.sqrt(works / mostWorks);
	const hasCentre = people.filter(({ shape }) => shape === 'owner').length === 1;
	const layout = layOut(
		people.map(({ works, shape }) => ({ radius: radiusOf(works), isCentre: hasCentre && shape === 'owner' })),
		links.map((link) => ({ ...link, strength: Math.sqrt(link.works / mostJoint) })),
	);
	const { points, height } = fitted(layout, top, width);
	const at = (index: number) => points[index] ?? { x: 0, y: 0 };
	const circles = people.map((person, index): PlacedPerson => {
		const name = linesOf(person.label, longestLabel, textSize, 1)[0] ?? '';
		const boldness = person.shape === 'owner' ? boldWidth : 1;
		const size = { width: textWidth(name, textSize) * boldness, height: lineHeight - 2 };
		return { ...person, ...at(index), ...size, radius: rounded(radiusOf(person.works)), name };
	});
	const labels = labelsOf(circles, { x: 4, y: top, width: width - 8, height });
	const network = {
		links: links.map(({ source, target, works }, index) => ({
			...{ x1: at(source).x, y1: at(source).y, x2: at(target).x, y2: at(target).y },
			width: rounded(Math.min(widestLink, thinnestLink * Math.sqrt(works))),
			title: linkInWords(shown, index, locale),
		})),
		nodes: circles.map((circle, index) => ({
			...{ shape: circle.shape, x: circle.x, y: circle.y, radius: circle.radius },
			title: personInWords(shown, index, locale),
			label: labels.get(circle) ?? null,
		})),
	};
	return { network, height };
}

interface PlacedPerson extends LabelledCircle {
	readonly shape: NodeShape;
	readonly works: number;
	/** The name, shortened if it is very long. */
	readonly name: string;
}

/** Places the names: first those of owners, then those of the people with the most works. */
function labelsOf(circles: readonly PlacedPerson[], area: Box): Map<PlacedPerson, NodeLabel | null> {
	const isOwner = ({ shape }: PlacedPerson) => Number(shape === 'owner');
	const sorted = circles.toSorted((one, other) => isOwner(other) - isOwner(one) || other.works - one.works);
	const boxes = labelPlaces(sorted, area);
	return new Map(
		sorted.map((circle, index) => {
			const box = boxes[index] ?? (isOwner(circle) ? above(circle) : null);
			return [circle, box && labelIn(box, circle)];
		}),
	);
}

/** A label that is next to its circle, even if its font is narrower than expected. */
function labelIn(box: Box, circle: PlacedPerson): NodeLabel {
	const text = { y: rounded(box.y + 12), text: circle.name };
	if (box.x > circle.x) return { ...text, x: rounded(box.x), anchor: 'start' };
	if (box.x + box.width < circle.x) return { ...text, x: rounded(box.x + box.width), anchor: 'end' };
	return { ...text, x: rounded(box.x + box.width / 2), anchor: 'middle' };
}

/** The place above a circle, whatever is there. */
function above({ x, y, width, height, radius }: PlacedPerson): Box {
	return { x: x - width / 2, y: y - radius - height, width, height };
}

/** Scales and moves points into the width, with space for labels at the edges. */
function fitted(layout: readonly Point[], top: number, width: number): { points: readonly Point[]; height: number } {
	const [left, right] = rangeOf(layout.map(({ x }) => x));
	const [upper, lower] = rangeOf(layout.map(({ y }) => y));
	const inset = { x: margin + 56, y: 30 };
	const scale = Math.min(
		largestScale,
		(width - 2 * inset.x) / Math.max(1, right - left),
		(1.1 * width) / Math.max(1, lower - upper),
	);
	const offset = (width - (right - left) * scale) / 2;
	return {
		points: layout.map(({ x, y }) => ({
			x: rounded(offset + (x - left) * scale),
			y: rounded(top + inset.y + (y - upper) * scale),
		})),
		height: Math.round((lower - upper) * scale + 2 * inset.y),
	};
}

function rangeOf(values: readonly number[]): [minimum: number, maximum: number] {
	return [Math.min(...values), Math.max(...values)];
}
