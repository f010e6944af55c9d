import type { Source } from '../diagnostics/source.ts';
import type { Format } from '../formats/format.ts';
import { formats } from '../formats/index.ts';
import { blocks, type Helper } from './blocks.ts';
import { type BuiltInTemplate, builtInCode } from './built-in-code.ts';
import { handlebarsRuntime } from './handlebars.ts';
import { makeHelpers, type Rendered } from './helpers.ts';
import type { Locale } from './locale.ts';
import { type TemplateCompiler, templateCompiler } from './template-code.ts';
import { asTemplateError, UnknownName } from './template-errors.ts';
import type { TemplateSet } from './templates.ts';
import { written } from './written.ts';

/** What a view made of getters is; for the nearest one to a misspelt name. */
export abstract class View {}

/** One format's templates in one locale, compiled when first used. */
export interface Environment {
	/** Renders a template. Throws a {@link TemplateError}, which holds the diagnostic, for a template that is broken. */
	render(template: string, view: Rendered): string;
}

/**
 * An environment of its own per format and locale, with that format's escaping.
 *
 * Handlebars has no escape per environment, so a compiled template is met where it takes its container (the contract of
 * compiled templates, compiler revision 8, pinned by a test). There, too, names are looked up: only what a view has,
 * nothing that every object inherits, and a name it has not is an error with its place.
 */
export function makeEnvironment(templates: TemplateSet, format: Format, locale: Locale): Environment {
	const handlebars = handlebarsRuntime.create();
	const views: Rendered[] = [];
	const helpers = helpersOf(format, locale, () => views.at(-1) as Rendered);
	useOwnContainer(handlebars, (value) => written(value, format, locale));

	const compile = templateCompiler(templates, format.templates, helperNames);
	const ready = new Map<string, Ready>();
	function makeReady(name: string): Ready {
		const before = ready.get(name);
		if (before) return before;
		const { specification, usesData, calls } = builtIn(name, format.templates, templates) ?? compiled(name, compile);
		const call = handlebars.template(specification);
		const run: Ready['run'] = (view, options) => {
			try {
				return call(view, options);
			} catch (error) {
				const { texts, places } = compile(name);
				throw asTemplateError(error, texts[0] as Source, places);
			}
		};
		ready.set(name, { usesData, run });
		for (const partial of calls) makeReady(partial);
		handlebars.registerPartial(name, run);
		return { usesData, run };
	}

	const hooks = { blockHelperMissing: handlebars.helpers['blockHelperMissing'] };
	/** Called like a partial, a template skips preparing its helpers, which costs more than a short entry. */
	function render(name: string, view: Rendered): string {
		const { run, usesData } = makeReady(name);
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

interface Ready {
	readonly usesData: boolean;
	readonly run: Handlebars.TemplateDelegate;
}

function helpersOf(format: Format, locale: Locale, view: () => Rendered): Readonly<Record<string, Helper>> {
	return {
		...makeHelpers(format, locale, view),
		...(blocks as unknown as Record<string, Helper>),
		lookup: lookUpQuietly as Helper,
	};
}

/** The names of the helpers a template may use; they are the same in every environment. */
export const helperNames: ReadonlySet<string> = new Set(
	Object.keys(helpersOf(formats['html'] as Format, null as unknown as Locale, () => ({ options: {} }))),
);

type Runnable = Pick<BuiltInTemplate, 'specification' | 'usesData' | 'calls'>;

/** The code that came with Bibfolio, where none of the texts it was made of is another now. */
function builtIn(name: string, language: string, templates: TemplateSet): Runnable | null {
	const made = builtInCode.languages[language]?.[name];
	const isSame = (file: string) => {
		const [stem = ''] = file.split('.');
		return templates.get(stem, language)?.text === builtInCode.texts[file];
	};
	return made?.files.every(isSame) ? made : null;
}

function compiled(name: string, compile: TemplateCompiler): Runnable {
	const { script, usesData, calls } = compile(name);
	// The code is Handlebars' own, which writes names and texts of a template as strings.
	return { specification: new Function(`return ${script}`)() as TemplateSpecification, usesData, calls };
}

/** What compiled templates reach for (compiler revision 8). */
interface Container {
	escapeExpression: (value: unknown) => string;
	strict: (object: unknown, name: string, place: number) => unknown;
	lookupProperty: (object: unknown, name: string) => unknown;
	lambda: (value: unknown) => unknown;
	/** What was found under a name; see the rewrites in `template-code.ts`. */
	seen: (value: unknown, object: unknown, name: string, place: number) => unknown;
	/** Handlebars' last argument to a helper without a block or named values. */
	bare: { readonly hash: Readonly<Record<string, never>> };
	/** A block of the template, as a helper gets it; what it depends on besides the context are `more`. */
	program: (index: number, ...more: readonly unknown[]) => unknown;
	readonly helpers: unknown;
	readonly partials: unknown;
}

type Code = (container: Container, ...rest: readonly unknown[]) => unknown;
type Specification = TemplateSpecification & { readonly main: Code } & Readonly<Record<string | number, Code>>;

function useOwnContainer(handlebars: Pick<typeof Handlebars, 'template'>, write: (value: unknown) => string): void {
	const make = handlebars.template.bind(handlebars);
	handlebars.template = ((specification: Specification) => {
		const main: Code = (container, ...rest) => {
			if (container.escapeExpression !== write) furnish(container, specification, write);
			return specification.main(container, ...rest);
		};
		return make({ ...specification, main } as TemplateSpecification);
	}) as typeof handlebars.template;
}

function furnish(container: Container, specification: Specification, write: (value: unknown) => string): void {
	container.escapeExpression = write;
	container.strict = lookUp;
	container.lookupProperty = lookUpQuietly;
	container.lambda = (value) => value;
	container.seen = seen;
	container.bare = bare;
	// Handlebars makes a block anew at every call, though most depend on nothing but their context.
	const makeBlock = container.program.bind(container);
	const blocks: ((context: unknown) => unknown)[] = [];
	container.program = (index, ...more) => {
		const known = blocks[index];
		if (known) return known;
		if (more.some(Boolean) || `${index}_d` in specification) return makeBlock(index, ...more);
		const code = specification[index] as Code;
		const block = (context: unknown) => code(container, context, container.helpers, container.partials);
		blocks[index] = block;
		return block;
	};
}

const bare = { hash: {} };

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
 * inherit besides methods. Looked up some hundred times for each entry.
 */
function lookUpQuietly(object: unknown, name: string): unknown {
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
