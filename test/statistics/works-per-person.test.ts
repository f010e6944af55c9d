import { expect, it } from 'vitest';
import { indexOfPeople } from '../../src/statistics/indexes.ts';
import { jointWorks } from '../../src/statistics/joint-works.ts';
import { worksPerPerson } from '../../src/statistics/works-per-person.ts';
import { work } from '../lists/sample-publication.ts';
import { person } from '../people/sample-person.ts';
import { linesOf, listOf } from './sample-list.ts';

const ada = person('Lovelace, Ada', { role: 'member' });
const charles = person('Babbage, Charles', { role: 'owner' });
const mary = person('Somerville, Mary', { role: 'student' });
const luigi = person('Menabrea, Luigi', { role: 'member', to: '1842' });
const none = person('Darwin, Charles', { role: 'none' });
const people = [luigi, mary, ada, charles, none];

const by = (author: string, more: Record<string, string> = {}) => work('article', { author, date: '1840', ...more });

it('lists people by present role and family name, with first and last authorships', () => {
	const works = [
		by('Lovelace, Ada and Babbage, Charles'),
		by('Babbage, C. and Smith, Jane and Lovelace, Ada', { date: '1843' }),
		by('Menabrea, L.'),
		by('Somerville, Mary and Lovelace, Ada and others'),
		by('Darwin, Charles'),
	];
	const table = worksPerPerson(listOf(works, people));
	expect(linesOf(table)).toEqual([
		'role-member: Charles Babbage 2 1 1 (1840–1843)',
		'role-member: Ada Lovelace 3 1 1 (1840–1843)',
		'role-student: Mary Somerville 1 1 0 (1840–1840)',
		'role-alumni: Luigi Menabrea 1 1 0 (1840–1840)',
	]);
	expect(table.totals).toBe(null);
});

it('counts shared first and last authorships, but none as both', () => {
	const work1 = work(
		'article',
		{ author: 'Smith, Jane and Lovelace, Ada and Babbage, Charles and Somerville, Mary' },
		{
			author: [
				[1, 'equal'],
				[2, 'equal'],
				[3, 'senior'],
				[4, 'senior'],
			],
		},
	);
	const work2 = work(
		'article',
		{ author: 'Lovelace, Ada and Babbage, Charles' },
		{
			author: [
				[1, 'equal'],
				[2, 'equal'],
			],
		},
	);
	expect(linesOf(worksPerPerson(listOf([work1, work2], people)))).toEqual([
		'role-member: Charles Babbage 2 1 1',
		'role-member: Ada Lovelace 2 2 0',
		'role-student: Mary Somerville 1 0 1',
	]);
});

it('counts editors of whole works, but not of a container', () => {
	const works = [
		work('proceedings', { editor: 'Lovelace, Ada' }),
		work('inproceedings', { author: 'Smith, Jane', editor: 'Lovelace, Ada' }),
	];
	expect(linesOf(worksPerPerson(listOf(works, people)))).toEqual(['role-member: Ada Lovelace 1 0 0']);
});

it('counts no work for two people of one name', () => {
	const [one, other] = [ada, { ...ada, id: 'other' }];
	expect(linesOf(worksPerPerson(listOf([by('Lovelace, Ada')], [one, other])))).toEqual([]);
});

it('counts only the time as a member if the list says so', () => {
	const works = [by('Menabrea, Luigi'), by('Menabrea, Luigi', { date: '1845' })];
	const lines = (membership: 'ever' | 'during') => linesOf(worksPerPerson(listOf(works, people, { membership })));
	expect(lines('ever')).toEqual(['role-alumni: Luigi Menabrea 2 2 0 (1840–1845)']);
	expect(lines('during')).toEqual(['role-alumni: Luigi Menabrea 1 1 0 (1840–1840)']);
});

it('lists joint works of each two people, from both sides', () => {
	const works = [
		by('Lovelace, Ada and Babbage, C. and Smith, J.'),
		by('Babbage, Charles and Lovelace, A.'),
		by('Lovelace, Ada and Menabrea, L.'),
	];
	expect(linesOf(jointWorks(listOf(works, people)))).toEqual([
		'Charles Babbage: Ada Lovelace 2 (1840–1840)',
		'Ada Lovelace: Charles Babbage 2 (1840–1840)',
		'Ada Lovelace: Luigi Menabrea 1 (1840–1840)',
		'Luigi Menabrea: Ada Lovelace 1 (1840–1840)',
	]);
});

it('has people without works in the index', () => {
	const works = [by('Lovelace, Ada'), work('inproceedings', { author: 'Smith, Jane', editor: 'Lovelace, Ada' })];
	expect(linesOf(indexOfPeople(listOf(works, people)))).toEqual([
		'role-member: Charles Babbage 0',
		'role-member: Ada Lovelace 2 (1840–1840)',
		'role-student: Mary Somerville 0',
		'role-alumni: Luigi Menabrea 0',
	]);
});
