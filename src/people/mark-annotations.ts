/**
 * What people write in a data annotation, without spaces and hyphens, and the mark it means. A value that is not here
 * is a mark of its own name, so that a template can know it. Marks with words in the locales: owner, highlight, member,
 * student, advisee, alumni, collaborator, equal, senior, corresponding, presenter.
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

/** The kind of mark that a value of a data annotation stands for, in [a-z0-9-]; null when it is no word. */
export function markOf(annotation: string): string | null {
	const words = annotation.trim().toLowerCase();
	const joined = words.replace(/[\s_-]+/g, '');
	const meaning = Object.hasOwn(meanings, joined) ? meanings[joined] : undefined;
	if (meaning) return meaning;
	const kind = words.replace(/[\s_-]+/g, '-');
	return /^[a-z][a-z0-9-]*$/.test(kind) ? kind : null;
}
