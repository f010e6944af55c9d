import { createHash } from 'node:crypto';
import { finish } from '../../formats/finish-file.ts';
import { type Format, Markup } from '../../formats/format.ts';
import { valueIn } from '../../text/value-in.ts';
import { builtInTemplates } from './built-in-templates.ts';
import type { TemplateSet } from './templates.ts';

/** A stylesheet or script that is part of a page, with its hash for the page's Content-Security-Policy. */
export interface Inlined {
	readonly text: Markup;
	/** `sha256-` and the digest in base64. */
	readonly hash: string;
}

/** One stylesheet of `bibfolio.css` and further files beside the templates, as text. */
export function stylesheetText(templates: TemplateSet, more: readonly string[]): string {
	const css = ['bibfolio.css', ...more].map((file) => templates.asset(file) ?? '').join('\n');
	return css.replaceAll('</', '<\\/');
}

/** The same as a part of a page, without comments. */
export function stylesheet(templates: TemplateSet, more: readonly string[], format: Format): Inlined {
	return inlined(withoutComments(stylesheetText(templates, more)), format);
}

/** The stylesheet of figures, which are no part of a page. */
export function stylesheetOfFigures(templates: TemplateSet, format: Format): Inlined {
	return inlined(withoutComments(templates.asset('figure.css') ?? ''), format);
}

/** Comments in CSS other than those that begin with `!`, such as licences; and strings, which may contain the same characters. */
const commentOrString = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\*(?!!)[\s\S]*?\*\//g;

function withoutComments(css: string): string {
	return css.replace(commentOrString, (match) => (match.startsWith('/*') ? '' : match));
}

/** A compiled script of `src/browser/`: `page` for `page.ts`. */
export function browserScript(name: string, format: Format): Inlined {
	const script = valueIn(builtInTemplates.scripts, name);
	if (script === undefined) throw new Error(`Missing dist/browser/${name}.js: run "npm run compile"`);
	return inlined(script, format);
}

/** Hashes the text as it appears in the finished page. */
function inlined(text: string, format: Format): Inlined {
	const finished = finish(format, text).trim();
	return { text: new Markup(finished), hash: `sha256-${createHash('sha256').update(finished).digest('base64')}` };
}
