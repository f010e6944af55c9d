import type { Network } from '../../statistics/statistic.ts';
import { networkInWords } from './figure-description.ts';
import { composed, type FigureOptions, type FigureText, type FigureView } from './figure-view.ts';
import { networkView } from './network-view.ts';
import { type NodeShape, shownNetwork } from './shown-network.ts';

/** More people could not be told apart. */
const mostPeople = 100;

/** The shapes in the order of the legend. */
const shapes: readonly NodeShape[] = ['owner', 'member', 'former', 'outside'];

/** Draws people with joint works as a network. */
export function networkFigure(statistic: Network, text: FigureText, options: FigureOptions): FigureView {
	const { locale } = text;
	const network = shownNetwork(statistic, Math.min(mostPeople, Number(options['top'] ?? mostPeople)), locale);
	const number = network.people.length;
	const width = Number(options['width'] ?? usualWidth(number));
	const relations = new Map(network.people.map(({ shape, relation }) => [shape, relation]));
	const legend = shapes.flatMap((shape) => {
		const label = relations.get(shape);
		return label ? [{ pattern: null, shape, label }] : [];
	});
	const total = statistic.nodes.length + statistic.omitted;
	const lines = network.links.length;
	const notes = [
		...(total > number ? [locale.phrase('people-shown', { number, total })] : []),
		...(network.omittedLinks
			? [locale.phrase('pairs-shown', { number: lines, total: lines + network.omittedLinks })]
			: []),
	];
	const description = networkInWords(network, notes, locale);
	return composed(
		{ text, options, width, legend, notes, description },
		number > 0 ? (top) => networkView(network, top, width, locale) : null,
	);
}

/** The width by default, in CSS pixels. */
function usualWidth(people: number): number {
	return people <= 12 ? 520 : people <= 40 ? 720 : 960;
}
