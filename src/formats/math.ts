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
	} catch {
		return null;
	}
}
