import type { RichText } from '../latex/rich-text.ts';

/** Text that is markup of a format already and must not be escaped again. */
export class Markup {
	readonly value: string;
	constructor(value: string) {
		this.value = value;
	}
	toString(): string {
		return this.value;
	}
	/** Handlebars, too, does not escape objects with this method. */
	toHTML(): string {
		return this.value;
	}
}

/** An output format: one file in this folder, one row in `index.ts`, and two templates. */
export interface Format {
	/** The name in `bibfolio.yaml` and on the command line: `html`, `html-page`, `markdown`, `latex`, `latex-document`. */
	readonly name: string;
	/** The name of the flavour; absent for a format without flavours. */
	readonly flavour?: string;
	/** All flavours of the format by name, itself included, the default one first. */
	readonly flavours?: Readonly<Record<string, Format>>;
	/** The file extension with the dot (`.html`), or a slash for a folder. */
	readonly extension: string;
	/** The format in the names of its templates: `html` in `entry.html.hbs`. */
	readonly templates: string;
	/** The template of the whole file: `list` for a fragment; `page`, `document` or `feed` for a complete file. */
	readonly main: string;
	/** The document to create from the list, if its template needs more than the list, or if no template writes it. */
	readonly document?: 'data' | 'csv' | 'feed' | 'embed' | 'works' | 'sitemap' | 'figure' | 'stylesheet' | 'script';
	/** The file contains no list: all lists of a site use it. */
	readonly withoutList?: true;
	/** The name of the statistic that it shows by default; absent if it shows the works of the list. */
	readonly show?: string;
	/** The names of the statistics that it can show; absent if it shows only the works of a list. */
	readonly shows?: readonly string[];
	/** The output is a folder of files. */
	readonly folder?: true;
	/** Defaults of the output's `options`. */
	readonly options?: Readonly<Record<string, string | number | boolean>>;
	/** Options that are whole numbers, with the smallest and the largest value. */
	readonly numbers?: Readonly<Record<string, readonly [smallest: number, largest: number]>>;
	/** Escapes plain text. */
	text(value: string): string;
	/** Converts rich text to markup. */
	inline(value: RichText, context: InlineContext): string;
	/** Writes a link; `label` is markup. If the address is unsafe, only the label is written. */
	link(url: string, label: string): string;
	/** Writes lines as a comment that readers do not see. */
	comment(lines: readonly string[]): string;
	/** Writes source text as a code block; absent if templates do that. */
	verbatim?(source: string, language: string): string;
	/** Markup with `{slots}` for the helper `phrase`, by name; a missing name writes nothing. */
	readonly phrases?: Readonly<Record<string, string>>;
	/** Spaces after the mark of a list item align its first line with the later ones. */
	readonly alignsItems?: boolean;
	/** Its lists have a look: `title`, `compact` … */
	readonly hasLooks?: true;
	/** Its files may begin with front matter. */
	readonly frontMatter?: boolean;
	/** The title in the front matter is markup of this format. */
	readonly titleIsMarkup?: boolean;
	/** Finds the characters in markup that the fonts may lack; absent if all characters can be shown. */
	unsupported?(markup: string): readonly string[];
	/** Tidies whitespace that templates cannot control; absent for formats without templates. */
	tidy?(file: string): string;
	/**
	 * Where references to other works of a list lead: to their ids in the same file, or on the page of the list, which is the base
	 * of its relative addresses (`base`) or not (`page`). Without it, references are plain text.
	 */
	readonly references?: 'file' | 'base' | 'page';
	/** Readers open its files as pages, so that they can link to each other. */
	readonly isPage?: true;
	/** Definitions of the commands that a file uses. */
	readonly definitions?: Definitions;
}

/** Definitions near the beginning of a file, which depend on the whole file. */
export interface Definitions {
	/** Returns the definitions that a tidied file needs. */
	write(file: string): string;
	/** Matches the line before which they are inserted; without a match, they are inserted at the beginning. */
	readonly before: RegExp;
}

/** The context in which rich text is written. */
export interface InlineContext {
	/** Quotation marks of the locale by depth: outer, then inner. */
	readonly quotes: readonly (readonly [open: string, close: string])[];
}
