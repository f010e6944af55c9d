import type { AccessState, MetricName } from './metric-names.ts';

/** The metrics of works at the times when services were asked. */
export interface Snapshot {
	/** For each service, the ISO date on which it last answered. */
	readonly sources: ReadonlyMap<MetricName, string>;
	/** What the services say about each work, by `workId`. */
	readonly works: ReadonlyMap<string, WorkRecord>;
}

/** What services say about a work. */
export type WorkRecord = ReadonlyMap<MetricName, SourceRecord>;

/** What a service said about a work. */
export interface SourceRecord extends Metrics {
	/** ISO date of the answer. */
	readonly date: string;
}

/** The metrics of a work; null for what a service does not know. */
export interface Metrics {
	readonly citations: number | null;
	readonly openAccess: OpenAccess | null;
}

/** Whether and how a work can be read for free. */
export interface OpenAccess {
	readonly state: AccessState;
	/** The address of a free copy; null if it is that of the DOI, or for a closed work. */
	readonly url: string | null;
}

export const emptySnapshot: Snapshot = { sources: new Map(), works: new Map() };
