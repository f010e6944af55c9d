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

describe('a selector by', () => {
	it.each<[string, Selector]>([
		['CSL type', { type: ['article-journal'] }],
		['entry type', { type: ['ARTICLE'] }],
		['venue kind', { venue: ['journal'] }],
		['venue name', { venue: ['plos one'] }],
		['a part of the venue name', { venue: ['PLoS*'] }],
		['one of several', { venue: ['talk', 'journal'] }],
		['year', { year: [{ from: 2015, to: 2015 }] }],
		['open years', { year: [{ from: null, to: 2015 }] }],
		['keyword', { keyword: ['xai'] }],
		['a keyword of several words', { keyword: ['Layer-wise Relevance'] }],
		['person’s id', { person: ['sl'] }],
		['person’s name', { person: ['Sebastian Lapuschkin'] }],
		['person’s alias', { person: ['Bach, S'] }],
		['a name nobody declared', { person: ['Samek, Wojciech'] }],
		['anybody declared', { person: ['*'] }],
		['role', { role: ['owner'] }],
		['annotation', { role: ['equal'] }],
		['status', { status: ['published'] }],
		['key', { key: ['bach*'] }],
		['field', { field: { project: ['brain; gait'] } }],
		['one of the things in a field', { field: { project: ['gait'] } }],
		['the presence of a field', { field: { award: ['*'] } }],
		['its owner', { mine: true }],
		['the place of its owner', { position: ['first'] }],
		['what is not so', { not: { venue: ['talk'] }, selected: false }],
		['nothing', {}],
		['all of several', { and: [{ mine: true }, { keyword: ['xai'] }] }],
		['one of several selectors', { or: [{ selected: true }, { keyword: ['xai'] }] }],
	])('%s takes a work', (_, selector) => expect(matches(selector, paper, highlights)).toBe(true));

	it.each<[string, Selector]>([
		['type', { type: ['book'] }],
		['venue', { venue: ['PLoS'] }],
		['year', { year: [{ from: 2016, to: null }] }],
		['keyword', { keyword: ['layer'] }],
		['person', { person: ['Montavon, G.'] }],
		['role at the time', { role: ['student'] }],
		['status', { status: ['in-press'] }],
		['field', { field: { award: ['*'], slides: ['*'] } }],
		['place', { position: ['last'] }],
		['two conditions', { venue: ['journal'], keyword: ['eeg'] }],
		['no alternative', { or: [] }],
	])('%s leaves it', (_, selector) => expect(matches(selector, paper, highlights)).toBe(false));
});

it('a talk has the year in which it was held', () => {
	expect(matches({ year: [{ from: 2021, to: 2021 }] }, talk, highlights)).toBe(true);
});

it('what is not yet published belongs to the years to come', () => {
	expect(matches({ year: [{ from: 2019, to: null }] }, pending, highlights)).toBe(true);
	expect(matches({ year: [{ from: 2019, to: 2030 }] }, pending, highlights)).toBe(false);
});

it('status is named by any of the words that pubstate takes', () => {
	expect(matches({ status: ['forthcoming'] }, pending, highlights)).toBe(true);
	expect(matches({ status: ['To appear'] }, pending, highlights)).toBe(true);
	expect(matches({ status: ['under review'] }, pending, highlights)).toBe(false);
});

it('status is named with or without its hyphen', () => {
	expect(matches({ status: ['in press'] }, pending, highlights)).toBe(true);
	expect(matches({ status: ['in-press'] }, pending, highlights)).toBe(true);
});

it('a date range belongs to each of its years', () => {
	const lectures = work('lecture', { author: 'Bach, S.', eventdate: '2019-12/2021-02' });
	const inYear = (year: number) => matches({ year: [{ from: year, to: year }] }, lectures, highlights);
	expect([2018, 2019, 2020, 2021, 2022].map(inYear)).toEqual([false, true, true, true, false]);
});

describe('the place of the owner', () => {
	const first = (author: string, ...equal: number[]) => {
		const marks = equal.map((item) => [item, 'equal'] as const);
		return matches({ position: ['first'] }, work('article', { author }, { author: marks }), highlights);
	};

	it('is shared by those who contributed equally', () => {
		expect(first('Samek, W. and Bach, S. and Weber, L.')).toBe(false);
		expect(first('Samek, W. and Bach, S. and Weber, L.', 1, 2)).toBe(true);
		expect(first('Samek, W. and Bach, S. and Weber, L.', 2)).toBe(false);
		expect(first('Samek, W. and Binder, A. and Bach, S.', 1, 3)).toBe(false);
	});

	it('is not known to be the last where others follow', () => {
		const last = (author: string) => matches({ position: ['last'] }, work('article', { author }), highlights);
		expect(last('Samek, W. and Bach, S.')).toBe(true);
		expect(last('Samek, W. and Bach, S. and others')).toBe(false);
	});
});

it('the editor of a book has made the book, not its chapters', () => {
	const mine = (type: string) =>
		matches({ mine: true }, work(type, { title: 'xAI', booktitle: 'xxAI', editor: 'Lapuschkin, S.' }), highlights);
	expect(['collection', 'proceedings', 'incollection', 'inproceedings'].map(mine)).toEqual([true, true, false, false]);
});

it('not takes exactly what its selector leaves', () => {
	fc.assert(
		fc.property(anySelector, anyWork, (selector, each) => {
			expect(matches({ not: selector }, each, highlights)).toBe(!matches(selector, each, highlights));
		}),
	);
});
