const whole =
	/^(?:others|(?:et|and)\.?\s+al(?:ii|ia|\.)?|et\s+coll\.?|\.\.\.|…|等人?|(?:other|co-?) ?(?:authors|workers)|\(?(?:\d+|many|several) (?:more|(?:more |other )?(?:co-?)?authors|others)\)?)\.?$/i;
const atEnd = /[\s,]+(?:\\[a-z]+\s*)?\{?(?:\\[a-z]+\s+)?(?:et\.?\s+al(?:ii|\.)?|\.\.\.|…|\\l?dots|等人?)\}?\.?$/i;
/** German for 'et al.'; in capitals, they are initials. */
const german = /(?:^|[\s,])u\.\s?a\.$/;
/** Chinese for 'et al.', directly after a name. */
const afterHan = /(?<=\p{Script=Han}{2})等人?$/u;

/**
 * Removes 'et al.' from the end of a name. Empty if nothing else is left: BibTeX's `others`, biber's `{others}`, `{et
 * al.}` and similar words. Without 'et al.', returns the same string. `{Others}` with a capital letter is a name.
 */
export function withoutEtAl(name: string): string {
	// Fast path: the last character rules out nearly every name.
	if (!'slia.}…等人)'.includes(name.charAt(name.length - 1).toLowerCase()) && !name.endsWith(' more')) return name;
	const bare = name.replace(/^(?:\\[a-z]+\s*)?\{(?:\\[a-z]+\s+)?|\}$/gi, '').trim();
	if (whole.test(bare)) return name.startsWith('{') && /^others$/i.test(bare) && bare !== 'others' ? name : '';
	if (/[等人]$/.test(name)) return name.replace(afterHan, '').replace(atEnd, '');
	const end = name.slice(-24);
	if (german.test(end)) return (name.slice(0, -24) + end.replace(german, '')).replace(/[\s,]{1,9}$/, '');
	return atEnd.test(end) ? name.slice(0, -24) + end.replace(atEnd, '') : name;
}
