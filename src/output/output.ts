/** A file a build would write. */
export interface Output {
	/** As configured, relative to the project's folder. */
	readonly path: string;
	readonly contents: string;
}
