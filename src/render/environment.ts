import Handlebars from 'handlebars';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Format } from '../formats/format.ts';
import type { Locale } from './locale.ts';
import { asTemplateError, type Location, spanOf, TemplateError, UnknownName, unknown } from './template-errors.ts';
import { prepare, type TemplateNode } from './template-tree.ts';
import type { TemplateSet } from './templates.ts';
import { written } from './written.ts';

/** What a view made of getters is: their names, and no other inherited ones, may be asked for in a template. */
export abstract class View {}

/** A helper: its arguments, then Handlebars' options. What it gives passes the gate like any value. */
export type Helper = (this: unknown, ...given: never[]) => unknown;

/** One format's templates in one locale, compiled when first used. */
export interface Environment {
	/** Renders a template. Throws a {@link TemplateError}, which holds the diagnostic, for a template that is broken. */
	render(template: string, view: object): string;
}

/**
 * The only door to Handlebars: an environment of its own per format and locale, with that format's escaping.
 *
 * Handlebars has no escape per environment, so a compiled template is met where it takes its container (the contract of
 * compiled templates, compiler revision 8, pinned by a test). There, too, names are looked up: only what a view has,
 * nothing that every object inherits, and a name it has not is an error with its place.
 */
export function makeEnvironment(
	templates: TemplateSet,
	format: Format,
	locale: Locale,
	helpers: Readonly<Record<string, Helper>>,
): Environment {
	const handlebars = Handlebars.create();
	for (const name of ['log', 'helperMissing']) handlebars.unregisterHelper(name);
	handlebars.registerHelper(helpers as unknown as Record<string, Handlebars.HelperDelegate>);
	const knownHelpers = Object.fromEntries(Object.keys(handlebars.helpers).map((name) => [name, true]));
	useOwnContainer(handlebars, (value) => written(value, format, locale));

	const compiled = new Map<string, Handlebars.TemplateDelegate>();
	function compile(name: string): Handlebars.TemplateDelegate {
		const known = compiled.get(name);
		if (known) return known;
		const text = templates.get(name, format.templates);
		if (!text)
			throw new TemplateError(diagnostic('template/missing', `Missing template '${name}.${format.templates}.hbs'`));
		const located = <T>(work: () => T): T => {
			try {
				return work();
			} catch (error) {
				throw asTemplateError(error, text, Object.keys(knownHelpers));
			}
		};
		const tree = located(() => handlebars.parse(text.text));
		const partials = prepare(tree as unknown as TemplateNode);
		const run = handlebars.compile(tree, { strict: true, knownHelpers, knownHelpersOnly: true, preventIndent: true });
		const template: Handlebars.TemplateDelegate = (view, options) => located(() => run(view, options));
		compiled.set(name, template);
		handlebars.registerPartial(name, template);
		for (const partial of partials) {
			if (!templates.get(partial.name, format.templates)) {
				const names = templates.names(format.templates);
				throw unknown('template/missing', 'partial', partial.name, names, spanOf(text, partial.loc));
			}
			compile(partial.name);
		}
		return template;
	}
	return { render: (name, view) => compile(name)(view) };
}

/** What compiled templates reach for (compiler revision 8). */
interface Container {
	escapeExpression: (value: unknown) => string;
	strict: (object: unknown, name: string, location: Location) => unknown;
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
function lookUp(object: unknown, name: string, location: Location): unknown {
	const found = lookUpQuietly(object, name);
	if (found !== undefined) return found;
	if (typeof object !== 'object' || object === null) throw new UnknownName(null, [], location);
	throw new UnknownName(name, namesOf(object), location);
}

function lookUpQuietly(object: unknown, name: string): unknown {
	if (object === null) return null;
	if (typeof object !== 'object') return undefined;
	const value = (object as Readonly<Record<string, unknown>>)[name];
	if (value === undefined || Object.hasOwn(object, name)) return value;
	const inView = object instanceof View && typeof value !== 'function' && !(name in Object.prototype);
	return inView ? value : undefined;
}

/** Every name a template may ask an object for. */
function namesOf(object: object): readonly string[] {
	const names = new Set(Object.keys(object));
	for (let view = object; view instanceof View; view = Object.getPrototypeOf(view))
		for (const name of Object.getOwnPropertyNames(view)) if (!(name in Object.prototype)) names.add(name);
	return [...names];
}
