import { expect, it } from 'vitest';
import { person } from '../../people/sample-person.ts';
import { contentsOf, csl, type Listed, sync } from './syncing.ts';

const ada = person('Ada Lovelace', { profiles: { hal: 'ada', openalex: 'ada' } });
const work: Listed = { title: 'Notes on the Analytical Engine', year: 1843, names: ['Ada Lovelace'] };
const published: Listed = { ...work, 'container-title': 'Scientific Memoirs' };
const preprint: Listed = { ...work, type: 'article', eprint: '2101.00001' };
const entryOfPreprint = `@misc{arxiv, author = {Lovelace, Ada}, title = {Notes on the Analytical Engine}, year = 1842,
  eprint = {2101.00001}, eprinttype = {arxiv}}\n`;
const entryOfArticle = `@article{article, author = {Lovelace, Ada}, title = {Notes on the Analytical Engine}, year = 1843,
  journal = {Scientific Memoirs}, doi = {10.1000/abc}}\n`;

/** `related` of each entry by its key. */
function related(text: string): Readonly<Record<string, string>> {
	const { entries } = contentsOf(text).library;
	return Object.fromEntries(
		entries.map(({ key, fields }) => [
			key,
			[fields.get('relatedtype')?.value, fields.get('related')?.value].filter(Boolean).join(' '),
		]),
	);
}

it('links the published version of a preprint in the library', async () => {
	const { works, write } = await sync({
		people: [ada],
		library: entryOfPreprint,
		profiles: { 'hal ada': [published] },
	});
	expect(works[0]?.verdict).toMatchObject({
		kind: 'new',
		pair: {
			relation: 'published version',
			isNew: false,
			isCertain: false,
			why: 'same title and authors',
			entry: { key: 'arxiv' },
		},
	});
	expect(related(write().text)).toEqual({ arxiv: '', lovelaceNotesAnalyticalEngine1843: 'preprint arxiv' });
	expect(write().stillNew).toEqual([]);
});

it('links the preprint of an article in the library', async () => {
	const { works, write } = await sync({ people: [ada], library: entryOfArticle, profiles: { 'hal ada': [preprint] } });
	expect(works[0]?.verdict).toMatchObject({ pair: { relation: 'preprint', isNew: false, entry: { key: 'article' } } });
	expect(related(write().text)).toMatchObject({ article: '', lovelaceNotesAnalyticalEngine1843: 'preprintof article' });
});

it('links two new versions, under the keys they get', async () => {
	const { works, lines, write } = await sync({
		people: [ada],
		profiles: { 'hal ada': [published, { ...preprint, year: 1842 }] },
	});
	expect(lines.map((line) => line.split(' ')[0])).toEqual(['new', 'new']);
	expect(works.map(({ verdict }) => 'pair' in verdict && verdict.pair?.relation)).toEqual([
		'published version',
		'preprint',
	]);
	expect(related(write().text)).toEqual({
		lovelaceNotesAnalyticalEngine1843: '',
		lovelaceNotesAnalyticalEngine1842: 'preprintof lovelaceNotesAnalyticalEngine1843',
	});
});

it('writes one of two new versions without the other', async () => {
	const { write } = await sync({ people: [ada], profiles: { 'hal ada': [published, { ...preprint, year: 1842 }] } });
	expect(related(write(({ work }) => work.venue.kind === 'preprint').text)).toEqual({
		lovelaceNotesAnalyticalEngine1842: '',
	});
});

it('believes the record of Crossref, whatever the title', async () => {
	const { works, lines, write } = await sync({
		people: [ada],
		library: entryOfPreprint,
		profiles: { 'openalex ada': [{ ...published, title: 'A Title that Changed', DOI: '10.1000/abc' }] },
		records: {
			'10.1000/abc': {
				...csl({ ...published, title: 'A Title that Changed', DOI: '10.1000/abc' }),
				relation: { 'has-preprint': [{ 'id-type': 'doi', id: '10.48550/arXiv.2101.00001' }] },
			},
		},
	});
	expect(lines).toEqual(['new A Title that Changed: it is the published version of arxiv']);
	expect(works[0]?.verdict).toMatchObject({
		pair: { isCertain: true, why: 'its record names the DOI 10.48550/arXiv.2101.00001' },
	});
	expect(related(write().text)).toMatchObject({ lovelaceTitleThatChanged1843: 'preprint arxiv' });
});

it('believes a profile that knows where a preprint of the library was published', async () => {
	const { works } = await sync({
		people: [ada],
		library: entryOfPreprint,
		profiles: {
			'hal ada': [
				{ ...preprint, publishedAs: ['10.1000/ABC'] },
				{ ...published, title: 'A Title that Changed', DOI: '10.1000/abc' },
			],
		},
		records: { '10.1000/abc': csl({ ...published, title: 'A Title that Changed', DOI: '10.1000/abc' }) },
	});
	expect(works.map(({ verdict }) => verdict.kind)).toEqual(['new', 'present']);
	expect(works[0]?.verdict).toMatchObject({ pair: { relation: 'published version', entry: { key: 'arxiv' } } });
});

it('joins a preprint and its publication that share an identifier to the publication', async () => {
	const { works } = await sync({
		people: [ada],
		profiles: { 'hal ada': [{ ...published, eprint: '2101.00001' }], 'openalex ada': [preprint] },
	});
	expect(works.map(({ draft }) => [draft.type, draft.fields.get('eprint')])).toEqual([['article', '2101.00001']]);
});
