import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAccents } from '../../src/latex/accents.ts';
import { latexValue } from './arbitrary.ts';
import { fixtureFiles } from './fixture.ts';

describe.each(fixtureFiles('names'))('decodeAccents: $name', ({ cases }) => {
	it.each(cases)('$input', ({ input, expected }) => {
		expect([decodeAccents(input)]).toEqual(expected.get('='));
	});
});

describe('decodeAccents', () => {
	it('composes what is not LaTeX at all', () => {
		expect(decodeAccents('Mu\u0308ller')).toBe('Müller');
	});

	it('never throws and gives composed text', () => {
		fc.assert(
			fc.property(latexValue, (value) => {
				const decoded = decodeAccents(value);
				expect(decoded).toBe(decoded.normalize('NFC'));
			}),
		);
	});

	it('reads nesting of any depth', () => {
		expect(decodeAccents(`${"\\'{".repeat(5000)}e${'}'.repeat(5000)}`)).toMatch(/^é/);
		expect(decodeAccents(`${'{'.repeat(5000)}\\'e${'}'.repeat(5000)}`)).toContain('é');
	});
});
