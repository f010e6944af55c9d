import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentMemberships, isMembership, lastRole, membershipsAt, spellAt } from '../../src/people/membership.ts';
import type { Spell } from '../../src/people/person.ts';
import { orderedSpells } from '../../src/people/spell-order.ts';
import { work } from '../lists/sample-publication.ts';
import { person } from './sample-person.ts';

/** 'student 2014..2016' or 'member 2016..', with groups after a slash. */
function spell(text: string): Spell {
	const [, role = '', from, to, groups] = /^(\S+) (\S*?)\.\.([^/\s]*)(?:\/(\S+))?$/.exec(text) ?? [];
	return { role, from: from || null, to: to || null, groups: groups?.split(',') ?? [] };
}

const someone = (...spells: readonly string[]) =>
	person('Weber, Leander', { spells: orderedSpells(spells.map(spell)) });
const dated = (date: string, more: Record<string, string> = {}) =>
	work('article', { author: 'Weber, L.', ...(date && { date }), ...more });

describe('the role at the time of a work', () => {
	const career = ['alumni 2020-07..', 'student 2012..2016', 'member 2016..2020-06'];

	it.each([
		['2011', null],
		['2014', 'student'],
		['2018', 'member'],
		['2022', 'alumni'],
		// The role that ends first, if several cover the same part of the date.
		['2016', 'student'],
		['2016-03', 'student'],
		// The role that covers more of the date.
		['2019/2022', 'alumni'],
		['2018/2020', 'member'],
		['', 'student'],
	])('in %s is %s', (date, role) => {
		expect(spellAt(someone(...career), dated(date))?.role ?? null).toBe(role);
	});

	it('is that of the longer part of the year', () => {
		expect(spellAt(someone('student 2012..2016-02', 'member 2016-03..'), dated('2016'))?.role).toBe('member');
		expect(spellAt(someone('student 2012..2016-10', 'member 2016-11..'), dated('2016'))?.role).toBe('student');
	});

	it('is the last one for a forthcoming work without a date', () => {
		expect(spellAt(someone(...career), dated('', { pubstate: 'inpress' }))?.role).toBe('alumni');
		expect(spellAt(someone('student 2012..2014'), dated('', { pubstate: 'inpress' }))?.role).toBe('student');
		expect(spellAt(someone(...career), dated('2017', { pubstate: 'inpress' }))?.role).toBe('member');
	});

	it('does not depend on the order of the configuration', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray(career, { minLength: 3 }), (spells) => {
				expect(someone(...spells)).toEqual(someone(...career));
			}),
		);
	});
});

describe('a role without an end', () => {
	it.each([
		['lasts until the next role', ['student 2014..', 'member 2018..', 'alumni 2022..'], '2017,2021,'],
		[
			'lasts until a role that leads to the next one',
			['student 2014..', 'member 2018..2022', 'alumni 2022..'],
			'2017,2022,',
		],
		['continues after a role in the meantime', ['member 2010..', 'visitor 2015..2016'], '2016,'],
		['continues until the last role', ['member 2010..', 'visitor 2015..2016', 'alumni 2020..'], '2016,2019,'],
		['can overlap with the same role', ['member 2010../a', 'member 2014../b'], ','],
		['ends with the month before', ['student 2014..', 'member 2018-01..'], '2017-12,'],
		['ends with the day before', ['student 2014..', 'member 2020-03-01..'], '2020-02-29,'],
	])('%s', (_, spells, ends) => {
		expect(
			someone(...spells)
				.spells.map(({ to }) => to ?? '')
				.join(),
		).toBe(ends);
	});

	it('of an owner continues after dated roles', () => {
		const owner = someone('owner ..', 'student ..2015');
		expect(spellAt(owner, dated('2014'))?.role).toBe('student');
		expect(spellAt(owner, dated('2016'))?.role).toBe('owner');
		expect(lastRole(owner)).toBe('owner');
	});
});

describe('the last role', () => {
	it.each([
		[['alumni 2020..', 'student 2012..2016'], 'alumni'],
		[['member 2010..', 'visitor 2015..2016'], 'member'],
		[['member 2010..2012', 'student 2008..2010'], 'member'],
	])('of %s is %s', (spells, role) => expect(lastRole(someone(...spells))).toBe(role));
});

describe('membership', () => {
	it.each([
		['owner', true],
		['member', true],
		['student', true],
		['postdoc', true],
		['alumni', false],
		['Alumni', false],
		['collaborator', false],
		['none', false],
	])('of a person with the role %s is %s', (role, expected) => {
		expect(isMembership({ role })).toBe(expected);
	});

	const career = ['student 2012..2016/vision', 'member 2016..2020-06/language', 'alumni 2020-07..'];

	it.each([
		['2011', ''],
		['2015', 'student'],
		['2016', 'student,member'],
		['2020', 'member'],
		['2021', ''],
	])('in %s is %s', (date, roles) => {
		const spells = membershipsAt(someone(...career), dated(date));
		expect(spells.map(({ role }) => role).join()).toBe(roles);
	});

	it.each([
		[null, ''],
		['2015', 'student'],
		['2015-06-30', 'student'],
		['2020-06', 'member'],
		['2020-07', ''],
		['2011', ''],
	])('at the date %s is %s', (date, roles) => {
		const spells = currentMemberships(someone(...career), date);
		expect(spells.map(({ role }) => role).join()).toBe(roles);
	});

	it('is current without an end', () => {
		expect(currentMemberships(someone('student 2012..2016', 'member 2016..'), null)).toHaveLength(1);
		expect(currentMemberships(person('Weber, L.', { role: 'member' }), null)).toHaveLength(1);
		expect(currentMemberships(person('Weber, L.', { role: 'collaborator' }), null)).toHaveLength(0);
	});
});
