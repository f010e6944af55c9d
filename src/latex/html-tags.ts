import type { Wrapping } from './rich-text.ts';

/** A tag of HTML, JATS or MathML that publishers and exporters leave in values. */
export interface Tag {
	/** Lower case, without a namespace prefix. */
	readonly name: string;
	readonly closing: boolean;
	/** Closed at once: `<br/>`. */
	readonly empty: boolean;
	readonly attributes: string;
	/** Where a link leads; null when it is none. */
	readonly href: string | null;
	readonly end: number;
}

const less = String.raw`(?:<|\\?&(?:amp;)?lt;|\{\\textless(?:\{\})?\}|\\textless(?:\{\}|\s)?|\$<\$)`;
const greater = String.raw`(?:>|\\?&(?:amp;)?gt;|\{\\textgreater(?:\{\})?\}|\\textgreater(?:\{\}|\s)?|\$>\$)`;
const plainTag = /<(\/?)([a-zA-Z][\w:-]{0,30})([\s/][^<>]{0,500})?>/y;
const anyTag = new RegExp(
	String.raw`${less}(\/|\{?\\slash\}?)?([a-zA-Z][\w:-]{0,30}?)([\s/](?:(?!\\?&(?:amp;)?gt;|\\textgreater)[^<>$]){0,500})?${greater}`,
	'y',
);
const escapedSign = /&(?:amp;)?lt;|\\textless|\$<\$/;

type TagMeaning = Wrapping | 'transparent' | 'space' | 'dropped';

/** What a tag means; `transparent` shows its contents, `space` also parts words, `dropped` has none to show. */
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

/** Finds tags in one value. A known opening tag counts only when it is closed somewhere behind: 'a <b and c> d' is text. */
export class TagFinder {
	private readonly text: string;
	private readonly pattern: RegExp;
	private closings: Map<string, number> | null = null;

	constructor(text: string) {
		this.text = text;
		this.pattern = escapedSign.test(text) ? anyTag : plainTag;
	}

	/** True when tags may be spelt with `&lt;`, `\textless` or `$<$` here. */
	get escaped(): boolean {
		return this.pattern === anyTag;
	}

	/** The tag at an offset, or null. */
	at(offset: number): Tag | null {
		const tag = this.read(offset);
		if (!tag) return null;
		const meaning = tagMeanings.get(tag.name);
		if (meaning === undefined) return null;
		if (tag.closing || tag.empty || meaning === 'dropped' || tag.name === 'br' || tag.name === 'p') return tag;
		return (this.lastClosings().get(tag.name) ?? -1) >= tag.end ? tag : null;
	}

	private read(offset: number): Tag | null {
		this.pattern.lastIndex = offset;
		const match = this.pattern.exec(this.text);
		if (!match) return null;
		const [whole, slash, name = '', attributes = ''] = match;
		const local = name.slice(name.indexOf(':') + 1).toLowerCase();
		return {
			name: local,
			closing: Boolean(slash),
			empty: attributes.trimEnd().endsWith('/'),
			attributes,
			href: local === 'a' ? (/\shref\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1] ?? null) : null,
			end: offset + whole.length,
		};
	}

	/** Where each name is closed for the last time. */
	private lastClosings(): Map<string, number> {
		if (this.closings) return this.closings;
		const closings = new Map<string, number>();
		for (let offset = 0; offset < this.text.length; offset++) {
			const code = this.text.charCodeAt(offset);
			// Only where a tag can start: < & \ { $
			if (code !== 0x3c && (!this.escaped || (code !== 0x26 && code !== 0x5c && code !== 0x7b && code !== 0x24)))
				continue;
			const tag = this.read(offset);
			if (tag?.closing) closings.set(tag.name, offset);
		}
		this.closings = closings;
		return closings;
	}
}

/** What a tag wraps its contents in, its attributes considered: `<span style="font-variant: small-caps">`, Zotero's `nocase`. */
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
