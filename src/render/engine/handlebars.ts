// @ts-expect-error The types describe the main module, which also adds a hook to Node's `require`.
import untyped from 'handlebars/dist/cjs/handlebars.js';
import { valueIn } from '../../text/value-in.ts';
import type { Helper } from './helper.ts';

/** A compiled template: renders a context. */
export type CompiledTemplate = (context: unknown, options: RenderOptions) => string;

/** The options of a partial. With them, Handlebars does not merge and wrap the helpers for every call. */
export interface RenderOptions {
	readonly partial: true;
	readonly data: Data;
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
	/** Returns a property of a context. The template has already read it as `value`, if it can. */
	lookUp(object: unknown, name: string, place: string, value?: unknown): unknown;
	/** Calls a partial that is named in the template and has no block. */
	partial(partials: RenderOptions['partials'], name: string, context: unknown, data: Data, place: string): string;
	/** Calls any other partial. */
	call(place: string, partial: () => string): string;
}

/** The data variables of Handlebars: `@root`, `@index` … */
type Data = Readonly<Record<string, unknown>>;

/** A precompiled template: creates Handlebars' template specification for a runtime. */
export type PrecompiledTemplate = (runtime: TemplateRuntime & typeof conditions) => object;

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

/** A node that calls a helper with a block. */
interface BlockNode extends Node {
	path: { parts: string[]; original: string };
	program?: { blockParams?: readonly string[] };
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
	readonly Visitor: new () => {
		accept(node: Node): void;
		BlockStatement(node: Node): void;
		PartialStatement(node: Node): void;
	};
	JavaScriptCompiler: new () => {
		compiler: unknown;
		readonly source: { readonly currentLocation: Location };
		nameLookup(parent: Code, name: string, type: string): Code;
		appendToBuffer(code: Code): Code;
		aliasable(code: string): string;
		contextName(depth: number): string;
		invokeKnownHelper(paramSize: number, name: string): void;
		invokePartial(isDynamic: boolean, name: string, indent: string): void;
		quotedString(text: string): string;
		objectLiteral(values: Readonly<Record<string, Code>>): Code;
		popStack(): Code | null;
		push(code: Code): void;
		pushStackLiteral(code: Code | null): void;
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

/** Name of the helper that {@link Preparation} adds to templates. */
export const withValues = 'context-with-values';

/** Names of {@link TemplateCompiler} for `{{#if value}}` and `{{#unless value}}` without further options. */
const compiledConditions: Readonly<Record<string, string>> = { if: 'compiled-if', unless: 'compiled-unless' };

/**
 * Changes what Handlebars would compile. `{{> partial name=value}}` adds its values to the context by a helper, because
 * Handlebars itself copies only the own properties of the context and would lose the getters of a view. Conditions get
 * another name.
 */
class Preparation extends (untyped as Api).Visitor {
	override BlockStatement(block: BlockNode): void {
		super.BlockStatement(block);
		const { path, params, hash, program } = block;
		const name = valueIn(compiledConditions, path.original);
		if (name && params.length === 1 && !hash && !program?.blockParams?.length)
			Object.assign(path, { parts: [name], original: name });
	}

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

/** What compiled conditions call: see docs/performance.md. */
const conditions = {
	/** True unless a value is empty for `{{#if}}`. Like Handlebars, calls a function, such as `@partial-block`. */
	isTruthy(value: unknown): boolean {
		const result = typeof value === 'function' ? value() : value;
		return Array.isArray(result) ? result.length > 0 : Boolean(result);
	},
	/** Renders a block of a template that uses no block parameters and no `../`. */
	branch(container: Container, index: number, context: unknown, data: Data): string {
		const block = container.fn(index);
		if (block.decorator) return container.program(index, data, 0)(context);
		return block(container, context, container.helpers, container.partials, data);
	},
};

/** What Handlebars passes to each block of a template. */
interface Container {
	fn(index: number): ((...args: unknown[]) => string) & { readonly decorator?: unknown };
	program(index: number, data: Data, blockParams: 0): (context: unknown) => string;
	readonly helpers: unknown;
	readonly partials: unknown;
}

/** Compiles names, values, conditions and calls of partials to calls of {@link TemplateRuntime}. */
class TemplateCompiler extends handlebars.JavaScriptCompiler {
	override nameLookup(parent: Code, name: string, type: string): Code {
		if (type === 'helper') return [parent, '[', this.quotedString(name), ']'];
		// Data variables such as `@index` may be absent.
		const isData = type === 'data' && /^(?:data$|container\.data\()/.test(String(parent));
		if (isData || (type !== 'context' && type !== 'data')) return super.nameLookup(parent, name, type);
		const read =
			isVariable(parent) && isIdentifier(name) ? [', ', parent, ' == null ? void 0 : ', parent, '.', name] : [];
		return ['lookUp(', parent, ', ', this.quotedString(name), ', ', this.#place(), ...read, ')'];
	}

	appendEscaped(): void {
		this.pushSource(this.appendToBuffer(['write(', this.#pop(), ', ', this.#place(), ')']));
	}

	append(): void {
		this.pushSource(this.appendToBuffer(['writeRaw(', this.#pop(), ')']));
	}

	override invokeKnownHelper(paramSize: number, name: string): void {
		if (!Object.values(compiledConditions).includes(name)) {
			super.invokeKnownHelper(paramSize, name);
			return;
		}
		this.popStack();
		const inverse = this.#block();
		const block = this.#block();
		const [whenTrue, whenFalse] = name === compiledConditions['if'] ? [block, inverse] : [inverse, block];
		this.push(['(isTruthy(', this.#pop(), ') ? ', whenTrue, ' : ', whenFalse, ')']);
	}

	/** Pops a block and returns the code that renders it. */
	#block(): Code {
		const program = this.popStack();
		if (program === null) return '""';
		const depth = this.contextName(0);
		const context = this.aliasable(`${depth} != null ? ${depth} : (container.nullContext || {})`);
		const simple = /^container\.program\((\d+), data, 0\)$/.exec(String(program));
		return simple ? `branch(container, ${simple[1]}, ${context}, data)` : [program, '(', context, ')'];
	}

	override invokePartial(isDynamic: boolean, name: string, indent: string): void {
		if (!isDynamic && !indent && !name.startsWith('@')) {
			this.popStack();
			const [inverse, block] = [this.popStack(), this.popStack()];
			if (block === null && inverse === null) {
				const args = [this.quotedString(name), this.#pop(), 'data', this.#place()];
				this.push(['partial(partials, ', ...args.flatMap((arg, index) => (index === 0 ? [arg] : [', ', arg])), ')']);
				return;
			}
			this.pushStackLiteral(block);
			this.pushStackLiteral(inverse);
			this.pushStackLiteral('undefined');
		}
		super.invokePartial(isDynamic, name, indent);
		this.push(['call(', this.#place(), ', () => ', this.#pop(), ')']);
	}

	/** Replaces the location in a helper's options, `loc`, by one string, because it is created for every call. */
	override objectLiteral(values: Readonly<Record<string, Code>>): Code {
		const isLocation = /^\{"source"/.test(String(values['loc']));
		return super.objectLiteral(isLocation ? { ...values, loc: this.#place() } : values);
	}

	#place(): string {
		return this.quotedString(placeText(this.source.currentLocation));
	}

	/** Pops a value, which is never absent. */
	#pop(): Code {
		return this.popStack() ?? '';
	}
}

/** Whether code is a variable, such as `depth0`, `depths[1]` or `stack1`, which can be read twice. */
function isVariable(code: Code): boolean {
	return /^[a-z]+\d*(?:\[\d+\])?$/.test(String(code));
}

/** Whether a name can follow a dot. `__proto__` is not one of them. */
function isIdentifier(name: string): boolean {
	return /^[a-z]\w*$/i.test(name);
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
	new Preparation().accept(tree);
	const knownHelpers = Object.fromEntries(
		[...helpers, withValues, ...Object.values(compiledConditions)].map((name) => [name, true]),
	);
	const spec = handlebars.precompile(tree, { knownHelpers, knownHelpersOnly: true });
	return `({ write, writeRaw, lookUp, partial, call, isTruthy, branch }) => (${spec})`;
}

/** Creates a callable template. */
export function instantiate(template: PrecompiledTemplate, runtime: TemplateRuntime): CompiledTemplate {
	return handlebars.template(template({ ...runtime, ...conditions }));
}
