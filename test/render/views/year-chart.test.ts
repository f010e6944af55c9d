import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yearChart } from '../../../src/render/views/year-chart.ts';

describe('the chart of works per year', () => {
	it('has a bar for each year with works, and gaps for other years', () => {
		const chart = yearChart([2020, 2018, 2020, null]);
		expect(chart?.bars.map(({ year, count, height }) => [year, count, height])).toEqual([
			[2018, 1, 50],
			[2020, 2, 100],
		]);
		const [first, last] = chart?.bars ?? [];
		// The middle third is empty.
		expect(first?.x).toBeLessThan(33);
		expect(last?.x).toBeGreaterThan(66);
		expect(chart?.breaks).toEqual([]);
	});

	it('needs works of two years', () => {
		expect(yearChart([])).toBe(null);
		expect(yearChart([null, 2020, 2020])).toBe(null);
	});

	it('replaces long gaps by a break, so that recent years keep their space', () => {
		const chart = yearChart([1665, 2019, 2020, 2021]);
		expect(chart?.breaks).toHaveLength(1);
		expect(chart?.bars[1]?.x).toBeLessThan(60);
	});

	it('labels the first and the last year, and round years between them', () => {
		const years = Array.from({ length: 60 }, (_, index) => 1965 + index);
		const ticks = yearChart(years)?.ticks ?? [];
		expect(ticks.map(({ year }) => year)).toEqual([1965, 1980, 1990, 2000, 2010, 2024]);
		expect(ticks.map(({ anchor }) => anchor)).toEqual(['start', 'middle', 'middle', 'middle', 'middle', 'end']);
	});

	it('stays inside its area, keeps all works with a year, and never overlaps bars or labels', () => {
		const years = fc.array(fc.option(fc.integer({ min: -500, max: 2100 })), { maxLength: 80 });
		const holds = (years: readonly (number | null)[]) => {
			const chart = yearChart(years);
			if (!chart) return;
			const { bars, ticks } = chart;
			expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(years.filter((year) => year !== null).length);
			for (const [index, { x, y, width, height }] of bars.entries()) {
				expect(x).toBeGreaterThanOrEqual(0);
				expect(x + width).toBeLessThanOrEqual(100.01);
				expect(height).toBeGreaterThan(0);
				expect(y + height).toBeCloseTo(100);
				const next = bars[index + 1];
				if (next) expect(next.x).toBeGreaterThan(x);
			}
			for (const [index, { x }] of ticks.entries())
				if (index > 0) expect(x - (ticks[index - 1]?.x ?? 0)).toBeGreaterThanOrEqual(14);
		};
		fc.assert(fc.property(years, holds));
	});
});
