import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { semanticScholarWorks } from '../../../src/sources/profiles/semantic-scholar-works.ts';
import { json, readFrom, recordedError, worksIn, written } from './reading.ts';

const author = '1723755';
const template = '/graph/v1/author/{}/papers?fields=title&limit=100';
const first = `/graph/v1/author/${author}/papers?fields=title&limit=100&offset=0`;

/** The draft of one paper. */
function draftOf(paper: object) {
	const [found] = worksIn(semanticScholarWorks, JSON.stringify({ data: [{ title: 'On rings', ...paper }] }));
	return found ? written(found) : null;
}

function recorded(file: string): object {
	return JSON.parse(readFileSync(new URL(`../recorded/semanticscholar/${file}`, import.meta.url), 'utf8'));
}

describe('works of Semantic Scholar', () => {
	it('are read page by page until there is no next one', async () => {
		const { works, messages, asked } = await readFrom(semanticScholarWorks, author, template, {
			[first]: 'recorded/semanticscholar/author-papers-page1.json',
			[first.replace(/0$/, '100')]: 'recorded/semanticscholar/author-papers-last-page.json',
		});
		expect(messages).toEqual([]);
		expect(works).toHaveLength(13);
		expect(works?.at(-1)).toMatchObject({ source: 'semantic-scholar', id: '6b5de5123efd8a796ed2c870754af8ace3fcb262' });
		expect(asked).toEqual([first, first.replace(/0$/, '100')]);
	});

	it('are asked for with what a draft needs', () => {
		const addressOf = (id: string) => `https://api.semanticscholar.org/graph/v1/author/${id}/papers`;
		const address = semanticScholarWorks.firstPage?.('1', addressOf);
		expect(address && Object.fromEntries(new URL(address).searchParams)).toEqual({
			fields: 'url,title,authors,venue,journal,publicationTypes,publicationDate,year,externalIds',
			limit: '100',
			offset: '0',
		});
	});

	it('can be none', async () => {
		const { works, messages } = await readFrom(semanticScholarWorks, author, template, {
			[first]: 'recorded/semanticscholar/paper-search-empty.json',
		});
		expect({ works, messages }).toEqual({ works: [], messages: [] });
	});

	it('end at a page that leads to itself or is empty', async () => {
		const paper = { paperId: 'a', title: 'A' };
		const same = await readFrom(semanticScholarWorks, author, template, { [first]: json({ next: 0, data: [paper] }) });
		expect([same.asked.length, same.works?.length]).toEqual([1, 1]);
		const second = first.replace(/0$/, '100');
		const empty = await readFrom(semanticScholarWorks, author, template, {
			[first]: json({ next: 100, data: [paper] }),
			[second]: json({ next: 200, data: [] }),
		});
		expect([empty.asked, empty.works?.length]).toEqual([[first, second], 1]);
	});

	it('are omitted if they are null or have no title', () => {
		const works = worksIn(semanticScholarWorks, JSON.stringify(recorded('papers-with-null.json')));
		expect(works.map(written)).toEqual([
			{
				entrytype: 'online',
				author: 'Bertrand, Marianne and Duflo, E. and Mullainathan, S.',
				title: 'How Much Should We Trust Differences-in-Differences Estimates?',
				date: '2001-10-01',
				doi: '10.2139/ssrn.288970',
				publisher: 'SSRN',
			},
			{
				entrytype: 'online',
				author: 'Duflo, E. and Banerjee, A. and Glennerster, R. and Kinnan, Cynthia',
				title: 'The Miracle of Microfinance? Evidence from a Randomized Evaluation',
				date: '2013-04-10',
				doi: '10.2139/ssrn.2250500',
				publisher: 'SSRN',
			},
			{
				entrytype: 'misc',
				author: 'Duflo, E. and Greenstone, M. and Ryan, Nick',
				title: 'Improving Third-Party Audits and Regulatory Compliance in India',
				date: '2023',
				doi: '10.1257/rct.1355',
			},
		]);
		expect(draftOf({ title: null })).toBeNull();
	});

	it.each<[string, Readonly<Record<string, string>>]>([
		[
			'paper-by-doi-full.json',
			{
				entrytype: 'article',
				author:
					'Bran, Andrés M. and Cox, Sam and Schilter, Oliver and Baldassari, Carlo and White, Andrew D. and Schwaller, P.',
				title: 'Augmenting large language models with chemistry tools',
				journaltitle: 'Nature Machine Intelligence',
				date: '2023-04-11',
				volume: '6',
				pages: '525--535',
				eprint: '2304.05376',
				eprinttype: 'arxiv',
				doi: '10.1038/s42256-024-00832-8',
				pmid: '38799228',
				pmcid: 'PMC11116106',
			},
		],
		[
			'paper-by-doi-arxiv.json',
			{
				entrytype: 'online',
				author:
					"L'ala, Jakub and O'Donoghue, Odhran and Shtedritski, Aleksandar and Cox, Sam and Rodriques, Samuel G. and White, Andrew D.",
				title: '{PaperQA}: Retrieval-Augmented Generative Agent for Scientific Research',
				date: '2023-12-08',
				eprint: '2312.07559',
				eprinttype: 'arxiv',
			},
		],
		[
			'paper-by-doi-old.json',
			{
				entrytype: 'article',
				author: 'Adak, S. and Bandyopadhyay, D. and Bandyopadhyay, U. and Banerjee, R.',
				title:
					'An essential role of active site arginine residue in iodide binding and histidine residue in electron transfer for iodide oxidation by horseradish peroxidase',
				journaltitle: 'Molecular and Cellular Biochemistry',
				date: '2001-02-01',
				volume: '218',
				pages: '1--11',
				doi: '10.1023/A:1007154515475',
				pmid: '11330823',
			},
		],
	])('as in the recorded %s', (file, expected) => {
		expect(draftOf(recorded(file))).toEqual(expected);
	});

	it('are preprints or articles by their venue if no type is known', () => {
		const works = worksIn(semanticScholarWorks, JSON.stringify(recorded('papers-2026.json')));
		expect(works.map(written)).toMatchObject([
			{ entrytype: 'online', eprint: '2607.22410', date: '2026-07-24' },
			{ entrytype: 'online', eprint: '2607.22154' },
			{ entrytype: 'article', journaltitle: 'Nanoscale', doi: '10.1039/d6nr00839a', pmid: '42496000' },
		]);
		expect(works[0]).toMatchObject({
			url: 'https://www.semanticscholar.org/paper/36e25775ea6b318f95205ba6fd2c61786a1c812c',
			orcids: [],
			publishedAs: [],
		});
	});

	it.each<[string, object, Readonly<Record<string, string>>]>([
		[
			'a paper of a conference, whose journal is that of its preprint',
			{
				venue: 'Neural Information Processing Systems',
				journal: { name: 'ArXiv', volume: 'abs/1706.03762' },
				publicationTypes: ['JournalArticle', 'Conference'],
				externalIds: { ArXiv: '1706.03762', DBLP: 'conf/nips/VaswaniSPUJGKP17' },
			},
			{
				entrytype: 'inproceedings',
				booktitle: 'Neural Information Processing Systems',
				eprint: '1706.03762',
				eprinttype: 'arxiv',
			},
		],
		[
			'a paper of the ACL without a DOI',
			{ venue: 'ACL', publicationTypes: ['JournalArticle'], externalIds: { ACL: 'P19-1001' } },
			{ entrytype: 'inproceedings', booktitle: 'ACL', url: 'https://aclanthology.org/P19-1001' },
		],
		[
			'an article of DBLP, with the issue after the volume',
			{
				venue: 'J. Rings',
				journal: { name: 'Journal of Rings', volume: '26 2', pages: '\n   1-10\n   ' },
				publicationTypes: null,
				externalIds: { DBLP: 'journals/rings/Noether21' },
			},
			{ entrytype: 'article', journaltitle: 'Journal of Rings', volume: '26', number: '2', pages: '1--10' },
		],
		[
			'a preprint of DBLP',
			{ venue: 'arXiv.org', externalIds: { DBLP: 'journals/corr/abs-2101-00001', ArXiv: '2101.00001v3' } },
			{ entrytype: 'online', eprint: '2101.00001', eprinttype: 'arxiv' },
		],
		[
			'a preprint of bioRxiv',
			{ venue: 'bioRxiv', journal: { name: 'bioRxiv' }, externalIds: { DOI: '10.1101/2020.12.01.406702' } },
			{ entrytype: 'online', publisher: 'bioRxiv', doi: '10.1101/2020.12.01.406702' },
		],
		['a book', { publicationTypes: ['Book'] }, { entrytype: 'book' }],
		[
			'a chapter',
			{ venue: 'Rings', publicationTypes: ['BookSection'] },
			{ entrytype: 'incollection', booktitle: 'Rings' },
		],
		['a thesis', { externalIds: { DBLP: 'phd/de/Noether1907' } }, { entrytype: 'thesis', type: 'phdthesis' }],
		['a review', { venue: 'Rings', publicationTypes: ['Review'] }, { entrytype: 'article', journaltitle: 'Rings' }],
		['an unknown thing', { venue: '', publicationTypes: [], externalIds: {} }, { entrytype: 'misc' }],
		[
			'a published paper with the date of its preprint',
			{ year: 2024, publicationDate: '2023-04-11' },
			{ entrytype: 'misc', date: '2024' },
		],
	])('can be %s', (_, paper, expected) => {
		expect(draftOf(paper)).toEqual({ title: 'On rings', ...expected });
	});
});

describe('problems of Semantic Scholar', () => {
	it.each([
		['errors/semanticscholar-404.json', `lookup/unknown: Unknown Semantic Scholar id ${author}: not found at HOST`],
		[
			'errors/semanticscholar-400-fields.json',
			`lookup/unavailable: Cannot read Semantic Scholar profile ${author}: HOST responded with status 400`,
		],
	])('with the answer %s', async (file, message) => {
		const { works, messages } = await readFrom(semanticScholarWorks, author, template, {
			[first]: recordedError(file),
		});
		expect({ works, messages }).toEqual({ works: null, messages: [message] });
	});

	it('with an answer without papers', async () => {
		const { works, messages } = await readFrom(semanticScholarWorks, author, template, {
			[first]: json({ message: 'Internal error' }),
		});
		expect({ works, messages }).toEqual({
			works: null,
			messages: [
				`lookup/unavailable: Cannot read Semantic Scholar profile ${author}: HOST sent an answer without papers`,
			],
		});
	});

	it('with values of other types', async () => {
		const { messages } = await readFrom(semanticScholarWorks, author, template, {
			[first]: json({ data: { title: 'A' } }),
		});
		expect(messages).toEqual([
			`lookup/unavailable: Cannot read Semantic Scholar profile ${author}: HOST sent an unexpected answer, in which "data" is an object`,
		]);
	});

	it('never stop the program', () => {
		const text = fc.option(fc.string(), { nil: null });
		const paper = fc.record(
			{
				paperId: text,
				title: text,
				venue: text,
				journal: fc.option(fc.record({ name: text, volume: text, pages: text }), { nil: null }),
				publicationTypes: fc.array(text, { maxLength: 2 }),
				publicationDate: text,
				year: fc.option(fc.integer({ min: -9999, max: 9999 }), { nil: null }),
				authors: fc.array(fc.record({ name: text }), { maxLength: 3 }),
				externalIds: fc.option(fc.record({ DOI: text, ArXiv: text, DBLP: text }), { nil: null }),
			},
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(fc.array(fc.option(paper), { maxLength: 3 }), (data) => {
				expect(worksIn(semanticScholarWorks, JSON.stringify({ data })).length).toBeLessThanOrEqual(data.length);
			}),
			{ numRuns: 50 },
		);
	});
});

describe('ids of Semantic Scholar', () => {
	it.each([
		'1741101',
		' 1741101 ',
		'https://www.semanticscholar.org/author/Oren-Etzioni/1741101',
		'http://semanticscholar.org/author/1741101/',
		'www.semanticscholar.org/author/O.-Etzioni/1741101?sort=pub-date',
		'https://api.semanticscholar.org/graph/v1/author/1741101',
	])('in "%s"', (value) => {
		expect(semanticScholarWorks.idIn(value)).toBe('1741101');
	});

	it.each([
		'',
		'Oren Etzioni',
		'https://www.semanticscholar.org/paper/354dcdebf3f8b5feeed5c62090e0bc1f0c28db06',
		'https://www.semanticscholar.org/author/Oren-Etzioni',
		'https://example.org/author/1741101',
		'0000-0002-1825-0097',
		'A5023888391',
	])('not in "%s"', (value) => {
		expect(semanticScholarWorks.idIn(value)).toBeNull();
	});
});
