import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAlexWorks } from '../../../src/sources/profiles/openalex-works.ts';
import { json, readFrom, recordedError, worksIn, written } from './reading.ts';

const author = 'A5023888391';
const template = '/works?filter=author.id:{}&per_page=2&select=id,title';
const first = `/works?filter=author.id:${author}&per_page=2&select=id,title&cursor=*`;

function page(next: string | null, ...works: readonly object[]) {
	return json({ meta: { count: 3, next_cursor: next }, results: works });
}

/** The draft of one work. */
function draftOf(work: object) {
	const [found] = worksIn(openAlexWorks, JSON.stringify({ results: [{ title: 'On rings', ...work }] }));
	return found ? written(found) : null;
}

function recorded(file: string): object {
	return JSON.parse(readFileSync(new URL(`../recorded/openalex/${file}`, import.meta.url), 'utf8'));
}

describe('works of OpenAlex', () => {
	it('are read page by page to the end', async () => {
		const { works, messages, asked } = await readFrom(openAlexWorks, author, template, {
			[first]: page(
				'Ils+/=',
				{ id: 'https://openalex.org/W1', title: 'A' },
				{ id: 'https://openalex.org/W2', title: 'B' },
			),
			[first.replace('*', 'Ils%2B%2F%3D')]: page('end', { id: 'https://openalex.org/W3', title: 'C' }),
			[first.replace('*', 'end')]: page('again'),
		});
		expect(messages).toEqual([]);
		expect(works?.map(({ id, url }) => [id, url])).toEqual([
			['W1', 'https://openalex.org/W1'],
			['W2', 'https://openalex.org/W2'],
			['W3', 'https://openalex.org/W3'],
		]);
		expect(asked).toEqual([first, first.replace('*', 'Ils%2B%2F%3D'), first.replace('*', 'end')]);
	});

	it('are asked for with few properties, and for an ORCID iD by its own filter', () => {
		const addressOf = (id: string) => `https://api.openalex.org/works?filter=author.id:${id}`;
		const parameters = (id: string) => new URL(openAlexWorks.firstPage?.(id, addressOf) ?? '').searchParams;
		expect(Object.fromEntries(parameters(author))).toEqual({
			filter: `author.id:${author}`,
			per_page: '100',
			cursor: '*',
			select: expect.stringMatching(/^id,title,(?:[a-z_]+,)+is_paratext$/),
		});
		expect(parameters('0000-0002-1825-0097').get('filter')).toBe('author.orcid:0000-0002-1825-0097');
	});

	it('are not half of a list if a page fails', async () => {
		const { works, messages } = await readFrom(openAlexWorks, author, template, {
			[first]: page('next', { id: 'W1', title: 'A' }),
			[first.replace('*', 'next')]: (_, response) => response.writeHead(400).end('{}'),
		});
		expect(works).toBeNull();
		expect(messages).toEqual([
			`lookup/unavailable: Cannot read OpenAlex profile ${author}: HOST responded with status 400`,
		]);
	});

	it('are read once if pages repeat', async () => {
		const { works, asked } = await readFrom(openAlexWorks, author, template, {
			[first]: page('next', { id: 'W1', title: 'A' }),
			[first.replace('*', 'next')]: page('next', { id: 'W1', title: 'A' }, { title: 'B' }, { title: 'C' }),
		});
		expect(works?.map(({ id, draft }) => [id, draft.fields.get('title')])).toEqual([
			['W1', 'A'],
			['', 'B'],
			['', 'C'],
		]);
		expect(asked).toHaveLength(2);
	});

	it('are read from a list of 2024', async () => {
		const { works } = await readFrom(openAlexWorks, author, template, {
			[first]: 'recorded/openalex/list-cursor-2024.json',
			[first.replace(
				'*',
				'IlsxMDguNjQwNzgsIDE3MDE2NDgwMDAwMDAsICdodHRwczovL29wZW5hbGV4Lm9yZy9XNDM4OTMwMjQwMyddIg%3D%3D',
			)]: page(null),
		});
		expect(works?.map(written)).toEqual([
			{
				entrytype: 'article',
				author: 'Zhang, Zhijun and Chen, Bozhao and Luo, Yamei',
				title: 'A Deep Ensemble Dynamic Learning Network for Corona Virus Disease 2019 Diagnosis',
				journaltitle: 'IEEE transactions on neural networks and learning systems',
				date: '2024-03',
				volume: '35',
				number: '3',
				pages: '3912--3926',
				publisher: 'Institute of Electrical and Electronics Engineers',
				doi: '10.1109/tnnls.2022.3201198',
				pmid: '36054386',
			},
		]);
		expect(works?.[0]?.orcids).toEqual(['0000-0002-6859-3426', '0009-0001-3632-4993']);
	});

	it('have the arXiv id of one of their locations', async () => {
		const { works } = await readFrom(openAlexWorks, author, template, { [first]: 'recorded/openalex/list-2026.json' });
		expect(works?.map(written)).toMatchObject([
			{ journaltitle: 'Neurocomputing', volume: '452', pages: '48--62', doi: '10.1016/j.neucom.2021.03.091' },
			{
				journaltitle: 'Computational Visual Media',
				date: '2022-03-15',
				eprint: '2111.07624',
				eprinttype: 'arxiv',
				doi: '10.1007/s41095-022-0271-y',
			},
		]);
		expect(works?.[0]?.draft.fields.has('eprint')).toBe(false);
	});

	it('are preprints with an arXiv id in place of its DOI', async () => {
		const { works } = await readFrom(openAlexWorks, author, template, {
			[first]: 'recorded/openalex/list-preprint-2025.json',
		});
		expect(works?.map(written)).toEqual([
			{
				entrytype: 'online',
				author:
					"Lála, Jakub and O'Donoghue, Odhran and Shtedritski, Aleksandar and Cox, Sam and Rodriques, Samuel G. and White, Andrew D.",
				title: '{PaperQA}: Retrieval-Augmented Generative Agent for Scientific Research',
				date: '2023',
				eprint: '2312.07559',
				eprinttype: 'arxiv',
			},
		]);
	});

	it.each<[string, Readonly<Record<string, string>>]>([
		[
			'work-book-chapter.json',
			{
				entrytype: 'incollection',
				author: 'Diercks, Ronald L. and Ludvigsen, Tom Clement',
				title: 'Clinical Symptoms and Physical Examinations',
				booktitle: 'Shoulder Stiffness',
				date: '2015',
				pages: '155--158',
				doi: '10.1007/978-3-662-46370-3_13',
			},
		],
		[
			'work-doi-sici.json',
			{
				entrytype: 'article',
				author: 'Fenton, A. and Rands, S. A.',
				title: 'The Impact of Parasite Manipulation and Predator Foraging Behavior on Predator--Prey Communities',
				journaltitle: 'Ecology',
				date: '2006-11',
				volume: '87',
				number: '11',
				pages: '2832--2841',
				publisher: 'Wiley',
				doi: '10.1890/0012-9658(2006)87[2832:tiopma]2.0.co;2',
				pmid: '17168027',
			},
		],
		[
			'work-journal-article-elife.json',
			{
				entrytype: 'article',
				author: 'Sankar, Martial and Nieminen, Kaisa and Ragni, Laura and Xenarios, Ioannis and Hardtke, Christian S.',
				title:
					'Automated quantitative histology reveals vascular morphodynamics during {Arabidopsis} hypocotyl secondary growth',
				journaltitle: 'eLife',
				date: '2014-02-11',
				volume: '3',
				pages: 'e01567',
				publisher: 'eLife Sciences Publications Ltd',
				doi: '10.7554/elife.01567',
				pmid: '24520159',
			},
		],
		[
			'work-missing-contributor-name.json',
			{
				entrytype: 'thesis',
				author: 'Wilson, Peter',
				title:
					'A computational impact analysis approach leveraging non-conforming spatial, temporal and methodological discretisations',
				date: '2022-12-16',
				type: 'phdthesis',
				institution: 'The University of Queensland',
				doi: '10.14264/3e10f66',
			},
		],
	])('as in the recorded %s', (file, expected) => {
		expect(draftOf(recorded(file))).toEqual(expected);
	});

	it('can be data with an organization as author', async () => {
		const { works } = await readFrom(openAlexWorks, author, template, {
			[first]: 'recorded/openalex/works-sample-list.json',
		});
		expect(works?.map(written)).toMatchObject([
			{ entrytype: 'dataset', author: '{University of Gothenburg}', publisher: 'DiSSCo', date: '2026-04' },
		]);
	});

	it.each([
		['paratext', {}],
		['peer-review', {}],
		['supplementary-materials', {}],
		['article', { is_paratext: true }],
		['article', { title: null }],
	])('of the type %s with %j are omitted', (type, more) => {
		expect(draftOf({ type, ...more })).toBeNull();
	});

	it.each([
		['article', null, null, 'article'],
		['article', 'proceedings-article', null, 'inproceedings'],
		['article', 'posted-content', null, 'online'],
		['article', null, 'conference', 'inproceedings'],
		['article', 'info:eu-repo/semantics/article', 'repository', 'online'],
		['article', 'component', 'journal', 'article'],
		['review', 'journal-article', 'journal', 'article'],
		['letter', null, 'journal', 'article'],
		['preprint', 'article', 'repository', 'online'],
		['book', 'monograph', null, 'book'],
		['book-chapter', null, null, 'incollection'],
		['reference-entry', null, null, 'inreference'],
		['dissertation', 'Text', null, 'thesis'],
		['report', null, null, 'report'],
		['dataset', 'Dataset', null, 'dataset'],
		['software', null, null, 'software'],
		['other', 'Other', null, 'misc'],
		['constructor', null, null, 'misc'],
	])('of the type %s, registered as %s, in a %s', (type, rawType, kind, expected) => {
		const primary = { raw_type: rawType, source: { display_name: 'Rings', type: kind } };
		expect(draftOf({ type, primary_location: primary })?.['entrytype']).toBe(expected);
	});

	it.each([
		['2014-02-11', 2014, '2014-02-11'],
		['2014-02-01', 2014, '2014-02'],
		['2014-01-01', 2014, '2014'],
		['2014-10-01', 2014, '2014-10'],
		[null, 2014, '2014'],
		[null, null, undefined],
	])('with the date %s', (date, year, expected) => {
		expect(draftOf({ publication_date: date, publication_year: year })?.['date']).toBe(expected);
	});

	it('have the name on the paper, not the name of the profile', () => {
		const authorships = [
			{ raw_author_name: 'E. Noether', author: { display_name: 'Amalie Emmy Noether' } },
			{ raw_author_name: '', author: { display_name: 'Bartel van der Waerden' } },
			{ raw_author_name: null, author: null },
		];
		expect(draftOf({ authorships })?.['author']).toBe('Noether, E. and van der Waerden, Bartel');
	});

	it('end in "and others" if the list of authors is cut', () => {
		const authorships = Array.from({ length: 100 }, (_, at) => ({ raw_author_name: `Anna Author${at}` }));
		expect(draftOf({ authorships })?.['author']).toMatch(/ and Author99, Anna and others$/);
		expect(draftOf({ authorships: authorships.slice(1) })?.['author']).toMatch(/ and Author99, Anna$/);
		expect(draftOf({ authorships: authorships.slice(98), is_authors_truncated: true })?.['author']).toBe(
			'Author98, Anna and Author99, Anna and others',
		);
	});

	it('have a page as address only without a DOI', () => {
		const primary = { landing_page_url: 'https://repository.example.org/1', source: null };
		expect(draftOf({ primary_location: primary })?.['url']).toBe('https://repository.example.org/1');
		expect(draftOf({ primary_location: primary, doi: 'https://doi.org/10.1000/x' })?.['url']).toBeUndefined();
	});

	it('have a server without its operator', () => {
		const source = { display_name: 'bioRxiv (Cold Spring Harbor Laboratory)', type: 'repository' };
		expect(draftOf({ type: 'preprint', primary_location: { source } })?.['publisher']).toBe('bioRxiv');
	});

	it('are noted if they are retracted', () => {
		const results = [{ title: 'RETRACTED: On rings', is_retracted: true }];
		expect(worksIn(openAlexWorks, JSON.stringify({ results }))[0]?.draft.notes).toEqual([
			'Retracted according to OpenAlex: check whether to keep it',
		]);
	});
});

describe('problems of OpenAlex', () => {
	it('with an unknown id', async () => {
		const { works, messages } = await readFrom(openAlexWorks, author, template, {
			[first]: recordedError('errors/openalex-404-html.json'),
		});
		expect(works).toBeNull();
		expect(messages).toEqual([`lookup/unknown: Unknown OpenAlex id ${author}: not found at HOST`]);
	});

	it('with an answer without works', async () => {
		const { messages } = await readFrom(openAlexWorks, author, template, { [first]: json({ error: 'Oops' }) });
		expect(messages).toEqual([
			`lookup/unavailable: Cannot read OpenAlex profile ${author}: HOST sent an unexpected answer, in which "results" is missing`,
		]);
	});

	it('with values of other types', async () => {
		const { messages } = await readFrom(openAlexWorks, author, template, {
			[first]: json({ results: [{ title: 'A', authorships: { first: 'Noether' } }] }),
		});
		expect(messages).toEqual([
			`lookup/unavailable: Cannot read OpenAlex profile ${author}: HOST sent an unexpected answer, in which "results.0.authorships" is an object`,
		]);
	});

	it('never stop the program', () => {
		const text = fc.option(fc.string(), { nil: null });
		const place = fc.option(
			fc.record({
				landing_page_url: text,
				raw_source_name: text,
				raw_type: text,
				source: fc.option(fc.record({ display_name: text, type: text }), { nil: null }),
			}),
			{ nil: null },
		);
		const work = fc.record(
			{
				id: text,
				title: text,
				type: text,
				publication_date: text,
				doi: text,
				ids: fc.option(fc.record({ pmid: text }), { nil: null }),
				biblio: fc.record({ first_page: text, last_page: text, volume: text }),
				authorships: fc.array(fc.record({ raw_author_name: text }), { maxLength: 3 }),
				primary_location: place,
				locations: fc.array(place, { maxLength: 2 }),
			},
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(fc.array(work, { maxLength: 3 }), text, (results, next) => {
				const answer = { meta: { next_cursor: next }, results };
				expect(worksIn(openAlexWorks, JSON.stringify(answer)).length).toBeLessThanOrEqual(results.length);
			}),
			{ numRuns: 50 },
		);
	});
});

describe('ids of OpenAlex', () => {
	it.each([
		['A5023888391', author],
		[' a5023888391 ', author],
		['https://openalex.org/A5023888391', author],
		['http://www.openalex.org/authors/a5023888391/', author],
		['https://openalex.org/people/A5023888391?page=1#works', author],
		['https://api.openalex.org/authors/A5023888391', author],
		['https://orcid.org/0000-0002-1694-233x', '0000-0002-1694-233X'],
	])('in "%s"', (value, id) => {
		expect(openAlexWorks.idIn(value)).toBe(id);
	});

	it.each(['', 'W2121398592', 'https://openalex.org/W2121398592', '5023888391', '0000-0002-1825-0098', 'A1 B2'])(
		'not in "%s"',
		(value) => {
			expect(openAlexWorks.idIn(value)).toBeNull();
		},
	);
});
