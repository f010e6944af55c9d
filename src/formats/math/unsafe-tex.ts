/**
 * Primitives of TeX, e-TeX and LuaTeX that do more than typeset a formula: files, programs, definitions, registers, loops,
 * the page. A test compares them with the list of an engine. Primitives that only typeset mathematics are not in the list.
 */
const primitives: ReadonlySet<string> = new Set(
	`
	abovedisplayshortskip abovedisplayskip adjdemerits adjustspacing advance afterassignment aftergroup alignmark
	aligntab attribute attributedef automaticdiscretionary automatichyphenmode automatichyphenpenalty badness
	baselineskip batchmode begincsname begingroup belowdisplayshortskip belowdisplayskip binoppenalty bodydir
	bodydirection botmark botmarks boundary box boxdir boxdirection boxmaxdepth breakafterdirmode brokenpenalty
	catcode catcodetable chardef cleaders clearmarks closein closeout clubpenalties clubpenalty compoundhyphenmode
	copy copyfont count countdef csname csstring currentgrouplevel currentgrouptype currentifbranch currentiflevel
	currentiftype day deadcycles def defaulthyphenchar defaultskewchar delcode delimiterfactor delimitershortfall
	detokenize dimen dimendef dimexpr directlua discretionaryligaturemode displayindent displaywidowpenalties
	displaywidowpenalty displaywidth divide doublehyphendemerits dp draftmode dump edef efcode else emergencystretch
	end endcsname endgroup endinput endlinechar endlocalcontrol eqno errhelp errmessage errorcontextlines
	errorstopmode escapechar etoksapp etokspre exceptionpenalty exhyphenchar exhyphenpenalty expandafter expanded
	expandglyphsinfont explicitdiscretionary explicithyphenpenalty fam fi finalhyphendemerits firstmark firstmarks
	firstvalidlanguage fixupboxesmode floatingpenalty font formatname futurelet gdef gleaders glet global globaldefs
	glyphdimensionsmode gtoksapp gtokspre halign hangafter hangindent hbadness hfilneg hfuzz hjcode hoffset
	holdinginserts hpack hrule hsize ht hyphenation hyphenationbounds hyphenationmin hyphenchar hyphenpenalty
	hyphenpenaltymode if ignoreligaturesinfont immediate immediateassigned immediateassignment initcatcodetable
	input inputlineno insert insertht insertpenalties interactionmode interlinepenalties interlinepenalty jobname
	language latelua lateluafunction lccode leaders leftghost lefthyphenmin leftmarginkern leftskip leqno let
	letcharcode letterspacefont linedir linedirection linepenalty lineskip lineskiplimit localbrokenpenalty
	localinterlinepenalty localleftbox localrightbox long looseness lowercase lpcode mag mark marks maxdeadcycles
	maxdepth meaning medmuskip message month moveleft moveright muexpr multiply muskip muskipdef mutoglue
	newlinechar noalign noboundary noexpand nohrule nokerns noligs nolocaldirs nolocalwhatsits nonstopmode
	normaldeviate nospaces novrule nulldelimiterspace nullfont number numexpr omit openin openout or outer output
	outputbox outputmode outputpenalty overfullrule par pardir pardirection parfillskip parindent parshape
	parshapedimen parshapeindent parshapelength parskip partokencontext partokenname patterns pausing
	postdisplaypenalty postexhyphenchar posthyphenchar prebinoppenalty predisplaydirection predisplaygapfactor
	predisplaypenalty predisplaysize preexhyphenchar prehyphenchar prerelpenalty pretolerance prevdepth prevgraf
	primitive protected protrudechars protrusionboundary pxdimen quitvmode randomseed read readline relpenalty
	rightghost righthyphenmin rightmarginkern rightskip romannumeral rpcode saveboxresource savecatcodetable
	saveimageresource savepos savinghyphcodes savingvdiscards scantextokens scantokens scriptfont scriptscriptfont
	scriptspace scrollmode setbox setfontid setlanguage setrandomseed sfcode shapemode shipout show skewchar skip
	skipdef spacefactor spaceskip span special string synctex tabskip tagcode textdir textdirection textfont the
	thickmuskip thinmuskip time toks toksapp toksdef tokspre tolerance topmark topmarks topskip tpack uccode uchyph
	unexpanded unhbox unhcopy uniformdeviate unkern unless unpenalty unskip unvbox unvcopy uppercase useboxresource
	useimageresource vadjust valign vbadness vbox vfil vfill vfilneg vfuzz voffset vpack vsize vskip vsplit vss vtop
	wd widowpenalties widowpenalty wordboundary write xdef xleaders xspaceskip xtoksapp xtokspre year
	`
		.trim()
		.split(/\s+/),
);

/** Patterns of names: further primitives, and commands of LaTeX and its packages that define, read, write or run something. */
const families = new RegExp(
	`^(?:${[
		'(?:pdf|dvi|lua|tracing|every|show|page|split|suppress|eTeX|XeTeX|glue|font|last)[A-Za-z]+',
		'if(?!f$)[A-Za-z]*',
		'(?:re|provide|[A-Z][a-z]+)?[nN]ew[A-Za-z]*|providecommand|(?:Declare|Renew|Provide|Set|Add|Remove|At|After|Before)[A-Z][A-Za-z]*',
		'(?:use|Require|Load|Pass|Process|Execute)[A-Za-z]*(?:[pP]ackage|[cC]lass|[fF]ile|[oO]ptions)[A-Za-z]*|document(?:class|style)',
		'[A-Za-z]*(?:[iI]nput|[iI]nclude|import)[A-Za-z]*|IfFileExists|ShellEscape|write[A-Za-z]*|type(?:out|in)',
		'makeat(?:letter|other)|Expl[A-Za-z]*|loop|repeat|iterate|whiledo|forloop|stop|bye',
	].join('|')})$`,
);

/** True if mathematics does more than typeset a formula: with one of these commands, or with a character such as `^^69`. */
export function reachesBeyond(tex: string): boolean {
	if (tex.includes('^^')) return true;
	// The `\end{…}` of an environment is not the primitive.
	for (const [, name] of tex.matchAll(/\\(?:end(?=\s*\{)|([A-Za-z]+)|.)/gs))
		if (name !== undefined && (primitives.has(name) || families.test(name))) return true;
	return false;
}
