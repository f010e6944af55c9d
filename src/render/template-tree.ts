import type { Location } from './template-errors.ts';

/** A node of a parsed template, as far as names and partials go (Handlebars' AST, docs/compiler-api). */
export interface TemplateNode {
	readonly type: string;
	readonly loc: Location;
	readonly body?: readonly TemplateNode[];
	readonly program?: TemplateNode;
	readonly inverse?: TemplateNode;
	readonly params?: readonly TemplateNode[];
	readonly hash?: { readonly pairs: readonly { readonly value: TemplateNode }[] };
	readonly path?: TemplateNode;
	readonly name?: TemplateNode;
	readonly original?: string | number;
	/** Handlebars checks only names that are written; with this set, it checks those given to helpers as well. */
	strict?: boolean;
}

/**
 * Makes strict every name that a template gives to a helper, a block or a partial (`{{#if typo}}` is silent otherwise),
 * and gives the partials it calls by a fixed name.
 */
export function prepare(tree: TemplateNode): readonly { readonly name: string; readonly loc: Location }[] {
	const partials: { name: string; loc: Location }[] = [];
	const rest: (TemplateNode | undefined)[] = [tree];
	while (rest.length) {
		const node = rest.pop();
		if (!node) continue;
		const given = [...(node.params ?? []), ...(node.hash?.pairs ?? []).map(({ value }) => value)];
		for (const value of given) if (value.type === 'PathExpression') value.strict = true;
		if (
			/^Partial/.test(node.type) &&
			node.name?.type !== 'SubExpression' &&
			!String(node.name?.original).startsWith('@')
		)
			partials.push({ name: String(node.name?.original), loc: node.loc });
		rest.push(...given, ...(node.body ?? []), node.program, node.inverse, node.path);
	}
	return partials;
}
