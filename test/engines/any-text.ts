import fc from 'fast-check';

/** Markup of all kinds in any order, and other characters. */
const pieces = [
	...'\\`*_{}[]()#+-.!&<>|~^$@:"\'=%/;,? \n1aBé素‘’“”',
	...[
		'www.',
		'http://',
		'https://',
		'![',
		'](',
		'--',
		'---',
		'<!--',
		'&amp;',
		'- ',
		'1. ',
		'= ',
		',,',
		'????',
		'//',
		'/*',
		'*/',
	],
	...[':a:', '(a) ', 'A) ', 'i. ', '@x', '{{<', '{{%', '{%', '[^', '[[', '{x}`', 'import ', 'export '],
];
const anything = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 4 }));
const joined = (piece: fc.Arbitrary<string>) =>
	fc.array(piece, { minLength: 1, maxLength: 12 }).map((chosen) => chosen.join(''));
/** Few pieces again and again, which so meet in every order. */
const few = fc
	.shuffledSubarray(pieces, { minLength: 2, maxLength: 4 })
	.chain((chosen) => joined(fc.constantFrom(...chosen, 'a')));

/** Random texts from a fixed seed that readers of every language must show exactly. */
export const anyTexts: readonly string[] = fc.sample(
	fc.oneof(joined(anything), few).filter((text) => shown(text) !== ''),
	{ numRuns: 1500, seed: 7 },
);

/** A text as shown by a reader: whitespace collapsed, without control characters. */
export function shown(text: string): string {
	return text
		.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (sign) => ('\n\r\t'.includes(sign) ? ' ' : ''))
		.replace(/\s+/g, ' ')
		.trim();
}
