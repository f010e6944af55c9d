import { accentMarks } from './accent-table.ts';
import { journals } from './journals.ts';
import { mathSymbols } from './math-symbols.ts';
import type { Wrapping } from './rich-text.ts';
import { symbols } from './symbols.ts';
import type { LetterCase } from './tree.ts';

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
	| 'href'
	| 'url'
	| 'path'
	| 'doi'
	| 'verb'
	| 'begin'
	| 'end'
	| 'math'
	| 'bibstring'
	| 'char'
	| 'dimension'
	| 'string'
	| 'accent-primitive';

const wraps: readonly (readonly [Wrapping, string])[] = [
	['emphasis', 'emph textit textsl mkbibemph mkbibitalic textem'],
	['strong', 'textbf mkbibbold pmb bm boldsymbol'],
	['small-caps', 'textsc mkbibsmallcaps mkbibacro'],
	['code', 'texttt code mkbibtypewriter'],
	['roman', 'textrm textup textnormal mathrm'],
	['superscript', 'textsuperscript mkbibsuperscript up fup textsu sps'],
	['subscript', 'textsubscript mkbibsubscript'],
	['underline', 'underline uline uuline uwave ul mkbibunderline underbar'],
	['strike', 'sout st xout'],
	['quote', 'enquote mkbibquote textquote blockquote'],
];

const switches: readonly (readonly [Wrapping | null, string])[] = [
	['emphasis', 'em it sl itshape slshape'],
	['strong', 'bf bfseries boldmath'],
	['small-caps', 'sc scshape'],
	['code', 'tt ttfamily'],
	['roman', 'rm rmfamily upshape normalfont'],
	[
		null,
		`sf sffamily md mdseries tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge cal centering
		raggedright raggedleft upshape unboldmath displaystyle textstyle scriptstyle bgroup egroup begingroup endgroup relax
		protect noindent indent ignorespaces unskip nobreak break allowbreak nolinebreak nopagebreak pagebreak newpage clearpage
		smallskip medskip bigskip leavevmode null strut long global fi else expandafter noexpand selectfont frenchspacing
		nonfrenchspacing sloppy fussy isdot midsentence nopunct finentry bibsentence unspace smallbreak medbreak bigbreak
		cyrchar cyr cyrillictext latintext greektext fillinpage hss hfillneg tableofcontents maketitle limits nolimits
		left right big Big bigg Bigg bigl bigr Bigl Bigr urlprefix doiprefix newblock nocorr nolimits xspace par maybe
		adddotspaceless unhbox unvbox nonumber notag sentence unemph centerdot setupmath break`,
	],
];

const argumentsTaken: readonly (readonly [take: string, names: string, as?: Wrapping])[] = [
	// Contents shown, the rest is for the typesetter
	[
		'+',
		`text mbox hbox vbox vtop textsf textmd mathsf mathbf mathit mathtt mathnormal mathcal mathscr mathfrak mathbb textlf textin
		fbox textlatin textgreek textcyrillic textcyr latintext strong lowercasechar hl email mailto nameinitial natexlab
		mkbibnamefamily mkbibnamegiven mkbibnameprefix mkbibnamesuffix mkbibnamelast mkbibnamefirst bibnamefont bibfnamefont
		singleletter phantomsection operatorname uppercasechar MakeSentenceCase textnohyphenation nohyphens ensuretext
		keywords person name term foreign ensurelatin germanletters lowercasetext dq ocircle emphx scalefont textmedium
		BibitemShut penalty caps so textls spacedallcaps spacedlowsmallcaps lsstyle unhboxed textipa textheb textjp
		mathop mathbin mathrel mathord mathopen mathclose mathpunct smash llap rlap clap phantomtext mathbfit symbf symit
		symup symbfit text@ mathop overline`,
	],
	['o+', 'makebox framebox hyperref footnotetextshown todoinline cites parencite autocite textcite fullcite footcite'],
	[
		'-+',
		'textcolor foreignlanguage colorbox hyperlink hypertarget textlang scalebox raisebox href@ fontsize@ texttransliteration',
	],
	['o-+', 'textcolor colorbox'],
	['-oo+', 'raisebox'],
	['-o+', 'scalebox rotatebox parbox'],
	['--+', 'resizebox fcolorbox multicolumn adjustbox'],
	['+-', 'texorpdfstring shortstack@ mkibid switchpdf'],
	['oo+', 'cite citep citet citealt citealp citeauthor citeyear citenum'],
	['(+)', 'mkbibparens parentext textparens'],
	['[+]', 'mkbibbrackets brackettext'],
	['-+', 'foreignquote hyphenquote foreigntextquote hyphentextquote', 'quote'],
	['oo-+', 'textcquote blockcquote', 'quote'],
	['+', 'mkbibordinal mkbibmascord mkbibfemord mkbibneutord'],

	// Nothing shown
	[
		'-',
		`nocite label index vspace thanks noopsort noop SortNoop sortnoop NOOP Noop nop sortkey nosort ignore hphantom phantom vphantom
		pdfbookmark glossary pageref ref autoref cref Cref eqref tag bibitemstop printindex vfill setlength input include
		selectlanguage usefont@ fontfamily fontseries fontshape fontencoding urlstyle bibinfostop pagestyle thispagestyle
		usepackage RequirePackage color selectcolormodel discretionary@ addtocounter hyphenation gobble sortit skipthis
		bibnocite hspace@ stepcounter refstepcounter PrerenderUnicode`,
	],
	[
		'o-',
		'footnote footnotetext sidenote marginpar todo includegraphics bibfootnote mkbibfootnote mkbibendnote endnote',
	],
	['o', 'footnotemark nolinebreak nopagebreak pagebreak item'],
	['o ', 'linebreak'],
	['- ', 'hspace'],
	['--', 'fontsize setcounter addtolength bibinfo@ rule@ discretionary2'],
	['o--', 'rule'],
	['---', 'discretionary'],
	['-+', 'bibinfo bibfield bibfield@ ifstrequal@ translation href@2'],

	// Two texts of which one is meant: xampl.bib's and its descendants'
	['+-', 'printfirst'],
	['-+', 'printsecond'],
];

const cases: readonly (readonly [LetterCase, string])[] = [
	['upper', 'uppercase MakeUppercase MakeTextUppercase'],
	['lower', 'lowercase MakeLowercase MakeTextLowercase'],
	['capital', 'MakeCapital'],
];

const specials: readonly (readonly [SpecialCommand, string])[] = [
	['href', 'href'],
	['url', 'url burl surl'],
	['path', 'nolinkurl path detokenize'],
	['doi', 'doi'],
	['verb', 'verb lstinline'],
	['begin', 'begin'],
	['end', 'end'],
	['math', 'ensuremath'],
	[
		'bibstring',
		'bibstring bibsstring biblstring bibcpstring biblcstring bibucstring bibcplstring biblclstring bibcpsstring',
	],
	['char', 'char symbol unichar'],
	['dimension', 'kern mkern hskip vskip mskip lower raise moveleft moveright penalty'],
	['string', 'string'],
	['accent-primitive', 'accent'],
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
