import { matchAt } from '../../text/match-at.ts';
import { valueIn } from '../../text/value-in.ts';
import { parseLatex } from '../parse-latex.ts';
import { type Inline, isBlank, joinTexts, type RichText, richText } from '../rich-text.ts';
import { mathSymbols } from './math-symbols.ts';
import { plainMath } from './plain-math.ts';
import { standardMath } from './standard-math.ts';

/**
 * Text in which formulas that are only scripts are text with superscripts and subscripts: `H$_2$O`, `$^{13}$C`,
 * `\({}^{\mbox{2}}\)`, `19$^{th}$`, `$\mathrm{CO_2}$`. Formulas with variables, operators or powers of numbers stay.
 */
export function scriptsAsText(text: RichText): RichText {
	if (!hasMath(text)) return text;
	return joinTexts(
		text.flatMap((node): RichText => {
			if (node.type === 'text') return [node];
			if (node.type !== 'math') return [{ ...node, children: scriptsAsText(node.children) }];
			return (node.display || node.tex.length > longest ? null : textOf(node.tex)) ?? [node];
		}),
	);
}

/** Length limit of a formula in UTF-16 units: longer ones are not only scripts. */
const longest = 120;

function hasMath(text: RichText): boolean {
	return text.some((node) => node.type === 'math' || ('children' in node && hasMath(node.children)));
}

/** The text for a formula that is only scripts, on nothing or on upright text; null for other formulas. */
function textOf(tex: string): RichText | null {
	const standard = standardMath(tex).trim();
	if (!/[\^_]/.test(standard)) return null;
	const reader = new ScriptReader(standard);
	const nodes = reader.base(false, 0);
	return nodes && !(reader.hasNumber && reader.hasPower) ? nodes : null;
}

/** Letters of an ordinal number in English and French, which are upright. */
const ordinalLetters = /^(?:st|nd|rd|th|er|re|e|o|a|ème|ieme|TM|R)$/i;
/** Signs that are raised already. */
const raised: Readonly<Record<string, string>> = { '∘': '°', '°': '°', '′': '′', "'": '′', '∗': '*', '*': '*' };
const uprightCommand = /\\(?:mathrm|text|textrm|textup|operatorname|mathsf)\s*(?=\{)/y;
const greekOrSign = /\\([A-Za-z]+)\s*/y;

/** A formula of one letter or symbol as text. */
function symbolAsText(node: Inline): Inline {
	if (node.type !== 'math') return node;
	if (/^[A-Za-z]$/.test(node.tex)) return { type: 'emphasis', children: richText(node.tex) };
	return /^\\[A-Za-z]+$|^[0-9+*]$/.test(node.tex) ? { type: 'text', value: plainMath(node.tex) } : node;
}

class ScriptReader {
	private readonly tex: string;
	private offset = 0;
	/** The formula contains a number as a base. */
	hasNumber = false;
	/** A superscript is not an ordinal: the power of a number is a formula. */
	hasPower = false;

	constructor(tex: string) {
		this.tex = tex;
	}

	/** Upright text with scripts, up to the end or the closing brace; null if there is anything else. */
	base(upright: boolean, depth: number): RichText | null {
		const nodes: Inline[] = [];
		let isUpright = upright;
		while (this.offset < this.tex.length && this.tex[this.offset] !== '}') {
			if (this.match(/\\rm(?![A-Za-z])\s*/y)) isUpright = true;
			else {
				const next = this.part(isUpright, depth);
				if (!next) return null;
				nodes.push(...next);
			}
		}
		return joinTexts(nodes);
	}

	private part(upright: boolean, depth: number): RichText | null {
		if (depth > 4) return null;
		if (this.match(/\s+|\\!/y)) return [];
		if (this.match(/\\[,:; ]|~/y)) return richText('\u202f');
		const script = this.match(/[\^_]\s*/y);
		if (script) return this.script(script.startsWith('^') ? 'superscript' : 'subscript', depth);
		const number = this.match(/\d+/y);
		if (number) {
			this.hasNumber ||= !upright;
			return richText(number);
		}
		const letters = upright ? this.match(/[A-Za-z]+/y) : null;
		if (letters) return richText(letters);
		const command = this.match(uprightCommand);
		if (command) return this.upright(command, depth);
		return this.match(/\{/y) ? this.closed(this.base(upright, depth + 1)) : null;
	}

	/** The argument of a command for upright text. */
	private upright(command: string, depth: number): RichText | null {
		if (!/\\text/.test(command)) {
			this.offset++;
			return this.closed(this.base(true, depth + 1));
		}
		const end = this.groupEnd();
		if (end === null) return null;
		const words = this.tex.slice(this.offset + 1, end - 1);
		this.offset = end;
		const nodes = scriptsAsText(parseLatex(words)).map(symbolAsText);
		return hasMath(nodes) ? null : joinTexts(nodes);
	}

	private script(type: 'superscript' | 'subscript', depth: number): RichText | null {
		const grouped = this.match(/\{/y) !== null;
		const nodes = grouped ? this.closed(this.scriptContent(depth)) : this.scriptPart(depth);
		if (!nodes) return null;
		if (isBlank(nodes)) return [];
		const [first] = nodes;
		const only = nodes.length === 1 && first?.type === 'text' ? first.value : '';
		if (type === 'superscript') {
			const sign = valueIn(raised, only);
			if (sign === '°' || sign === '′') return richText(sign);
			this.hasPower ||= !ordinalLetters.test(only);
		}
		return [{ type, children: nodes }];
	}

	private scriptContent(depth: number): RichText | null {
		const nodes: Inline[] = [];
		while (this.offset < this.tex.length && this.tex[this.offset] !== '}') {
			if (this.match(/\s+|\\rm(?![A-Za-z])\s*/y)) continue;
			const part = this.scriptPart(depth);
			if (!part) return null;
			nodes.push(...part);
		}
		return joinTexts(nodes);
	}

	/** A number, sign, letter or upright text in a script. A single letter is a variable; several are a word. */
	private scriptPart(depth: number): RichText | null {
		if (depth > 4) return null;
		const plain = this.match(/[\d.,+()[\]/*'°®™†‡′−±-]+/y);
		if (plain) return richText(plain.replaceAll('-', '−').replaceAll("'", '′'));
		const letters = this.match(/[A-Za-z]+/y);
		if (letters) {
			const isWord = letters.length > 1 || ordinalLetters.test(letters);
			return isWord ? richText(letters) : [{ type: 'emphasis', children: richText(letters) }];
		}
		const command = this.match(uprightCommand);
		if (command) return this.upright(command, depth);
		const name = this.match(greekOrSign)?.slice(1).trim();
		const symbol = name === undefined ? undefined : mathSymbols.get(name);
		if (symbol !== undefined) return richText(valueIn(raised, symbol) ?? symbol);
		return this.match(/\{/y) ? this.closed(this.scriptContent(depth + 1)) : null;
	}

	/** Skips the closing brace after the content of a group; null if there is none. */
	private closed(content: RichText | null): RichText | null {
		return content && this.match(/\}/y) ? content : null;
	}

	/** The offset after the group at the cursor. */
	private groupEnd(): number | null {
		let depth = 0;
		for (let at = this.offset; at < this.tex.length; at++) {
			const character = this.tex[at];
			if (character === '\\') at++;
			else if (character === '{') depth++;
			else if (character === '}' && --depth === 0) return at + 1;
		}
		return null;
	}

	private match(pattern: RegExp): string | null {
		const match = matchAt(pattern, this.tex, this.offset)?.[0] ?? null;
		if (match !== null) this.offset += match.length;
		return match;
	}
}
