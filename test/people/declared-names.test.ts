import { expect, test } from 'vitest';
import { givenNameFirst } from '../../src/people/declared-names.ts';

test.each([
	['van der Berg, Anna', 'Anna van der Berg'],
	['Anna van der Berg', 'Anna van der Berg'],
	['Weber A.', 'A. Weber'],
	['{Ranker Team}', 'Ranker Team'],
	['王, 明', '王明'],
	['王 明', '王明'],
	['欧阳修', '欧阳修'],
	['김, 철수', '김철수'],
	['Nguyễn Văn An', 'Nguyễn Văn An'],
])('the name %s is shown as %s', (declared, shown) => {
	expect(givenNameFirst(declared)).toBe(shown);
});
