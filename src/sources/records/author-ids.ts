import type { CslInput } from '../../editing/drafts/csl-drafts.ts';
import { nameList } from '../../editing/drafts/draft-names.ts';
import type { Name } from '../../publications/names/name.ts';
import { orcidIn } from '../../publications/names/name-annotations.ts';
import { parseNames } from '../../publications/names/read-names.ts';
import { array, looseObject, nullish, safeParse, string } from '../../text/schema.ts';

/** An author or editor in a record, with the ORCID iD. */
export interface AuthorId {
	readonly name: Name;
	/** In its bare form; null if the record has none. */
	readonly orcid: string | null;
}

const authors = array(
	looseObject({
		family: nullish(string()),
		given: nullish(string()),
		suffix: nullish(string()),
		literal: nullish(string()),
		name: nullish(string()),
		ORCID: nullish(string()),
	}),
);

/** The authors and editors in an item of CSL-JSON, with the iDs that Crossref has. */
export function authorIdsIn(item: CslInput): readonly AuthorId[] {
	return ['author', 'editor'].flatMap((role) =>
		(safeParse(authors, item[role]).data ?? []).flatMap(({ family, given, suffix, literal, name, ORCID }) => {
			const parts = {
				family: family ?? '',
				given: given ?? '',
				suffix: suffix ?? '',
				literal: literal ?? name ?? '',
			};
			const [read] = parseNames(nameList([parts])).names;
			return read ? [{ name: read, orcid: orcidIn(ORCID ?? '').orcid }] : [];
		}),
	);
}
