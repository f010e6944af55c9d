/** A family of inputs that grow: the same shape, repeated `n` times. */
export interface Family {
	readonly name: string;
	/** What reads the input: a build with all checks (the default), the reader of drafts, or the reader of a configuration. */
	readonly as?: 'library' | 'drafts' | 'configuration' | 'host';
	/** The number of repetitions at the smallest size; 16,000 by default. Four times as many must take noticeable time if it is quadratic. */
	readonly smallest?: number;
	/** The input with `n` repetitions. */
	readonly input: (n: number) => string;
	/** More lines for `bibfolio.yaml`. */
	readonly settings?: string;
}

/** An article whose other fields are ordinary. */
const article = (fields: string, key = 'a') => `@article{${key},
  author = {Noether, Emmy},
  title = {Invariante Variationsprobleme},
  journal = {Nachrichten},
  year = 1918,
  ${fields}
}
`;
/** One field of an article. */
const field = (name: string, value: string) => article(`${name} = {${value}},`);
const inField =
	(name: string, unit: string, before = '', after = '', closing = '') =>
	(n: number) =>
		field(name, before + unit.repeat(n) + closing.repeat(n) + after);
const lines = (n: number, line: (index: number) => string) =>
	Array.from({ length: n }, (_, index) => line(index)).join('');

/** Values repeated in fields of each kind. */
const values: Readonly<
	Record<string, readonly (readonly [name: string, unit: string, before?: string, after?: string, closing?: string])[]>
> = {
	title: [
		['unknown commands', '\\foo '],
		['unknown commands with arguments', '\\foo{x}'],
		['unknown commands with options', '\\foo[x'],
		['known commands', '\\emph{x} '],
		['commands without arguments', '\\emph'],
		['nested commands', '\\emph{', '', 'x', '}'],
		['nested braces', '{', '', '', '}'],
		['nested protected words', '{a ', '', '', '}'],
		['accents', "\\'e"],
		['accents without letters', "\\'"],
		['combining marks', 'e\u0301'],
		['combining marks on one letter', '\u0301', 'e'],
		['dollars', '$'],
		['math', '$x$ '],
		['unclosed math', '\\('],
		['fractions', '\\frac', '$', '$'],
		['nested fractions', '\\frac{', '$', '$', '}'],
		['scripts', '^_', '$', '$'],
		['nested scripts', 'x^{', '$', '$', '}'],
		['switches', '\\bf '],
		['cases', '\\uppercase '],
		['backslashes', '\\\\'],
		['backslashes before brackets', '\\\\['],
		['verbatim', '\\verb|'],
		['addresses', '\\url{http://a.b} '],
		['nested addresses', '\\url{', '', '', '}'],
		['bare addresses', 'http://a.b '],
		['one long address', 'a', 'http://'],
		['tags', '<i>x</i> '],
		['unclosed tags', '<i>'],
		['opening angles', '<'],
		['closing tags', '</i>'],
		['links without targets', '<a href='],
		['attributes', ' x=y', '<a', '>x</a>'],
		['entities', '&amp;'],
		['ampersands', '&'],
		['numeric entities', '&#233;'],
		['entities that do not end', '&amp'],
		['escaped tags', '{\\textless}i{\\textgreater}'],
		['quotes', '"'],
		['grave and acute quotes', "``x''"],
		['graves', '`'],
		['apostrophes', "'"],
		['german quotes', '"`'],
		['colons', ': a'],
		['question marks', '? A'],
		['hyphens', '-'],
		['dashes', 'a---b '],
		['tildes', '~'],
		['spaces', ' ', 'a', 'b'],
		['tabs', '\t', 'a', 'b'],
		['line ends', '\n', 'a', 'b'],
		['lines of spaces', ' \n ', 'a', 'b'],
		['zero-width spaces', '\u200b', 'a', 'b'],
		['mojibake', 'Ã¼'],
		['lone surrogates', '\ud800'],
		['lone surrogates and letters', '\udc00a'],
		['astral characters', '𝒜'],
		['CJK', '漢字'],
		['right-to-left', 'שלום '],
		['bidirectional controls', '\u202e'],
		['capitals', 'ABC '],
		['one long word', 'a'],
		['one long number', '1'],
		['words', 'lorem ipsum '],
		['words and stops', 'a. '],
		['stops', '.'],
		['commas', ','],
		['parentheses', '('],
		['brackets', '['],
		['underscores', '_'],
		['stars', '*'],
		['hashes', '#'],
		['percent signs', '%'],
		['carets', '^'],
		['vertical bars', '|'],
		['Markdown links', '[a](b'],
		['slashes', '/'],
		['braces of templates', '{{x}}'],
		['footnotes', '\\footnote{x}'],
		['environments', '\\begin{a}'],
		['tables', '\\begin{tabular}{l}x&y\\\\'],
		['nested fonts', '\\textsc{', '', 'x', '}'],
		['at signs', '@'],
		['at signs and braces', '@a{', '', '', '}'],
		['equals signs', 'a=b, '],
		['dotless letters', '{\\i}'],
		['symbols', '\\ss{}'],
		['Greek', '\\alpha'],
		['text superscripts', '\\textsuperscript{a}'],
	],
	author: [
		['names', 'Euler, Leonhard and '],
		['names without a space', 'A and '],
		['ands', 'and '],
		['names by commas', 'Euler, L., '],
		['commas', ','],
		['semicolons', 'Euler, L.; '],
		['others', 'others and '],
		['et al.', 'et al. '],
		['one long name', 'a'],
		['many words', 'Abc '],
		['initials', 'A. '],
		['initials without spaces', 'A.'],
		['hyphens', 'A-'],
		['particles', 'von der '],
		['suffixes', ', Jr.'],
		['braces', '{A} '],
		['nested braces', '{', '', 'x', '}'],
		['closing braces', '\\}'],
		['accents', '\\"{u}'],
		['parentheses', '(a) '],
		['superscripts', '$^1$ '],
		['e-mail addresses', 'a@b.c '],
		['e-mail addresses with commas', 'a@b.c, '],
		['stars', '*'],
		['digits', '1 '],
		['ORCID iDs', '0000-0002-1825-0097 '],
		['spaces', ' ', 'Euler,', 'Leonhard'],
		['line ends', '\n', 'Euler,', 'Leonhard'],
		['CJK', '漢 '],
		['name parts by key', 'family=Euler, given=Leonhard and '],
		['equals signs', 'family='],
		['Cyrillic', 'Эйлер, Л. and '],
		['ampersands', 'A & '],
		['organizations', '{A and B} and '],
		['apostrophes', "O'"],
		['degrees', 'Dr. '],
		['ellipses', '... and '],
	],
	date: [
		['slashes', '/'],
		['digits', '1'],
		['dashes', '-'],
		['days', '2020-01-01 '],
		['months', 'January '],
		['spaces', ' ', '2020', '-01'],
		['ordinals', '1st '],
		['words', 'spring '],
		['marks', '~'],
		['unspecified digits', 'X'],
	],
	year: [
		['digits', '1'],
		['words', 'in press '],
		['letters', '2020a '],
		['spaces', ' ', 'in', 'press'],
		['parentheses', '(2020) '],
	],
	month: [
		['names', 'jan '],
		['hyphens', 'jan-'],
		['digits', '1'],
		['spaces', ' ', 'jan', '1'],
	],
	pages: [
		['digits', '1'],
		['ranges', '1--2,'],
		['dashes', '-'],
		['spaces', ' ', '1', '2'],
		['spaces before dashes', ' - '],
		['letters', 'e1 '],
		['words', 'pp. '],
		['article numbers', 'article '],
		['colons', '1:2 '],
	],
	doi: [
		['slashes', '/', '10.1000'],
		['digits', '1', '10.1000/'],
		['dots', '.', '10.1000/a'],
		['DOIs', '10.1000/a '],
		['prefixes', 'https://doi.org/'],
		['spaces', ' ', '10.1000/a', 'b'],
		['parentheses', '(', '10.1000/'],
		['underscores', '\\_', '10.1000/'],
		['percent signs', '%2F', '10.1000/'],
		['nested commands', '\\url{', '', '', '}'],
	],
	url: [
		['slashes', '/', 'https://a.b'],
		['addresses', 'https://a.b/c '],
		['commands', '\\url{https://a.b/c} '],
		['spaces', ' ', 'https://a.b/', 'c'],
		['queries', '&a=b', 'https://a.b/?'],
		['percent signs', '%', 'https://a.b/'],
		['hosts', 'a.', 'https://'],
		['colons', ':', 'https'],
		['at signs', '@', 'https://'],
		['line ends', '\n', 'https://a.b/', 'c'],
		['commas', ',https://a.b/c'],
	],
	eprint: [
		['digits', '1', 'arXiv:'],
		['prefixes', 'arXiv:'],
		['dots', '1.'],
		['spaces', ' ', 'arXiv:', '2001.00001'],
		['versions', 'v1', '2001.00001'],
	],
	isbn: [
		['digits', '9', '978'],
		['hyphens', '-', '978'],
		['numbers', '978-3-16-148410-0 '],
		['spaces', ' ', '978', '3'],
		['notes', '(pbk.) '],
	],
	note: [
		['statuses', 'in press, '],
		['words', 'to appear in '],
		['submitted', 'submitted to '],
		['spaces', ' ', 'in', 'press'],
		['spaces and stops', ' .', 'accepted'],
		['addresses', '\\url{http://a.b}, '],
		['arXiv', 'arXiv:2001.00001 '],
		['DOIs', 'doi:10.1000/a '],
		['nested commands', '\\textbf{', '', 'x', '}'],
		['parentheses', '(in press'],
		['awards', 'Best paper award, '],
	],
	keywords: [
		['commas', 'a, '],
		['semicolons', 'a; '],
		['spaces', ' ', 'a', 'b'],
		['separators', ','],
		['slashes', 'a / '],
		['words', 'a '],
		['braces', '{a}, '],
	],
	journal: [
		['words', 'Journal of '],
		['stops', 'J. '],
		['spaces', ' ', 'Journal', 'of'],
		['conferences', 'Proceedings of the '],
		['workshops', 'Workshop on '],
		['parentheses', '(A) '],
		['preprints', 'arXiv preprint '],
		['colons', ': '],
		['ordinals', '1st '],
		['nested commands', '\\emph{', '', 'x', '}'],
		['digits', '1'],
		['in', 'in '],
	],
	booktitle: [
		['words', 'Proceedings of the Conference on '],
		['years', '2020 '],
		['parentheses', '(ICML '],
		['commas', 'a, '],
		['spaces', ' ', 'Proceedings', 'of'],
		['apostrophes', "ICML '20 "],
	],
	abstract: [
		['sentences', 'We show that it holds. '],
		['spaces', ' ', 'a', 'b'],
		['line ends', '\n\n', 'a', 'b'],
		['math', '$x_{1}$ '],
		['tags', '<jats:p>'],
		['commands', '\\foo '],
	],
	publisher: [
		['ands', 'Springer and '],
		['commas', 'A, '],
		['spaces', ' ', 'A', 'B'],
	],
	address: [
		['commas', 'A, '],
		['ands', 'A and '],
	],
	volume: [
		['digits', '1'],
		['words', 'vol. '],
		['spaces', ' ', '1', '2'],
		['letters', 'IV'],
	],
	number: [
		['digits', '1'],
		['dashes', '1-'],
		['words', 'No. '],
	],
	edition: [
		['digits', '1'],
		['words', 'second '],
		['spaces', ' ', '2', 'nd'],
	],
	series: [
		['words', 'Lecture Notes in '],
		['spaces', ' ', 'a', 'b'],
	],
	language: [
		['names', 'english and '],
		['commas', 'english, '],
		['letters', 'a'],
	],
	file: [
		['files', ':a.pdf:PDF;'],
		['colons', ':'],
		['backslashes', '\\\\:'],
	],
	crossref: [
		['characters', 'a'],
		['commas', 'a,'],
		['spaces', ' ', 'a', 'b'],
	],
	xdata: [
		['keys', 'a,'],
		['spaces', ' ', 'a,', 'b'],
	],
	related: [['keys', 'a,']],
	ids: [
		['keys', 'a,'],
		['spaces', ' ', 'a,', 'b'],
	],
	'author+an': [
		['items', '1=highlight;'],
		['semicolons', ';'],
		['quotes', '"'],
		['commas', '1=a,'],
		['parts', '1:family=a;'],
		['spaces', ' ', '1', '=a'],
	],
	code: [
		['addresses', 'https://a.b/c '],
		['spaces', ' ', 'a', 'b'],
	],
	custom: [
		['words', 'a '],
		['spaces', ' ', 'a', 'b'],
		['line ends', '\n', 'a', 'b'],
		['backslashes', '\\'],
		['fences', '`'],
		['lines of fences', '```\n'],
		['angles', '<!--'],
		['closing fences', '~~~\n'],
	],
};

/** Whitespace that is not compressed, in every field. */
const spaceFamilies = Object.keys(values).map(
	(name): Family => ({ name: `${name}: no-break spaces`, input: inField(name, '\u00a0', '1', 'b') }),
);

const fieldFamilies = Object.entries(values).flatMap(([name, rows]) =>
	rows.map(([what, ...parts]): Family => ({ name: `${name}: ${what}`, input: inField(name, ...parts) })),
);

const entries = (line: (index: number) => string): Pick<Family, 'smallest' | 'input'> => ({
	smallest: 2000,
	input: (n) => lines(n, line),
});
const work = (index: number, fields: string) => `@article{k${index}, author = {Euler, L.}, year = 2020, ${fields}}\n`;

const libraryFamilies: readonly Family[] = [
	{
		name: 'user macros that call each other',
		input: inField('title', '\\one '),
		settings: 'macros: {"\\\\one": "\\\\two", "\\\\two": "\\\\one"}',
	},
	{ name: 'user macros', input: inField('title', '\\one '), settings: 'macros: {"\\\\one": "x"}' },
	{
		name: 'user macros with arguments',
		input: inField('title', '\\one{a}{b}'),
		settings: 'macros: {"\\\\one": "#2#1"}',
	},
	{
		name: 'nested user macros',
		input: inField('title', '\\one{', '', 'x', '}'),
		settings: 'macros: {"\\\\one": "#1#1"}',
	},
	{
		name: 'user macros that double',
		input: inField('title', '\\one'),
		settings:
			'macros: {"\\\\one": "\\\\two\\\\two", "\\\\two": "\\\\three\\\\three", "\\\\three": "\\\\four\\\\four", "\\\\four": "\\\\five\\\\five", "\\\\five": "xx"}',
	},
	{
		name: 'user macros of a preamble',
		input: (n) => `@preamble{"${'\\newcommand{\\one}{x}'.repeat(n)}"}\n${field('title', '\\one')}`,
		smallest: 4000,
	},
	{
		name: 'many user macros of a preamble',
		input: (n) =>
			`@preamble{"${lines(n, (i) => `\\newcommand{\\m${letters(i)}}{x}`)}"}\n${field('title', '\\ma \\mb')}`,
		smallest: 4000,
	},
	{ name: 'fields without commas', input: (n) => article('note={x} '.repeat(n)) },
	{ name: 'fields with commas', input: (n) => article('note={x}, '.repeat(n)) },
	{ name: 'fields with semicolons', input: (n) => article('note={x}; '.repeat(n)) },
	{ name: 'fields with colons', input: (n) => article('note: {x}, '.repeat(n)) },
	{ name: 'different fields', input: (n) => article(lines(n, (i) => `f${i} = {x},\n`)) },
	{ name: 'different fields without commas', input: (n) => article(lines(n, (i) => `f${i} = {x}\n`)) },
	{ name: 'keywords fields', input: (n) => article('keywords={x}, '.repeat(n)) },
	{ name: 'keywords fields of macros', input: (n) => article('keywords=jan, '.repeat(n)) },
	{ name: 'annotations of one field', input: (n) => article(lines(n, (i) => `author+an:a${i} = {1=a},\n`)) },
	{ name: 'url fields', input: (n) => article(lines(n, (i) => `url_${i} = {https://a.b/${i}},\n`)) },
	{ name: 'misspelled fields', input: (n) => article(lines(n, (i) => `titl${letters(i)} = {x},\n`)) },
	{ name: 'field names without values', input: (n) => article('note '.repeat(n)) },
	{ name: 'equals signs', input: (n) => article('note = = '.repeat(n)) },
	{ name: 'values without names', input: (n) => article('{x}, '.repeat(n)) },
	{ name: 'quotes in an entry', input: (n) => article('"'.repeat(n)) },
	{ name: 'commas in an entry', input: (n) => article(','.repeat(n)) },
	{ name: 'numbered field names', input: (n) => article('a 1 '.repeat(n)) },
	{ name: 'comments in an entry', input: (n) => article('% x\n'.repeat(n)) },
	{ name: 'hash comments in an entry', input: (n) => article('# x\n'.repeat(n)) },
	{ name: 'hash comments after values', input: (n) => article('note = {x} # a b c\n'.repeat(n)) },
	{ name: 'spaces in an entry', input: (n) => article(' '.repeat(n)) },
	{ name: 'line ends in an entry', input: (n) => article('\n'.repeat(n)) },
	{ name: 'spaces after a name', input: (n) => article(`note${' '.repeat(n)}= {x}`) },
	{ name: 'spaces without an equals sign', input: (n) => article(`a = {b}${' '.repeat(n)}c d`) },
	{ name: 'spaces in the key', input: (n) => `@article{a${' '.repeat(n)}b, title = {x}}` },
	{ name: 'a long key', input: (n) => `@article{${'a'.repeat(n)}, title = {x}}` },
	{ name: 'words in the key', input: (n) => `@article{${'a '.repeat(n)}, title = {x}}` },
	{ name: 'a long type', input: (n) => `@${'a'.repeat(n)}{a, title = {x}}` },
	{ name: 'a long field name', input: (n) => article(`${'a'.repeat(n)} = {x}`) },
	{ name: 'a long bare value', input: (n) => article(`note = ${'a'.repeat(n)}`) },
	{ name: 'bare words', input: (n) => article(`note = ${'a '.repeat(n)}`) },
	{ name: 'concatenations', input: (n) => article(`note = "a"${' # "b"'.repeat(n)}`) },
	{ name: 'concatenations of macros', input: (n) => article(`note = jan${' # jan'.repeat(n)}`) },
	{ name: 'concatenations of undefined macros', input: (n) => article(`note = x${' # x'.repeat(n)}`) },
	{
		name: 'concatenations of different undefined macros',
		input: (n) => article(`note = x${lines(n, (i) => ` # x${i}`)}`),
	},
	{ name: 'concatenation signs', input: (n) => article(`note = "a"${' #'.repeat(n)}`) },
	{ name: 'unclosed values', input: (n) => article('note = {x, '.repeat(n)) },
	{ name: 'unclosed quotes', input: (n) => article('note = "x,\n '.repeat(n)) },
	{ name: 'typographic quotes', input: (n) => article('note = “x, '.repeat(n)) },
	{ name: 'closed typographic quotes', input: (n) => article('note = “x”, '.repeat(n)) },
	{ name: 'single quotes', input: (n) => article("note = 'x' y".repeat(n)) },
	{ name: 'closing braces', input: (n) => article('}'.repeat(n)) },
	{ name: 'fields after a closing brace', input: (n) => article(`}${', note = {x}'.repeat(n)}`) },
	{ name: 'values with closing braces', input: (n) => article('note = {x}},\n'.repeat(n)) },
	{ name: 'opening braces', input: (n) => article('{'.repeat(n)) },
	{ name: 'unclosed entries', smallest: 4000, input: (n) => lines(n, (i) => `@article{k${i}, title = {x},\n`) },
	{
		name: 'unclosed entries in values',
		smallest: 4000,
		input: (n) => lines(n, (i) => `@article{k${i}, title = {x,\n\n`),
	},
	{
		name: 'unclosed entries in quotes',
		smallest: 4000,
		input: (n) => lines(n, (i) => `@article{k${i}, title = "x,\n\n`),
	},
	{ name: 'at signs', input: (n) => '@'.repeat(n) },
	{ name: 'at signs on lines', input: (n) => '@\n'.repeat(n) },
	{ name: 'types without entries', input: (n) => '@article '.repeat(n) },
	{ name: 'types and braces', input: (n) => '@article{'.repeat(n) },
	{ name: 'types and parentheses', input: (n) => '@article('.repeat(n) },
	{ name: 'empty entries', smallest: 8000, input: (n) => '@article{}\n'.repeat(n) },
	{ name: 'entries without fields', smallest: 4000, input: (n) => lines(n, (i) => `@article{k${i}}\n`) },
	{ name: 'junk between entries', smallest: 2000, input: (n) => lines(n, (i) => `junk\n@misc{k${i}, title = {x}}\n`) },
	{ name: 'junk on lines', input: (n) => 'junk = {x},\n'.repeat(n) },
	{ name: 'spaces between entries', input: (n) => `${article('')}${' '.repeat(n)}x` },
	{ name: 'line ends between entries', input: (n) => `${article('')}${'\n'.repeat(n)}x` },
	{ name: 'comments', input: (n) => '@comment{x}\n'.repeat(n) },
	{ name: 'unclosed comments', input: (n) => '@comment{x\n'.repeat(n) },
	{ name: 'comments without braces', input: (n) => '@comment x\n'.repeat(n) },
	{ name: 'comment lines', input: (n) => '% x\n'.repeat(n) },
	{ name: 'entries in comment lines', input: (n) => '% @article{a, title = {x}}\n'.repeat(n) },
	{ name: 'preambles', input: (n) => '@preamble{"x"}\n'.repeat(n) },
	{ name: 'unclosed preambles', input: (n) => '@preamble{"x"\n'.repeat(n) },
	{
		name: 'macros',
		smallest: 8000,
		input: (n) => `${lines(n, (i) => `@string{m${i} = "x"}\n`)}${article('note = m1')}`,
	},
	{
		name: 'a chain of macros',
		smallest: 8000,
		input: (n) => `@string{m0 = "x"}\n${lines(n, (i) => `@string{m${i + 1} = m${i}}\n`)}${article(`note = m${n}`)}`,
	},
	{
		name: 'a backward chain of macros',
		smallest: 8000,
		input: (n) => `${lines(n, (i) => `@string{m${i} = m${i + 1}}\n`)}${article('note = m0')}`,
	},
	{
		name: 'a growing chain of macros',
		smallest: 4000,
		input: (n) =>
			`@string{m0 = "x"}\n${lines(n, (i) => `@string{m${i + 1} = m${i} # "x"}\n`)}${article(`note = m${n}`)}`,
	},
	{
		name: 'macros that double each other',
		smallest: 4000,
		input: (n) =>
			`@string{m0 = "x"}\n${lines(n, (i) => `@string{m${i + 1} = m${i} # m${i}}\n`)}${article(`note = m${n}`)}`,
	},
	{ name: 'redefined macros', input: (n) => `${'@string{m = "x"}\n'.repeat(n)}${article('note = m')}` },
	{
		name: 'self-extending macros',
		smallest: 4000,
		input: (n) => `@string{m = "x"}\n${'@string{m = m # "x"}\n'.repeat(n)}${article('note = m')}`,
	},
	{
		name: 'macros of one block',
		smallest: 8000,
		input: (n) => `@string{${lines(n, (i) => `m${i} = "x",\n`)}}\n${article('note = m1')}`,
	},
	{ name: 'undefined macros', ...entries((i) => work(i, `title = {x}, journal = undefined${i}`)) },
	{ name: 'equal undefined macros', ...entries((i) => work(i, 'title = {x}, journal = undefined')) },
	{ name: 'duplicate keys', ...entries(() => work(0, 'title = {x}')) },
	{ name: 'duplicate keys of different works', ...entries((i) => `@article{a, title = {x${i}}}\n`) },
	{ name: 'works of one title', ...entries((i) => work(i, 'title = {Reports}')) },
	{
		name: 'works of one long title',
		...entries((i) => work(i, 'title = {A survey of methods for the analysis of large data}')),
	},
	{
		name: 'works of one title in different years',
		...entries(
			(i) =>
				`@article{k${i}, title = {A survey of methods}, author = {N${letters(i)}, A.}, year = ${1900 + (i % 120)}}\n`,
		),
	},
	{
		name: 'works of similar titles',
		...entries((i) => work(i, `title = {A survey of methods for the analysis ${letters(i)}}`)),
	},
	{ name: 'works of one DOI', ...entries((i) => work(i, `title = {x${i}}, doi = {10.1000/a}`)) },
	{
		name: 'works of one preprint',
		...entries((i) => work(i, `title = {x${i}}, eprint = {2001.00001}, archiveprefix = {arXiv}`)),
	},
	{
		name: 'preprints of one title',
		...entries(
			(i) =>
				`@${i % 2 ? 'misc' : 'article'}{k${i}, title = {A survey of methods}, author = {Euler, L.}, year = 2020, ${i % 2 ? `eprint = {2001.${10000 + i}}, archiveprefix = {arXiv}` : `journal = {J}, volume = ${i}`}}\n`,
		),
	},
	{
		name: 'numbered reports of one title',
		...entries(
			(i) => `@techreport{k${i}, title = {Annual report}, author = {Euler, L.}, year = 2020, number = ${i}}\n`,
		),
	},
	{
		name: 'chapters of one book',
		...entries(
			(i) => `@incollection{k${i}, title = {Chapter ${i}}, isbn = {978-3-16-148410-0}, booktitle = {B}, year = 2020}\n`,
		),
	},
	{ name: 'similar keys', ...entries((i) => `@misc{${i % 2 ? 'A' : 'a'}${letters(i >> 1)}, title = {x${i}}}\n`) },
	{ name: 'keys that differ by case', ...entries((i) => `@misc{${caseOf(i)}, title = {x${i}}}\n`) },
	{
		name: 'authors of one family name',
		...entries((i) => `@misc{k${i}, title = {x${i}}, author = {Euler, ${letters(i)}}}\n`),
	},
	{
		name: 'authors of similar family names',
		...entries((i) => `@misc{k${i}, title = {x${i}}, author = {Euler${letters(i)}, L.}}\n`),
	},
	{
		name: 'authors with accents',
		...entries((i) => `@misc{k${i}, title = {x${i}}, author = {M${i % 2 ? 'ü' : 'u'}ller${letters(i >> 1)}, L.}}\n`),
	},
	{ name: 'similar journals', ...entries((i) => work(i, `title = {x${i}}, journal = {Journal of the ${letters(i)}}`)) },
	{
		name: 'abbreviated journals',
		...entries((i) => work(i, `title = {x${i}}, journal = {${i % 2 ? 'J.' : 'Journal'} ${letters(i >> 1)}}`)),
	},
	{
		name: 'children of one parent',
		...entries(
			(i) =>
				`@inproceedings{k${i}, title = {x${i}}, crossref = {p}}\n${i === 0 ? '@proceedings{p, title = {P}}\n' : ''}`,
		),
	},
	{ name: 'a chain of crossrefs', ...entries((i) => `@inbook{k${i}, title = {x${i}}, crossref = {k${i + 1}}}\n`) },
	{
		name: 'a backward chain of crossrefs',
		...entries((i) => `@inbook{k${i}, title = {x${i}}, crossref = {k${i - 1}}}\n`),
	},
	{
		name: 'a cycle of crossrefs',
		smallest: 4000,
		input: (n) => lines(n, (i) => `@inbook{k${i}, title = {x}, crossref = {k${(i + 1) % n}}}\n`),
	},
	{
		name: 'a chain of xdata',
		...entries((i) => `@${i === 0 ? 'misc' : 'xdata'}{k${i}, f${i} = {x${i}}, xdata = {k${i + 1}}}\n`),
	},
	{ name: 'missing parents', ...entries((i) => `@inbook{k${i}, title = {x${i}}, crossref = {p${i}}}\n`) },
	{
		name: 'a set',
		smallest: 4000,
		input: (n) => `@set{s, entryset = {${lines(n, (i) => `k${i},`)}}}\n${lines(n, (i) => work(i, `title = {x${i}}`))}`,
	},
	{ name: 'sets of sets', ...entries((i) => `@set{k${i}, entryset = {k${i + 1}}}\n`) },
	{
		name: 'related works',
		smallest: 4000,
		input: (n) => lines(n, (i) => work(i, `title = {x${i}}, related = {k${(i + 1) % n}}`)),
	},
	{ name: 'works with one related work', ...entries((i) => work(i, `title = {x${i}}, related = {k0}`)) },
	{ name: 'missing fields', ...entries((i) => `@article{k${i}}\n@book{b${i}, note = {x}}\n`) },
	{ name: 'unknown types', ...entries((i) => `@type${letters(i)}{k${i}, title = {x}}\n`) },
	{ name: 'different sets of fields', ...entries((i) => `@misc{k${i}, title = {x}, f${i} = {y}}\n`) },
	{ name: 'keywords of works', ...entries((i) => work(i, `title = {x${i}}, keywords = {k${i}, l${i}}`)) },
	{
		name: 'years',
		...entries((i) => `@misc{k${i}, title = {x${i}}, year = ${i}}\n`),
		settings: 'lists: {a: {group-by: [year, person, keyword]}}',
	},
	{
		name: 'numbered sections',
		...entries((i) => `@misc{k${i}, title = {x${i}}, year = ${i}}\n`),
		settings: 'lists: {a: {group-by: [year], number: {order: down, scope: list}}}',
	},
	{
		name: 'similar section titles',
		...entries(
			(i) =>
				`@misc{k${i}, title = {x${i}}, note = {a${' '.repeat(i % 7)}!${i}}, keywords = {${'!'.repeat(1 + (i % 50))}${'?'.repeat(i / 50)}}}\n`,
		),
		settings: 'lists: {a: {group-by: [keyword]}}',
	},
	{
		name: 'works of one day',
		...entries((i) => `@misc{k${i}, title = {x}, date = {2020-01-01}}\n`),
		settings: 'lists: {a: {sort: [-date, title, author, key]}}',
	},
	{
		name: 'versions',
		...entries(
			(i) =>
				`@misc{k${i}, title = {A survey of methods ${letters(i >> 1)}}, author = {Euler, L.}, year = 2020${i % 2 ? ', eprint = {2001.00001}, archiveprefix = {arXiv}' : ', journal = {J}'}}\n`,
		),
		settings: 'lists: {a: {merge-versions: true}}',
	},
	{
		name: 'authors of a work',
		input: (n) =>
			field(
				'author',
				lines(n, (i) => `N${letters(i)}, A. and `),
			),
		smallest: 4000,
	},
	{
		name: 'authors and people',
		input: (n) =>
			field(
				'author',
				lines(n, (i) => `N${letters(i)}, A. and `),
			),
		smallest: 4000,
		settings: 'people: ["Noether, Emmy", "Na, A."]',
	},
	{
		name: 'venue patterns',
		...entries((i) => work(i, `title = {x${i}}, journal = {Journal ${letters(i)}}`)),
		settings: 'venues: [{match: ["*a*b*c*", "/(a|b)+c/"], short: X}]',
	},
	{
		name: 'a glob of a venue',
		input: inField('journal', 'a'),
		settings: 'venues: [{match: ["*a*a*a*a*b"], short: X}]',
	},
	{
		name: 'a glob of keys',
		input: (n) => `@misc{${'a'.repeat(n)}, title = {x}}`,
		settings: 'lists: {a: {where: {key: "*a*a*a*a*b"}}}',
	},
];

/** `a`, `b` … `z`, `aa` … */
function letters(index: number): string {
	const last = String.fromCharCode(97 + (index % 26));
	return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** A word of 16 letters whose case spells a number. */
function caseOf(index: number): string {
	return [...'abcdefghijklmnop'].map((letter, bit) => ((index >> bit) & 1 ? letter.toUpperCase() : letter)).join('');
}

const drafts = (name: string, input: (n: number) => string, smallest?: number): Family => ({
	name: `drafts: ${name}`,
	as: 'drafts',
	input,
	...(smallest ? { smallest } : {}),
});
const draftFamilies: readonly Family[] = [
	drafts(
		'RIS records',
		(n) => lines(n, (i) => `TY  - JOUR\nAU  - Euler, L.\nTI  - Title ${i}\nPY  - 2020\nER  - \n`),
		500,
	),
	drafts('RIS authors', (n) => `TY  - JOUR\nTI  - x\n${'AU  - Euler, L.\n'.repeat(n)}ER  - \n`),
	drafts('RIS lines', (n) => `TY  - JOUR\nTI  - x\n${'more\n'.repeat(n)}ER  - \n`),
	drafts('RIS spaces', (n) => `TY  - JOUR\nTI  - x${' '.repeat(n)}y\nER  - \n`),
	drafts('PubMed records', (n) => lines(n, (i) => `PMID- ${i}\nTI  - Title ${i}\nAU  - Euler L\nDP  - 2020\n\n`), 500),
	drafts(
		'EndNote records',
		(n) => lines(n, (i) => `%0 Journal Article\n%A Euler, L.\n%T Title ${i}\n%D 2020\n\n`),
		500,
	),
	drafts(
		'CSL-JSON items',
		(n) =>
			JSON.stringify(
				Array.from({ length: n }, (_, i) => ({
					type: 'article-journal',
					title: `Title ${i}`,
					author: [{ family: 'Euler', given: 'L.' }],
					issued: { 'date-parts': [[2020]] },
				})),
			),
		500,
	),
	drafts('CSL-JSON authors', (n) =>
		JSON.stringify([
			{
				type: 'article-journal',
				title: 'x',
				author: Array.from({ length: n }, () => ({ family: 'Euler', given: 'L.' })),
			},
		]),
	),
	drafts('CSL-JSON title', (n) => JSON.stringify([{ type: 'article-journal', title: 'a <i>b</i> & c '.repeat(n) }])),
	drafts('CSL-JSON capitals', (n) => JSON.stringify([{ type: 'article-journal', title: 'DNA Repair '.repeat(n) }])),
	drafts('CSL-JSON nesting', (n) => `${'['.repeat(n)}${']'.repeat(n)}`, 2000),
	drafts('BibTeX entries', (n) => lines(n, (i) => work(i, `title = {Title ${i}}`)), 500),
	drafts('BibTeX entries of one title', (n) => lines(n, (i) => work(i, `title = {Title}, volume = ${i}`)), 500),
	drafts(
		'BibTeX entries that refer to each other',
		(n) => lines(n, (i) => `@inbook{k${i}, title = {x${i}}, crossref = {k${i + 1}}}\n`),
		500,
	),
	drafts('text', (n) => 'lorem ipsum '.repeat(n)),
	drafts('at signs', (n) => '@a '.repeat(n)),
];

const configuration = (name: string, input: (n: number) => string, smallest = 4000): Family => ({
	name: `configuration: ${name}`,
	as: 'configuration',
	input,
	smallest,
});
const configurationFamilies: readonly Family[] = [
	configuration('unknown keys', (n) => lines(n, (i) => `key${i}: 1\n`), 1000),
	configuration('duplicate keys', (n) => 'title: x\n'.repeat(n), 1000),
	configuration('people', (n) => `people:\n${lines(n, (i) => `  - "N${letters(i)}, A."\n`)}`, 2000),
	configuration('people of one name', (n) => `people:\n${'  - "Euler, L."\n'.repeat(n)}`, 2000),
	configuration(
		'names of a person',
		(n) => `people:\n  - name: "Euler, L."\n    aliases:\n${lines(n, (i) => `      - "N${letters(i)}, A."\n`)}`,
		2000,
	),
	configuration('aliases of YAML', (n) => `words: &a {x: y}\nlists:\n${lines(n, (i) => `  l${i}: {}\n`)}`, 1000),
	configuration('macros', (n) => `macros:\n${lines(n, (i) => `  "\\\\m${letters(i)}": x\n`)}`, 2000),
	configuration('wrong macros', (n) => `macros:\n${lines(n, (i) => `  "m${letters(i)}": "#9"\n`)}`, 1000),
	configuration('venues', (n) => `venues:\n${lines(n, (i) => `  - {match: "v${i}", short: V}\n`)}`, 2000),
	configuration('words', (n) => `words:\n${lines(n, (i) => `  w${i}: x\n`)}`, 1000),
	configuration('outputs', (n) => `outputs:\n${lines(n, (i) => `  - o${i}.md\n`)}`, 500),
	configuration('equal outputs', (n) => `outputs:\n${'  - o.md\n'.repeat(n)}`, 500),
	configuration(
		'nested conditions',
		(n) => `lists: {a: {where: ${'{not: '.repeat(n)}year=2020${'}'.repeat(n)}}}\n`,
		100,
	),
	configuration('a long expression', (n) => `lists: {a: {where: "${'year=2020 or '.repeat(n)}year=2021"}}\n`, 1000),
	configuration(
		'a nested expression',
		(n) => `lists: {a: {where: "${'('.repeat(n)}year=2020${')'.repeat(n)}"}}\n`,
		100,
	),
	configuration('spaces', (n) => `title: a${' '.repeat(n)}b\n`),
	configuration('a key pattern', (n) => `add: {key: "${'auth + '.repeat(n)}year"}\n`),
	configuration('comments', (n) => `${'# x\n'.repeat(n)}title: x\n`),
	configuration('open brackets', (n) => `title: ${'['.repeat(n)}\n`, 500),
];

const host = (name: string, input: (n: number) => string, smallest = 4000): Family => ({
	name: `region: ${name}`,
	as: 'host',
	input,
	smallest,
});
const hostFamilies: readonly Family[] = [
	host('lines', (n) => `<!-- bibfolio:a -->\n<!-- /bibfolio:a -->\n${'lorem\n'.repeat(n)}`),
	host(
		'other regions',
		(n) =>
			`<!-- bibfolio:a -->\n<!-- /bibfolio:a -->\n${lines(n, (i) => `<!-- bibfolio:r${i} -->\n<!-- /bibfolio:r${i} -->\n`)}`,
	),
	host('equal regions', (n) => '<!-- bibfolio:a -->\n<!-- /bibfolio:a -->\n'.repeat(n)),
	host('unclosed regions', (n) => '<!-- bibfolio:a -->\n'.repeat(n)),
	host('unfinished markers', (n) => '<!-- '.repeat(n)),
	host('spaces', (n) => `<!--${' '.repeat(n)}bibfolio:a`),
];

/** The number of repetitions at the smallest size that is measured. */
export function smallestOf({ smallest = 16_000 }: Family): number {
	return smallest;
}

/** Made inputs for every reader and writer. */
export const families: readonly Family[] = [
	...fieldFamilies,
	...spaceFamilies,
	...libraryFamilies,
	...draftFamilies,
	...configurationFamilies,
	...hostFamilies,
];
