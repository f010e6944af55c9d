import { readdirSync } from 'node:fs';

/** The names of the files and folders in a folder, sorted; none if it cannot be read. */
export function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder).sort();
	} catch {
		return [];
	}
}
