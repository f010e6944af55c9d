import { describe, expect, it } from 'vitest';
import { dblpWorks } from '../../../src/sources/profiles/dblp-works.ts';
import { text } from '../behaviours.mjs';
import { answer, draftsIn, readFrom, worksIn } from './reading.ts';

const person = answer('answers/dblp-person.xml');
const rows = draftsIn(dblpWorks, person);

/** A person with one record. */
function personWith(record: string, attributes = ''): string {
	return `<dblpperson name="A" pid="1/2"><person ${attributes} key="homepages/1/2"/><r>${record}</r></dblpperson>`;
}

/** The fields of an article with further elements. */
function articleWith(elements: string, attributes = '') {
	const record = `<article key="a" ${attributes}><author>Ada Lovelace</author><title>T.</title>${elements}</article>`;
	return draftsIn(dblpWorks, personWith(record)).get('a');
}

describe('A DBLP id', () => {
	it.each([
		['65/9612', '65/9612'],
		[' l/MichaelLey ', 'l/MichaelLey'],
		['95/7448-1', '95/7448-1'],
		['https://dblp.org/pid/65/9612.html', '65/9612'],
		['https://dblp.org/pid/65/9612', '65/9612'],
		['http://www.dblp.org/pid/65/9612-1.xml?view=by-year#x', '65/9612-1'],
		['https://dblp.uni-trier.de/pid/b/TimBernersLee.html', 'b/TimBernersLee'],
		['dblp.dagstuhl.de/pid/65/9612', '65/9612'],
		// Its parts are a name and not an id.
		['https://dblp.org/pers/hd/l/Ley:Michael', null],
		['https://dblp.org/rec/journals/npl/Wang25', null],
		['https://example.org/pid/65/9612', null],
		['0000-0002-1825-0097', null],
		['Ada Lovelace', null],
		['', null],
	])('in "%s" is %s', (text, id) => {
		expect(dblpWorks.idIn(text)).toBe(id);
	});
});

describe('The person page of DBLP', () => {
	it('has all works but the pages of people', () => {
		expect(rows.size).toBe(11);
		expect([...rows.values()].map(({ entrytype }) => entrytype)).toEqual([
			...['article', 'online', 'online', 'article', 'inproceedings', 'proceedings', 'collection', 'inreference'],
			...['thesis', 'dataset', 'software'],
		]);
	});

	it('is read from the sample in the documentation of another program', () => {
		const sample = draftsIn(dblpWorks, answer('recorded/dblp/person.xml'));
		expect(sample.size).toBe(8);
		expect(sample.get('journals/example/ExampleBC24')).toEqual({
			entrytype: 'article',
			author: 'Example, Alice and Builder, Bob and Example, Carol',
			title: 'Graph Models with {H}\\textsubscript{2}{O}',
			journaltitle: 'Journal of Examples',
			date: '2024',
			doi: '10.1000/example.2024',
		});
	});

	it('has journal articles with names, markup, entities, pages and DOIs', () => {
		expect(rows.get('journals/npl/LovelaceB25')).toMatchObject({
			author: 'Lovelace, Ada and Babbage, Charles and van den Berg, Joël and Steele, Jr., Guy L.',
			title: expect.stringMatching(
				/^On \{CO\}\\textsubscript\{2\} and \\emph\{\{E\}. coli\} in \\texttt\{\{O\}\(n\)\}: A~Naïve \\& Fast/,
			),
			journaltitle: 'Neural Process. Lett.',
			date: '2025-03',
			volume: '57',
			number: '3',
			pages: '43:1--43:20',
			doi: '10.1007/s11063-025-11757-7',
		});
		expect(rows.get('journals/npl/LovelaceB25')).not.toHaveProperty('url');
	});

	it('has preprints of arXiv under the journal CoRR', () => {
		expect(rows.get('journals/corr/abs-1706-03762')).toEqual({
			entrytype: 'online',
			author: 'Lovelace, Ada',
			title: 'Attention Is All You Need?',
			date: '2017',
			eprint: '1706.03762',
			eprinttype: 'arxiv',
		});
	});

	it.each([
		['<journal>CoRR</journal><volume>cs.LO/0003021</volume>', 'cs/0003021'],
		['<journal>CoRR</journal><ee>http://arxiv.org/abs/cs/0003021v2</ee>', 'cs/0003021'],
		['<journal>CoRR</journal><ee>https://doi.org/10.48550/arXiv.2301.00002</ee>', '2301.00002'],
		// An article that is also at arXiv is not its preprint.
		[
			'<journal>J. ACM</journal><ee>https://doi.org/10.1145/1.2</ee><ee>https://arxiv.org/abs/2301.00002</ee>',
			undefined,
		],
	])('has the arXiv id of %s', (elements, eprint) => {
		expect(articleWith(elements)?.['eprint']).toBe(eprint);
	});

	it('says that a preprint was withdrawn', () => {
		const [, , work] = worksIn(dblpWorks, person);
		expect(work?.draft.notes).toEqual(['Withdrawn according to DBLP: check whether to keep it']);
	});

	it('has papers in a volume of proceedings', () => {
		expect(rows.get('conf/icse/LovelaceX12')).toEqual({
			entrytype: 'inproceedings',
			author: 'Xu, Di and Lovelace, Ada',
			title: 'Random Forests for Engines',
			booktitle: 'ICSE',
			volume: '2',
			date: '2012',
			pages: '367--372',
			url: 'https://dl.acm.org/citation.cfm?id=2337223',
		});
	});

	it('has proceedings and books with editors', () => {
		expect(rows.get('conf/wel/2020')).toEqual({
			entrytype: 'proceedings',
			editor: 'Lovelace, Ada and Babbage, Charles',
			title: expect.stringContaining('Proceedings of the 3rd Workshop'),
			date: '2020',
			publisher: 'ACM',
			doi: '10.1145/3400000',
			isbn: '978-3-16-148410-0',
		});
		expect(rows.get('books/ap/L2021')).toMatchObject({
			entrytype: 'collection',
			series: 'Lecture Notes in Computer Science',
			volume: '1062',
			isbn: '3-929037-41-6',
		});
	});

	it('has theses, data and software', () => {
		expect(rows.get('phd/Lovelace05')).toMatchObject({
			entrytype: 'thesis',
			...{ institution: 'University of Cambridge, UK', url: 'https://nbn-resolving.org/urn:nbn:de:1111' },
		});
		expect(rows.get('phd/Lovelace05')?.['title']).toBe('Notes on the Engine');
		expect(rows.get('data/10/Lovelace18')).toMatchObject({ date: '2018-08', doi: '10.5281/zenodo.1234567' });
		expect(rows.get('data/11/Lovelace19')).toMatchObject({
			entrytype: 'software',
			version: '2.1',
			publisher: 'Zenodo',
		});
	});

	it.each([
		['https://doi.org/10.1145/1400214.1400231', '10.1145/1400214.1400231'],
		['http://dx.doi.org/10.1145/1400214.1400231', '10.1145/1400214.1400231'],
		['http://doi.acm.org/10.1145/1400214.1400231', '10.1145/1400214.1400231'],
		['https://doi.ieeecomputersociety.org/10.1109/ICTAI.2012.57', '10.1109/ICTAI.2012.57'],
		['https://doi.org/10.1007/978-3-642-60831-5_34', '10.1007/978-3-642-60831-5_34'],
		[
			'https://doi.org/10.1002/(SICI)1097-024X(199601)26:1%3C1::AID-SPE1%3E3.0.CO;2-A',
			'10.1002/(SICI)1097-024X(199601)26:1<1::AID-SPE1>3.0.CO;2-A',
		],
	])('has the DOI of %s', (link, doi) => {
		const links = `<ee>https://www.wikidata.org/entity/Q1</ee><ee>https://example.org/x.pdf</ee><ee type="oa">${link}</ee>`;
		expect(articleWith(links)).toMatchObject({ doi, url: 'https://example.org/x.pdf' });
	});

	it('has links to pages that still exist', () => {
		const dead = '<ee type="oa archive">https://example.org/gone</ee>';
		expect(articleWith(dead)).not.toHaveProperty('url');
		expect(articleWith(`${dead}<ee type="oa">https://example.org/x</ee>`)?.['url']).toBe('https://example.org/x');
	});

	it('has ids and addresses of records, and ORCID iDs of authors', () => {
		const [work] = worksIn(dblpWorks, person);
		expect(work).toMatchObject({
			source: 'dblp',
			id: 'journals/npl/LovelaceB25',
			url: 'https://dblp.org/rec/journals/npl/LovelaceB25',
			orcids: ['0000-0002-1825-0097'],
			publishedAs: [],
		});
	});
});

describe('A person of DBLP', () => {
	it('is read from a server', async () => {
		const { works, messages } = await readFrom(dblpWorks, '65/9612-1', '/pid/{}.xml', {
			'/pid/65/9612-1.xml': 'dblp-person.xml',
		});
		expect(messages).toEqual([]);
		expect(works).toHaveLength(11);
	});

	it('without works has none', () => {
		expect(
			worksIn(dblpWorks, '<dblpperson name="A" pid="1/2" n="0"><person key="homepages/1/2"/></dblpperson>'),
		).toEqual([]);
		expect(worksIn(dblpWorks, personWith(''))).toEqual([]);
	});

	it('is not several people of one name', async () => {
		const page = personWith('<article key="a"><title>T.</title></article>', 'publtype="disambiguation"');
		const { works, diagnostics } = await readFrom(dblpWorks, '1/2', '/{}.xml', { '/1/2.xml': text(page) });
		expect(works).toBeNull();
		expect(diagnostics).toMatchObject([
			{
				code: 'lookup/unavailable',
				message: expect.stringMatching(
					/^Cannot read DBLP profile 1\/2: .+ has the works of several people of that name/,
				),
				hint: 'Use the id of one person: see https://dblp.org/pid/1/2',
			},
		]);
	});
});

describe('A hostile page of DBLP', () => {
	it.each([
		['another element', '<rss/>', 'sent an unexpected answer, in which "dblpperson" is missing'],
		['a text', '<dblpperson>x</dblpperson>', 'in which "dblpperson" is a text of 1 character'],
		['elements in a year', personWith('<article key="a"><year><x>1</x></year></article>'), ['a']],
		['years in a year', personWith('<article key="a"><year>1<year>2</year></year></article>'), ['a']],
		['a text as a record', personWith('<article>x</article>x'), []],
		['records without keys', personWith('<article><title>T</title></article><data key=""/>'), []],
		['an inherited name', personWith('<constructor key="b"/>'), 'sent an answer that is not valid XML'],
		['an inherited name as a type', personWith('<article key="c" publtype="constructor"/>'), ['c']],
		[
			'a huge title',
			personWith(`<article key="a"><title>${'x'.repeat(30_000)}</title></article>`),
			'is a text of 30000',
		],
		['a page', '<html><body>', 'sent a web page instead of XML'],
		['entities', '<!DOCTYPE x [<!ENTITY a "b">]><dblpperson/>', 'sent an answer that is not valid XML'],
		['a part', '<dblpperson><r>', 'sent an answer that is not valid XML'],
	])('with %s is read or reported', (_, body, expected) => {
		const read = () => worksIn(dblpWorks, body).map(({ id }) => id);
		if (typeof expected === 'string') expect(read).toThrow(expected);
		else expect(read()).toEqual(expected);
	});
});
