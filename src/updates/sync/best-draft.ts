import { type Draft, draft } from '../../editing/drafts/draft.ts';
import { publishedKinds } from '../../lists/preprint-pairs.ts';
import type { Description, Listing, PublishedRecord } from './listing.ts';

/**
 * The best description of a work: the publisher's record, or that of the profile which says most, completed by the others.
 * A description of the published version goes before that of a preprint. If nothing is missing, it is one of the drafts.
 */
export function bestDraft(listings: readonly Listing[], record: PublishedRecord | null): Draft {
	const [best, ...others] = ranked(listings, record);
	if (!best) throw new Error('a work without a description');
	const fields = new Map(best.draft.fields);
	const optional = new Set(best.draft.optional);
	for (const other of others) {
		const isSameKind = other.publication.venue.kind === best.publication.venue.kind;
		const isPreprint = other.publication.venue.kind === 'preprint';
		for (const group of fieldGroups) {
			const isUsable = group.of === 'any' || isSameKind || (group.of === 'published' && !isPreprint);
			if (!isUsable || group.fields.some((name) => fields.has(name))) continue;
			for (const name of group.fields) {
				const value = other.draft.fields.get(name);
				if (value === undefined) continue;
				fields.set(name, value);
				if (other.draft.optional.has(name)) optional.add(name);
			}
		}
	}
	return fields.size === best.draft.fields.size
		? best.draft
		: draft(best.draft.type, fields, { ...best.draft, fields, optional });
}

/** Fields that describe one fact, and are completed together. */
interface FieldGroup {
	readonly fields: readonly string[];
	/** Whose values are true for the work too: those of any version, of a published one, or of one of the same kind. */
	readonly of: 'any' | 'published' | 'same kind';
}

const fieldGroups: readonly FieldGroup[] = [
	// An edited book has editors, but no authors.
	{ fields: ['author', 'editor'], of: 'any' },
	{ fields: ['date'], of: 'same kind' },
	{ fields: ['journaltitle', 'booktitle', 'eventtitle'], of: 'same kind' },
	{ fields: ['series'], of: 'same kind' },
	{ fields: ['volume'], of: 'same kind' },
	{ fields: ['number'], of: 'same kind' },
	{ fields: ['pages', 'eid'], of: 'same kind' },
	{ fields: ['publisher', 'institution'], of: 'same kind' },
	{ fields: ['isbn'], of: 'same kind' },
	// The DOI of a preprint is not that of its published version.
	{ fields: ['doi'], of: 'published' },
	{ fields: ['eprint', 'eprinttype', 'eprintclass'], of: 'any' },
	{ fields: ['pmid'], of: 'published' },
	{ fields: ['pmcid'], of: 'published' },
];

function ranked(listings: readonly Listing[], record: PublishedRecord | null): readonly Description[] {
	const all: readonly Description[] = [...(record ? [record] : []), ...listings];
	const rank = (each: Description) =>
		(publishedKinds.has(each.publication.venue.kind) ? 1000 : 0) +
		(each === record ? 500 : 0) +
		(each.draft.fields.has('author') ? 100 : 0) +
		each.draft.fields.size;
	// The sort is stable, and the listings have an order of their own.
	return all.toSorted((one, other) => rank(other) - rank(one));
}
