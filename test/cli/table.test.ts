import { describe, expect, it } from 'vitest';
import { tableLines } from '../../src/cli/table.ts';

const columns = [{ maxWidth: 8, style: 36 }, { maxWidth: 4 }, { maxWidth: 0 }];
const rows = [
	['bach2015', '2015', 'On pixel-wise explanations for non-linear classifier decisions'],
	['a-very-long-key', '', 'Σ 日本語のタイトル is wide'],
	['esc', '1999', 'a\u001b[31m red\ttitle'],
];

describe('tableLines', () => {
	it('does not shorten cells without a width', () => {
		expect(tableLines(columns, rows, { width: null, colour: false })).toEqual([
			'bach2015         2015  On pixel-wise explanations for non-linear classifier decisions',
			'a-very-long-key        Σ 日本語のタイトル is wide',
			'esc              1999  a␛[31m red\ttitle',
		]);
	});

	it('fits a terminal and counts wide characters as two columns', () => {
		expect(tableLines(columns, rows.slice(0, 2), { width: 40, colour: false })).toEqual([
			'bach2015  2015  On pixel-wise explanati…',
			'a-very-…        Σ 日本語のタイトル is w…',
		]);
	});

	it('keeps a column readable on a terminal that is too narrow', () => {
		expect(tableLines(columns, rows.slice(0, 1), { width: 5, colour: false })).toEqual(['bach2015  2015  On pixel-…']);
	});

	it('uses colors if they are allowed', () => {
		expect(tableLines(columns, [['a', 'b', 'c']], { width: null, colour: true })).toEqual([
			'\u001b[36ma\u001b[0m  b  c',
		]);
	});
});
