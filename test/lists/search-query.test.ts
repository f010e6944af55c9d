import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWhere } from '../../src/lists/parse-where.ts';
import { searchQuery } from '../../src/lists/search-query.ts';

describe('search queries', () => {
	it.each([
		['gait 2020', '"gait" "2020"'],
		['gait year=2019..', '"gait" year=2019..'],
		['gait year >= 2019', '"gait" year>=2019'],
		['venue=journal, conference gait', 'venue=journal,conference "gait"'],
		['gait or eeg', '"gait" or "eeg"'],
		['(gait OR mine) not selected', '("gait" OR mine) not selected'],
		['(gait or (mine first))', '("gait" or (mine first))'],
		['"gait analysis" 2020', '"gait analysis" "2020"'],
		['person="Bach, S" gait', 'person="Bach, S" "gait"'],
		["O'Brien f(x)", '"O\'Brien" "f(x)"'],
		['https://doi.org/10.1000/a:b C++: a!', '"https://doi.org/10.1000/a:b" "C++:" "a!"'],
		['\\alpha', '"\\\\alpha"'],
		["', \\'", '"\'," "\\\\\'"'],
		['', ''],
	])('read %s', (words, expected) => {
		expect(searchQuery(words)).toBe(expected);
		expect(parseWhere(searchQuery(words))).not.toHaveProperty('error');
	});

	it('are always valid without a comparison operator', () => {
		const word = fc.stringMatching(/^[\p{L}\d.:;!?,'’/\\{}$%&*+~-]+$/u).filter((text) => !/^(and|or|not)$/i.test(text));
		fc.assert(
			fc.property(fc.array(word), (words) => {
				expect(parseWhere(searchQuery(words.join(' ')))).not.toHaveProperty('error');
			}),
		);
	});
});
