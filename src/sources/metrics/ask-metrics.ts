import type { Metrics } from '../../publications/metrics/metric-snapshot.ts';
import type { Client } from '../http/client.ts';
import { type Unavailable, unavailable } from '../http/request.ts';
import { readText } from '../read-text.ts';
import type { MetricSource } from './metric-source.ts';

/** What a source says about a work. */
export type MetricAnswer =
	| { readonly kind: 'known'; readonly metrics: Metrics }
	| { readonly kind: 'unknown' }
	| (Unavailable & { readonly host: string });

/**
 * Asks a source about a work. Never throws.
 *
 * @param askedFor what `source.askedFor` returns for the work
 */
export async function askMetrics(
	source: MetricSource,
	id: string,
	askedFor: string,
	client: Client,
): Promise<MetricAnswer> {
	const address = client.addressOf(source.address, askedFor);
	const { host } = new URL(address);
	const answer = await client.ask(source.address, address, source.accept);
	if (answer.kind === 'missing') return { kind: 'unknown' };
	if (answer.kind === 'unavailable') return { ...answer, host };
	const read = readText(source, answer.text);
	if ('problem' in read) return { ...unavailable(read.problem), host };
	const metrics = read.value === null ? null : source.read(read.value as never, id);
	return metrics ? { kind: 'known', metrics } : { kind: 'unknown' };
}
