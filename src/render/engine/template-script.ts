import { broken, type Place } from './template-errors.ts';
import type { TemplateNode } from './template-tree.ts';

/** What the writing of a script needs to know. */
export interface ScriptOptions {
	readonly helpers: ReadonlySet<string>;
	/** It, or a partial it calls, asks for `@index` and the like; the others do without that work. */
	readonly usesData: boolean;
	readonly places: readonly Place[];
}

/** What stands around a place in a template: its context, what `../` means, and names that blocks gave. */
interface Scope {
	readonly context: string;
	readonly parent: Scope | null;
	readonly names: ReadonlyMap<string, string>;
	/** The variable of `@index` and the like. */
	readonly data: string;
}

/**
 * A prepared template as JavaScript: `(runtime) => (context, data) => void`. Statements, as a person would write them:
 * text and values are added to what the runtime has written so far, `if` is a condition, a name a property. Blocks that
 * need nothing but their context are made once, when the script is loaded. Each name carries the index of its place,
 * for errors. What the script calls stands in `template-runtime.ts`.
 */
export function writeScript(tree: TemplateNode, options: ScriptOptions): string {
	return new ScriptWriter(options).write(tree);
}

type Block = Pick<TemplateNode, 'body' | 'blockParams'>;

/** A block as a function. */
interface Inner {
	readonly code: string;
	/** It uses nothing of what stands around it but its context: a value is written the same wherever it stands. */
	readonly alone: boolean;
}

/** What becomes of a node: an expression whose text is written, or a statement that writes by itself. */
type Step = { readonly writes: string } | { readonly does: string };

class ScriptWriter {
	readonly #helpers: ReadonlySet<string>;
	readonly #usesData: boolean;
	readonly #places: readonly Place[];
	/** Declarations that stand before the template, each once. */
	readonly #constants = new Map<string, string>();
	/** Variables that the function being written uses. */
	#used = new Set<string>();
	#scopes = 0;

	constructor({ helpers, usesData, places }: ScriptOptions) {
		this.#helpers = helpers;
		this.#usesData = usesData;
		this.#places = places;
	}

	write(tree: TemplateNode): string {
		const main = this.#body(tree, { context: 'c0', parent: null, names: new Map(), data: 'd0' });
		const constants = [...this.#constants].map(([value, name]) => `const ${name}=${value};`);
		return `function(r){${constants.join('\n')}\nreturn (c0,d0)=>{${main}}}`;
	}

	/** Statements; what is written in a row is written at once. */
	#body(block: Block | undefined, scope: Scope): string {
		let [statements, row]: [string, string[]] = ['', []];
		const writeRow = () => {
			if (row.length) statements += `r.out+=${row.join('+')};`;
			row = [];
		};
		for (const step of (block?.body ?? []).flatMap((node) => this.#steps(node, scope))) {
			if ('writes' in step) row.push(step.writes);
			else {
				writeRow();
				statements += step.does;
			}
		}
		writeRow();
		return statements;
	}

	#steps(node: TemplateNode, scope: Scope): readonly Step[] {
		switch (node.type) {
			case 'ContentStatement':
				return node.value === '' ? [] : [{ writes: quoted(node.value) }];
			case 'MustacheStatement':
				return [{ writes: `r.write(${this.#value(node, scope)})` }];
			case 'BlockStatement':
				return [this.#block(node, scope)];
			case 'PartialStatement':
			case 'PartialBlockStatement':
				return this.#partial(node, scope);
			default:
				return [];
		}
	}

	/** A helper's answer, a name's value, a literal. */
	#value(node: TemplateNode, scope: Scope): string {
		if (node.type === 'PathExpression') return this.#path(node, scope);
		if (!node.path) return node.type === 'NullLiteral' ? 'null' : (JSON.stringify(node.value) ?? 'undefined');
		const helper = this.#helper(node.path, scope);
		if (helper !== null && blockNames.has(helper))
			throw broken(`“${helper}” is a block: {{#${helper} …}}`, this.#places[node.place ?? -1]);
		return helper === null ? this.#path(node.path, scope) : this.#call(helper, node, scope, []);
	}

	/** The name of the helper that a path is; null where it is a name of the view. */
	#helper({ parts, depth, data, original }: TemplateNode, { names }: Scope): string | null {
		const name = parts?.length === 1 && !depth && !data ? (parts[0] as string) : null;
		if (name === null || names.has(name) || /^(?:\.|this\b)/.test(String(original))) return null;
		return this.#helpers.has(name) ? name : null;
	}

	#call(helper: string, node: TemplateNode, scope: Scope, more: readonly string[]): string {
		const given = (node.params ?? []).map((value) => this.#value(value, scope));
		const hash = (node.hash?.pairs ?? []).map(({ key, value }) => `${quoted(key)}:${this.#value(value, scope)}`);
		const fields = [`hash:{${hash.join()}}`, ...more];
		const isConstant = !/\b[cdk]\d|\br\.|=>/.test(fields.join());
		const options = isConstant ? this.#constant(`{${fields.join()}}`) : `{${fields.join()}}`;
		const called = this.#constant(`r.helpers[${quoted(helper)}]`);
		return `${called}.call(${[this.#use(scope.context), ...given, options].join()})`;
	}

	#block(node: TemplateNode, scope: Scope): Step {
		const { program, inverse, params = [] } = node;
		const path = node.path as TemplateNode;
		const helper = this.#helper(path, scope);
		const value = () => (params[0] ? this.#value(params[0], scope) : 'undefined');
		if (helper === 'if' || helper === 'unless') {
			const [then, otherwise] = [this.#body(program, scope), this.#body(inverse, scope)];
			const [blank, filled] = helper === 'if' ? [otherwise, then] : [then, otherwise];
			if (filled === '') return { does: `if(r.isBlank(${value()})){${blank}}` };
			return { does: `if(!r.isBlank(${value()})){${filled}}${blank && `else{${blank}}`}` };
		}
		if (helper !== null && !blockNames.has(helper)) {
			const fields = program ? [`fn:${this.#function(program, scope, null, 'gives').code}`] : [];
			const called = this.#call(helper, node, scope, fields);
			return { writes: written.has(helper) ? called : `r.write(${called})` };
		}
		const inner = this.#function(program, scope, program?.blockParams ?? []);
		const otherwise = inverse ? this.#function(inverse, scope, null).code : 'null';
		const subject = helper === null ? this.#path(path, scope) : value();
		const given = [subject, this.#use(scope.context), inner.code, otherwise];
		if (helper === 'each' && inner.alone) return { does: `r.eachAlone(${given.join()});` };
		return { does: `r.${helper ?? 'section'}(${[...given, this.#data(scope)].join()});` };
	}

	/** A block as a function of its context, which writes it or gives its text; with names where it has a context of its own. */
	#function(
		block: Block | undefined,
		scope: Scope,
		names: readonly string[] | null,
		deed: 'writes' | 'gives' = 'writes',
	): Inner {
		const before = this.#used;
		this.#used = new Set();
		const inner = names ? this.#inner(scope, names) : scope;
		const own = names ? [inner.context, keyOf(inner), ...(this.#usesData ? [inner.data] : [])] : [inner.context];
		const body = this.#body(block, inner);
		const text = `(${own.join()})=>{${deed === 'gives' ? `const s=r.begin();${body}return r.end(s)` : body}}`;
		const free = [...this.#used].filter((name) => !own.includes(name));
		const alone = [...this.#used].every((name) => name === inner.context);
		this.#used = new Set([...before, ...free]);
		return { code: free.length === 0 ? this.#constant(text) : text, alone };
	}

	#inner(parent: Scope, [value, key]: readonly string[]): Scope {
		const index = ++this.#scopes;
		const scope = { context: `c${index}`, parent, data: `d${index}` };
		const names = new Map(parent.names);
		if (value) names.set(value, scope.context);
		if (key) names.set(key, `k${index}`);
		return { ...scope, names };
	}

	#partial(node: TemplateNode, scope: Scope): readonly Step[] {
		const { params = [], hash, program } = node;
		const name = node.name as TemplateNode;
		const own = params[0] ? this.#value(params[0], scope) : this.#use(scope.context);
		const pairs = (hash?.pairs ?? []).map(({ key, value }) => `${quoted(key)}:${this.#value(value, scope)}`);
		const context = pairs.length ? `{...${own},${pairs.join()}}` : own;
		if (name.data) return [{ does: `r.block(${[context, this.#data(scope)].join()});` }];
		const called = name.type === 'PathExpression' ? quoted(String(name.original)) : this.#value(name, scope);
		const data = this.#data(scope);
		const inside = program ? `{...${data},"partial-block":${this.#function(program, scope, null).code}}` : data;
		const indent = node.indent ? [{ writes: quoted(node.indent) }] : [];
		return [...indent, { does: `r.run(${[called, context, inside].join()});` }];
	}

	#path(path: TemplateNode, scope: Scope): string {
		// `{{"a name"}}` is that name.
		const { original, parts = [String(original)], depth = 0, data, place } = path;
		const [first = '', ...rest] = parts;
		const named = depth || data || /^(?:\.|this\b)/.test(String(original)) ? undefined : scope.names.get(first);
		let from: Scope | null = scope;
		for (let level = 0; level < depth && !data; level++) from = from?.parent ?? null;
		let value = named ?? (data ? scope.data : (from?.context ?? 'undefined'));
		if (value !== 'undefined') this.#use(value);
		if (data) value += '._parent'.repeat(depth);
		for (const name of named === undefined ? parts : rest) {
			const looked = `${value},${quoted(name)},${place}`;
			// A text has a length, though no template may ask for it.
			const isPlain = /^c\d+$/.test(value) && name !== 'length' && name !== '__proto__';
			value = isPlain ? `r.seen(${value}?.[${quoted(name)}],${looked})` : `r.lookUp(${looked})`;
		}
		return value;
	}

	#data(scope: Scope): string {
		return this.#usesData ? this.#use(scope.data) : 'undefined';
	}

	#use(variable: string): string {
		this.#used.add(variable);
		return variable;
	}

	#constant(value: string): string {
		const name = this.#constants.get(value) ?? `v${this.#constants.size}`;
		this.#constants.set(value, name);
		return name;
	}
}

/** What is no helper but part of the language; each with a block. */
export const blockNames: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with']);

/** Helpers whose blocks are markup already: what they give passes no gate again. */
const written: ReadonlySet<string> = new Set(['parts', 'part', 'around']);

function keyOf({ context }: Scope): string {
	return context.replace('c', 'k');
}

/** A string of JavaScript; the two line ends that JSON has and old JavaScript had not are escaped. */
function quoted(value: unknown): string {
	return JSON.stringify(String(value)).replace(/[\u2028\u2029]/g, (end) => (end === '\u2028' ? '\\u2028' : '\\u2029'));
}
