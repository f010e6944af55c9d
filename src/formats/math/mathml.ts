import temml from 'temml';
import { commands } from '../../latex/commands/latex-commands.ts';
import { standardMath } from '../../latex/math/standard-math.ts';
import { memoize } from '../../text/memoize.ts';
import { reachesBeyond } from './unsafe-tex.ts';

/** Length limit in UTF-16 units: longer mathematics is not part of a title and could take any time and space. */
const longest = 5_000;

/**
 * TeX mathematics as MathML Core, with our own class names only, no inline styles, and curly braces escaped as character
 * references; null for TeX that does not parse or contains unknown commands.
 */
export function mathml(tex: string, display: boolean): string | null {
	return convert(tex, display).mathml;
}

/**
 * The same for readers: without unknown commands, whose arguments are shown, as in text. Null if the TeX does not parse
 * even so.
 */
export function readableMathml(tex: string, display: boolean): string | null {
	const { mathml, unknown } = convert(tex, display);
	return mathml ?? (unknown.length > 0 ? render(tex, display, definitionsOf(unknown)).mathml : null);
}

/** The commands in mathematics that have no meaning, with their backslash; empty if it parses, or for another reason not. */
export function unknownInMath(tex: string, display: boolean): readonly string[] {
	return convert(tex, display).unknown;
}

/** True if mathematics would stop LaTeX, or do more than set a formula: `$a^b^c$`, `$\frac{a}$`, `$\input{x}$`. */
export function isBrokenMath(tex: string, display: boolean): boolean {
	return tex.length > longest || reachesBeyond(tex) || convert(tex, display).broken;
}

interface Converted {
	readonly mathml: string | null;
	/** The TeX does not parse, and not only because of commands that the document may define. */
	readonly broken: boolean;
	/** Unknown commands with their backslash, if the TeX parses once they are defined. */
	readonly unknown: readonly string[];
}

type Definitions = Readonly<Record<string, string>>;

function convert(tex: string, display: boolean): Converted {
	if (tex.length > longest) return { mathml: null, broken: false, unknown: [] };
	return display ? convertDisplay(tex) : convertInline(tex);
}

const convertInline = memoize((tex) => withSymbols(tex, false));
const convertDisplay = memoize((tex) => withSymbols(tex, true));

/** Limit of unknown commands in one formula. */
const mostUnknown = 20;

/** Converts TeX. A command that the converter does not know is a symbol of text or unknown. */
function withSymbols(tex: string, display: boolean): Converted {
	const symbolsUsed: Record<string, string> = {};
	const unknown: string[] = [];
	for (let left = mostUnknown; left > 0; left--) {
		const { mathml, missing } = render(tex, display, { ...symbolsUsed, ...definitionsOf(unknown) });
		if (mathml !== null) return { mathml: unknown.length ? null : mathml, broken: false, unknown };
		if (missing === null || Object.hasOwn(symbolsUsed, missing) || unknown.includes(missing)) break;
		const command = commands.get(missing.slice(1));
		if (command?.does === 'symbol' && command.text.trim()) symbolsUsed[missing] = `\\text{${escaped(command.text)}}`;
		else unknown.push(missing);
	}
	return { mathml: null, broken: true, unknown: [] };
}

/** Unknown commands print nothing; an abbreviation such as `\LHC` prints its name. */
function definitionsOf(unknown: readonly string[]): Definitions {
	return Object.fromEntries(
		unknown.map((name) => [name, /[A-Z].*[A-Z]/.test(name) ? `\\text{${name.slice(1)}}` : '{}']),
	);
}

function escaped(words: string): string {
	return words.replace(/[{}&%$#_]/g, '\\$&');
}

/** One attempt: the MathML, or the first command that the converter does not know. */
function render(
	tex: string,
	display: boolean,
	macros: Definitions,
): { readonly mathml: string | null; readonly missing: string | null } {
	try {
		const options = { displayMode: display, throwOnError: true, trust: false, maxExpand: 500, macros: { ...macros } };
		const mathml = temml
			.renderToString(standardMath(tex), options)
			.replace(/ style="[^"]*"/g, '')
			.replace(/ class="([^"]*)"/g, (_, names: string) => {
				const line = /tml-((?:over|under)line)/.exec(names)?.[1];
				return line ? ` class="bibfolio-${line}"` : '';
			})
			.replace(/\s*\n\s*/g, ' ')
			.replace(/[{}]/g, (brace) => (brace === '{' ? '&#123;' : '&#125;'));
		return { mathml, missing: null };
	} catch (error) {
		return { mathml: null, missing: /Unsupported function name: (\\[A-Za-z]+)/.exec(String(error))?.[1] ?? null };
	}
}
