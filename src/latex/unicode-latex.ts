import { memoize } from '../text/memoize.ts';
import { parseWordTable } from '../text/word-table.ts';

/**
 * Characters beyond ASCII that pdflatex (T1, Latin Modern), xelatex and lualatex (default font) print directly, as
 * measured with TeX Live 2022. The tables below contain LaTeX for other characters.
 */
const direct =
	'\u00a1-\u00ac\u00ae-\u0125\u0128-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u0165\u0168-\u017e\u0192\u01cd-\u01d4\u01e6\u01e7' +
	'\u01ea\u01eb\u01f0\u01f4\u01f5\u0218-\u021b\u0237\u02c6\u02c7\u02d8\u02d9\u02db-\u02dd\u1e0d\u1e25\u1e37\u1e43\u1e45\u1e47' +
	'\u1e5b\u1e63\u1e6d\u1ef2\u1ef3\u2010\u2011\u2016\u201a\u201e\u2020-\u2022\u2026\u2030\u2031\u2039-\u203b\u203d\u2044\u2052' +
	'\u20a1\u20a4\u20a6\u20a9\u20ab\u20ac\u20b1\u2103\u2116\u2117\u211e\u2120\u2122\u2126\u2127\u212e\u2190-\u2193\u25e6\u266a\ufb00-\ufb04';

/** ASCII that is literal, without commas and hyphens, which fonts may join with the next character. */
const ordinary = 'A-Za-z0-9 .:;()/*+=@[\\]';

/** Matches literal characters, without a letter before a combining mark. */
export const plainRun: RegExp = new RegExp(`(?:[${ordinary}${direct}]+|,(?!,)|-(?!-))+(?!\\p{M})`, 'uy');

const notPlain = new RegExp(`[^${ordinary}${direct},-]|,,|--`);

/** True if a text needs no escaping. */
export function isAllPlain(text: string): boolean {
	return !notPlain.test(text);
}

/** Mathematical symbols and Greek letters in the kernel's math mode; those of amssymb only if the kernel can draw them. */
const mathCharacters = parseWordTable(`
	− - ∗ \\ast ∘ \\circ ∙ \\bullet √ \\surd ∞ \\infty ∠ \\angle ∀ \\forall ∃ \\exists ∅ \\emptyset ∇ \\nabla ∈ \\in ∉ \\notin ∋ \\ni
	∏ \\prod ∐ \\coprod ∑ \\sum ∓ \\mp ∕ / ∖ \\setminus ∝ \\propto ∣ \\mid ∥ \\parallel ∧ \\wedge ∨ \\vee ∩ \\cap ∪ \\cup ∫ \\int
	∬ \\int\\!\\!\\int ∮ \\oint ∼ \\sim ≃ \\simeq ≅ \\cong ≈ \\approx ≍ \\asymp ≐ \\doteq ≠ \\neq ≡ \\equiv ≤ \\leq ≥ \\geq ≪ \\ll ≫ \\gg
	≺ \\prec ≻ \\succ ⊂ \\subset ⊃ \\supset ⊆ \\subseteq ⊇ \\supseteq ⊎ \\uplus ⊑ \\sqsubseteq ⊒ \\sqsupseteq ⊓ \\sqcap ⊔ \\sqcup
	⊕ \\oplus ⊖ \\ominus ⊗ \\otimes ⊘ \\oslash ⊙ \\odot ⊢ \\vdash ⊣ \\dashv ⊤ \\top ⊥ \\bot ⊨ \\models ⋀ \\bigwedge ⋁ \\bigvee
	⋂ \\bigcap ⋃ \\bigcup ⋄ \\diamond ⋅ \\cdot ⋆ \\star ⋈ \\bowtie ⋮ \\vdots ⋯ \\cdots ⋱ \\ddots ⌈ \\lceil ⌉ \\rceil ⌊ \\lfloor ⌋ \\rfloor
	⌢ \\frown ⌣ \\smile △ \\triangle ▽ \\bigtriangledown ▷ \\triangleright ◁ \\triangleleft ◯ \\bigcirc ○ \\bigcirc
	♠ \\spadesuit ♡ \\heartsuit ♢ \\diamondsuit ♣ \\clubsuit ♭ \\flat ♮ \\natural ♯ \\sharp ⟂ \\perp ⟨ \\langle ⟩ \\rangle
	〈 \\langle 〉 \\rangle ⟵ \\longleftarrow ⟶ \\longrightarrow ⟷ \\longleftrightarrow ⟸ \\Longleftarrow ⟹ \\Longrightarrow
	⟺ \\Longleftrightarrow ⟼ \\longmapsto ⩽ \\leq ⩾ \\geq ⪯ \\preceq ⪰ \\succeq ↔ \\leftrightarrow ↕ \\updownarrow
	↖ \\nwarrow ↗ \\nearrow ↘ \\searrow ↙ \\swarrow ↦ \\mapsto ↩ \\hookleftarrow ↪ \\hookrightarrow ↼ \\leftharpoonup
	↽ \\leftharpoondown ⇀ \\rightharpoonup ⇁ \\rightharpoondown ⇌ \\rightleftharpoons ⇐ \\Leftarrow ⇑ \\Uparrow
	⇒ \\Rightarrow ⇓ \\Downarrow ⇔ \\Leftrightarrow ⇕ \\Updownarrow ℓ \\ell ℏ \\hbar ℑ \\Im ℘ \\wp ℜ \\Re ℵ \\aleph ∂ \\partial
	′ ' ″ '' ‴ ''' ≲ \\stackrel{<}{\\sim} ≳ \\stackrel{>}{\\sim} ≜ \\stackrel{\\triangle}{=} ≝ \\stackrel{\\mathrm{def}}{=}
	≦ \\leq ≧ \\geq ∆ \\Delta ≂ \\sim ≔ := ≕ =: ∎ \\bullet ℂ \\mathbf{C} ℍ \\mathbf{H} ℕ \\mathbf{N} ℙ \\mathbf{P} ℚ \\mathbf{Q} ℝ \\mathbf{R} ℤ \\mathbf{Z}
	ℬ \\mathcal{B} ℰ \\mathcal{E} ℱ \\mathcal{F} ℋ \\mathcal{H} ℐ \\mathcal{I} ℒ \\mathcal{L} ℳ \\mathcal{M} ℛ \\mathcal{R}
	α \\alpha β \\beta γ \\gamma δ \\delta ε \\varepsilon ϵ \\epsilon ζ \\zeta η \\eta θ \\theta ϑ \\vartheta ι \\iota κ \\kappa
	λ \\lambda μ \\mu ν \\nu ξ \\xi ο o π \\pi ϖ \\varpi ρ \\rho ϱ \\varrho σ \\sigma ς \\varsigma τ \\tau υ \\upsilon φ \\varphi
	ϕ \\phi χ \\chi ψ \\psi ω \\omega
	Α \\mathrm{A} Β \\mathrm{B} Γ \\Gamma Δ \\Delta Ε \\mathrm{E} Ζ \\mathrm{Z} Η \\mathrm{H} Θ \\Theta Ι \\mathrm{I} Κ \\mathrm{K}
	Λ \\Lambda Μ \\mathrm{M} Ν \\mathrm{N} Ξ \\Xi Ο \\mathrm{O} Π \\Pi Ρ \\mathrm{P} Σ \\Sigma Τ \\mathrm{T} Υ \\Upsilon Φ \\Phi
	Χ \\mathrm{X} Ψ \\Psi Ω \\Omega
	ά \\acute{\\alpha} έ \\acute{\\varepsilon} ή \\acute{\\eta} ί \\acute{\\iota} ό \\acute{o} ύ \\acute{\\upsilon} ώ \\acute{\\omega}
	ϊ \\ddot{\\iota} ϋ \\ddot{\\upsilon} Ά \\acute{\\mathrm{A}} Έ \\acute{\\mathrm{E}} Ή \\acute{\\mathrm{H}} Ί \\acute{\\mathrm{I}}
	Ό \\acute{\\mathrm{O}} Ύ \\acute{\\Upsilon} Ώ \\acute{\\Omega}
`);

const texOfMathCharacter: ReadonlyMap<string, string> = new Map([
	...mathCharacters,
	['=', '='],
	['<', '<'],
	['>', '>'],
]);

/** The character for each argument of `\ensuremath`. */
export const ensuredCharacters: ReadonlyMap<string, string> = new Map(
	mathCharacters.toReversed().map(([character, tex]) => [tex, character]),
);

/** ASCII that is special in TeX or in a font's ligatures, and characters with a text command. */
const textCharacters = parseWordTable(`
	# \\# $ \\$ % \\% & \\& _ \\_ { \\{ } \\} \\ \\textbackslash{} ~ \\textasciitilde{} ^ \\textasciicircum{} < \\textless{} > \\textgreater{}
	| \\textbar{} " \\textquotedbl{} ' \\textquotesingle{} \` \\textasciigrave{}
	– -- — --- ‘ \` ’ ' “ \`\` ” '' ‒ -- ― --- ‛ \` ‟ \`\` ʼ ' ʹ ' ʺ '' ʻ \` ⸗ =
	ẞ SS ŉ 'n Ŧ T ŧ t ĸ k ⅓ 1/3 ⅔ 2/3 ⅕ 1/5 ⅖ 2/5 ⅗ 3/5 ⅘ 4/5 ⅙ 1/6 ⅚ 5/6 ⅛ 1/8 ⅜ 3/8 ⅝ 5/8 ⅞ 7/8
	✓ \\ensuremath{\\surd} ␣ \\textvisiblespace{} ◦ \\textopenbullet{} ● \\textbullet{} ▪ \\textbullet{} ‣ \\textbullet{} · \\textperiodcentered{}
	⟦ {[}{[} ⟧ {]}{]} ⁅ {[} ⁆ {]} ‿ \\_ ☉ \\ensuremath{\\odot} ★ \\ensuremath{\\star} ☆ \\ensuremath{\\star}
`);

/** Whitespace and invisible characters, except those that only control line breaks or direction. */
const spaces: readonly (readonly [string, string])[] = [
	['\u00a0', '~'],
	['\u00ad', '\\-'],
	['\u2002', '\\enspace{}'],
	['\u2003', '\\quad{}'],
	['\u2004', '\\,'],
	['\u2005', '\\,'],
	['\u2006', '\\,'],
	['\u2007', '~'],
	['\u2008', '\\,'],
	['\u2009', '\\,'],
	['\u200a', '\\,'],
	['\u202f', '\\,'],
	['\u205f', '\\,'],
	['\u3000', '\\quad{}'],
	['\u200b', '\\allowbreak{}'],
	['\t', ' '],
	['\n', ' '],
	['\r', ' '],
];

const characters: ReadonlyMap<string, string> = new Map([
	...textCharacters,
	...mathCharacters.map(([character, tex]) => [character, `\\ensuremath{${tex}}`] as const),
	...spaces,
]);

/** The commands of combining marks that T1 and TU can put on any letter. */
export const accentCommands: ReadonlyMap<string, string> = new Map([
	['\u0300', '\\`'],
	['\u0301', "\\'"],
	['\u0302', '\\^'],
	['\u0303', '\\~'],
	['\u0304', '\\='],
	['\u0306', '\\u'],
	['\u0307', '\\.'],
	['\u0308', '\\"'],
	['\u030a', '\\r'],
	['\u030b', '\\H'],
	['\u030c', '\\v'],
	['\u0323', '\\d'],
	['\u0326', '\\textcommabelow'],
	['\u0327', '\\c'],
	['\u0328', '\\k'],
	['\u0331', '\\b'],
	['\u0361', '\\t'],
]);

const marksBelow = /^[\u0323\u0331]$/;

const superscript = /^[\u2070-\u207f]$/;
const subscript = /^[\u2080-\u209c]$/;

/**
 * LaTeX for one character and its combining marks that compiles with every engine and without packages; null if it needs a
 * font or a package (Cyrillic, Arabic, Chinese, emoji …).
 */
export const latexCharacter: (cluster: string) => string | null = memoize((cluster) => {
	const composed = cluster.normalize('NFC');
	if (composed !== cluster) return latexCharacter(composed);
	const latex = characters.get(cluster);
	if (latex !== undefined) return latex;
	if (isAllPlain(cluster) || /^[,\-?!]$/.test(cluster)) return cluster;
	// Control characters and variation selectors print nothing.
	if (/^(?:[\p{Cc}\p{Cf}\p{Cs}]|\p{Variation_Selector})$/u.test(cluster)) return '';
	const compatible = cluster.normalize('NFKD');
	if (superscript.test(cluster)) return `\\textsuperscript{${latexOfEach(compatible)}}`;
	if (subscript.test(cluster)) return `\\textsubscript{${latexOfEach(compatible)}}`;
	return (
		withAccents(cluster.normalize('NFD')) ?? (compatible === cluster.normalize('NFD') ? null : latexOfEach(compatible))
	);
});

/** LaTeX for several characters; null if one of them has none. */
function latexOfEach(text: string): string | null {
	let result = '';
	for (const [cluster] of text.matchAll(/\P{M}\p{M}*/gu)) {
		const latex = latexCharacter(cluster.normalize('NFC'));
		if (latex === null) return null;
		result += latex;
	}
	return result;
}

/** A letter and its marks as nested accent commands, the first mark innermost. */
function withAccents(decomposed: string): string | null {
	const [base = '', ...allMarks] = decomposed;
	// TeX puts accents above single letters only, but marks below anything.
	const marks = [
		...allMarks.filter((mark) => !marksBelow.test(mark)),
		...allMarks.filter((mark) => marksBelow.test(mark)),
	];
	const negated = marks.length === 1 && marks[0] === '\u0338' ? texOfMathCharacter.get(base) : undefined;
	if (negated !== undefined) return `\\ensuremath{\\not${negated.startsWith('\\') ? '' : ' '}${negated}}`;
	if (marks.length === 0 || marks.length > 4) return null;
	if (base === 'ı' || base === 'ȷ') {
		return latexCharacter(`${base === 'ı' ? 'i' : 'j'}${marks.join('')}`.normalize('NFC'));
	}
	if (!/[\p{L}\p{Nd}]/u.test(base)) return null;
	let composed = base;
	let rest = marks;
	// Keep the longest prefix that has a precomposed character.
	for (let length = marks.length - 1; length > 0; length--) {
		const candidate = (base + marks.slice(0, length).join('')).normalize('NFC');
		if ([...candidate].length === 1 && isAllPlain(candidate)) {
			composed = candidate;
			rest = marks.slice(length);
			break;
		}
	}
	let result = composed === base ? latexCharacter(base) : composed;
	if (result === null || result.startsWith('\\ensuremath')) return null;
	for (const mark of rest) {
		const accent = accentCommands.get(mark);
		if (accent === undefined) return null;
		result = `${accent}{${result}}`;
	}
	return result;
}
