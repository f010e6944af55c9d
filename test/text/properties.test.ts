import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PropertyPattern } from '../../src/text/properties.ts';

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** Every pattern of the program, as it is written there. */
const patterns = readdirSync(source, { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.ts'))
	.flatMap((name) => [
		...readFileSync(join(source, name), 'utf8').matchAll(
			/new PropertyPattern\(\s*String\.raw`([^`]*)`(?:,\s*'(\w+)')?/g,
		),
	])
	.map(([, pattern = '', flags = 'u']): [string, string] => [pattern, flags]);

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
const dashes = range(0x2010, 0x2027);
const few = [...range(0, 0x24f), ...range(0x300, 0x36f), ...range(0x1e00, 0x1eff), ...dashes];
const character = fc.oneof(
	fc.constantFrom(...few.map((code) => String.fromCharCode(code))),
	fc.constantFrom('a', 'B', '1', '-', '.', "'", ' ', 'é', 'Ž', 'ǅ', '中', '\u0301', '😀', '\ud800'),
);

describe('a pattern of properties', () => {
	it.each(patterns)('%s/%s finds what it says in every text', (pattern, flags) => {
		const own = new PropertyPattern(pattern, flags);
		const plain = flags.replace('y', '');
		const whole = new RegExp(pattern, plain);
		fc.assert(
			fc.property(fc.array(character, { maxLength: 8 }), (characters) => {
				const text = characters.join('');
				expect(text.replace(flags.includes('y') ? new PropertyPattern(pattern, plain) : own, '<$&>')).toBe(
					text.replace(whole, '<$&>'),
				);
			}),
			{ numRuns: 300 },
		);
	});

	it.each(['L', 'Lu', 'Ll', 'Lt', 'Lo', 'M', 'N', 'Nd', 'Pd', 'Sm', 'Z', 'Cc', 'Cf', 'Cs'])(
		'knows which of the usual characters have %s',
		(name) => {
			const [own, none] = [`^\\p{${name}}$`, `^[^\\p{${name}}]$`].map((source) => new PropertyPattern(source));
			const whole = new RegExp(`^\\p{${name}}$`, 'u');
			const wrong = few
				.map((code) => String.fromCharCode(code))
				.filter((sign) => own?.test(sign) !== whole.test(sign) || none?.test(sign) === whole.test(sign));
			expect(wrong).toEqual([]);
		},
	);

	it('knows the mark that is a letter where case does not count', () => {
		expect(new PropertyPattern(String.raw`^\p{L}$`, 'iu').test('\u0345')).toBe(true);
		expect(new PropertyPattern(String.raw`^\p{L}$`).test('\u0345')).toBe(false);
	});

	it('is used like a regular expression', () => {
		const letters = new PropertyPattern(String.raw`\p{Lu}\p{Ll}*`, 'gu');
		for (const text of ['Ada und Émile', 'Ada und Žofie']) {
			expect(text.match(letters)).toEqual(text.match(/\p{Lu}\p{Ll}*/gu));
			expect(text.split(letters)).toEqual(text.split(/\p{Lu}\p{Ll}*/gu));
			expect(text.replace(letters, (word) => word.toUpperCase())).toBe(
				text.replace(/\p{Lu}\p{Ll}*/gu, (word) => word.toUpperCase()),
			);
			expect(text.replace(new PropertyPattern(String.raw`(\p{L})\p{L}*`, 'gu'), '$1')).toBe(
				text.replace(/(\p{L})\p{L}*/gu, '$1'),
			);
		}
	});

	it('refuses a property that it has no characters for', () => {
		expect(() => new PropertyPattern(String.raw`\p{Script=Greek}`).test('a')).toThrow('No twin');
		expect(() => new PropertyPattern(String.raw`[\P{L}]`).test('a')).toThrow('No twin');
	});
});
