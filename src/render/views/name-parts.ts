import type { NameStyle } from '../../lists/list.ts';
import type { Name } from '../../publications/names/name.ts';
import { isCjk } from '../../publications/names/name-checks.ts';
import { initials, writtenInitials } from './initials.ts';

/** A piece of a name as written. */
export interface NamePart {
	readonly role: 'family' | 'given' | 'particle' | 'suffix' | 'literal' | 'separator';
	readonly text: string;
}

type Style = Pick<NameStyle, 'initializeWith' | 'initializeWithHyphen' | 'sortSeparator'>;

/**
 * The parts of a name in their order, separators among them (CSL 1.0.2, 'Name-part Order'): sorted is 'Beethoven,
 * Ludwig van', or 'van Beethoven L' where no comma stands between, and 'van der Berg, Jan' with a particle that is not
 * dropped; else 'Ludwig van Beethoven'. A name in
 * Chinese characters, kana or hangul stands family first without separator, its given name in full.
 */
export function nameParts(name: Name, sorted: boolean, style: Style): NamePart[] {
	if (name.literal !== null) return [{ role: 'literal', text: name.literal }];
	const eastern = isCjk(name.family + name.given);
	const given = eastern || style.initializeWith === null ? name.given : givenInitials(name, style);
	const family = part('family', name.family);
	const held = part('particle', name.nonDroppingParticle);
	const dropped = part('particle', name.droppingParticle);
	const suffix = part('suffix', name.suffix);
	if (eastern) return joined([[family], [part('given', given)]], '');
	if (!sorted) return spaced([part('given', given), dropped, held, family, suffix]);
	// 'Cruz M de la' could not be read: without a comma the particle stays in front, as Vancouver lists have it.
	if (!style.sortSeparator.includes(',')) {
		return joined([[dropped, held, family], [part('given', given)], [suffix]], style.sortSeparator);
	}
	return joined([[held, family], [part('given', given), dropped], [suffix]], style.sortSeparator);
}

function givenInitials(name: Name, style: Style): string {
	const write = name.givenInitials === null ? initials : writtenInitials;
	return write(name.givenInitials ?? name.given, style.initializeWith ?? '', style.initializeWithHyphen);
}

function part(role: NamePart['role'], text: string): NamePart {
	return { role, text };
}

function joined(groups: readonly (readonly NamePart[])[], separator: string): NamePart[] {
	const written = groups.map(spaced).filter((group) => group.length > 0);
	return written.flatMap((group, at) => (at > 0 && separator ? [part('separator', separator), ...group] : group));
}

const joins = /['’\p{Pd}]$/u;

/** Parts with a space between them; none after a particle that ends in an apostrophe or hyphen ("d'", 'al-'). */
function spaced(parts: readonly NamePart[]): NamePart[] {
	const all: NamePart[] = [];
	for (const each of parts) {
		if (each.text === '') continue;
		const before = all.at(-1);
		if (before && !(before.role === 'particle' && joins.test(before.text))) all.push(part('separator', ' '));
		all.push(each);
	}
	return all;
}
