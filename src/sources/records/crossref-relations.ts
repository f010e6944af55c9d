import type { CslInput } from '../../editing/drafts/csl-drafts.ts';
import { normalizeDoi } from '../../publications/identifiers/doi.ts';
import { array, looseObject, nullish, number, record, safeParse, string } from '../../text/schema.ts';

/** A retraction, a correction, an expression of concern, or another later notice about a work. */
export interface Notice {
	/** Crossref's type in lower case: 'retraction', 'correction', 'expression_of_concern', 'withdrawal', 'new_version' … */
	readonly type: string;
	/** The DOI of the notice. */
	readonly doi: string;
	/** ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD; null if unknown. */
	readonly date: string | null;
	/** Who says so: 'publisher' or 'retraction-watch'; null if unknown. */
	readonly source: string | null;
}

/** What a record of Crossref says about other works. */
export interface Relations {
	/** Notices about the work. */
	readonly updatedBy: readonly Notice[];
	/** The works that this one is a notice about, with its kind. The DOIs are those of these works. */
	readonly updates: readonly Notice[];
	/** DOIs of the published versions of a preprint. */
	readonly isPreprintOf: readonly string[];
	/** DOIs of the preprints of a publication. */
	readonly hasPreprint: readonly string[];
}

const notice = looseObject({
	type: nullish(string()),
	DOI: nullish(string()),
	source: nullish(string()),
	updated: nullish(looseObject({ 'date-parts': nullish(array(array(nullish(number())))) })),
});
const relation = looseObject({ id: nullish(string()), 'id-type': nullish(string()) });
const schemas = { notices: array(notice), relations: record(string(), array(relation)) };

/** The relations in an item in Crossref's form; all empty for an item of another source. */
export function relationsOf(item: CslInput): Relations {
	const relations = safeParse(schemas.relations, item['relation']).data ?? {};
	const doisOf = (type: string) =>
		(Object.hasOwn(relations, type) ? (relations[type] ?? []) : []).flatMap(({ id, 'id-type': idType }) =>
			idType === 'doi' ? (normalizeDoi(id ?? '') ?? []) : [],
		);
	return {
		updatedBy: noticesIn(item['updated-by']),
		updates: noticesIn(item['update-to']),
		isPreprintOf: doisOf('is-preprint-of'),
		hasPreprint: doisOf('has-preprint'),
	};
}

function noticesIn(value: unknown): Notice[] {
	return (safeParse(schemas.notices, value).data ?? []).flatMap(({ type, DOI, source, updated }) => {
		const doi = normalizeDoi(DOI ?? '');
		const parts = updated?.['date-parts']?.[0]?.flatMap((part) => part ?? []) ?? [];
		const date = parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
		return type && doi ? [{ type: type.toLowerCase(), doi, date: date || null, source: source ?? null }] : [];
	});
}
