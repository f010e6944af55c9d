import type { Draft } from '../../editing/drafts/draft.ts';
import type { ProfileName } from '../../people/person.ts';
import type { AnsweringSource } from '../ask-source.ts';
import type { TextForm } from '../read-text.ts';

/**
 * How works come into a profile: the person adds or confirms them (`claimed`), staff of the service keep people of one name
 * apart (`curated`), or a program does (`computed`). Homonyms are rare, possible and frequent.
 */
export type Attribution = 'claimed' | 'curated' | 'computed';

/** A service with the works of a person. One source is one file, which exports one of these, and one row. */
export interface ProfileSource extends AnsweringSource {
	/** Its name in `bibfolio.yaml` under `people`. */
	readonly name: 'orcid' | ProfileName;
	/** For messages: 'Semantic Scholar'. */
	readonly label: string;
	readonly attribution: Attribution;
	/** The bare id in an id or the address of a profile, as in `bibfolio.yaml`; null if it is neither. */
	idIn(text: string): string | null;
	/** An id, for messages. */
	readonly example: string;
	/**
	 * The address of the first page; by default the one that `addressOf` gives for the id.
	 *
	 * @param addressOf gives the address under `lookup` with a text in the place of `{}`
	 */
	firstPage?(id: string, addressOf: (text: string) => string): string;
	/** What a status means at this service, if it is not what it means at others; missing if there is none. */
	readonly statuses?: Readonly<Record<number, ProfileProblem>>;
	/** The works in a value that matches the schema. `address` is that of the answer. */
	readPage(value: never, address: string): ProfilePage | ProfileProblem;
	/** How the source is asked for what its list lacks, such as names; missing if the list has everything. */
	readonly details?: ProfileDetails;
}

/** A second request, for some works of a profile. */
export interface ProfileDetails extends TextForm {
	/** The number of works in one request. */
	readonly limit: number;
	/** The address for works by their ids, from that of their list. */
	addressOf(list: string, ids: readonly string[]): string;
	/** The works in a value that matches the schema. */
	read(value: never): readonly ProfileWork[];
}

/** One page of the works of a person. */
export interface ProfilePage {
	readonly works: readonly ProfileWork[];
	/** The address of the next page; null at the end. */
	readonly next: string | null;
}

/** Why a profile is not the list of a person's works. */
export interface ProfileProblem {
	/** Follows the name of the host in a message: 'has the works of several people under it'. */
	readonly problem: string;
	/** What the user can do: the hint of the message. */
	readonly remedy: string;
}

/** A work as a profile describes it. */
export interface ProfileWork {
	readonly source: ProfileSource['name'];
	/** The id of the record at the source, which stays the same: a put-code, a DBLP key. */
	readonly id: string;
	/** The address of a page with the record, for people; null if there is none. */
	readonly url: string | null;
	/** What the profile knows; identifiers are in `doi`, `eprint`, `pmid`, `pmcid` and `isbn`. Names may be missing. */
	readonly draft: Draft;
	/** ORCID iDs of the authors (bare, with hyphens), as far as the source has them. */
	readonly orcids: readonly string[];
	/** DOIs of the published version of a preprint, as far as the source says so. */
	readonly publishedAs: readonly string[];
}
