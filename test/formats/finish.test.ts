import fc from 'fast-check';
import { expect, it } from 'vitest';
import { finish, finishing } from '../../src/formats/finish.ts';
import { formats } from '../../src/formats/index.ts';

/** What white space a template may leave, between words and what formats look for. */
const scrap = fc.constantFrom(
	...['\n', '\n', ' ', '  ', '\t', '\r\n', 'a', '<p>', '1.', '% note', '\\bibfoliolink{a}{b}', '{\\mathbb{R}}'],
	...['\\providecommand{\\bibfoliolink}[2]{#2}', '\\begin{document}', '\u0080=Title', '—'],
);

it.each(Object.values(formats))('finishes a file in pieces as it finishes the whole: $name', (format) => {
	fc.assert(
		fc.property(fc.array(fc.string({ unit: scrap, maxLength: 12 }), { maxLength: 6 }), (pieces) => {
			let finished = '';
			const { add, end } = finishing(format, (stretch) => {
				finished += stretch;
			});
			for (const piece of pieces) add(piece);
			end();
			expect(finished).toBe(finish(format, pieces.join('')));
		}),
		{ numRuns: 300 },
	);
});

it('gives away what is done before the file ends, unless its head depends on what comes', () => {
	const given = (name: string) => {
		const stretches: string[] = [];
		const format = formats[name] ?? expect.fail('no format');
		const { add } = finishing(format, (stretch) => stretches.push(stretch));
		for (const piece of ['a\nb\n', 'c\n\n', 'd\n', 'e\n']) add(piece);
		return stretches.join('');
	};
	expect(given('markdown')).toBe('a\nb\nc\n\n');
	expect(given('latex')).toBe('');
});
