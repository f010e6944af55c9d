import { expect, it } from 'vitest';
import { scriptAt } from '../../../src/formats/latex/scripts.ts';

it('finds the words of one script, from their first letter on', () => {
	expect(scriptAt('Über Москва, Тула – ok', 5)).toEqual({
		words: 'Москва, Тула',
		latex: '\\bibfolioscript{cyrillic}{Москва, Тула}{Moskva, Tula}',
	});
	expect(scriptAt('Über Москва', 0)).toBeNull();
});

it('finds no script for characters of every font', () => {
	expect(['©', '®\ufe0f', '–', 'é', '\u00a0'].filter((text) => scriptAt(text, 0) !== null)).toEqual([]);
});
