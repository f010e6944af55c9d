import { realpathSync } from 'node:fs';

/** Where a file really stands, links followed; as it is when it is not there or a link leads in a circle: reading it will say so. */
export function realPlace(file: string): string {
	// The system's own way takes a tenth of the time; where it cannot (some disks of Windows), Node's may.
	for (const real of [realpathSync.native, realpathSync]) {
		try {
			return real(file);
		} catch {}
	}
	return file;
}
