/** A title in some script or with some sign, and whether LaTeX's standard fonts can be expected to have it. */
interface Hostile {
	readonly title: string;
	readonly latin: boolean;
}

const punctuation = [...'!"\'()*+,-./:;<=>?@[]`|'];
/** Characters that LaTeX interprets, written correctly. */
const escaped = [
	'\\#',
	'\\$',
	'\\%',
	'\\&',
	'\\_',
	'\\lbrace{}',
	'\\textbraceright{}',
	'\\textbackslash{}',
	'\\textasciitilde{}',
	'\\^{}',
];
const latin = [
	...[...punctuation, ...escaped].flatMap((sign) => [
		`${sign}a ${sign}`,
		`b${sign}c${sign}${sign}${sign}d`,
		`${sign} e`,
		`1${sign} f ${sign}g${sign} h`,
	]),
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)><b>x',
	'</title></style></script>--><svg/onload=alert(1)>',
	'&lt;b&gt; &amp;amp; &\\#60; &nbsp; &copy',
	'\\{\\{constructor\\}\\} \\{\\% raw \\%\\} \\{< x >\\} \\$\\{1\\}',
	'\\{\\{< y >\\}\\} <\\% z \\%> <?php echo 1 ?> <\\%= 1 \\%>',
	'[a](javascript:alert(1)) ![b](https://example.org/c.png) <https://example.org>',
	'\\#\\# x',
	'- a',
	'+ a',
	'1. a',
	'1) a',
	'> a',
	'| a | b |',
	'--- a',
	'=== a',
	'a  \\\\ b',
	'**a** \\_\\_b\\_\\_ ~~c~~ `d` *e* \\_f\\_ a*b*c a\\_b\\_c',
	'www.example.org http://example.org/a\\_b a@example.org :smile: @octocat \\#12 deadbeef',
	'[\\^{}1] [x] [ ] [[wiki]] \\textasciitilde{}\\textasciitilde{}\\textasciitilde{} ``` x',
	'(c) (tm) (r) +- ... -- --- "x" \'y\' ?` !` << >> ,, a--b',
	'\\emph{a}b\\textbf{c}\\emph{d \\emph{e} f}\\textsc{g}\\texttt{h*\\_`}',
	'Việt Nam, Łódź, İstanbul, ğ ș ț ő ű ø å æ œ ß ẞ þ ð ħ ŧ ŋ',
	'½ ¼ × ÷ ± µ ° © ® ™ € £ ¥ § ¶ † ‡ • … – — ‘a’ “b” „c“ «d» ‹e›',
];
const others = [
	'Ἀρχιμήδης: Περὶ σφαίρας',
	'Об одном решении',
	'素粒子の相互作用について',
	'한국어 제목',
	'الجبر والمقابلة (1)',
	'שלום עולם! 3.',
	'Rockets 🚀 and families 👩‍👩‍👧 🏳️‍🌈',
	'zero\u200bwidth \u200fmark\u200e \u202eevil\u202c \u2067x\u2069',
];

/** Titles with every sign that means something to HTML, Markdown, LaTeX or a site's engine, and of many scripts. */
export const titles: readonly Hostile[] = [
	...latin.map((title) => ({ title, latin: true })),
	...others.map((title) => ({ title, latin: false })),
];

/** Mathematics of all kinds, valid and invalid. */
const formulas = [
	'H\\textsubscript{2}O, x\\textsuperscript{2} cost 5\\$ or \\$5',
	'$x^2$ and $a < b > c \\& d$',
	'$$\\sum_{i=1}^n i$$ in the open',
	'\\(\\frac{a}{b}\\) and \\[\\int_0^1 x\\,dx\\]',
	'$\\mathcal{O}(n \\log n)$-time $\\#P$ $50\\%$',
	'$\\text{a $b$ c}$ \\ensuremath{\\alpha}',
	'money: 5$ only',
	'$\\alpha_{i}{}_{j}^{k}$, $\\mathbb{R}^n$, $\\left(\\frac12\\right)$',
];
/** Mathematics that no engine renders. It may look like anything but must not break the list. */
const brokenFormulas = [
	'$\\frac{a}$ broken',

	'$a^b^c$',
	'$\\left( x$',
	'$ $',
	'$\\def\\x{\\x}\\x$',
];

const addresses = [
	'https://example.org/a#b%20c%25&d=1_2~e\\f^g{h}|i',
	'https://example.org/?q=<x>"y"&z=\'w\'',
	'https://example.org/ä/日本',
	'https://example.org/(paren)/[bracket]/*star*/_under_/$dollar$',
];

const entry = (type: string, key: string, fields: Readonly<Record<string, string>>): string =>
	`@${type}{${key},\n${Object.entries(fields)
		.map(([name, value]) => `\t${name} = {${value}},\n`)
		.join('')}}\n`;

/** A number as a word, for names that are all different. */
const inLetters = (number: number): string => [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

/** The entries whose titles are in {@link titles}, in their order, as `hostile1` and so on. */
export function hostileTitles(wanted: readonly Hostile[] = titles): string {
	return wanted
		.map(({ title }, at) =>
			entry('article', `hostile${titles.indexOf(wanted[at] as Hostile)}`, {
				author: 'Weber, Marie',
				title,
				journal: title.replace(/^[\s-]+/, ''),
				year: '2020',
			}),
		)
		.join('\n');
}

/** Other difficult values: formulas, keys, addresses, sizes, empty fields. */
export function hostileEntries({ broken = true, scripts = true } = {}): string {
	const many = Array.from({ length: 300 }, (_, at) => `Author${inLetters(at)}, A. B.`).join(' and ');
	const keys = scripts
		? ["o'brien", 'x/y:z', 'Ünï', '日本', '><script>', '&lt;', 'same', 'same', 'SAME', 'a:b', 'a-b', '..', '*_`']
		: ['x/y:z', 'same2', 'a:b', 'a-b'];
	return [
		...[...formulas, ...(broken ? brokenFormulas : [])].map((title, at) =>
			entry('book', `formula${at}`, { title, author: 'Weber, Marie', year: '2019', publisher: title }),
		),
		...keys.map((key) => entry('misc', key, { title: 'A Key', year: '2018' })),
		...addresses.map((url, at) => entry('online', `address${at}`, { title: 'An Address', url, year: '2017' })),
		entry('article', 'many', { author: many, title: 'Three Hundred', journal: 'Crowds', year: '2016' }),
		entry('article', 'long', {
			author: 'Weber, Marie',
			title: 'x'.repeat(5000),
			journal: 'y'.repeat(300),
			year: '2015',
		}),
		entry('article', 'doi', {
			title: 'A Long Identifier',
			doi: `10.1002/(SICI)1097-4636(199823)43:1%3C22::AID-JBM3%3E3.0.CO;2-${'K'.repeat(80)}_a`,
			note: 'https://example.org/a_very/long/address/with~tilde/and%20percent/that/does/not/end/soon/at/all/index.html',
			year: '2014',
		}),
		entry('misc', 'empty', { title: '\n\n', author: '\n', note: ' ', year: '' }),
		entry('misc', 'nul', { title: 'N\u0000U\u0007L\u001b[31m', author: 'Bell\u0007, A\u0000', year: '2013' }),
		entry('article', 'places', {
			author: '{<b>&"\'} and O\'Brien, {\\"U}n_ver and Last_Name, F*',
			title: 'Places',
			journal: 'A_B & C*D* [x](y) <z> \\#1',
			publisher: 'P&Q_R',
			note: 'n*o*te_with_signs <i>it</i> & 100% #1 a_b ^ ~',
			keywords: '<x>, {{y}}, `z`, \u202eevil\u202c, <?php, {\\% v \\%}',
			abstract: "First <b>\n\nSecond {{x}} $a_b$ ``q'' https://example.org/_x_",
			year: '2012',
		}),
	].join('\n');
}
