import { parseXml } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { formats } from '../../../src/formats/index.ts';
import type { Person } from '../../../src/people/person.ts';
import { type Place, unknownPlace } from '../../../src/render/documents/place.ts';
import { pageNames } from '../../../src/render/documents/works-document.ts';
import { browserScript } from '../../../src/render/engine/inlined.ts';
import { loadTemplates } from '../../../src/render/engine/templates.ts';
import { renderFiles } from '../../../src/render/render.ts';
import { hostileEntries, hostileTitles } from '../../engines/hostile.ts';
import { listOf, locale, person, rendered } from '../library.ts';

const place: Place = {
	...unknownPlace,
	url: 'https://lab.example/works',
	page: 'https://lab.example/list.html',
	nearPage: '../list.html',
	works: 'https://lab.example/works',
};

/** The pages of the works of a library, by file name. */
function pages(bib: string, at = place, people: readonly Person[] = []): ReadonlyMap<string, string> {
	const fail = ({ message }: { message: string }) => expect.fail(message);
	const format = formats['works'] ?? expect.fail('no format');
	const target = { format, locale: locale(), headingLevel: 2, title: null, options: {}, place: at };
	const context = { templates: loadTemplates(null, fail), links: [], privateFields: [] };
	const files = renderFiles(listOf(bib, {}, people), { ...target, frontMatter: null }, context, fail) ?? [];
	return new Map(files.map(({ name, contents }) => [name, String(contents)]));
}

const tags = (page = '') =>
	[...page.matchAll(/<meta name="citation_(\w+)" content="([^"]*)" \/>/g)].map(
		([, name, content]) => `${name}: ${content}`,
	);

/** A page without its two scripts: data, which nothing in it can end, and code, which is the same on all pages. */
function withoutOwnScripts(page: string): string {
	const [, before = '', after = ''] =
		/^([\s\S]*?)<script type="application\/ld\+json">[^<]*<\/script>([\s\S]*)$/.exec(page) ?? [];
	const code = browserScript('work', formats['works'] ?? expect.fail('no format')).text.value;
	expect(after).toContain(`<script>${code}</script>`);
	return before + after.replace(`<script>${code}</script>`, '');
}

function jsonLdIn(page = ''): string {
	return /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? expect.fail('no data');
}

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
			'abstract_html_url: https://lab.example/works/a1.html',
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

	it('shows the title once, all names in full, the venue in words and the best link first', () => {
		const many = Array.from({ length: 60 }, (_, index) => `Name${index}, Given`).join(' and ');
		const owner = person('Noether, Emmy', { orcid: '0000-0002-1825-0097', url: 'https://noether.example/' });
		const made = pages(`${one}\n@article{many, author={${many}}, title={Many}, journal={Nature}, year=2001}`, place, [
			owner,
		]);
		const page = made.get('a1.html') ?? '';
		const seen = page.slice(page.indexOf('<article'), page.indexOf('<h2>Cite'));
		expect(seen.match(/More/g)).toHaveLength(1);
		expect(seen).toContain('Martin Luther King Jr. and <strong');
		expect(seen).toContain('href="https://orcid.org/0000-0002-1825-0097"');
		expect(seen.replace(/<[^>]*>/g, '')).toContain('Nature, vol. 3, no. 4, pp. 12–15, December 3, 2021');
		expect([...seen.matchAll(/class="bibfolio-link[^"]*" href="([^"]*)"/g)].map(([, url]) => url)).toEqual([
			'papers/a.pdf',
			'https://doi.org/10.1/a',
		]);
		expect(made.get('many.html')?.match(/Given Name\d+/g)?.length).toBeGreaterThanOrEqual(60);
	});

	it.each([
		['@book{a, title={T}, publisher={P}, volume={3}, edition={revised}, year=2001}', 'P, 2001. Vol. 3. Revised'],
		['@article{a, title={T}, volume={3}, number={2}, year=2001}', 'Vol. 3, no. 2, 2001'],
		['@software{a, title={T}, publisher={P}, version={3}, year=2001}', 'P, version 3, 2001'],
		['@unpublished{a, title={T}, pubstate={submitted}}', 'Submitted'],
		['@online{a, title={T}, publisher={P}, urldate={2001-02-03}}', 'P. Accessed February 3, 2001'],
		['@award{a, title={T}, titleaddon={for sums}, note={shared}, date=2001}', 'Shared, 2001. For sums'],
		[
			'@talk{a, title={T}, eventtitle={Summer School}, eventtitleaddon={lecture series}, date=2001}',
			'Summer School, 2001. Lecture series',
		],
		['@inbook{a, title={T}, bookauthor={Weyl, Hermann}, booktitle={Book}, year=2001}', 'Weyl H, Book, 2001'],
		['@inproceedings{a, title={T}, booktitle={Proc.}, volume=2001, pages={1--2}, year=2001}', 'Proc., pp. 1–2, 2001'],
	])('shows where %s appeared', (bib, shown) => {
		const page = pages(bib).get('a.html') ?? '';
		const found = ['appeared', 'further'].flatMap((name) => {
			const [, text] = new RegExp(`<p class="bibfolio-${name}">(.*?)</p>`).exec(page) ?? [];
			return text === undefined ? [] : [text.replace(/<[^<>]*>/g, '').replaceAll('\u00a0', ' ')];
		});
		expect(found.join('. ')).toBe(shown);
	});

	it('has links if none of them leads to the work', () => {
		const page = pages('@misc{a, title={T}, code={https://code.example/x}, slides={x.pdf}}').get('a.html') ?? '';
		expect([...page.matchAll(/class="bibfolio-link[^"]*" href="([^"]*)"/g)].map(([, url]) => url)).toEqual([
			'https://code.example/x',
			'x.pdf',
		]);
	});

	it('has the reference without marks, and the BibTeX unless the work is a talk', () => {
		const owner = person('Noether, Emmy');
		const made = pages(
			`${one}\n@unpublished{t, author={Noether, Emmy}, title={T}, eventtitle={ICM}, year=1932, keywords={talk}}`,
			place,
			[owner],
		);
		const page = made.get('a1.html') ?? '';
		expect(/<h2>Cite[\s\S]*?<p>(.*?)<\/p>/.exec(page)?.[1]?.replace(/<[^>]*>/g, '')).toBe(
			'King M L Jr. and Noether E (2021). “On x2 &amp; More”. In: Nature 3(4):12–15. https://doi.org/10.1/a',
		);
		expect(page).toContain('data-name="a1.bib"');
		expect(made.get('t.html')).not.toContain('bibfolio-bibtex"');
	});

	it('describes the work for previews of links and search engines', () => {
		const owner = person('Noether, Emmy', { orcid: '0000-0002-1825-0097', url: 'https://noether.example/' });
		const page = pages(one.replace('title={On', 'preview={img/a.png}, title={On'), place, [owner]).get('a1.html') ?? '';
		expect(
			[...page.matchAll(/<meta property="([^"]*)" content="([^"]*)" \/>/g)].map(([, name, content]) => [name, content]),
		).toEqual([
			['og:title', 'On x² &amp; More'],
			['og:description', 'Some &lt;b&gt;'],
			['og:type', 'article'],
			['og:url', 'https://lab.example/works/a1.html'],
			['og:image', 'https://lab.example/img/a.png'],
			['og:site_name', 'Publications – Emmy Noether'],
			['article:published_time', '2021-12-03'],
			['article:author', 'https://noether.example/'],
			['article:tag', 'b'],
			['article:tag', 'c'],
		]);
		expect(page).toContain('<meta name="twitter:card" content="summary" />');
		expect(JSON.parse(jsonLdIn(page))).toEqual({
			'@context': 'https://schema.org',
			'@type': 'ScholarlyArticle',
			'@id': 'https://doi.org/10.1/a',
			url: 'https://lab.example/works/a1.html',
			name: 'On x² & More',
			headline: 'On x² & More',
			author: [
				{ '@type': 'Person', name: 'Martin Luther King, Jr.' },
				{
					'@type': 'Person',
					name: 'Emmy Noether',
					'@id': 'https://orcid.org/0000-0002-1825-0097',
					url: 'https://noether.example/',
				},
			],
			datePublished: '2021-12-03',
			isPartOf: {
				'@type': 'PublicationIssue',
				issueNumber: '4',
				isPartOf: {
					'@type': 'PublicationVolume',
					volumeNumber: '3',
					isPartOf: { '@type': 'Periodical', name: 'Nature' },
				},
			},
			pagination: '12–15',
			abstract: 'Some <b>',
			keywords: 'b, c',
			image: 'https://lab.example/img/a.png',
			encoding: {
				'@type': 'MediaObject',
				encodingFormat: 'application/pdf',
				contentUrl: 'https://lab.example/papers/a.pdf',
			},
			sameAs: ['https://doi.org/10.1/a'],
		});
	});

	it('links to its neighbours in the list, if their addresses are known', () => {
		const links = (page = '') => [...page.matchAll(/rel="(prev|next)" href="([^"]*)"/g)].map(([, ...link]) => link);
		const made = pages(one, { ...place, nearFolder: 'works' });
		expect(links(made.get('a1.html'))).toEqual([['next', 'works/a3.html']]);
		expect(links(made.get('a3.html'))).toEqual([
			['prev', 'works/a1.html'],
			['next', 'works/a2.html'],
		]);
		expect(links(pages(one).get('a3.html'))).toEqual([]);
	});

	it('shows other versions with their addresses', () => {
		const page =
			pages(`@article{p, author={Curie, M.}, title={On One and the Same Thing}, journal={J}, year=2022, doi={10.1000/x}}
			@misc{q, author={Curie, M.}, title={On One and the Same Thing}, eprint={1912.11425}, archiveprefix={arXiv}, year=2019}`).get(
				'p.html',
			) ?? '';
		const version = page.slice(page.indexOf('<h2>Other Versions'));
		expect(version).toContain('arXiv:1912.11425');
		expect(version).toContain('href="https://arxiv.org/abs/1912.11425"');
		expect(version).not.toContain('On One and the Same Thing');
	});

	it.each([
		[
			'@book{a, title={T}, publisher={Springer}, address={Berlin}, edition={2}, year=1930}',
			'Springer, Berlin, 1930',
			'2nd edition',
		],
		['@phdthesis{a, title={T}, school={Erlangen}, year=1907}', 'PhD thesis, Erlangen, 1907', ''],
		[
			'@inproceedings{a, author={Lovelace, Ada}, title={T}, booktitle={Proc}, pages={1-9}, publisher={ACM}, editor={Babbage, Charles}, date={2019-05}}',
			'Proc, pp. 1–9, May 2019',
			'Edited by Babbage C. ACM',
		],
		['@unpublished{a, title={T}, pubstate={submitted}, year=2016}', 'Submitted, 2016', ''],
		[
			'@article{a, title={T}, journal={J}, volume={1}, eid={e12}, pubstate={inpress}, note={See also B}}',
			'J, vol. 1, e12, in press',
			'See also B',
		],
	])('says in words where a work appeared: %s', (entry, appeared, further) => {
		const page = pages(entry).get('a.html') ?? '';
		const line = (name: string) =>
			new RegExp(`<p class="bibfolio-${name}">(.*?)</p>`)
				.exec(page)?.[1]
				?.replace(/<[^>]*>/g, '')
				.replaceAll('\u00a0', ' ') ?? '';
		expect([line('appeared'), line('further')]).toEqual([appeared, further]);
	});

	it.each([
		['pages={1--9, 12--15}', ['1', '15']],
		['pages={7}', ['7', undefined]],
		['eid={061102}', ['061102', undefined]],
		['pages={A12--A20}', ['A12', 'A20']],
	])('gives the outer pages of %s', (field, expected) => {
		const found = tags(pages(`@article{a, title={T}, journal={J}, year=2000, ${field}}`).get('a.html'));
		const page = (name: string) => found.find((tag) => tag.startsWith(`${name}: `))?.slice(name.length + 2);
		expect([page('firstpage'), page('lastpage')]).toEqual(expected);
	});

	it.each([
		['@phdthesis{a, title={T}, school={Erlangen}, year=1907}', 'dissertation_institution: Erlangen'],
		['@techreport{a, title={T}, institution={MIT}, number={12}, year=1999}', 'technical_report_institution: MIT'],
		['@techreport{a, title={T}, institution={MIT}, number={12}, year=1999}', 'technical_report_number: 12'],
		['@incollection{a, title={T}, booktitle={B}, year=1999, isbn={9783161484100}}', 'inbook_title: B'],
		[
			'@incollection{a, title={T}, booktitle={B}, editor={Artin, Emil}, author={Noether, E.}, year=1999}',
			'editor: Emil Artin',
		],
		['@unpublished{a, title={T}, eventtitle={ICM}, eventdate={2018-08}, keywords={talk}}', 'conference_title: ICM'],
		[
			'@article{a, title={T}, author={Abbott, B.}, collaboration={LIGO}, journal={J}, year=2000}',
			'author: LIGO Collaboration',
		],
		[
			'@article{a, title={T}, journal={J}, year=2000, html={https://j.example/1.html}}',
			'fulltext_html_url: https://j.example/1.html',
		],
	])('tells search engines about %s', (entry, tag) => {
		expect(tags(pages(entry).get('a.html'))).toContain(tag);
	});

	it('shows markup in a library as text, and has a unique file name that is valid on every system', () => {
		const made = pages(`${hostileTitles()}\n${hostileEntries()}\n@misc{con, title={C}}\n@misc{index, title={I}}`);
		expect(made.size).toBeGreaterThan(100);
		const names = [...made.keys()];
		for (const name of names) expect(name).toMatch(/^(?!(?:con|index)\.)[\w-]{1,110}\.html$/);
		expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
		for (const page of made.values()) {
			expect(page).toContain('data-do="copy"');
			expect(withoutOwnScripts(page)).not.toMatch(
				/<(?:script|img|svg\/)|\son\w+="|href="(?:javascript|data):|content="[^"]*</i,
			);
			expect(JSON.parse(jsonLdIn(page))).toMatchObject({ '@context': 'https://schema.org' });
		}
	});
});

it('file names are unique when case is ignored', () => {
	const name = pageNames();
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
