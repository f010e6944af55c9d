import { daysOf } from '../people/period.ts';
import { profileSources } from '../sources/profiles/profile-sources.ts';
import type { DayFile, PersonFile } from './project-file.ts';
import { asArray } from './project-selectors.ts';

/** A mistake in the declaration of a person. */
export interface PersonProblem {
	readonly message: string;
	/** From the person. */
	readonly path: readonly (string | number)[];
	readonly hint: string;
}

/**
 * The mistakes that a schema cannot find: periods that end before they begin, roles declared in two ways, and ids that are
 * not those of their service.
 */
export function personProblems(person: PersonFile): readonly PersonProblem[] {
	if (typeof person === 'string') return [];
	const { roles, aliases = [] } = person;
	const periods = [
		{ path: [], period: person },
		...asArray(aliases).map((period, index) => ({
			path: Array.isArray(aliases) ? ['aliases', index] : ['aliases'],
			period,
		})),
		...(roles ?? []).map((period, index) => ({ path: ['roles', index], period })),
	];
	const reversed = periods.flatMap(({ path, period }) =>
		typeof period === 'string' || !endsBeforeItBegins(period)
			? []
			: [
					{
						message: `Expected "to" after "from", found from ${period.from} to ${period.to}`,
						path: [...path, 'to'],
						hint: 'Swap the dates, or correct one of them',
					},
				],
	);
	return [...reversed, ...(roles ? problemsBesideRoles(person, roles) : []), ...wrongIds(person)];
}

/** An ORCID iD is not among them: `checks/orcid-ids.ts` reports it, because lists use it, too. */
function wrongIds(person: Exclude<PersonFile, string>): PersonProblem[] {
	return profileSources.flatMap(({ name, label, example, idIn }) => {
		const id = name === 'orcid' ? undefined : person[name];
		if (id === undefined || idIn(String(id)) !== null) return [];
		return [
			{
				message: `Invalid ${label} id "${id}"`,
				path: [name],
				hint: `Use the id, such as ${example}, or the address of the profile`,
			},
		];
	});
}

function endsBeforeItBegins({ from, to }: { from?: DayFile | undefined; to?: DayFile | undefined }): boolean {
	if (from === undefined || to === undefined) return false;
	const { first, last } = daysOf({ from: String(from), to: String(to) });
	return last < first;
}

function problemsBesideRoles(person: Exclude<PersonFile, string>, roles: readonly unknown[]): PersonProblem[] {
	if (roles.length === 0)
		return [
			{
				message: 'Expected at least one role, found none',
				path: ['roles'],
				hint: 'Add one, as in roles: [{ role: student, from: 2014, to: 2018 }], or remove "roles"',
			},
		];
	return Object.keys(person)
		.filter((key) => /^(?:role|from|to)$/.test(key))
		.map((key) => ({
			message: `Cannot use "${key}" together with "roles"`,
			path: [key],
			hint: `Remove "${key}", or move it into an item of "roles"`,
		}));
}
