import { isBlank } from './blank.ts';
import type { Helper } from './helper.ts';
import { HelperError, UnknownName } from './template-errors.ts';

/** What a view made of getters is; for the nearest one to a misspelt name. */
export abstract class View {}

/**
 * A view that stays the same object as long as all that a template can see of it is the same, under one context in one
 * environment. So what a block wrote that sees nothing else can be taken again.
 */
export abstract class LastingView extends View {}

/** `@index` and its like, and what stands in the block of a partial that was called with one. */
export type Data = Readonly<Record<string, unknown>>;

/** A template, or a partial in it: adds to what its runtime has written. */
export type Template = (context: unknown, data: Data | undefined) => void;

/** A template before it knows its surroundings: what `template-script.ts` writes. */
export type Script = (runtime: Runtime) => Template;

/** What stands in a block: its context, the key in what it is repeated over, `@index` and its like. */
type Inner = (context: unknown, key?: unknown, data?: Data) => void;

/** A block that uses nothing of what stands around it but its context: it writes the same of the same. */
export type LoneBlock = (context: unknown) => void;

/** Takes what is written, piece by piece. */
export interface Pieces {
	add(piece: string): void;
	/** Adds what a block writes of views in a row; absent where nothing is kept for another time. */
	addViews?(views: readonly LastingView[], block: LoneBlock, write: (view: LastingView) => string): void;
}

/** So many characters (UTF-16 units) are written before they are passed on. */
export const pieceLength = 1 << 16;

/** What scripts call, in one format and locale, and what they have written. */
export class Runtime {
	/** Written so far: since the innermost text was begun, or the last piece passed on. */
	out = '';
	/** Takes what was written; null inside of a text, which is wanted whole. */
	#pieces: Pieces | null = null;
	readonly helpers: Readonly<Record<string, Helper>>;
	/** The gate that every value passes. */
	readonly write: (value: unknown) => string;
	/** Writes a partial. */
	readonly run: (name: unknown, context: unknown, data: Data | undefined) => void;
	readonly isBlank = isBlank;
	readonly seen = seen;
	readonly lookUp = lookUp;

	constructor({ helpers, write, run }: Pick<Runtime, 'helpers' | 'write' | 'run'>) {
		this.helpers = helpers;
		this.write = write;
		this.run = run;
	}

	/** What some work writes, as one text. */
	text(work: () => void): string {
		const before = this.begin();
		try {
			work();
			return this.out;
		} finally {
			this.end(before);
		}
	}

	/** What some work writes, given away in pieces while it is written; a piece ends where a block that is repeated does. */
	pieces(work: () => void, pieces: Pieces): void {
		this.text(() => {
			this.#pieces = pieces;
			work();
			pieces.add(this.out);
		});
	}

	/** Begins a text inside of what is written: `end` gives it, when it is given what this gave. */
	begin(): Begun {
		const before = { out: this.out, pieces: this.#pieces };
		this.out = '';
		this.#pieces = null;
		return before;
	}

	end({ out, pieces }: Begun): string {
		const made = this.out;
		this.out = out;
		this.#pieces = pieces;
		return made;
	}

	/** `{{#each}}`: over a list, or the values of an object. */
	each(list: unknown, context: unknown, inner: Inner, otherwise: Inner | null, data?: Data): void {
		if (isBlank(list) || typeof list !== 'object') {
			otherwise?.(context);
			return;
		}
		const keys = Array.isArray(list) ? null : Object.keys(list as object);
		const values = keys ? Object.values(list as object) : (list as readonly unknown[]);
		for (let index = 0; index < values.length; index++) {
			const key = keys?.[index] ?? index;
			const last = index === values.length - 1;
			inner(values[index], key, data && { ...data, key, index, first: index === 0, last, _parent: data });
			if (this.#pieces !== null && this.out.length > pieceLength) this.#passOn(this.#pieces);
		}
	}

	/** `{{#each}}` with a block that uses its context alone. */
	eachAlone(list: unknown, context: unknown, block: LoneBlock, otherwise: Inner | null): void {
		const pieces = this.#pieces;
		if (!pieces?.addViews || !areLasting(list)) {
			this.each(list, context, block, otherwise);
			return;
		}
		this.#passOn(pieces);
		pieces.addViews(list, block, (view) => {
			const before = this.begin();
			block(view);
			return this.end(before);
		});
	}

	#passOn(pieces: Pieces): void {
		pieces.add(this.out);
		this.out = '';
	}

	/** `{{#with}}`. */
	with(value: unknown, context: unknown, inner: Inner, otherwise: Inner | null, data?: Data): void {
		if (isBlank(value)) otherwise?.(context);
		else inner(value, null, data);
	}

	/** `{{#name}}` of something that is no helper: a condition, a list or a context. */
	section(value: unknown, context: unknown, inner: Inner, otherwise: Inner | null, data?: Data): void {
		if (value === true) inner(context, null, data);
		else if (Array.isArray(value)) this.each(value, context, inner, otherwise, data);
		else this.with(value, context, inner, otherwise, data);
	}

	/** `{{> @partial-block}}`. */
	block(context: unknown, data: Data | undefined): void {
		const inner = data?.['partial-block'];
		if (typeof inner !== 'function')
			throw new HelperError('There is no block here: the partial was called without one');
		inner(context);
	}
}

/** What had been written when a text was begun. */
interface Begun {
	readonly out: string;
	readonly pieces: Pieces | null;
}

function areLasting(list: unknown): list is readonly LastingView[] {
	return Array.isArray(list) && list.length > 0 && list.every((one) => one instanceof LastingView);
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
