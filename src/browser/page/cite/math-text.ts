/** A formula in MathML as text: 'x² + a/b'. */
export function mathText(formula: Element): string {
	const [first = '', second = '', third = ''] = [...formula.children].map(mathText);
	switch (formula.localName) {
		case 'msup':
			return first + exponent(second, 'sup');
		case 'msub':
			return first + exponent(second, 'sub');
		case 'msubsup':
			return first + exponent(second, 'sub') + exponent(third, 'sup');
		case 'munder':
		case 'mover':
		case 'munderover':
			return first;
		case 'mfrac':
			return `${grouped(first)}/${grouped(second)}`;
		case 'msqrt':
			return `√${grouped([...formula.children].map(mathText).join(''))}`;
		case 'mroot':
			return `${script(second, 'sup')}√${grouped(first)}`;
		case 'annotation':
		case 'annotation-xml':
			return '';
		default:
			return formula.children.length
				? [...formula.childNodes].map((node) => (node instanceof Element ? mathText(node) : '')).join('')
				: (formula.textContent ?? '').trim();
	}
}

const scripts: Readonly<Record<'sup' | 'sub', string>> = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾', sub: '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎' };

/** A superscript or subscript in Unicode characters; other text than digits and operators is unchanged. */
export function script(text: string, kind: 'sup' | 'sub'): string {
	const digits = text.trim().replace(/−/g, '-');
	if (!/^[0-9+\-=()]+$/.test(digits)) return text;
	return digits.replace(/./g, (digit) => scripts[kind].charAt('0123456789+-=()'.indexOf(digit)));
}

/** A script of a formula: 'x²', 'x^n', 'x^(n+1)'. */
function exponent(text: string, kind: 'sup' | 'sub'): string {
	const written = script(text, kind);
	if (written !== text) return written;
	return /^[′*∗†‡°∘]+$/.test(text) ? text : `${kind === 'sup' ? '^' : '_'}${grouped(text)}`;
}

function grouped(text: string): string {
	return /^[\p{L}\p{M}\p{N}.]*$/u.test(text) ? text : `(${text})`;
}
