import { dirname, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { fileStatus } from '../library/files/file-status.ts';
import { specialKind } from '../library/files/read-file.ts';
import { linkTarget } from '../library/files/real-place.ts';

/** The names of standard output and of other open files of a process. */
const openFile = /^\/dev\/(?:std(?:in|out|err)|fd\/\d+)$|^\/proc\/[^/]+\/(?:task\/\d+\/)?fd\/\d+$/;

/** More links than Linux follows in one path. */
const maxLinks = 40;

/**
 * The diagnostic (`output/foreign`) for an output at the path of a folder, a pipe, a socket or a device: a rename would
 * replace it, and opening a pipe could block forever. Null if a file may be written there, or into the folder there.
 *
 * @param file absolute; links are followed
 * @param details `isFolder` is true for an output of several files, and `span` is where it is configured
 */
export function specialFile(
	path: string,
	file: string,
	{ isFolder = false, span }: { readonly isFolder?: boolean; readonly span?: Span | undefined } = {},
): Diagnostic | null {
	const refused = (reason: string, hint: string) =>
		diagnostic('output/foreign', `Cannot write ${path}: ${reason}`, { hint, span });
	// Redirected standard output can be a regular file, which a rename would detach from the shell.
	if (isOpenFile(file))
		return refused('it is an open file of a process', 'To print to standard output, use build --stdout or export');
	const status = fileStatus(file);
	const kind = status && specialKind(status);
	if (!kind || (isFolder && kind === 'folder')) return null;
	return refused(`it is a ${kind}`, kind === 'folder' ? 'Add a file name to the path' : 'Use the path of a file');
}

function isOpenFile(file: string): boolean {
	let place = file;
	for (let links = 0; links < maxLinks; links++) {
		if (openFile.test(place)) return true;
		const target = linkTarget(place);
		if (target === null) return false;
		place = resolve(dirname(place), target);
	}
	return false;
}
