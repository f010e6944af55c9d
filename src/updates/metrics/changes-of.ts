import type { MetricName } from '../../publications/metrics/metric-names.ts';
import type { Metrics, Snapshot } from '../../publications/metrics/metric-snapshot.ts';

/** A change of what a service says about a work. */
export interface MetricChange {
	/** As `workId` returns it. */
	readonly id: string;
	readonly sources: Readonly<Partial<Record<MetricName, SourceChange>>>;
}

/** Null for a work that was not in the file, or is not any more. */
interface SourceChange {
	readonly before: Metrics | null;
	readonly after: Metrics | null;
}

/** The works with other numbers than before, in the order of the file. A new date alone is no change. */
export function changesOf({
	before,
	after,
}: {
	readonly before: Snapshot;
	readonly after: Snapshot;
}): readonly MetricChange[] {
	const ids = [...new Set([...before.works.keys(), ...after.works.keys()])].sort();
	return ids.flatMap((id) => {
		const [old, current] = [before.works.get(id), after.works.get(id)];
		const names = new Set([...(old?.keys() ?? []), ...(current?.keys() ?? [])]);
		const changes = [...names].flatMap((name) => {
			const change = { before: metricsIn(old?.get(name)), after: metricsIn(current?.get(name)) };
			return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [[name, change] as const];
		});
		return changes.length === 0 ? [] : [{ id, sources: Object.fromEntries(changes) }];
	});
}

function metricsIn(record: Metrics | undefined): Metrics | null {
	return record ? { citations: record.citations, openAccess: record.openAccess } : null;
}
