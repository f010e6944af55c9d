/**
 * A person or organization, in CSL's terms, decoded to Unicode (NFC). An object occurs at most once in a list of names, so
 * that marks can be attached to it, but possibly in many publications.
 */
export interface Name {
	/** The family name without its particles; empty for a literal. */
	readonly family: string;
	/** All given names as written: 'Klaus-Robert', 'W. I.'. */
	readonly given: string;
	/** Initials given by the entry (`given-i=`); null to derive them from `given`. */
	readonly givenInitials: string | null;
	/** BibTeX's von part, such as 'van der', if it belongs to the family name (useprefix=true). */
	readonly nonDroppingParticle: string;
	/** The von part if useprefix=false (BibLaTeX's default; CSL's dropping-particle). */
	readonly droppingParticle: string;
	readonly suffix: string;
	/** An organization, which is not split ('World Health Organization'); null for a person. */
	readonly literal: string | null;
	/** ORCID iD in its bare form (0000-0002-1825-0097), from an annotation or the name field; null if there is none. */
	readonly orcid: string | null;
	/** The same name in another script, from an annotation or a field such as `author-original`. */
	readonly inOtherScript?: Name;
	/** Values of the annotations on this name: 'highlight', 'equal', 'corresponding' …, lower case. */
	readonly annotations: readonly string[];
}

/** The contributors of one role. */
export interface NameList {
	readonly names: readonly Name[];
	/** Whether the list ended in `and others`. */
	readonly etAl: boolean;
}

/** CSL's roles, and BibLaTeX's `holder` (of a patent) and `inventor`. */
export const roles = [
	'author',
	'editor',
	'translator',
	'director',
	'holder',
	'inventor',
	'book-author',
	'container-author',
	'collection-editor',
	'series-creator',
	'organizer',
	'recipient',
	'interviewer',
	'illustrator',
	'compiler',
	'redactor',
	'reviser',
	'continuator',
	'collaborator',
	'commentator',
	'annotator',
	'introduction-author',
	'foreword-author',
	'afterword-author',
] as const;

/** A contributor's role. */
export type Role = (typeof roles)[number];
