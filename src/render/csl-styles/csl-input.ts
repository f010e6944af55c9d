import type { Inline, RichText } from '../../latex/rich-text.ts';
import { type CslItem, type CslName, cslItem, cslName } from '../../publications/csl/csl-item.ts';
import { cslTags } from '../../publications/csl/csl-markup.ts';
import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import { heldSign, mostHeld, nameEnd, nameStart, others } from './csl-signs.ts';

/** An item for citeproc-js, and what stands behind the signs in it. */
export interface CslInput {
	readonly item: CslItem;
	/** Names by their signs; a name written like another has its sign. */
	readonly names: readonly CslInputName[];
	readonly held: readonly Inline[];
}

/** A name that citeproc-js is given. */
export interface CslInputName {
	readonly name: Name;
	readonly marked: boolean;
	/** It follows names that are left out: an ellipsis stands before it. */
	readonly afterGap?: true;
}

/** A publication as citeproc-js is to see it: markup as its tags, everything it might misread as a sign. */
export function cslInput(
	publication: Publication,
	isMarked: (name: Name) => boolean,
	word: (term: string) => string | null,
	quotes: readonly (readonly [open: string, close: string])[],
): CslInput {
	const names: CslInputName[] = [];
	const signs = new Map<string, number>();
	const held: Inline[] = [];
	const hold = (node: Inline) => (held.length < mostHeld ? heldSign(held.push(node) - 1) : '');
	const text = (value: string) => value.replace(misread, (sign) => hold({ type: 'text', value: sign }));

	function markup(nodes: RichText, depth = 0): string {
		return nodes
			.map((node) => {
				if (node.type === 'text') return text(node.value);
				if (node.type === 'math' || node.type === 'code' || node.type === 'link') return hold(node);
				if (node.type === 'quote') {
					const [open, close] = quotes[depth % quotes.length] ?? ['“', '”'];
					return `${open}${markup(node.children, depth + 1)}${close}`;
				}
				const [open, close] = cslTags[node.type] ?? ['', ''];
				return `${open}${markup(node.children, depth)}${close}`;
			})
			.join('');
	}

	function name(given: Name): CslName {
		const written = Object.entries(cslName(given)).map(([part, value]) => [part, text(value as string)]);
		const parts = Object.fromEntries(written) as Record<string, string>;
		const main = parts['family'] === undefined ? 'literal' : 'family';
		if (parts[main] === undefined) return parts;
		const marked = isMarked(given);
		const spelt = JSON.stringify(parts);
		const known = signs.get(spelt);
		const index = known ?? names.length;
		if (index >= mostHeld) return parts;
		if (known === undefined || (marked && !names[known]?.marked)) names[index] = { name: given, marked };
		signs.set(spelt, index);
		return { ...parts, [main]: `${nameStart}${heldSign(index)}${parts[main]}${nameEnd}` };
	}

	const item = cslItem(publication, word, { markup: (nodes) => markup(nodes), name, others: { literal: others } });
	const safe = Object.entries(item).map(([variable, value]) => {
		const isPlain = typeof value === 'string' && !written.has(variable);
		return [variable, isPlain ? text(value) : value];
	});
	return { item: Object.fromEntries(safe) as CslItem, names, held };
}

/** What begins a tag, turns quotation marks, or is a sign of ours. */
const misread = /[<"'\ue000-\uf8ff]/g;

/** Variables whose text was made by `markup`, and those that are no text. */
const written: ReadonlySet<string> = new Set([
	...['id', 'type', 'title', 'title-short', 'container-title', 'volume-title', 'collection-title', 'note', 'abstract'],
]);
