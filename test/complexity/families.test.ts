import { describe, expect, test } from 'vitest';
import { sample } from '../tools.ts';
import { families, smallestOf } from './families.ts';
import { prepareFamily } from './run-family.ts';

/*
 * The processor time of these inputs is measured by `npm run bench -- --growth`, because it depends on the machine. Here, each
 * runs at a size that would exceed the time-out only if it took far more than quadratic time.
 */

/** The most text for twice the input, as a multiple. */
const mostGrowth = 2.3;
/** Characters that do not depend on the size of the input. */
const constant = 3000;

test('at least 60 families have different names', () => {
	expect(new Set(families.map(({ name }) => name)).size).toBe(families.length);
	expect(families.length).toBeGreaterThan(60);
});

describe('twice the input gives at most twice the text, and no exception', () => {
	test.each(sample(families, 5).map((family) => [family.name, family] as const))('%s', (_, family) => {
		const n = Math.ceil(smallestOf(family) / 400);
		const [once, twice] = [n, 2 * n].map((size) => prepareFamily(family, size)().join('').length);
		expect(twice).toBeLessThan(mostGrowth * (once ?? 0) + constant);
	});
});
