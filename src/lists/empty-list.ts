import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { venueKinds } from '../publications/venues/venues.ts';
import { closestWord } from '../text/closest-word.ts';
import type { Selector } from './selector.ts';

/** A `list/empty` diagnostic that suggests a venue kind if the selector contains an unknown one. */
export function emptyList(message: string, where: Selector | null): Diagnostic {
	const near = where && nearestKind(where);
	return diagnostic('list/empty', message, { hint: near ? `Did you mean the venue "${near}"?` : undefined });
}

function nearestKind(where: Selector): string | null {
	const kinds: readonly string[] = venueKinds;
	for (const venue of where.venue ?? []) {
		const near = kinds.includes(venue.toLowerCase()) ? null : closestWord(venue, kinds);
		if (near) return near;
	}
	for (const inner of [...(where.and ?? []), ...(where.or ?? [])]) {
		const near = nearestKind(inner);
		if (near) return near;
	}
	return null;
}
