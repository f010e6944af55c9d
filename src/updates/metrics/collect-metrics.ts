import type { MetricName } from '../../publications/metrics/metric-names.ts';
import type { Metrics, Snapshot } from '../../publications/metrics/metric-snapshot.ts';
import type { Client } from '../../sources/http/client.ts';
import { askMetrics } from '../../sources/metrics/ask-metrics.ts';
import { metricSources } from '../../sources/metrics/metric-sources.ts';

/** What a source said about the works of a library. */
export interface CollectedMetrics {
	readonly name: MetricName;
	/** By `workId`. A work that the source did not know, or was not asked about, is missing. */
	readonly known: ReadonlyMap<string, Metrics>;
	/** The number of works that the source answered not to know. */
	readonly unknown: number;
	/** The number of works that it should know. */
	readonly works: number;
	/** The last reason why it did not answer; null if it answered each time. */
	readonly failure: { readonly host: string; readonly reason: string; readonly remedy: string | null } | null;
}

/** Failures in a row after which a source is not asked any more. */
const mostFailures = 3;

/**
 * Asks sources about works, all sources at the same time. Works without a number, and those with the oldest numbers, come
 * first, so that the next run continues where a source stopped answering.
 *
 * @param ids the works, as `workId` returns them
 * @param onAnswer called after each answer
 */
export async function collectMetrics(
	ids: readonly string[],
	sources: readonly MetricName[],
	previous: Snapshot,
	client: Client,
	onAnswer: (name: MetricName, done: number, works: number) => void,
): Promise<readonly CollectedMetrics[]> {
	return Promise.all(sources.map((name) => collectFrom(name, ids, previous, client, onAnswer)));
}

async function collectFrom(
	name: MetricName,
	ids: readonly string[],
	{ works: lastWorks }: Snapshot,
	client: Client,
	onAnswer: (name: MetricName, done: number, works: number) => void,
): Promise<CollectedMetrics> {
	const source = metricSources[name];
	const dateOf = (id: string) => lastWorks.get(id)?.get(name)?.date ?? '';
	const asked = ids
		.flatMap((id) => {
			const askedFor = source.askedFor(id);
			return askedFor === null ? [] : [{ id, askedFor, date: dateOf(id) }];
		})
		.sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
	const known = new Map<string, Metrics>();
	let unknown = 0;
	let failure: CollectedMetrics['failure'] = null;
	let failuresInRow = 0;
	for (const [index, { id, askedFor }] of asked.entries()) {
		const answer = await askMetrics(source, id, askedFor, client);
		onAnswer(name, index + 1, asked.length);
		if (answer.kind === 'known') known.set(id, answer.metrics);
		else if (answer.kind === 'unknown') unknown++;
		else failure = answer;
		failuresInRow = answer.kind === 'unavailable' ? failuresInRow + 1 : 0;
		if (failuresInRow === mostFailures || (answer.kind === 'unavailable' && answer.offline)) break;
	}
	return { name, known, unknown, works: asked.length, failure };
}
