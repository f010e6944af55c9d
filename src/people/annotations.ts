/**
 * What people write in a data annotation, and the mark it means. A value that is not here is a mark of its own
 * name, so that a template can know it.
 */
const meanings: Readonly<Record<string, string>> = {
	'*': 'equal',
	cofirst: 'equal',
	'co-first': 'equal',
	equalcontrib: 'equal',
	'equal-contrib': 'equal',
	equalcontribution: 'equal',
	'equal-contribution': 'equal',
	sharedfirst: 'equal',
	'shared-first': 'equal',
	colast: 'senior',
	'co-last': 'senior',
	sharedlast: 'senior',
	'shared-last': 'senior',
	corr: 'corresponding',
	corresponding_author: 'corresponding',
	'corresponding-author': 'corresponding',
	correspondingauthor: 'corresponding',
	'✉': 'corresponding',
	'equal-senior': 'senior',
	'joint-senior': 'senior',
	presenting: 'presenter',
	bold: 'highlight',
	highlighted: 'highlight',
	me: 'owner',
	self: 'owner',
	myself: 'owner',
};

/** The kind of mark that a value of a data annotation stands for; null when it is no word. */
export function markOf(annotation: string): string | null {
	const value = annotation.trim().toLowerCase();
	const meaning = Object.hasOwn(meanings, value) ? meanings[value] : undefined;
	if (meaning) return meaning;
	const kind = value.replace(/[\s_]+/g, '-');
	return /^[a-z][a-z0-9-]*$/.test(kind) ? kind : null;
}
