import { describe, expect, it } from 'vitest';
import { type Mark, type MarkList, type MarkScreen, markLines, pageSize } from '../../src/cli/mark-view.ts';
import { widthOf } from '../../src/text/terminal-width.ts';

const take: Mark = { key: 'space', label: 'take', word: null, style: 32 };
const notMine: Mark = { key: 'n', label: 'not mine', word: 'not mine', style: 31 };
const list = (count: number): MarkList => ({
	rows: Array.from({ length: count }, (_, index) => ({
		word: index % 2 ? 'certain' : 'unsure',
		cells: [
			'ORCID +1',
			String(2000 + index),
			'Lovelace & Babbage',
			`Notes ${index} on the Analytical Engine, with 数学 · Memoirs`,
		],
		details: [
			{
				text: `Notes ${index} on the Analytical Engine, with observations that are far too long for a single line of it`,
				lines: 2,
			},
			{ text: 'https://doi.org/10.1000/182', lines: 1 },
		],
	})),
	widths: [9, 8, 16],
	marks: [take, notMine],
});
const screen: MarkScreen = { columns: 77, rows: 24, colour: false, signs: ['◼', '✕', '◻'] };

describe('a list to mark', () => {
	it('shows a page with the current row, its details and the keys', () => {
		const chosen = [take, notMine, null];
		expect(
			markLines(list(3), { chosen, cursor: 1 }, screen).join('\n'),
		).toBe(`  ◼ unsure    ORCID +1  2000  Lovelace & Babb…  Notes 0 on the Analytical En…
› ✕ not mine  ORCID +1  2001  Lovelace & Babb…  Notes 1 on the Analytical En…
  ◻ unsure    ORCID +1  2002  Lovelace & Babb…  Notes 2 on the Analytical En…

  Notes 1 on the Analytical Engine, with observations that are far too long
  for a single line of it
  https://doi.org/10.1000/182

space take  n not mine  a all  enter done  esc cancel`);
	});

	it.each([
		[77, 24, 200],
		[77, 15, 200],
		[57, 40, 12],
		[37, 24, 3],
		[20, 10, 50],
	])('fits %i columns and %i rows with %i works', (columns, rows, count) => {
		for (const cursor of [0, Math.floor(count / 2), count - 1]) {
			const size = { ...screen, columns, rows };
			const lines = markLines(list(count), { chosen: list(count).rows.map(() => null), cursor }, size);
			for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
			expect(lines.filter((line) => line.startsWith('›'))).toHaveLength(1);
			if (rows >= 12) expect(lines.length).toBeLessThanOrEqual(rows - 3);
		}
	});

	it('keeps its height and its columns on all pages', () => {
		const chosen = list(25).rows.map((_, index) => (index === 3 ? notMine : null));
		const { size } = pageSize(list(25), screen);
		const pages = [0, size, 24].map((cursor) => markLines(list(25), { chosen, cursor }, screen));
		expect(new Set(pages.map((lines) => lines.length)).size).toBe(1);
		expect(new Set(pages.map(([line = '']) => line.indexOf('ORCID'))).size).toBe(1);
		expect(pages[2]?.some((line) => line.includes('25 to 25 of 25') || /\d+ to 25 of 25/.test(line))).toBe(true);
	});

	it('shows the current row and the marks without colors', () => {
		const plain = markLines(list(2), { chosen: [take, null], cursor: 1 }, screen);
		const coloured = markLines(list(2), { chosen: [take, null], cursor: 1 }, { ...screen, colour: true });
		expect(plain.join('')).not.toContain('\u001b');
		expect(coloured.join('')).toContain('\u001b[1m');
	});
});
