import { plainText } from '../latex/plain-text.ts';
import type { Publication } from '../publications/publication.ts';

/** A work as a row of a table: year, authors, title and venue. */
export function workCells({ issued, status, contributors, title, venue }: Publication): [string, string, string] {
	const { names = [], etAl = false } = contributors.author ?? contributors.editor ?? contributors.holder ?? {};
	const [first = '', second] = names.map(
		({ literal, nonDroppingParticle, droppingParticle, family }) =>
			literal ?? [droppingParticle, nonDroppingParticle, family].filter(Boolean).join(' '),
	);
	const hasMore = names.length > 2 || (etAl && names.length > 0);
	const authors = hasMore ? `${first} et al.` : second === undefined ? first : `${first} & ${second}`;
	const year = issued?.start?.year ?? issued?.literal ?? (status.kind === 'published' ? '' : status.kind);
	const venueName = venue.short ?? (venue.name && plainText(venue.name));
	return [String(year), authors, `${plainText(title)}${venueName ? ` · ${venueName}` : ''}`];
}
