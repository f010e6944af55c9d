import { describe, expect, it } from 'vitest';
import type { Publication } from '../../../src/publications/publication.ts';
import { loadCslStyle } from '../../../src/render/csl-styles/csl-style.ts';
import { citedReference, citeStyle } from '../../../src/render/documents/cited-reference.ts';
import { folderWith } from '../../folder.ts';
import { listOf, locale, person, rendered } from '../library.ts';
import { readData } from '../page-data.ts';

function styleFor(name: string, files: Record<string, string> = {}) {
	const style = loadCslStyle(name, locale(), { root: folderWith(files), readable: null }, (found) => {
		throw new Error(found.message);
	});
	if (!style) throw new Error(`no style ${name}`);
	return style;
}

function referencesOf(bib: string, name = 'apa') {
	const style = styleFor(name);
	return listOf(bib).items.map(({ publication }) => citedReference(style, publication));
}

const names = Array.from({ length: 30 }, (_, index) => `Family${index}, Given`).join(' and ');
const article =
	'@article{a, author = {Noether, Emmy}, title = {On {H\\textsubscript{2}O} and $x^2$}, journal = {Nature}, year = 1918}';

describe('a reference to cite', () => {
	it('has roman and italic text in turn', () => {
		expect(referencesOf(article)).toEqual([['Noether, E. (1918). On H₂O and x². ', 'Nature', '.']]);
	});

	it('begins with an empty text before italics', () => {
		const [reference] = referencesOf('@book{b, title = {A Book}, year = 1918}');
		expect(reference?.slice(0, 2)).toEqual(['', 'A Book']);
	});

	it('is roman where emphasis is nested', () => {
		const [reference] = referencesOf(
			'@book{b, title = {Of \\emph{Homo} and \\emph{Pan}}, author = {A, B}, year = 1918}',
		);
		expect(reference?.join('')).toContain('Of Homo and Pan');
		expect(reference?.filter((_, index) => index % 2 === 1)).toEqual(['Of ', ' and ']);
	});

	it('leaves "et al." to the style, also for marked names', () => {
		const marked = listOf(`@article{a, author = {${names}}, title = {T}, year = 1918}`, {}, [
			person('Family25, Given'),
		]);
		const [{ publication } = {}] = marked.items;
		const reference = citedReference(styleFor('vancouver'), publication as Publication)?.join('');
		expect(reference).toContain('et al');
		expect(reference).not.toContain('Family25');
	});

	it.each([
		['apa', 'APA'],
		['harvard1', 'Harvard'],
		['styles/ieee.csl', 'IEEE'],
		['chicago-author-date.csl', 'Chicago author date'],
		['1.csl', '1.csl'],
	])('names the style %s %s', (name, label) => {
		expect(citeStyle(name, styleFor('apa')).label).toBe(label);
	});
});

describe('the data of a page', () => {
	function dataOf(citeStyles: readonly string[]) {
		const styles = citeStyles.map((name) => citeStyle(name, styleFor(name)));
		const page = rendered(listOf(article), 'html-page', { citeStyles: styles }) ?? '';
		const [, value = ''] = /class="bibfolio-data" value="([^"]+)"/.exec(page) ?? [];
		return readData(value);
	}

	it('has a reference of each work in each style, and their names', () => {
		const data = dataOf(['apa', 'vancouver']);
		expect(data.styles).toEqual(['APA', 'Vancouver']);
		expect(data.works['a']?.styles).toEqual([
			['Noether, E. (1918). On H₂O and x². ', 'Nature', '.'],
			['Noether E. On H₂O and x². Nature. 1918.'],
		]);
	});

	it('has none without styles', () => {
		const data = dataOf([]);
		expect(data).not.toHaveProperty('styles');
		expect(data.works['a']).not.toHaveProperty('styles');
	});
});
