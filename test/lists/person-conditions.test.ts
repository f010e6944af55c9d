import { describe, expect, it } from 'vitest';
import { parseWhere } from '../../src/lists/parse-where.ts';
import { selectPeople } from '../../src/lists/select-people.ts';
import { matches } from '../../src/lists/selector.ts';
import type { Membership } from '../../src/people/counted-people.ts';
import { highlight } from '../../src/people/highlight.ts';
import { person } from '../people/sample-person.ts';
import { work } from './sample-publication.ts';

const spell = (role: string, from: string | null, to: string | null, ...groups: readonly string[]) => ({
	...{ role, from, to, groups },
});

const people = [
	person('Adler, Ada', { id: 'ada', role: 'owner', groups: ['vision', 'language'] }),
	person('Bach, Ben', {
		id: 'ben',
		spells: [spell('student', '2014', '2017', 'vision'), spell('member', '2018', null, 'language')],
	}),
	person('Chen, Cai', {
		id: 'cai',
		spells: [spell('member', '2015', '2019', 'vision'), spell('alumni', '2020', null)],
	}),
	person('Diaz, Dan', { id: 'dan', role: 'collaborator' }),
	person('Engel, Eva', { id: 'eva', role: 'student', from: '2020', groups: ['vision'] }),
];

const byYear = (key: string, date: string, author: string, author2 = {}) =>
	work('article', { key, date, author, ...author2 });
const works = [
	byYear('a16', '2016', 'Adler, Ada'),
	byYear('b16', '2016', 'Bach, Ben and Smith, Sam'),
	byYear('b19', '2019', 'Bach, Ben'),
	byYear('ab16', '2016', 'Adler, Ada and Bach, Ben'),
	byYear('bc16', '2016', 'Bach, Ben and Chen, Cai'),
	byYear('c18', '2018', 'Chen, Cai and Diaz, Dan'),
	byYear('c22', '2022', 'Chen, Cai and Diaz, Dan'),
	byYear('be21', '2021', 'Bach, Ben and Engel, Eva'),
	byYear('d20', '2020', 'Diaz, Dan and Smith, Sam'),
	byYear('aa16', '2016', 'Adler, Ada', { editor: 'Adler, Ada' }),
];
const highlights = highlight(works, { people, peopleSelectors: new Map() }, () => {});

function selectorOf(where: string) {
	const selector = parseWhere(where);
	if ('error' in selector) throw new Error(selector.error);
	return selector;
}

function keys(where: string, membership: Membership = 'ever'): string {
	const selector = selectorOf(where);
	const inList = highlights.inList(null, membership);
	return works
		.filter((each) => matches(selector, each, inList))
		.map(({ key }) => key)
		.join(' ');
}

const ids = (where: string) =>
	selectPeople(people, selectorOf(where))
		.map(({ id }) => id)
		.join(' ');

describe('works', () => {
	it.each([
		['of a group', 'group=vision', 'a16 b16 b19 ab16 bc16 c18 c22 be21 aa16'],
		['of a group, ignoring case', 'group=LANG*', 'a16 b16 b19 ab16 bc16 be21 aa16'],
		['of a student of a group', 'group=vision role=student', 'b16 ab16 bc16 be21'],
		['of nobody, because the group was another at the time', 'group=language role=student', ''],
		['of a person in a role', 'person=ben role=member', 'b19 be21'],
		['of two people in one role', 'person=ben role=student person=cai', 'bc16'],
		['of any current member', 'current', 'a16 b16 b19 ab16 bc16 be21 aa16'],
		['of a member at a date', 'current=2017', 'a16 b16 b19 ab16 bc16 c18 c22 aa16 be21'],
		['of somebody who is a member no longer', 'current=no', 'bc16 c18 c22 d20'],
		['without any current member', 'not current', 'c18 c22 d20'],
		['of a current member of a group', 'group=vision current', 'a16 ab16 be21 aa16'],
		['of a member of a group at a date', 'group=vision current=2017', 'a16 b16 b19 ab16 bc16 c18 c22 be21 aa16'],
		['of a current member, as a student', 'role=student current', 'b16 ab16 bc16 be21'],
		['with at least two members', 'members>=2', 'ab16 bc16 be21'],
		['with one member', 'members=1', 'a16 b16 b19 c18 c22 aa16'],
		['without members', 'members=0', 'd20'],
		['with fewer than two members', 'members<2', 'a16 b16 b19 c18 c22 d20 aa16'],
		['with another number of members', 'members!=1', 'ab16 bc16 be21 d20'],
		['with any member', 'members', 'a16 b16 b19 ab16 bc16 c18 c22 be21 aa16'],
		['with two members of a group', 'group=vision members>=2', 'ab16 bc16 be21'],
		['with one or two students', 'role=student members=1..2', 'b16 ab16 bc16 be21'],
		['of a person with another member', 'person=ben members>=2', 'ab16 bc16 be21'],
		['with limits of the same count', 'group=vision members>=1 members<2', 'a16 b16 b19 c18 c22 aa16'],
		['of two groups', 'joint=vision,language', 'ab16 bc16 be21'],
		['of two groups, as students', 'joint=vision,language role=student', ''],
		['of two people of one group', 'joint=vision,vision', 'ab16 bc16 be21'],
		['of one or another person', 'group=vision role=alumni or role=collaborator', 'c18 c22 d20'],
		['of a student, and of somebody in a group', 'role=student (group=language)', 'b16 ab16 bc16 be21'],
		['of a group without any student', 'group=vision not role=student', 'a16 b19 c18 c22 aa16'],
	])('%s: %s', (_, where, expected) => {
		expect(keys(where).split(' ').sort()).toEqual(expected.split(' ').sort());
	});

	it.each([
		['of a group', 'group=vision', 'a16 b16 ab16 bc16 c18 be21 aa16'],
		['of a group at the time', 'group=language', 'a16 b19 ab16 be21 aa16'],
		['of a person', 'person=cai', 'bc16 c18'],
		['of an undeclared person', 'person="Smith, Sam"', 'b16 d20'],
		['of a role, which is always that at the time', 'role=alumni', 'c22'],
		['with members', 'members>=1', 'a16 b16 b19 ab16 bc16 c18 be21 aa16'],
		['with several members', 'members>=2', 'ab16 bc16 be21'],
		['of two groups', 'joint=vision,language', 'ab16 be21'],
		['of a current member', 'current', 'a16 b16 b19 ab16 bc16 be21 aa16'],
		['of a person who was a member at a date', 'current=2016 person=cai', 'bc16 c18'],
	])('that count while a member, %s: %s', (_, where, expected) => {
		expect(keys(where, 'during').split(' ').sort()).toEqual(expected.split(' ').sort());
	});
});

describe('people', () => {
	it.each([
		['role=member', 'ben cai'],
		['role=member current', 'ben'],
		['role=student current', 'eva'],
		['role=member current=no', 'cai'],
		['current', 'ada ben eva'],
		['current=no', 'cai dan'],
		['not current', 'cai dan'],
		['group=vision', 'ada ben cai eva'],
		['group=vision current', 'ada eva'],
		['group=vision current=2016', 'ada ben cai'],
		['not role=alumni', 'ada ben dan eva'],
		['role=student or role=owner', 'ada ben eva'],
		['person=ben role=student', 'ben'],
		['person=ben role=owner', ''],
		['members', 'ada ben cai eva'],
		['year>=2020', 'ada ben cai dan eva'],
	])('that match %s', (where, expected) => expect(ids(where)).toBe(expected));
});
