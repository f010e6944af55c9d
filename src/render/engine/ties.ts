/** Before initials after a family name: 'Rod N H'. Not 'and A Weber', where the word before is no name. */
const beforeInitials = / (?=\p{Lu}\p{M}*\.?(?:-\p{Lu}\p{M}*\.?)*(?![\p{L}\p{M}'’]))(?<=\p{Lu}[\p{L}\p{M}'’.-]* )/gu;
/** Behind an initial with its stop: 'C. T. Ekstrøm'. */
const afterInitials = / (?=\p{Lu})(?<=(?:^|[ \u00a0-])\p{Lu}\p{M}*\. )/gu;

/** Names whose initials do not stand alone at the end or the beginning of a line: the blanks beside them do not break. */
export function tied(names: string): string {
	return names.replace(beforeInitials, '\u00a0').replace(afterInitials, '\u00a0');
}
