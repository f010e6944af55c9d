import { createRequire } from 'node:module';
import type Temml from 'temml';
import { reachesBeyond } from './unsafe-tex.ts';

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

/** Whether mathematics would stop LaTeX, or do more than set a formula: `$a^b^c$`, `$\frac{a}$`, `$\input{x}$`. */
export function isBrokenMath(tex: string, display: boolean): boolean {
	if (tex.length > longest || reachesBeyond(tex)) return true;
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
		if (!isSoundButFor(engine, tex, error)) broken.add(tex);
		return null;
	}
}

/** The most commands that a formula may have and its reader not know. */
const mostUnknown = 20;

/** Whether TeX is sound as soon as the commands that nobody here knows are taken for signs: a document may define them. */
function isSoundButFor(engine: typeof Temml, tex: string, error: unknown): boolean {
	const macros: Record<string, string> = {};
	let complaint = String(error);
	for (let left = mostUnknown; left > 0; left--) {
		const unknown = /Unsupported function name: (\\[A-Za-z]+)/.exec(complaint)?.[1];
		if (unknown === undefined || unknown in macros) return false;
		macros[unknown] = '{x}';
		try {
			engine.renderToString(tex, { throwOnError: true, trust: false, maxExpand: 500, macros: { ...macros } });
			return true;
		} catch (next) {
			complaint = String(next);
		}
	}
	return false;
}
