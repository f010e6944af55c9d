import { plainText } from '../latex/plain-text.ts';
import type { Inline, RichText, Wrapping } from '../latex/rich-text.ts';
import { safeAddress } from '../publications/identifiers/url-safety.ts';
import type { InlineContext } from './format.ts';

/** How a format writes each kind of node. */
export interface InlineRules {
	text(value: string): string;
	math(tex: string, display: boolean): string;
	/** The markup around the children of a wrapping node. */
	readonly wrap: Readonly<Record<Exclude<Wrapping, 'quote'>, readonly [before: string, after: string]>>;
	/** The markup around the text of a link, or the whole link if it shows only its address. */
	link(href: string, isBare: boolean): readonly [before: string, after: string] | string;
}

/**
 * Writes rich text by a format's rules. Quotation marks alternate by depth. A link inside another link, or with an unsafe
 * address (`javascript:`), is written as its text. Not recursive, so that deep nesting cannot exhaust the stack.
 */
export function writeInline(value: RichText, rules: InlineRules, context: InlineContext): string {
	let written = '';
	let quotes = 0;
	let links = 0;
	/** The nodes to write, last first, and the ends of open nodes. */
	const rest: (Inline | End)[] = [];
	const schedule = (nodes: RichText) => {
		for (let index = nodes.length - 1; index >= 0; index--) rest.push(nodes[index] as Inline);
	};
	schedule(value);
	for (let node = rest.pop(); node; node = rest.pop()) {
		switch (node.type) {
			case 'text':
				written += rules.text(node.value);
				break;
			case 'math':
				written += rules.math(node.tex, node.display);
				break;
			case 'end':
				written += node.after;
				if (node.of === 'quote') quotes--;
				if (node.of === 'link') links--;
				break;
			case 'quote': {
				const [open, close] = context.quotes[quotes++ % context.quotes.length] ?? ['“', '”'];
				written += rules.text(open);
				rest.push({ type: 'end', of: 'quote', after: rules.text(close) });
				schedule(node.children);
				break;
			}
			case 'link': {
				const address = links++ ? null : safeAddress(node.href);
				const isBare = address !== null && plainText(node.children) === node.href;
				const markup = address === null ? (['', ''] as const) : rules.link(address, isBare);
				if (typeof markup === 'string') {
					written += markup;
					links--;
					break;
				}
				const [before, after] = markup;
				written += before;
				rest.push({ type: 'end', of: 'link', after });
				schedule(node.children);
				break;
			}
			default: {
				const [before, after] = rules.wrap[node.type];
				written += before;
				if (after) rest.push({ type: 'end', of: node.type, after });
				schedule(node.children);
			}
		}
	}
	return written;
}

interface End {
	readonly type: 'end';
	readonly of: Wrapping | 'link';
	readonly after: string;
}
