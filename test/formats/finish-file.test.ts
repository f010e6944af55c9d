import fc from 'fast-check';
import { expect, it } from 'vitest';
import { finish, finishing, finishPiece } from '../../src/formats/finish-file.ts';
import { formats } from '../../src/formats/index.ts';
import { EncodedText } from '../../src/text/encoded.ts';

/** What white space a template may leave, between words and what formats look for. */
const scrap = fc.constantFrom(
	...['\n', '\n', ' ', '  ', '\t', '\r\n', 'a', '<p>', '1.', '% note', '\\bibfoliolink{a}{b}', '{\\mathbb{R}}'],
	...['\\providecommand{\\bibfoliolink}[2]{#2}', '\\begin{document}', '\u0080=Title', '—'],
);

it.each(Object.values(formats))('finishes a file in pieces as it finishes the whole: $name', (format) => {
	fc.assert(
		fc.property(fc.array(fc.string({ unit: scrap, maxLength: 12 }), { maxLength: 6 }), (pieces) => {
			const parts: Uint8Array[] = [];
			const { add, end } = finishing(format, (part) => parts.push(part));
			for (const piece of pieces) add(piece);
			end();
			expect(String(new EncodedText(parts))).toBe(finish(format, pieces.join('')));
		}),
		{ numRuns: 300 },
	);
});

it.each(Object.values(formats))(
	'finishes a file with pieces finished before as it finishes the whole: $name',
	(format) => {
		const piece = fc.record({ text: fc.string({ unit: scrap, maxLength: 30 }), before: fc.boolean() });
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
				const parts: Uint8Array[] = [];
				const { add, addFinished, end } = finishing(format, (part) => parts.push(part));
				for (const { text, before } of pieces) {
					const finished = before ? finishPiece(format, text) : null;
					if (finished) addFinished(finished);
					else add(text);
				}
				end();
				expect(String(new EncodedText(parts))).toBe(finish(format, pieces.map(({ text }) => text).join('')));
			}),
			{ numRuns: 300 },
		);
	},
);

it('gives away what is done before the file ends, unless its head depends on what comes', () => {
	const given = (name: string) => {
		const parts: Uint8Array[] = [];
		const format = formats[name] ?? expect.fail('no format');
		const { add } = finishing(format, (part) => parts.push(part));
		for (const piece of ['a\nb\n', 'c\n\n', 'd\n', 'e\n']) add(piece);
		return String(new EncodedText(parts));
	};
	expect(given('markdown')).toBe('a\nb\nc\n\n');
	expect(given('latex')).toBe('');
});
