import { rows } from '../../text/word-table.ts';
import { accented } from '../commands/accent-table.ts';
import { symbols } from '../commands/letter-commands.ts';
import { mathSymbols } from './math-symbols.ts';

const superscripts = new Map(
	rows(`0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ + ⁺ - ⁻ − ⁻ = ⁼ ( ⁽ ) ⁾ n ⁿ i ⁱ a ᵃ b ᵇ c ᶜ d ᵈ e ᵉ f ᶠ g ᵍ h ʰ j ʲ k ᵏ
	l ˡ m ᵐ o ᵒ p ᵖ r ʳ s ˢ t ᵗ u ᵘ v ᵛ w ʷ x ˣ y ʸ z ᶻ N ᴺ T ᵀ α ᵅ β ᵝ γ ᵞ δ ᵟ θ ᶿ`),
);
const subscripts = new Map(
	rows(`0 ₀ 1 ₁ 2 ₂ 3 ₃ 4 ₄ 5 ₅ 6 ₆ 7 ₇ 8 ₈ 9 ₉ + ₊ - ₋ − ₋ = ₌ ( ₍ ) ₎ a ₐ e ₑ h ₕ i ᵢ j ⱼ k ₖ l ₗ m ₘ n ₙ o ₒ p ₚ r ᵣ s ₛ t ₜ
	u ᵤ v ᵥ x ₓ β ᵦ γ ᵧ ρ ᵨ φ ᵩ χ ᵪ`),
);
const doubleStruck = new Map(rows('C ℂ H ℍ N ℕ P ℙ Q ℚ R ℝ Z ℤ'));
const overLetters = new Map([
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
/** Their one argument is what they print. */
const transparent = new Set(
	`text textrm textit textbf textsf texttt textnormal mathrm mathbf mathit mathsf mathtt mathcal mathscr mathfrak mathnormal
	mbox hbox operatorname boldsymbol bm pmb mathop mathbin mathrel emph textsc textup rm ensuremath`.split(/\s+/),
);

/** Deeper braces than this are read as if they were not there. */
const deepest = 40;

/** A formula in plain Unicode as far as that goes: `O(n^2)` → `O(n²)`, `\frac{a}{b}` → `a/b`, `\mathcal{O}` → `O`. */
export function plainMath(tex: string): string {
	const reader = new MathReader(tex);
	return reader.list(0, false).replace(/\s+/g, ' ').trim().normalize('NFC');
}

class MathReader {
	private readonly tex: string;
	private offset = 0;

	constructor(tex: string) {
		this.tex = tex;
	}

	/** Everything up to the end, or to the brace that closes the group. */
	list(depth: number, inGroup: boolean): string {
		let result = '';
		while (this.offset < this.tex.length) {
			const sign = this.tex[this.offset] ?? '';
			if (sign === '}') {
				this.offset++;
				if (inGroup) return result;
			} else if (sign === '^' || sign === '_') {
				this.offset++;
				result += script(this.argument(depth), sign, result === '');
			} else result += this.atom(depth);
		}
		return result;
	}

	private atom(depth: number): string {
		const sign = this.tex[this.offset] ?? '';
		if (sign === '{') {
			this.offset++;
			return depth < deepest ? this.list(depth + 1, true) : '';
		}
		if (sign === '\\') return this.command(depth);
		const code = this.tex.codePointAt(this.offset) ?? 0x20;
		const character = String.fromCodePoint(code);
		this.offset += character.length;
		if (character === "'") return '′';
		if (character === '~' || character === '&') return ' ';
		return character === '$' ? '' : character;
	}

	private command(depth: number): string {
		const start = this.offset;
		const word = /[A-Za-z]+\*?/y;
		word.lastIndex = start + 1;
		const name = word.exec(this.tex)?.[0] ?? this.tex[this.offset + 1] ?? '';
		this.offset += 1 + name.length;
		const isWord = /^[A-Za-z]/.test(name);
		if (!isWord) return controlSign(name);
		const before = this.tex[start - 1] ?? ' ';
		const spaced = this.skipSpace() && /\s/.test(before);
		if (functions.has(name)) return /[A-Za-z0-9]/.test(before) ? ` ${this.named(name)}` : this.named(name);
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
		if (name === 'operatorname*') return this.named(this.argument(depth));
		if (transparent.has(name)) return name === 'operatorname' ? this.named(this.argument(depth)) : this.argument(depth);
		if (name === 'not') {
			const negated = accented(this.argument(depth).trim(), ['\u0338']);
			return /\s/.test(before) && /\s/.test(this.tex[this.offset - 1] ?? '') ? `${negated} ` : negated;
		}
		const over = overLetters.get(name);
		if (over !== undefined) {
			const letter = this.argument(depth);
			return [...letter].length === 1 ? accented(letter, [over]) : letter;
		}
		if (name === 'pmod') return ` (mod ${this.argument(depth)})`;
		if (name === 'bmod' || name === 'mod') return ' mod ';
		if (name === 'quad' || name === 'qquad') return ' ';
		const symbol = mathSymbols.get(name) ?? symbols.get(name);
		// TeX eats the space behind a command; where an operator has one before it, a reader wants both.
		if (symbol !== undefined) return spaced && !lastIsLetter.test(symbol) ? `${symbol} ` : symbol;
		return spaced ? ' ' : '';
	}

	/** A function's name, apart from a letter or digit that follows. */
	private named(name: string): string {
		return /[A-Za-z0-9\\]/.test(this.tex[this.offset] ?? '') ? `${name} ` : name;
	}

	private option(): string {
		const bracket = /\[([^\]]{0,20})\]/y;
		bracket.lastIndex = this.offset;
		const match = bracket.exec(this.tex);
		if (!match) return '';
		this.offset = bracket.lastIndex;
		return script(match[1] ?? '', '^', true);
	}

	private argument(depth: number): string {
		this.skipSpace();
		const next = this.tex[this.offset];
		if (next === undefined || next === '}') return '';
		if (depth >= deepest && next !== '{') {
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

function controlSign(sign: string): string {
	if (sign === '|') return '‖';
	if (/[{}%&#_$]/.test(sign)) return sign;
	return /[,;:> \\]/.test(sign) ? ' ' : '';
}

const lastIsLetter = /\p{L}$/u;
const oneWord = /^[\p{L}\p{M}\p{N}.]*$/u;

function enclosed(text: string): string {
	return oneWord.test(text) ? text : `(${text})`;
}

/** A super- or subscript in Unicode's own characters where they read well, else after its sign. */
function script(text: string, sign: '^' | '_', alone: boolean): string {
	const trimmed = text.trim();
	if (trimmed === '') return '';
	if (sign === '^' && (trimmed === '∘' || trimmed === '°')) return '°';
	if (sign === '^' && /^[′*∗†‡]+$/.test(trimmed)) return trimmed;
	const table = sign === '^' ? superscripts : subscripts;
	const letters = [...trimmed.replaceAll(' ', '')];
	const isWord = /^[A-Za-z]{2,}$/.test(trimmed);
	if (!isWord && letters.every((letter) => table.has(letter))) {
		return letters.map((letter) => table.get(letter)).join('');
	}
	if (alone || /^(?:st|nd|rd|th)$/.test(trimmed)) return trimmed;
	return sign + (letters.length === 1 || isWord ? trimmed : `(${trimmed})`);
}

/** Digits and signs raised or lowered; words stay as they are, so that '19th' can be found. */
export function plainScript(text: string, sign: '^' | '_'): string {
	return /^[0-9+\-−=()]+$/.test(text) ? script(text, sign, true) : text;
}
