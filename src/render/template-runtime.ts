import { isBlank } from './blank.ts';
import type { Helper } from './helper.ts';
import { HelperError, UnknownName } from './template-errors.ts';

/** What a view made of getters is; for the nearest one to a misspelt name. */
export abstract class View {}

/** `@index` and its like, and what stands in the block of a partial that was called with one. */
export type Data = Readonly<Record<string, unknown>>;

/** A template, or a partial in it. */
export type Template = (context: unknown, data: Data | undefined) => string;

/** A template before it knows its surroundings: what `template-script.ts` writes. */
export type Script = (runtime: Runtime) => Template;

/** What stands in a block: its context, the key in what it is repeated over, `@index` and its like. */
type Inner = (context: unknown, key?: unknown, data?: Data) => string;

/** What scripts call, in one format and locale. */
export interface Runtime {
	readonly helpers: Readonly<Record<string, Helper>>;
	/** The gate that every value passes. */
	write(value: unknown): string;
	/** Writes a partial. */
	run(name: unknown, context: unknown, data: Data | undefined): string;
	readonly isBlank: typeof isBlank;
	readonly seen: typeof seen;
	readonly lookUp: typeof lookUp;
	readonly each: typeof each;
	readonly with: typeof withValue;
	readonly section: typeof section;
	readonly block: typeof block;
}

/** The runtime of an environment. */
export function makeRuntime(own: Pick<Runtime, 'helpers' | 'write' | 'run'>): Runtime {
	return { ...own, isBlank, seen, lookUp, each, with: withValue, section, block };
}

/** `{{#each}}`: over a list, or the values of an object. */
function each(list: unknown, context: unknown, inner: Inner, otherwise: Inner | null, data: Data | undefined): string {
	if (isBlank(list) || typeof list !== 'object') return otherwise?.(context) ?? '';
	const keys = Array.isArray(list) ? null : Object.keys(list as object);
	const values = keys ? Object.values(list as object) : (list as readonly unknown[]);
	let written = '';
	for (let index = 0; index < values.length; index++) {
		const key = keys?.[index] ?? index;
		const place = data && { ...data, key, index, first: index === 0, last: index === values.length - 1, _parent: data };
		written += inner(values[index], key, place);
	}
	return written;
}

/** `{{#with}}`. */
function withValue(value: unknown, context: unknown, inner: Inner, otherwise: Inner | null, data?: Data): string {
	return isBlank(value) ? (otherwise?.(context) ?? '') : inner(value, null, data);
}

/** `{{#name}}` of something that is no helper: a condition, a list or a context. */
function section(value: unknown, context: unknown, inner: Inner, otherwise: Inner | null, data?: Data): string {
	if (value === true) return inner(context, null, data);
	return (Array.isArray(value) ? each : withValue)(value, context, inner, otherwise, data);
}

/** `{{> @partial-block}}`. */
function block(context: unknown, data: Data | undefined): string {
	const inner = data?.['partial-block'];
	if (typeof inner !== 'function') throw new HelperError('There is no block here: the partial was called without one');
	return inner(context);
}

/** A value found under a name, unless it is nothing that a template may have: then it is looked up with care. */
function seen(value: unknown, object: unknown, name: string, place: number): unknown {
	return value !== undefined && typeof value !== 'function' ? value : lookUp(object, name, place);
}

/** What an absent thing has is absent, too: null. A name that is not there is an error. */
function lookUp(object: unknown, name: string, place: number): unknown {
	const found = lookUpQuietly(object, name);
	if (found !== undefined) return found;
	if (typeof object !== 'object' || object === null) throw new UnknownName(null, [], place);
	throw new UnknownName(name, namesOf(object), place);
}

/**
 * Own properties, and the getters of a view; never a method, nor `__proto__`, which is all that other objects here
 * inherit besides methods. Undefined where there is nothing of that name.
 */
export function lookUpQuietly(object: unknown, name: string): unknown {
	if (object === null) return null;
	if (typeof object !== 'object') return undefined;
	const value = (object as Readonly<Record<string, unknown>>)[name];
	if (typeof value !== 'function') return name === '__proto__' ? undefined : value;
	return Object.hasOwn(object, name) ? value : undefined;
}

/** Every name a template may ask an object for. */
function namesOf(object: object): readonly string[] {
	const names = new Set(Object.keys(object));
	for (let view = object; view instanceof View; view = Object.getPrototypeOf(view))
		for (const name of Object.getOwnPropertyNames(view)) if (!(name in Object.prototype)) names.add(name);
	return [...names];
}
