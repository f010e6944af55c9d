import { dayBefore, daysOf } from './period.ts';
import type { Spell } from './person.ts';

/**
 * Sorts the spells of a person by their ends, then by their beginnings. A spell without an end lasts until the next role
 * begins, if that or a role right after it has no end either: `student` from 2014, `member` from 2018 to 2022 and `alumni`
 * from 2022 make a student to 2017. Spells of one role can overlap, because a person can belong to several groups.
 */
export function orderedSpells(spells: readonly Spell[]): readonly Spell[] {
	return spells
		.map((spell) => (spell.to === null ? { ...spell, to: impliedEnd(spell, spells) } : spell))
		.sort(
			(one, other) => compare(daysOf(one).last, daysOf(other).last) || compare(daysOf(one).first, daysOf(other).first),
		);
}

/** A role may follow right after another with a gap of up to so many days. */
const month = 31;

function impliedEnd(spell: Spell, spells: readonly Spell[]): string | null {
	const later = spells
		.filter((other) => other.role !== spell.role && daysOf(other).first > daysOf(spell).first)
		.sort((one, other) => compare(daysOf(other).first, daysOf(one).first));
	let next: Spell | null = null;
	for (const other of later) {
		const leadsToNext = next !== null && other.to !== null && daysOf(other).last + month >= daysOf(next).first;
		if (other.to === null || leadsToNext) next = other;
	}
	return next?.from ? dayBefore(next.from) : null;
}

function compare(one: number, other: number): number {
	return one === other ? 0 : one < other ? -1 : 1;
}
