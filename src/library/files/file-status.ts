import { type Stats, statSync } from 'node:fs';

/**
 * The status of a file or folder, with links followed. Null if it does not exist or is inaccessible (an unreadable parent
 * folder, a circular link): reading or writing it will report the reason.
 */
export function fileStatus(place: string): Stats | null {
	try {
		return statSync(place);
	} catch {
		return null;
	}
}
