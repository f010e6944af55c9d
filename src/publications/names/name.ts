/**
 * One person or body who contributed, in CSL's terms, decoded to Unicode (NFC). An object stands once in a list of
 * names, so marks can hang on it; it may stand in many works.
 */
export interface Name {
	/** The family name without its particles; empty for a literal. */
	readonly family: string;
	/** All given names as written: 'Klaus-Robert', 'W. I.'. */
	readonly given: string;
	/** Initials written out by the entry (`given-i=`), else null: derive them from `given`. */
	readonly givenInitials: string | null;
	/** 'van der' in BibTeX's von part when it is not dropped from sorting/family (useprefix=true). */
	readonly nonDroppingParticle: string;
	/** The von part when useprefix=false (BibLaTeX's default; CSL's dropping-particle). */
	readonly droppingParticle: string;
	readonly suffix: string;
	/** A body that is not split ('World Health Organization'), else null. */
	readonly literal: string | null;
	/** ORCID in its bare form (0000-0002-1825-0097), from an annotation; else null. */
	readonly orcid: string | null;
	/** Values of the annotations on this name: 'highlight', 'equal', 'corresponding' …, lower case. */
	readonly annotations: readonly string[];
}

/** The contributors of one role. */
export interface NameList {
	readonly names: readonly Name[];
	/** The list ended in `and others`. */
	readonly etAl: boolean;
}

/** CSL's roles, with BibLaTeX's `holder` (of a patent) and `inventor` beside them. */
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

export type Role = (typeof roles)[number];
