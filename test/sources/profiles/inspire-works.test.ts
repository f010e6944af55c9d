import { describe, expect, it } from 'vitest';
import { inspireWorks } from '../../../src/sources/profiles/inspire-works.ts';
import type { Route } from '../server.ts';
import { answer, draftsIn, json, readFrom, worksIn } from './reading.ts';

/** An answer with works; `next` is the address of the next page. */
function search(works: readonly object[], next?: string): string {
	const hits = works.map((metadata, index) => ({ id: String(index + 1), metadata }));
	return JSON.stringify({ hits: { hits, total: hits.length }, links: next ? { next } : {} });
}

/** The row of one work with a title. */
function rowOf(metadata: object) {
	return draftsIn(inspireWorks, search([{ titles: [{ title: 'A title' }], ...metadata }])).get('1');
}

describe('An INSPIRE id', () => {
	it.each([
		['E.Witten.1', 'E.Witten.1'],
		[' J.L.Curtis.12 ', 'J.L.Curtis.12'],
		['F.Gonzalez-Lopez.1', 'F.Gonzalez-Lopez.1'],
		['983220', '983220'],
		['https://inspirehep.net/authors/983220', '983220'],
		['https://inspirehep.net/authors/983220?ui-citation-summary=true', '983220'],
		['https://inspirehep.net/api/authors/983220', '983220'],
		['http://inspirehep.net/author/profile/E.Witten.1', 'E.Witten.1'],
		['inspirehep.net/author/profile/S.Kov%C3%A1cs.1', 'S.Kovács.1'],
		['https://inspirehep.net/literature/983220', null],
		['E.Witten', null],
		['Witten, Edward', null],
		['0000-0002-1825-0097', null],
		['E.Witten.1 or a b', null],
		['inspirehep.net/authors/%E0%A4%A', null],
		['', null],
	])('in "%s" is %s', (text, id) => {
		expect(inspireWorks.idIn(text)).toBe(id);
	});

	it.each([
		['E.Witten.1', 'a E.Witten.1 and ac 1->50'],
		['983220', 'authors.record.$ref:983220 and ac 1->50'],
	])('%s is searched for as "%s"', (id, query) => {
		const address = inspireWorks.firstPage?.(
			id,
			(text) => `https://inspirehep.net/api/literature?q=${encodeURIComponent(text)}`,
		);
		expect(new URL(address ?? '').searchParams.get('q')).toBe(query);
	});
});

describe('The works of INSPIRE', () => {
	const articles = draftsIn(inspireWorks, answer('recorded/inspire/search-articles.json'));
	const theses = draftsIn(inspireWorks, answer('recorded/inspire/search-page1.json'));

	it('have the main publication and not its erratum', () => {
		expect(articles.get('2908071')).toEqual({
			entrytype: 'article',
			author: expect.stringMatching(/^Kraus, Veronika and Biveinytė, Margarita and Fernandez Garcia, Marcos and /),
			title: expect.stringMatching(/^Investigating irradiation effects and space charge sign inversion in n-type/),
			journaltitle: 'Nucl. Instrum. Meth. A',
			date: '2025-06-24',
			volume: '1080',
			eid: '170763',
			eprint: '2504.03462',
			eprinttype: 'arxiv',
			eprintclass: 'physics.ins-det',
			doi: '10.1016/j.nima.2025.170763',
		});
	});

	it('have formulas, article numbers and the types of several documents', () => {
		expect(articles.get('2700388')).toMatchObject({
			entrytype: 'article',
			title: expect.stringMatching(/^Prospects for searches of \$b\\to s\\nu \\overline\{\\nu\}\$ decays/),
			journaltitle: 'JHEP',
			volume: '01',
			eid: '144',
			doi: '10.1007/JHEP01(2024)144',
		});
		expect(articles.get('2700388')).not.toHaveProperty('pages');
	});

	it('have theses', () => {
		expect(theses.get('2854456')).toMatchObject({
			entrytype: 'thesis',
			type: 'bathesis',
			date: '2024-10-25',
			institution: 'San Luis Potosi U.',
			url: 'https://www.ifisica.uaslp.mx/~jurgen/ErickIsraelZunigaMoreno-Lic.pdf',
		});
		expect(theses.get('2843420')).toMatchObject({
			type: 'mathesis',
			title: 'Search for axion-like particles in ultraperipheral {PbPb} collisions at the {LHCb} experiment',
			institution: 'Rio de Janeiro, Pont. U. Catol.',
			doi: '10.17771/pucrio.acad.68381',
		});
	});

	it('have ids, addresses and iDs', () => {
		const [, work] = worksIn(inspireWorks, answer('recorded/inspire/search-articles.json'));
		expect(work).toMatchObject({
			source: 'inspire',
			id: '2700388',
			url: 'https://inspirehep.net/literature/2700388',
			orcids: ['0000-0003-4282-1512', '0000-0001-7910-4109', '0000-0001-6033-3606', '0000-0002-1023-1086'],
			draft: { key: 'Amhis:2023mpj' },
		});
	});

	it.each([
		['Fernandez Garcia, Marcos', 'Fernandez Garcia, Marcos'],
		['Smith, John, Jr.', 'Smith, Jr., John'],
		["'t Hooft, Gerard", "'t Hooft, Gerard"],
		['van der Meer, S.', 'van der Meer, S.'],
		['Sukarno', 'Sukarno'],
	])('have the name %s', (name, written) => {
		expect(rowOf({ authors: [{ full_name: name }] })?.['author']?.replace('’', "'")).toBe(written);
	});

	it.each([
		[{ authors: [{ full_name: 'A, B' }, { full_name: 'C, D', inspire_roles: ['supervisor'] }] }, { author: 'A, B' }],
		[{ authors: [{ full_name: 'A, B', inspire_roles: ['editor'] }] }, { editor: 'A, B' }],
		[{ first_author: { full_name: 'Aad, G.' }, author_count: 2900 }, { author: 'Aad, G. and others' }],
		[{ first_author: { full_name: 'Aad, G.' }, author_count: 1 }, { author: 'Aad, G.' }],
		[{ corporate_author: ['CERN'] }, { author: '{CERN}' }],
		[{ collaborations: [{ value: 'ATLAS' }, { value: 'CMS' }] }, { collaboration: 'ATLAS, CMS' }],
	])('have the people of %j', (metadata, fields) => {
		expect(rowOf({ document_type: ['article'], ...metadata })).toMatchObject(fields);
	});

	it.each([
		[['article'], { publication_info: [{ journal_title: 'Phys.Rev.D', year: 2020 }] }, 'article'],
		[['article'], { arxiv_eprints: [{ value: 'hep-th/9711200' }] }, 'online'],
		[['article'], { dois: [{ value: '10.1000/x' }] }, 'article'],
		[['article'], {}, 'misc'],
		[['conference paper'], {}, 'inproceedings'],
		[['conference paper'], { publication_info: [{ journal_title: 'PoS', year: 2020 }] }, 'article'],
		[['article', 'conference paper'], { arxiv_eprints: [{ value: '2001.00001' }] }, 'inproceedings'],
		[['book'], { authors: [{ full_name: 'A, B' }] }, 'book'],
		[['book'], { authors: [{ full_name: 'A, B', inspire_roles: ['editor'] }] }, 'collection'],
		[['book chapter'], {}, 'incollection'],
		[['proceedings'], { authors: [{ full_name: 'A, B', inspire_roles: ['editor'] }] }, 'proceedings'],
		[['report'], { report_numbers: [{ value: 'CERN-2020-01' }] }, 'report'],
		[['activity report'], {}, 'report'],
		[['note'], {}, 'report'],
		[['thesis', 'book'], {}, 'thesis'],
		[['something new'], {}, 'misc'],
		[undefined, {}, 'misc'],
	])('of the type %j with %j are %s', (types, metadata, entry) => {
		expect(rowOf({ document_type: types, ...metadata })?.['entrytype']).toBe(entry);
	});

	it.each([
		['phd', 'phdthesis'],
		['Master', 'mathesis'],
		['laurea', 'Laurea thesis'],
		['habilitation', 'Habilitation thesis'],
		['other', undefined],
		[undefined, undefined],
	])('that are theses of the degree %s have the type %s', (degree, type) => {
		expect(rowOf({ document_type: ['thesis'], thesis_info: { degree_type: degree } })?.['type']).toBe(type);
	});

	it.each([
		[
			[
				{ value: '10.1000/e', material: 'erratum' },
				{ value: '10.1000/p', material: 'publication' },
			],
			'10.1000/p',
		],
		[[{ value: '10.1000/r', material: 'preprint' }, { value: '10.1000/P' }, { value: '10.1000/p' }], '10.1000/P'],
		[[{ value: '10.1000/r', material: 'preprint' }], '10.1000/r'],
		[[{ value: '10.1000/a', material: 'addendum' }], undefined],
		[[{ value: '10.48550/arXiv.2001.00001' }], undefined],
	])('of %j have the DOI %s', (dois, doi) => {
		expect(rowOf({ document_type: ['article'], dois })?.['doi']).toBe(doi);
	});

	it.each([
		[{ page_start: '1', page_end: '20' }, { pages: '1--20' }],
		[{ page_start: '231' }, { pages: '231' }],
		[{ page_start: '144', artid: '144' }, { eid: '144' }],
		[
			{ page_start: '1', page_end: '20', artid: '065' },
			{ eid: '065', pages: '1--20' },
		],
		[{ artid: '034' }, { eid: '034' }],
	])('have the pages %j', (pages, fields) => {
		const publication = [{ journal_title: 'JHEP', year: 2020, ...pages }];
		expect(rowOf({ document_type: ['article'], publication_info: publication })).toMatchObject(fields);
	});

	it.each([
		[{ publication_info: [{ year: 2024 }], imprints: [{ date: '2024-01-24' }] }, '2024-01-24'],
		[{ publication_info: [{ year: 2023 }], imprints: [{ date: '2024-01-24' }] }, '2023'],
		[{ publication_info: [{ year: 2023, material: 'erratum' }], preprint_date: '2022-05' }, '2022-05'],
		[{ publication_info: [{ year: 2023, hidden: true }], preprint_date: '2022-05' }, '2022-05'],
		[{ imprints: [{ date: '2021' }], preprint_date: '2020-05-03' }, '2021'],
		[{ preprint_date: '2020-05-03', earliest_date: '2020-05-01' }, '2020-05-03'],
		[{ earliest_date: '2019' }, '2019'],
	])('have the date of %j', (metadata, date) => {
		expect(rowOf({ document_type: ['article'], ...metadata })?.['date']).toBe(date);
	});

	it('may have thousands of authors', () => {
		const authors = Array.from({ length: 3000 }, (_, index) => ({ full_name: `Name${index}, A.`, ids: [] }));
		expect(rowOf({ authors })?.['author']?.split(' and ')).toHaveLength(3000);
	});

	it('that were deleted are missing', () => {
		expect(worksIn(inspireWorks, search([{ deleted: true, titles: [{ title: 'A' }] }]))).toEqual([]);
	});
});

describe('The pages of INSPIRE', () => {
	it('are read to the end, and then those of works with many authors', async () => {
		let answered = 0;
		// The first of two pages has a next one, at an address of INSPIRE itself.
		const route: Route = (_, response) => {
			answered++;
			response.end(search([{ control_number: answered }], answered === 1 ? 'https://inspirehep.net/' : undefined));
		};
		const { works, messages, asked, server } = await readFrom(inspireWorks, 'E.Witten.1', '/?q={}', { '/*': route });
		expect(messages).toEqual([]);
		expect(works?.map(({ id }) => id)).toEqual(['1', '2', '3']);
		const parameters = asked.map((address) => Object.fromEntries(new URL(address, server.url).searchParams));
		expect(parameters).toMatchObject([
			{ q: 'a E.Witten.1 and ac 1->50', page: '1', size: '100', sort: 'mostrecent' },
			{ q: 'a E.Witten.1 and ac 1->50', page: '2', size: '100', sort: 'mostrecent' },
			{ q: 'a E.Witten.1 and ac 51+', page: '1', size: '100', sort: 'mostrecent' },
		]);
		const fields = parameters.map((parameter) => parameter['fields']?.split(','));
		expect(fields[0]).toEqual(expect.arrayContaining(['titles', 'dois', 'authors.full_name', 'authors.ids']));
		expect(fields[2]).toEqual(expect.arrayContaining(['titles', 'dois', 'first_author', 'author_count']));
		expect(fields[2]).not.toContain('authors.full_name');
	});

	it('keep the parameters of the configuration', async () => {
		const { asked } = await readFrom(inspireWorks, '983220', '/?q={}&size=5', { '/*': json(JSON.parse(search([]))) });
		expect(asked[0]).toContain('&size=5&');
		expect(asked).toHaveLength(2);
	});

	it('without works are the end', () => {
		expect(worksIn(inspireWorks, search([]))).toEqual([]);
	});
});

describe('A hostile answer of INSPIRE', () => {
	it.each([
		['a list', [], 'sent an unexpected answer: a list'],
		['no hits', {}, 'in which "hits" is missing'],
		['a text as hits', { hits: { hits: 'x' } }, 'in which "hits.hits" is a text of 1 character'],
		['a work without data', { hits: { hits: [{}] } }, 'in which "hits.hits.0.metadata" is missing'],
		[
			'a number as title',
			{ hits: { hits: [{ metadata: { titles: [{ title: 5 }] } }] } },
			'titles.0.title" is a number',
		],
		['a text as authors', { hits: { hits: [{ metadata: { authors: 'A' } }] } }, 'authors" is a text of 1 character'],
		[
			'an object as a volume',
			{ hits: { hits: [{ metadata: { publication_info: [{ journal_volume: {} }] } }] } },
			'is an object',
		],
	])('with %s is reported', (_, value, problem) => {
		expect(() => worksIn(inspireWorks, JSON.stringify(value))).toThrow(problem);
	});

	it('with nulls everywhere is a work without fields', () => {
		const names = ['document_type', 'titles', 'authors', 'first_author', 'dois', 'arxiv_eprints', 'publication_info'];
		const more = ['imprints', 'thesis_info', 'book_series', 'isbns', 'texkeys', 'languages', 'urls', 'collaborations'];
		const nulls = Object.fromEntries([...names, ...more].map((name) => [name, null]));
		expect(draftsIn(inspireWorks, search([nulls])).get('1')).toEqual({ entrytype: 'misc' });
	});
});
