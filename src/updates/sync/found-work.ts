import type { Draft } from '../../editing/drafts/draft.ts';
import type { Person } from '../../people/person.ts';
import type { Publication } from '../../publications/publication.ts';
import type { ProfileWork } from '../../sources/profiles/profile-source.ts';
import type { Listing } from './listing.ts';
import type { WorkIdentity } from './work-identity.ts';

/** A work that the profiles of one or more people have, compared with the library. */
export interface FoundWork {
	/** The people in whose profiles it is, in the order of the configuration. */
	readonly people: readonly Person[];
	/** The records of the work, from all profiles. */
	readonly records: readonly ProfileWork[];
	/** These records with the people and the profiles. */
	readonly listings: readonly Listing[];
	/** By what the work is recognized again, also if it is ignored. */
	readonly identity: WorkIdentity;
	/** The best description of the work: that of its publisher, completed by those of the profiles. */
	readonly draft: Draft;
	/** The work as a library would read it. */
	readonly work: Publication;
	readonly verdict: Verdict;
}

/** What a found work is to the library. `why` follows a colon in a message: 'the iD of Ada Lovelace is in the record'. */
export type Verdict =
	/** An entry is the work: the same identifier, or the same title and names. */
	| { readonly kind: 'present'; readonly entry: Publication; readonly why: string }
	/** An entry seems to be the work under another DOI. Never written. */
	| { readonly kind: 'other-doi'; readonly entry: Publication; readonly why: string }
	/** The user does not want it. */
	| { readonly kind: 'ignored'; readonly why: string }
	/** A correction, an erratum or another notice about a work. `entry` is that work, null if the library does not have it. Never written. */
	| { readonly kind: 'notice'; readonly entry: Publication | null; readonly why: string }
	/** From before or after the time in which its people were members. Written on request only. */
	| { readonly kind: 'outside'; readonly why: string }
	/** New, and certainly a work of the person. */
	| { readonly kind: 'new'; readonly why: string; readonly pair: Pairing | null }
	/** New, and perhaps a work of another person with that name, or an entry under another description. */
	| { readonly kind: 'unsure'; readonly why: string; readonly pair: Pairing | null };

/** Another version of a found work. */
export interface Pairing {
	/** An entry of the library; if `isNew`, the `work` of another found work. */
	readonly entry: Publication;
	/** What the found work is to the entry. */
	readonly relation: 'published version' | 'preprint';
	readonly isNew: boolean;
	/** True if they are certainly versions of one work by the same people: by an identifier, or by the title and several authors. */
	readonly isCertain: boolean;
	readonly why: string;
}

/** True for a work that the library does not have and that is not ignored. */
export function isProposed({ verdict: { kind } }: FoundWork): boolean {
	return kind === 'new' || kind === 'unsure';
}

/** True for a work that is written without a question. */
export function isCertain({ verdict: { kind } }: FoundWork): boolean {
	return kind === 'new';
}

/** The other version of a new work; null if there is none. */
export function pairingOf({ verdict }: Pick<FoundWork, 'verdict'>): Pairing | null {
	return verdict.kind === 'new' || verdict.kind === 'unsure' ? verdict.pair : null;
}
