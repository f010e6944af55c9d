import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { inject } from './inject.ts';
import type { Output } from './output.ts';

/** A file as outputs make it. */
export interface PlannedFile {
	readonly path: string;
	/** What is there now; null when there is nothing that can be read. */
	readonly before: Buffer | null;
	readonly after: Buffer;
	/** It is somebody else's, and only what stands between its markers is ours. */
	readonly shared: boolean;
}

/** The outputs by the file they go to, in order: a file that is somebody else's may have several. */
export function byFile<One extends Output>(outputs: readonly One[]): One[][] {
	const files = new Map<string, One[]>();
	for (const output of outputs) files.set(output.path, [...(files.get(output.path) ?? []), output]);
	return [...files.values()];
}

/** What outputs make of the file as it is now; null, reported, where they cannot be put between its markers. */
export function planFile(outputs: readonly Output[], root: string, report: Report): PlannedFile | null {
	const [{ path, contents, region } = { path: '', contents: '' }] = outputs;
	const before = bytesOf(resolve(root, path));
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
