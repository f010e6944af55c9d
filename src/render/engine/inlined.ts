import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finish } from '../../formats/finish-file.ts';
import { type Format, Markup } from '../../formats/format.ts';
import { builtInCode } from './built-in-code.ts';
import { browserScripts } from './template-folders.ts';
import type { TemplateSet } from './templates.ts';

/** What stands in a page itself, to the letter, and its hash for the page's own Content-Security-Policy. */
export interface Inlined {
	readonly text: Markup;
	/** `sha256-…`. */
	readonly hash: string;
}

const stylesheets = new WeakMap<TemplateSet, Map<string, Inlined>>();

/** Stylesheets in one: that of every list, `bibfolio.css`, and others beside the templates. */
export function stylesheet(templates: TemplateSet, more: readonly string[], format: Format): Inlined {
	const known = stylesheets.get(templates) ?? new Map<string, Inlined>();
	stylesheets.set(templates, known);
	const name = more.join();
	const css = ['bibfolio.css', ...more].map((file) => templates.asset(file) ?? '').join('\n');
	const made = known.get(name) ?? inlined(css.replaceAll('</', '<\\/'), format);
	known.set(name, made);
	return made;
}

const scripts = new Map<string, Inlined>();

/** A script of `src/browser/`, compiled: `page` is `page.ts`. */
export function browserScript(name: string, format: Format): Inlined {
	const known = scripts.get(name);
	if (known) return known;
	const made = inlined(readFileSync(join(browserScripts, `${name}.js`), 'utf8'), format);
	scripts.set(name, made);
	return made;
}

/** As the format's last touch will leave it. */
function inlined(text: string, format: Format): Inlined {
	const kept = finish(format, text).trim();
	const hash = builtInCode.hashes[kept] ?? createHash('sha256').update(kept).digest('base64');
	return { text: new Markup(kept), hash: `sha256-${hash}` };
}

/** What the built-in pages have in them, with its hash. For the compiling of the command: Node's own hashes take a while to load. */
export function inlinedHashes(templates: TemplateSet, format: Format): Record<string, string> {
	const parts = [stylesheet(templates, ['page.css'], format), browserScript('page', format)];
	return Object.fromEntries(parts.map(({ text, hash }) => [text.value, hash.replace('sha256-', '')]));
}
