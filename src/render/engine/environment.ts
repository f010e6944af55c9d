import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Source, Span } from '../../diagnostics/source.ts';
import type { Format } from '../../formats/format.ts';
import type { Locale } from '../locale.ts';
import {
	type CompiledTemplate,
	HandlebarsError,
	handlebarsDecorators,
	handlebarsHelpers,
	instantiate,
	type PrecompiledTemplate,
	precompile,
	type RenderOptions,
	type TemplateRuntime,
	withValues,
} from './handlebars.ts';
import type { Helper, HelperOptions, Helpers } from './helper.ts';
import { makeHelpers } from './helpers.ts';
import { contextWith, namesOf, propertyOf } from './look-up.ts';
import {
	compileError,
	HelperError,
	misuse,
	quotedIn,
	spanOf,
	TemplateError,
	UnknownName,
	unknown,
} from './template-errors.ts';
import type { Template, TemplateSet } from './templates.ts';
import { writeRawValue, writeValue } from './write-value.ts';

/** The templates of one format in one locale, each compiled when it is first used. */
export interface Environment {
	readonly format: Format;
	/** Renders a template. Throws a {@link TemplateError}, which holds the diagnostic, for one that is broken. */
	render(template: string, view: object): string;
}

/** Names of the helpers that every template may use; they are the same for all formats and locales. */
export const builtInHelpers: readonly string[] = [
	...Object.keys(handlebarsHelpers),
	...Object.keys(makeHelpers({} as Format, {} as Locale)),
];

/** Blocks of Handlebars' own, which fail without an explanation where they are used as values. */
const blocks = ['if', 'unless', 'each', 'with'] as const;

/**
 * Makes the environment of a format and a locale. It escapes values for the format; a name that the view does not have is
 * an error with its place.
 *
 * @param helpers the project's own
 */
export function makeEnvironment(
	templates: TemplateSet,
	format: Format,
	locale: Locale,
	helpers: Helpers = {},
): Environment {
	const sources = new Map<string, Source>();
	const spanAt = (place: string) => spanOf(place, (file) => sources.get(file));
	const helperNames = [...builtInHelpers, ...Object.keys(helpers)];

	const runtime: TemplateRuntime = {
		write(value, place) {
			try {
				return writeValue(value, format, locale);
			} catch (error) {
				throw error instanceof HelperError ? misuse(error.message, spanAt(place)) : error;
			}
		},
		writeRaw: (value) => writeRawValue(value, format, locale),
		lookUp(object, name, place) {
			const value = propertyOf(object, name);
			if (value !== undefined) return value;
			if (Object.hasOwn(Object(object), name)) return null;
			const known = typeof object === 'object' && object !== null ? namesOf(object) : [];
			throw unknown('template/unknown-name', 'name', name, known, spanAt(place));
		},
		call(place, partial) {
			try {
				return partial();
			} catch (error) {
				const [, name] = isHandlebars(error) ? (/^The partial (.+) could not be found$/.exec(error.message) ?? []) : [];
				if (name === '@partial-block')
					throw misuse('There is no block here: the partial was called without one', spanAt(place));
				if (name) throw unknown('template/missing', 'partial', name, templates.names(format.templates), spanAt(place));
				throw error;
			}
		},
	};

	const compiled = new Map<string, CompiledTemplate>();
	function ready(name: string): CompiledTemplate {
		const known = compiled.get(name);
		if (known) return known;
		const template = templates.get(name, format.templates);
		if (!template)
			throw new TemplateError(diagnostic('template/missing', `Missing template '${name}.${format.templates}.hbs'`));
		sources.set(template.file, template.source);
		const made = instantiate(template.precompiled ?? compile(template, helperNames), runtime);
		compiled.set(name, made);
		return made;
	}

	const partials = templates
		.names(format.templates)
		.map((name) => [name, (view: unknown, options: RenderOptions) => ready(name)(view, options)]);
	const { helperMissing, blockHelperMissing } = handlebarsHelpers;
	const options: Omit<RenderOptions, 'data'> = {
		partial: true,
		helpers: preparedHelpers(makeHelpers(format, locale), helpers, spanAt),
		partials: Object.fromEntries(partials),
		decorators: handlebarsDecorators,
		hooks: { helperMissing, blockHelperMissing },
		protoAccessControl: {
			methods: { whitelist: {}, defaultValue: false },
			properties: { whitelist: {}, defaultValue: false },
		},
	};
	return {
		format,
		render(name, view) {
			try {
				return ready(name)(view, { ...options, data: { root: view } });
			} catch (error) {
				if (!(error instanceof Error) || error instanceof TemplateError) throw error;
				const span = spanAt(`${templates.get(name, format.templates)?.file}:1:0:1:0`);
				if (isOverflow(error)) throw misuse('Templates call each other without end', span);
				const { message } = error;
				throw isHandlebars(error) || /^Missing decorator/.test(message) ? misuse(message, span) : error;
			}
		},
	};
}

/** All helpers, as templates call them: what one throws becomes an error with the place of the call. */
function preparedHelpers(bibfolio: Helpers, own: Helpers, spanAt: (place: string) => Span | undefined): Helpers {
	const placed = (helper: Helper, mistake: (error: Error, span: Span | undefined) => unknown): Helper =>
		function (this: unknown, ...args: unknown[]) {
			try {
				return helper.apply(this, args as never[]);
			} catch (error) {
				if (error instanceof TemplateError || !(error instanceof Error) || isOverflow(error)) throw error;
				throw mistake(error, spanAt((args.at(-1) as { loc: string }).loc));
			}
		};
	const builtIn: Helpers = {
		...handlebarsHelpers,
		...Object.fromEntries(blocks.map((name) => [name, blockOnly(name)])),
		...bibfolio,
		lookup: (object: unknown, name: string) => propertyOf(object, name),
		[withValues]: (context: unknown, { hash }: HelperOptions) => contextWith(context, hash),
	};
	return Object.assign(
		// Without a prototype, no name but a helper's is in it.
		Object.create(null),
		mapped(builtIn, (helper) => placed(helper, misused)),
		mapped(own, (helper, name) => placed(withLookup(helper), (error, span) => failed(name, error, span))),
	);
}

/** The JavaScript of a built-in template, which may use the built-in helpers only. For the compiling of the package. */
export function precompileBuiltIn(file: string, text: string): string {
	return precompile(file, text, builtInHelpers);
}

function compile({ file, source }: Template, helpers: readonly string[]): PrecompiledTemplate {
	try {
		// Handlebars writes this code, with names and texts of the template as strings.
		return new Function(`return ${precompile(file, source.text, helpers)}`)() as PrecompiledTemplate;
	} catch (error) {
		throw compileError(error, source, helpers);
	}
}

function blockOnly(name: (typeof blocks)[number]): Helper {
	const helper = handlebarsHelpers[name] as Helper;
	return function (this: unknown, ...args: never[]) {
		if (!(args.at(-1) as unknown as HelperOptions).fn) throw new HelperError(`“${name}” is a block: {{#${name} …}}`);
		return helper.apply(this, args);
	};
}

/** Gives a helper `options.lookupProperty`, as Handlebars does. */
function withLookup(helper: Helper): Helper {
	return function (this: unknown, ...args: unknown[]) {
		Object.assign(args.at(-1) as object, { lookupProperty: propertyOf });
		return helper.apply(this, args as never[]);
	};
}

function mapped(helpers: Helpers, make: (helper: Helper, name: string) => Helper): Helpers {
	return Object.fromEntries(Object.entries(helpers).map(([name, helper]) => [name, make(helper, name)]));
}

/** What a template did wrong in the use of a built-in helper. Anything else is a bug of ours. */
function misused(error: Error, span: Span | undefined): unknown {
	if (error instanceof UnknownName)
		return unknown('template/unknown-name', 'name', error.unknown, error.known, quotedIn(span, error.unknown));
	return error instanceof HelperError || isHandlebars(error) ? misuse(error.message, span) : error;
}

/** An error that a project's own helper threw. */
function failed(name: string, { message }: Error, span: Span | undefined): TemplateError {
	return new TemplateError(diagnostic('template/helper', `The helper “${name}” failed: ${message}`, { span }));
}

function isHandlebars(error: unknown): error is Error {
	return error instanceof HandlebarsError;
}

function isOverflow(error: Error): boolean {
	return error instanceof RangeError && /call stack/.test(error.message);
}
