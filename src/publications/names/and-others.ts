const whole =
	/^(?:others|(?:et|and)\.?\s+al(?:ii|ia|\.)?|et\s+coll\.?|u\.\s?a\.|\.\.\.|…|等人?|(?:other|co-?) ?(?:authors|workers)|\(?(?:\d+|many|several) (?:more|(?:more |other )?(?:co-?)?authors|others)\)?)\.?$/i;
const atEnd =
	/[\s,]+(?:\\[a-z]+\s*)?\{?(?:\\[a-z]+\s+)?(?:et\.?\s+al(?:ii|\.)?|u\.\s?a\.|\.\.\.|…|\\l?dots|等人?)\}?\.?$/i;
/** Chinese for 'et al.', right behind a name. */
const behindHan = /(?<=\p{Script=Han}{2})等人?$/u;

/**
 * A name without the 'et al.' it ends in; empty when it is nothing else: BibTeX's `others`, or `{et al.}` and what
 * else people write. The same string when there is none; `{Others}` in braces is a name.
 */
export function withoutEtAl(name: string): string {
	// One look at the last character spares nearly every name the rest.
	if (!'slia.}…等人)'.includes(name.charAt(name.length - 1).toLowerCase()) && !name.endsWith(' more')) return name;
	const bare = name.replace(/^(?:\\[a-z]+\s*)?\{(?:\\[a-z]+\s+)?|\}$/gi, '').trim();
	if (whole.test(bare)) return name.startsWith('{') && /^others$/i.test(bare) ? name : '';
	if (/[等人]$/.test(name)) return name.replace(behindHan, '').replace(atEnd, '');
	const end = name.slice(-24);
	return atEnd.test(end) ? name.slice(0, -24) + end.replace(atEnd, '') : name;
}
