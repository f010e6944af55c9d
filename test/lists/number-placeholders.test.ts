import { describe, expect, it } from 'vitest';
import { citationNumbers } from '../../src/lists/citation-numbers.ts';
import { asksForNumbers, needsMetrics, numberPlaceholders, withNumbers } from '../../src/lists/number-placeholders.ts';
import { citedWork } from './cited-work.ts';

const write = {
	number: String,
	date: (iso: string) => `on ${iso}`,
	list: (items: readonly string[]) => items.join(' & '),
};
const numbers = citationNumbers([citedWork(12, 'gold'), citedWork(3, null, { source: 'Crossref' }), citedWork(null)]);
const unknown = citationNumbers([citedWork(null)]);

describe('Placeholders for numbers', () => {
	it.each([
		['{works} works', '3 works'],
		['{citations}, {h-index}, {i10-index}, {open-access}', '15, 2, 1, 1'],
		['{metrics-source} {metrics-date}', 'OpenAlex & Crossref on 2026-11-30'],
		['{{works}} {name} {} {constructor} { works }', '{{works}} {name} {} {constructor} { works }'],
	])('%s', (text, expected) => {
		expect(withNumbers(text, numbers, write)).toBe(expected);
	});

	it.each(numberPlaceholders.filter((name) => name !== 'works'))('{%s} is unknown without metrics', (name) => {
		expect(withNumbers(`a {${name}}`, unknown, write)).toBeNull();
		expect(needsMetrics(`a {${name}}`)).toBe(true);
	});

	it('know the number of works without metrics', () => {
		expect(withNumbers('{works}', unknown, write)).toBe('1');
		expect(needsMetrics('{works} {id}')).toBe(false);
	});

	it.each([
		['{h-index}', true],
		['{name}', false],
		['{__proto__}', false],
		['h-index', false],
	])('%s asks for numbers: %s', (text, expected) => {
		expect(asksForNumbers(text)).toBe(expected);
	});
});
