import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';
import type { TemplateNode } from './template-tree.ts';

/**
 * The tree of a template. This file is the only door to Handlebars, which is loaded when first asked for: the built-in
 * templates come compiled.
 */
export function parseTemplate(text: string): TemplateNode {
	loaded ??= createRequire(import.meta.url)('handlebars') as typeof Handlebars;
	return loaded.parse(text) as unknown as TemplateNode;
}

let loaded: typeof Handlebars | null = null;
