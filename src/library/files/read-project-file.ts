import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Source, Span } from '../../diagnostics/source.ts';
import { unreadableFile } from '../../diagnostics/unreadable-file.ts';
import { decodeSource } from './decode.ts';
import { fileStatus } from './file-status.ts';
import { missingFile } from './missing-file.ts';
import { refusedPlace, shownPath } from './project-places.ts';
import { readRegularFile } from './read-file.ts';

/** The folder of a project, and what may be read for it. */
export interface ProjectFolder {
	/** Absolute; messages show paths relative to it. */
	readonly root: string;
	/** See `ProjectPlaces`; null if any file may be read. */
	readonly readable: readonly string[] | null;
}

/**
 * Reads a text file that a project names, without its byte order mark. Null, with the reason reported, if it cannot be read
 * (`file/unreadable`) or is not one of the project's files (`config/outside`): an error in it would show its lines.
 *
 * @param file absolute
 */
export function readProjectFile(file: string, { root, readable }: ProjectFolder, report: Report): string | null {
	const path = shownPath(file, root);
	const refusal = readable && refusedPlace('read', path, root, readable);
	if (refusal) {
		report(refusal);
		return null;
	}
	try {
		return readRegularFile(file)
			.toString('utf8')
			.replace(/^\ufeff/, '');
	} catch (error) {
		report(unreadableFile(path, error));
		return null;
	}
}

/** Bytes. A spreadsheet with all journals of the world has 15 million. */
const largestTable = 64_000_000;

/**
 * Reads a file with data of people or venues in any encoding that a library may have, because spreadsheets write several. Null, with the
 * reason reported, as for {@link readProjectFile}.
 *
 * @param path relative to the project
 * @param span where the configuration names the file
 */
export function readProjectTable(
	path: string,
	{ root, readable }: ProjectFolder,
	span: Span | undefined,
	report: Report,
): Source | null {
	const refusal = readable && refusedPlace('read', path, root, readable, { span });
	if (refusal) {
		report(refusal);
		return null;
	}
	const file = resolve(root, path);
	if (!fileStatus(file)) {
		report(missingFile(path, root, span));
		return null;
	}
	try {
		if (statSync(file).size > largestTable) throw Object.assign(new Error(), { code: 'ERR_FS_FILE_TOO_LARGE' });
		return decodeSource(path, readRegularFile(file), report);
	} catch (error) {
		report(unreadableFile(path, error));
		return null;
	}
}
