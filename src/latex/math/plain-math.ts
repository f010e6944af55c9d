import { endOfMatch, matchAt } from '../../text/match-at.ts';
import { parseWordTable } from '../../text/word-table.ts';
import { accented } from '../commands/accent-table.ts';
import { symbols } from '../commands/symbol-commands.ts';
import { mathSymbols } from './math-symbols.ts';
import { standardMath } from './standard-math.ts';

const superscripts = new Map(
	parseWordTable(`0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ + ⁺ - ⁻ − ⁻ = ⁼ ( ⁽ ) ⁾ n ⁿ i ⁱ a ᵃ b ᵇ c ᶜ d ᵈ e ᵉ f ᶠ g ᵍ h ʰ j ʲ k ᵏ
	l ˡ m ᵐ o ᵒ p ᵖ r ʳ s ˢ t ᵗ u ᵘ v ᵛ w ʷ x ˣ y ʸ z ᶻ N ᴺ T ᵀ α ᵅ β ᵝ γ ᵞ δ ᵟ θ ᶿ`),
);
const subscripts = new Map(
	parseWordTable(`0 ₀ 1 ₁ 2 ₂ 3 ₃ 4 ₄ 5 ₅ 6 ₆ 7 ₇ 8 ₈ 9 ₉ + ₊ - ₋ − ₋ = ₌ ( ₍ ) ₎ a ₐ e ₑ h ₕ i ᵢ j ⱼ k ₖ l ₗ m ₘ n ₙ o ₒ p ₚ r ᵣ s ₛ t ₜ
	u ᵤ v ᵥ x ₓ β ᵦ γ ᵧ ρ ᵨ φ ᵩ χ ᵪ`),
);
const doubleStruck = new Map(parseWordTable('C ℂ H ℍ N ℕ P ℙ Q ℚ R ℝ Z ℤ 1 𝟙'));
const accents = new Map([
	['bar', '\u0304'],
	['overline', '\u0305'],
	['hat', '\u0302'],
	['widehat', '\u0302'],
	['tilde', '\u0303'],
	['widetilde', '\u0303'],
	['vec', '\u20d7'],
	['dot', '\u0307'],
	['ddot', '\u0308'],
	['acute', '\u0301'],
	['grave', '\u0300'],
	['check', '\u030c'],
	['breve', '\u0306'],
	['mathring', '\u030a'],
	['underline', '\u0332'],
]);
const functions = new Set(
	`arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min
	Pr sec sin sinh sup tan tanh argmax argmin`.split(/\s+/),
);
/** Commands that print their one argument. */
const transparent = new Set(
	`text textrm textit textbf textsf texttt textnormal mathrm mathbf mathit mathsf mathtt mathcal mathscr mathfrak mathnormal
	mbox hbox operatorname boldsymbol bm pmb mathop mathbin mathrel emph textsc textup rm ensuremath`.split(/\s+/),
);

/** Commands before a dimension. */
const dimensioned = new Set('kern mkern hskip mskip vskip raise lower moveleft moveright'.split(' '));
const dimension = /\s*[-+]?\d*\.?\d*\s*(?:pt|em|ex|mm|cm|in|mu|sp|bp|pc|dd|cc)?\s*/y;

/** Depth limit of braces; deeper ones are ignored. */
const maxDepth = 40;

/** Converts a formula to plain Unicode as far as possible: `O(n^2)` → `O(n²)`, `\frac{a}{b}` → `a/b`, `\mathcal{O}` → `O`. */
export function plainMath(tex: string): string {
	const reader = new MathReader(standardMath(tex));
	return reader.list(0, false).replace(/\s+/g, ' ').trim().normalize('NFC');
}

class MathReader {
	private readonly tex: string;
	private offset = 0;

	constructor(tex: string) {
		this.tex = tex;
	}

	/** Reads to the end, or to the brace that closes the group. */
	list(depth: number, inGroup: boolean): string {
		let result = '';
		while (this.offset < this.tex.length) {
			const next = this.tex[this.offset] ?? '';
			if (next === '}') {
				this.offset++;
				if (inGroup) return result;
			} else if (next === '^' || next === '_') {
				this.offset++;
				result += script(this.argument(depth), next, result === '');
			} else result += this.atom(depth);
		}
		return result;
	}

	private atom(depth: number): string {
		const next = this.tex[this.offset] ?? '';
		if (next === '{') {
			this.offset++;
			return depth < maxDepth ? this.list(depth + 1, true) : '';
		}
		if (next === '\\') return this.command(depth);
		const code = this.tex.codePointAt(this.offset) ?? 0x20;
		const character = String.fromCodePoint(code);
		this.offset += character.length;
		if (character === "'") return '′';
		if (character === '~' || character === '&') return ' ';
		return character === '$' ? '' : character;
	}

	private command(depth: number): string {
		const start = this.offset;
		const name = matchAt(word, this.tex, start + 1)?.[0] ?? this.tex[this.offset + 1] ?? '';
		this.offset += 1 + name.length;
		const isWord = /^[A-Za-z]/.test(name);
		if (!isWord) return controlSymbol(name);
		if (dimensioned.has(name)) return this.skipDimension();
		const before = this.tex[start - 1] ?? ' ';
		const spaced = this.skipSpace() && /\s/.test(before);
		if (functions.has(name))
			return /[A-Za-z0-9]/.test(before) ? ` ${this.functionName(name)}` : this.functionName(name);
		if (name === 'frac' || name === 'dfrac' || name === 'tfrac' || name === 'sfrac' || name === 'nicefrac') {
			return `${enclosed(this.argument(depth))}/${enclosed(this.argument(depth))}`;
		}
		if (name === 'sqrt') return `${this.option()}√${enclosed(this.argument(depth))}`;
		if (name === 'binom' || name === 'dbinom' || name === 'tbinom') {
			return `(${this.argument(depth)} ${this.argument(depth)})`;
		}
		if (name === 'mathbb' || name === 'Bbb') {
			const letter = this.argument(depth);
			return doubleStruck.get(letter) ?? letter;
		}
		if (name === 'operatorname*') return this.functionName(this.argument(depth));
		if (transparent.has(name))
			return name === 'operatorname' ? this.functionName(this.argument(depth)) : this.argument(depth);
		if (name === 'not') {
			const negated = accented(this.argument(depth).trim(), ['\u0338']);
			return /\s/.test(before) && /\s/.test(this.tex[this.offset - 1] ?? '') ? `${negated} ` : negated;
		}
		const accent = accents.get(name);
		if (accent !== undefined) {
			const letter = this.argument(depth);
			return [...letter].length === 1 ? accented(letter, [accent]) : letter;
		}
		if (name === 'pmod') return ` (mod ${this.argument(depth)})`;
		if (name === 'bmod' || name === 'mod') return ' mod ';
		if (name === 'quad' || name === 'qquad') return ' ';
		const symbol = mathSymbols.get(name) ?? symbols.get(name);
		// TeX skips the space after a command, but an operator with a space before it should have one after it, too.
		if (symbol !== undefined) return spaced && !lastIsLetter.test(symbol) ? `${symbol} ` : symbol;
		return spaced ? ' ' : '';
	}

	/** Skips the dimension of `\kern-0.1667em` and `\lower0.5ex`. */
	private skipDimension(): string {
		this.offset = endOfMatch(dimension, this.tex, this.offset) ?? this.offset;
		return '';
	}

	/** The name of a function, with a space before a letter, digit or command. */
	private functionName(name: string): string {
		return /[A-Za-z0-9\\]/.test(this.tex[this.offset] ?? '') ? `${name} ` : name;
	}

	private option(): string {
		const match = matchAt(bracket, this.tex, this.offset);
		if (!match) return '';
		this.offset += match[0].length;
		return script(match[1] ?? '', '^', true);
	}

	private argument(depth: number): string {
		this.skipSpace();
		const next = this.tex[this.offset];
		if (next === undefined || next === '}') return '';
		if (depth >= maxDepth && next !== '{') {
			this.offset++;
			return next === '\\' ? '' : next;
		}
		return next === '^' || next === '_' ? '' : this.atom(depth + 1);
	}

	private skipSpace(): boolean {
		const start = this.offset;
		while (/\s/.test(this.tex[this.offset] ?? '')) this.offset++;
		return this.offset > start;
	}
}

function controlSymbol(character: string): string {
	if (character === '|') return '‖';
	if (/[{}%&#_$]/.test(character)) return character;
	return /[,;:> \\]/.test(character) ? ' ' : '';
}

const lastIsLetter = /\p{L}$/u;
const oneWord = /^[\p{L}\p{M}\p{N}.]*$/u;

function enclosed(text: string): string {
	return oneWord.test(text) ? text : `(${text})`;
}

/** A superscript or subscript in Unicode characters if they are readable, otherwise after `^` or `_`. */
function script(text: string, operator: '^' | '_', alone: boolean): string {
	const trimmed = text.trim();
	if (trimmed === '') return '';
	if (operator === '^' && (trimmed === '∘' || trimmed === '°')) return '°';
	if (operator === '^' && /^[′*∗†‡]+$/.test(trimmed)) return trimmed;
	const table = operator === '^' ? superscripts : subscripts;
	const letters = [...trimmed.replaceAll(' ', '')];
	const isWord = /^[A-Za-z]{2,}$/.test(trimmed);
	if (!isWord && letters.every((letter) => table.has(letter))) {
		return letters.map((letter) => table.get(letter)).join('');
	}
	if (alone || /^(?:st|nd|rd|th)$/.test(trimmed)) return trimmed;
	return operator + (letters.length === 1 || isWord ? trimmed : `(${trimmed})`);
}

/** Digits and operators as superscripts or subscripts; words stay unchanged, so that '19th' can be found. */
export function plainScript(text: string, operator: '^' | '_'): string {
	return /^[0-9+\-−=()]+$/.test(text) ? script(text, operator, true) : text;
}

const word = /[A-Za-z]+\*?/y;
const bracket = /\[([^\]]{0,20})\]/y;
