import { resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { refusedPlace } from '../library/files/project-places.ts';
import { bytesOf } from '../library/files/read-file.ts';
import { isGenerated } from './obsolete-pages.ts';
import type { Output } from './output.ts';
import { injectRegions } from './regions/inject-regions.ts';

/** A file before and after its outputs are written. */
export interface PlannedFile {
	readonly path: string;
	/** True if writing would change nothing. */
	readonly isUpToDate: boolean;
	/** The current bytes; null if the file is missing or cannot be read. */
	before(): Buffer | null;
	/** The bytes to write; null to remove the file. */
	readonly after: Buffer | null;
	/** True for a user's file, where only the text between markers is ours. */
	readonly shared: boolean;
}

/** The contents of an output as a buffer, which shares the memory of its bytes. */
function bufferOf({ bytes, contents }: Output): Buffer {
	return bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : Buffer.from(contents);
}

/** Groups outputs by path, in order; a file with markers may have several. */
export function groupByPath<Item extends Output>(outputs: readonly Item[]): Item[][] {
	const files = new Map<string, Item[]>();
	for (const output of outputs) {
		const sameFile = files.get(output.path);
		if (sameFile) sameFile.push(output);
		else files.set(output.path, [output]);
	}
	return [...files.values()];
}

/**
 * Plans the outputs of one file. Null, with `config/outside` or `output/marker` reported, if they may not be there or cannot
 * go between its markers.
 */
export function planFile(outputs: readonly Output[], root: string, report: Report): PlannedFile | null {
	const [output = { path: '', contents: '' }] = outputs;
	const { path, region, obsolete, marks, within, span } = output;
	const refusal = within && refusedPlace('write', path, root, within, { span });
	if (refusal) {
		report(refusal);
		return null;
	}
	const file = resolve(root, path);
	if (obsolete)
		return { path, isUpToDate: !isGenerated(file, marks), before: () => bytesOf(file), after: null, shared: false };
	if (region == null) {
		const after = bufferOf(output);
		return { path, isUpToDate: hasBytes(file, after), before: () => bytesOf(file), after, shared: false };
	}
	const before = bytesOf(file);
	if (!before) {
		const hint = 'Create the file with the markers, or remove "region"';
		report(diagnostic('output/marker', `Cannot read ${path}: a region needs an existing file`, { span, hint }));
		return null;
	}
	const after = injectRegions(path, before, outputs, report);
	const isUpToDate = after?.equals(before) ?? false;
	return after && { path, isUpToDate, before: () => before, after, shared: true };
}

/** True if the file equals these bytes; false if it cannot be read. */
export function hasBytes(file: string, bytes: Uint8Array): boolean {
	return bytesOf(file)?.equals(bytes) ?? false;
}
