import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAccents } from '../../src/latex/decode-accents.ts';
import { latexValue } from './arbitrary-latex.ts';
import { fixtureFiles } from './latex-fixtures.ts';

describe.each(fixtureFiles('names'))('decodeAccents: $name', ({ cases }) => {
	it.each(cases)('$input', ({ input, expected }) => {
		expect([decodeAccents(input)]).toEqual(expected.get('='));
	});
});

describe('decodeAccents', () => {
	it('composes plain Unicode', () => {
		expect(decodeAccents('Mu\u0308ller')).toBe('Müller');
	});

	it('never throws and returns NFC', () => {
		fc.assert(
			fc.property(latexValue, (value) => {
				const decoded = decodeAccents(value);
				expect(decoded).toBe(decoded.normalize('NFC'));
			}),
		);
	});

	it('reads deep nesting', () => {
		expect(decodeAccents(`${"\\'{".repeat(5000)}e${'}'.repeat(5000)}`)).toMatch(/^é/);
		expect(decodeAccents(`${'{'.repeat(5000)}\\'e${'}'.repeat(5000)}`)).toContain('é');
	});
});
