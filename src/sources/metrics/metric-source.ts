import type { Metrics } from '../../publications/metrics/metric-snapshot.ts';
import type { AnsweringSource } from '../ask-source.ts';

/** A service with citation counts or the state of access of works. One source is one file, which exports one of these, and one row. */
export interface MetricSource extends AnsweringSource {
	/** What the address contains for a work (see `workId`); null for works that the service does not know. */
	askedFor(id: string): string | null;
	/** The metrics in a value that matches the schema; null if it is about another work or says nothing. */
	read(value: never, id: string): Metrics | null;
}
