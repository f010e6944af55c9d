import type { Name } from '../publications/names/name.ts';
import type { Period } from './period.ts';

/** A person as declared in `bibfolio.yaml`. */
export interface Person {
	/** Short id for `where: {person: …}`; derived from the name by default. */
	readonly id: string;
	/** 'Family, Given' or 'Given Family', Unicode. */
	readonly name: string;
	readonly aliases: readonly Alias[];
	readonly orcid: string | null;
	/** Ids or addresses of other profiles by source: 'dblp', 'inspire', 'hal', 'arxiv', 'openalex', 'semantic-scholar'. */
	readonly profiles: Readonly<Partial<Record<ProfileName, string>>>;
	readonly url: string | null;
	/** Address of a photo, absolute or relative to the site. */
	readonly image: string | null;
	/** The roles of the person, at least one; the role that ends last is the last one. */
	readonly spells: readonly Spell[];
}

/** The name, in `bibfolio.yaml`, of a service with a list of a person's works, besides ORCID. */
export type ProfileName = 'dblp' | 'inspire' | 'hal' | 'arxiv' | 'openalex' | 'semantic-scholar';

/** All of these services. */
export const profileNames: readonly ProfileName[] = ['dblp', 'inspire', 'hal', 'arxiv', 'openalex', 'semantic-scholar'];

/** A time in which a person had a role. */
export interface Spell extends Period {
	/** The mark of the person: 'owner', 'member', 'student' …, or 'none'. The first person without a role is the owner. */
	readonly role: string;
	/** The groups that the person belonged to. */
	readonly groups: readonly string[];
}

/** Another name of the same person in publications. */
export interface Alias {
	readonly name: string;
	readonly from: string | null;
	readonly to: string | null;
}

/** Why a name is marked. `kind` is a role or an annotation ('owner', 'member', 'equal', 'corresponding', 'highlight'). */
export interface Mark {
	readonly kind: string;
	readonly person: Person | null;
	/** True in the list of this person, where the name leads nowhere else. */
	readonly isListOwner?: true;
}

/** Whether a mark is shown. The role 'none', also outside of the dates of a person's roles, only gives a name its links. */
export function isVisible({ kind }: Mark): boolean {
	return kind !== 'none';
}

/** The marks of the names in a publication; names without a mark are missing. */
export type Marks = ReadonlyMap<Name, readonly Mark[]>;
