import type { Span } from '../../diagnostics/source.ts';
import type { PersonFile } from '../project-file.ts';

/** The keys of a person, as in `bibfolio.yaml`. */
export type PersonKeys = Exclude<PersonFile, string>;

/** A person as one row of `people`, or one row of a file, declares them. */
export interface PersonRow {
	readonly keys: PersonKeys;
	/** The place in the file; null for a row of the configuration. */
	readonly span: Span | null;
}
