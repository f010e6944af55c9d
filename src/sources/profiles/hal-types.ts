/** What a type of documents in HAL is. */
export interface HalType {
	/** The CSL type. */
	readonly csl: string;
	/** The entry type, where CSL has no equivalent. */
	readonly type?: string;
	readonly genre?: string;
	/** The people without another role are editors of the volume. */
	readonly isEdited?: true;
}

/** HAL's types of documents (`docType_s`), with those that only some of its portals have. */
export const halTypes: Readonly<Record<string, HalType>> = {
	ART: { csl: 'article-journal' },
	COMM: { csl: 'paper-conference' },
	POSTER: { csl: 'speech', genre: 'Poster' },
	PRESCONF: { csl: 'speech' },
	PROCEEDINGS: { csl: 'collection', type: 'proceedings', isEdited: true },
	ISSUE: { csl: 'collection', isEdited: true },
	OUV: { csl: 'book' },
	DOUV: { csl: 'collection', isEdited: true },
	COUV: { csl: 'chapter' },
	NOTICE: { csl: 'entry-encyclopedia' },
	TRAD: { csl: 'book' },
	BLOG: { csl: 'post-weblog' },
	// A reading note.
	NOTE: { csl: 'review-book' },
	PATENT: { csl: 'patent' },
	UNDEFINED: { csl: 'article' },
	THESE: { csl: 'thesis', genre: 'PhD thesis' },
	ETABTHESE: { csl: 'thesis', genre: 'PhD thesis' },
	HDR: { csl: 'thesis', genre: 'Habilitation à diriger des recherches' },
	MEM: { csl: 'thesis', genre: "Master's thesis" },
	MEMLIC: { csl: 'thesis', genre: "Bachelor's thesis" },
	REPORT: { csl: 'report' },
	REPACT: { csl: 'report' },
	OTHERREPORT: { csl: 'report' },
	CREPORT: { csl: 'report' },
	SYNTHESE: { csl: 'report' },
	LECTURE: { csl: 'speech', genre: 'Lecture' },
	SOFTWARE: { csl: 'software' },
	IMG: { csl: 'graphic' },
	VIDEO: { csl: 'motion_picture' },
	SON: { csl: 'song' },
	MAP: { csl: 'map' },
	OTHER: { csl: 'document' },
};

/** More exact types (`docSubType_s`). Others say nothing that an entry could. */
export const halSubtypes: Readonly<Record<string, HalType>> = {
	BOOKREVIEW: { csl: 'review-book' },
	DICTIONARY: { csl: 'book' },
	TECHREPORT: { csl: 'report', genre: 'Technical report' },
	RESREPORT: { csl: 'report', genre: 'Research report' },
	DMP: { csl: 'report', genre: 'Data management plan' },
};

/** The roles of people in HAL (`authQuality_s`) that are not authors. */
export const halRoles: Readonly<Record<string, 'editor' | 'translator'>> = {
	edt: 'editor',
	// Director of a publication, and compiler.
	pbd: 'editor',
	com: 'editor',
	trl: 'translator',
};
