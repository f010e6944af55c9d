import type { Source } from '../../diagnostics/source.ts';
import { broken, type Location, type Place, unknown } from './template-errors.ts';

/** A node of a parsed template, as far as names and partials go (Handlebars' AST, docs/compiler-api). */
export interface TemplateNode {
	readonly type: string;
	readonly loc: Location;
	/** Index of its place, once it is prepared. */
	place?: number;
	body?: readonly TemplateNode[];
	readonly blockParams?: readonly string[];
	readonly program?: TemplateNode;
	readonly inverse?: TemplateNode;
	readonly params?: readonly TemplateNode[];
	readonly hash?: { readonly pairs: readonly { readonly key: string; readonly value: TemplateNode }[] };
	readonly path?: TemplateNode;
	readonly name?: TemplateNode;
	readonly original?: string | number;
	readonly parts?: readonly string[];
	readonly depth?: number;
	/** `@index`, `@root`. */
	readonly data?: boolean;
	/** Of text and literals. */
	readonly value?: string | number | boolean;
	/** The white space before a partial that stands alone on its line. */
	readonly indent?: string;
}

/** What a template is made ready with. */
export interface Surroundings {
	readonly helpers: ReadonlySet<string>;
	/** The text and tree of a partial; throws for one that does not parse, null for one that does not exist. */
	partial(name: string): { readonly text: Source; readonly tree: TemplateNode } | null;
	/** For the hint at a misspelt partial. */
	readonly partials: readonly string[];
}

/** A parsed template, made ready for compiling. */
export interface Prepared {
	/** The partials that are still called, by name. */
	readonly calls: ReadonlySet<string>;
	/** It asks for `@index` and the like, or calls a partial by a name not known before. */
	readonly usesData: boolean;
	/** Every place in the template and in what was taken into it; scripts name one by its index. */
	readonly places: readonly Place[];
}

/**
 * Makes a tree ready for compiling, in place: each node gets the index of its place, and a partial called without a
 * context of its own is taken into the tree. Throws for a helper or a partial that does not exist.
 */
export function prepare(text: Source, tree: TemplateNode, around: Surroundings): Prepared {
	const places: Place[] = [];
	const calls = new Set<string>();
	let usesData = false;

	function visit(node: TemplateNode | undefined, text: Source, within: readonly string[]): void {
		if (!node) return;
		const place = { text, location: node.loc };
		node.place = places.push(place) - 1;
		if (node.type.startsWith('Decorator')) throw broken('Give a partial a file of its own', place);
		const given = [...(node.params ?? []), ...(node.hash?.pairs ?? []).map(({ value }) => value)];
		if (given.length && isUnknownHelper(node.path))
			throw unknown('template/unknown-name', 'helper', String(node.path?.original), [...around.helpers], place);
		if (node.data || node.type === 'PartialBlockStatement') usesData = true;
		if (node.body) node.body = node.body.flatMap((child) => takeIn(child, text, within));
		for (const child of [...given, node.program, node.inverse, node.path]) visit(child, text, within);
	}

	/** A statement made ready, or what stands in the partial it calls. */
	function takeIn(node: TemplateNode, text: Source, within: readonly string[]): readonly TemplateNode[] {
		if (/^Partial/.test(node.type)) {
			const name = node.name?.type === 'PathExpression' && !node.name.data ? String(node.name.original) : null;
			if (name === null) usesData = true;
			else {
				const partial = around.partial(name);
				if (!partial) throw unknown('template/missing', 'partial', name, around.partials, { text, location: node.loc });
				const plain = node.type === 'PartialStatement' && !node.params?.length && !node.hash?.pairs.length;
				if (plain && !within.includes(name)) {
					visit(partial.tree, partial.text, [...within, name]);
					return partial.tree.body ?? [];
				}
				calls.add(name);
			}
		}
		visit(node, text, within);
		return [node];
	}

	function isUnknownHelper(path: TemplateNode | undefined): boolean {
		if (path?.type !== 'PathExpression') return false;
		const isName = path.parts?.length === 1 && !path.depth && !path.data;
		return !(isName && around.helpers.has(path.parts?.[0] ?? ''));
	}

	visit(tree, text, []);
	return { calls, usesData, places };
}
