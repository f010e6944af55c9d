/**
 * The roles that other tools mean, by words in the names of groups and positions, the first that matches. A principal
 * investigator is a member: the owner of a list is the person it belongs to, not the head of the group.
 */
const roles: readonly (readonly [words: RegExp, role: string])[] = [
	[/\balum|\bformer|\bpast\b|\bex-|\bprevious|ehemalig|\bancien/i, 'alumni'],
	[
		/student|\bph\.? ?d\b|doctora[ln]|doktorand|\bmaster|\bbachelor|\bu?grad|\bintern\b|praktikant|stagiaire|étudiant/i,
		'student',
	],
	[/collab|\bvisit|\bguest|\bexternal|\bco-?authors?\b|gäste|\bgast|invité/i, 'collaborator'],
	[
		/investigator|\bpi\b|professor|\bprof\b|faculty|\blead|\bhead\b|director|researcher|scientist|post-? ?doc|fellow|engineer|programmer|developer|technician|\bstaff|\bmembers?\b|\bteam\b|academic|emerit|mitarbeiter|mitglied|chercheu|maître|membre/i,
		'member',
	],
];

/** The role that a text such as 'PhD Students' means; null if it means none. */
export function roleIn(text: string): string | null {
	return roles.find(([words]) => words.test(text))?.[1] ?? null;
}

/** Role of people in a file of authors, whose names only get a link. */
export const authorRole = 'none';
