import { valueIn } from '../text/value-in.ts';

/** The marks with terms in the locales, and the role that marks nobody. */
export const commonMarks: readonly string[] = [
	...['owner', 'highlight', 'member', 'student', 'advisee', 'alumni', 'collaborator', 'none'],
	...['equal', 'senior', 'corresponding', 'presenter'],
];

/**
 * The marks of common annotation values, without spaces and hyphens. Any other value is a mark of the same name, for use
 * in templates.
 */
const meanings: Readonly<Record<string, string>> = {
	'*': 'equal',
	cofirst: 'equal',
	cofirstauthor: 'equal',
	equalcontrib: 'equal',
	equalcontribution: 'equal',
	equalcontributor: 'equal',
	jointfirst: 'equal',
	sharedfirst: 'equal',
	colast: 'senior',
	equalsenior: 'senior',
	jointsenior: 'senior',
	sharedlast: 'senior',
	corr: 'corresponding',
	correspondence: 'corresponding',
	correspondingauthor: 'corresponding',
	'✉': 'corresponding',
	speaker: 'presenter',
	presenting: 'presenter',
	bold: 'highlight',
	highlighted: 'highlight',
	alumnus: 'alumni',
	alumna: 'alumni',
	me: 'owner',
	self: 'owner',
	myself: 'owner',
};

/** The kind of mark that an annotation value means, in [a-z0-9-]; null if the value is not a word. */
export function markOf(annotation: string): string | null {
	const words = annotation.trim().toLowerCase();
	const joined = words.replace(/[\s_-]+/g, '');
	const meaning = valueIn(meanings, joined);
	if (meaning) return meaning;
	const kind = words.replace(/[\s_-]+/g, '-');
	return /^[a-z][a-z0-9-]*$/.test(kind) ? kind : null;
}
