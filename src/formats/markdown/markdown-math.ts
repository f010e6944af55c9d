import { standardMath } from '../../latex/math/standard-math.ts';
import { plainText } from '../../latex/plain-text.ts';
import { readableMathml } from '../math/mathml.ts';

type Escape = (value: string) => string;

/**
 * Mathematics on one line. A bare `<` would be HTML, and Jekyll, Hugo and Vue interpret doubled curly braces. Null if the
 * result is empty or contains the closing delimiter.
 */
function onOneLine(tex: string, end: string): string | null {
	const inner = standardMath(tex)
		.trim()
		.replace(/\s+/g, ' ')
		.replace(/ ?< ?/g, ' \\lt ')
		.replace(/ ?> ?/g, ' \\gt ')
		.replace(/\{(?=[{%#])|[}%#](?=\})/g, '$& ')
		.trim();
	return inner === '' || inner.includes(end) ? null : inner;
}

/** `$x^2$`, and `$$…$$` for display mathematics. */
export function mathBetweenDollars(tex: string, display: boolean): string | null {
	const inner = onOneLine(tex, '$');
	if (inner === null) return null;
	return display ? `$$${inner}$$` : `$${inner}$`;
}

/** Text that GitHub interprets as Markdown even between dollar signs. */
const active = /\\[^A-Za-z]|[*~`@]|(?:^|[^A-Za-z0-9])_|\]\(|\[\^|:[\w+-]+:/;

/** `$x^2$`, and `` $`\{x\}`$ `` if it contains Markdown (syntax of GitHub and GitLab). */
export function mathOfGitHub(tex: string, display: boolean): string | null {
	const inner = onOneLine(tex, '$');
	if (inner === null || display || !active.test(inner)) return mathBetweenDollars(tex, display);
	return inner.includes('`') ? null : `$\`${inner}\`$`;
}

/** `$$x^2$$`, inline and display; a bar in a line would turn it into a table. */
export function kramdownMath(tex: string): string | null {
	if (tex.includes('\\begin')) return mathBetweenDollars(tex, true);
	const barless = tex.replace(/\\[^|]|\\?\|/g, (found) => ({ '|': '\\vert ', '\\|': '\\Vert ' })[found] ?? found);
	return mathBetweenDollars(barless, true);
}

/** `\(x^2\)`, which Hugo's passthrough extension leaves to a script in the page. */
export function latexMath(tex: string, display: boolean): string | null {
	const inner = onOneLine(tex, display ? '\\]' : '\\)');
	if (inner === null) return null;
	return display ? `\\[${inner}\\]` : `\\(${inner}\\)`;
}

/** `` {math}`x^2` ``, which needs no MyST extension. */
export function roleMath(tex: string): string | null {
	const inner = onOneLine(tex, '`');
	return inner && `{math}\`${inner}\``;
}

/** Readable Unicode for readers that have no mathematics: `x²`. */
export function plainMathText(tex: string, display: boolean, text: Escape): string {
	return text(plainText([{ type: 'math', tex, display }]));
}

/** MathML with its text escaped as Markdown; null for TeX that does not parse. */
export function jsxMath(tex: string, display: boolean, text: Escape): string | null {
	const made = readableMathml(tex, display);
	if (made === null) return null;
	return made.replace(/(<[^<>]*>)|(&#?\w+;)|[^<&]+/g, (words, tag, reference) => tag ?? reference ?? text(words));
}
