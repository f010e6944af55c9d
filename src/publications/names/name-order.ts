import { nameParts } from './name-split.ts';
import { isCertainSuffix, isFinalSuffix, isSuffix, splitSuffix } from './name-suffixes.ts';
import { endsInFamilyName, isInitials, isWhole } from './name-words.ts';

/** The comma parts of a name in BibTeX's order. */
interface OrderedName {
	/** 'First von Last', or 'von Last' and 'First', or three parts that were in order. */
	readonly parts: readonly string[];
	/** A suffix that was in another place. */
	readonly suffix: string;
	/** What is wrong with the written order, as a message begins; null if nothing is. */
	readonly problem:
		| 'Suffix in the wrong place in'
		| 'Initials in the place of a suffix in'
		| 'Comma between given names in'
		| null;
}

/**
 * Puts the comma parts of a name in order. BibTeX expects 'von Last, Jr, First', but people write the suffix in any place
 * ('Brooks, Frederick P., Jr.', 'III, John F. Brown', 'Brooks Jr., Frederick P.'), and programs write initials in its place
 * ('Hoffman, L., Kelsey').
 */
export function orderedName(parts: readonly string[]): OrderedName {
	const [family = '', middle = '', given = ''] = parts;
	const [first, second, third] = [bareText(family), bareText(middle), bareText(given)];
	const asWritten: OrderedName = { parts, suffix: '', problem: null };
	const moved = (rest: readonly string[], suffix: string): OrderedName => ({
		parts: rest,
		suffix,
		problem: 'Suffix in the wrong place in',
	});
	if (parts.length === 1) {
		const split = splitSuffix(family);
		return split?.[0].includes(' ') ? moved([split[0]], split[1]) : asWritten;
	}
	if (parts.length === 2) {
		// 'Smith, IV' is probably I. V. Smith.
		if (isCertainSuffix(second)) return isWhole(first) || second !== 'IV' ? moved([family], middle) : asWritten;
		if (isCertainSuffix(first)) return endsInFamilyName(second) ? moved([middle], family) : asWritten;
		const splitFamily = splitSuffix(family);
		if (splitFamily) return moved([splitFamily[0], middle], splitFamily[1]);
		const splitGiven = splitSuffix(middle);
		return splitGiven ? moved([family, splitGiven[0]], splitGiven[1]) : asWritten;
	}
	if (parts.length !== 3 || isSuffix(second)) return asWritten;
	if (isFinalSuffix(third)) return moved([family, middle], given);
	if (isInitials(third) && givenName.test(second)) {
		return { parts: [family, `${middle} ${given}`], suffix: '', problem: 'Comma between given names in' };
	}
	if (!isInitials(second) || (isInitials(third) && /\p{Lu}{2}/u.test(second))) return asWritten;
	// A full given name precedes its initials; between initials, the written order is the best guess.
	const givenNames = isInitials(third) ? `${middle} ${given}` : `${given} ${middle}`;
	return { parts: [family, givenNames], suffix: '', problem: 'Initials in the place of a suffix in' };
}

/** A single word such as 'Maria' before initials. */
const givenName = /^\p{Lu}\p{Ll}[\p{L}'’-]+$/u;

function bareText(part: string): string {
	return part.includes('{') ? part.replace(/[{}]/g, '') : part;
}

/** A name as BibTeX expects it: 'von Last, Jr, First'. */
export function writtenInOrder({ parts, suffix }: OrderedName): string {
	const { first, von, last } = nameParts(parts);
	return [`${von} ${last}`.trim(), suffix, first].filter((part) => part !== '').join(', ');
}
