/** Before initials after a family name: 'Rod N H'. Not in 'and A Weber', where the previous word is not a name. */
const beforeInitials = / (?=\p{Lu}\p{M}*\.?(?:-\p{Lu}\p{M}*\.?)*(?![\p{L}\p{M}'’]))(?<=\p{Lu}[\p{L}\p{M}'’.-]* )/gu;
/** After an initial with a full stop: 'C. T. Ekstrøm'. */
const afterInitials = / (?=\p{Lu})(?<=(?:^|[ \u00a0-])\p{Lu}\p{M}*\. )/gu;

/** Replaces the spaces beside initials by no-break spaces, so that no initial is alone at the end or beginning of a line. */
export function tied(names: string): string {
	return names.replace(beforeInitials, '\u00a0').replace(afterInitials, '\u00a0');
}
