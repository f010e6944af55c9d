import { describe, expect, test } from 'vitest';
import { toCsl } from '../../../src/publications/csl/citation-js.ts';

/**
 * The results of citation-js 0.8.2 by itself, right or wrong. Bibfolio corrects each wrong result; if a test fails here after
 * an upgrade, a correction may be unnecessary.
 */
const ask = (type: string, properties: Record<string, string>) => toCsl(type, 'key', properties);

describe('citation-js by itself', () => {
	test('maps a field to a variable by type', () => {
		expect(ask('article', { title: 'T', journaltitle: 'J', number: '3', volume: '7' })).toEqual({
			id: 'key',
			'citation-key': 'key',
			type: 'article-journal',
			title: 'T',
			'container-title': 'J',
			issue: '3',
			volume: '7',
		});
		expect(ask('book', { title: 'T', series: 'S', number: '3' })).toMatchObject({
			type: 'book',
			'collection-number': '3',
		});
		expect(ask('thesis', { institution: 'TU Berlin' })).toMatchObject({ type: 'thesis', publisher: 'TU Berlin' });
	});

	test.each([
		['talk', 'document'],
		['presentation', 'document'],
		['lecture', 'document'],
		['poster', 'document'],
		['award', 'document'],
		['suppbook', 'document'],
		['suppcollection', 'document'],
		['suppperiodical', 'document'],
		['preprint', 'document'],
		['bookinbook', 'book'],
		['unpublished', 'manuscript'],
	])('calls @%s a %s', (type, csl) => {
		expect(ask(type, { title: 'T' })).toMatchObject({ type: csl });
	});

	test('reads the series number of proceedings as an issue', () => {
		expect(ask('inproceedings', { booktitle: 'B', series: 'S', number: '3' })).toMatchObject({ issue: '3' });
	});

	test('reads an article number as a number', () => {
		expect(ask('article', { journaltitle: 'J', eid: 'e12' })).toMatchObject({ number: 'e12' });
	});

	test('returns keys instead of words for theses and reports', () => {
		expect(ask('phdthesis', {})).toMatchObject({ type: 'thesis', genre: 'phdthesis' });
		expect(ask('techreport', {})).toMatchObject({ type: 'report', genre: 'techreport' });
	});

	test('drops the journal of all types except articles', () => {
		expect(ask('misc', { journaltitle: 'J' })).not.toHaveProperty('container-title');
	});

	test('drops a subtitle-less titleaddon, eprints and every custom field', () => {
		const csl = ask('article', {
			title: 'T',
			titleaddon: 'A',
			eprint: '2206.03208',
			eprinttype: 'arxiv',
			award: 'x',
			code: 'y',
		});
		expect(csl).toEqual({ id: 'key', 'citation-key': 'key', type: 'article-journal', title: 'T' });
	});

	test('keeps identifiers as written, and escapes the backslashes of an address', () => {
		expect(ask('article', { doi: 'https://doi.org/10.1000/a\\_b', url: '\\url{https://a.org/x}' })).toMatchObject({
			DOI: 'https://doi.org/10.1000/a\\_b',
			URL: '%5Curl%7Bhttps://a.org/x%7D',
		});
	});

	test.each([
		['2021-21', { 'date-parts': [[2021]] }],
		['199X', { 'date-parts': [[1990]] }],
		['1990~', { 'date-parts': [[1990]] }],
	])('loses information of the date %s', (date, issued) => {
		expect(ask('article', { date })).toMatchObject({ issued });
	});

	test('throws on an open start, which costs only this entry', () => {
		expect(ask('article', { date: '/2020' })).toBeNull();
	});

	test('loses the day with a named month', () => {
		expect(ask('article', { year: '2020', month: 'May', day: '3' })).toMatchObject({
			issued: { 'date-parts': [[2020, 5]] },
		});
	});

	test('reads written years as a literal', () => {
		expect(ask('article', { year: '2020/2021' })).toMatchObject({ issued: { literal: '2020/2021' } });
	});
});
