import { expect, it } from 'vitest';
import { worksPerKind } from '../../src/statistics/works-per-kind.ts';
import { worksPerVenue } from '../../src/statistics/works-per-venue.ts';
import { work } from '../lists/sample-publication.ts';
import { linesOf, listOf } from './sample-list.ts';

const inJournal = (journal: string, date = '1900') => work('article', { journal, date });
const works = [
	inJournal('Annalen', '1901'),
	inJournal('Nature'),
	inJournal('Nature', '1905'),
	inJournal('Acta'),
	work('talk', { date: '1903' }),
	work('inproceedings', { booktitle: 'Proceedings of the Congress', date: '1904' }),
];

it('lists venues by kind, the most frequent first', () => {
	const table = worksPerVenue(listOf(works));
	expect(linesOf(table)).toEqual([
		'journal: Nature 2 (1900–1905)',
		'journal: Acta 1 (1900–1900)',
		'journal: Annalen 1 (1901–1901)',
		'conference: Proceedings of the Congress 1 (1904–1904)',
		'talk: none 1 (1903–1903)',
	]);
	expect(table.totals).toEqual([6]);
});

it('counts the works of each kind', () => {
	expect(linesOf(worksPerKind(listOf(works)))).toEqual([
		'journal 4 (1900–1905)',
		'conference 1 (1904–1904)',
		'talk 1 (1903–1903)',
	]);
});
