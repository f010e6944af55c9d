import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches, type Selector } from '../../src/lists/selector.ts';
import { highlight } from '../../src/people/highlight.ts';
import { alias, person } from '../people/sample-person.ts';
import { anySelector, anyWork } from './arbitrary.ts';
import { work } from './sample-publication.ts';

const owner = person('Lapuschkin, Sebastian', { id: 'sl', aliases: [alias('Bach, Sebastian')] });
const student = person('Weber, Leander', { role: 'student', from: '2020' });
const highlights = highlight([], { people: [owner, student], peopleSelectors: new Map() }, () => {});

const paper = work(
	'article',
	{
		key: 'bach2015lrp',
		author: 'Bach, S. and Weber, L. and Samek, W.',
		title: 'On Pixel-wise Explanations',
		journal: 'PLoS ONE',
		date: '2015-07',
		keywords: 'XAI, layer-wise relevance',
		project: 'brain; gait',
		award: 'Best paper',
	},
	{ author: [[1, 'equal']] },
);
const talk = work('talk', {
	author: 'Samek, W. and Lapuschkin, S.',
	title: 'Beyond Explaining',
	eventdate: '2021-05-05',
});
const pending = work('article', {
	author: 'Weber, L. and others',
	journal: 'JMLR',
	pubstate: 'inpress',
	title: 'Quantus',
});

describe('selectors', () => {
	it.each<[string, Selector]>([
		['CSL type', { type: ['article-journal'] }],
		['entry type', { type: ['ARTICLE'] }],
		['entry type only', { type: ['@Article'] }],
		['venue kind', { venue: ['journal'] }],
		['venue name', { venue: ['plos one'] }],
		['part of the venue name', { venue: ['PLoS*'] }],
		['one of several venues', { venue: ['talk', 'journal'] }],
		['year', { year: [{ from: 2015, to: 2015 }] }],
		['open years', { year: [{ from: null, to: 2015 }] }],
		['keyword', { keyword: ['xai'] }],
		['a keyword of several words', { keyword: ['Layer-wise Relevance'] }],
		['person’s id', { person: ['sl'] }],
		['person’s name', { person: ['Sebastian Lapuschkin'] }],
		['person’s alias', { person: ['Bach, S'] }],
		['the name of an undeclared person', { person: ['Samek, Wojciech'] }],
		['any declared person', { person: ['*'] }],
		['role', { role: ['owner'] }],
		['annotation', { role: ['equal'] }],
		['status', { status: ['published'] }],
		['key', { key: ['bach*'] }],
		['file of the library', { library: ['library.bib'] }],
		['field', { field: { project: ['brain; gait'] } }],
		['one item of a field', { field: { project: ['gait'] } }],
		['the presence of a field', { field: { award: ['*'] } }],
		['the owner', { mine: true }],
		['the position of the owner', { position: ['first'] }],
		['a negation', { not: { venue: ['talk'] }, selected: false }],
		['no condition', {}],
		['several selectors with and', { and: [{ mine: true }, { keyword: ['xai'] }] }],
		['several selectors with or', { or: [{ selected: true }, { keyword: ['xai'] }] }],
	])('match by %s', (_, selector) => expect(matches(selector, paper, highlights)).toBe(true));

	it.each<[string, Selector]>([
		['type', { type: ['book'] }],
		['venue', { venue: ['PLoS'] }],
		['year', { year: [{ from: 2016, to: null }] }],
		['keyword', { keyword: ['layer'] }],
		['person', { person: ['Montavon, G.'] }],
		['a role outside its dates', { role: ['student'] }],
		['status', { status: ['in-press'] }],
		['field', { field: { award: ['*'], slides: ['*'] } }],
		['position', { position: ['last'] }],
		['two conditions', { venue: ['journal'], keyword: ['eeg'] }],
		['an empty or', { or: [] }],
	])('reject by %s', (_, selector) => expect(matches(selector, paper, highlights)).toBe(false));
});

it('use the year of the event for talks', () => {
	expect(matches({ year: [{ from: 2021, to: 2021 }] }, talk, highlights)).toBe(true);
});

it('treat unpublished works as future years', () => {
	expect(matches({ year: [{ from: 2019, to: null }] }, pending, highlights)).toBe(true);
	expect(matches({ year: [{ from: 2019, to: 2030 }] }, pending, highlights)).toBe(false);
});

it('accept the words of pubstate for a status', () => {
	expect(matches({ status: ['forthcoming'] }, pending, highlights)).toBe(true);
	expect(matches({ status: ['To appear'] }, pending, highlights)).toBe(true);
	expect(matches({ status: ['under review'] }, pending, highlights)).toBe(false);
});

it('accept a status with or without hyphen', () => {
	expect(matches({ status: ['in press'] }, pending, highlights)).toBe(true);
	expect(matches({ status: ['in-press'] }, pending, highlights)).toBe(true);
});

it('match each year of a date range', () => {
	const lectures = work('lecture', { author: 'Bach, S.', eventdate: '2019-12/2021-02' });
	const inYear = (year: number) => matches({ year: [{ from: year, to: year }] }, lectures, highlights);
	expect([2018, 2019, 2020, 2021, 2022].map(inYear)).toEqual([false, true, true, true, false]);
});

describe('ranks and quartiles', () => {
	const ranked = (rank: string | null, quartile: string | null = null) => ({
		...paper,
		venue: { ...paper.venue, rank, quartile },
	});

	it.each([
		[['A*'], ['A*', 'a*']],
		[['A'], ['A']],
		[
			['A*', 'A'],
			['A*', 'A', 'a*'],
		],
		[['*'], ['A*', 'A', 'B', 'a*', 'A/A*']],
		[['a/a*'], ['A/A*']],
		[['B*'], []],
	])('%j matches %j', (ranks, matching) => {
		const all = ['A*', 'A', 'B', 'a*', 'A/A*'];
		expect(all.filter((rank) => matches({ rank: ranks }, ranked(rank), highlights))).toEqual(matching);
		expect(matches({ rank: ranks }, ranked(null), highlights)).toBe(false);
	});

	it('are independent', () => {
		expect(matches({ quartile: ['q1', 'Q2'] }, ranked('A*', 'Q1'), highlights)).toBe(true);
		expect(matches({ quartile: ['Q1'] }, ranked('Q1', 'Q2'), highlights)).toBe(false);
	});
});

describe('the position of the owner', () => {
	const first = (author: string, ...equal: number[]) => {
		const marks = equal.map((item) => [item, 'equal'] as const);
		return matches({ position: ['first'] }, work('article', { author }, { author: marks }), highlights);
	};

	it('is shared by equal contributors', () => {
		expect(first('Samek, W. and Bach, S. and Weber, L.')).toBe(false);
		expect(first('Samek, W. and Bach, S. and Weber, L.', 1, 2)).toBe(true);
		expect(first('Samek, W. and Bach, S. and Weber, L.', 2)).toBe(false);
		expect(first('Samek, W. and Binder, A. and Bach, S.', 1, 3)).toBe(false);
	});

	it('is not the last before "and others"', () => {
		const last = (author: string) => matches({ position: ['last'] }, work('article', { author }), highlights);
		expect(last('Samek, W. and Bach, S.')).toBe(true);
		expect(last('Samek, W. and Bach, S. and others')).toBe(false);
	});
});

it('mine includes edited books, but not their chapters', () => {
	const mine = (type: string) =>
		matches({ mine: true }, work(type, { title: 'xAI', booktitle: 'xxAI', editor: 'Lapuschkin, S.' }), highlights);
	expect(['collection', 'proceedings', 'incollection', 'inproceedings'].map(mine)).toEqual([true, true, false, false]);
});

it('not matches exactly what its selector rejects', () => {
	fc.assert(
		fc.property(anySelector, anyWork, (selector, publication) => {
			expect(matches({ not: selector }, publication, highlights)).toBe(!matches(selector, publication, highlights));
		}),
	);
});
