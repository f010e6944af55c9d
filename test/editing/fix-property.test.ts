import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixed } from './fixing.ts';

/** Correct fields. */
const good = [
	'  title   = {Gait &c. and {Other} Things}, % a comment, {',
	'\tjournal = jmlr,',
	'  note = "a 12-15 b",',
	'  abstract = {One line' + '\n' + '    and another with 1-2},',
	'  pages={12--15},',
	'  keywords = {a, b},',
	'  file = {:C\\:/x.pdf:PDF},',
];
/** Fields with a mistake, and their correction. */
const slips = [
	['  pages = {12-15},', '  pages = {12--15},'],
	['  pages = "S1 – S9",', '  pages = "S1--S9",'],
	['  doi = {https://doi.org/10.1000/a_b},', '  doi = {10.1000/a_b},'],
	['  url = {http://dx.doi.org/10.1000/182},', '  doi = {10.1000/182},'],
	['  year = 2020;', '  year = 2020,'],
	['  publisher = Springer Verlag,', '  publisher = {Springer Verlag},'],
	['  author = {Ada, A. and Bab, B. et al.},', '  author = {Ada, A. and Bab, B. and others},'],
	['  booktitle = {A &amp; B},', '  booktitle = {A \\& B},'],
	['  month = March,', '  month = mar,'],
	['  volume = {1},,', '  volume = {1},'],
	['  publsher = {P},', '  publisher = {P},'],
	['  number = ,\n', ''],
] as const;
const between = [
	'',
	'% a comment with { and @ in it',
	'Some words, 1-2.',
	'@comment{jabref-meta: databaseType:biblatex;}',
	'@string{jmlr = "J. of 1-2"}',
	'@preamble{ "\\newcommand{\\x}{1-2}" }',
];

const nameOf = (line: string) => /\w+/.exec(line)?.[0].replace('publsher', 'publisher').replace(/^url$/, 'doi') ?? '';
const line = fc.oneof(
	fc.constantFrom(...good).map((text) => [text, text] as const),
	fc.constantFrom(...slips),
);
const entry = fc
	.tuple(fc.uniqueArray(line, { selector: ([text]) => nameOf(text), maxLength: 6 }), fc.boolean())
	.map(([lines, comma]) => (key: number) => {
		// The last mistake may be a missing comma.
		const text = (side: 0 | 1) => {
			const body = lines.map((each) => each[side]).join('\n');
			return `@article{k${key}${comma || side === 1 ? ',' : ''}\n  crossref = {},\n${body}\n}`
				.replace(/\n+(?=\n}$)/, '')
				.replaceAll('\n\n', '\n');
		};
		return [text(0), text(1)] as const;
	});
const library = fc.record({
	parts: fc.array(fc.oneof(entry, fc.constantFrom(...between)), { minLength: 1, maxLength: 6 }),
	lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
	mark: fc.boolean(),
	finalLine: fc.boolean(),
	latin: fc.boolean(),
});

describe('fix', () => {
	it('changes only the mistakes, and nothing in a second run', async () => {
		await fc.assert(
			fc.asyncProperty(library, async ({ parts, lineEnd, mark, finalLine, latin }) => {
				const side = (which: 0 | 1) => {
					const texts = parts.map((part, index) => (typeof part === 'string' ? part : part(index)[which]));
					const text = `${texts.join('\n\n')}${latin ? '\n% déjà-vu' : ''}${finalLine ? '\n' : ''}`.replaceAll(
						'\n',
						lineEnd,
					);
					const encoding = latin ? 'latin1' : 'utf8';
					return Buffer.from((mark && !latin ? '\ufeff' : '') + text.replaceAll('–', latin ? '-' : '–'), encoding);
				};
				const { once, twice, second } = await fixed(side(0));
				expect(once.toString('latin1')).toBe(side(1).toString('latin1'));
				expect([twice.equals(once), second.out.startsWith('Nothing to fix')]).toEqual([true, true]);
			}),
			{ numRuns: 30 },
		);
	});
});
