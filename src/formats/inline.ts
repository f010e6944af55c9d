import type { RichText, Wrapping } from '../latex/rich-text.ts';
import { safeAddress } from '../publications/identifiers/url-safety.ts';
import type { InlineContext } from './format.ts';

/** How a format writes each kind of node. */
export interface InlineRules {
	text(value: string): string;
	math(tex: string, display: boolean): string;
	/** The markup before and after the children of a wrapping node. */
	readonly wrap: Readonly<Record<Exclude<Wrapping, 'quote'>, readonly [before: string, after: string]>>;
	/** The markup before and after the words of a link. */
	link(href: string): readonly [before: string, after: string];
}

/**
 * Writes rich text by a format's rules. Quotation marks alternate by depth. A link keeps only its words inside another link,
 * or if its address must not be published (`javascript:`). Recursion is as deep as the tree, which the parser bounds.
 */
export function writeInline(value: RichText, rules: InlineRules, context: InlineContext): string {
	return write(value, 0, false);

	function write(nodes: RichText, quotes: number, inLink: boolean): string {
		return nodes.map((node) => writeNode(node, quotes, inLink)).join('');
	}

	function writeNode(node: RichText[number], quotes: number, inLink: boolean): string {
		switch (node.type) {
			case 'text':
				return rules.text(node.value);
			case 'math':
				return rules.math(node.tex, node.display);
			case 'quote': {
				const [open, close] = context.quotes[quotes % context.quotes.length] ?? ['“', '”'];
				return rules.text(open) + write(node.children, quotes + 1, inLink) + rules.text(close);
			}
			case 'link': {
				const address = inLink ? null : safeAddress(node.href);
				const [before, after] = address === null ? ['', ''] : rules.link(address);
				return before + write(node.children, quotes, true) + after;
			}
			default: {
				const [before, after] = rules.wrap[node.type];
				return before + write(node.children, quotes, inLink) + after;
			}
		}
	}
}
