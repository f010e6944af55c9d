import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draft } from '../../src/editing/edited-text.ts';
import { replacedText } from '../../src/editing/replacements.ts';

/** Cuts of a text by fractions, each with what is put in; in order, none inside another. */
const cuts = fc.array(
	fc.tuple(
		fc.double({ min: 0, max: 1, noNaN: true }),
		fc.double({ min: 0, max: 1, noNaN: true }),
		fc.string({ maxLength: 3 }),
	),
	{
		maxLength: 4,
	},
);

function replacementsFor(text: string, rows: readonly (readonly [number, number, string])[]) {
	const all = rows
		.map(([one, other, put]) => ({
			start: Math.floor(Math.min(one, other) * text.length),
			end: Math.floor(Math.max(one, other) * text.length),
			text: put,
		}))
		.sort((one, other) => one.start - other.start);
	return all.filter(
		({ start }, index) => index === 0 || start > (Math.max(...all.slice(0, index).map(({ end }) => end)) ?? -1),
	);
}

describe('a draft', () => {
	it('knows after every change what to replace in the text as it was', () => {
		fc.assert(
			fc.property(fc.string(), fc.array(cuts, { maxLength: 4 }), (text, rounds) => {
				const draft = new Draft(text);
				for (const rows of rounds) {
					const replacements = replacementsFor(draft.text, rows);
					const expected = replacedText(draft.text, replacements);
					draft.replace(replacements);
					expect(draft.text).toBe(expected);
					expect(replacedText(text, draft.replacements())).toBe(expected);
				}
			}),
		);
	});

	it('touches nothing else', () => {
		const draft = new Draft('one two three');
		draft.replace([{ start: 4, end: 7, text: '2' }]);
		draft.replace([{ start: 4, end: 5, text: 'II' }]);
		expect(draft.replacements()).toEqual([{ start: 4, end: 7, text: 'II' }]);
		expect(new Draft('x').replacements()).toEqual([]);
	});
});
