import type { ChangedFile } from '../../editing/change-file.ts';
import type { SyncResult } from '../../updates/sync/find-works.ts';
import type { FoundWork } from '../../updates/sync/found-work.ts';
import type { AddedWork } from '../added-works.ts';
import type { Addition } from '../write-drafts.ts';
import type { Decision, IgnoredFoundWork } from './decision.ts';
import type { EntryUpdates, UpdatedFile } from './update-entries.ts';

/** What a sync found and did. */
export interface SyncOutcome extends SyncResult {
	readonly decision: Decision;
	/** The changed files of the library, with the entries for the works that were taken. */
	readonly additions: readonly Addition[];
	/** The found work of an added entry, by its key. */
	readonly foundByKey: ReadonlyMap<string, FoundWork>;
	/** The new entries as the lists show them; empty if nothing was written. */
	readonly addedWorks: readonly AddedWork[];
	/** The works that were added to the file of ignored works. */
	readonly remembered: readonly IgnoredFoundWork[];
	/** That file; null if there is nothing to remember, or if it cannot be changed. */
	readonly ignoredFile: ChangedFile | null;
	/** The changes of existing entries, which options ask for. */
	readonly updates: EntryUpdates;
	/** The changed files of the library, with the changed entries. */
	readonly updatedFiles: readonly UpdatedFile[];
	/** False in a dry run. */
	readonly writes: boolean;
}
