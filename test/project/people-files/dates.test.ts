import { describe, expect, it } from 'vitest';
import { isoDate, periodIn } from '../../../src/project/people-files/dates.ts';

describe('isoDate', () => {
	it.each([
		['2016', '2016'],
		['2016-5', '2016-05'],
		['2016-05-01', '2016-05-01'],
		['2016-05-01T00:00:00Z', '2016-05-01'],
		['2016/05/01', '2016-05-01'],
		['1.10.2016', '2016-10-01'],
		['10.2016', '2016-10'],
		['10/2016', '2016-10'],
		['31/10/2016', '2016-10-31'],
		['10/31/2016', '2016-10-31'],
		['Jan 2016', '2016-01'],
		['1. Oktober 2016', '2016-10-01'],
		['August 31, 2016', '2016-08-31'],
		['juin 2016', '2016-06'],
		['juillet 2016', '2016-07'],
		['mai 2016', '2016-05'],
		['März 2016', '2016-03'],
		['décembre 2016', '2016-12'],
	])('reads %s as %s', (text, date) => expect(isoDate(text)).toBe(date));

	it.each(['', 'soon', '03/04/2016', '2016-13', '32.1.2016', '16', 'Smarch 2016', '2016-05-01-02'])(
		'does not read %s',
		(text) => expect(isoDate(text)).toBeNull(),
	);
});

describe('periodIn', () => {
	it.each([
		['2013-2015', '2013', '2015'],
		['2013 – 2015', '2013', '2015'],
		['In the lab Jan 2015 to June 2019, now elsewhere', '2015-01', '2019-06'],
		['2019-09 - present', '2019-09', null],
		['since 2020', '2020', null],
		['seit Oktober 2020', '2020-10', null],
		['until 2018', null, '2018'],
		['two years', null, null],
		['In the Lab 2020', null, null],
	])('reads %s', (text, from, to) => expect(periodIn(text)).toEqual({ from, to }));
});
