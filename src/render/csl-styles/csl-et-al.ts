import type { CslName } from '../../publications/csl/csl-item.ts';
import type { CslInput } from './csl-input.ts';
import { filler, heldIndex, nameSign } from './csl-signs.ts';

/** An item to be written once more, by its style with so many names more before each 'et al.'. */
export interface LongerList {
	readonly input: CslInput;
	readonly raise: number;
	/** Whether what the style makes of it is as it was meant: every marked name is there, and nothing else. */
	holds(written: string): boolean;
}

/**
 * An item whose marked names stand where a style does not cut them, for one whose list of names it cut before them:
 * 'A, B, …, Marked, et al.'. Null where no marked name is missing. A list of which nothing is shown is none that was cut.
 *
 * @param written what the style made of the item
 */
export function longerList(input: CslInput, written: string): LongerList | null {
	const shown = signsIn(written);
	const lists = Object.entries(input.item).flatMap(([variable, value]) => {
		const signs = Array.isArray(value) ? value.map(signOf) : [];
		const end = signs.findIndex((sign) => !shown.has(sign));
		if (end < 1) return [];
		const hidden = signs.flatMap((sign, at) => (input.names[sign]?.marked && !shown.has(sign) ? [at] : []));
		return [{ variable, value: value as readonly CslName[], signs, end, hidden }];
	});
	const raise = Math.max(0, ...lists.map(({ hidden }) => hidden.length));
	if (raise === 0) return null;
	const names = [...input.names];
	const item: Record<string, CslInput['item'][string]> = { ...input.item };
	for (const { variable, value, signs, end, hidden } of lists) {
		const kept = keptNames(value.length, end, hidden, raise);
		item[variable] = refilled(value, kept, raise);
		for (const [at, index] of kept.entries()) {
			const sign = signs[index] ?? -1;
			const name = names[sign];
			if (name && at > 0 && kept[at - 1] !== index - 1) names[sign] = { ...name, afterGap: true };
		}
	}
	const wanted = lists.flatMap(({ signs, hidden }) => hidden.map((at) => signs[at]));
	return {
		input: { ...input, names, item: item as CslInput['item'] },
		raise,
		holds(again) {
			const found = signsIn(again);
			return !again.includes(filler) && wanted.every((sign) => sign !== undefined && found.has(sign));
		},
	};
}

/** The signs of the names in a text. */
function signsIn(text: string): Set<number> {
	return new Set([...text.matchAll(nameSign)].map(([, sign = '']) => heldIndex(sign)));
}

/** The sign that a name carries; -1 for none. */
function signOf({ family, literal }: CslName): number {
	const [sign = -1] = signsIn(family ?? literal ?? '');
	return sign;
}

/** Which names are to be shown: those that were, the marked ones, and of the next as many as the style then asks for. */
function keptNames(count: number, end: number, hidden: readonly number[], raise: number): number[] {
	const kept = new Set([...Array(end).keys(), ...hidden]);
	for (let at = end; at < count && kept.size < end + raise; at++) kept.add(at);
	return [...kept].sort((one, other) => one - other);
}

/** The names kept, and, where names follow them, as many more as it takes for the style to cut the list as before. */
function refilled(names: readonly CslName[], kept: readonly number[], raise: number): CslName[] {
	const list = kept.flatMap((index) => names[index] ?? []);
	const last = names.at(-1);
	if (!last || kept.at(-1) === names.length - 1) return list;
	const missing = Math.max(0, names.length + raise - list.length - 1);
	return [...list, ...Array<CslName>(missing).fill({ literal: filler }), last];
}
