import type { AccessState } from '../../src/publications/metrics/metric-names.ts';
import type { Publication } from '../../src/publications/publication.ts';
import { work } from './sample-publication.ts';

/** A publication with metrics; null for what is unknown. */
export function citedWork(
	count: number | null,
	state: AccessState | null = null,
	{ source = 'OpenAlex', date = '2026-11-30', versions = [] as readonly Publication[] } = {},
): Publication {
	const url = state === 'closed' ? null : 'https://example.org/';
	const citations = count === null ? [] : [{ count, source, date }];
	const metrics = { citations, openAccess: state && { state, url, source, date } };
	return { ...work('article', { title: 'A Work' }), metrics, versions };
}
