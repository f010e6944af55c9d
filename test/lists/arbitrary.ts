import fc from 'fast-check';
import type { GroupKey, ListSpec, SectionSpec, SortKey } from '../../src/lists/list.ts';
import { defaultList } from '../../src/lists/list-defaults.ts';
import type { Selector } from '../../src/lists/selector.ts';
import type { Publication } from '../../src/publications/publication.ts';
import { work } from './sample-publication.ts';

const types = ['article', 'inproceedings', 'incollection', 'talk', 'patent', 'unpublished', 'book'];
const keywords = ['xai', 'gait', 'eeg'];
const authors = ['Lapuschkin, S.', 'Bach, Sebastian', 'Samek, W.', 'Müller, K.-R.', 'Weber, L.'];
const statuses = ['submitted', 'inpress', 'published'];

/** A publication with values from small sets, so that selectors, groups and sorting find common values. */
export const anyWork: fc.Arbitrary<Publication> = fc
	.record(
		{
			type: fc.constantFrom(...types),
			author: fc.uniqueArray(fc.constantFrom(...authors), { minLength: 1 }).map((names) => names.join(' and ')),
			title: fc.constantFrom('Heatmaps', 'Clever Hans', 'Gait patterns', 'heatmaps'),
			date: fc.constantFrom('2015', '2019-03', '2019', '2022-06-24', 'in press', '201X'),
			keywords: fc.subarray(keywords).map((words) => words.join(', ')),
			journal: fc.constantFrom('PLoS ONE', 'Pattern Recognition'),
			pubstate: fc.constantFrom(...statuses),
			selected: fc.constantFrom('true', 'false'),
			project: fc.constantFrom('brain', 'gait, brain'),
			volume: fc.constantFrom('2', '10'),
		},
		{ requiredKeys: ['type', 'title'] },
	)
	.map(({ type, ...fields }) => work(type, fields as Record<string, string>));

export const anyWorks = fc.array(anyWork, { maxLength: 12 });

const several = (...values: readonly string[]) =>
	fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
const year = fc.option(fc.integer({ min: 2014, max: 2023 }), { nil: null });

const number = fc.option(fc.nat({ max: 3 }), { nil: null });

/** All conditions. */
export const anyConditions: fc.Arbitrary<Selector> = fc.record(
	{
		type: several(...types, 'article-journal'),
		venue: several('journal', 'conference', 'talk', 'plos*', 'other'),
		year: fc.array(fc.record({ from: year, to: year }), { minLength: 1, maxLength: 2 }),
		keyword: several(...keywords, '*'),
		person: several('sebastian', 'Samek, Wojciech', 'Bach, S.', '*'),
		role: several('owner', 'student'),
		group: several('vision', 'lang*'),
		current: fc.constantFrom(true, false, '2019', '2020-06'),
		members: fc.array(fc.record({ from: number, to: number }), { minLength: 1, maxLength: 2 }),
		citations: fc.array(fc.record({ from: number, to: number }), { minLength: 1, maxLength: 2 }),
		'open-access': fc.oneof(fc.boolean(), fc.subarray(['gold', 'green', 'closed'] as const, { minLength: 1 })),
		joint: fc.constant(['vision', 'language']),
		status: several('in-press', 'published', 'submitted'),
		key: several('work1*', '*3'),
		text: several('gait', 'Müller', '2019'),
		field: fc.dictionary(fc.constantFrom('project', 'volume', 'journal'), several('*', 'brain', '10'), {
			minKeys: 1,
			maxKeys: 2,
			noNullPrototype: true,
		}),
		selected: fc.boolean(),
		mine: fc.boolean(),
		position: fc.uniqueArray(fc.constantFrom('first' as const, 'last' as const), { minLength: 1 }),
	},
	{ requiredKeys: [] },
);

/** Nested selectors. */
export const anySelector: fc.Arbitrary<Selector> = fc.letrec<{ selector: Selector }>((tie) => ({
	selector: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		anyConditions.filter((selector) => Object.keys(selector).length > 0),
		fc.record({ not: tie('selector') }),
		fc.record({ or: fc.array(tie('selector'), { minLength: 2, maxLength: 3 }) }),
		fc.record({ and: fc.array(tie('selector'), { minLength: 2, maxLength: 3 }) }),
	),
})).selector;

export const anySort: fc.Arbitrary<SortKey[]> = fc.array(
	fc.record({
		key: fc.constantFrom(
			'year',
			'date',
			'status',
			'title',
			'author',
			'venue',
			'venue-name',
			'key',
			'volume',
			'citations',
			'added',
		),
		descending: fc.boolean(),
	}),
	{ maxLength: 3 },
);

const anyGroups: fc.Arbitrary<GroupKey[]> = fc.uniqueArray(
	fc.constantFrom('venue', 'year', 'decade', 'type', 'status', 'keyword', 'person', 'group', 'series', 'project'),
	{ maxLength: 2 },
);

const anyNumber = fc.record({
	order: fc.constantFrom('up' as const, 'down' as const, 'none' as const),
	scope: fc.constantFrom('section' as const, 'list' as const),
	prefix: fc.constantFrom('', 'auto', 'P'),
	start: fc.integer({ min: 0, max: 3 }),
});

const anySections: fc.Arbitrary<SectionSpec[]> = fc.letrec<{ sections: SectionSpec[] }>((tie) => ({
	sections: fc.array(
		fc.record({
			id: fc.option(fc.constantFrom('a', 'b'), { nil: null }),
			title: fc.option(fc.constantFrom('Papers', 'Vorträge', '論文'), { nil: null }),
			note: fc.constant(null),
			where: fc.option(anyConditions, { nil: null }),
			sections: fc.option(tie('sections'), { nil: null, maxDepth: 2 }),
			groupBy: anyGroups,
			sort: fc.option(anySort, { nil: null }),
			number: fc.option(anyNumber, { nil: null }),
			limit: fc.constant(null),
		}),
		{ minLength: 1, maxLength: 3 },
	),
})).sections;

/** A configured list without limits: everything selected is shown. */
export const anyList: fc.Arbitrary<ListSpec> = fc.record({
	id: fc.constant('publications'),
	title: fc.constant(null),
	note: fc.constant(null),
	where: fc.option(anySelector, { nil: null }),
	sections: fc.option(anySections, { nil: null }),
	groupBy: anyGroups,
	sort: anySort,
	number: anyNumber,
	names: fc.constant(defaultList.names),
	limit: fc.constant(null),
	style: fc.constant(null),
	leftOvers: fc.constant('show' as const),
	mergeVersions: fc.constant(false),
	owner: fc.constant(null),
	repeat: fc.boolean(),
	membership: fc.constantFrom('ever' as const, 'during' as const),
	part: fc.constant(null),
});
