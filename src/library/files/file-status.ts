import { type Stats, statSync } from 'node:fs';

/**
 * What is at a place, links followed; null when there is nothing, or nothing that may be looked at (a closed folder on
 * the way, a link that leads in a circle): reading or writing it will say why.
 */
export function fileStatus(place: string): Stats | null {
	try {
		return statSync(place);
	} catch {
		return null;
	}
}
