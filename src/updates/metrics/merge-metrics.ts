import type { MetricName } from '../../publications/metrics/metric-names.ts';
import type { Snapshot, SourceRecord, WorkRecord } from '../../publications/metrics/metric-snapshot.ts';
import type { CollectedMetrics } from './collect-metrics.ts';

/**
 * A snapshot with the answers of sources. What a source did not say about a work stays as it was, with its date.
 *
 * @param date the ISO date of the answers
 * @param isKept whether a work without new answers stays in the snapshot
 */
export function mergeMetrics(
	previous: Snapshot,
	collected: readonly Pick<CollectedMetrics, 'name' | 'known' | 'unknown'>[],
	date: string,
	isKept: (id: string) => boolean,
): Snapshot {
	const sources = new Map(previous.sources);
	const works = new Map<string, WorkRecord>([...previous.works].filter(([id]) => isKept(id)));
	for (const { name, known, unknown } of collected) {
		if (known.size + unknown > 0) sources.set(name, date);
		for (const [id, metrics] of known) works.set(id, withRecord(works.get(id), name, { ...metrics, date }));
	}
	return { sources, works };
}

function withRecord(record: WorkRecord = new Map(), name: MetricName, source: SourceRecord): WorkRecord {
	return new Map([...record, [name, source]]);
}
