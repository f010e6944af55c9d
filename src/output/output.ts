import type { FrontMatter } from '../render/documents/front-matter.ts';

/** A file a build would write, or a region of one. */
export interface Output {
	/** As configured, relative to the project's folder. */
	readonly path: string;
	readonly contents: string;
	/** The contents go between the markers of this name in a file of the user. */
	readonly region?: string | null;
	/** An earlier build made the file and this one does not: it is removed. */
	readonly obsolete?: boolean;
}

/** One file to write, as configured. */
export interface OutputSpec {
	readonly path: string;
	/** The name of the markers in a file of the user; null for a file that is ours. */
	readonly region: string | null;
	/** The address it will have; null where the site has none, or where it is outside the site's folder. */
	readonly address: string | null;
	/** Id of the list. */
	readonly list: string;
	/** A format's name. */
	readonly format: string;
	/** A flavour of that format; null for the usual one. */
	readonly flavour: string | null;
	/** What a site's engine reads above the list; null for none. */
	readonly frontMatter: FrontMatter | null;
	/** Overrides for this output. */
	readonly locale: string | null;
	/** The level of the outermost heading in a fragment, 1 to 6. */
	readonly headingLevel: number;
	/** Free values the templates see as `options`. */
	readonly options: Readonly<Record<string, string | number | boolean>>;
}
