import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import { type ChangedFile, type ChangeOptions, changeFile } from '../../editing/change-file.ts';
import { emptySnapshot, type Snapshot } from '../../publications/metrics/metric-snapshot.ts';
import { readSnapshot } from '../../publications/metrics/read-snapshot.ts';
import { writeSnapshot } from '../../publications/metrics/write-snapshot.ts';

/** A file with metrics before and after a change. */
export interface UpdatedSnapshot {
	readonly file: ChangedFile;
	readonly before: Snapshot;
	readonly after: Snapshot;
}

/**
 * Changes a file with metrics, which is created if it is missing. Null, with the reason reported, if it cannot be written or
 * contains something else, which is never overwritten.
 *
 * @param root the folder that the path is relative to (absolute)
 * @param update the new snapshot; it may be called several times, if another program changes the file
 */
export async function updateSnapshot(
	path: string,
	root: string,
	update: (current: Snapshot) => Snapshot,
	report: Report,
	options: Pick<ChangeOptions, 'dryRun' | 'mayChange'>,
): Promise<UpdatedSnapshot | null> {
	let snapshots: Pick<UpdatedSnapshot, 'before' | 'after'> | null = null;
	const change = (current: Source) => {
		const before = currentSnapshot(current, report);
		if (before === null) return null;
		const after = update(before);
		snapshots = { before, after };
		const text = writeSnapshot(after);
		return text === current.text ? [] : [{ start: 0, end: current.text.length, text }];
	};
	const file = await changeFile(path, root, change, report, { create: true, ...options });
	// TypeScript does not see that the callback assigns `snapshots`.
	const last = snapshots as Pick<UpdatedSnapshot, 'before' | 'after'> | null;
	return file && last && { file, ...last };
}

/** The snapshot in a file; null, with an error reported, if the file contains something else or works with problems. */
export function currentSnapshot(file: Source, report: Report): Snapshot | null {
	if (file.text.trim() === '') return emptySnapshot;
	const { snapshot, problems } = readSnapshot(file);
	const [problem] = problems;
	if (!problem) return snapshot;
	report(
		diagnostic('metrics/foreign', `Cannot change ${file.path}: ${problem.message}`, {
			span: problem.span,
			hint: problem.hint,
		}),
	);
	return null;
}
