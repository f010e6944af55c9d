import type { Wrapping } from '../../latex/rich-text.ts';

/**
 * Private-use characters that replace markup on its way through citeproc-js, so that the text of a library is never
 * mistaken for markup, nor markup for text. Private-use characters of the library itself are replaced like mathematics.
 */
const character = (at: number) => String.fromCharCode(0xe100 + at);
const pair = (at: number) => [character(2 * at), character(2 * at + 1)] as const;

/** The start and the end of each kind of markup that a style adds. */
export const styled: readonly (readonly [type: Wrapping, open: string, close: string])[] = [
	['emphasis', ...pair(0)],
	['strong', ...pair(1)],
	['small-caps', ...pair(2)],
	['superscript', ...pair(3)],
	['subscript', ...pair(4)],
	['underline', ...pair(5)],
	['roman', ...pair(6)],
];

/** Enclose a family name; the placeholder of the name follows {@link nameStart}. */
export const [nameStart, nameEnd] = pair(24);
/** Replaces the names that 'and others' stands for. */
export const othersPlaceholder = character(50);
/** Replaces names that are never shown. */
export const fillerPlaceholder = character(51);
/** The placeholder for the name or node with this index. */
export const placeholder = (index: number): string => String.fromCharCode(0xe400 + index);
/** The index of the name or node behind a placeholder. */
export const placeholderIndex = (text: string): number => text.charCodeAt(0) - 0xe400;
/** Maximum number of placeholders per item, for names and for nodes. */
export const maxPlaceholders = 0x1400;
/** The placeholder of a name, after {@link nameStart}. */
export const namePlaceholder = new RegExp(`${nameStart}(.)`, 'gsu');
