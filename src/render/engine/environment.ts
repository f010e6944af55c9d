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
	/**
	 * Renders a template. Throws a {@link TemplateError} with the diagnostic if the template is broken.
	 *
	 * @param locale the locale for the script of a work; that of the environment when omitted
	 */
	render(template: string, view: object, locale?: Locale): string;
}

/** Names of the helpers that every template may use. They are the same for all formats and locales. */
export const builtInHelpers: readonly string[] = [
	...Object.keys(handlebarsHelpers),
	...Object.keys(makeHelpers({} as Format, () => ({}) as Locale)),
];

/** Block helpers of Handlebars that fail with an obscure error when they are used as values. */
const blockHelpers = ['if', 'unless', 'each', 'with'] as const;

/**
 * Creates the environment of a format and a locale. It escapes values for the format and reports unknown names with their
 * location.
 *
 * @param helpers the helpers of the project
 */
export function makeEnvironment(
	templates: TemplateSet,
	format: Format,
	locale: Locale,
	helpers: Helpers = {},
): Environment {
	const sources = new Map<string, Source>();
	/** The locale of the template that is being rendered. */
	let current = locale;
	const spanAt = (place: string) => spanOf(place, (file) => sources.get(file));
	const helperNames = [...builtInHelpers, ...Object.keys(helpers)];

	const runtime: TemplateRuntime = {
		write(value, place) {
			try {
				return writeValue(value, format, current);
			} catch (error) {
				throw error instanceof HelperError ? misuse(error.message, spanAt(place)) : error;
			}
		},
		writeRaw: (value) => writeRawValue(value, format, current),
		lookUp(object, name, place) {
			const value = propertyOf(object, name);
			if (value !== undefined) return value;
			if (Object.hasOwn(Object(object), name)) return null;
			const names = typeof object === 'object' && object !== null ? namesOf(object) : [];
			throw unknown('template/unknown-name', 'name', name, names, spanAt(place));
		},
		call(place, partial) {
			try {
				return partial();
			} catch (error) {
				const [, name] = isHandlebars(error) ? (/^The partial (.+) could not be found$/.exec(error.message) ?? []) : [];
				if (name === '@partial-block') throw misuse('Missing block: the partial was called without one', spanAt(place));
				if (name) throw unknown('template/missing', 'partial', name, templates.names(format.templates), spanAt(place));
				throw error;
			}
		},
	};

	const compiled = new Map<string, CompiledTemplate>();
	function compiledTemplate(name: string): CompiledTemplate {
		const cached = compiled.get(name);
		if (cached) return cached;
		const template = templates.get(name, format.templates);
		if (!template)
			throw new TemplateError(diagnostic('template/missing', `Missing template "${name}.${format.templates}.hbs"`));
		sources.set(template.file, template.source);
		const instance = instantiate(template.precompiled ?? compile(template, helperNames), runtime);
		compiled.set(name, instance);
		return instance;
	}

	const partials = templates
		.names(format.templates)
		.map((name) => [name, (view: unknown, options: RenderOptions) => compiledTemplate(name)(view, options)]);
	const { helperMissing, blockHelperMissing } = handlebarsHelpers;
	const options: Omit<RenderOptions, 'data'> = {
		partial: true,
		helpers: preparedHelpers(
			makeHelpers(format, () => current),
			helpers,
			spanAt,
		),
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
		render(name, view, viewLocale = locale) {
			const outer = current;
			current = viewLocale;
			try {
				return compiledTemplate(name)(view, { ...options, data: { root: view } });
			} catch (error) {
				if (!(error instanceof Error) || error instanceof TemplateError) throw error;
				const span = spanAt(`${templates.get(name, format.templates)?.file}:1:0:1:0`);
				if (isOverflow(error)) throw misuse('Templates call each other in an endless loop', span);
				const { message } = error;
				throw isHandlebars(error) || /^Missing decorator/.test(message) ? misuse(message, span) : error;
			} finally {
				current = outer;
			}
		},
	};
}

/** All helpers as templates call them: an exception becomes an error with the location of the call. */
function preparedHelpers(bibfolio: Helpers, custom: Helpers, spanAt: (place: string) => Span | undefined): Helpers {
	const withLocation = (helper: Helper, toError: (error: Error, span: Span | undefined) => unknown): Helper =>
		function (this: unknown, ...args: unknown[]) {
			try {
				return helper.apply(this, args as never[]);
			} catch (error) {
				if (error instanceof TemplateError || !(error instanceof Error) || isOverflow(error)) throw error;
				throw toError(error, spanAt((args.at(-1) as { loc: string }).loc));
			}
		};
	const builtIn: Helpers = {
		...handlebarsHelpers,
		...Object.fromEntries(blockHelpers.map((name) => [name, blockOnly(name)])),
		...bibfolio,
		lookup: (object: unknown, name: string) => propertyOf(object, name),
		[withValues]: (context: unknown, { hash }: HelperOptions) => contextWith(context, hash),
	};
	return Object.assign(
		// Without a prototype, it contains only the names of helpers.
		Object.create(null),
		mapped(builtIn, (helper) => withLocation(helper, misused)),
		mapped(custom, (helper, name) => withLocation(withLookup(helper), (error, span) => failed(name, error, span))),
	);
}

/** The JavaScript of a built-in template, which may use built-in helpers only. Used when the package is compiled. */
export function precompileBuiltIn(file: string, text: string): string {
	return precompile(file, text, builtInHelpers);
}

function compile({ file, source }: Template, helpers: readonly string[]): PrecompiledTemplate {
	try {
		// Handlebars generates this code; names and text of the template appear in it only as strings.
		return new Function(`return ${precompile(file, source.text, helpers)}`)() as PrecompiledTemplate;
	} catch (error) {
		throw compileError(error, source, helpers);
	}
}

function blockOnly(name: (typeof blockHelpers)[number]): Helper {
	const helper = handlebarsHelpers[name] as Helper;
	return function (this: unknown, ...args: never[]) {
		if (!(args.at(-1) as unknown as HelperOptions).fn)
			throw new HelperError(`The helper "${name}" needs a block: {{#${name} …}}`);
		return helper.apply(this, args);
	};
}

/** Adds `options.lookupProperty` to the helper's options, as Handlebars does. */
function withLookup(helper: Helper): Helper {
	return function (this: unknown, ...args: unknown[]) {
		Object.assign(args.at(-1) as object, { lookupProperty: propertyOf });
		return helper.apply(this, args as never[]);
	};
}

function mapped(helpers: Helpers, transform: (helper: Helper, name: string) => Helper): Helpers {
	return Object.fromEntries(Object.entries(helpers).map(([name, helper]) => [name, transform(helper, name)]));
}

/** The error for wrong use of a built-in helper. Any other exception is a bug in Bibfolio and stays as it is. */
function misused(error: Error, span: Span | undefined): unknown {
	if (error instanceof UnknownName)
		return unknown('template/unknown-name', 'name', error.unknownName, error.names, quotedIn(span, error.unknownName));
	return error instanceof HelperError || isHandlebars(error) ? misuse(error.message, span) : error;
}

/** The error for an exception in a helper of the project. */
function failed(name: string, { message }: Error, span: Span | undefined): TemplateError {
	return new TemplateError(diagnostic('template/helper', `The helper "${name}" failed: ${message}`, { span }));
}

function isHandlebars(error: unknown): error is Error {
	return error instanceof HandlebarsError;
}

function isOverflow(error: Error): boolean {
	return error instanceof RangeError && /call stack/.test(error.message);
}
