import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alignColumns, cellMarks, ruleMark } from '../../../src/formats/text/align-columns.ts';
import { widthOf } from '../../../src/text/terminal-width.ts';

const { left, right } = cellMarks;

it('aligns text on the left and numbers on the right, below a rule', () => {
	const table = [
		`Name${right}Works${left}Years`,
		ruleMark,
		'Members',
		`  Ada${right}12${left}1843`,
		`  Mary S.${right}7`,
	];
	expect(alignColumns(`Title\n\n${table.join('\n')}\n\nEnd`)).toBe(
		[
			'Title',
			'',
			'Name       Works  Years',
			'-'.repeat(23),
			'Members',
			'  Ada         12  1843',
			'  Mary S.      7',
			'',
			'End',
		].join('\n'),
	);
});

it('counts wide characters as two columns', () => {
	expect(alignColumns(`情報処理${right}1\nab${right}22`)).toBe('情報処理   1\nab        22');
});

it('does not change text without tables', () => {
	fc.assert(fc.property(fc.string(), (text) => alignColumns(text) === text));
});

it('gives rows with all cells the same width', () => {
	const row = fc
		.tuple(fc.stringMatching(/^[a-z情]{1,9}$/), fc.nat(9999))
		.map(([name, count]) => `${name}${right}${count}`);
	fc.assert(
		fc.property(fc.array(row, { minLength: 1 }), (rows) => {
			const widths = alignColumns(rows.join('\n')).split('\n').map(widthOf);
			expect(new Set(widths).size).toBe(1);
		}),
	);
});
