import type { Table } from '../../statistics/statistic.ts';
import type { Locale } from '../locale.ts';
import type { BarRow, BarTable } from './bar-table.ts';
import { labelText } from './label-text.ts';
import type { ShownNetwork } from './shown-network.ts';

/** English punctuation, in that of the language. */
function sign(english: string, { punctuation }: Locale): string {
	return punctuation.get(english) ?? english;
}

/** Words in brackets after others; '' without words. */
export function inBrackets(words: string, locale: Locale): string {
	return words && `${sign(' (', locale)}${words}${sign(')', locale)}`;
}

/** The number of pairs that a description of a network names. */
const mostPairs = 40;

/** A row in words: 'Journal articles: 12', '2019: 3 (Journal articles: 2; Talks: 1)'. */
export function rowInWords({ label, works, parts }: BarRow, table: BarTable, locale: Locale): string {
	const colon = sign(': ', locale);
	const named = table.parts.flatMap((part, index) => (parts[index] ? [`${part.label}${colon}${parts[index]}`] : []));
	return `${label}${colon}${works}${inBrackets(named.join(sign('; ', locale)), locale)}`;
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
		return index > 0 && column ? [`${labelText(column, locale)}${sign(': ', locale)}${sum}`] : [];
	});
	const semicolon = sign('; ', locale);
	const words = rows.map((row) => rowInWords(row, table, locale)).join(semicolon);
	return [sums.join(semicolon), words, ...notes].filter(Boolean).join(sign('. ', locale));
}

/** 'Emmy Noether: 42', 'Mary Somerville: 12 (former member)'. */
export function personInWords({ people }: ShownNetwork, index: number, locale: Locale): string {
	const { label = '', works = 0, relation = '' } = people[index] ?? {};
	return `${label}${sign(': ', locale)}${works}${inBrackets(relation, locale)}`;
}

/** 'Emmy Noether – Mary Somerville: 3'. */
export function linkInWords({ people, links }: ShownNetwork, index: number, locale: Locale): string {
	const { source = 0, target = 0, works = 0 } = links[index] ?? {};
	return `${people[source]?.label} – ${people[target]?.label}${sign(': ', locale)}${works}`;
}

/** The text alternative of a network: the works of each person, and the pairs with the most joint works. */
export function networkInWords(network: ShownNetwork, notes: readonly string[], locale: Locale): string {
	const semicolon = sign('; ', locale);
	const people = network.people.map((_, index) => personInWords(network, index, locale)).join(semicolon);
	const pairs = network.links.slice(0, mostPairs).map((_, index) => linkInWords(network, index, locale));
	const rest = network.links.length - pairs.length;
	const more = rest > 0 ? [locale.phrase('not-shown', { number: rest })] : [];
	const joint = pairs.length
		? [`${locale.term('joint-works')}${sign(': ', locale)}${[...pairs, ...more].join(semicolon)}`]
		: [];
	return [people, ...joint, ...notes].join(sign('. ', locale));
}
