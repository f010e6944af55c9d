import { parseXml } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { formats } from '../../../src/formats/index.ts';
import { type Place, unknownPlace } from '../../../src/render/documents/place.ts';
import { fileNames } from '../../../src/render/documents/works-document.ts';
import { loadTemplates } from '../../../src/render/engine/templates.ts';
import { renderFiles } from '../../../src/render/render.ts';
import { hostileEntries, hostileTitles } from '../../engines/hostile.ts';
import { listOf, locale, rendered } from '../library.ts';

const place: Place = {
	...unknownPlace,
	url: 'https://lab.example/works',
	page: 'https://lab.example/list.html',
	nearPage: '../list.html',
	works: 'https://lab.example/works',
};

/** The pages of the works of a library, by file name. */
function pages(bib: string, at = place): ReadonlyMap<string, string> {
	const fail = ({ message }: { message: string }) => expect.fail(message);
	const format = formats['works'] ?? expect.fail('no format');
	const target = { format, locale: locale(), headingLevel: 2, title: null, owner: null, options: {}, place: at };
	const context = { templates: loadTemplates(null, fail), links: [], privateFields: [] };
	const files = renderFiles(listOf(bib), { ...target, frontMatter: null }, context, fail) ?? [];
	return new Map(files.map(({ name, contents }) => [name, String(contents)]));
}

const tags = (page = '') =>
	[...page.matchAll(/<meta name="citation_(\w+)" content="([^"]*)" \/>/g)].map(
		([, name, content]) => `${name}: ${content}`,
	);

const one = `@article{a1, author={King, Jr., Martin Luther and Noether, Emmy}, title={On $x^2$ \\& \\emph{More}},
	journal={Nature}, volume={3}, number={4}, pages={12--15}, date={2021-12-03}, doi={10.1/a}, pdf={papers/a.pdf},
	abstract={Some <b>}, keywords={b, c}}
@phdthesis{a2, author={Noether, Emmy}, title={Thesis}, school={Erlangen}, year={1907}}
@inproceedings{a3, author={{ACM}}, title={Talked}, booktitle={Proceedings}, year={2001}, month={5}}`;

describe('the page of a work', () => {
	it('has metadata for search engines', () => {
		const made = pages(one);
		expect([...made.keys()].sort()).toEqual(['a1.html', 'a2.html', 'a3.html']);
		expect(tags(made.get('a1.html'))).toEqual([
			'title: On x² &amp; More',
			'author: Martin Luther King, Jr.',
			'author: Emmy Noether',
			'publication_date: 2021/12/03',
			'journal_title: Nature',
			'volume: 3',
			'issue: 4',
			'firstpage: 12',
			'lastpage: 15',
			'doi: 10.1/a',
			'keywords: b',
			'keywords: c',
			'abstract: Some &lt;b&gt;',
			'pdf_url: https://lab.example/papers/a.pdf',
		]);
		expect(tags(made.get('a2.html'))).toContain('dissertation_institution: Erlangen');
		expect(tags(made.get('a3.html'))).toEqual(
			expect.arrayContaining(['publication_date: 2001/05', 'conference_title: Proceedings', 'author: ACM']),
		);
	});

	it('has an address, a link back, and the same link targets as the list', () => {
		const page = pages(one).get('a1.html') ?? '';
		expect(page).toContain('<link rel="canonical" href="https://lab.example/works/a1.html" />');
		expect(page).toContain('<base href="../list.html" />');
		expect(page).toContain('<a href="list.html">Publications</a>');
		const alone = pages(one, unknownPlace).get('a1.html') ?? '';
		expect(alone).not.toMatch(/rel="canonical"|bibfolio-back"|citation_pdf_url/);
	});

	it('shows markup in a library as text, and has a unique file name that is valid on every system', () => {
		const made = pages(`${hostileTitles()}\n${hostileEntries()}\n@misc{con, title={C}}\n@misc{index, title={I}}`);
		expect(made.size).toBeGreaterThan(100);
		const names = [...made.keys()];
		for (const name of names) expect(name).toMatch(/^(?!(?:con|index)\.)[\w-]{1,110}\.html$/);
		expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
		for (const page of made.values())
			expect(page).not.toMatch(/<(?:script|img|svg\/)|\son\w+="|href="(?:javascript|data):|content="[^"]*</i);
	});
});

it('file names are unique when case is ignored', () => {
	const name = fileNames();
	expect(['a', 'A', 'a', 'a-2', 'nul', 'x'.repeat(300)].map(name)).toEqual([
		...['a', 'A-2', 'a-3', 'a-2-2', 'nul-'],
		'x'.repeat(100),
	]);
});

it('a sitemap contains the page and the works that have addresses', () => {
	const addresses = (at: Place) =>
		(parseXml(rendered(listOf(one), 'sitemap', { place: at }) ?? '').root?.children ?? []).flatMap((one) =>
			'text' in one && one.type === 'element' ? [String(one.text).trim()] : [],
		);
	expect(addresses(place)).toEqual([
		'https://lab.example/list.html',
		...['a1', 'a3', 'a2'].map((key) => `https://lab.example/works/${key}.html`),
	]);
	expect(addresses({ ...unknownPlace, page: '../list.html' })).toEqual([]);
});
