import type { Name } from '../publications/name.ts';
import type { Publication } from '../publications/publication.ts';
import { firstWords } from './name-form.ts';

interface Variant {
	readonly name: Name;
	readonly initial: string;
	readonly full: boolean;
	count: number;
}

/**
 * The author of most works, all spellings of the name taken together, and the number of those works; null when there
 * is no author. Full given names are told apart by the first of them; initials go to the most frequent full name they
 * fit. The name given is the most frequent spelling with full given names. A draw goes to the one met first.
 */
export function mostFrequentAuthor(publications: readonly Publication[]): { name: Name; count: number } | null {
	const variants = new Map<string, Variant>();
	const spellings = new Map<string, Map<string, { name: Name; count: number }>>();
	for (const publication of publications) {
		const met = new Set<string>();
		for (const name of publication.contributors.author?.names ?? []) {
			if (name.literal !== null) continue;
			const { key, initial, full } = keyOf(name);
			count(spellings, key, name);
			if (met.has(key)) continue;
			met.add(key);
			const known = variants.get(key);
			if (known) known.count++;
			else variants.set(key, { name, initial, full, count: 1 });
		}
	}
	const best = mergeInitials([...variants]);
	if (!best) return null;
	const written = [...(spellings.get(best.key)?.values() ?? [])];
	const first = written.reduce((one, other) => (other.count > one.count ? other : one), { name: best.name, count: 0 });
	return { name: first.name, count: best.count };
}

/** Family name and first given name, or its initial, in one word. */
function keyOf(name: Name): { key: string; initial: string; full: boolean } {
	const { family, given } = firstWords(name);
	const initial = `${family.spelt}|${given?.spelt[0] ?? ''}`;
	return given?.kind === 'full'
		? { key: `${family.spelt}|${given.spelt}`, initial, full: true }
		: { key: `${initial}.`, initial, full: false };
}

function count(spellings: Map<string, Map<string, { name: Name; count: number }>>, key: string, name: Name): void {
	const written = `${name.family}, ${name.given}`;
	const known = spellings.get(key) ?? new Map<string, { name: Name; count: number }>();
	const spelling = known.get(written);
	if (spelling) spelling.count++;
	else known.set(written, { name, count: 1 });
	spellings.set(key, known);
}

function mergeInitials(variants: readonly (readonly [key: string, variant: Variant])[]) {
	const byInitial = new Map<string, readonly [key: string, variant: Variant]>();
	for (const pair of variants) {
		const [, variant] = pair;
		const known = byInitial.get(variant.initial);
		if (variant.full && (!known || variant.count > known[1].count)) byInitial.set(variant.initial, pair);
	}
	const counts = new Map<string, { key: string; name: Name; count: number }>();
	for (const [key, variant] of variants) {
		const [into, home] = variant.full ? [key, variant] : (byInitial.get(variant.initial) ?? [key, variant]);
		const known = counts.get(into);
		if (known) known.count += variant.count;
		else counts.set(into, { key: into, name: home.name, count: variant.count });
	}
	let best: { key: string; name: Name; count: number } | null = null;
	for (const each of counts.values()) if (!best || each.count > best.count) best = each;
	return best;
}
