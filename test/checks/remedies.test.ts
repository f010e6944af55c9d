import { describe, expect, it } from 'vitest';
import { findings } from './findings.ts';

/** The codes of the diagnostics with a remedy. */
const fixable = (fields: string) =>
	findings(`@article{a, author = {Ada, A.}, title = {T}, journal = {J}, year = 2000, ${fields}}`).flatMap(
		({ code, remedy }) => (remedy ? [code] : []),
	);

describe('fixable fields', () => {
	it.each([
		['pages = {12-15}', 'field/page-dash'],
		['pages = {S1 – S9; 12}', 'field/page-dash'],
		['pages = {12---15}', 'field/page-dash'],
		['pages = {3:1-3:9}', 'field/page-dash'],
		['pages = {12\\textendash 15}', 'field/page-dash'],
		['doi = {http://dx.doi.org/10.1000/a_b(c)}', 'identifier/address'],
		['doi = "DOI: 10.1000/xyz"', 'identifier/address'],
		['url = {https://doi.org/10.1000/xyz}', 'identifier/misplaced'],
		['editor = {Bab, B. and et al.}', 'name/et-al'],
		['editor = {Bab, B., et al}', 'name/et-al'],
		['editor = {Bab, B. and {others}}', 'name/et-al'],
		['note = {A \\&amp; B}', 'text/entity'],
		['note = {a&#8211;b}', 'text/entity'],
	])('include %s', (fields, code) => expect(fixable(fields)).toEqual([code]));
});

describe('fields without a fix', () => {
	it.each([
		'pages = {12--15}',
		'pages = {A-12}',
		'pages = {12 ff.}',
		'pages = 1 # "-" # 2',
		'pages = {2020-07-1}',
		'doi = {10.1000/xyz}',
		'doi = {https://doi.org/10.1000/xyz 10.1000/abc}',
		'url = {https://doi.org/10.1000/xyz}, doi = {10.1000/abc}',
		'url = {https://doi.org/10.1000/xyz}, urldate = {2020-01-01}',
		'url = {https://doi.org/10.1000/xyz%2F1}',
		'url = {https://example.org/10.1000/xyz}',
		'editor = {Bab, B. and others}',
		'editor = {{Et Al.}}',
		'note = {AT&T; B & C}',
		'note = {1 &lt; 2}',
		'url = {https://example.org/?a=1&amp;b=2}',
	])('include %s', (fields) => expect(fixable(fields)).toEqual([]));
});
