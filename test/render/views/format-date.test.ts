import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../src/publications/dates/entry-dates.ts';
import { loadLocale } from '../../../src/render/load-locale.ts';
import { type DateForm, formatDate } from '../../../src/render/views/format-date.ts';

function write(value: string, form: DateForm, tag = 'en'): string {
	const locale = loadLocale(tag, {}, null, () => {});
	if (!locale) throw new Error(`no locale ${tag}`);
	return formatDate(parseDate(value), locale, form);
}

// value, year, iso, English, German
const rows = [
	['2022', '2022', '2022', '2022', '2022'],
	['2020-08', '2020', '2020-08', 'August 2020', 'August 2020'],
	['2021-12-13', '2021', '2021-12-13', 'December 13, 2021', '13. Dezember 2021'],
	['2021-12-13/14/16', '2021', '2021-12-13/14/16', 'December 13, 14 and 16, 2021', '13., 14. und 16. Dezember 2021'],
	[
		'{2021-12-30, 2022-01-02}',
		'2021–2022',
		'2021-12-30, 2022-01-02',
		'December 30, 2021 and January 2, 2022',
		'30. Dezember 2021 und 2. Januar 2022',
	],
	['2019/2021', '2019–2021', '2019–2021', '2019–2021', '2019–2021'],
	['2021-03-03/2021-03-05', '2021', '2021-03-03–05', 'March 3–5, 2021', '3.–5. März 2021'],
	['2021-04/2021-06', '2021', '2021-04–2021-06', 'April–June 2021', 'April–Juni 2021'],
	[
		'2020-12-30/2021-01-02',
		'2020–2021',
		'2020-12-30–2021-01-02',
		'December 30, 2020 – January 2, 2021',
		'30. Dezember 2020 – 2. Januar 2021',
	],
	['2020-11/2021-02', '2020–2021', '2020-11–2021-02', 'November 2020 – February 2021', 'November 2020 – Februar 2021'],
	['2021-12-13/2021-12-13', '2021', '2021-12-13', 'December 13, 2021', '13. Dezember 2021'],
	['2019/', '2019–', '2019–', 'since 2019', 'seit 2019'],
	['/2019', '–2019', '–2019', 'until 2019', 'bis 2019'],
	['2021-22', '2021', 'Summer 2021', 'Summer 2021', 'Sommer 2021'],
	['2021-22/2021-23', '2021', 'Summer 2021 – Autumn 2021', 'Summer–Autumn 2021', 'Sommer–Herbst 2021'],
	['c. 1990', 'c. 1990', 'c. 1990', 'c. 1990', 'ca. 1990'],
	['2021?', '2021?', '2021?', '2021?', '2021?'],
	['199X', '1990s', '1990s', '1990s', '1990er Jahre'],
	['18XX', '19th century', '19th century', '19th century', '19. Jahrhundert'],
	['1999-XX', '1999', '1999', '1999', '1999'],
	['-0043', '44 BC', '-0043', '44 BC', '44 v. Chr.'],
	['0000', '1 BC', '0000', '1 BC', '1 v. Chr.'],
	['0476', '476', '0476', '476', '476'],
	['2021a', '2021a', '2021', '2021a', '2021a'],
	['5/3/2020', '2020', '2020', '2020', '2020'],
	['in press', 'in press', 'in press', 'in press', 'in press'],
] as const;

describe('a date as year, in ISO 8601 and in words', () => {
	it.each(rows)('%s', (value, year, iso, english, german) => {
		expect(write(value, 'year')).toBe(year);
		expect(write(value, 'iso')).toBe(iso);
		expect(write(value, 'text')).toBe(english);
		expect(write(value, 'text', 'de')).toBe(german);
	});
});
