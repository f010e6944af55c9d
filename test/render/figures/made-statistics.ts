import type { Label, Network, Statistic, Table } from '../../../src/statistics/statistic.ts';

/** A table without groups and years. */
export function table(rowTerm: string, more: Partial<Table>): Table {
	const rest = { isIndex: false, groupTerm: null } as const;
	return { form: 'table', rowTerm, columns: [term('publications')], rows: [], totals: null, ...rest, ...more };
}

/** A row with a title, or with a term if the label is one. */
export function row(label: string | Label, ...values: number[]): Table['rows'][number] {
	return { label: typeof label === 'string' ? title(label) : label, values, group: null, years: null };
}

export function term(name: string): Label {
	return { title: null, term: name, part: null };
}

export function title(text: string): Label {
	return { title: text, term: null, part: null };
}

const kinds = ['journal', 'conference', 'workshop', 'book', 'thesis', 'report', 'talk'];

/** Works of years by kind, growing, with a year without works and works without a year. */
export const perYear: Table = (() => {
	const years = Array.from({ length: 16 }, (_, index) => 2010 + index).filter((year) => year !== 2013);
	const counts = (year: number) => kinds.map((_, kind) => ((year - 2005) * (7 - kind) + kind * year) % (9 - kind));
	const rowOf = (label: string | Label, values: number[]) => row(label, sum(values), ...values);
	const rows = [
		...years.map((year) => rowOf(String(year), counts(year))).reverse(),
		rowOf(term('undated'), [0, 1, 0, 0, 0, 0, 1]),
	];
	const totals = rows[0]?.values.map((_, column) => sum(rows.map(({ values }) => values[column] ?? 0))) ?? [];
	return table('year', { columns: ['publications', ...kinds].map(term), rows, totals });
})();

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

export const perKind: Table = table('kind', {
	rows: kinds.map((kind, index) => row(term(kind), 40 - 5 * index)),
	totals: [175],
});

/** Venues with long, short, hostile, Chinese and Arabic names, more than a figure shows. */
export const perVenue: Table = (() => {
	const names = [
		'Proceedings of the National Academy of Sciences of the United States of America',
		'Nature',
		'Journal of <Angles> & "Quotes"',
		'人工知能学会論文誌',
		'مجلة العلوم الإنسانية والاجتماعية',
		'IEEE Transactions on Pattern Analysis and Machine Intelligence',
		'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen',
		...Array.from({ length: 20 }, (_, index) => `Conference on Subject ${index + 1}`),
	];
	const rows = names.map((name, index) => row(name, Math.ceil(60 / (index + 2))));
	return table('venue', {
		rows: [...rows, row(term('none'), 9)],
		totals: [9 + sum(rows.flatMap(({ values }) => values))],
	});
})();

/** Members with first and last authorships; people share works, so that there are no sums. */
export const perPerson: Table = table('person', {
	columns: ['publications', 'first-author', 'last-author'].map(term),
	rows: [
		row('Emmy Noether', 42, 20, 14),
		row('Mary Somerville', 31, 12, 3),
		row('Émilie du Châtelet', 18, 18, 0),
		row('Sofja Kowalewskaja', 9, 2, 5),
	],
});

const people = [
	...['Emmy Noether', 'Mary Somerville', 'Émilie du Châtelet', 'Sofja Kowalewskaja', 'Maryam Mirzakhani'],
	...['Ada Lovelace', 'Grace Hopper', 'Katherine Johnson', 'Hypatia', 'Sophie Germain', 'Olga Ladyschenskaja'],
	...['Karen Uhlenbeck', 'Ingrid Daubechies', 'Dorothy Hodgkin', 'Lise Meitner', 'Chien-Shiung Wu', '吴健雄'],
	...['Rosalind Franklin', 'Barbara McClintock', 'Rita Levi-Montalcini', 'Marie Curie', 'Irène Joliot-Curie'],
	...['Vera Rubin', 'Henrietta Leavitt', 'Annie Cannon', 'Cecilia Payne', 'Jocelyn Bell Burnell', 'Maria Mitchell'],
	...['Caroline Herschel', 'Williamina Fleming'],
];

/** A network of the first people: an owner, members, former members, and others, in groups of five. */
export function coAuthors(count: number): Network {
	const nodes = Array.from({ length: count }, (_, index) => ({
		label: title(people[index] ?? `Person ${index + 1}`),
		works: Math.ceil(60 / (index + 1)) + (index % 5),
		role: index === 0 ? 'owner' : index < count / 3 ? 'member' : index < count / 2 ? 'alumni' : null,
	}));
	const links = nodes.flatMap((_, target) =>
		nodes.slice(0, target).flatMap((_, source) => {
			const works = source === 0 ? Math.ceil(30 / target) : source % 5 === target % 5 ? 1 + ((source * target) % 6) : 0;
			return works > 0 && (source === 0 ? target % 2 === 1 : target - source < 16) ? [{ source, target, works }] : [];
		}),
	);
	return { form: 'network', nodes, links, omitted: 0 };
}

/** Every kind of figure. */
export const statistics: Readonly<Record<string, Statistic>> = {
	'per-year': perYear,
	'per-kind': perKind,
	'per-venue': perVenue,
	'per-person': perPerson,
	'co-authors': coAuthors(30),
};
