import type { Draft } from '../../editing/drafts/draft.ts';
import { type FoundWork, pairingOf } from './found-work.ts';

/**
 * The drafts of found works for `planAdditions`, which gives them keys. Two versions of a work refer to each other: the
 * preprint names the publication, or a new publication names the preprint that the library has.
 */
export function draftsOf(works: readonly FoundWork[]): readonly Draft[] {
	const keys = new Map(works.map(({ work }, index) => [work, `item-${index + 1}`]));
	return works.map((found) => {
		const { work, draft } = found;
		const pair = pairingOf(found);
		if (!pair || draft.fields.has('related')) return draft;
		const partner = pair.isNew ? keys.get(pair.entry) : pair.entry.key;
		// Of two new versions, the preprint names the other one.
		if (partner === undefined || (pair.isNew && pair.relation === 'published version'))
			return pair.isNew ? { ...draft, key: keys.get(work) ?? null } : draft;
		const relation = pair.relation === 'preprint' ? 'preprintof' : 'preprint';
		const fields = new Map([...draft.fields, ['related', partner], ['relatedtype', relation]]);
		return { ...draft, key: keys.get(work) ?? null, fields };
	});
}
