import { joinTexts, type RichText } from '../../latex/rich-text.ts';

/** Opening and closing quotation marks. */
type Marks = readonly [open: string, close: string];

/**
 * A title with the quotation marks of its own language for the quotations in it: the outer ones, unless they resemble the marks
 * around the title: « » in a French title between “ ”, but ‘ ’ in an English title between „ “. Quotations in them alternate.
 *
 * @param own the marks of the language of the title, outer then inner
 * @param around the marks around the title
 */
export function withOwnQuotes(title: RichText, own: readonly Marks[], around: Marks | undefined): RichText {
	const signs = new Set(around?.join('').replace(/\s/g, ''));
	const first = own.findIndex((marks) => ![...marks.join('')].some((sign) => signs.has(sign)));
	return first < 0 ? title : replaced(title, own, first);
}

function replaced(nodes: RichText, marks: readonly Marks[], depth: number): RichText {
	const written = nodes.flatMap((node): RichText => {
		if (!('children' in node)) return [node];
		const children = replaced(node.children, marks, node.type === 'quote' ? depth + 1 : depth);
		if (node.type !== 'quote') return [{ ...node, children }];
		const [open, close] = marks[depth % marks.length] ?? ['', ''];
		return [{ type: 'text', value: open }, ...children, { type: 'text', value: close }];
	});
	return joinTexts(written);
}
