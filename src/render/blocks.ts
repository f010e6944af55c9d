import { isBlank } from './written.ts';

/** A helper: its arguments, then Handlebars' options. What it gives passes the gate like any value. */
export type Helper = (this: unknown, ...given: never[]) => unknown;

/** Handlebars' last argument, as far as helpers here use it. */
export interface HelperOptions {
	readonly hash: Readonly<Record<string, unknown>>;
	/** What stands in the block; undefined for a helper without one. */
	readonly fn?: Program;
	/** What stands behind `{{else}}`. */
	readonly inverse: Program;
	/** `@index` and its like, where the template uses any. */
	readonly data?: Data;
}

type Data = Readonly<Record<string, unknown>>;
type Program = ((context: unknown, more?: { data?: Data; blockParams?: unknown[] }) => string) & {
	readonly blockParams?: number;
};

/**
 * Handlebars' own blocks, with one idea of what is blank (null, false, '', an empty list or text; not 0) and without
 * the work for `@index` where a template does not ask for it.
 */
export const blocks = {
	if(this: unknown, value: unknown, { fn, inverse }: HelperOptions): string {
		return isBlank(value) ? inverse(this) : (fn?.(this) ?? '');
	},

	unless(this: unknown, value: unknown, { fn, inverse }: HelperOptions): string {
		return isBlank(value) ? (fn?.(this) ?? '') : inverse(this);
	},

	with(this: unknown, value: unknown, { fn, inverse, data }: HelperOptions): string {
		return isBlank(value) ? inverse(this) : (fn?.(value, { ...(data && { data }), ...named(fn, value, null) }) ?? '');
	},

	each(this: unknown, list: unknown, { fn, inverse, data }: HelperOptions): string {
		if (isBlank(list) || typeof list !== 'object' || !fn) return inverse(this);
		const keys = Array.isArray(list) ? null : Object.keys(list as object);
		const values = keys ? Object.values(list as object) : (list as readonly unknown[]);
		let written = '';
		for (const [index, value] of values.entries()) {
			const key = keys?.[index] ?? index;
			if (!data && !fn.blockParams) written += fn(value);
			else {
				const place = { key, index, first: index === 0, last: index === values.length - 1 };
				written += fn(value, { ...(data && { data: { ...data, ...place, _parent: data } }), ...named(fn, value, key) });
			}
		}
		return written;
	},
};

/** Names for what a block is about: `{{#each items as |item index|}}`. */
function named(fn: Program | undefined, value: unknown, key: unknown): { blockParams?: unknown[] } {
	return fn?.blockParams ? { blockParams: Object.assign([value, key], { path: [null, null] }) } : {};
}
