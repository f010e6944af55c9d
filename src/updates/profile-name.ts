import { profileSources } from '../sources/profiles/profile-sources.ts';
import type { FoundWork } from './sync/found-work.ts';

/** The name of the first service that has a found work, for people: 'Semantic Scholar'. */
export function profileName({ records: [first] }: Pick<FoundWork, 'records'>): string | null {
	return profileSources.find(({ name }) => name === first?.source)?.label ?? null;
}
