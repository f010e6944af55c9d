import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { inject } from './inject.ts';
import { isOurs } from './obsolete.ts';
import type { Output } from './output.ts';

/** A file as outputs make it. */
export interface PlannedFile {
	readonly path: string;
	/** What is there now; null when there is nothing that can be read. */
	readonly before: Buffer | null;
	/** Null where there is to be nothing. */
	readonly after: Buffer | null;
	/** It is somebody else's, and only what stands between its markers is ours. */
	readonly shared: boolean;
}

/** The outputs by the file they go to, in order: a file that is somebody else's may have several. */
export function byFile<One extends Output>(outputs: readonly One[]): One[][] {
	const files = new Map<string, One[]>();
	for (const output of outputs) files.set(output.path, [...(files.get(output.path) ?? []), output]);
	return [...files.values()];
}

/** Whether a file is as its outputs make it. */
export function isDone({ before, after }: PlannedFile): boolean {
	return after === null ? before === null : (before?.equals(after) ?? false);
}

/** What outputs make of the file as it is now; null, reported, where they cannot be put between its markers. */
export function planFile(outputs: readonly Output[], root: string, report: Report): PlannedFile | null {
	const [{ path, contents, region, obsolete } = { path: '', contents: '' }] = outputs;
	const before = bytesOf(resolve(root, path));
	if (obsolete) return { path, before: isOurs(resolve(root, path)) ? before : null, after: null, shared: false };
	if (region == null) return { path, before, after: Buffer.from(contents), shared: false };
	if (!before) {
		const hint = 'A region is a part of a file that is there: make the file, or leave “region” out';
		report(diagnostic('output/marker', `There is no file ${path}`, { hint }));
		return null;
	}
	const after = inject(path, before, outputs, report);
	return after && { path, before, after, shared: true };
}

function bytesOf(file: string): Buffer | null {
	try {
		return readFileSync(file);
	} catch {
		return null;
	}
}
