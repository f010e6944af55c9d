/**
 * The English text of BibLaTeX's localization strings in values, such as `\bibstring{phdthesis}` (BibLaTeX manual §4.9.2).
 * Fields whose value is only a key are translated by the locale of a list instead.
 */
export const bibstrings: ReadonlyMap<string, string> = new Map(
	`
	and and
	andothers et al.
	andmore et al.
	in in
	inseries in
	ofseries of
	of of
	by by
	with with
	to to
	on on
	from from
	edition edition
	volume volume
	volumes volumes
	number number
	jourvol volume
	version version
	page page
	pages pages
	chapter chapter
	part part
	section section
	editor editor
	editors editors
	byeditor edited by
	translator translator
	translators translators
	bytranslator translated by
	byauthor by
	bydirector directed by
	commentator commentator
	introduction introduction
	foreword foreword
	afterword afterword
	mathesis Master’s thesis
	phdthesis PhD thesis
	bathesis Bachelor’s thesis
	candthesis Candidate thesis
	thesis thesis
	resreport research report
	techreport technical report
	report report
	software computer software
	datacd data CD
	audiocd audio CD
	patent patent
	patentde German patent
	patenteu European patent
	patentfr French patent
	patentuk British patent
	patentus U.S. patent
	patreq patent request
	patreqde German patent request
	patreqeu European patent request
	patreqfr French patent request
	patreqipc international patent request
	patrequk British patent request
	patrequs U.S. patent request
	file file
	library library
	abstract abstract
	annotation annotation
	inpreparation in preparation
	submitted submitted
	forthcoming forthcoming
	inpress in press
	prepublished pre-published
	see see
	seealso see also
	urlseen visited on
	urlfrom available from
	url address
	nodate n.d.
	newseries new series
	oldseries old series
	circa circa
	bibliography bibliography
	references references
	reviewof review of
	reprint reprint
	reprintof reprint of
	reprintas reprinted as
	reprintfrom reprinted from
	translationof translation of
	translationas translated as
	origpubin originally published in
	origpubas originally published as
	astitle as
	january January
	february February
	march March
	april April
	may May
	june June
	july July
	august August
	september September
	october October
	november November
	december December
	langenglish English
	langgerman German
	langfrench French
	langspanish Spanish
	langitalian Italian
	langlatin Latin
	langgreek Greek
	langrussian Russian
	langdutch Dutch
	langportuguese Portuguese
	langjapanese Japanese
	langchinese Chinese
	fromenglish from the English
	fromgerman from the German
	fromfrench from the French
	fromlatin from the Latin
	fromgreek from the Greek
	countryde Germany
	countryeu European Union
	countryep European Patent Organisation
	countryfr France
	countryuk United Kingdom
	countryus United States of America
	`
		.trim()
		.split('\n')
		.map((line): [string, string] => {
			const [, key = '', words = ''] = /^\s*(\S+)\s+(.*)$/.exec(line) ?? [];
			return [key, words];
		}),
);
