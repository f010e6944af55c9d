import type { Draft } from '../../editing/drafts/draft.ts';
import type { Publication } from '../../publications/publication.ts';
import type { FoundWork } from '../sync/found-work.ts';

/** The published version of a preprint of the library. */
export interface PublishedVersion {
	/** The preprint. */
	readonly preprint: Publication;
	/** Its publication, as its publisher describes it. */
	readonly draft: Draft;
	/** The publication as a library would read it; an entry of the library, if it has the publication already. */
	readonly work: Publication;
	readonly isInLibrary: boolean;
	/** The work of a profile that is this publication, which must not be added in addition; null if no profile has it. */
	readonly found: FoundWork | null;
	/** The name of the service that describes it, or of the one that knows of an entry of the library, for people: 'Crossref'. */
	readonly source: string;
	/** Follows a colon in a message: 'arXiv names its DOI'. */
	readonly why: string;
	/** False if a person has to decide: the titles differ, or there are several publications. */
	readonly isCertain: boolean;
}
