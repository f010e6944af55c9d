import { basename } from 'node:path';
import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import type { Marks } from '../../people/person.ts';
import type { Publication } from '../../publications/publication.ts';
import { cacheByIdentity } from '../../text/identity-cache.ts';
import type { CslStyle } from '../csl-styles/csl-style.ts';

/** A reference as roman and italic text in turn, the first one roman: `['Doe J. ', 'Nature', ' 3, 2021.']`. */
export type CitedReference = readonly string[];

/** A CSL style in which readers can cite works. */
export interface CiteStyle {
	/** Its name in the dialog. */
	readonly label: string;
	readonly style: CslStyle;
}

/** A style, labeled after its configured name: 'APA', 'Harvard', 'Chicago author date'. Titles in styles are too long. */
export function citeStyle(name: string, style: CslStyle): CiteStyle {
	const words = basename(name, '.csl').replace(/[-_]+/g, ' ').replace(/\d+$/, '').trim();
	const label = words.length <= 4 ? words.toUpperCase() : words.charAt(0).toUpperCase() + words.slice(1);
	return { label: label || name, style };
}

/** A publication in a CSL style, exactly as the style writes it; null if it writes nothing. */
export const citedReference = cacheByIdentity((style: CslStyle, publication: Publication): CitedReference | null => {
	const runs = style.runs(publication, noMarks);
	if (!runs) return null;
	const reference: string[] = [];
	for (const { text } of runs) add(text, false, reference);
	return reference;
});

/** A style shows marked names that it would cut, which is for lists and not for citations. */
const noMarks: Marks = new Map();

function add(text: RichText, isItalic: boolean, reference: string[]): void {
	for (const node of text) {
		if (node.type === 'emphasis') add(node.children, !isItalic, reference);
		else if (node.type === 'roman') add(node.children, false, reference);
		else if ('children' in node && !wholes.has(node.type)) add(node.children, isItalic, reference);
		else {
			if (reference.length === 0 && isItalic) reference.push('');
			const isNext = reference.length % 2 === Number(isItalic);
			if (isNext) reference.push(plainText([node]));
			else reference[reference.length - 1] += plainText([node]);
		}
	}
}

/** Nodes whose text depends on more than their children. */
const wholes: ReadonlySet<string> = new Set(['superscript', 'subscript', 'quote']);
