import { type RichText, richText } from '../latex/rich-text.ts';
import { safeAddress } from './identifiers/url-safety.ts';
import { splitLinks } from './links/link-values.ts';

/** Words that only introduce an address, in English and German: 'Available online at', 'Retrieved from', 'URL:'. */
const leadWords: ReadonlySet<string> = new Set(
	(
		'a accessible address also article at auf available can be found document download downloadable electronically for found free ' +
		'freely from full fulltext hosted http https in is link may murl net on online open paper preprint public publicly published ' +
		'retrieved see site software text the this through under unter url via visit web webpage website www ' +
		'abgerufen abrufbar online siehe unter verfügbar von'
	).split(' '),
);

/** Text after an address without information for readers: 'accessed 3 May 2020', a final full stop. */
const tail =
	/^[\s.,;:)\]}]*(?:[([]?\s*(?:last\s+)?(?:accessed|visited|checked|retrieved|abgerufen|besucht|zugriff)\b[^{}]{0,60})?[\s.,;:)\]}]*$/i;

/**
 * The address in a remark (`howpublished`, `note`) that contains only an address: `\url{…}`, 'Available at http://…'. Null
 * for any other remark, which is then shown with the address in it.
 */
export function addressOfRemark(value: string): string | null {
	const begin = /\\url\b|\\href\b|https?:\/\/|\bwww\./i.exec(value);
	if (!begin || value.length > 4096) return null;
	const introduction =
		value
			.slice(0, begin.index)
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? [];
	if (!introduction.every((word) => leadWords.has(word))) return null;
	const [link, ...others] = splitLinks(value.slice(begin.index).replace(/^(?=\\(?:url|href)\s*\{)/, ''));
	if (!link || others.length > 0 || (link.label !== null && !isAddress(link.label))) return null;
	return tail.test(afterAddress(value.slice(begin.index)))
		? safeAddress(link.target.replace(/(?<![.,;)])[.,;)]+$/, ''))
		: null;
}

function isAddress(label: string): boolean {
	return /^\s*(?:https?:|www\.|\\url|\\nolinkurl)/i.test(label);
}

/** The text after the address: after the closing brace of `\url{…}`, or after the first whitespace. */
function afterAddress(text: string): string {
	if (!/^\\(?:url|href)/.test(text)) return text.replace(/^\S+/, '');
	let rest = text.replace(/^\\(?:url|href)\s*/, '');
	while (rest.startsWith('{')) {
		let depth = 0;
		let end = 0;
		for (; end < rest.length; end++) {
			if (rest[end] === '\\') end++;
			else if (rest[end] === '{') depth++;
			else if (rest[end] === '}' && --depth === 0) break;
		}
		rest = rest.slice(end + 1);
	}
	return rest;
}

/** Turns bare addresses in free text into links. */
export function linkAddresses(text: RichText): RichText {
	if (!text.some((node) => node.type === 'text' && /https?:\/\//i.test(node.value))) return text;
	return text.flatMap((node): RichText => {
		if (node.type !== 'text') return [node];
		return node.value.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'’”])/i).flatMap((piece, at): RichText => {
			const href = at % 2 === 1 ? safeAddress(piece) : null;
			return href ? [{ type: 'link', href, children: richText(piece) }] : richText(piece);
		});
	});
}
