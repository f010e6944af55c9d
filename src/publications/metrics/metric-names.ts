/** The names of the services that metrics can come from, for people; in the order in which lists prefer them. */
export const metricLabels = {
	openalex: 'OpenAlex',
	crossref: 'Crossref',
	'semantic-scholar': 'Semantic Scholar',
	inspire: 'INSPIRE',
	opencitations: 'OpenCitations',
	unpaywall: 'Unpaywall',
} as const satisfies Readonly<Record<string, string>>;

/** The name of such a service in `bibfolio.yaml` and in the file with metrics. */
export type MetricName = keyof typeof metricLabels;

export const metricNames = Object.keys(metricLabels) as readonly MetricName[];

/** How a work can be read, in the terms of Unpaywall and OpenAlex; `closed` if there is no free copy. */
export const accessStates = ['diamond', 'gold', 'hybrid', 'bronze', 'green', 'closed'] as const;

export type AccessState = (typeof accessStates)[number];
