import { describe, expect, it, test } from 'vitest';
import { loadTemplates } from '../../src/render/engine/templates.ts';
import { looks } from '../../src/render/looks.ts';
import { folderWith } from '../folder.ts';
import { listOf, rendered } from './library.ts';

const entry = (fields: string, type = 'article') => `@${type}{a, author={Noether, Emmy}, title={Sums}, ${fields}}`;
const html = (bib: string, look = 'title', format = 'html') =>
	rendered(listOf(bib), format, { look, options: { bibtex: false } }) ?? '';

/** The text of the first entry, without its links. */
function lines(markup: string): string[] {
	const [, item = ''] = /data-key="a">(.*?)<\/li>/s.exec(markup) ?? [];
	return [...item.matchAll(/<div class="bibfolio-(?:work|authors|source)">(.*?)<\/div>/gs)].map(([, line = '']) =>
		line.replace(/<[^<>]*>/g, ''),
	);
}

const titleAddress = (markup: string) => /p-name"><a[^>]* href="([^"]*)"/.exec(markup)?.[1] ?? null;
const labels = (markup: string) =>
	[...markup.matchAll(/<a class="bibfolio-link ([^"]*)"[^>]*>([^<]*)</g)].map(([, classes = '', label = '']) =>
		classes.includes('bibfolio-main') ? `*${label}` : label,
	);

const doi = 'doi={10.1/x}';
const url = 'url={https://a.example/page}';
const pdf = 'pdf={https://a.example/x.pdf}';
const code = 'code={https://code.example/x}, slides={x-slides.pdf}, video={https://video.example/x}';

describe('a title leads to', () => {
	it.each([
		['the DOI', [code, pdf, url, doi], 'https://doi.org/10.1/x'],
		['the address, without a DOI', [code, pdf, url], 'https://a.example/page'],
		['the PDF, without an address', [code, pdf], 'https://a.example/x.pdf'],
		[
			'the preprint, without a PDF',
			[code, 'eprint={2206.03208}, eprinttype={arxiv}'],
			'https://arxiv.org/abs/2206.03208',
		],
		['the website, if there is nothing else', [code, 'website={https://b.example/sums}'], 'https://b.example/sums'],
		[
			'the PDF instead of the home page of the journal',
			['journal={J}, url={https://b.example/}', pdf],
			'https://a.example/x.pdf',
		],
		['nothing, if there are only code, slides and video', [code], null],
	])('%s', (_, fields, address) => {
		for (const look of ['title', 'compact', 'cards'])
			expect(titleAddress(html(entry(fields.join(', ')), look))).toBe(address);
	});

	it('nothing, if it contains a link', () => {
		const markup = html(`@article{a, title={On \\href{https://b.example}{sums}}, ${doi}}`);
		expect(markup).toContain('p-name">On <a href="https://b.example">sums</a></span>');
		expect(labels(markup)).toEqual(['*DOI']);
	});
});

describe('the links of a work', () => {
	it.each([
		[[pdf, doi, code], 'title', ['*PDF', 'Code', 'Slides', 'Video']],
		[[pdf, doi, code], 'record', ['*PDF', 'DOI', 'Code', 'Slides', 'Video']],
		[[pdf, doi, url], 'title', ['*PDF', 'Link']],
		[[doi, url], 'compact', ['*DOI', 'Link']],
		[[url, code], 'cards', ['*Link', 'Code', 'Slides', 'Video']],
		[[code], 'title', ['Code', 'Slides', 'Video']],
		[['url={https://a.example/x.pdf}', doi], 'title', ['*PDF']],
		[['url={https://a.example/x.pdf}', code], 'title', ['*PDF', 'Code', 'Slides', 'Video']],
		[['url={https://github.com/noether/sums}, journal={J}'], 'title', ['Link']],
	])('of %j in look %s begin with the main one', (fields, look, expected) => {
		expect(labels(html(entry(fields.join(', ')), look))).toEqual(expected);
	});

	it('include the address of the title if a CSL style writes the entry', () => {
		const style = { runs: () => [{ text: [{ type: 'text', value: 'Sums' }], name: null }] };
		const list = listOf(entry(`${pdf}, ${doi}`), { style: 'test' });
		const markup = rendered(list, 'html', { look: 'title' }, { styles: { test: style as never } }) ?? '';
		expect(labels(markup)).toEqual(['*PDF', 'DOI']);
	});

	it('are all there, and one is the main one', () => {
		const kinds = 'pdf code data demo slides poster video website blog press supplement'.split(' ');
		const markup = html(entry(kinds.map((kind) => `${kind}={https://${kind}.example}`).join(', ')));
		expect(labels(markup).length).toBe(kinds.length);
		expect(labels(markup).filter((label) => label.startsWith('*'))).toEqual(['*PDF']);
	});
});

describe('the venue and year', () => {
	it.each([
		[
			'article',
			'journal={Pattern Recognition}, volume=65, pages={211--222}, year=2017',
			'Pattern Recognition 65, 211–222 (2017)',
		],
		[
			'article',
			'journal={Physical Review}, volume=9, number=2, pages={12}, year=1935',
			'Physical Review 9(2), 12 (1935)',
		],
		['article', 'journal={Nature}, pages={5--6}, year=1935', 'Nature, pp. 5–6 (1935)'],
		['article', 'journal={Nature}, pages={106649}, year=2024', 'Nature, 106649 (2024)'],
		['article', 'journal={Nature}, pubstate={inpress}', 'Nature (in press)'],
		[
			'inproceedings',
			'booktitle={Proc. of Sums}, pages={1--9}, publisher={ACM}, year=2017',
			'Proc. of Sums, pp. 1–9 (2017). ACM',
		],
		[
			'inproceedings',
			'booktitle={Sums}, series={LNCS}, volume=12, pages={1--9}, year=2017',
			'Sums, LNCS 12, pp. 1–9 (2017)',
		],
		['inproceedings', 'booktitle={Sums}, award={Best Paper}, year=2017', 'Sums (2017). Best Paper'],
		[
			'incollection',
			'booktitle={Sums}, editor={Weyl, Hermann}, chapter=4, year=1930',
			'Sums, chapter 4 (1930). Edited by Weyl H',
		],
		['book', 'publisher={Springer}, location={Cham}, edition=2, year=2020', 'Springer, Cham (2020). 2nd edition'],
		['phdthesis', 'school={TU Berlin}, year=2015', 'PhD thesis, TU Berlin (2015)'],
		[
			'talk',
			'eventtitle={Summer School}, venue={Rügen}, type={Invited talk}, eventdate={2018-07-02}',
			'Invited talk, Summer School, Rügen (July 2, 2018)',
		],
		[
			'patent',
			'number={EP1}, holder={{Works}}, date={1999-09-09}, pubstate={published}',
			'EP1 (published, September 9, 1999). Assignee: Works',
		],
		['award', 'date=2019, note={1st place}', '1st place (2019)'],
		['award', 'date=2019, note={shared}', 'Shared (2019)'],
		['award', 'date=2019, note={shared}, institution={ACM}', 'ACM, shared (2019)'],
		['article', 'journal={Nature}, number=7, pages={12}, year=1935', 'Nature, no. 7, p. 12 (1935)'],
		['article', 'journal={Nature}, volume=1935, pages={12}, year=1935', 'Nature 1935, 12 (1935)'],
		[
			'inproceedings',
			'booktitle={Proc. of Sums}, volume=2016, pages={1--9}, year=2016',
			'Proc. of Sums, pp. 1–9 (2016)',
		],
		['inproceedings', 'booktitle={Proc. of Sums}, volume=2015, year=2016', 'Proc. of Sums, vol. 2015 (2016)'],
		[
			'book',
			'publisher={Springer}, volume=3, series={Notes}, number=17, edition={revised edition}, year=2020',
			'Springer (2020). Vol. 3. Revised edition. Notes 17',
		],
		['book', 'volume=3, year=2020', 'Vol. 3 (2020)'],
		['periodical', 'volume=3, number=2, year=2020', 'Vol. 3, no. 2 (2020)'],
		['misc', 'year=2005', '2005'],
		['unpublished', 'pubstate={submitted}', 'Submitted'],
	])('of @%s{%s}', (type, fields, source) => {
		const shown = lines(html(entry(fields, type))).at(-1);
		expect(shown?.replaceAll('\u00a0', ' ')).toBe(source);
	});

	it('of an award follow its title and what it is for', () => {
		const prize = '@award{a, title={Prize for Sums}, titleaddon={for work on rings}, date=2019}';
		expect(lines(html(prize))).toEqual(['Prize for Sums: for work on rings', '2019']);
	});

	it('are absent without a venue and a date', () => {
		expect(lines(html('@misc{a, title={Sums}}'))).toEqual(['Sums']);
	});
});

test('initials stay with the family name, and ranges in one line', () => {
	const names = html(
		'@article{a, author={Müller, Klaus-Robert and van der Berg, Anton Bernhard}, title={T}, pages={11--19}}',
	);
	expect(names).toContain('Müller\u00a0<span class="bibfolio-nowrap">K-R</span> and van der Berg\u00a0A\u00a0B');
	expect(names).toContain('<span class="bibfolio-nowrap">Pp. 11–19</span>');
	for (const look of Object.keys(looks)) expect(html(entry('pages={11--19}'), look)).toMatch(/nowrap">[^<]*11–19</);
});

describe("a project's own look", () => {
	const css = '/* Mine. */\n.bibfolio-title { color: teal; }\n';
	const context = (files: Record<string, string>) => ({ templates: loadTemplates(folderWith(files), () => {}) });
	const shown = (format: string, files: Record<string, string>) =>
		rendered(listOf(entry(`${pdf}, ${doi}`)), format, { look: 'mine' }, context(files)) ?? '';

	it('has the entries of the default look if it is only a stylesheet', () => {
		for (const format of ['html', 'html-page']) {
			const markup = shown(format, { 'look-mine.css': css });
			expect(titleAddress(markup)).toBe('https://doi.org/10.1/x');
			expect(labels(markup)).toEqual(['*PDF']);
		}
		expect(shown('html-page', { 'look-mine.css': css })).toContain('color: teal');
	});

	it('has a template of its own, with all links', () => {
		const files = { 'look-mine.css': css, 'entry-mine.html.hbs': '<b>{{title}}</b> {{> links}}\n' };
		const markup = shown('html', files);
		expect(markup).toContain('</a><b>Sums</b> ');
		expect(labels(markup)).toEqual(['*PDF', 'DOI']);
	});
});
