import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { inFile, position, source } from '../../src/diagnostics/source.ts';
import { readCsv, writeCsv } from '../../src/text/csv.ts';

function read(text: string) {
	const problems: Diagnostic[] = [];
	const rows = readCsv(source('people.csv', text), (problem) => problems.push(problem), 'config/syntax');
	return { rows, problems, cells: rows.map(({ cells }) => cells) };
}

const people = [
	['name', 'role'],
	['Noether, Emmy', 'owner'],
	['Artin, Emil', 'member'],
];

describe('readCsv', () => {
	it.each([
		['commas', 'name,role\n"Noether, Emmy",owner\n"Artin, Emil",member\n'],
		['semicolons', 'name;role\nNoether, Emmy;owner\nArtin, Emil;member'],
		['tabs', 'name\trole\nNoether, Emmy\towner\nArtin, Emil\tmember\n'],
		['CRLF', 'name;role\r\n"Noether, Emmy";"owner"\r\n"Artin, Emil";"member"\r\n'],
		['CR', 'name;role\r"Noether, Emmy";owner\rArtin, Emil;member\r'],
		['a line with the separator', 'sep=;\r\nname;role\r\nNoether, Emmy;owner\r\nArtin, Emil;member'],
		['empty rows and spaces', '\nname; role\n;\nNoether, Emmy ;owner\n\n Artin, Emil;member\n;;\n'],
		['a quoted header with other delimiters', '"name";"role"\nNoether, Emmy;owner\nArtin, Emil;member\n'],
	])('reads rows with %s', (_, text) => {
		expect(read(text)).toMatchObject({ cells: people, problems: [] });
	});

	it('reads line ends and quotation marks in quoted cells', () => {
		expect(read('a,b\n"1\n2","say ""x"""\n').cells[1]).toEqual(['1\n2', 'say "x"']);
	});

	it('knows the place of each cell', () => {
		const { rows } = read('name;role\r\n"Noether\r\n; Emmy"; owner ;\r\n');
		const places = [undefined, 0, 1, 2, 9].map((cell) => {
			const { source: file, start, end } = inFile((rows[1] as (typeof rows)[0]).spanOf(cell));
			const { line, column } = position(file, start);
			return `${line}:${column} ${file.text.slice(start, end)}`;
		});
		const whole = '2:1 "Noether\r\n; Emmy"; owner ;';
		expect(places).toEqual([whole, '2:1 "Noether\r\n; Emmy"', '3:10 owner', '3:17 ', whole]);
	});

	it.each([
		['an unclosed quotation mark', 'a,b\n"one,1\ntwo,2\nthree,3\n'],
		['text after a quoted cell', 'a,b\n"one" x,1\ntwo,2\nthree,3\n'],
		['an unclosed quotation mark before a quoted cell', 'a,b\n"one,1\n"two",2\nthree,3\n'],
	])('keeps the rows after %s', (_, text) => {
		const { cells, problems } = read(text);
		expect(cells.map((row) => row[1])).toEqual(['b', '1', '2', '3']);
		expect(problems.map(({ span }) => span && position(span.source, span.start).line)).toEqual([2]);
	});

	it('reads a file with wrong quotation marks in every row', () => {
		const { cells, problems } = read(`a,b\n${'"x" y,1\n'.repeat(1000)}`);
		expect(cells).toHaveLength(1001);
		expect(problems).not.toEqual([]);
	});
});

describe('writeCsv', () => {
	it('protects spreadsheets from formulas, and keeps numbers', () => {
		expect(writeCsv([['=1+1', '-x', '@x', -3, null, 'a, b']])).toBe(`"'=1+1","'-x","'@x",-3,,"a, b"\n`);
	});

	it('writes what readCsv reads', () => {
		const cell = fc.string({ unit: 'grapheme' }).map((text) => `x${text}x`);
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
				expect(read(writeCsv([['a', 'b'], ...rows])).cells.slice(1)).toEqual(rows);
			}),
		);
	});
});
