import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { group } from '../../src/lists/group.ts';
import { headingsFor } from '../../src/lists/headings.ts';
import type { Item, ListSpec, PublicationList, Section, SectionSpec } from '../../src/lists/list.ts';
import { defaultList, defaultNumber } from '../../src/lists/list-defaults.ts';
import { matches } from '../../src/lists/selector.ts';
import { highlight } from '../../src/people/highlight.ts';
import type { Publication } from '../../src/publications/publication.ts';
import { person } from '../people/sample-person.ts';
import { anyList, anyWorks } from './arbitrary.ts';
import { type Marks, work } from './sample-publication.ts';

const owner = person('Lapuschkin, Sebastian', { id: 'sebastian' });
const student = person('Weber, Leander', { role: 'student' });
const people = { people: [owner, student], peopleSelectors: new Map() };
const highlighted = (works: readonly Publication[]) => highlight(works, people, () => {});

const article = (key: string, more: Record<string, string> = {}, marks: Marks = {}) =>
	work('article', { key, title: key, author: 'Samek, W.', journal: 'PLoS ONE', date: '2020', ...more }, marks);
const paper = (key: string, more: Record<string, string> = {}) =>
	work('inproceedings', { key, title: key, booktitle: 'Proceedings of ICPR', date: '2020', ...more });
const talk = (key: string, more: Record<string, string> = {}) =>
	work('talk', { key, title: key, eventdate: '2020-07-02', eventtitle: 'IJCNN', ...more });
const section = (more: Partial<SectionSpec>): SectionSpec => ({
	id: null,
	title: null,
	note: null,
	where: null,
	sections: null,
	groupBy: [],
	sort: null,
	number: null,
	limit: null,
	...more,
});

describe('the default list', () => {
	it('has a section for each venue kind, newest first', () => {
		const works = [talk('t1'), paper('c1'), article('a1', { date: '2019' }), article('a2', { date: '2021' })];
		expect(outline(list(works))).toEqual(['journal: 1 a2, 2 a1', 'conference: 1 c1', 'talk: 1 t1']);
	});

	it('puts forthcoming before published works of the same year', () => {
		const works = [article('old', { date: '2021' }), article('out'), article('soon', { pubstate: 'inpress' })];
		expect(outline(list(works))).toEqual(['journal: 1 old, 2 soon, 3 out']);
	});

	it('is empty for an empty library, without diagnostics', () => {
		expect(list([])).toMatchObject({ sections: [], items: [], marksInUse: [] });
		expect(reported([])).toEqual([]);
	});
});

describe('works', () => {
	it('are omitted if hidden', () => {
		expect(outline(list([article('a1'), article('a2', { hidden: 'true' })]))).toEqual(['journal: 1 a1']);
	});

	it('are selected', () => {
		expect(outline(list([article('a1'), paper('c1')], { where: { venue: ['journal'] } }))).toEqual(['journal: 1 a1']);
	});

	it('are limited after sorting', () => {
		const works = [article('a1', { date: '2019' }), article('a2', { date: '2021' }), article('a3', { date: '2020' })];
		expect(outline(list(works, { limit: 2 }))).toEqual(['journal: 1 a2, 2 a3']);
	});

	it('are merged with their preprint by default', () => {
		const preprint = work('online', {
			key: 'p1',
			title: 'a1',
			author: 'Samek, W.',
			eprint: '2206.03208',
			eprinttype: 'arxiv',
			date: '2020',
		});
		const published = article('a1', { eprint: '2206.03208', eprinttype: 'arxiv' });
		expect(list([preprint, published]).items.map(({ publication }) => publication.versions)).toEqual([[preprint]]);
		expect(list([preprint, published], { mergeVersions: false }).items).toHaveLength(2);
	});

	it('are reported if none match', () => {
		expect(reported([article('a1')], { where: { venue: ['talk'] } })).toEqual(['list/empty']);
		expect(diagnostics([article('a1')], { where: { and: [{ venue: ['jornal'] }] } })).toMatchObject([
			{ code: 'list/empty', hint: 'Did you mean the venue "journal"?' },
		]);
	});
});

describe('sections', () => {
	const works = [
		article('a1'),
		article('a2', { award: 'Best paper' }),
		paper('c1'),
		talk('t1'),
		work('lecture', { key: 'l1', title: 'l1', eventdate: '2021' }),
	];

	it('contain matches that earlier sections did not take', () => {
		const sections = [
			section({ title: 'Awarded', where: { field: { award: ['*'] } } }),
			section({ title: 'The rest' }),
		];
		expect(outline(list(works, { sections }))).toEqual(['Awarded: 1 a2', 'The rest: 1 l1, 2 t1, 3 a1, 4 c1']);
	});

	it('leave unmatched works to a last section, and report them', () => {
		const sections = [section({ title: 'Papers', where: { venue: ['journal'] } })];
		expect(outline(list(works, { sections }))).toEqual(['Papers: 1 a1, 2 a2', 'left-over: 1 l1, 2 t1, 3 c1']);
		const [found] = diagnostics(works, { sections });
		expect(found?.code).toBe('list/left-over');
		expect(found?.message).toContain('l1, t1, c1');
	});

	it('hide unmatched works with left-overs: hide', () => {
		const sections = [section({ title: 'Papers', where: { venue: ['journal'] } })];
		expect(outline(list(works, { sections, leftOvers: 'hide' }))).toEqual(['Papers: 1 a1, 2 a2']);
		expect(reported(works, { sections, leftOvers: 'hide' })).toEqual([]);
	});

	it('are dropped and reported if empty', () => {
		const sections = [section({ title: 'Patents', where: { venue: ['patent'] } }), section({ title: 'All' })];
		expect(list(works, { sections }).sections.map(({ title }) => title)).toEqual(['All']);
		expect(reported(works, { sections })).toEqual(['list/empty']);
	});

	it('pass works beyond their limit to later sections, without a report', () => {
		const sections = [
			section({ title: 'First', where: { venue: ['journal'] }, limit: 1 }),
			section({ title: 'Others' }),
		];
		expect(outline(list(works, { sections }))).toEqual(['First: 1 a1', 'Others: 1 l1, 2 t1, 3 a2, 4 c1']);
		const short = [section({ title: 'First', limit: 1 })];
		expect(outline(list(works, { sections: short }))).toEqual(['First: 1 l1']);
		expect(reported(works, { sections: short })).toEqual([]);
	});

	it('can contain sections, each with its own numbers', () => {
		const sections = [
			section({
				title: 'Talks & Lectures',
				sections: [
					section({ title: 'Talks', where: { venue: ['talk'] } }),
					section({ title: 'Lectures', where: { venue: ['lecture'] } }),
				],
			}),
			section({ title: 'Papers' }),
		];
		expect(outline(list(works, { sections }))).toEqual([
			'Talks & Lectures:',
			'  Talks: 1 t1',
			'  Lectures: 1 l1',
			'Papers: 1 a1, 2 a2, 3 c1',
		]);
	});

	it('have their own sort keys, with file order as the last key', () => {
		const sections = [section({ title: 'By year', sort: [{ key: 'year', descending: false }] })];
		expect(outline(list(works, { sections }))).toEqual(['By year: 1 a1, 2 a2, 3 c1, 4 t1, 5 l1']);
		const turned = [section({ title: 'Latest entry', sort: [{ key: 'added', descending: true }] })];
		expect(outline(list(works, { sections: turned }))).toEqual(['Latest entry: 1 l1, 2 t1, 3 c1, 4 a2, 5 a1']);
	});

	it('have clean, stable and unique ids', () => {
		const sections = [
			section({ title: 'Papers & Ärger', where: { key: ['a1'] } }),
			section({ title: 'Papers — Ärger!', where: { key: ['a2'] } }),
			section({ id: 'Mine', title: 'Vorträge', where: { key: ['t1'] } }),
			section({ title: { de: 'Vorlesungen', en: 'Lectures' }, where: { key: ['l1'] } }),
			section({ title: '論文', groupBy: ['year'] }),
		];
		const built = list(works, { sections });
		expect(built.sections.map(({ id }) => id)).toEqual([
			'papers-arger',
			'papers-arger-2',
			'mine',
			'lectures',
			'section',
		]);
		expect(built.sections[4]?.sections[0]?.id).toBe('section-2020');
	});

	it('are a single untitled section without sections and groups', () => {
		expect(outline(list(works, { groupBy: [] }))).toEqual([': 1 l1, 2 t1, 3 a1, 4 a2, 5 c1']);
		expect(list(works, { groupBy: [] }).sections[0]?.id).toBe('publications');
	});
});

describe('groups', () => {
	const dated = [
		article('a1', { date: '2019' }),
		article('a2', { pubstate: 'inpress', date: '' }),
		article('a3', { date: '2021' }),
		article('a4', { date: '' }),
		talk('t1'),
	];

	it('by year are newest first, between forthcoming and undated', () => {
		expect(outline(list(dated, { groupBy: ['year'] }))).toEqual([
			'forthcoming: 1 a2',
			'2021: 1 a3',
			'2020: 1 t1',
			'2019: 1 a1',
			'undated: 1 a4',
		]);
	});

	it('by year are oldest first if the list is sorted that way', () => {
		const sort = [{ key: 'year', descending: false }];
		expect(outline(list(dated, { groupBy: ['year'], sort }))).toEqual([
			'2019: 1 a1',
			'2020: 1 t1',
			'2021: 1 a3',
			'forthcoming: 1 a2',
			'undated: 1 a4',
		]);
	});

	it('by decade', () => {
		expect(outline(list([article('a1', { date: '2019' }), article('a2')], { groupBy: ['decade'] }))).toEqual([
			'2020–2029: 1 a2',
			'2010–2019: 1 a1',
		]);
	});

	it('by status are in the order of statuses', () => {
		expect(outline(list(dated.slice(0, 2), { groupBy: ['status'] }))).toEqual(['in-press: 1 a2', 'published: 1 a1']);
	});

	it('by keyword are in alphabetical order, with each work under its first', () => {
		const works = [
			article('a1', { keywords: 'xai, eeg' }),
			article('a2'),
			article('a3', { keywords: 'EEG' }),
			article('a4', { keywords: 'eeg' }),
		];
		expect(outline(list(works, { groupBy: ['keyword'] }))).toEqual(['EEG: 1 a3, 2 a4', 'xai: 1 a1', 'none: 1 a2']);
	});

	it('by person are in the order of people', () => {
		const works = [article('a1', { author: 'Weber, L.' }), article('a2'), article('a3', { author: 'Lapuschkin, S.' })];
		expect(outline(list(works, { groupBy: ['person'] }))).toEqual([
			'Lapuschkin, Sebastian: 1 a3',
			'Weber, Leander: 1 a1',
			'none: 1 a2',
		]);
	});

	it('by any field are in the order of first appearance', () => {
		const works = [
			article('a1', { project: 'Gait' }),
			article('a2'),
			article('a3', { project: 'Brain', date: '2021' }),
		];
		expect(outline(list(works, { groupBy: ['project'] }))).toEqual(['Brain: 1 a3', 'Gait: 1 a1', 'none: 1 a2']);
	});

	it('can be nested', () => {
		const works = [article('a1'), article('a2', { date: '2021' }), paper('c1')];
		expect(outline(list(works, { groupBy: ['venue', 'year'] }))).toEqual([
			'journal:',
			'  2021: 1 a2',
			'  2020: 2 a1',
			'conference:',
			'  2020: 1 c1',
		]);
		expect(list(works, { groupBy: ['venue', 'year'] }).sections[0]?.sections[0]).toMatchObject({
			id: 'journal-2021',
			depth: 2,
		});
	});
});

describe('numbers', () => {
	const works = [
		article('a1', { date: '2021' }),
		paper('c1'),
		article('a2', { date: '2019' }),
		paper('c2', { date: '2018' }),
	];
	const numbered = (number: Partial<ListSpec['number']>, more: Partial<ListSpec> = {}) =>
		outline(list(works, { number: { ...defaultNumber, ...number }, ...more }));

	it('can count down', () => {
		expect(numbered({ order: 'down' })).toEqual(['journal: 2 a1, 1 a2', 'conference: 2 c1, 1 c2']);
	});

	it('can count through all sections', () => {
		expect(numbered({ scope: 'list' })).toEqual(['journal: 1 a1, 2 a2', 'conference: 3 c1, 4 c2']);
		expect(numbered({ scope: 'list', order: 'down' })).toEqual(['journal: 4 a1, 3 a2', 'conference: 2 c1, 1 c2']);
	});

	it('have a prefix and a start', () => {
		expect(numbered({ prefix: 'No. ', start: 10 })).toEqual([
			'journal: No. 10 a1, No. 11 a2',
			'conference: No. 10 c1, No. 11 c2',
		]);
	});

	it('count each venue kind separately with the prefix auto', () => {
		expect(
			numbered({ prefix: 'auto' }, { groupBy: ['year'], number: { ...defaultNumber, prefix: 'auto', scope: 'list' } }),
		).toEqual(['2021: J1 a1', '2020: C1 c1', '2019: J2 a2', '2018: C2 c2']);
	});

	it('can be omitted', () => {
		expect(numbered({ order: 'none' })).toEqual(['journal: a1, a2', 'conference: c1, c2']);
	});

	it('continue through the groups of a section', () => {
		const sections = [
			section({ title: 'Journals', where: { venue: ['journal'] }, groupBy: ['year'] }),
			section({ title: 'Others', number: { order: 'down' } }),
		];
		expect(outline(list(works, { sections }))).toEqual([
			'Journals:',
			'  2021: 1 a1',
			'  2019: 2 a2',
			'Others: 2 c1, 1 c2',
		]);
	});

	it('can differ between sections', () => {
		const sections = [
			section({ title: 'Journals', where: { venue: ['journal'] }, number: { order: 'none' } }),
			section({ title: 'Others' }),
		];
		expect(outline(list(works, { sections }))).toEqual(['Journals: a1, a2', 'Others: 1 c1, 2 c2']);
	});

	it('that count down do not change if a work is added on top', () => {
		const number = { ...defaultNumber, order: 'down' as const };
		const before = labels(list(works, { number }));
		const after = labels(list([article('new', { date: '2023' }), ...works], { number }));
		expect(after.get('new')).toBe('3');
		for (const [key, label] of before) expect(after.get(key)).toBe(label);
	});
});

describe('repeated works', () => {
	const works = [
		article('a1', { date: '2023', keywords: 'xai, gait' }),
		article('a2', { date: '2022', keywords: 'gait' }),
		paper('c1', { date: '2021', keywords: 'xai; gait' }),
		paper('c2', { date: '2020' }),
	];
	const byKeyword = { groupBy: ['keyword'], repeat: true };
	const scope = 'list' as const;

	it('are in every group, and once in the items', () => {
		const built = list(works, byKeyword);
		expect(outline(built)).toEqual(['gait: 1 a1, 2 a2, 3 c1', 'xai: 1 a1, 2 c1', 'none: 1 c2']);
		expect(built.items.map(({ publication }) => publication.key)).toEqual(['a1', 'a2', 'c1', 'c2']);
	});

	it('are only in the first group without repeat', () => {
		expect(outline(list(works, { groupBy: ['keyword'] }))).toEqual(['gait: 1 a2', 'xai: 1 a1, 2 c1', 'none: 1 c2']);
	});

	it('keep their number if numbers count through the list', () => {
		const up = list(works, { ...byKeyword, number: { ...defaultNumber, scope } });
		expect(outline(up)).toEqual(['gait: 1 a1, 2 a2, 3 c1', 'xai: 1 a1, 3 c1', 'none: 4 c2']);
		const down = list(works, { ...byKeyword, number: { ...defaultNumber, scope, order: 'down' } });
		expect(outline(down)).toEqual(['gait: 4 a1, 3 a2, 2 c1', 'xai: 4 a1, 2 c1', 'none: 1 c2']);
		const auto = list(works, { ...byKeyword, number: { ...defaultNumber, scope, order: 'down', prefix: 'auto' } });
		expect(outline(auto)).toEqual(['gait: J2 a1, J1 a2, C2 c1', 'xai: J2 a1, C2 c1', 'none: C1 c2']);
	});

	it('keep their number in the groups of one section', () => {
		const sections = [
			section({ title: 'Journals', where: { venue: ['journal'] }, groupBy: ['keyword'] }),
			section({ title: 'All' }),
		];
		expect(outline(list(works, { sections, repeat: true }))).toEqual([
			'Journals:',
			'  gait: 1 a1, 2 a2',
			'  xai: 1 a1',
			'All: 1 c1, 2 c2',
		]);
	});

	it('count once for a limit', () => {
		expect(outline(list(works, { ...byKeyword, limit: 2 }))).toEqual(['gait: 1 a1, 2 a2', 'xai: 1 a1']);
	});

	it('appear in all combinations of nested groups', () => {
		const more = { groupBy: ['keyword', 'person'], repeat: true };
		const together = article('a3', { author: 'Lapuschkin, S. and Weber, L.', keywords: 'gait, xai' });
		expect(outline(list([together], more))).toEqual([
			'gait:',
			'  Lapuschkin, Sebastian: 1 a3',
			'  Weber, Leander: 1 a3',
			'xai:',
			'  Lapuschkin, Sebastian: 1 a3',
			'  Weber, Leander: 1 a3',
		]);
	});
});

describe('groups by a field with several values', () => {
	it.each([
		['project', '{alpha, beta; gamma}', ['alpha', 'beta', 'gamma']],
		['project', '{{Alpha, Beta}}', ['Alpha, Beta']],
		['project', '{{Alpha, Beta}, gamma}', ['Alpha, Beta', 'gamma']],
		['project', '{alpha, Alpha,}', ['alpha']],
		['project', '{Jane&#39;s}', ['Jane’s']],
		['publisher', '{Springer and Wiley}', ['Springer', 'Wiley']],
		['address', '{New York, NY and Berlin}', ['New York, NY', 'Berlin']],
		['note', '{One, two; three}', ['One, two; three']],
		['related', '{first,second}', ['first', 'second']],
		['tags', '{xai, gait}', ['xai', 'gait']],
	])('by %s = %s are %j', (field, value, titles) => {
		const built = list([article('a1', { [field]: value.slice(1, -1) })], { groupBy: [field], repeat: true });
		expect(built.sections.map(({ title }) => title)).toEqual(titles);
	});
});

describe('groups of people', () => {
	const people = [
		person('Chen, Cai', {
			id: 'cai',
			spells: [spell('2015', '2019', 'vision'), { ...spell('2020', null), role: 'alumni' }],
		}),
		person('Bach, Ben', { id: 'ben', spells: [spell('2014', '2017', 'vision'), spell('2018', null, 'language')] }),
	];
	const works = [
		article('b16', { date: '2016', author: 'Bach, Ben' }),
		article('c22', { date: '2022', author: 'Chen, Cai' }),
		article('bc19', { date: '2019', author: 'Bach, Ben and Chen, Cai' }),
	];
	const built = (more: Partial<ListSpec>) =>
		outline(
			group(
				{ ...defaultList, number: { ...defaultNumber, order: 'none' }, repeat: true, ...more },
				highlight(works, { people, peopleSelectors: new Map() }, () => {}),
				() => {},
			),
		);

	it('contain all works of their members, or those of the time', () => {
		expect(built({ groupBy: ['group'] })).toEqual(['vision: c22, bc19, b16', 'language: bc19, b16']);
		expect(built({ groupBy: ['group'], membership: 'during' })).toEqual([
			'vision: bc19, b16',
			'language: bc19',
			'none: c22',
		]);
	});

	it('by person contain all works, or those of the time as a member', () => {
		expect(built({ groupBy: ['person'] })).toEqual(['Chen, Cai: c22, bc19', 'Bach, Ben: bc19, b16']);
		expect(built({ groupBy: ['person'], membership: 'during' })).toEqual([
			'Chen, Cai: bc19',
			'Bach, Ben: bc19, b16',
			'none: c22',
		]);
	});
});

describe('marks', () => {
	it('are listed in the order of first use', () => {
		const works = [
			article('a1', { author: 'Samek, W. and Weber, L.' }, { author: [[1, 'corresponding']] }),
			article('a2', { author: 'Lapuschkin, S. and Weber, L.' }),
		];
		expect(list(works).marksInUse).toEqual(['corresponding', 'student', 'owner']);
		expect(list(works.slice(1)).marksInUse).toEqual(['owner', 'student']);
	});
});

describe('any list', () => {
	it('contains every selected work exactly once', () => {
		fc.assert(
			fc.property(anyList, anyWorks, (spec, works) => {
				const built = group(spec, highlighted(works), () => {});
				const highlights = highlighted(works).inList(null, spec.membership);
				const selected = works.filter(
					(each) => !each.hidden && (spec.where === null || matches(spec.where, each, highlights)),
				);
				const shown = built.items.map(({ publication }) => publication);
				expect(shown).toHaveLength(selected.length);
				expect(new Set(shown)).toEqual(new Set(selected));
				const inSections = all(built.sections).flatMap(({ items }) => items);
				if (spec.repeat) expect(new Set(inSections.map(({ publication }) => publication))).toEqual(new Set(shown));
				else expect(inSections).toEqual(built.items);
			}),
		);
	});

	it('has non-empty sections with unique ids and correct depth', () => {
		fc.assert(
			fc.property(anyList, anyWorks, (spec, works) => {
				const built = group(spec, highlighted(works), () => {});
				const sections = all(built.sections);
				for (const { items, sections: inner, id } of sections) {
					expect(items.length + inner.length).toBeGreaterThan(0);
					expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
				}
				for (const { sections: inner, depth } of sections) for (const each of inner) expect(each.depth).toBe(depth + 1);
				expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
			}),
		);
	});

	it('contains in each group the works that belong to it, with repeat', () => {
		fc.assert(
			fc.property(anyList, anyWorks, (spec, works) => {
				const [key] = spec.groupBy;
				if (key === undefined) return;
				const highlights = highlighted(works);
				const built = group({ ...spec, sections: null, groupBy: [key], repeat: true }, highlights, () => {});
				const headingsOf = headingsFor(key, highlights.inList(null, spec.membership), spec.sort);
				const expected = built.items.flatMap(({ publication }) =>
					[...new Set(headingsOf(publication).map(({ title, term }) => (title ?? term)?.toLowerCase()))].map(
						(heading) => `${heading} | ${publication.key}`,
					),
				);
				const shown = built.sections.flatMap(({ title, term, items }) =>
					items.map(({ publication }) => `${String(title ?? term).toLowerCase()} | ${publication.key}`),
				);
				expect(shown.toSorted()).toEqual(expected.toSorted());
			}),
		);
	});

	it('gives a repeated work one number in each count, and a section its positions', () => {
		fc.assert(
			fc.property(anyList, anyWorks, (spec, works) => {
				const built = (scope: 'list' | 'section') => {
					const number = { ...spec.number, scope, order: 'up' as const, prefix: '' };
					return group({ ...spec, sections: null, number, repeat: true }, highlighted(works), () => {});
				};
				const numbers = new Map<Publication, number | undefined>();
				for (const { publication, number } of all(built('list').sections).flatMap(({ items }) => items)) {
					expect(numbers.get(publication) ?? number?.value).toBe(number?.value);
					numbers.set(publication, number?.value);
				}
				expect([...numbers.values()]).toEqual([...numbers.keys()].map((_, index) => spec.number.start + index));
				for (const { items, sections } of built('section').sections)
					if (sections.length === 0)
						expect(items.map(({ number }) => number?.value)).toEqual(
							items.map((_, index) => spec.number.start + index),
						);
			}),
		);
	});

	it('has consecutive numbers', () => {
		fc.assert(
			fc.property(anyList, anyWorks, (spec, works) => {
				const whole: ListSpec = { ...spec, sections: null, number: { ...spec.number, scope: 'list' } };
				const built = group(whole, highlighted(works), () => {});
				const { order, start, prefix } = spec.number;
				const counts = new Map<string, number[]>();
				for (const { number, publication } of built.items) {
					expect(number === null).toBe(order === 'none');
					const count = prefix === 'auto' ? publication.venue.kind : '';
					if (number) counts.set(count, [...(counts.get(count) ?? []), number.value]);
				}
				for (const values of counts.values()) {
					const expected = values.map((_, index) => start + index);
					expect(values).toEqual(order === 'up' ? expected : expected.reverse());
				}
			}),
		);
	});

	it('is the same for the same library', () => {
		fc.assert(
			fc.property(anyList, anyWorks, (spec, works) => {
				const highlights = highlighted(works);
				expect(group(spec, highlights, () => {})).toEqual(group(spec, highlights, () => {}));
			}),
		);
	});
});

function spell(from: string | null, to: string | null, ...groups: readonly string[]) {
	return { role: 'member', from, to, groups };
}

function list(works: readonly Publication[], more: Partial<ListSpec> = {}): PublicationList {
	return group({ ...defaultList, ...more }, highlighted(works), () => {});
}

function diagnostics(works: readonly Publication[], more: Partial<ListSpec> = {}): Diagnostic[] {
	const found: Diagnostic[] = [];
	group({ ...defaultList, ...more }, highlighted(works), (each) => found.push(each));
	return found;
}

function reported(works: readonly Publication[], more: Partial<ListSpec> = {}): string[] {
	return diagnostics(works, more).map(({ code }) => code);
}

function all(sections: readonly Section[]): Section[] {
	return sections.flatMap((each) => [each, ...all(each.sections)]);
}

function labels({ items }: PublicationList): Map<string, string> {
	return new Map(items.map(({ publication, number }) => [publication.key, number?.label ?? '']));
}

/** 'heading: number key, …' for each section, inner ones indented. */
function outline({ sections }: { readonly sections: readonly Section[] }): string[] {
	return sections.flatMap((each) => {
		const heading =
			each.term ?? (typeof each.title === 'string' ? each.title : Object.values(each.title ?? {}).at(-1)) ?? '';
		return [`${heading}: ${each.items.map(shown).join(', ')}`.trimEnd(), ...outline(each).map((line) => `  ${line}`)];
	});
}

function shown({ number, publication }: Item): string {
	return number ? `${number.label} ${publication.key}` : publication.key;
}
