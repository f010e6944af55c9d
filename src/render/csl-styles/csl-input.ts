import { quotations } from '../../latex/quotations.ts';
import type { Inline, RichText } from '../../latex/rich-text.ts';
import { type CslItem, type CslName, cslItem, cslName } from '../../publications/csl/csl-item.ts';
import { cslTags } from '../../publications/csl/csl-markup.ts';
import { withApostrophes } from '../../publications/names/apostrophes.ts';
import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import { maxPlaceholders, nameEnd, nameStart, othersPlaceholder, placeholder } from './csl-placeholders.ts';

/** An item for citeproc-js, and the names and nodes behind its placeholders. */
export interface CslInput {
	readonly item: CslItem;
	/** Names by the index of their placeholder. Names with the same spelling share one. */
	readonly names: readonly CslInputName[];
	/** Nodes by the index of their placeholder. */
	readonly nodes: readonly Inline[];
}

/** A name passed to citeproc-js. */
export interface CslInputName {
	readonly name: Name;
	readonly marked: boolean;
	/** It follows omitted names and needs an ellipsis before it. */
	readonly afterGap?: true;
}

/** A publication for citeproc-js: its markup as CSL tags, and a placeholder for everything citeproc-js might misread. */
export function cslInput(
	publication: Publication,
	isMarked: (name: Name) => boolean,
	word: (term: string) => string | null,
	quotes: readonly (readonly [open: string, close: string])[],
): CslInput {
	const names: CslInputName[] = [];
	const indices = new Map<string, number>();
	const nodes: Inline[] = [];
	const hold = (node: Inline) => (nodes.length < maxPlaceholders ? placeholder(nodes.push(node) - 1) : '');
	const text = (value: string) => value.replace(unsafe, (character) => hold({ type: 'text', value: character }));

	function markup(richText: RichText, depth = 0): string {
		return richText
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

	function inputName(name: Name): CslName {
		const entries = Object.entries(cslName(name)).map(([part, value]) => [
			part,
			text(withApostrophes(value as string)),
		]);
		const parts = Object.fromEntries(entries) as Record<string, string>;
		const main = parts['family'] === undefined ? 'literal' : 'family';
		if (parts[main] === undefined) return parts;
		const marked = isMarked(name);
		const spelling = JSON.stringify(parts);
		const existing = indices.get(spelling);
		const index = existing ?? names.length;
		if (index >= maxPlaceholders) return parts;
		if (existing === undefined || (marked && !names[existing]?.marked)) names[index] = { name, marked };
		indices.set(spelling, index);
		return { ...parts, [main]: `${nameStart}${placeholder(index)}${parts[main]}${nameEnd}` };
	}

	const { title, containerTitle } = publication;
	const quoted = { title: quotations(title), containerTitle: containerTitle && quotations(containerTitle) };
	const item = cslItem({ ...publication, ...quoted }, word, {
		markup: (richText) => markup(richText),
		name: inputName,
		others: { literal: othersPlaceholder },
	});
	const escaped = Object.entries(item).map(([variable, value]) => {
		const isPlain = typeof value === 'string' && !markupVariables.has(variable);
		return [variable, isPlain ? text(value) : value];
	});
	return { item: Object.fromEntries(escaped) as CslItem, names, nodes };
}

/** Characters that begin a tag, that citeproc-js replaces as quotation marks, or that are placeholders. */
const unsafe = /[<"'\ue000-\uf8ff]/g;

/** Variables that need no escaping: their text comes from `markup`, or they contain no text. */
const markupVariables: ReadonlySet<string> = new Set([
	...['id', 'type', 'title', 'title-short', 'container-title', 'volume-title', 'collection-title', 'note', 'abstract'],
]);
