import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Format } from '../../src/formats/format.ts';
import { formatIn } from '../../src/formats/index.ts';
import type { Inline } from '../../src/latex/rich-text.ts';

const pieces = [
	...['x', '2', '+', '_i', '_{ij}', '^2', '^{n-1}', '\\alpha ', '\\mathbf{x}', '\\frac{a}{b}', '\\text{a b}', '{{a}}'],
	...['\\{', '\\}', '\\,', '\\;', '\\!', '\\|', '\\\\', '\\%', '\\#', '\\&', '<', '>', '*', '**', '|', '&', '~', "'"],
	...['"', '!', '(c)', '[a](b)', '--', '...', '@x', ':a:', 'www.a.b', 'http://a.b/_c_', '{%', '%}', '#'],
];
/** Formulas with whatever means something to Markdown, the same ones every time. */
const formulas: readonly string[] = fc.sample(
	fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((chosen) => `y${chosen.join('')}`),
	{ numRuns: 500, seed: 7 },
);

const context = { quotes: [['“', '”'] as const] };
/** A formula without its blanks, which mean nothing there, and with signs for their names. */
const bare = (tex: string) =>
	tex.replace(/\\([lg]t|[vV]ert)(?![a-z])/g, (_, name: keyof typeof signs) => signs[name]).replace(/\s+/g, '');
const signs = { lt: '<', gt: '>', vert: '|', Vert: '\\|' };

/** Tests that a reader of a flavour's Markdown finds every formula, whatever stands in and beside it. */
export function itFindsMathematics(
	flavour: string,
	formulasIn: (markdown: string) => readonly string[] | Promise<readonly string[]>,
): void {
	const format = formatIn('markdown', flavour) as Format;
	const text = (value: string): Inline => ({ type: 'text', value });
	const math = (tex: string): Inline => ({ type: 'math', tex, display: false });

	it.each([
		['between blanks', 'x ', ' y'],
		['alone', '', ''],
		['before a figure', 'the ', '2-norm'],
		['before a hyphen', '(', '-consistent)'],
	])('finds every formula as it was, %s', async (_, before, after) => {
		const blocks = formulas.map((tex) => format.inline([text(before), math(tex), text(after)], context));
		const found = await formulasIn(blocks.join('\n\n'));
		expect(found.map(bare)).toEqual(formulas.map(bare));
	});

	it('finds adjacent formulas', async () => {
		const found = await formulasIn(format.inline([text('x '), math('a_b'), math('c'), text(' y')], context));
		expect(found).toEqual(['a_b', 'c']);
	});
}
