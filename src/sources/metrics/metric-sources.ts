import type { MetricName } from '../../publications/metrics/metric-names.ts';
import { crossrefMetrics } from './crossref-metrics.ts';
import { inspireMetrics } from './inspire-metrics.ts';
import type { MetricSource } from './metric-source.ts';
import { openAlexMetrics } from './openalex-metrics.ts';
import { openCitationsMetrics } from './opencitations-metrics.ts';
import { semanticScholarMetrics } from './semantic-scholar-metrics.ts';
import { unpaywallMetrics } from './unpaywall-metrics.ts';

/** The sources of metrics, by the names that `bibfolio.yaml` and the file with metrics have for them. */
export const metricSources: Readonly<Record<MetricName, MetricSource>> = {
	openalex: openAlexMetrics,
	crossref: crossrefMetrics,
	'semantic-scholar': semanticScholarMetrics,
	inspire: inspireMetrics,
	opencitations: openCitationsMetrics,
	unpaywall: unpaywallMetrics,
};
