import type { CslInput } from '../../editing/drafts/csl-drafts.ts';
import type { Draft } from '../../editing/drafts/draft.ts';
import type { Person } from '../../people/person.ts';
import type { Publication } from '../../publications/publication.ts';
import type { ProfileSource, ProfileWork } from '../../sources/profiles/profile-source.ts';

/** A draft with the work that a library would read from it. */
export interface Description {
	readonly draft: Draft;
	readonly publication: Publication;
}

/** A work in the profile of a person. */
export interface Listing extends Description {
	readonly person: Person;
	readonly source: ProfileSource;
	/** The bare id of the profile. */
	readonly profile: string;
	readonly record: ProfileWork;
}

/** The record of a work at its publisher, or at arXiv or PubMed. */
export interface PublishedRecord extends Description {
	/** The answer in Crossref's form; null if it was in another form. */
	readonly item: CslInput | null;
}
