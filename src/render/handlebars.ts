import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';
import runtime from 'handlebars/runtime.js';

/** What runs compiled templates. This file is the only door to Handlebars. */
export const handlebarsRuntime = runtime as Pick<typeof Handlebars, 'create' | 'template'>;

/** What parses and compiles templates. Loaded when first asked for: the built-in templates come compiled. */
export function handlebarsCompiler(): Pick<typeof Handlebars, 'parse' | 'precompile'> {
	compiler ??= createRequire(import.meta.url)('handlebars') as typeof Handlebars;
	return compiler;
}

let compiler: typeof Handlebars | null = null;
