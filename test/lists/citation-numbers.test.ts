import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationNumbers } from '../../src/lists/citation-numbers.ts';
import { citedWork } from './cited-work.ts';

const works = fc.array(fc.option(fc.nat(40)), { maxLength: 30 }).map((counts) => ({
	counts: counts.filter((count) => count !== null),
	works: counts.map((count) => citedWork(count)),
}));

describe('The numbers of works', () => {
	it('have an h-index of which h works have at least h citations, and h+1 works do not have h+1', () => {
		fc.assert(
			fc.property(works, ({ counts, works }) => {
				const { hIndex } = citationNumbers(works);
				const withAtLeast = (number: number) => counts.filter((count) => count >= number).length;
				expect(withAtLeast(hIndex)).toBeGreaterThanOrEqual(hIndex);
				expect(withAtLeast(hIndex + 1)).toBeLessThan(hIndex + 1);
			}),
		);
	});

	it('do not depend on the order of works', () => {
		fc.assert(
			fc.property(works, ({ works }) => {
				expect(citationNumbers([...works].reverse())).toEqual(citationNumbers(works));
			}),
		);
	});

	it.each([
		[[], 0, 0],
		[[0, 0], 0, 0],
		[[1], 1, 0],
		[[10, 9, 8, 3, 3], 3, 1],
		[[100, 100], 2, 2],
		[[4, 4, 4, 4], 4, 0],
	])('of %j: h-index %i, i10-index %i', (counts, hIndex, i10Index) => {
		expect(citationNumbers(counts.map((count) => citedWork(count)))).toMatchObject({ hIndex, i10Index });
	});

	it('name the newest date, and the sources, that of most works first', () => {
		const numbers = citationNumbers([
			citedWork(1, null, { source: 'Crossref', date: '2026-10-31' }),
			citedWork(2, 'gold'),
			citedWork(3, 'closed', { date: '2026-09-30' }),
			citedWork(null, 'green'),
		]);
		expect(numbers).toEqual({
			...{ works: 4, openAccess: 2, citations: 6, hIndex: 2, i10Index: 0 },
			...{ sources: ['OpenAlex', 'Crossref'], date: '2026-11-30' },
		});
	});
});
