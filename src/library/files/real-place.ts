import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** More links than Linux follows in one path. */
const maxLinks = 40;

/**
 * The path of a file with all links resolved. For a file that does not exist yet, the links in the existing part of its path
 * are resolved, and so is a link whose target is missing: writing the file creates it at the returned path.
 */
export function realPlace(file: string): string {
	return followed(file, 0);
}

function followed(file: string, links: number): string {
	const missing: string[] = [];
	for (let place = file; ; place = dirname(place)) {
		const real = existingPlace(place);
		if (real !== null) return join(real, ...missing);
		const folder = dirname(place);
		if (folder === place) return file;
		const target = linkTarget(place);
		if (target !== null) {
			const realFolder = followed(folder, links);
			// A circular link stays as it is.
			if (links === maxLinks) return join(realFolder, basename(place), ...missing);
			return followed(join(resolve(realFolder, target), ...missing), links + 1);
		}
		missing.unshift(basename(place));
	}
}

function existingPlace(file: string): string | null {
	// The system's function takes a tenth of the time. Where it fails (some Windows drives), Node's may work.
	for (const real of [realpathSync.native, realpathSync]) {
		try {
			return real(file);
		} catch {}
	}
	return null;
}

/** The target of a link, as written; null if the path is not a link. */
export function linkTarget(file: string): string | null {
	try {
		return readlinkSync(file);
	} catch {
		return null;
	}
}
