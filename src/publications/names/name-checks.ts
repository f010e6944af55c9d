import { isSuffix } from './name-suffixes.ts';

/** Whether a text contains only Chinese characters, kana or hangul. */
export function isCjk(text: string): boolean {
	if (text.charCodeAt(0) <= 0x10ff) return false;
	return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー・\s]+$/u.test(text);
}

/**
 * Why a text does not look like a name, and what to do; null if it does. Conservative, because unusual names exist.
 * @param name the whole name as written, without braces around it
 * @param parts the name, split at commas
 */
export function nameProblem(name: string, parts: readonly string[]): [message: string, hint: string] | null {
	if (/[\d@]|:\/\//.test(name)) {
		// `read-names.ts` removes and reports addresses.
		if (/@/.test(name)) return [`Unexpected "@" in the name "${name}"`, 'Remove it'];
		if (/:\/\//.test(name)) return [`Web address in the name "${name}"`, 'Remove the address'];
		if (!/\b(?:2nd|3rd|4th)\b/.test(name)) {
			return [`Digits in the name "${name}"`, 'Remove them, or put the name of an organization in braces'];
		}
	}
	// ACM's export: 'Michaundefined' for Michał.
	if (/\p{L}undefined\b/u.test(name)) {
		return [`"undefined" in the name "${name}"`, 'Replace it by the letter that an export program lost'];
	}
	if (/^(?:Prof|Dr|Mrs?|Ms)\. /.test(name)) {
		return [`Title in the name "${name}"`, 'Remove the title, which BibTeX reads as a given name'];
	}
	if (parts.length > 3) return [`Too many commas in the name "${name}"`, 'Write "von Last, Jr, First"'];
	if (parts.length === 3 && !isSuffix(parts[1] ?? '') && /\p{Ll}/u.test(parts[1] ?? '')) {
		return [
			`"${parts[1]}" in the place of a suffix such as "Jr." in "${name}"`,
			'Write "Last, First" or "Last, Jr, First"; write "and" between names',
		];
	}
	if (parts.length > 1) return null;
	if (/^\p{Lu}[\p{L}'’-]+ \p{Lu}{2,3}$/u.test(name) && !/^\p{Lu}+ /u.test(name) && !/ I{2,3}$/.test(name)) {
		return [`Initials in the place of the last name in "${name}"`, `Write "${name.replace(' ', ', ')}"`];
	}
	if (/^\p{Ll}+ \p{Ll}+$/u.test(name)) {
		return [`Lower-case name "${name}"`, 'Capitalize it; BibTeX reads lower-case words as particles'];
	}
	return null;
}
