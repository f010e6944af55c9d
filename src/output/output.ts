/** A file a build would write. */
export interface Output {
	/** As configured, relative to the project's folder. */
	readonly path: string;
	readonly contents: string;
}

/** One file to write, as configured. */
export interface OutputSpec {
	readonly path: string;
	/** Id of the list. */
	readonly list: string;
	/** A format's name. */
	readonly format: string;
	/** Overrides for this output. */
	readonly locale: string | null;
	/** The level of the outermost heading in a fragment, 1 to 6. */
	readonly headingLevel: number;
	/** Free values the templates see as `options`. */
	readonly options: Readonly<Record<string, string | number | boolean>>;
}
