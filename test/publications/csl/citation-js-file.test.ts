import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { describe, expect, test } from 'vitest';

/** Pins why Bibfolio does not let citation-js 0.8.2 read whole files. */
function ask(file: string): readonly Readonly<Record<string, unknown>>[] {
	return plugins.input.data(plugins.input.data(file, '@biblatex/text'), '@biblatex/entries+list');
}

const one = (fields: string) => ask(`@article{key, ${fields}}`)[0];

describe('citation-js reading a file', () => {
	test.each([
		['$O(n^2)$', 'O(n²⁾'],
		['$x^2y$', 'x<sup>2y</sup>'],
		['$\\mathcal{O}(1)$', '\\mathcalO(1)'],
		['$\\frac{a}{b}$', '\\fracab'],
		['\\aa \\ldots \\LaTeX{} a\\-b', '\\aa \\ldots \\LaTeX a\\-b'],
		['\\mbox{X} \\underline{u}', '\\mboxX \\underlineu'],
		["`sq'", "`sq'"],
		['\\href{http://u}{text} x', 'http://u x'],
		['\\url{http://a/c_d~e}', 'http://a/c_d\u00a0e'],
		['\\noopsort{1973a}Foo', '\\noopsort1973aFoo'],
		['a\\footnote{hi}', 'a\\footnotehi'],
		['\\foo{x}', '\\foox'],
		['na{\\"\\i}ve', 'naı\u0308ve'],
		['\\constructor a', 'a'],
		['a < b \\emph{c}', 'a < b <i>c</i>'],
	])('reads the title %s as %s', (title, answer) => {
		expect(one(`title = {${title}}`)).toMatchObject({ title: answer });
	});

	test.each([
		["{\\'A}lvarez Garc{\\'i}a, Jos{\\'e}", [{ given: 'José', family: 'García', 'non-dropping-particle': 'Álvarez' }]],
		['{\\AA}sa Berg', [{ family: 'Berg', 'non-dropping-particle': '\\AAsa' }]],
		['Doe, Jane and others', [{ given: 'Jane', family: 'Doe' }, { family: 'others' }]],
		['{World Health Organization}', [{ family: 'World Health Organization' }]],
		['Smith, J., Jones, K. and Doe, L.', [{ family: 'Smith' }, { given: 'L.', family: 'Doe' }]],
		['al-Khwarizmi, M.', [{ given: 'M.', family: 'Khwarizmi', 'non-dropping-particle': 'al' }]],
	])('reads the authors %s as %o', (author, answer) => {
		expect(one(`author = {${author}}`)).toMatchObject({ author: answer });
	});

	test.each([
		['date = {2019/}', { issued: { 'date-parts': [[2019], undefined] } }],
		['date = {2021?}', { issued: { 'date-parts': [[2021]] } }],
		['date = {-0044}', { issued: { 'date-parts': [[0]] } }],
		['month = {Mai}, year = {2020}', { issued: { 'date-parts': [[2020]] } }],
		['month = jul#"--"#aug, year = {2020}', { issued: { 'date-parts': [[2020]] } }],
		['publisher = {Harcourt, Brace and World}', { publisher: ['Harcourt, Brace', 'World'] }],
		['keywords = {a; b}', { keyword: 'a; b' }],
		['keywords = {{d, e}, f}', { keyword: 'd, e,f' }],
		['url = {https://a.org/x\\_y}', { URL: 'https://a.org/x%5C_y' }],
	])('reads %s as %o', (fields, answer) => {
		expect(one(fields)).toMatchObject(answer);
	});

	test('does not report an undefined macro', () => {
		expect(one('title = undefinedmacro')).not.toHaveProperty('title');
	});

	test.each(['\\emph x', 'costs $5', '\\enquote*{x}'])('loses the file because of %s in a title', (title) => {
		expect(() => ask(`@article{good, title={A}} @article{bad, title={${title}}}`)).toThrow();
	});

	test('loses the file because of an address between entries', () => {
		expect(() => ask('name@example.org @article{good, title={A}}')).toThrow();
	});

	test('publishes commented-out entries', () => {
		expect(ask('% @article{hidden, title={H}}\n@article{good, title={A}}')).toHaveLength(2);
	});

	test('lets a child inherit fields that describe only its parent', () => {
		const [child] = ask(
			'@inbook{c, title={C}, crossref={p}} @book{p, author={Doe, J.}, title={P}, doi={10.1000/p}, note={N}}',
		);
		expect(child).toMatchObject({ DOI: '10.1000/p', note: 'N' });
	});
});
