// @ts-expect-error The types describe the main module, which also adds a hook to Node's `require`.
import untyped from 'handlebars/dist/cjs/handlebars.js';
import type { Helper } from './helper.ts';

/** A compiled template: renders a context. */
export type CompiledTemplate = (context: unknown, options: RenderOptions) => string;

/** The options of a partial. With them, Handlebars does not merge and wrap the helpers for every call. */
export interface RenderOptions {
	readonly partial: true;
	readonly data: Readonly<Record<string, unknown>>;
	readonly helpers: Readonly<Record<string, Helper>>;
	readonly partials: Readonly<Record<string, CompiledTemplate>>;
	readonly decorators: unknown;
	readonly hooks: Readonly<Record<string, Helper | undefined>>;
	readonly protoAccessControl: unknown;
}

/** The functions that precompiled templates call besides Handlebars' runtime. Places have the form of {@link placeText}. */
export interface TemplateRuntime {
	/** Writes `{{value}}`. */
	write(value: unknown, place: string): string;
	/** Writes `{{{value}}}` and the result of a block. */
	writeRaw(value: unknown): string;
	/** Returns a property of a context. */
	lookUp(object: unknown, name: string, place: string): unknown;
	/** Calls a partial. */
	call(place: string, partial: () => string): string;
}

/** A precompiled template: creates Handlebars' template specification for a runtime. */
export type PrecompiledTemplate = (runtime: TemplateRuntime) => object;

/** A location in Handlebars' terms: one-based lines, zero-based columns. */
export interface Location {
	readonly source?: string;
	readonly start: { readonly line: number; readonly column: number };
	readonly end: { readonly line: number; readonly column: number };
}

/** A node of Handlebars' syntax tree, with the properties that this file changes. */
interface Node {
	type: string;
	loc: Location;
	params: Node[];
	hash?: Node | undefined;
}

type Code = string | readonly Code[] | object;

/** The parts of Handlebars that Bibfolio uses. Its compiler API documents `JavaScriptCompiler` and `Visitor`. */
interface Api {
	create(): Api;
	parse(text: string, options: { srcName: string }): Node;
	precompile(tree: Node, options: object): string;
	template(spec: object): CompiledTemplate;
	log(level: unknown, ...values: unknown[]): void;
	readonly logger: { level: unknown; lookupLevel(level: unknown): number };
	readonly helpers: Readonly<Record<string, Helper>>;
	readonly decorators: object;
	readonly Exception: new (message: string) => Error;
	readonly SafeString: new (text: string) => { toString(): string; toHTML(): string };
	readonly Visitor: new () => { accept(node: Node): void; PartialStatement(node: Node): void };
	JavaScriptCompiler: new () => {
		compiler: unknown;
		readonly source: { readonly currentLocation: Location };
		nameLookup(parent: Code, name: string, type: string): Code;
		appendToBuffer(code: Code): Code;
		invokePartial(isDynamic: boolean, name: string, indent: string): void;
		quotedString(text: string): string;
		objectLiteral(values: Readonly<Record<string, Code>>): Code;
		popStack(): Code;
		push(code: Code): void;
		pushSource(code: Code): void;
	};
}

const handlebars = (untyped as Api).create();
handlebars.log = (level, ...values) => {
	const { logger } = handlebars;
	if (logger.lookupLevel(level) >= logger.lookupLevel(logger.level)) console.error(...values);
};

/** Markup that a helper returns; it is not escaped. */
export const SafeString = handlebars.SafeString;

/** The class of the errors that Handlebars throws. */
export const HandlebarsError = handlebars.Exception;

export const handlebarsHelpers: Api['helpers'] = handlebars.helpers;
export const handlebarsDecorators: object = handlebars.decorators;

/** Name of the helper that {@link PartialValues} adds to templates. */
export const withValues = 'context-with-values';

/**
 * Adds the values of `{{> partial name=value}}` to the context by a helper. Handlebars itself copies only the own
 * properties of the context and would lose the getters of a view.
 */
class PartialValues extends (untyped as Api).Visitor {
	override PartialStatement(partial: Node): void {
		super.PartialStatement(partial);
		const { hash, loc, params } = partial;
		if (!hash) return;
		const path = (parts: string[]) => ({ type: 'PathExpression', parts, original: parts.join(), depth: 0, loc });
		const [context = path([])] = params;
		partial.params = [
			{ type: 'SubExpression', path: path([withValues]), params: [context], hash, loc } as unknown as Node,
		];
		partial.hash = undefined;
	}

	PartialBlockStatement(partial: Node & { program: Node }): void {
		this.accept(partial.program);
		this.PartialStatement(partial);
	}
}

/** Compiles names, values and calls of partials to calls of {@link TemplateRuntime}. */
class TemplateCompiler extends handlebars.JavaScriptCompiler {
	override nameLookup(parent: Code, name: string, type: string): Code {
		if (type === 'helper') return [parent, '[', this.quotedString(name), ']'];
		// Data variables such as `@index` may be absent.
		const isData = type === 'data' && /^(?:data$|container\.data\()/.test(String(parent));
		if (isData || (type !== 'context' && type !== 'data')) return super.nameLookup(parent, name, type);
		return ['lookUp(', parent, ', ', this.quotedString(name), ', ', this.#place(), ')'];
	}

	appendEscaped(): void {
		this.pushSource(this.appendToBuffer(['write(', this.popStack(), ', ', this.#place(), ')']));
	}

	append(): void {
		this.pushSource(this.appendToBuffer(['writeRaw(', this.popStack(), ')']));
	}

	override invokePartial(isDynamic: boolean, name: string, indent: string): void {
		super.invokePartial(isDynamic, name, indent);
		this.push(['call(', this.#place(), ', () => ', this.popStack(), ')']);
	}

	/** Replaces the location in a helper's options, `loc`, by one string, because it is created for every call. */
	override objectLiteral(values: Readonly<Record<string, Code>>): Code {
		const isLocation = /^\{"source"/.test(String(values['loc']));
		return super.objectLiteral(isLocation ? { ...values, loc: this.#place() } : values);
	}

	#place(): string {
		return this.quotedString(placeText(this.source.currentLocation));
	}
}

// Handlebars compiles blocks with this class.
TemplateCompiler.prototype.compiler = TemplateCompiler;
handlebars.JavaScriptCompiler = TemplateCompiler;

/** A location as a string: `entry.html.hbs:2:4:2:9` (file, start line and column, end line and column). */
export function placeText({ source = '', start, end }: Location): string {
	return [source, start.line, start.column, end.line, end.column].join(':');
}

/** Parses a string of {@link placeText}. */
export function placeLocation(place: string): Location & { readonly source: string } {
	const parts = place.split(':');
	const [line = 0, column = 0, endLine = 0, endColumn = 0] = parts.slice(-4).map(Number);
	return { source: parts.slice(0, -4).join(':'), start: { line, column }, end: { line: endLine, column: endColumn } };
}

/**
 * The JavaScript of a {@link PrecompiledTemplate}. Throws Handlebars' errors with their location if the template does not
 * parse or uses an unknown helper.
 *
 * @param file the name of the template in locations
 */
export function precompile(file: string, text: string, helpers: readonly string[]): string {
	const tree = handlebars.parse(text, { srcName: file });
	new PartialValues().accept(tree);
	const knownHelpers = Object.fromEntries([...helpers, withValues].map((name) => [name, true]));
	const spec = handlebars.precompile(tree, { knownHelpers, knownHelpersOnly: true });
	return `({ write, writeRaw, lookUp, call }) => (${spec})`;
}

/** Creates a callable template. */
export function instantiate(template: PrecompiledTemplate, runtime: TemplateRuntime): CompiledTemplate {
	return handlebars.template(template(runtime));
}
