/** Words that are in the names of bodies and in no family name. Incomplete on purpose: the sure ones. */
const bodyWords =
	/(?:^|\s)(?:Collaborations?|Consortium|Organi[sz]ation|Universit(?:y|ies|ät|é|à|eit)|Institut[eo]?|Committee|Commission|Foundation|Ministry|Department|Association|Corporation|Federation|Laborator(?:y|ies)|(?:Working|Study|Research|Investigators?) Group|Task Force|Inc\.|Ltd\.?|LLC|GmbH)(?:\s|$)/;

/** Whether a name without a comma or braces is surely that of a body ('ATLAS Collaboration'). */
export function isBody(name: string): boolean {
	return name.includes(' ') && (bodyWords.test(name) || name.includes(' & '));
}

/** Whether a text is written in Chinese characters, kana or hangul alone. */
export function isCjk(text: string): boolean {
	if (text.charCodeAt(0) <= 0x10ff) return false;
	return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー・\s]+$/u.test(text);
}

/** What to say of a name whose initials stand last, which is read with the comma it lacks. */
export function initialsLast(name: string, turned: readonly string[]): [message: string, hint: string] {
	const right = turned.join(', ');
	return [`Unexpected initials behind the family name of “${name}”; read as “${right}”`, `Write “${right}”`];
}

/**
 * Why a name does not look like one, and what to do; null when it does. Conservative: a strange name is no error.
 * @param name the whole name as written, without braces around it
 * @param parts its comma parts
 */
export function suspicion(name: string, parts: readonly string[]): [message: string, hint: string] | null {
	if (/[\d@]|:\/\//.test(name)) {
		if (/@/.test(name)) return [`Unexpected e-mail address in the name “${name}”`, 'Take the address out of the field'];
		if (/:\/\//.test(name)) return [`Unexpected address in the name “${name}”`, 'Take the address out of the field'];
		if (!/\b(?:2nd|3rd|4th)\b/.test(name)) {
			return [`Unexpected digits in the name “${name}”`, 'Take them out, or put the name of a body in braces'];
		}
	}
	// ACM's export: 'Michaundefined' for Michał.
	if (/\p{L}undefined\b/u.test(name)) {
		return [`Unexpected “undefined” in the name “${name}”`, 'Write the letter that a program had no sign for'];
	}
	if (/^(?:Prof|Dr|Mrs?|Ms)\. /.test(name)) {
		return [`Unexpected title in the name “${name}”`, 'Leave titles out: they count as given names'];
	}
	if (parts.length > 3) return [`Unexpected commas in the name “${name}”`, 'Write “von Last, Jr, First”'];
	if (parts.length > 1) return null;
	if (/^\p{Lu}[\p{L}'’-]+ \p{Lu}{2,3}$/u.test(name) && !/^\p{Lu}+ /u.test(name) && !/ I{2,3}$/.test(name)) {
		return [`Unexpected initials in the place of the last name of “${name}”`, `Write “${name.replace(' ', ', ')}”`];
	}
	if (/^\p{Ll}+ \p{Ll}+$/u.test(name)) {
		return [`Unexpected lower case in the name “${name}”`, 'Give it capitals: BibTeX takes lower case for a particle'];
	}
	return null;
}
