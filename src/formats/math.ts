import { createRequire } from 'node:module';
import type Temml from 'temml';

/** Longer mathematics than this is not set: it is no part of a title, and time and size would be an attacker's. */
const longest = 5_000;

const known = new Map<string, string | null>();

/**
 * TeX mathematics as MathML Core, with our own class names only, no inline styles, and braces
 * as character references; null for TeX that
 * does not parse. The engine is loaded when the first formula comes.
 */
export function mathml(tex: string, display: boolean): string | null {
	const name = `${display}${tex}`;
	const before = known.get(name);
	if (before !== undefined) return before;
	const made = tex.length > longest ? null : convert(tex, display);
	if (known.size > 10_000) known.clear();
	known.set(name, made);
	return made;
}

/** TeX that does not parse for another reason than a command which a document may define. */
const broken = new Set<string>();

/** Commands that reach beyond a formula: definitions, files, loops. */
const reaching =
	/\\(?:[egx]?def|(?:future)?let|input|include|open(?:in|out)|read|write|immediate|special|csname|catcode|loop|(?:re)?newcommand|begingroup|aftergroup|everymath)(?![A-Za-z])/;

/** Whether mathematics would stop LaTeX, or do more than set a formula: `$a^b^c$`, `$\frac{a}$`, `$\input{x}$`. */
export function isBrokenMath(tex: string, display: boolean): boolean {
	if (reaching.test(tex)) return true;
	return mathml(tex, display) === null && broken.has(tex);
}

let engine: typeof Temml | null = null;

function convert(tex: string, display: boolean): string | null {
	engine ??= createRequire(import.meta.url)('temml') as typeof Temml;
	try {
		const made = engine.renderToString(tex, { displayMode: display, throwOnError: true, trust: false, maxExpand: 500 });
		return made
			.replace(/ style="[^"]*"/g, '')
			.replace(/ class="([^"]*)"/g, (_, names: string) => {
				const line = /tml-((?:over|under)line)/.exec(names)?.[1];
				return line ? ` class="bibfolio-${line}"` : '';
			})
			.replace(/\s*\n\s*/g, ' ')
			.replace(/[{}]/g, (brace) => (brace === '{' ? '&#123;' : '&#125;'));
	} catch (error) {
		if (broken.size > 10_000) broken.clear();
		if (!String(error).includes('Unsupported function name')) broken.add(tex);
		return null;
	}
}
