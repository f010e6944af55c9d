import type { Marks } from '../../people/people.ts';

/** Whether two works of the same names have the same marks. */
export function sameMarks(a: Marks, b: Marks): boolean {
	if (a === b) return true;
	if (a.size !== b.size) return false;
	for (const [name, marks] of a) {
		const others = b.get(name);
		if (others?.length !== marks.length) return false;
		if (!marks.every(({ kind, person }, index) => others[index]?.kind === kind && others[index]?.person === person))
			return false;
	}
	return true;
}
