import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { workOf } from '../../editing/plan-additions.ts';
import { givenNameFirst } from '../../people/declared-names.ts';
import type { Person } from '../../people/person.ts';
import type { Reading } from '../../publications/normalize.ts';
import type { Client } from '../../sources/http/client.ts';
import type { ProfileSource, ProfileWork } from '../../sources/profiles/profile-source.ts';
import { readProfile, withDetails } from '../../sources/profiles/read-profile.ts';
import type { Listing } from './listing.ts';

/** A profile that was asked. */
export interface ReadProfile {
	readonly person: Person;
	readonly source: ProfileSource;
	/** The bare id; the text as written if it is neither an id nor the address of a profile. */
	readonly id: string;
	/** The number of its works; null if it could not be read, which was reported. */
	readonly count: number | null;
}

/**
 * Reads all profiles of people. A profile that cannot be read is reported as a warning, and the others are read. Services
 * are asked at the same time, but each for one profile at a time.
 */
export async function readProfiles(
	people: readonly Person[],
	sources: readonly ProfileSource[],
	reading: Reading,
	client: Client,
	report: Report,
): Promise<{ readonly profiles: readonly ReadProfile[]; readonly listings: readonly Listing[] }> {
	const asked = people.flatMap((person) =>
		sources.flatMap((source) => {
			const written = source.name === 'orcid' ? person.orcid : person.profiles[source.name];
			return written ? [{ person, source, id: source.idIn(written), written }] : [];
		}),
	);
	const answers = await Promise.all(
		asked.map(async ({ person, source, id, written }) => {
			if (id === null) return { works: null, problems: [invalidId(person, source, written)] };
			const problems: Diagnostic[] = [];
			const works = await readProfile(source, id, client, (problem) => problems.push(problem));
			return { works, problems };
		}),
	);
	// Answers arrive in any order; problems are reported in that of the profiles.
	for (const { problems } of answers) for (const problem of problems) report({ ...problem, severity: 'warning' });
	const profiles = asked.map(({ person, source, id, written }, index) => {
		const count = answers[index]?.works?.length ?? null;
		return { person, source, id: id ?? written, count };
	});
	const listings = profiles.flatMap(({ person, source, id }, index) =>
		listingsOf(answers[index]?.works ?? [], { person, source, profile: id }, reading),
	);
	return { profiles, listings };
}

function invalidId({ name }: Person, { name: key, label, example }: ProfileSource, written: string): Diagnostic {
	return diagnostic('lookup/unknown', `Invalid ${label} id "${written}" of ${givenNameFirst(name)}`, {
		hint: `Copy it from the profile to "${key}" under "people"; it looks like ${example}`,
	});
}

/** The works of a profile with the publications that a library would read. */
function listingsOf(
	records: readonly ProfileWork[],
	profile: Pick<Listing, 'person' | 'source' | 'profile'>,
	reading: Reading,
): readonly Listing[] {
	return records
		.filter(({ draft }) => draft.fields.has('title'))
		.map((record) => ({ ...profile, record, draft: record.draft, publication: workOf(record.draft, reading) }));
}

/** The listings of profiles that have more details on request, such as names, with these. Each profile is asked once. */
export async function detailedListings(
	listings: readonly Listing[],
	reading: Reading,
	client: Client,
	report: Report,
): Promise<ReadonlyMap<Listing, Listing>> {
	const profiles = new Map<string, Listing[]>();
	for (const listing of listings) {
		const key = `${listing.source.name}:${listing.profile}:${listing.person.id}`;
		profiles.set(key, [...(profiles.get(key) ?? []), listing]);
	}
	const detailed = new Map<Listing, Listing>();
	for (const group of profiles.values()) {
		const { person, source, profile } = group[0] as Listing;
		const records = group.map(({ record }) => record);
		const warn: Report = (problem) => report({ ...problem, severity: 'warning' });
		const completed = await withDetails(source, profile, records, client, warn);
		const better = listingsOf(completed, { person, source, profile }, reading);
		for (const [index, listing] of group.entries()) detailed.set(listing, better[index] ?? listing);
	}
	return detailed;
}
