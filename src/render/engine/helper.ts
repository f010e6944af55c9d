/** A helper: its arguments, then its options. What it gives passes the gate like any value. */
export type Helper = (this: unknown, ...given: never[]) => unknown;

/** A helper's last argument. */
export interface HelperOptions {
	/** Values given by name. */
	readonly hash: Readonly<Record<string, unknown>>;
	/** What stands in the block; undefined for a helper without one. */
	readonly fn?: (context: unknown) => string;
}
