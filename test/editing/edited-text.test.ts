import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EditedText } from '../../src/editing/edited-text.ts';
import { replacedText } from '../../src/editing/replacements.ts';

/** Spans of a text as fractions, each with its replacement. */
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
		.map(([first, second, inserted]) => ({
			start: Math.floor(Math.min(first, second) * text.length),
			end: Math.floor(Math.max(first, second) * text.length),
			text: inserted,
		}))
		.sort((first, second) => first.start - second.start);
	return all.filter(
		({ start }, index) => index === 0 || start > (Math.max(...all.slice(0, index).map(({ end }) => end)) ?? -1),
	);
}

describe('EditedText', () => {
	it('gives all edits as replacements in the original text', () => {
		fc.assert(
			fc.property(fc.string(), fc.array(cuts, { maxLength: 4 }), (text, rounds) => {
				const edited = new EditedText(text);
				for (const rows of rounds) {
					const replacements = replacementsFor(edited.text, rows);
					const expected = replacedText(edited.text, replacements);
					edited.replace(replacements);
					expect(edited.text).toBe(expected);
					expect(replacedText(text, edited.replacements())).toBe(expected);
				}
			}),
		);
	});

	it('merges edits of the same place', () => {
		const edited = new EditedText('one two three');
		edited.replace([{ start: 4, end: 7, text: '2' }]);
		edited.replace([{ start: 4, end: 5, text: 'II' }]);
		expect(edited.replacements()).toEqual([{ start: 4, end: 7, text: 'II' }]);
		expect(new EditedText('x').replacements()).toEqual([]);
	});
});
