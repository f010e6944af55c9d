import { valueIn } from '../../text/value-in.ts';
/**
 * The combining marks of LaTeX's accent commands: those of the kernel (The LaTeX Companion, table 10.1), of MathSciNet, and of
 * textcomp, T4, T5 and tipa as reference managers write them.
 */
export const accentMarks: ReadonlyMap<string, string> = new Map([
	['`', '\u0300'],
	["'", '\u0301'],
	['^', '\u0302'],
	['~', '\u0303'],
	['=', '\u0304'],
	['.', '\u0307'],
	['"', '\u0308'],
	['u', '\u0306'],
	['h', '\u0309'],
	['r', '\u030a'],
	['H', '\u030b'],
	['v', '\u030c'],
	['U', '\u030d'],
	['G', '\u030f'],
	['f', '\u0311'],
	['d', '\u0323'],
	['c', '\u0327'],
	['k', '\u0328'],
	['b', '\u0331'],
	['t', '\u0361'],
	['M', '\u0322'],
	['B', '\u0335'],
	['newtie', '\u0361'],
	['texttoptiebar', '\u0361'],
	['textcommabelow', '\u0326'],
	['textcommaabove', '\u0313'],
	['textrevcommaabove', '\u0314'],
	['textturncommaabove', '\u0312'],
	['textcommaabover', '\u0315'],
	['textvbaraccent', '\u030d'],
	['textdoublevbaraccent', '\u030e'],
	['textdotbreve', '\u0310'],
	['textrighthorn', '\u031b'],
	['textsubgrave', '\u0316'],
	['textsubacute', '\u0317'],
	['textsubbar', '\u0320'],
	['textsubminus', '\u0320'],
	['textsubdot', '\u0323'],
	['textsubumlaut', '\u0324'],
	['textsubring', '\u0325'],
	['textsyllabic', '\u0329'],
	['textsubbridge', '\u032a'],
	['textsubwedge', '\u032c'],
	['textsubcircum', '\u032d'],
	['textsubbreve', '\u032e'],
	['textsubarch', '\u032f'],
	['textsubtilde', '\u0330'],
	['textdotbelow', '\u0323'],
	['textmacronbelow', '\u0331'],
	['textogonekcentered', '\u0328'],
	['textroundcap', '\u0311'],
	['capitalgrave', '\u0300'],
	['capitalacute', '\u0301'],
	['capitalcircumflex', '\u0302'],
	['capitaltilde', '\u0303'],
	['capitalmacron', '\u0304'],
	['capitalbreve', '\u0306'],
	['capitaldotaccent', '\u0307'],
	['capitaldieresis', '\u0308'],
	['capitalring', '\u030a'],
	['capitalhungarumlaut', '\u030b'],
	['capitalcaron', '\u030c'],
	['capitalcedilla', '\u0327'],
	['capitalogonek', '\u0328'],
	['capitaltie', '\u0361'],
	// Math accents, which also occur in text by mistake.
	['acute', '\u0301'],
	['grave', '\u0300'],
	['hat', '\u0302'],
	['tilde', '\u0303'],
	['bar', '\u0304'],
	['breve', '\u0306'],
	['check', '\u030c'],
	['dot', '\u0307'],
	['ddot', '\u0308'],
	['mathring', '\u030a'],
	['vec', '\u20d7'],
	['not', '\u0338'],
	// MathSciNet's preamble draws these; this is their meaning.
	['polhk', '\u0328'],
	['ocirc', '\u030a'],
	['udot', '\u0323'],
	['cftil', '\u0302'],
	['lfhook', '\u0326'],
	['soft', '\u030c'],
]);

/** The text of an accent without a letter (`\~{}`); other accents show nothing. */
const standaloneAccents: Readonly<Record<string, string>> = { '\u0300': '`', '\u0302': '^', '\u0303': '~' };

/** The text of accents without a letter, innermost last. */
export function accentAlone(marks: readonly string[]): string {
	return valueIn(standaloneAccents, marks.at(-1) ?? '') ?? '';
}

const takesMarks = /[\p{L}\p{Nd}\p{Sm}]/u;

/**
 * Puts marks on the first character of a text (NFC), if it is a letter, a digit or a mathematical symbol. `marks` are in the
 * order of the source, outermost first. A dotless i or j becomes dotted, because Unicode composes only those.
 */
export function accented(text: string, marks: readonly string[]): string {
	const code = text.codePointAt(0);
	if (code === undefined) return '';
	const first = String.fromCodePoint(code);
	if (!takesMarks.test(first)) return text;
	let base = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first;
	for (let index = marks.length - 1; index >= 0; index--) {
		const mark = marks[index] ?? '';
		// Turkish libraries write the ordinary i as `\.{\i}`.
		if (mark === '\u0307' && (base === 'i' || base === 'j')) continue;
		base += mark;
	}
	return base.normalize('NFC') + text.slice(first.length);
}
