import type { PublicationList } from '../lists/list.ts';
import type { OutputSpec } from '../output/output.ts';

/** The outputs of a build, which can link to each other. */
export interface LinkedOutputs {
	readonly outputs: readonly OutputSpec[];
	/** The configured output of each. */
	readonly configured: ReadonlyMap<OutputSpec, OutputSpec>;
	readonly lists: readonly PublicationList[];
}
