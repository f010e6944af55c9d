import { expect, test } from 'vitest';
import type { BarTable } from '../../../src/render/figures/bar-table.ts';
import { personInWords, rowInWords } from '../../../src/render/figures/figure-description.ts';
import type { ShownNetwork } from '../../../src/render/figures/shown-network.ts';
import { locale } from '../library.ts';

const table = { parts: [{ label: 'A' }, { label: 'B' }] } as unknown as BarTable;
const row = { label: '2020', works: 3, parts: [2, 1] } as unknown as Parameters<typeof rowInWords>[0];
const network = { people: [{ label: 'Ada', works: 2, relation: 'R' }] } as unknown as ShownNetwork;

test.each([
	['en', '2020: 3 (A: 2; B: 1)', 'Ada: 2 (R)'],
	['fr', '2020\u00a0: 3 (A\u00a0: 2\u202f; B\u00a0: 1)', 'Ada\u00a0: 2 (R)'],
	['ja', '2020：3（A：2；B：1）', 'Ada：2（R）'],
])('descriptions of figures have the punctuation of the language %s', (tag, bars, person) => {
	expect(rowInWords(row, table, locale(tag))).toBe(bars);
	expect(personInWords(network, 0, locale(tag))).toBe(person);
});
