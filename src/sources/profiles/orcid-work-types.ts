/** What a type of ORCID's works means. */
export interface WorkType {
	/** The type of CSL. */
	readonly csl: string;
	/** The kind of work, if the type of CSL does not say it. */
	readonly genre: string;
	/** The CSL variable for the property `journal-title`, for which ORCID asks by different names. */
	readonly container: 'container-title' | 'publisher';
}

function row(csl: string, genre = '', container: WorkType['container'] = 'container-title'): WorkType {
	return { csl, genre, container };
}

/** The type `other`, and types that ORCID does not have yet. */
export const otherWork: WorkType = row('document', '', 'publisher');

/**
 * The types of works in ORCID's API 3.0 with those that it replaced (ORCID help, 'What work types does ORCID support?').
 * Types without an equivalent in CSL become documents.
 */
export const orcidWorkTypes: Readonly<Record<string, WorkType>> = {
	'journal-article': row('article-journal'),
	'journal-issue': row('periodical'),
	'magazine-article': row('article-magazine'),
	'newsletter-article': row('article-magazine'),
	'newspaper-article': row('article-newspaper'),
	'book-review': row('review-book'),
	review: row('review'),
	book: row('book', '', 'publisher'),
	'edited-book': row('collection', '', 'publisher'),
	translation: row('book', '', 'publisher'),
	'book-chapter': row('chapter'),
	'dictionary-entry': row('entry-dictionary'),
	'encyclopedia-entry': row('entry-encyclopedia'),
	'conference-paper': row('paper-conference'),
	'conference-output': row('paper-conference'),
	'conference-abstract': row('paper-conference', 'Abstract'),
	'conference-proceedings': row('collection', '', 'publisher'),
	'conference-poster': row('speech', 'Poster'),
	'conference-presentation': row('speech'),
	'lecture-speech': row('speech'),
	'public-speech': row('speech'),
	dissertation: row('thesis', '', 'publisher'),
	'dissertation-thesis': row('thesis', '', 'publisher'),
	'supervised-student-publication': row('document', '', 'publisher'),
	preprint: row('article'),
	'working-paper': row('report', 'Working paper', 'publisher'),
	report: row('report', '', 'publisher'),
	'standards-and-policy': row('standard', '', 'publisher'),
	'technical-standard': row('standard', '', 'publisher'),
	'technical-standards': row('standard', '', 'publisher'),
	'data-set': row('dataset', '', 'publisher'),
	software: row('software', '', 'publisher'),
	'data-management-plan': row('document', 'Data management plan', 'publisher'),
	'clinical-study': row('document', 'Clinical study', 'publisher'),
	patent: row('patent', '', 'publisher'),
	'online-resource': row('webpage'),
	website: row('webpage'),
	'blog-post': row('post-weblog'),
	'cartographic-material': row('map', '', 'publisher'),
	image: row('graphic', '', 'publisher'),
	'moving-image': row('motion_picture', '', 'publisher'),
	'musical-composition': row('musical_score', '', 'publisher'),
	sound: row('song', '', 'publisher'),
	'artistic-performance': row('performance', '', 'publisher'),
	manual: row('document', 'Manual', 'publisher'),
	annotation: otherWork,
	design: otherWork,
	'learning-object': otherWork,
	'physical-object': otherWork,
	'research-technique': otherWork,
	'research-tool': otherWork,
	test: otherWork,
	other: otherWork,
	undefined: otherWork,
};

/** Works of ORCID that are no publications. */
export const otherActivities: ReadonlySet<string> = new Set(
	'disclosure invention license registered-copyright spin-off-company trademark'.split(' '),
);
