import { matchAt } from '../text/match-at.ts';
import type { Wrapping } from './rich-text.ts';

/** A tag of HTML, JATS or MathML, as publishers and exporters leave them in values. */
export interface Tag {
	/** Lower case, without a namespace prefix. */
	readonly name: string;
	readonly closing: boolean;
	/** Self-closing: `<br/>`. */
	readonly empty: boolean;
	readonly attributes: string;
	/** The target of a link; null for other tags. */
	readonly href: string | null;
	/** The offset after the tag. */
	readonly end: number;
}

/** A sticky pattern for any tag, and a global one for closing tags. */
interface TagPatterns {
	readonly any: RegExp;
	readonly closing: RegExp;
}

function tagPatterns(less: string, slash: string, attributes: string, greater: string): TagPatterns {
	const rest = String.raw`([a-zA-Z][\w:-]{0,30}?)([\s/]${attributes}{0,500})?${greater}`;
	return { any: new RegExp(`${less}(${slash})?${rest}`, 'y'), closing: new RegExp(`${less}(${slash})${rest}`, 'g') };
}

const plainTags = tagPatterns('<', '/', '[^<>]', '>');
/** Angle brackets may be escaped for HTML or LaTeX. */
const escapedTags = tagPatterns(
	String.raw`(?:<|\\?&(?:amp;)?lt;|\{\\textless(?:\{\})?\}|\\textless(?:\{\}|\s)?|\$<\$)`,
	String.raw`\/|\{?\\slash\}?`,
	String.raw`(?:(?!\\?&(?:amp;)?gt;|\\textgreater)[^<>$])`,
	String.raw`(?:>|\\?&(?:amp;)?gt;|\{\\textgreater(?:\{\})?\}|\\textgreater(?:\{\}|\s)?|\$>\$)`,
);
const escapedBracket = /&(?:amp;)?lt;|\\textless|\$<\$/;

type TagMeaning = Wrapping | 'transparent' | 'space' | 'dropped';

/** The meaning of each tag: `transparent` shows its contents, `space` also separates words, `dropped` shows nothing. */
export const tagMeanings: ReadonlyMap<string, TagMeaning> = new Map<string, TagMeaning>([
	...each('emphasis', 'i em italic cite dfn var'),
	...each('strong', 'b strong bold'),
	...each('superscript', 'sup'),
	...each('subscript', 'sub inf'),
	...each('small-caps', 'scp sc smallcaps small-caps'),
	...each('underline', 'u underline ins'),
	...each('strike', 's strike del'),
	...each('code', 'tt code kbd samp monospace'),
	...each('quote', 'q'),
	...each('space', 'br p div li ul ol tr td h1 h2 h3 h4 h5 h6 title sec list list-item blockquote'),
	...each('dropped', 'img hr wbr'),
	...each(
		'transparent',
		`span a font small big abbr sans-serif roman styled-content named-content inline-formula disp-formula alternatives
		ext-link xref bdi bdo mark nobr article-title
		math mrow mi mn mo ms mtext msub msup msubsup mfrac msqrt mroot mover munder munderover mstyle mspace mfenced
		mtable mtr mtd mpadded mphantom semantics annotation mmultiscripts mprescripts none`,
	),
]);

function each(meaning: TagMeaning, names: string): [string, TagMeaning][] {
	return names
		.trim()
		.split(/\s+/)
		.map((name): [string, TagMeaning] => [name, meaning]);
}

/** Finds the tags of a value. An opening tag counts only if it is closed later: 'a <b and c> d' is text. */
export class TagFinder {
	private readonly text: string;
	/** True if tags may be written with `&lt;`, `\textless` or `$<$`. */
	readonly escaped: boolean;
	private readonly tagHere: RegExp;
	/** The offset of the last closing tag of each name. */
	private readonly closings: ReadonlyMap<string, number>;

	constructor(text: string) {
		this.text = text;
		this.escaped = escapedBracket.test(text);
		const { any, closing } = this.escaped ? escapedTags : plainTags;
		this.tagHere = any;
		this.closings = new Map(Array.from(text.matchAll(closing), ({ 2: name = '', index }) => [localName(name), index]));
	}

	/** The tag at an offset, or null. */
	at(offset: number): Tag | null {
		const tag = this.read(offset);
		if (!tag) return null;
		const meaning = tagMeanings.get(tag.name);
		if (meaning === undefined) return null;
		if (tag.closing || tag.empty || meaning === 'dropped' || tag.name === 'br' || tag.name === 'p') return tag;
		return (this.closings.get(tag.name) ?? -1) >= tag.end ? tag : null;
	}

	private read(offset: number): Tag | null {
		const match = matchAt(this.tagHere, this.text, offset);
		if (!match) return null;
		const [whole, slash, name = '', attributes = ''] = match;
		const local = localName(name);
		return {
			name: local,
			closing: Boolean(slash),
			empty: attributes.trimEnd().endsWith('/'),
			attributes,
			href: local === 'a' ? (/\shref\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1] ?? null) : null,
			end: offset + whole.length,
		};
	}
}

/** A tag's name in lower case, without its namespace prefix. */
function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** The wrapping of a tag's contents, by its attributes too: `<span style="font-variant: small-caps">`, Zotero's `nocase`. */
export function tagWrapping(tag: Tag): Wrapping | null {
	const meaning = tagMeanings.get(tag.name);
	if (tag.name === 'span' || tag.name === 'styled-content') {
		if (/small-?caps/i.test(tag.attributes)) return 'small-caps';
		if (/nocase/i.test(tag.attributes)) return 'no-case';
		if (/italic/i.test(tag.attributes)) return 'emphasis';
		if (/font-weight:\s*bold/i.test(tag.attributes)) return 'strong';
		return null;
	}
	return meaning === undefined || meaning === 'transparent' || meaning === 'space' || meaning === 'dropped'
		? null
		: meaning;
}
