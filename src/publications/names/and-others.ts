const whole =
	/^(?:others|(?:et|and)\.?\s+al(?:ii|ia|\.)?|et\s+coll\.?|u\.\s?a\.|\.\.\.|…|等人?|(?:other|co-?) ?(?:authors|workers)|\(?(?:\d+|many|several) (?:more|(?:more |other )?(?:co-?)?authors|others)\)?)\.?$/i;
const atEnd =
	/[\s,]+(?:\\[a-z]+\s*)?\{?(?:\\[a-z]+\s+)?(?:et\.?\s+al(?:ii|\.)?|u\.\s?a\.|\.\.\.|…|\\l?dots|等人?)\}?\.?$/i;
/** Chinese for 'et al.', directly after a name. */
const afterHan = /(?<=\p{Script=Han}{2})等人?$/u;

/**
 * Removes 'et al.' from the end of a name. Empty if nothing else is left: BibTeX's `others`, `{et al.}` and similar words.
 * Without 'et al.', returns the same string. `{Others}` in braces is a name.
 */
export function withoutEtAl(name: string): string {
	// Fast path: the last character rules out nearly every name.
	if (!'slia.}…等人)'.includes(name.charAt(name.length - 1).toLowerCase()) && !name.endsWith(' more')) return name;
	const bare = name.replace(/^(?:\\[a-z]+\s*)?\{(?:\\[a-z]+\s+)?|\}$/gi, '').trim();
	if (whole.test(bare)) return name.startsWith('{') && /^others$/i.test(bare) ? name : '';
	if (/[等人]$/.test(name)) return name.replace(afterHan, '').replace(atEnd, '');
	const end = name.slice(-24);
	return atEnd.test(end) ? name.slice(0, -24) + end.replace(atEnd, '') : name;
}
