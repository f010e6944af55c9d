import type { Report } from '../../diagnostics/diagnostic.ts';
import { unreadableFile } from '../../diagnostics/unreadable-file.ts';
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
