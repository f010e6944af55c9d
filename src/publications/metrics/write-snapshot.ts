import type { Snapshot, SourceRecord, WorkRecord } from './metric-snapshot.ts';

/** Raised when a key changes its meaning or is removed. */
export const snapshotVersion = 1;

/**
 * The text of a file with metrics (`docs/metrics.md` describes it): sorted, one line for each work, and a date at a work
 * only if its number is older than those of the others, so that a change of the file shows only what changed.
 */
export function writeSnapshot({ sources, works }: Snapshot): string {
	const lines = sorted(works).map(
		([id, record]) => `${JSON.stringify(id)}: ${JSON.stringify(written(record, sources))}`,
	);
	const dates = sorted(sources).map(([name, date]) => `${JSON.stringify(name)}: ${JSON.stringify(date)}`);
	return `{\n\t"version": ${snapshotVersion},\n\t"sources": ${block(dates)},\n\t"works": ${block(lines)}\n}\n`;
}

function block(lines: readonly string[]): string {
	return lines.length === 0 ? '{}' : `{\n\t\t${lines.join(',\n\t\t')}\n\t}`;
}

/** By UTF-16 units, which is the same order on each machine. */
function sorted<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
	return [...map].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
}

function written(record: WorkRecord, sources: Snapshot['sources']): object {
	const values = sorted(record).map(([name, source]) => [name, compactValue(source)] as const);
	const older = [...record].filter(([name, { date }]) => date !== sources.get(name));
	const dates = sorted(new Map(older)).map(([name, { date }]) => [name, date] as const);
	return Object.fromEntries([...values, ...(dates.length > 0 ? [['dates', Object.fromEntries(dates)]] : [])]);
}

/** The number of citations, or a list of it, the state of access and the address of the free copy. */
function compactValue({ citations, openAccess }: SourceRecord): unknown {
	if (openAccess === null) return citations;
	return [citations, openAccess.state, ...(openAccess.url === null ? [] : [openAccess.url])];
}
