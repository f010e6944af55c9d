import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesInValue } from '../../src/library/value-places.ts';
import { entryOf } from './reading.ts';

function pointed(text: string, words: string): string | undefined {
	const field = entryOf(text).fields.get('title');
	if (!field) return undefined;
	const start = field.value.indexOf(words);
	const span = placesInValue(field)(start, start + words.length);
	return span.source.text.slice(span.start, span.end);
}

describe('placesInValue', () => {
	it.each([
		['in braces', '@misc{a, title = {On \\foo{x}}}', '\\foo'],
		['in quotes', '@misc{a, title = "On \\foo{x}"}', '\\foo'],
		['without delimiters', '@misc{a, title = 1905}', '90'],
		['after line ends', '@misc{a, title = {\n  On\r\n  many lines,\n  \\foo{x}}}', '\\foo'],
		['at the end', '@misc{a, title = {  On \\foo  }}', '\\foo'],
	])('finds words %s', (_, text, words) => {
		expect(pointed(text, words)).toBe(words);
	});

	it('includes compressed whitespace', () => {
		expect(pointed('@misc{a, title = {On\n   lines}}', 'On lines')).toBe('On\n   lines');
	});

	it('returns the whole value if it has several pieces', () => {
		expect(pointed('@string{m = "M"}@misc{a, title = {On } # m}', 'M')).toBe('{On } # m');
	});

	it('finds the position of every character of a value', () => {
		const words = fc.array(fc.constantFrom('a', 'bc', ' ', '\n', '\t ', '\\x', 'é'), { minLength: 1 });
		fc.assert(
			fc.property(words, (parts) => {
				const field = entryOf(`@misc{a, title = {${parts.join('')}}}`).fields.get('title');
				for (let i = 0; field && i < field.value.length; i++) {
					const { source, start } = placesInValue(field)(i, i + 1);
					const character = source.text.charAt(start);
					expect(/\s/.test(character) ? ' ' : character).toBe(field.value[i]);
				}
			}),
		);
	});
});
