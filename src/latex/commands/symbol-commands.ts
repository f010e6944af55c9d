import { parseWordTable } from '../../text/word-table.ts';

/** The commands of letters in the encodings that reference managers write (OT1, T1, T4, T5). */
export const letters: ReadonlyMap<string, string> = new Map(
	parseWordTable(`
	aa å AA Å ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł ss ß SS ẞ i ı j ȷ dh ð DH Ð dj đ DJ Đ th þ TH Þ ng ŋ NG Ŋ ij ĳ IJ Ĳ
	ohorn ơ OHORN Ơ uhorn ư UHORN Ư ABREVE Ă abreve ă ACIRCUMFLEX Â acircumflex â Dbar Đ dbar đ textcrd đ textthorn þ Thorn Þ
	textbarl ł hbar ħ textcrh ħ texthbar ħ textHbar Ħ textHslash Ħ hslash ħ textTbar Ŧ textTstroke Ŧ textTslash Ŧ texttbar ŧ
	texttstroke ŧ texttslash ŧ textkra ĸ textlongs ſ textflorin ƒ
	cprime ʹ cdprime ʺ textmodprime ʹ lasp ʿ rasp ʾ hamza ʾ ain ʿ ayn ʿ
	`),
);

/** Letters of African languages (T4) and phonetic letters (tipa), which sometimes occur in names and titles. */
const phonetic = parseWordTable(`
	textcrb ƀ textBhook Ɓ textOopen Ɔ textoopen ɔ textChook Ƈ textchook ƈ textDafrican Ɖ textDhook Ɗ textEreversed Ǝ textEopen Ɛ
	texteopen ɛ textFhook Ƒ textGammaafrican Ɣ textgammalatinsmall ɣ texthvlig ƕ textIotaafrican Ɩ textKhook Ƙ textkhook ƙ
	textNhookleft Ɲ textnhookleft ɲ textPhook Ƥ textphook ƥ textEsh Ʃ textThook Ƭ textthook ƭ textTretroflexhook Ʈ
	texttretroflexhook ʈ textVhook Ʋ textvhook ʋ textYhook Ƴ textyhook ƴ textEzh Ʒ texteturned ǝ
	textturna ɐ textscripta ɑ textturnscripta ɒ textbhook ɓ texthtb ɓ textopeno ɔ textctc ɕ textdtail ɖ textrtaild ɖ textdhook ɗ
	texthtd ɗ textreve ɘ textschwa ə schwa ə textrhookschwa ɚ textrevepsilon ɜ textbardotlessj ɟ texthtg ɠ textscriptg ɡ textscg ɢ
	textramshorns ɤ textturnh ɥ texthth ɦ texththeng ɧ textbari ɨ textiotalatin ɩ textsci ɪ textltilde ɫ textbeltl ɬ textrtaill ɭ
	textlyoghlig ɮ textturnm ɯ textturnmrleg ɰ textltailm ɱ textltailn ɲ textrtailn ɳ textscn ɴ textbaro ɵ textscoelig ɶ textturnr ɹ
	textturnlonglegr ɺ textturnrrtail ɻ textlonglegr ɼ textrtailr ɽ textfishhookr ɾ textscr ʀ textinvscr ʁ textrtails ʂ textesh ʃ
	textctesh ʆ textturnt ʇ textrtailt ʈ textbaru ʉ textscriptv ʋ textturnv ʌ textturnw ʍ textturny ʎ textscy ʏ textrtailz ʐ textctz ʑ
	textezh ʒ textyogh ʒ textglotstop ʔ textrevglotstop ʕ textbarglotstop ʡ textbarrevglotstop ʢ textbullseye ʘ textscb ʙ textsch ʜ
	textctj ʝ textscl ʟ textprimstress ˈ textsecstress ˌ textlengthmark ː texthalflength ˑ
	`);

/** Punctuation, currency signs, marks and the symbols of textcomp. */
const punctuation = parseWordTable(`
	textendash – textemdash — endash – emdash — texthyphen - textnonbreakinghyphen ‑ textfiguredash ‒ texthorizontalbar ― hyphen - nbhyphen ‑
	textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” lq ‘ rq ’ textquotesingle '
	quotesinglbase ‚ quotedblbase „ textquotestraightbase ‚ textquotestraightdblbase „ textquotedbl "
	guillemotleft « guillemotright » guillemetleft « guillemetright » guilsinglleft ‹ guilsinglright ›
	glqq „ grqq “ glq ‚ grq ‘ flqq « frqq » flq ‹ frq › dq " og «  fg »
	textexclamdown ¡ textquestiondown ¿ textinterrobang ‽ textellipsis … ldots … dots … dotsc … dotsb … dotso … cdots ⋯ lips …
	textbackslash \\ textasciitilde ~ textasciicircum ^ textasciigrave \` textasciiacute ´ textasciidieresis ¨ textasciimacron ¯
	textasciicedilla ¸ textequals = textoverline ‾ textlogicalnot ¬ textasciicaron ˇ textasciibreve ˘ textacutedbl ˝ textgravedbl ˵
	textunderscore _ textbraceleft { textbraceright } lbrace { rbrace } textless < textgreater > textbar | textbardbl ‖ textbrokenbar ¦
	textdollar $ textcent ¢ textcentoldstyle ¢ textsterling £ pounds £ textlira ₤ textyen ¥ yen ¥ euro € texteuro € EUR €
	textcurrency ¤ textwon ₩ textnaira ₦ textpeso ₱ textbaht ฿ textdong ₫ textguarani ₲ textcolonmonetary ₡ textrupee ₨
	copyright © textcopyright © textcopyleft 🄯 textregistered ® textcircledP ℗ texttrademark ™ textservicemark ℠ textcelsius ℃
	textdegree ° degree ° textdegrees ° textmu µ textohm Ω textmho ℧ textperthousand ‰ perthousand ‰ textpertenthousand ‱
	textnumero № textestimated ℮ textrecipe ℞ textreferencemark ※ textdiscount ⁒ textlnot ¬ textminus −
	textordfeminine ª textordmasculine º textonesuperior ¹ texttwosuperior ² textthreesuperior ³
	textonehalf ½ textonequarter ¼ textthreequarters ¾ textfractionsolidus ⁄ textpm ± texttimes × textdiv ÷ textsurd √
	textdagger † textdaggerdbl ‡ dag † ddag ‡ S § P ¶ textsection § textparagraph ¶ textpilcrow ¶
	textbullet • textopenbullet ◦ textperiodcentered · textcentereddot · textasteriskcentered ∗ textbigcircle ◯
	textleftarrow ← textrightarrow → textuparrow ↑ textdownarrow ↓ textlquill ⁅ textrquill ⁆
	textlbrackdbl ⟦ textrbrackdbl ⟧ textlangle 〈 textrangle 〉 textdblhyphen ⸗ textblank ␢ textvisiblespace ␣␣ textmusicalnote ♪
	textborn ⋆ textdied † textdivorced ⚮ textmarried ⚭ textleaf 🙖 slash / checkmark ✓ maltese ✠
	AND & And & ampersand & percent % hash # textnumbersign # textpercent % textampersand &
	bibrangedash – bibdatedash – bibopenparen ( bibcloseparen ) bibopenbracket [ bibclosebracket ]
	addcomma , addcolon : addsemicolon ; addperiod . adddot . addslash /
	TeX TeX LaTeX LaTeX LaTeXe LaTeX2ε BibTeX BibTeX BIBTeX BibTeX biber Biber XeTeX XeTeX XeLaTeX XeLaTeX LuaTeX LuaTeX LuaLaTeX LuaLaTeX
	pdfTeX pdfTeX pdfLaTeX pdfLaTeX ConTeXt ConTeXt PiC PiC PiCTeX PiCTeX SLiTeX SliTeX AmS AMS AmSTeX AMSTeX AmSLaTeX AMSLaTeX
	LyX LyX MF METAFONT MP METAPOST METAFONT METAFONT METAPOST METAPOST
	`)
	.filter(([name]) => name !== 'textvisiblespace')
	.concat([['textvisiblespace', '␣']]);

/** Greek letters in text (textgreek, LGR names). Those in math are in `math-symbols.ts`. */
const greek = parseWordTable(`
	textalpha α textbeta β textgamma γ textdelta δ textepsilon ε textzeta ζ texteta η texttheta θ textiota ι textkappa κ textlambda λ
	textnu ν textxi ξ textomikron ο textomicron ο textpi π textrho ρ textsigma σ textvarsigma ς textfinalsigma ς texttau τ
	textupsilon υ textphi φ textchi χ textpsi ψ textomega ω textmugreek μ
	textAlpha Α textBeta Β textGamma Γ textDelta Δ textEpsilon Ε textZeta Ζ textEta Η textTheta Θ textIota Ι textKappa Κ
	textLambda Λ textMu Μ textNu Ν textXi Ξ textOmikron Ο textOmicron Ο textPi Π textRho Ρ textSigma Σ textTau Τ
	textUpsilon Υ textPhi Φ textChi Χ textPsi Ψ textOmega Ω
	`);

/** Cyrillic letters by the kernel's names (T2A), capital and small; reference managers write `{\cyrchar\CYRI}`. */
const cyrillic = parseWordTable(`
	A А B Б V В G Г D Д E Е YO Ё ZH Ж Z З I И ISHRT Й K К L Л M М N Н O О P П R Р S С T Т U У F Ф H Х C Ц CH Ч SH Ш
	SHCH Щ HRDSN Ъ ERY Ы SFTSN Ь EREV Э YU Ю YA Я IE Є II І YI Ї GUP Ґ DJE Ђ JE Ј LJE Љ NJE Њ TSHE Ћ DZHE Џ USHRT Ў DZE Ѕ
	`).flatMap(([name, letter]): (readonly [string, string])[] => [
	[`CYR${name}`, letter],
	[`cyr${name.toLowerCase()}`, letter.toLowerCase()],
]);

/** Whitespace, and commands that only control typesetting. */
const spaces: readonly (readonly [string, string])[] = [
	['space', ' '],
	['addspace', ' '],
	['newline', ' '],
	['par', ' '],
	['hfill', ' '],
	['hfil', ' '],
	['tab', ' '],
	['nobreakspace', '\u00a0'],
	['addnbspace', '\u00a0'],
	['adddotspace', '.\u00a0'],
	['thinspace', '\u202f'],
	['addthinspace', '\u202f'],
	['addhighpenspace', ' '],
	['addlowpenspace', ' '],
	['negthinspace', ''],
	['medspace', '\u00a0'],
	['thickspace', '\u00a0'],
	['enspace', '\u2002'],
	['enskip', '\u2002'],
	['quad', '\u2003'],
	['qquad', '\u2003\u2003'],
	['textcompwordmark', '\u200c'],
	['shy', ''],
];

/** The characters of all text symbols, by command name without the backslash. */
export const symbols: ReadonlyMap<string, string> = new Map([
	...phonetic,
	...letters,
	...punctuation,
	...greek,
	...cyrillic,
	...spaces,
]);

/** The text of control symbols, such as `\&`. Accents are in `accent-table.ts`. */
export const controlSymbols: ReadonlyMap<string, string> = new Map([
	['&', '&'],
	['%', '%'],
	['$', '$'],
	['#', '#'],
	['_', '_'],
	['{', '{'],
	['}', '}'],
	['\\', ' '],
	[',', '\u202f'],
	[';', '\u00a0'],
	[':', '\u00a0'],
	['>', '\u00a0'],
	['!', ''],
	['-', ''],
	['/', ''],
	['@', ''],
	['*', ''],
	['+', ''],
]);
