import { arxivWorks } from './arxiv-works.ts';
import { dblpWorks } from './dblp-works.ts';
import { halWorks } from './hal-works.ts';
import { inspireWorks } from './inspire-works.ts';
import { openAlexWorks } from './openalex-works.ts';
import { orcidWorks } from './orcid-works.ts';
import type { ProfileSource, ProfileWork } from './profile-source.ts';
import { semanticScholarWorks } from './semantic-scholar-works.ts';

/** The services with lists of a person's works, in the order in which they are asked. */
export const profileSources: readonly ProfileSource[] = [
	orcidWorks,
	dblpWorks,
	inspireWorks,
	halWorks,
	arxivWorks,
	openAlexWorks,
	semanticScholarWorks,
];

/** The name of the service that has a work in a profile, for messages: 'Semantic Scholar'. */
export function profileLabel({ source }: Pick<ProfileWork, 'source'>): string {
	return profileSources.find(({ name }) => name === source)?.label ?? source;
}
