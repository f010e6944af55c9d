import { describe, expect, it } from 'vitest';
import { mergeVersions } from '../../src/lists/merge-versions.ts';
import { findPairs } from '../../src/lists/preprint-pairs.ts';
import type { Publication } from '../../src/publications/publication.ts';
import { work } from './sample-publication.ts';

const authors = 'Anders, C. J. and Weber, L. and Lapuschkin, S.';
const title = 'Finding and Removing Clever Hans';

const preprint = (more: Record<string, string> = {}) =>
	work('online', { title, author: authors, eprint: '1912.11425', eprinttype: 'arxiv', date: '2019', ...more });
const published = (more: Record<string, string> = {}) =>
	work('article', {
		title,
		author: authors,
		journal: 'Information Fusion',
		volume: '77',
		date: '2022',
		doi: '10.1016/j.inffus.2021.07.015',
		...more,
	});

describe('certain pairs of a preprint and its publication', () => {
	const reason = (...works: readonly Publication[]) => findPairs(works).certain.map((pair) => pair.reason);

	it('have the same arXiv id in any version', () => {
		const both = published({
			title: 'Another title',
			author: 'Anders, C.',
			eprint: '1912.11425v2',
			eprinttype: 'arxiv',
		});
		expect(reason(preprint(), both)).toEqual(['same arXiv id']);
		expect(
			reason(preprint({ eprint: '', eprinttype: '', publisher: 'arXiv', doi: '10.48550/arXiv.1912.11425' }), both),
		).toEqual(['same arXiv id']);
	});

	it('have the same title and family names within three years', () => {
		expect(reason(preprint(), published())).toEqual(['same title and authors']);
		expect(
			reason(
				preprint({
					title: '{Finding} and removing Clever-Hans',
					author: 'Christopher Anders and Leander Weber and Sebastian Lapuschkin',
				}),
				published(),
			),
		).toEqual(['same title and authors']);
		expect(reason(preprint({ date: '2018' }), published())).toEqual([]);
	});

	it('are declared in the library', () => {
		const others = { title: 'A quite different title', author: 'Weber, L.' };
		expect(
			reason(preprint({ key: 'p', related: 'j', relatedtype: 'preprintof' }), published({ key: 'j', ...others })),
		).toEqual(['declared in the library']);
		expect(
			reason(preprint({ key: 'p' }), published({ key: 'j', ...others, related: 'p', relatedtype: 'preprint' })),
		).toEqual(['declared in the library']);
		expect(reason(preprint({ key: 'p', published: 'j' }), published({ key: 'j', ...others }))).toEqual([
			'declared in the library',
		]);
		expect(
			reason(preprint({ key: 'p', related: 'j', relatedtype: 'reviewof' }), published({ key: 'j', ...others })),
		).toEqual([]);
	});
});

describe('likely pairs', () => {
	const likely = (one: Publication, other: Publication) => {
		const { certain, likely: pairs } = findPairs([one, other]);
		expect(certain).toEqual([]);
		return pairs.map((pair) => pair.reason);
	};

	it('have the same title and first author', () => {
		expect(likely(preprint(), published({ author: 'Anders, C. J. and Müller, K.-R.' }))).toEqual([
			'same title and first author',
		]);
		expect(likely(preprint({ author: 'Anders, C. J. and others' }), published())).toEqual([
			'same title and first author',
		]);
	});

	it('have different subtitles', () => {
		expect(likely(preprint(), published({ title: `${title}: Using Explanation Methods` }))).toEqual([
			'same title before the colon and same first author',
		]);
	});

	it('have similar titles', () => {
		expect(likely(preprint(), published({ title: 'Finding, Removing and Explaining Clever Hans' }))).toEqual([
			'same authors and similar title',
		]);
	});
});

describe('separate publications', () => {
	const none = (...works: readonly Publication[]) => {
		const { certain, likely } = findPairs(works);
		expect([...certain, ...likely].map(({ reason }) => reason)).toEqual([]);
	};

	it('include talks, posters, theses and software with the title of a paper', () => {
		for (const type of ['talk', 'poster', 'phdthesis', 'software', 'patent', 'lecture']) {
			none(preprint(), work(type, { title, author: authors, date: '2020' }));
			none(published(), work(type, { title, author: authors, date: '2020' }));
		}
	});

	it('include two published works with the same title', () => {
		none(
			published(),
			work('inproceedings', { title, author: authors, booktitle: 'Proceedings of ICPR', date: '2021' }),
		);
	});

	it('include two preprints', () => none(preprint(), preprint()));

	it('include works of the same authors with partly equal titles', () => {
		none(
			preprint({ title: 'How to iNNvestigate Neural Networks’ Predictors!', author: 'Alber, M. and Lapuschkin, S.' }),
			published({ title: 'iNNvestigate Neural Networks!', author: 'Alber, M. and Lapuschkin, S.', date: '2019' }),
		);
	});

	it('include works with a common title, which are only likely pairs', () => {
		const short = { title: 'Introduction', author: 'Samek, W.' };
		expect(findPairs([preprint(short), published(short)]).certain).toEqual([]);
	});

	it('include works without a title', () => none(preprint({ title: '' }), published({ title: '' })));
});

describe('a merged item', () => {
	const [first, paper, second] = [
		preprint({ url: 'https://arxiv.org/abs/1912.11425' }),
		published({ code: 'https://github.com/x/y' }),
		published({ title: 'Another' }),
	];

	it('replaces the published work, with the preprint and the links of both', () => {
		const [item, other, ...rest] = mergeVersions([first, paper, second]);
		expect(rest).toEqual([]);
		expect(item?.key).toBe(paper.key);
		expect(item?.versions).toEqual([first]);
		expect(item?.identifiers).toMatchObject({ doi: '10.1016/j.inffus.2021.07.015', arxiv: '1912.11425' });
		expect(item?.links.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['doi', 'code', 'arxiv']));
		expect(new Set(item?.links.map(({ url }) => url)).size).toBe(item?.links.length);
		expect(other).toBe(second);
	});

	it('has one link to arXiv for all versions', () => {
		const [item] = mergeVersions([preprint(), published({ eprint: '1912.11425v2', eprinttype: 'arxiv' })]);
		expect(item?.links.map(({ url }) => url)).toEqual([
			'https://doi.org/10.1016/j.inffus.2021.07.015',
			'https://arxiv.org/abs/1912.11425v2',
		]);
	});

	it('is the same object every time', () => {
		expect(mergeVersions([first, paper])[0]).toBe(mergeVersions([second, paper, first])[1]);
		expect(mergeVersions([paper])[0]).toBe(paper);
	});

	it('can have several preprints', () => {
		const hal = work('unpublished', {
			title,
			author: authors,
			date: '2020',
			eprint: 'hal-01234567',
			eprinttype: 'hal',
		});
		expect(mergeVersions([first, hal, paper]).map(({ versions }) => versions.length)).toEqual([2]);
	});

	it('is the work with the same title if two share the arXiv id', () => {
		const workshop = published({ title: 'Removing Clever Hans', eprint: '1912.11425', eprinttype: 'arxiv' });
		const journal = published({ eprint: '1912.11425', eprinttype: 'arxiv' });
		expect(mergeVersions([first, workshop, journal]).map(({ versions }) => versions.length)).toEqual([0, 1]);
	});

	it('is selected if its preprint is', () => {
		expect(mergeVersions([preprint({ selected: 'true' }), paper])[0]?.selected).toBe(true);
	});
});
