import type { Span } from '../diagnostics/source.ts';
import type { GroupKey, LocalText } from '../lists/list.ts';
import type { Selector } from '../lists/selector.ts';
import type { FrontMatter } from '../render/documents/front-matter.ts';

/** A file that a build writes, or a region of one. */
export interface Output {
	/** As configured, relative to the project folder. */
	readonly path: string;
	readonly contents: string;
	/** The contents as UTF-8; encoded from `contents` when omitted. */
	readonly bytes?: Uint8Array;
	/** Name of the markers in a user's file that the contents go between. */
	readonly region?: string | null;
	/** True for a file of an earlier build that must be removed. */
	readonly obsolete?: boolean;
	/** The texts of which an obsolete file must still contain one; those of pages of works when omitted. */
	readonly marks?: readonly string[];
	/** The folder that stays when an obsolete file is removed; empty folders in it are removed, too. That of the file when omitted. */
	readonly folder?: string;
	/** The folders and files that it must stay in (`ProjectPlaces`); absent if it may be anywhere. */
	readonly within?: readonly string[];
	/** Where the configuration names it; absent if unknown. */
	readonly span?: Span | undefined;
}

/** One file to write, as configured. */
export interface OutputSpec {
	/** Its index in the configuration; null for a default output. */
	readonly row: number | null;
	readonly path: string;
	/** Name of the markers in a user's file; null if Bibfolio writes the whole file. */
	readonly region: string | null;
	/** Address on the site; null if the site has none, or if the file is outside the site folder. */
	readonly address: string | null;
	/** Id of the list; null for a format without a list. */
	readonly list: string | null;
	/** What it shows of the list: 'list', or the name of a statistic. */
	readonly show: string;
	/** The key whose values each get a file; null for a single file. Its path and other texts may have placeholders. */
	readonly forEach: GroupKey | null;
	/** Which people get a file, or which works are in the files; null for all. */
	readonly where: Selector | null;
	/** Replaces the title of the list; null for that. */
	readonly title: LocalText | null;
	/** Name of the format. */
	readonly format: string;
	/** Flavour of the format; null for the default. */
	readonly flavour: string | null;
	/** Front matter for a static site generator; null for none. */
	readonly frontMatter: FrontMatter | null;
	/** Overrides the locale of the list; null for no override. */
	readonly locale: string | null;
	/** Level of the outermost heading in a fragment, 1 to 6. */
	readonly headingLevel: number;
	/** Name of the look, for formats that have looks. */
	readonly look: string;
	/** The CSL styles in which readers of a page can cite its works. */
	readonly cite: readonly string[];
	/** Values that templates read as `options`. */
	readonly options: Readonly<Record<string, string | number | boolean>>;
}
