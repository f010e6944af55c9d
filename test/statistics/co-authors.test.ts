import { expect, it } from 'vitest';
import { coAuthorNetwork } from '../../src/statistics/co-author-network.ts';
import { coAuthorTable } from '../../src/statistics/co-author-table.ts';
import { work } from '../lists/sample-publication.ts';
import { person } from '../people/sample-person.ts';
import { linesOf, listOf, words } from './sample-list.ts';

const ada = person('Lovelace, Ada', { role: 'member' });
const charles = person('Babbage, Charles', { role: 'owner' });
const darwin = person('Darwin, Charles', { role: 'none' });
const people = [ada, charles, darwin];
const by = (author: string, date = '1840') => work('article', { author, date });

it('counts the joint works of members and of others with the team, without the owner', () => {
	const works = [
		by('Lovelace, Ada and Babbage, Charles'),
		by('Lovelace, Ada and Smith, Jane and Smith, J. and Darwin, Charles', '1843'),
		by('Smith, J. and Babbage, C.'),
		by('Lovelace, Ada'),
		by('Miller, Max and Smith, Jane'),
		by('Lovelace, Ada and {Royal Society}'),
	];
	expect(linesOf(coAuthorTable(listOf(works, people)))).toEqual([
		'role-member: Ada Lovelace 1 (1840–1840)',
		'role-none: Jane Smith 2 (1840–1843)',
		'role-none: Charles Darwin 1 (1843–1843)',
	]);
});

it('counts the joint works with the owner of the list', () => {
	const works = [by('Lovelace, Ada and Babbage, Charles'), by('Babbage, Charles and Smith, Jane')];
	expect(linesOf(coAuthorTable(listOf(works, people, { owner: ada.id })))).toEqual([
		'role-member: Charles Babbage 1 (1840–1840)',
	]);
});

it('counts all joint works if nobody is declared', () => {
	expect(linesOf(coAuthorTable(listOf([by('Smith, Jane and Miller, Max'), by('Smith, Jane')])))).toEqual([
		'role-none: Jane Smith 1 (1840–1840)',
		'role-none: Max Miller 1 (1840–1840)',
	]);
});

it('skips a name that agrees with two declared people', () => {
	const other = person('Lovelace, Anne', { role: 'member' });
	const works = [by('Lovelace, A. and Babbage, Charles')];
	expect(linesOf(coAuthorTable(listOf(works, [...people, other])))).toEqual([]);
});

it('links people with joint works', () => {
	const works = [by('Lovelace, Ada and Babbage, Charles and Smith, Jane'), by('Smith, Jane and Lovelace, Ada')];
	const { nodes, links } = coAuthorNetwork(listOf(works, people));
	expect(nodes.map(({ label, works, role }) => [words(label), works, role])).toEqual([
		['Charles Babbage', 1, 'owner'],
		['Ada Lovelace', 2, 'member'],
		['Jane Smith', 2, null],
	]);
	expect(links).toEqual([
		{ source: 0, target: 1, works: 1 },
		{ source: 0, target: 2, works: 1 },
		{ source: 1, target: 2, works: 2 },
	]);
});

it('has the owner of the list in the centre, whatever the role is', () => {
	const { nodes } = coAuthorNetwork(listOf([by('Lovelace, Ada and Smith, Jane')], [ada], { owner: ada.id }));
	expect(nodes.map(({ role }) => role)).toEqual(['owner', null]);
});

it('has at most 100 people, those with most joint works', () => {
	const names = Array.from(
		{ length: 150 },
		(_, index) => `Author${String.fromCharCode(97 + (index % 26)).repeat(1 + index / 26)}, Jane`,
	);
	const works = [
		by(['Lovelace, Ada', ...names].join(' and ')),
		by('Lovelace, Ada and Zuse, Konrad'),
		by('Zuse, Konrad and Lovelace, A.'),
	];
	const { nodes, links, omitted } = coAuthorNetwork(listOf(works, people));
	expect(nodes).toHaveLength(100);
	expect(omitted).toBe(52);
	expect(nodes.slice(0, 2).map(({ label }) => words(label))).toEqual(['Ada Lovelace', 'Konrad Zuse']);
	expect(links).toHaveLength((99 * 98) / 2 + 1);
});
