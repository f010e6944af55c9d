import Handlebars from 'handlebars';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import type { Format } from '../formats/format.ts';
import { blocks, type Helper } from './blocks.ts';
import { makeHelpers, type Rendered } from './helpers.ts';
import type { Locale } from './locale.ts';
import { asTemplateError, type Place, TemplateError, UnknownName } from './template-errors.ts';
import { prepare, type TemplateNode } from './template-tree.ts';
import type { TemplateSet } from './templates.ts';
import { written } from './written.ts';

/** What a view made of getters is: their names, and no other inherited ones, may be asked for in a template. */
export abstract class View {}

/** One format's templates in one locale, compiled when first used. */
export interface Environment {
	/** Renders a template. Throws a {@link TemplateError}, which holds the diagnostic, for a template that is broken. */
	render(template: string, view: Rendered): string;
}

/**
 * The only door to Handlebars: an environment of its own per format and locale, with that format's escaping.
 *
 * Handlebars has no escape per environment, so a compiled template is met where it takes its container (the contract of
 * compiled templates, compiler revision 8, pinned by a test). There, too, names are looked up: only what a view has,
 * nothing that every object inherits, and a name it has not is an error with its place.
 */
export function makeEnvironment(templates: TemplateSet, format: Format, locale: Locale): Environment {
	const handlebars = Handlebars.create();
	const views: Rendered[] = [];
	const helpers: Readonly<Record<string, Helper>> = {
		...makeHelpers(format, locale, () => views.at(-1) as Rendered),
		...(blocks as unknown as Record<string, Helper>),
		lookup: lookUpQuietly as Helper,
	};
	const names = new Set(Object.keys(helpers));
	const known = { knownHelpersOnly: true, knownHelpers: nothingButNames(names) };
	useOwnContainer(handlebars, (value) => written(value, format, locale));

	function parse(name: string): { text: Source; tree: TemplateNode } | null {
		const text = templates.get(name, format.templates);
		return text && { text, tree: located(text, [], () => handlebars.parse(text.text)) as unknown as TemplateNode };
	}

	const compiled = new Map<string, Compiled>();
	function compile(name: string): Compiled {
		const before = compiled.get(name);
		if (before) return before;
		const parsed = parse(name);
		if (!parsed)
			throw new TemplateError(diagnostic('template/missing', `Missing template “${name}.${format.templates}.hbs”`));
		const { text, tree } = parsed;
		const partials = templates.names(format.templates);
		const { calls, usesData, places } = prepare(text, tree, { helpers: names, partial: parse, partials });
		const made: Compiled = { usesData, run: () => '' };
		compiled.set(name, made);
		for (const partial of calls) if (compile(partial).usesData) made.usesData = true;
		const data = made.usesData;
		const run = handlebars.compile(tree, { strict: true, preventIndent: true, data, ...known });
		made.run = (view, options) => located(text, places, () => run(view, options));
		handlebars.registerPartial(name, made.run);
		return made;
	}

	const hooks = { blockHelperMissing: handlebars.helpers['blockHelperMissing'] };
	/** Called like a partial, a template skips preparing its helpers, which costs more than a short entry. */
	function render(name: string, view: Rendered): string {
		const { run, usesData } = compile(name);
		views.push(view);
		try {
			const data = usesData ? { data: { root: view } } : {};
			const called = { partial: true, helpers, partials: handlebars.partials, hooks, ...data };
			return run(view, called as Handlebars.RuntimeOptions);
		} finally {
			views.pop();
		}
	}
	return { render };
}

interface Compiled {
	usesData: boolean;
	run: Handlebars.TemplateDelegate;
}

/** Does some work on a template; what goes wrong in it gets its place. */
function located<T>(text: Source, places: readonly Place[], work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw asTemplateError(error, text, places);
	}
}

function nothingButNames(helpers: ReadonlySet<string>): Record<string, boolean> {
	const builtIn = { helperMissing: false, blockHelperMissing: false, log: false };
	return { ...builtIn, ...Object.fromEntries([...helpers].map((name) => [name, true])) };
}

/** What compiled templates reach for (compiler revision 8). */
interface Container {
	escapeExpression: (value: unknown) => string;
	strict: (object: unknown, name: string, place: number) => unknown;
	lookupProperty: (object: unknown, name: string) => unknown;
	lambda: (value: unknown) => unknown;
}

type Main = (container: Container, ...rest: readonly unknown[]) => unknown;

function useOwnContainer(handlebars: typeof Handlebars, write: (value: unknown) => string): void {
	const make = handlebars.template.bind(handlebars);
	handlebars.template = ((specification: TemplateSpecification & { readonly main: Main }) => {
		const main: Main = (container, ...rest) => {
			container.escapeExpression = write;
			container.strict = lookUp;
			container.lookupProperty = lookUpQuietly;
			container.lambda = (value) => value;
			return specification.main(container, ...rest);
		};
		return make({ ...specification, main } as TemplateSpecification);
	}) as typeof handlebars.template;
}

/** What an absent thing has is absent, too: null. A name that is not there is an error. */
function lookUp(object: unknown, name: string, place: number): unknown {
	const found = lookUpQuietly(object, name);
	if (found !== undefined) return found;
	if (typeof object !== 'object' || object === null) throw new UnknownName(null, [], place);
	throw new UnknownName(name, namesOf(object), place);
}

/** Own properties, and the getters of a view; never a method, nor anything every object has. */
function lookUpQuietly(object: unknown, name: string): unknown {
	if (object === null) return null;
	if (typeof object !== 'object') return undefined;
	if (Object.hasOwn(object, name)) return (object as Readonly<Record<string, unknown>>)[name];
	if (!(object instanceof View) || name === '__proto__') return undefined;
	const value = (object as unknown as Readonly<Record<string, unknown>>)[name];
	return typeof value === 'function' ? undefined : value;
}

/** Every name a template may ask an object for. */
function namesOf(object: object): readonly string[] {
	const names = new Set(Object.keys(object));
	for (let view = object; view instanceof View; view = Object.getPrototypeOf(view))
		for (const name of Object.getOwnPropertyNames(view)) if (!(name in Object.prototype)) names.add(name);
	return [...names];
}
