import { describe, expect, it } from 'vitest';
import type { Link } from '../../../src/publications/links/links.ts';
import { mainLink, titleLink, withPdfKind } from '../../../src/render/views/link-choice.ts';

const link = (kind: string, url: string, label: Link['label'] = null): Link => ({ kind, url, label });
const [doi, page, pdf] = [
	link('doi', 'https://doi.org/10.1000/1'),
	link('url', 'https://example.org/sums/1'),
	link('pdf', 'sums.pdf'),
];
const [code, slides] = [link('code', 'https://example.org/code'), link('slides', 'slides.pdf')];

describe('the link of a title', () => {
	it('is the DOI, else the page of the work, else the PDF, else the website, and never code or slides', () => {
		const website = link('website', 'https://example.org/project');
		expect(titleLink([page, pdf, doi], true)).toBe(doi);
		expect(titleLink([pdf, page], true)).toBe(page);
		expect(titleLink([code, website, pdf], true)).toBe(pdf);
		expect(titleLink([code, website], true)).toBe(website);
		expect(titleLink([code, slides], false)).toBeNull();
	});

	it.each([
		['https://journal.example.org', 'the home page of a journal'],
		['http://conference.example.org/', 'the home page of a conference'],
		['https://github.com/someone/code', 'the code of a paper'],
		['https://scholar.google.com/scholar?q=sums', 'a search'],
		['https://www.google.de/search?q=sums', 'a search'],
		['#', 'a place on the same page'],
		['#top', 'a place on the same page'],
	])('is not %s: %s', (url) => {
		expect(titleLink([link('url', url)], true)).toBeNull();
		expect(titleLink([link('url', url), pdf], true)).toBe(pdf);
		expect(mainLink([link('url', url)], true)).toBeNull();
	});

	it.each(['https://software.example.org/', 'https://github.com/someone/software'])(
		'is %s for a work of its own',
		(url) => {
			expect(titleLink([link('url', url)], false)?.url).toBe(url);
			expect(titleLink([link('url', `${url}/papers/1`)], false)?.url).toBe(`${url}/papers/1`);
		},
	);

	it.each([
		'https://github.com/someone/papers/raw/main/sums.pdf',
		'https://journal.example.org/?article=1',
		'https://someone.github.io/sums/',
	])('is %s for a part of a journal', (url) => {
		expect(titleLink([link('url', url)], true)?.url).toBe(url);
	});
});

describe('the main link', () => {
	it('is the PDF, else the DOI, else the page of the work', () => {
		expect(mainLink([doi, page, pdf], true)).toBe(pdf);
		expect(mainLink([page, doi], true)).toBe(doi);
		expect(mainLink([code, page], true)).toBe(page);
		expect(mainLink([code], true)).toBeNull();
	});
});

describe('the kind of a PDF', () => {
	it.each(['https://example.org/sums.pdf', 'https://example.org/Sums.PDF?download=1', 'sums.pdf#page=2'])(
		'is given to %s',
		(url) => {
			expect(withPdfKind([doi, link('url', url)])).toEqual([doi, link('pdf', url)]);
		},
	);

	it('is not given to pages, links with words of their own, and beside another PDF', () => {
		for (const links of [
			[page],
			[link('url', 'https://example.org/?file=sums.pdf')],
			[link('url', 'https://example.org/sums.pdf', [{ type: 'text', value: 'Errata' }])],
			[link('url', 'https://example.org/sums.pdf'), pdf],
		])
			expect(withPdfKind(links)).toEqual(links);
	});
});
