import type { Wrapping } from '../../latex/rich-text.ts';

/**
 * Private-use characters that go through citeproc-js in the place of markup, so that no text of a library is ever
 * taken for its markup, nor the other way round. Such a character of a library itself is held like mathematics.
 */
const own = (at: number) => String.fromCharCode(0xe100 + at);
const pair = (at: number) => [own(2 * at), own(2 * at + 1)] as const;

/** Before and after what a style marks. */
export const styled: readonly (readonly [type: Wrapping, open: string, close: string])[] = [
	['emphasis', ...pair(0)],
	['strong', ...pair(1)],
	['small-caps', ...pair(2)],
	['superscript', ...pair(3)],
	['subscript', ...pair(4)],
	['underline', ...pair(5)],
	['roman', ...pair(6)],
];

/** Before a family name, then which it is; and after it. */
export const [nameStart, nameEnd] = pair(24);
/** In the place of the names that 'and others' stands for. */
export const others = own(50);
/** In the place of names that are never shown. */
export const filler = own(51);
/** The sign of the name, or of the node that is held, of this index. */
export const heldSign = (index: number): string => String.fromCharCode(0xe400 + index);
export const heldIndex = (sign: string): number => sign.charCodeAt(0) - 0xe400;
/** How many an item may hold. */
export const mostHeld = 0x1400;
export const privateUse = /[\ue000-\uf8ff]/;
/** A name's sign, behind what begins the name. */
export const nameSign = new RegExp(`${nameStart}(.)`, 'gsu');
