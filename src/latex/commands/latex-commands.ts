import { mathSymbols } from '../math/math-symbols.ts';
import { quantityCommands } from '../math/units.ts';
import type { Wrapping } from '../rich-text.ts';
import type { LetterCase } from '../tree-builder.ts';
import { accentMarks } from './accent-table.ts';
import { journals } from './journal-macros.ts';
import { symbols } from './symbol-commands.ts';

/** The effect of a LaTeX command. */
export type Command =
	/** Prints characters. */
	| { readonly does: 'symbol'; readonly text: string }
	/** Puts a combining mark on the next letter. */
	| { readonly does: 'accent'; readonly mark: string }
	/**
	 * Takes arguments. `take` has a character for each: `o` drops an optional argument, `-` drops an argument, `+` shows one
	 * (wrapped in `as` unless null). Other characters are printed.
	 */
	| { readonly does: 'arguments'; readonly take: string; readonly as: Wrapping | null }
	/** Changes the text up to the end of the group. */
	| { readonly does: 'switch'; readonly as: Wrapping | null }
	/** Changes the case of its argument. */
	| { readonly does: 'case'; readonly to: LetterCase }
	/** Has its own handler in `special-commands.ts`. */
	| { readonly does: 'special'; readonly name: SpecialCommand };

export type SpecialCommand =
	| 'accent-primitive'
	| 'autocap'
	| 'begin'
	| 'bibstring'
	| 'char'
	| 'dimension'
	| 'doi'
	| 'end'
	| 'href'
	| 'math'
	| 'path'
	| 'quantity'
	| 'reference'
	| 'space'
	| 'string'
	| 'symbol'
	| 'url'
	| 'verb';

const wrappingCommands: readonly (readonly [Wrapping, names: string])[] = [
	['emphasis', 'emph textit textsl mkbibemph mkbibitalic'],
	['strong', 'textbf mkbibbold pmb bm boldsymbol'],
	['small-caps', 'textsc mkbibsmallcaps mkbibacro bsc'],
	['code', 'texttt mkbibtypewriter'],
	['roman', 'textrm textup textnormal'],
	['superscript', 'textsuperscript mkbibsuperscript up fup sptext sp'],
	['subscript', 'textsubscript mkbibsubscript sb'],
	['underline', 'underline uline uuline uwave ul underbar mkbibunderline'],
	['strike', 'sout st xout'],
	['quote', 'enquote mkbibquote textquote blockquote'],
];

const switchCommands: readonly (readonly [Wrapping | null, names: string])[] = [
	['emphasis', 'em it sl itshape slshape'],
	['strong', 'bf bfseries boldmath'],
	['small-caps', 'sc scshape'],
	['code', 'tt ttfamily'],
	['roman', 'rm rmfamily upshape normalfont'],
	// Sizes, fonts without a visible difference in lists, and commands that only control typesetting
	[
		null,
		`sf sffamily md mdseries tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge cal mit
		centering raggedright raggedleft unboldmath displaystyle textstyle scriptstyle scriptscriptstyle frenchspacing
		nonfrenchspacing sloppy fussy selectfont relax protect null strut noindent indent leavevmode ignorespaces unskip
		xspace nobreak break allowbreak nolinebreak nopagebreak pagebreak newpage clearpage smallskip medskip bigskip
		smallbreak medbreak bigbreak bgroup egroup begingroup endgroup expandafter noexpand global long fi else hss
		limits nolimits left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr newblock nopunct isdot
		midsentence bibsentence unspace addcolondelim urlprefix cyrchar BibitemOpen`,
	],
];

const argumentCommands: readonly (readonly [take: string, names: string, as?: Wrapping])[] = [
	// Prints its argument
	[
		'+',
		`text mbox hbox vbox fbox textsf textmd textlf textin mathrm mathsf mathbf mathit mathtt mathnormal mathcal mathscr
		mathfrak mathbb mathds mathbbm mathbbmss mathup operatorname mathop mathbin mathrel mathord smash llap rlap clap ce hl so caps lsstyle
		email mailto natexlab eprint bibnamefont bibfnamefont citenamefont nameinitial hologo mkbibnamefamily mkbibnamegiven
		mkbibnameprefix mkbibnamesuffix mkbibordinal mkbibmascord mkbibfemord mkbibneutord singleletter textipa
		textlatin textgreek textcyrillic textcyr textgerman textenglish textfrench textspanish textitalian textportuguese
		textdutch textrussian textpolish textczech textarabic texthebrew textchinese textjapanese textkorean textturkish`,
	],
	['o+', 'makebox framebox hyperref'],
	['oo+', 'cite citep citet citealt citealp citeauthor citeyear citenum parencite textcite autocite footcite fullcite'],
	['-+', 'hyperlink hypertarget bibinfo bibfield'],
	['o-+', 'textcolor colorbox foreignlanguage textlang'],
	['-o+', 'scalebox rotatebox parbox'],
	['-oo+', 'raisebox'],
	['--+', 'resizebox fcolorbox multicolumn'],
	['+-', 'texorpdfstring bibfolioletter'],
	['+/+', 'frac dfrac tfrac sfrac nicefrac'],
	['o√+', 'sqrt'],
	['(+)', 'mkbibparens parentext'],
	['[+]', 'mkbibbrackets brackettext'],
	['-+', 'foreignquote hyphenquote foreigntextquote hyphentextquote', 'quote'],
	['oo-+', 'textcquote blockcquote', 'quote'],

	// Prints one of its two arguments, as in BibTeX's xampl.bib
	['+-', 'printfirst'],
	['-+', 'printsecond'],

	// Prints nothing: notes, anchors, set-up and sort keys
	[
		'-',
		`noopsort noop SortNoop sortnoop NOOP Noop nop nosort sortkey gobble thanks nocite label index glossary ref pageref autoref
		eqref cref Cref tag vspace hphantom vphantom phantom pdfbookmark selectlanguage fontfamily fontseries fontshape
		fontencoding CJKfamily urlstyle pagestyle thispagestyle color usepackage input hyphenation stepcounter
		refstepcounter BibitemShut PrerenderUnicode`,
	],
	[
		'o-',
		'footnote footnotetext sidenote marginpar todo includegraphics bibfootnote mkbibfootnote mkbibendnote endnote',
	],
	['o', 'footnotemark'],
	['o ', 'linebreak item'],
	['--', 'fontsize setcounter setlength addtolength addtocounter'],
	['o--', 'rule'],
	['---', 'discretionary'],
];

const caseCommands: readonly (readonly [LetterCase, names: string])[] = [
	['upper', 'uppercase MakeUppercase MakeTextUppercase'],
	['lower', 'lowercase MakeLowercase MakeTextLowercase'],
	['capital', 'MakeCapital'],
];

const specialNames: readonly (readonly [SpecialCommand, names: string])[] = [
	['accent-primitive', 'accent'],
	['autocap', 'autocap'],
	['begin', 'begin'],
	[
		'bibstring',
		'bibstring bibsstring biblstring bibcpstring biblcstring bibucstring bibcplstring biblclstring bibcpsstring',
	],
	['char', 'char'],
	['dimension', 'kern mkern hskip vskip mskip lower raise moveleft moveright penalty'],
	['doi', 'doi'],
	['end', 'end'],
	['href', 'href'],
	['math', 'ensuremath'],
	['path', 'nolinkurl path detokenize'],
	['reference', 'bibfolioreference'],
	['quantity', [...quantityCommands.keys()].join(' ')],
	['space', 'hspace'],
	['string', 'string'],
	['symbol', 'symbol unichar unicode'],
	['url', 'url burl surl'],
	['verb', 'verb lstinline'],
];

function words(names: string): string[] {
	return names.trim().split(/\s+/);
}

/**
 * All known commands by name, without the backslash. The first definition wins: text symbols before math symbols, and both
 * before journals.
 */
export const commands: ReadonlyMap<string, Command> = build();

function build(): Map<string, Command> {
	const table = new Map<string, Command>();
	const add = (name: string, command: Command): void => {
		if (!table.has(name)) table.set(name, command);
	};
	for (const [name, mark] of accentMarks) add(name, { does: 'accent', mark });
	for (const [special, names] of specialNames)
		for (const name of words(names)) add(name, { does: 'special', name: special });
	for (const [as, names] of wrappingCommands)
		for (const name of words(names)) add(name, { does: 'arguments', take: '+', as });
	for (const [take, names, as = null] of argumentCommands) {
		for (const name of words(names)) add(name, { does: 'arguments', take, as });
	}
	for (const [to, names] of caseCommands) for (const name of words(names)) add(name, { does: 'case', to });
	for (const [name, text] of symbols) add(name, { does: 'symbol', text });
	for (const [as, names] of switchCommands) for (const name of words(names)) add(name, { does: 'switch', as });
	for (const [name, text] of mathSymbols) add(name, { does: 'symbol', text });
	for (const [name, text] of journals) add(name, { does: 'symbol', text });
	return table;
}
