import { realpathSync } from 'node:fs';

/** The path of a file with all links resolved. Unchanged if the file is missing or a link is circular: reading it will fail. */
export function realPlace(file: string): string {
	// The system's function takes a tenth of the time. Where it fails (some Windows drives), Node's may work.
	for (const real of [realpathSync.native, realpathSync]) {
		try {
			return real(file);
		} catch {}
	}
	return file;
}
