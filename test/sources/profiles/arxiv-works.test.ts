import { describe, expect, it } from 'vitest';
import { arxivWorks } from '../../../src/sources/profiles/arxiv-works.ts';
import { sourceAddresses } from '../../../src/sources/source-addresses.ts';
import { notFound } from '../behaviours.mjs';
import { answer, draftsIn, readFrom, worksIn } from './reading.ts';

/** A feed with one preprint. */
function feedWith(elements: string): string {
	return `<feed><entry><id>http://arxiv.org/abs/2001.00001v2</id><title>T</title>${elements}</entry></feed>`;
}

describe('An arXiv author id', () => {
	it.each([
		['warner_s_1', 'warner_s_1'],
		[' lovelace_a_12 ', 'lovelace_a_12'],
		['https://arxiv.org/a/warner_s_1', 'warner_s_1'],
		['https://arxiv.org/a/warner_s_1.html', 'warner_s_1'],
		['http://www.arxiv.org/a/warner_s_1.atom2?x=1', 'warner_s_1'],
		['arxiv.org/a/warner_s_1.atom', 'warner_s_1'],
		['0000-0002-7970-7855', '0000-0002-7970-7855'],
		['https://arxiv.org/a/0000-0002-7970-7855', '0000-0002-7970-7855'],
		['https://orcid.org/0000-0002-7970-7855', '0000-0002-7970-7855'],
		['0000-0002-7970-7856', null],
		['https://arxiv.org/abs/1706.03762', null],
		['1706.03762', null],
		['Simeon Warner', null],
		['', null],
	])('in "%s" is %s', (text, id) => {
		expect(arxivWorks.idIn(text)).toBe(id);
	});
});

describe('The preprints of an author', () => {
	it('are read from a server', async () => {
		const { works, messages, asked } = await readFrom(arxivWorks, 'lovelace_a_1', '/a/{}.atom', {
			'/a/lovelace_a_1.atom': 'arxiv-author.xml',
		});
		expect(messages).toEqual([]);
		expect(asked).toEqual(['/a/lovelace_a_1.atom']);
		expect(works).toMatchObject([
			{
				source: 'arxiv',
				id: '1706.03762',
				url: 'https://arxiv.org/abs/1706.03762',
				orcids: [],
				publishedAs: ['10.1063/1.1383585'],
				draft: { type: 'online', notes: [] },
			},
			{
				id: 'hep-th/9711200',
				url: 'https://arxiv.org/abs/hep-th/9711200',
				publishedAs: [],
			},
		]);
	});

	it('have their names, dates and ids', () => {
		expect(draftsIn(arxivWorks, answer('answers/arxiv-author.xml')).get('1706.03762')).toEqual({
			entrytype: 'online',
			author: 'Lovelace, Ada and Babbage, Jr., Charles',
			title: 'Bounds on $\\sigma$-models of engines',
			date: '2017-06-12',
			eprint: '1706.03762',
			eprinttype: 'arxiv',
			eprintclass: 'hep-th',
			abstract: 'We bound engines.',
		});
	});

	it.each([
		['<doi>https://doi.org/10.1000/a</doi><journal_ref>X, doi:10.1000/a</journal_ref>', ['10.1000/a']],
		['<journal_ref>Phys. Rev. (2020), https://doi.org/10.1000/c</journal_ref>', ['10.1000/c']],
		['<doi>10.48550/arXiv.2001.00001</doi>', []],
		['<doi>to appear</doi>', []],
		['<doi/><journal_ref/>', []],
	])('with %s are published as %j', (elements, dois) => {
		expect(worksIn(arxivWorks, feedWith(elements))[0]?.publishedAs).toEqual(dois);
	});

	it.each([
		['<author><name>Simeon Warner, Carl Lagoze</name></author>', 'Warner, Simeon and Lagoze, Carl'],
		['<author><name>Ada Lovelace, Jr., Luis Garcia III</name></author>', 'Lovelace, Jr., Ada and Garcia, III, Luis'],
		['<author><name>CMS Collaboration</name></author>', '{CMS Collaboration}'],
		['<author/><author><name/></author>', undefined],
	])('with %s are by %s', (elements, author) => {
		expect(draftsIn(arxivWorks, feedWith(elements)).get('2001.00001')?.['author']).toBe(author);
	});

	it.each([
		['This paper has been withdrawn by the author due to an error', 1],
		['Withdrawn', 1],
		['12 pages; on withdrawn licences', 0],
	])('with the comment "%s" have %i notes', (comment, notes) => {
		expect(worksIn(arxivWorks, feedWith(`<comment>${comment}</comment>`))[0]?.draft.notes).toHaveLength(notes);
	});

	it('may be none', () => {
		expect(worksIn(arxivWorks, answer('recorded/arxiv/id-unknown-empty-feed.xml'))).toEqual([]);
		expect(worksIn(arxivWorks, '<feed/>')).toEqual([]);
	});

	it('of an unknown author are reported', async () => {
		const { works, messages } = await readFrom(arxivWorks, 'nobody_n_1', '/a/{}.atom', {
			'/a/nobody_n_1.atom': notFound,
		});
		expect(works).toBeNull();
		expect(messages).toEqual(['lookup/unknown: Unknown arXiv id nobody_n_1: not found at HOST']);
	});

	it('are asked for with an element for each author', () => {
		expect(sourceAddresses['arxiv-author']).toMatch(/\.atom$/);
	});
});
