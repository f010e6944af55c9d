import { realpathSync } from 'node:fs';

/** Where a file really stands, links followed; as it is when it is not there or a link leads in a circle: reading it will say so. */
export function realPlace(file: string): string {
	try {
		return realpathSync(file);
	} catch {
		return file;
	}
}
