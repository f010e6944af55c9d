/**
 * A helper with Handlebars' signature: `this` is the context, the last argument is {@link HelperOptions}. The format escapes
 * the result unless it is a `SafeString`.
 */
export type Helper = (this: unknown, ...args: never[]) => unknown;

/** Helpers by name. */
export type Helpers = Readonly<Record<string, Helper>>;

/** The last argument of a helper. */
export interface HelperOptions {
	/** Named arguments. */
	readonly hash: Readonly<Record<string, unknown>>;
	/** Renders the block; absent for a helper without a block. */
	readonly fn?: (context: unknown, options?: object) => string;
	/** Renders the content after `{{else}}`; absent for a helper without a block. */
	readonly inverse?: (context: unknown, options?: object) => string;
	/** Data variables such as `@root` and `@index`, without the `@`. */
	readonly data: Readonly<Record<string, unknown>>;
}
