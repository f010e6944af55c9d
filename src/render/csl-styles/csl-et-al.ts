import type { CslName } from '../../publications/csl/csl-item.ts';
import type { CslInput } from './csl-input.ts';
import { fillerPlaceholder, namePlaceholder, placeholderIndex } from './csl-placeholders.ts';

/** A second attempt at an item, with more names before each 'et al.', to show the marked names that the style cut. */
export interface EtAlRetry {
	readonly input: CslInput;
	/** How many more names the style must show before 'et al.'. */
	readonly extraNames: number;
	/** Whether the result contains every marked name and no filler. */
	isComplete(written: string): boolean;
}

/**
 * Moves the marked names that a style cut to where it shows them: 'A, B, …, Marked, et al.'. Null when no marked name is
 * missing. A list that the style does not show at all does not count as cut.
 *
 * @param written the item as the style formatted it
 */
export function etAlRetry(input: CslInput, written: string): EtAlRetry | null {
	const shown = namesIn(written);
	const lists = Object.entries(input.item).flatMap(([variable, value]) => {
		const indices = Array.isArray(value) ? value.map(indexOf) : [];
		const end = indices.findIndex((index) => !shown.has(index));
		if (end < 1) return [];
		const hidden = indices.flatMap((index, at) => (input.names[index]?.marked && !shown.has(index) ? [at] : []));
		return [{ variable, value: value as readonly CslName[], indices, end, hidden }];
	});
	const extraNames = Math.max(0, ...lists.map(({ hidden }) => hidden.length));
	if (extraNames === 0) return null;
	const names = [...input.names];
	const item: Record<string, CslInput['item'][string]> = { ...input.item };
	for (const { variable, value, indices, end, hidden } of lists) {
		const positions = shownPositions(value.length, end, hidden, extraNames);
		item[variable] = withFillers(value, positions, extraNames);
		for (const [at, position] of positions.entries()) {
			const index = indices[position] ?? -1;
			const name = names[index];
			if (name && at > 0 && positions[at - 1] !== position - 1) names[index] = { ...name, afterGap: true };
		}
	}
	const required = lists.flatMap(({ indices, hidden }) => hidden.map((at) => indices[at]));
	return {
		input: { ...input, names, item: item as CslInput['item'] },
		extraNames,
		isComplete(result) {
			const shown = namesIn(result);
			return !result.includes(fillerPlaceholder) && required.every((index) => index !== undefined && shown.has(index));
		},
	};
}

/** The indices of the names in a text. */
function namesIn(text: string): Set<number> {
	return new Set([...text.matchAll(namePlaceholder)].map(([, character = '']) => placeholderIndex(character)));
}

/** The index of a name; -1 if it has none. */
function indexOf({ family, literal }: CslName): number {
	const [index = -1] = namesIn(family ?? literal ?? '');
	return index;
}

/** Positions of the names to show: those shown so far, the marked ones, and as many of the next as the style then expects. */
function shownPositions(count: number, end: number, hidden: readonly number[], extraNames: number): number[] {
	const positions = new Set([...Array(end).keys(), ...hidden]);
	for (let at = end; at < count && positions.size < end + extraNames; at++) positions.add(at);
	return [...positions].sort((a, b) => a - b);
}

/** The names at the positions. If other names follow, fillers make the list long enough for the style to cut it as before. */
function withFillers(names: readonly CslName[], positions: readonly number[], extraNames: number): CslName[] {
	const list = positions.flatMap((position) => names[position] ?? []);
	const last = names.at(-1);
	if (!last || positions.at(-1) === names.length - 1) return list;
	const missing = Math.max(0, names.length + extraNames - list.length - 1);
	return [...list, ...Array<CslName>(missing).fill({ literal: fillerPlaceholder }), last];
}
