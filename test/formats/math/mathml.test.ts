import { expect, test } from 'vitest';
import { mathml } from '../../../src/formats/math/mathml.ts';

test.each([
	['O(n^2)', /<msup><mi>n<\/mi><mn>2<\/mn><\/msup>/],
	['x^2y', /<msup>.*<\/msup><mi>y<\/mi>/],
	['\\mathcal{O}(1)', /𝒪/],
	['\\frac{a}{b}', /<mfrac><mi>a<\/mi><mi>b<\/mi><\/mfrac>/],
	['a < b', /&lt;/],
	['\\{x\\}', /&#123;.*&#125;/],
	['\\ell_1', /<msub><mi>ℓ<\/mi>/],
])('%s is MathML', (tex, wanted) => {
	expect(mathml(tex, false)).toMatch(wanted);
	expect(mathml(tex, false)).toMatch(/^<math>.*<\/math>$/);
});

test('has no inline style, no brace and no line end', () => {
	for (const tex of ['\\begin{pmatrix}1&2\\end{pmatrix}', '\\textcolor{red}{x}', '\\overline{\\{x\\}}', '\\sqrt[3]{x}'])
		for (const display of [true, false]) expect(mathml(tex, display)).not.toMatch(/ style=|[{}\n]/);
});

test.each([
	'\\frac{a',
	'\\nosuchcommand x',
	'\\href{javascript:alert(1)}{x}',
	'\\def\\a{\\a\\a}\\a',
	'}',
	'{'.repeat(3000),
	'x'.repeat(10_000),
])('%.30s is refused, not thrown', (tex) => {
	expect(mathml(tex, false)).toBeNull();
});
