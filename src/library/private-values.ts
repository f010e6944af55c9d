import { decodeUrl } from '../latex/latex-url.ts';

/** Schemes of addresses that others can open. Those of reference managers and of shared disks are private. */
const publicSchemes = /^(?:https?|ftps?|git|svn|doi|urn|info|hdl|ark|ipfs)$/i;

const paths: readonly RegExp[] = [
	// The home folder of a user, also in a list of files or in a sentence, but not in an address.
	/(?:^|[\s;:,="'({[])\/(?:home|users|root|volumes|mnt)\/[^\s/]/i,
	/(?:^|[\s;:,="'({[])[a-z]:[\\/]+(?:users|home|documents and settings)[\\/]/i,
	/\bfile:(?:\/|\\)/i,
	// A whole value: a path on a Windows disk, of a network folder, or in the home folder.
	/^[a-z]:[\\/][^{}$]*$/i,
	/^\\\\[\w.-]+\\[^{}$]*$/,
	/^~[\w.-]*\/\S*$/,
];

/** True for a value with a path on the user's disk, or with an address that only the user's programs can open. */
export function isPrivateValue(value: string): boolean {
	// Fast path: each of them has one of these.
	if (!/[/\\]/.test(value)) return false;
	const trimmed = value.trim();
	const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(trimmed)?.[1];
	if (scheme !== undefined && !publicSchemes.test(scheme)) return true;
	// JabRef writes `\:` in lists of files; LaTeX has several spellings of `~` and `\`.
	const plain = trimmed
		.replaceAll('\\:', ':')
		.replace(/\{?\\textbackslash(?:\{\}|(?![a-z]))\}? ?/gi, '\\')
		.replace(/^\\~(?:\{\})?|^\{?\\textasciitilde(?:\{\}|(?![a-z]))\}? ?|^\$\\sim\$/i, '~');
	return paths.some((path) => path.test(plain) || path.test(unbraced(plain)));
}

/** The value of `{\url{/home/jane/x.pdf}}`, without LaTeX. */
function unbraced(value: string): string {
	const inner = /^\{*\s*(?:\\(?:url|path|nolinkurl|texttt)\s*)?\{([^{}]*)\}+$/.exec(value)?.[1];
	return inner === undefined ? value : decodeUrl(inner);
}

/** Fields with names (BibLaTeX manual §2.2.2), of BibTeX, and of other programs. */
export const nameFields: ReadonlySet<string> = new Set([
	...['author', 'editor', 'editora', 'editorb', 'editorc', 'translator', 'bookauthor', 'shortauthor', 'shorteditor'],
	...['afterword', 'annotator', 'commentator', 'foreword', 'introduction', 'holder', 'sortname', 'speaker', 'inventor'],
	...['namea', 'nameb', 'namec', 'authors', 'editors', 'advisor', 'supervisor', 'director', 'reviewer', 'collaborator'],
]);

const localPart = /[\p{L}\p{N}.+_%\\-]/u;
const domainPart = /[\p{L}\p{N}.-]/u;

/**
 * A list of names in LaTeX without mail addresses: `Jane Doe <jane@x.org> and jane@x.org` becomes `Jane Doe`. All else stays
 * as it is.
 */
export function withoutMail(names: string): string {
	if (!names.includes('@')) return names;
	const parts = names.split(/(?<=\s)and(?=\s)/i);
	const cleaned = parts.map((part) => (part.includes('@') ? nameWithoutMail(part) : part));
	const kept = cleaned.filter((part, index) => part === parts[index] || /[\p{L}\p{N}]/u.test(part));
	return kept.length === parts.length ? kept.join('and') : kept.join('and').replace(/^\s+|\s+$/g, '');
}

function nameWithoutMail(name: string): string {
	/** The characters before `next` that stay. */
	const kept: string[] = [];
	let next = 0;
	for (let at = name.indexOf('@'); at >= 0; at = name.indexOf('@', next)) {
		while (next < at) kept.push(name[next++] as string);
		const end = mailEnd(kept, name, at);
		if (end === null) kept.push('@');
		next = end ?? at + 1;
	}
	const result = kept.join('') + name.slice(next);
	if (result === name) return name;
	const start = name.length - name.trimStart().length;
	let end = result.length;
	while (end > 0 && /[\s,;]/.test(result[end - 1] as string)) end--;
	return name.slice(0, start) + result.slice(0, end).replace(/^[\s,;]+/, '') + name.slice(name.trimEnd().length);
}

/**
 * The end of a mail address and of the brackets and the command around it; null if the `@` is not part of one. Removes what
 * precedes the `@` of the address from the text that is kept.
 */
function mailEnd(kept: string[], text: string, at: number): number | null {
	let start = kept.length;
	while (start > 0 && localPart.test(kept[start - 1] as string)) start--;
	let end = at + 1;
	while (end < text.length && domainPart.test(text[end] as string)) end++;
	if (start === kept.length || !/\.[\p{L}\p{N}]/u.test(text.slice(at + 1, end))) return null;
	while (text[end - 1] === '.') end--;
	kept.length = start;
	const before = () => kept.slice(-20).join('');
	if (/mailto:$/i.test(before())) kept.length -= 7;
	for (;;) {
		const after = text.slice(end, end + 20);
		const pair = brackets.find(([open, close]) => open.test(before()) && close.test(after));
		if (!pair) break;
		kept.length -= pair[0].exec(before())?.[0].length ?? 0;
		end += pair[1].exec(after)?.[0].length ?? 0;
	}
	while (/\s/.test(kept.at(-1) ?? '')) kept.pop();
	return end;
}

/** Pairs of brackets around an address: the end of the text before it, and the beginning of the text after it. */
const brackets: readonly (readonly [open: RegExp, close: RegExp])[] = [
	[/<\s*$/, /^\s*>/],
	[/\(\s*$/, /^\s*\)/],
	[/\[\s*$/, /^\s*\]/],
	[/\$<\$\s*$/, /^\s*\$>\$/],
	[/\{?\\textless(?:\{\}|\s*)\}?\s*$/, /^\s*\{?\\textgreater(?:\{\}|\s*)\}?/],
	// `\thanks{…}`, `\href{…}{…}`, which keeps its text, or only braces.
	[/(?:\\[a-z]+\s*)?\{\s*$/i, /^\s*\}/],
];
