import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Publication } from '../../publications/publication.ts';
import type { Client } from '../../sources/http/client.ts';
import type { WorkRecord } from '../../sources/records/lookup-sources.ts';
import type { Reference } from '../../sources/records/reference.ts';

/** A work of the library and what a service says about it. */
export interface RecordedWork {
	readonly publication: Publication;
	/** The identifier that the service was asked about. */
	readonly reference: Reference;
	readonly record: WorkRecord;
	/** The record as a library would read it. */
	readonly recorded: Publication;
	/** The name of the service for messages: 'Crossref'. */
	readonly service: string;
}

/** A work whose identifier no service knows. */
export interface UnknownWork {
	readonly publication: Publication;
	readonly reference: Reference;
	/** The hosts that do not know it. */
	readonly hosts: readonly string[];
}

/** The input of every online rule: the library, and what the services say. */
export interface OnlineContext {
	/** The publication of each entry in library order, without merged versions. */
	readonly publications: readonly Publication[];
	readonly records: readonly RecordedWork[];
	readonly unknown: readonly UnknownWork[];
	/** For further requests. A host that fails is reported once, by `reportFailure`. */
	readonly client: Client;
	/** Counts a work that could not be compared because a host did not give a usable answer. */
	reportFailure(failure: HostFailure): void;
}

/** Why a host did not answer. */
export interface HostFailure {
	readonly host: string;
	/** Follows the name of the host in a message: 'did not respond within 10 s'. */
	readonly reason: string;
	/** What the user can do, as the beginning of a hint; null if nothing helps. */
	readonly remedy: string | null;
	/** There is no network. */
	readonly offline: boolean;
}

/** A rule that compares the library with what services say. It changes nothing. */
export type OnlineCheck = (context: OnlineContext, report: Report) => void | Promise<void>;
