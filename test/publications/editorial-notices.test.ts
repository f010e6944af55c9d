import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readNotices, titleWithNotice } from '../../src/publications/editorial-notices.ts';
import { makeEntry } from './make-entry.ts';

/** The notices of an entry, as 'kind date url', and the fields that stay. */
function read(fields: Record<string, string>, type = 'article') {
	const { entry, notices } = readNotices(makeEntry(type, fields));
	return {
		notices: notices.map(({ kind, date, url }) => {
			const { year, month, day } = date?.start ?? {};
			return [kind, ...[year, month, day].flatMap((part) => part ?? []), ...(url ? [url] : [])].join(' ');
		}),
		fields: Object.fromEntries([...entry.fields].map(([name, { value }]) => [name, value])),
	};
}

describe('fields for notices', () => {
	test.each([
		[
			'2010-02-06, doi:10.1016/s0140-6736(10)60175-4',
			'retracted 2010 2 6 https://doi.org/10.1016/s0140-6736(10)60175-4',
		],
		['10.1016/s0140-6736(10)60175-4', 'retracted https://doi.org/10.1016/s0140-6736(10)60175-4'],
		['https://doi.org/10.1000/2010.12', 'retracted https://doi.org/10.1000/2010.12'],
		['2010', 'retracted 2010'],
		['2010-02', 'retracted 2010 2'],
		['true', 'retracted'],
		['https://retractionwatch.com/2010/02/02/a', 'retracted https://retractionwatch.com/2010/02/02/a'],
	])('retracted = {%s} is read', (value, notice) => {
		expect(read({ retracted: value }).notices).toEqual([notice]);
	});

	test.each(['false', 'no', '0', ''])('retracted = {%s} is no notice', (value) => {
		expect(read({ retracted: value }).notices).toEqual([]);
	});

	it('contain several corrections, and one retraction in several fields', () => {
		const { notices } = read({
			corrected: '2004-03-06, doi:10.1000/a(1);2; 2006, doi:10.1000/b',
			retracted: 'true',
			retractiondoi: '10.1000/c',
			pubstate: 'Retracted 2010',
		});
		expect(notices).toEqual([
			'retracted 2010 https://doi.org/10.1000/c',
			'corrected 2004 3 6 https://doi.org/10.1000/a(1);2',
			'corrected 2006 https://doi.org/10.1000/b',
		]);
	});
});

describe('the words of a notice', () => {
	test.each<[string, Record<string, string>, string]>([
		['of BibLaTeX', { pubstate: 'retracted' }, 'retracted'],
		['of Better BibTeX', { status: 'Withdrawn' }, 'withdrawn'],
		['in a note', { note: 'Retracted' }, 'retracted'],
		['in a note in capitals', { note: 'RETRACTED 2021' }, 'retracted 2021'],
		['in brackets', { note: '[Retracted]' }, 'retracted'],
		['of Scopus', { note: 'cited By 12; Retracted article' }, 'retracted'],
		[
			'with a DOI',
			{ note: 'Retraction published 2010-02-06, doi:10.1000/c' },
			'retracted 2010 2 6 https://doi.org/10.1000/c',
		],
		['of APA', { addendum: 'Retraction published 2010' }, 'retracted 2010'],
		[
			'with an address',
			{ note: 'Retracted, see \\url{https://doi.org/10.1000/c}' },
			'retracted https://doi.org/10.1000/c',
		],
		['of concern', { note: 'Expression of concern, 2019' }, 'concern 2019'],
	])('%s is not shown again', (_, fields, notice) => {
		expect(read({ ...fields, volume: '1' })).toEqual({ notices: [notice], fields: { volume: '1' } });
	});

	test.each([
		['This article has been retracted by the editors', 'retracted'],
		['Retracted in 2012 because the data were lost', 'retracted 2012'],
		['Retraction in: Lancet. 2010;375(9713):445', 'retracted 2010'],
		['Withdrawn by the authors', 'withdrawn'],
	])('stay if they say more: %s', (note, notice) => {
		expect(read({ note })).toEqual({ notices: [notice], fields: { note } });
	});

	test.each([
		'Retraction of On Ideals',
		'Retracted tongue root',
		'Not retracted',
		'Expression of concern about the climate',
		'Withdrawal symptoms',
		'The retracted version of an earlier paper',
	])('are not these: %s', (note) => {
		expect(read({ note })).toEqual({ notices: [], fields: { note } });
	});

	it('do not count for a patent application that was withdrawn', () => {
		expect(read({ pubstate: 'withdrawn' }, 'patent').notices).toEqual([]);
	});

	test.each(['algebra, Retracted Publication', 'retracted; algebra'])('are read from keywords: %s', (keywords) => {
		expect(read({ keywords })).toEqual({ notices: ['retracted'], fields: { keywords } });
	});

	test.each([
		['type', 'Article; Retracted Publication'],
		['document_type', 'Retracted'],
		['document-type', 'Retracted Article'],
	])('are read from the exports of databases: %s = {%s}', (name, value) => {
		expect(read({ [name]: value })).toEqual({ notices: ['retracted'], fields: { [name]: value } });
	});

	test.each([
		['type', 'Review of retracted articles'],
		['note', 'Cited by 12; Retracted tongue root'],
		['note', 'With a comment; about retracted papers'],
	])('are not these: %s = {%s}', (name, value) => {
		expect(read({ [name]: value }).notices).toEqual([]);
	});
});

describe('a title', () => {
	test.each([
		['RETRACTED: On Ideals', 'On Ideals', 'retracted'],
		['RETRACTED ARTICLE: On Ideals', 'On Ideals', 'retracted'],
		['Retracted: On Ideals', 'On Ideals', 'retracted'],
		['[Retracted] On Ideals', 'On Ideals', 'retracted'],
		['{RETRACTED} {ARTICLE}: On {Ideals}', 'On {Ideals}', 'retracted'],
		['{RETRACTED: On Ideals}', '{On Ideals}', 'retracted'],
		['{[Retracted] On} Ideals', '{On} Ideals', 'retracted'],
		['WITHDRAWN: On Ideals', 'On Ideals', 'withdrawn'],
		['Withdrawn Article: On Ideals', 'On Ideals', 'withdrawn'],
		['\\textbf{RETRACTED}: On Ideals', 'On Ideals', 'retracted'],
		['*RETRACTED* On Ideals', 'On Ideals', 'retracted'],
		['On Ideals - RETRACTED', 'On Ideals', 'retracted'],
		['{On Ideals} -- {RETRACTED}', '{On Ideals}', 'retracted'],
		['On Ideals (Retracted)', 'On Ideals', 'retracted'],
		['On Ideals [retracted].', 'On Ideals', 'retracted'],
		['{On Ideals (Retracted Article)}', '{On Ideals}', 'retracted'],
		['On Ideals (Retracted article. See vol. 375, pg. 445, 2010)', 'On Ideals', 'retracted'],
		['On Ideals (Publication with Expression of Concern. See vol. 3, pg. 4, 2010)', 'On Ideals', 'concern'],
	])('%s is a title with a notice', (value, title, kind) => {
		expect(titleWithNotice(value)).toEqual({ title, kind });
	});

	test.each([
		'Retraction: On Ideals',
		'Retracted Landing Gear',
		'Landing Gear - Retracted',
		'\\textbf{Retracted} Landing Gear',
		'Withdrawn: A Study of Loneliness',
		'Vowel Harmony (Retracted Tongue Root)',
		'The Citation of Retracted Articles: A Review',
		'Expression of Concern: On Ideals',
		'(Retracted)',
		'RETRACTED:',
	])('%s is only a title', (value) => {
		expect(titleWithNotice(value)).toBeNull();
	});

	it('has as many opening as closing braces without its notice', () => {
		const braces = fc.integer({ min: 0, max: 3 });
		const mark = fc.constantFrom('RETRACTED', '[Retracted]', 'WITHDRAWN ARTICLE');
		fc.assert(
			fc.property(braces, braces, mark, fc.boolean(), (outer, inner, words, isBefore) => {
				const [open, close] = ['{'.repeat(inner), '}'.repeat(inner)];
				const title = isBefore ? `${open}${words}:${close} On {Ideals}` : `On {Ideals} ${open}(${words})${close}`;
				const marked = titleWithNotice(`${'{'.repeat(outer)}${title}${'}'.repeat(outer)}`);
				if (marked) expect(marked.title.match(/\{/g)?.length).toBe(marked.title.match(/\}/g)?.length);
				if (isBefore) expect(marked?.title.replace(/[{}]/g, '')).toBe('On Ideals');
			}),
		);
	});
});
