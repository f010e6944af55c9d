import type { Table } from '../../statistics/statistic.ts';
import type { Locale } from '../locale.ts';
import type { BarRow, BarTable } from './bar-table.ts';
import { labelText } from './label-text.ts';
import type { ShownNetwork } from './shown-network.ts';

/** The number of pairs that a description of a network names. */
const mostPairs = 40;

/** A row in words: 'Journal articles: 12', '2019: 3 (Journal articles: 2; Talks: 1)'. */
export function rowInWords({ label, works, parts }: BarRow, table: BarTable): string {
	const named = table.parts.flatMap((part, index) => (parts[index] ? [`${part.label}: ${parts[index]}`] : []));
	return `${label}: ${works}${named.length ? ` (${named.join('; ')})` : ''}`;
}

/** The text alternative of bars: the sums of all columns, and all numbers in words. */
export function barsInWords(
	{ columns, totals }: Table,
	rows: readonly BarRow[],
	table: BarTable,
	notes: readonly string[],
	locale: Locale,
): string {
	const sums = (totals ?? []).flatMap((sum, index) => {
		const column = columns[index];
		return index > 0 && column ? [`${labelText(column, locale)}: ${sum}`] : [];
	});
	return [sums.join('; '), rows.map((row) => rowInWords(row, table)).join('; '), ...notes].filter(Boolean).join('. ');
}

/** 'Emmy Noether: 42', 'Mary Somerville: 12 (former member)'. */
export function personInWords({ people }: ShownNetwork, index: number): string {
	const { label = '', works = 0, relation = '' } = people[index] ?? {};
	return `${label}: ${works}${relation && ` (${relation})`}`;
}

/** 'Emmy Noether – Mary Somerville: 3'. */
export function linkInWords({ people, links }: ShownNetwork, index: number): string {
	const { source = 0, target = 0, works = 0 } = links[index] ?? {};
	return `${people[source]?.label} – ${people[target]?.label}: ${works}`;
}

/** The text alternative of a network: the works of each person, and the pairs with the most joint works. */
export function networkInWords(network: ShownNetwork, notes: readonly string[], locale: Locale): string {
	const people = network.people.map((_, index) => personInWords(network, index)).join('; ');
	const pairs = network.links.slice(0, mostPairs).map((_, index) => linkInWords(network, index));
	const rest = network.links.length - pairs.length;
	const more = rest > 0 ? [locale.phrase('not-shown', { number: rest })] : [];
	const joint = pairs.length ? [`${locale.term('joint-works')}: ${[...pairs, ...more].join('; ')}`] : [];
	return [people, ...joint, ...notes].join('. ');
}
