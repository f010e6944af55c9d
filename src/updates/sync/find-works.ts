import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Library } from '../../library/entry.ts';
import type { Person } from '../../people/person.ts';
import type { Reading } from '../../publications/normalize.ts';
import type { Publication } from '../../publications/publication.ts';
import type { Client } from '../../sources/http/client.ts';
import type { ProfileSource } from '../../sources/profiles/profile-source.ts';
import type { FoundWork } from './found-work.ts';
import type { WorkIdentity } from './work-identity.ts';

/** What profiles are compared with. */
export interface SyncOptions {
	/** All declared people: they distinguish namesakes, and a colleague among the authors confirms a work. */
	readonly people: readonly Person[];
	/** Those of `people` whose profiles are read. */
	readonly selected: readonly Person[];
	readonly library: Library;
	/** All publications of the library, hidden ones too, before versions are merged. */
	readonly publications: readonly Publication[];
	readonly reading: Reading;
	/** Works that the user does not want, with the reason: 'not mine'. */
	readonly ignored: readonly IgnoredWork[];
	readonly client: Client;
	/** The sources of profiles; all of them by default. */
	readonly sources?: readonly ProfileSource[];
}

/** A work that the user does not want. */
export interface IgnoredWork extends WorkIdentity {
	/** The ids of the people to whom this applies; empty for everybody. */
	readonly people: readonly string[];
	/** For a message: 'not mine'. */
	readonly reason: string;
}

/** What a comparison found. */
export interface SyncResult {
	readonly profiles: readonly ReadProfile[];
	/** New works first, each group from the newest to the oldest work. The order depends only on the answers. */
	readonly works: readonly FoundWork[];
}

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
 * Reads the profiles of people, and compares their works with the library. Asks for the record of a work only if the
 * library seems not to have the work. Reports profiles that cannot be read as warnings, and reads the others.
 */
export async function findWorks(options: SyncOptions, report: Report): Promise<SyncResult> {
	void options;
	void report;
	return { profiles: [], works: [] };
}
