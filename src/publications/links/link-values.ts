import { decodeAddress } from '../identifiers/url-safety.ts';

/** One target in a link field, without LaTeX, and the LaTeX of its label, if any. */
interface LinkValue {
	readonly target: string;
	readonly label: string | null;
}

const begin = String.raw`(?:https?:\/\/|www\.|mailto:|\\url\b|\\href\b|<a\s)`;
const between = new RegExp(
	String.raw`\s*(?:[,;|]|\\\\|\s(?:and|or|und)\s)\s*(?=[{<]?${begin})|\s+\|\s+|\s+(?=[{<]?${begin})`,
	'i',
);

/**
 * Splits a link field with several links: at spaces, commas, semicolons, `|` and 'and' where another address begins (an
 * address may contain a comma). `\href{u}{words}`, `[words](u)` and `<a href="u">words</a>` keep their words. A relative
 * path with spaces ('My paper.pdf') is one link.
 */
export function splitLinks(value: string): LinkValue[] {
	if (/^[\w:/.?=#@~+-]+$/.test(value)) return [{ target: value, label: null }];
	if (value.length > 16384) return [];
	const links: LinkValue[] = [];
	let rest = value.replace(/\s+/g, ' ').replace(/\\{2,}(?=(?:url|href)\s*\{)/g, '\\');
	for (let at = rest.indexOf('\\href'); at >= 0; at = rest.indexOf('\\href')) {
		links.push(...splitPlain(rest.slice(0, at)));
		const target = group(rest, at + 5);
		const label = target && group(rest, target.end);
		if (target) links.push({ target: squeeze(decodeAddress(target.text)), label: label?.text ?? null });
		rest = rest.slice((label ?? target)?.end ?? at + 5);
	}
	links.push(...splitPlain(rest));
	return links;
}

function splitPlain(text: string): LinkValue[] {
	if (!/[^\s,;|{}]/.test(text)) return [];
	const labelled =
		/^\s*(?:\[([^[\]]*)\]\(([^()\s]*)\)|<a\s+[^<>]*?href\s*=\s*["']?([^"'<>\s]*)["']?[^<>]*>([^<>]*)<\/a>)\s*$/i.exec(
			text,
		);
	if (labelled)
		return [{ target: decodeAddress(labelled[2] ?? labelled[3] ?? ''), label: labelled[1] ?? labelled[4] ?? null }];
	return text.split(between).flatMap((piece): LinkValue[] => {
		const target = cleaned(piece);
		return target === '' || target === 'and' ? [] : [{ target, label: null }];
	});
}

function cleaned(piece: string): string {
	const written = piece.replace(/^[\s,;|]+|[\s,;|]+$/g, '');
	const url = /^\{?\\url\b/.test(written) ? group(written, written.indexOf('url') + 3) : null;
	if (url) return squeeze(decodeAddress(url.text));
	const address = decodeAddress(written);
	// Several words after an address are a remark: 'https://… (last visited in May)'.
	if (/^(?:https?:|www\.)/i.test(address)) return address.replace(brokenLine, '').split(/\s/)[0] ?? '';
	return address;
}

/**
 * The whitespace of a line break in an address: after a character that cannot end one, or before more of its path.
 * 'https://example.org/long/ path/page.html'.
 */
const brokenLine =
	/(?<=^https?:\/\/(?:www\.)?)\s+|(?<=[=&?%_-])\s+(?=[\w%])|(?<=\/)\s+(?=[\w%~.-]+[/?=])|(?<=\/)\s+(?=[\w%~.-]+\.(?:html?|pdf|php|aspx?)\b)|(?<=[\w/])\s+(?=[/?&=][\w%])/gi;

/** Removes whitespace, as LaTeX does inside `\url` and `\href`. */
function squeeze(address: string): string {
	return address.replace(/\s+/g, '');
}

/** The brace group at or after `from`, skipping whitespace. */
function group(text: string, from: number): { text: string; end: number } | null {
	let at = from;
	while (/\s/.test(text[at] ?? '')) at++;
	if (text[at] !== '{') return null;
	let depth = 0;
	for (let end = at; end < text.length; end++) {
		const character = text[end];
		if (character === '\\') end++;
		else if (character === '{') depth++;
		else if (character === '}' && --depth === 0) return { text: text.slice(at + 1, end), end: end + 1 };
	}
	return null;
}
