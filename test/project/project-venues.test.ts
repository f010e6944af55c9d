import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inFile, position } from '../../src/diagnostics/source.ts';
import type { ProjectFile } from '../../src/project/project-file.ts';
import { readVenues } from '../../src/project/project-venues.ts';
import { readYears } from '../../src/project/venue-table-file.ts';

const root = fileURLToPath(new URL('fixtures/ranks', import.meta.url));

function read(venues: ProjectFile['venues']) {
	const problems: string[] = [];
	const { rows, tables, files } = readVenues(
		{ venues },
		{ root, readable: [root] },
		{
			invalid: (message, path, hint) => problems.push(`${path.join('.')} ${message} (${hint})`),
			spanOf: () => undefined,
			report: ({ code, message, hint, span }) => {
				const place = span && inFile(span);
				const { line, column } = place ? position(place.source, place.start) : { line: 0, column: 0 };
				problems.push(`${line}:${column} ${code} ${message} (${hint})`);
			},
		},
	);
	return { rows, tables, files, problems };
}

describe('a table of venues', () => {
	it('has rows with years, ranks and kinds', () => {
		const { rows, tables, files, problems } = read({ table: 'own.csv' });
		expect(problems).toEqual([]);
		expect({ rows, files }).toEqual({ rows: [], files: ['own.csv'] });
		expect(
			tables[0]?.map(({ match: [name], years, rank, quartile, kind }) => [name, years, rank, quartile, kind]),
		).toEqual([
			['International Conference on Machine Learning', { from: 2015, to: 2019 }, 'A', null, null],
			['International Conference on Machine Learning', { from: 2020, to: null }, 'A*', 'Q1', 'conference'],
			['*Symposium on Widgets*', null, 'B', null, null],
			['/^workshop on /', { from: null, to: 2010 }, 'C', null, 'workshop'],
			['Journal of Gadgets', { from: 2016, to: 2016 }, 'A', 'Q2', null],
		]);
	});

	it('may have the headers of others, beside rows of the configuration', () => {
		const columns = { match: 'title', issn: 'ISSN', quartile: 'SJR Best Quartile' };
		const { rows, tables, problems } = read([
			{ match: 'Nature', rank: 'A', quartile: 'Q1', year: '2010-', issn: '0028-0836' },
			{ table: 'sjr.csv', columns, year: 2023, kind: 'journal' },
		]);
		expect(problems).toEqual([]);
		expect(rows).toMatchObject([{ quartile: 'Q1', years: { from: 2010, to: null }, issn: ['0028-0836'] }]);
		expect(tables[0]).toMatchObject([
			{ issn: ['15424863', '00079235'], rank: null, quartile: 'Q1', years: { from: 2023, to: 2023 }, kind: 'journal' },
			{ match: ['Gadgets & Widgets'], quartile: 'Q3' },
			{ quartile: null },
		]);
	});

	it('may have no headers', () => {
		const { tables, problems } = read({ table: ['core.csv'], columns: { match: [2, 3], rank: 5 } });
		expect(problems).toEqual([]);
		expect(tables[0]).toMatchObject([
			{ match: ['Neural Information Processing Systems (was NIPS)', 'NeurIPS'], rank: 'A*' },
			{ rank: 'A' },
		]);
	});

	it('is read once as long as its text is the same', () => {
		expect(read({ table: 'own.csv' }).tables[0]).toBe(read([{ table: 'own.csv' }]).tables[0]);
		expect(read({ table: 'own.csv', kind: 'journal' }).tables[0]).not.toBe(read({ table: 'own.csv' }).tables[0]);
	});

	it('keeps the valid rows and reports the others', () => {
		const { tables, problems } = read({ table: 'broken.csv' });
		expect(tables[0]).toMatchObject([{ match: ['Cell'], quartile: 'Q1' }]);
		expect(problems).toEqual([
			'1:17 venues/unknown-column Unknown column "knd" (Did you mean "kind"?)',
			'2:8 venues/invalid Expected years such as 2019 or 2015-2019, found "2019-2015" (Write the earlier year first)',
			'3:1 venues/invalid Missing name of a venue in a row (Add the name, or remove the row)',
			expect.stringMatching(/^4:1 venues\/invalid Invalid regular expression \/\(\/: /),
			'5:9 venues/invalid Expected years such as 2019 or 2015-2019, found "soon" (Write the earlier year first)',
		]);
	});

	it.each<[string, ProjectFile['venues'], string]>([
		[
			'column',
			{ table: 'sjr.csv', columns: { match: 'Titel' } },
			'venues.columns.match Cannot find the column "Titel" in sjr.csv (Did you mean "Title"?)',
		],
		[
			'choice of columns',
			{ table: 'sjr.csv', columns: { rank: 'SJR' } },
			'venues.columns.match Missing column "match" (Add',
		],
		['year', [{ table: 'sjr.csv', columns: { match: 'Title' }, year: '2020-2010' }], 'venues.0.year Expected years'],
		['file', { table: 'srj.csv' }, '0:0 file/missing File "srj.csv" does not exist (Did you mean "sjr.csv"?)'],
		[
			'place',
			{ table: '../../project.test.ts' },
			'config/outside Cannot read ../../project.test.ts: it is outside the project',
		],
	])('is reported with a wrong %s', (_, venues, problem) => {
		expect(read(venues).problems.join('\n')).toContain(problem);
	});
});

describe('readYears', () => {
	it.each([
		[2019, 2019, 2019],
		['2015-2019', 2015, 2019],
		['2015–2019', 2015, 2019],
		['2015..', 2015, null],
		['2015-', 2015, null],
		['-2019', null, 2019],
	])('reads %s', (text, from, to) => expect(readYears(text)).toEqual({ from, to }));

	it.each(['', '-', 'soon', '2019-2015', '2019-20-21'])('does not read "%s"', (text) => {
		expect(readYears(text)).toBeNull();
	});
});
