import { describe, expect, it } from 'vitest';
import { parseWhere } from '../../src/lists/parse-where.ts';
import { matches, type Selector } from '../../src/lists/selector.ts';
import { accessOf, citationsOf } from '../../src/lists/shown-metrics.ts';
import { sortPublications } from '../../src/lists/sort.ts';
import type { Highlights } from '../../src/people/highlight.ts';
import { citedWork } from './cited-work.ts';
import { work } from './sample-publication.ts';

/** These conditions are not about people. */
const nobody = {} as Highlights;
const without = work('article', { title: 'Without numbers' });
const works = {
	without,
	none: citedWork(0, 'closed'),
	some: citedWork(12, 'gold'),
	many: citedWork(340, 'green'),
	unknownAccess: citedWork(5),
};

function matching(where: string): string[] {
	const selector = parseWhere(where);
	if ('error' in selector) throw new Error(`${selector.error} at ${selector.offset}`);
	return Object.entries(works).flatMap(([name, each]) => (matches(selector as Selector, each, nobody) ? [name] : []));
}

describe('Conditions', () => {
	it.each([
		['citations>=10', ['some', 'many']],
		['citations>12', ['many']],
		['citations<=5', ['none', 'unknownAccess']],
		['citations=0', ['none']],
		['citations=5..12', ['some', 'unknownAccess']],
		['citations=0,340', ['none', 'many']],
		['citations>=10 citations<100', ['some']],
		['citations', ['some', 'many', 'unknownAccess']],
		['not citations', ['without', 'none']],
		['open-access', ['some', 'many']],
		['oa', ['some', 'many']],
		['open-access=no', ['without', 'none', 'unknownAccess']],
		['not open-access', ['without', 'none', 'unknownAccess']],
		['open-access=gold', ['some']],
		['open-access: Gold,green', ['some', 'many']],
		['open-access=closed', ['none']],
		['open-access!=closed', ['without', 'some', 'many', 'unknownAccess']],
		['open-access citations>=100', ['many']],
	])('%s', (where, expected) => {
		expect(matching(where)).toEqual(expected);
	});

	it.each([
		['open-access=golden', 'Unknown kind of open access "golden"', 'Did you mean "gold"?'],
		[
			'open-access=free',
			'Unknown kind of open access "free"',
			'Use "yes", "no" or: diamond, gold, hybrid, bronze, green, closed',
		],
		['citations>=many', 'Expected a number or "10..99", found "many"', null],
		['citation>=10', 'Expected "=" after "citation", found ">="', 'Did you mean "citations"?'],
	])('%s is an error', (where, error, hint) => {
		expect(parseWhere(where)).toMatchObject({ error, hint });
	});

	it('leave the field openaccess as it is', () => {
		expect(parseWhere('openaccess')).toEqual({ field: { openaccess: ['*'] } });
		expect(parseWhere('openaccess=*arxiv*')).toEqual({ field: { openaccess: ['*arxiv*'] } });
	});
});

describe('Sorting by citations', () => {
	it.each([
		[true, [340, 12, 5, 0, null]],
		[false, [0, 5, 12, 340, null]],
	])('has works without numbers last (descending: %s)', (descending, expected) => {
		const sorted = sortPublications(Object.values(works), [{ key: 'citations', descending }]);
		expect(sorted.map((each) => citationsOf(each)?.count ?? null)).toEqual(expected);
	});
});

describe('A work with versions', () => {
	it('has the citations of its most cited version, not their sum', () => {
		expect(citationsOf(citedWork(3, null, { versions: [citedWork(8), citedWork(5)] }))?.count).toBe(8);
		expect(citationsOf(citedWork(9, null, { versions: [citedWork(8)] }))?.count).toBe(9);
		expect(citationsOf(citedWork(null, null, { versions: [citedWork(0)] }))?.count).toBe(0);
		expect(citationsOf(without)).toBeNull();
	});

	it('is free to read if one of its versions is', () => {
		expect(accessOf(citedWork(1, 'closed', { versions: [citedWork(1, 'green')] }))?.state).toBe('green');
		expect(accessOf(citedWork(1, 'gold', { versions: [citedWork(1, 'green')] }))?.state).toBe('gold');
		expect(accessOf(citedWork(1, 'closed', { versions: [without] }))?.state).toBe('closed');
		expect(accessOf(without)).toBeNull();
	});
});
