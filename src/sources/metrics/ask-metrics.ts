import type { Metrics } from '../../publications/metrics/metric-snapshot.ts';
import { askSource } from '../ask-source.ts';
import type { Unavailable } from '../http/answer.ts';
import type { Client } from '../http/client.ts';
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
	const answer = await askSource(source, client.addressOf(source.address, askedFor), client);
	if (answer.kind === 'unavailable') return answer;
	const metrics = answer.kind === 'found' && answer.value !== null ? source.read(answer.value as never, id) : null;
	return metrics ? { kind: 'known', metrics } : { kind: 'unknown' };
}
