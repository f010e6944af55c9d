import { nameParts } from './name-split.ts';
import { isCertainSuffix, isSuffix, splitSuffix } from './name-suffixes.ts';
import { endsInFamilyName, isInitials } from './name-words.ts';

/** The comma parts of a name in BibTeX's order. */
interface OrderedName {
	/** 'First von Last', or 'von Last' and 'First', or three parts that were in order. */
	readonly parts: readonly string[];
	/** A suffix that was in another place. */
	readonly suffix: string;
	/** What is wrong with the written order, as a message begins; null if nothing is. */
	readonly problem: 'Suffix in the wrong place in' | 'Initials in the place of a suffix in' | null;
}

/**
 * Puts the comma parts of a name in order. BibTeX expects 'von Last, Jr, First', but people write the suffix in any place
 * ('Brooks, Frederick P., Jr.', 'III, John F. Brown', 'Brooks Jr., Frederick P.'), and programs write initials in its place
 * ('Hoffman, L., Kelsey').
 */
export function orderedName(parts: readonly string[]): OrderedName {
	const [first = '', second = '', third = ''] = parts;
	const asWritten: OrderedName = { parts, suffix: '', problem: null };
	const moved = (rest: readonly string[], suffix: string): OrderedName => ({
		parts: rest,
		suffix,
		problem: 'Suffix in the wrong place in',
	});
	if (parts.length === 1) {
		const split = splitSuffix(first);
		return split?.[0].includes(' ') ? moved([split[0]], split[1]) : asWritten;
	}
	if (parts.length === 2) {
		if (isCertainSuffix(second)) return moved([first], second);
		if (isCertainSuffix(first)) return endsInFamilyName(second) ? moved([second], first) : asWritten;
		const family = splitSuffix(first);
		if (family) return moved([family[0], second], family[1]);
		const given = splitSuffix(second);
		return given ? moved([first, given[0]], given[1]) : asWritten;
	}
	if (parts.length !== 3 || isSuffix(second)) return asWritten;
	if (isSuffix(third)) return moved([first, second], third);
	if (!isInitials(second) || (isInitials(third) && /\p{Lu}{2}/u.test(second))) return asWritten;
	// A full given name precedes its initials; between initials, the written order is the best guess.
	const given = isInitials(third) ? `${second} ${third}` : `${third} ${second}`;
	return { parts: [first, given], suffix: '', problem: 'Initials in the place of a suffix in' };
}

/** A name as BibTeX expects it: 'von Last, Jr, First'. */
export function writtenInOrder({ parts, suffix }: OrderedName): string {
	const { first, von, last } = nameParts(parts);
	return [`${von} ${last}`.trim(), suffix, first].filter((part) => part !== '').join(', ');
}
