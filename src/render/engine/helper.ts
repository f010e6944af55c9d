/**
 * A helper as Handlebars calls it: `this` is the context, then come the arguments and, last, the options. The format
 * escapes what it returns, unless that is a `SafeString`.
 */
export type Helper = (this: unknown, ...args: never[]) => unknown;

/** Helpers by name. */
export type Helpers = Readonly<Record<string, Helper>>;

/** The last argument of a helper. */
export interface HelperOptions {
	/** Values given by name. */
	readonly hash: Readonly<Record<string, unknown>>;
	/** Renders the block; absent for a helper that has none. */
	readonly fn?: (context: unknown, options?: { readonly data?: object }) => string;
	/** Renders what follows `{{else}}`; absent for a helper without a block. */
	readonly inverse?: (context: unknown, options?: { readonly data?: object }) => string;
	/** `@root`, `@index` and the like, without the `@`. */
	readonly data: Readonly<Record<string, unknown>>;
}
