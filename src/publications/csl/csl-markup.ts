import { plainText } from '../../latex/plain-text.ts';
import type { Inline, RichText, Wrapping } from '../../latex/rich-text.ts';

/**
 * Rich text in the markup that CSL processors read in strings: `<i>`, `<b>`, `<sup>`, `<sub>`, small capitals and `nocase`.
 * Everything else becomes plain Unicode; nested quotation marks alternate. Nothing is escaped, because CSL processors have
 * no escapes.
 */
export function cslMarkup(text: RichText, depth = 0): string {
	return text.map((node) => nodeMarkup(node, depth)).join('');
}

/** The markup of CSL processors by node type. */
export const cslTags: Readonly<Partial<Record<Wrapping, readonly [open: string, close: string]>>> = {
	emphasis: ['<i>', '</i>'],
	strong: ['<b>', '</b>'],
	superscript: ['<sup>', '</sup>'],
	subscript: ['<sub>', '</sub>'],
	'small-caps': ['<span style="font-variant:small-caps;">', '</span>'],
	'no-case': ['<span class="nocase">', '</span>'],
};

const quotes = [
	['“', '”'],
	['‘', '’'],
] as const;

function nodeMarkup(node: Inline, depth: number): string {
	if (node.type === 'text') return node.value;
	if (node.type === 'math') return plainText([node]);
	if (node.type === 'quote') {
		const [open, close] = quotes[depth % 2 === 0 ? 0 : 1];
		return `${open}${cslMarkup(node.children, depth + 1)}${close}`;
	}
	const inner = cslMarkup(node.children, depth);
	const [open, close] = (node.type !== 'link' && cslTags[node.type]) || ['', ''];
	return inner === '' ? '' : `${open}${inner}${close}`;
}
