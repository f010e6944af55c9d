import type { NameStyle } from '../../lists/list.ts';
import { withApostrophes } from '../../publications/names/apostrophes.ts';
import type { Name } from '../../publications/names/name.ts';
import { isCjk } from '../../publications/names/name-checks.ts';
import { initials, writtenInitials } from './initials.ts';

/** A part of a written name. */
export interface NamePart {
	readonly role: 'family' | 'given' | 'particle' | 'suffix' | 'literal' | 'separator';
	readonly text: string;
}

type Style = Pick<NameStyle, 'initializeWith' | 'initializeWithHyphen' | 'sortSeparator'>;

/**
 * The parts of a name in order, including separators (CSL 1.0.2, 'Name-part Order'). Sorted: 'Beethoven, Ludwig van';
 * 'van Beethoven L' if the separator has no comma; 'van der Berg, Jan' with a non-dropping particle. Else 'Ludwig van
 * Beethoven'. A name in Chinese characters, kana or hangul has the family first, no separator, and a full given name. In
 * other scripts without cases, such as Arabic and Hebrew, the given name stays as written, too. Without a comma, it precedes
 * the family name, because nothing else would tell them apart.
 */
export function nameParts(name: Name, sorted: boolean, style: Style): NamePart[] {
	if (name.literal !== null) return [part('literal', name.literal)];
	const eastern = isCjk(name.family + name.given);
	const asWritten = name.givenInitials === null && caselessFirst.test(name.given);
	const given = asWritten || style.initializeWith === null ? name.given : givenInitials(name, style);
	const family = part('family', name.family);
	const nonDropping = part('particle', name.nonDroppingParticle);
	const dropping = part('particle', name.droppingParticle);
	const suffix = part('suffix', name.suffix);
	if (eastern) return joined([[family], [part('given', given)]], '');
	const hasComma = style.sortSeparator.includes(',');
	if (!sorted || (asWritten && !hasComma))
		return withSpaces([part('given', given), dropping, nonDropping, family, suffix]);
	// 'Cruz M de la' would be misread: without a comma the particle comes first, as in Vancouver style.
	if (!hasComma) {
		return joined([[dropping, nonDropping, family], [part('given', given)], [suffix]], style.sortSeparator);
	}
	return joined([[nonDropping, family], [part('given', given), dropping], [suffix]], style.sortSeparator);
}

/** The first letter is of a script without cases. */
const caselessFirst = /^\P{L}*\p{Lo}/u;

function givenInitials(name: Name, style: Style): string {
	const write = name.givenInitials === null ? initials : writtenInitials;
	return write(name.givenInitials ?? name.given, style.initializeWith ?? '', style.initializeWithHyphen);
}

function part(role: NamePart['role'], text: string): NamePart {
	return { role, text: role === 'separator' ? text : withApostrophes(text) };
}

function joined(groups: readonly (readonly NamePart[])[], separator: string): NamePart[] {
	const written = groups.map(withSpaces).filter((group) => group.length > 0);
	return written.flatMap((group, at) => (at > 0 && separator ? [part('separator', separator), ...group] : group));
}

const endsInJoiner = /['’\p{Pd}]$/u;

/** Separates parts by spaces, except after a particle that ends in an apostrophe or hyphen ("d'", 'al-'). */
function withSpaces(parts: readonly NamePart[]): NamePart[] {
	const all: NamePart[] = [];
	for (const next of parts) {
		if (next.text === '') continue;
		const previous = all.at(-1);
		if (previous && !(previous.role === 'particle' && endsInJoiner.test(previous.text))) {
			all.push(part('separator', ' '));
		}
		all.push(next);
	}
	return all;
}
