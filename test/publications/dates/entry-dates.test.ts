import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUserCommands } from '../../../src/latex/commands/user-commands.ts';
import type { DateValue } from '../../../src/publications/dates/date.ts';
import { compareDates, yearOf } from '../../../src/publications/dates/date-order.ts';
import { parseDate, readDates } from '../../../src/publications/dates/entry-dates.ts';
import { readTable } from '../names/name-table.ts';
import { entryWith, showDate } from './date-table.ts';

describe('a date value', () => {
	it.each(readTable(new URL('fixtures/dates.txt', import.meta.url)))('%s', (value, expected) => {
		expect(showDate(parseDate(value))).toBe(expected);
	});
});

describe('date, year, month and day of an entry', () => {
	it.each(readTable(new URL('fixtures/year-month-day.txt', import.meta.url)))('%s', (row, expected) => {
		const fields = Object.fromEntries(row.split(/, (?=\w+=)/).map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
		const codes: string[] = [];
		const { issued } = readDates(entryWith(fields), ({ code }) => codes.push(code));
		expect(`${showDate(issued)}${codes.includes('date/unparsable') ? ' !' : ''}`).toBe(expected);
	});

	it('are read with the dates of the event, the original and the visit, in their older forms', () => {
		const fields = {
			date: '2021',
			eventdate: '2020-08-01/2020-08-03',
			origyear: '1999',
			urlyear: '2022',
			urlmonth: '5',
			urlday: '9',
		};
		const dates = readDates(entryWith(fields), () => {});
		expect(Object.values(dates).map(showDate)).toEqual(['2021', '2020-08-01 .. 2020-08-03', '1999', '2022-05-09']);
	});

	it('are reported at the field with a hint if they are unreadable', () => {
		const entry = entryWith({ date: 'soon', urldate: '5/3/2020' });
		const messages: (string | undefined)[] = [];
		readDates(entry, ({ message, hint, span }) => {
			expect([...entry.fields.values()].map((field) => field.span)).toContain(span);
			messages.push(message, hint);
		});
		expect(messages).toEqual([
			'Expected a date in the field date, found "soon"',
			'Write YYYY, YYYY-MM or YYYY-MM-DD, with a slash between the dates of a range',
			'Ambiguous urldate "5/3/2020": the order of day and month is unclear',
			'Write YYYY-MM-DD',
		]);
	});

	it('know the commands of the preamble', () => {
		const commands = readUserCommands(['\\newcommand{\\swap}[2]{#2#1}'], {});
		const { issued } = readDates(entryWith({ year: '\\swap{--90}{1968}' }), () => {}, commands);
		expect(showDate(issued)).toBe('1968 .. 1990');
	});

	it('are not reported if an unpublished work has words instead', () => {
		const codes: string[] = [];
		readDates(entryWith({ year: 'soon, we hope', pubstate: 'submitted' }), ({ code }) => codes.push(code));
		expect(codes).toEqual([]);
	});
});

describe('the order of dates', () => {
	it('is oldest first, less exact before more exact, undated last', () => {
		const written = [
			'-0044',
			'1990',
			'1990/1991',
			'1990/1995',
			'1990/',
			'1990-02',
			'1990-21',
			'1990-03-05',
			'1990-04',
			'1991',
			'/1992',
			'2021a',
			'in press',
		];
		const dates = [null, ...written.map(parseDate).reverse()];
		const sorted = dates.toSorted(compareDates);
		expect(sorted.slice(0, -2).map(showDate)).toEqual(written.slice(0, -1).map((value) => showDate(parseDate(value))));
		expect(compareDates(null, parseDate('in press'))).toBe(0);
	});

	const part = (max: number) => String(max).padStart(2, '0');
	const point = fc
		.tuple(
			fc.integer({ min: 1998, max: 2001 }),
			fc.constantFrom(null, 1, 2, 3, 6, 21, 22),
			fc.constantFrom(null, 1, 28),
		)
		.map(([year, month, day]) =>
			[year, month && part(month), month && month < 13 && day && part(day)].filter(Boolean).join('-'),
		);
	const date: fc.Arbitrary<DateValue | null> = fc.oneof(
		fc.constant(null),
		point.map(parseDate),
		fc.tuple(point, point).map(([a, b]) => parseDate(`${a}/${b}`)),
		point.map((a) => parseDate(`${a}/`)),
		point.map((a) => parseDate(`/${a}`)),
		fc.tuple(point, point).map(([a, b]) => parseDate(`{${a}, ${b}}`)),
		fc.constantFrom('in press', 'n.d.', 'around 1999 or so', '199X', '2000~').map(parseDate),
	);

	it('is total: antisymmetric and transitive', () => {
		fc.assert(
			fc.property(date, date, date, (a, b, c) => {
				expect(compareDates(a, a)).toBe(0);
				expect(compareDates(a, b) + compareDates(b, a)).toBe(0);
				const [first = null, second = null, third = null] = [a, b, c].toSorted(compareDates);
				expect(compareDates(first, second)).toBeLessThanOrEqual(0);
				expect(compareDates(second, third)).toBeLessThanOrEqual(0);
				expect(compareDates(first, third)).toBeLessThanOrEqual(0);
				if (compareDates(a, b) === 0 && compareDates(b, c) === 0) expect(compareDates(a, c)).toBe(0);
			}),
			{ numRuns: 1000 },
		);
	});

	it('follows the year', () => {
		fc.assert(
			fc.property(date, date, (a, b) => {
				const [first, second] = [yearOf(a), yearOf(b)];
				if (first !== null && second !== null && first < second) expect(compareDates(a, b)).toBeLessThan(0);
			}),
		);
	});
});

it('reads a date from any text without throwing', () => {
	const characters = fc.constantFrom(...'0129-/.,~?%XuT{}[]\\ cay–'.split(''), ' May ', '2020', ' BC');
	fc.assert(
		fc.property(fc.array(characters, { maxLength: 20 }), (parts) => {
			const date = parseDate(parts.join(''));
			if (date.form === 'range') expect(date.start ?? date.end).not.toBeNull();
			else if (date.form !== 'literal') expect(date.start).not.toBeNull();
		}),
		{ numRuns: 1000 },
	);
});

it('reads long texts in linear time', () => {
	for (const part of ['2020', '-', '1 May ', '/', '{', 'a', '1,', '(', ' ']) parseDate(part.repeat(20_000));
});
