import type { RichText } from '../latex/rich-text.ts';

/** Text that is already in the language of a format and must not be escaped again. */
export class Markup {
	readonly value: string;
	constructor(value: string) {
		this.value = value;
	}
	toString(): string {
		return this.value;
	}
	/** By this method Handlebars, too, recognises what it must not escape. */
	toHTML(): string {
		return this.value;
	}
}

/** What a format must know. A format is one file, one row in `index.ts`, and two templates. */
export interface Format {
	/** The name in `bibfolio.yaml` and on the command line: `html`, `html-page`, `markdown`, `latex`, `latex-document`. */
	readonly name: string;
	/** Which of its format's flavours it is; absent for a format that has none. */
	readonly flavour?: string;
	/** The format as other readers want it, by flavour, itself among them, the usual one first. */
	readonly flavours?: Readonly<Record<string, Format>>;
	/** With the dot: `.html`; a slash for a folder. */
	readonly extension: string;
	/** The middle of its template names: `html` in `entry.html.hbs`. */
	readonly templates: string;
	/** The template that makes the whole file: `list`, or `page`, `document` or `feed` for a file of its own. */
	readonly main: string;
	/** What the list is made into, where that is more than its template is given, or no template writes it. */
	readonly document?: 'data' | 'feed' | 'embed' | 'works' | 'sitemap';
	/** An output is a folder of files. */
	readonly folder?: true;
	/** What the templates see as `options` unless the output says otherwise. */
	readonly options?: Readonly<Record<string, string | number | boolean>>;
	/** Plain text, escaped. */
	text(value: string): string;
	/** Rich text in this format's language. */
	inline(value: RichText, context: InlineContext): string;
	/** A link; `label` is in the format's language already. It is written without a link where the address is unsafe. */
	link(url: string, label: string): string;
	/** A comment that shows nowhere, with the lines given. */
	comment(lines: readonly string[]): string;
	/** Source text shown as it is, in a block of its own; absent where templates do that. */
	verbatim?(source: string, language: string): string;
	/** Markup that templates ask for by name, with `{slots}`; a name that is not here is nothing. */
	readonly phrases?: Readonly<Record<string, string>>;
	/** The first line of a list item is aligned with its later lines by spaces after the mark. */
	readonly alignsItems?: boolean;
	/** Its files may begin with front matter. */
	readonly frontMatter?: boolean;
	/** The title in it is in this format's language. */
	readonly titleIsMarkup?: boolean;
	/** Characters in markup of this format that its readers may have no glyph for; absent where all are shown. */
	unsupported?(markup: string): readonly string[];
	/** Tidies whitespace that a template cannot control; absent for formats that no template writes. */
	tidy?(file: string): string;
	/** Definitions of what a file uses. */
	readonly definitions?: Definitions;
}

/** Definitions near the beginning of a file, which depend on all of it. */
export interface Definitions {
	/** The definitions that a tidied file needs. */
	write(file: string): string;
	/** The beginning of the line before which they are put; without such a line, they begin the file. */
	readonly before: RegExp;
}

/** What the writing of rich text needs beside the text. */
export interface InlineContext {
	/** Opening and closing marks by depth, from the locale: outer, then inner. */
	readonly quotes: readonly (readonly [open: string, close: string])[];
}
