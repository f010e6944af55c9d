import type { Name } from '../publications/names/name.ts';

/** A person as declared in `bibfolio.yaml`. */
export interface Person {
	/** Short handle used by `where: {person: …}`; made from the name when not given. */
	readonly id: string;
	/** 'Family, Given' or 'Given Family', Unicode. */
	readonly name: string;
	readonly aliases: readonly Alias[];
	readonly orcid: string | null;
	readonly url: string | null;
	/** 'owner', 'member', 'student' … : the mark the person gets. The first person without a role is the owner. */
	readonly role: string;
	/** The role holds from and to these (inclusive) dates of the work, ISO 'YYYY' or 'YYYY-MM' or 'YYYY-MM-DD'; null is open. */
	readonly from: string | null;
	readonly to: string | null;
}

/** Another name the same person published under. */
export interface Alias {
	readonly name: string;
	readonly from: string | null;
	readonly to: string | null;
}

/** Why a name is marked. `kind` is a role or an annotation ('owner', 'member', 'equal', 'corresponding', 'highlight'). */
export interface Mark {
	readonly kind: string;
	readonly person: Person | null;
}

/** Why names of a work are marked; names without a mark are not in it. */
export type Marks = ReadonlyMap<Name, readonly Mark[]>;
