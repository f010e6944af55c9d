import { type CslItem, type CslName, cslItem, cslName } from '../publications/csl.ts';
import { cslTags } from '../publications/csl-markup.ts';
import type { Name } from '../publications/name.ts';
import type { Publication } from '../publications/publication.ts';
import type { Inline, RichText } from '../text/rich-text.ts';
import { heldSign, mostHeld, nameEnd, nameStart } from './csl-signs.ts';

/** An item for citeproc-js, and what stands behind the signs in it. */
export interface CslInput {
	readonly item: CslItem;
	readonly names: readonly Name[];
	readonly held: readonly Inline[];
}

/** A publication as citeproc-js is to see it: markup as its tags, everything it might misread as a sign. */
export function cslInput(
	publication: Publication,
	isMarked: (name: Name) => boolean,
	word: (term: string) => string | null,
	quotes: readonly (readonly [open: string, close: string])[],
): CslInput {
	const names: Name[] = [];
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
		if (!isMarked(given) || parts[main] === undefined || names.length >= mostHeld) return parts;
		const sign = heldSign(names.push(given) - 1);
		return { ...parts, [main]: `${nameStart}${sign}${parts[main]}${nameEnd}` };
	}

	const item = cslItem(publication, word, { markup: (nodes) => markup(nodes), name });
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
