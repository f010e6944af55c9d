import { PropertyPattern } from '../../text/properties.ts';

/**
 * Before initials behind a name: 'Rod N H'. Not 'and A Weber', where what stands before is no name. The blank stands first
 * in the pattern: what it begins with is what V8 looks for.
 */
const beforeInitials = new PropertyPattern(
	String.raw` (?=\p{Lu}\p{M}*\.?(?:-\p{Lu}\p{M}*\.?)*(?![\p{L}\p{M}'’]))(?<=\p{Lu}[\p{L}\p{M}'’.-]* )`,
	'gu',
);
/** Behind an initial with its stop: 'C. T. Ekstrøm'. */
const afterInitials = new PropertyPattern(String.raw` (?=\p{Lu})(?<=(?:^|[ \u00a0-])\p{Lu}\p{M}*\. )`, 'gu');

/** Names whose initials do not stand alone at the end or the beginning of a line: the blanks beside them do not break. */
export function tied(names: string): string {
	return names.replace(beforeInitials.for(names), '\u00a0').replace(afterInitials.for(names), '\u00a0');
}
