import temml from 'temml';
import { memoize } from '../../text/memoize.ts';
import { reachesBeyond } from './unsafe-tex.ts';

/** Length limit in UTF-16 units: longer mathematics is not part of a title and could take any time and space. */
const longest = 5_000;

/**
 * TeX mathematics as MathML Core, with our own class names only, no inline styles, and curly braces escaped as character
 * references; null for TeX that does not parse.
 */
export function mathml(tex: string, display: boolean): string | null {
	return convert(tex, display).mathml;
}

/** True if mathematics would stop LaTeX, or do more than set a formula: `$a^b^c$`, `$\frac{a}$`, `$\input{x}$`. */
export function isBrokenMath(tex: string, display: boolean): boolean {
	return tex.length > longest || reachesBeyond(tex) || convert(tex, display).broken;
}

interface Converted {
	readonly mathml: string | null;
	/** The TeX does not parse, and not only because of commands that the document may define. */
	readonly broken: boolean;
}

function convert(tex: string, display: boolean): Converted {
	if (tex.length > longest) return { mathml: null, broken: false };
	return display ? convertDisplay(tex) : convertInline(tex);
}

const convertInline = memoize((tex) => render(tex, false));
const convertDisplay = memoize((tex) => render(tex, true));

function render(tex: string, display: boolean): Converted {
	try {
		const made = temml.renderToString(tex, { displayMode: display, throwOnError: true, trust: false, maxExpand: 500 });
		const mathml = made
			.replace(/ style="[^"]*"/g, '')
			.replace(/ class="([^"]*)"/g, (_, names: string) => {
				const line = /tml-((?:over|under)line)/.exec(names)?.[1];
				return line ? ` class="bibfolio-${line}"` : '';
			})
			.replace(/\s*\n\s*/g, ' ')
			.replace(/[{}]/g, (brace) => (brace === '{' ? '&#123;' : '&#125;'));
		return { mathml, broken: false };
	} catch (error) {
		return { mathml: null, broken: !isSoundButForUnknown(tex, error) };
	}
}

/** Limit of unknown commands in one formula. */
const mostUnknown = 20;

/** True if TeX parses once every unknown command is defined: the document may define them. */
function isSoundButForUnknown(tex: string, error: unknown): boolean {
	const macros: Record<string, string> = {};
	let message = String(error);
	for (let left = mostUnknown; left > 0; left--) {
		const unknown = /Unsupported function name: (\\[A-Za-z]+)/.exec(message)?.[1];
		if (unknown === undefined || Object.hasOwn(macros, unknown)) return false;
		macros[unknown] = '{x}';
		try {
			temml.renderToString(tex, { throwOnError: true, trust: false, maxExpand: 500, macros: { ...macros } });
			return true;
		} catch (next) {
			message = String(next);
		}
	}
	return false;
}
