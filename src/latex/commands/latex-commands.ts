import { mathSymbols } from '../math/math-symbols.ts';
import type { Wrapping } from '../rich-text.ts';
import type { LetterCase } from '../tree-builder.ts';
import { accentMarks } from './accent-table.ts';
import { journals } from './journal-macros.ts';
import { symbols } from './letter-commands.ts';

/** What a command of LaTeX does to a text. */
export type Command =
	/** Prints characters. */
	| { readonly does: 'symbol'; readonly text: string }
	/** Puts a mark on the letter that follows. */
	| { readonly does: 'accent'; readonly mark: string }
	/**
	 * Takes arguments, one sign each: `o` an optional one in brackets, dropped; `-` dropped; `+` shown (wrapped in
	 * `as`, when that is not null); any other sign is printed where it stands.
	 */
	| { readonly does: 'arguments'; readonly take: string; readonly as: Wrapping | null }
	/** Changes what follows to the end of the group. */
	| { readonly does: 'switch'; readonly as: Wrapping | null }
	/** Changes the letters of its argument. */
	| { readonly does: 'case'; readonly to: LetterCase }
	/** Has rules of its own, in `latex.ts`. */
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
	| 'space'
	| 'string'
	| 'symbol'
	| 'url'
	| 'verb';

const wraps: readonly (readonly [Wrapping, names: string])[] = [
	['emphasis', 'emph textit textsl mkbibemph mkbibitalic'],
	['strong', 'textbf mkbibbold pmb bm boldsymbol'],
	['small-caps', 'textsc mkbibsmallcaps mkbibacro bsc'],
	['code', 'texttt mkbibtypewriter'],
	['roman', 'textrm textup textnormal'],
	['superscript', 'textsuperscript mkbibsuperscript up fup sptext'],
	['subscript', 'textsubscript mkbibsubscript'],
	['underline', 'underline uline uuline uwave ul underbar mkbibunderline'],
	['strike', 'sout st xout'],
	['quote', 'enquote mkbibquote textquote blockquote'],
];

const switches: readonly (readonly [Wrapping | null, names: string])[] = [
	['emphasis', 'em it sl itshape slshape'],
	['strong', 'bf bfseries boldmath'],
	['small-caps', 'sc scshape'],
	['code', 'tt ttfamily'],
	['roman', 'rm rmfamily upshape normalfont'],
	// Sizes, faces that no list tells apart, and what steers the typesetter only
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

const argumentsTaken: readonly (readonly [take: string, names: string, as?: Wrapping])[] = [
	// Shown as it is
	[
		'+',
		`text mbox hbox vbox fbox textsf textmd textlf textin mathrm mathsf mathbf mathit mathtt mathnormal mathcal mathscr
		mathfrak mathbb operatorname mathop mathbin mathrel mathord smash llap rlap clap ce num si unit ang hl so caps lsstyle
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
	['+\u202f+', 'SI qty'],
	['(+)', 'mkbibparens parentext'],
	['[+]', 'mkbibbrackets brackettext'],
	['-+', 'foreignquote hyphenquote foreigntextquote hyphentextquote', 'quote'],
	['oo-+', 'textcquote blockcquote', 'quote'],

	// Two texts of which one is meant, as in BibTeX's xampl.bib
	['+-', 'printfirst'],
	['-+', 'printsecond'],

	// Nothing shown: notes, anchors, set-up, and keys that are there for sorting only
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

const cases: readonly (readonly [LetterCase, names: string])[] = [
	['upper', 'uppercase MakeUppercase MakeTextUppercase'],
	['lower', 'lowercase MakeLowercase MakeTextLowercase'],
	['capital', 'MakeCapital'],
];

const specials: readonly (readonly [SpecialCommand, names: string])[] = [
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
 * Every command known, by its name without the backslash. What stands first wins, so a text symbol comes before
 * a mathematical one and both before a journal.
 */
export const commands: ReadonlyMap<string, Command> = build();

function build(): Map<string, Command> {
	const table = new Map<string, Command>();
	const add = (name: string, command: Command): void => {
		if (!table.has(name)) table.set(name, command);
	};
	for (const [name, mark] of accentMarks) add(name, { does: 'accent', mark });
	for (const [does, names] of specials) for (const name of words(names)) add(name, { does: 'special', name: does });
	for (const [as, names] of wraps) for (const name of words(names)) add(name, { does: 'arguments', take: '+', as });
	for (const [take, names, as = null] of argumentsTaken) {
		for (const name of words(names)) add(name, { does: 'arguments', take, as });
	}
	for (const [to, names] of cases) for (const name of words(names)) add(name, { does: 'case', to });
	for (const [name, text] of symbols) add(name, { does: 'symbol', text });
	for (const [as, names] of switches) for (const name of words(names)) add(name, { does: 'switch', as });
	for (const [name, text] of mathSymbols) add(name, { does: 'symbol', text });
	for (const [name, text] of journals) add(name, { does: 'symbol', text });
	return table;
}
