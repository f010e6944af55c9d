import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Format, Markup } from '../formats/format.ts';
import { browserScripts } from './folders.ts';
import type { TemplateSet } from './templates.ts';

/** What stands in a page itself, to the letter, and its hash for the page's own Content-Security-Policy. */
export interface Inlined {
	readonly text: Markup;
	/** `sha256-…`. */
	readonly hash: string;
}

const stylesheets = new WeakMap<TemplateSet, Inlined>();

/** The stylesheets of a page in one: that of every list, and what a whole page adds. */
export function pageStylesheet(templates: TemplateSet, format: Format): Inlined {
	const known = stylesheets.get(templates);
	if (known) return known;
	const css = ['bibfolio.css', 'page.css'].map((name) => templates.asset(name) ?? '').join('\n');
	const made = inlined(css.replaceAll('</', '<\\/'), format);
	stylesheets.set(templates, made);
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
	const kept = format.finish(text).trim();
	return { text: new Markup(kept), hash: `sha256-${createHash('sha256').update(kept).digest('base64')}` };
}
