import { expect, it } from 'vitest';
import { similarMonth } from '../../../src/publications/dates/months.ts';

it.each([
	['Janurary', 'January'],
	['Feburary', 'February'],
	['Febuary', 'February'],
	['agust', 'august'],
	['Septmber', 'September'],
	['Ocotber', 'October'],
	['Decmber', 'December'],
	['Dezmber', 'Dezember'],
	['Setiembe', 'Setiembre'],
	['feverero', 'fevereiro'],
	['Октяберь', 'Октябрь'],
])('corrects %s to %s', (word, name) => {
	expect(similarMonth(word)).toEqual({ name, certain: true });
});

it.each([
	['Jume', 'June'],
	['Novvembre', 'Novembre'],
	['Sepptembre', 'Septembre'],
])('suggests %s for %s', (word, name) => {
	expect(similarMonth(word)?.name).toBe(name);
});

it.each(['January', 'May', 'Juny', 'sometime', 'Monday', 'Winter', 'Q3', 'xyz', 'autumn', 'Proceedings'])(
	'suggests nothing for %s',
	(word) => {
		expect(similarMonth(word)).toBe(null);
	},
);
