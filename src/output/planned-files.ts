import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { isOurs } from './obsolete.ts';
import type { Output } from './output.ts';
import { inject } from './regions/inject-regions.ts';

/** A file as outputs make it. */
export interface PlannedFile {
	readonly path: string;
	/** It is that already. */
	readonly done: boolean;
	/** What is there now; null when there is nothing that can be read. */
	before(): Buffer | null;
	/** Null where there is to be nothing. */
	readonly after: Buffer | null;
	/** Only the text between its markers is ours. */
	readonly shared: boolean;
}

/** The outputs by the file they go to, in order: a file with markers may have several. */
export function byFile<One extends Output>(outputs: readonly One[]): One[][] {
	const files = new Map<string, One[]>();
	for (const output of outputs) files.set(output.path, [...(files.get(output.path) ?? []), output]);
	return [...files.values()];
}

/** What outputs make of the file as it is now; null, reported, where they cannot be put between its markers. */
export function planFile(outputs: readonly Output[], root: string, report: Report): PlannedFile | null {
	const [{ path, contents, region, obsolete } = { path: '', contents: '' }] = outputs;
	const file = resolve(root, path);
	if (obsolete) return { path, done: !isOurs(file), before: () => bytesOf(file), after: null, shared: false };
	if (region == null) {
		const after = Buffer.from(contents);
		return { path, done: hasBytes(file, after), before: () => bytesOf(file), after, shared: false };
	}
	const before = bytesOf(file);
	if (!before) {
		const hint = 'A region is a part of a file that is there: make the file, or leave “region” out';
		report(diagnostic('output/marker', `There is no file ${path}`, { hint }));
		return null;
	}
	const after = inject(path, before, outputs, report);
	const done = after?.equals(before) ?? false;
	return after && { path, done, before: () => before, after, shared: true };
}

/** Whether a file has just these bytes; false where it cannot be read. */
export function hasBytes(file: string, bytes: Uint8Array): boolean {
	return bytesOf(file)?.equals(bytes) ?? false;
}

function bytesOf(file: string): Buffer | null {
	try {
		return readFileSync(file);
	} catch {
		return null;
	}
}
