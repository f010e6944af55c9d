/** The 32 punctuation marks of ASCII, in its order. */
export const marks: readonly string[] = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'];

/** A work that has one mark in every place, spelt in one way; and what a reader must find of it. */
export interface Signed {
	readonly key: string;
	/** As it stands in a .bib. */
	readonly bib: string;
	readonly title: string;
	readonly names: string;
	readonly venue: string;
	readonly note: string;
	readonly url: string;
	readonly doi: string;
}

/** Marks that LaTeX takes for something else, as careful hands and programs spell them in words. */
const spellings: Readonly<Record<string, readonly string[]>> = {
	'"': ['"', '\\textquotedbl{}', '{"}'],
	'#': ['#', '\\#'],
	$: ['\\$', '{\\$}', '\\textdollar{}'],
	'%': ['%', '\\%', '\\textpercent{}'],
	'&': ['&', '\\&', '{\\&}'],
	'<': ['<', '\\textless{}', '$<$'],
	'>': ['>', '\\textgreater{}', '$>$'],
	'\\': ['\\textbackslash{}', '$\\backslash$'],
	'^': ['\\^{}', '\\textasciicircum{}'],
	_: ['_', '\\_', '{\\_}'],
	'{': ['\\lbrace{}', '\\textbraceleft{}'],
	'|': ['|', '\\textbar{}', '$|$'],
	'}': ['\\rbrace{}', '\\textbraceright{}'],
	'~': ['\\textasciitilde{}', '\\~{}', '$\\sim$'],
};

/** And in addresses, where most people write what their browser shows. Braces alone would end the field or leave it open. */
const inAddresses: Readonly<Record<string, readonly string[]>> = {
	'#': ['#', '\\#'],
	$: ['$', '\\$'],
	'%': ['%25', '\\%25'],
	'&': ['&', '\\&'],
	'\\': ['%5C'],
	'^': ['^', '\\^{}'],
	_: ['_', '\\_', '{\\_}'],
	'{': ['%7B'],
	'}': ['%7D'],
	'~': ['~', '\\~{}', '$\\sim$'],
};

function signed(mark: string, at: number, way: number): Signed {
	const word = spellings[mark]?.[way] ?? mark;
	const spelt = inAddresses[mark] ?? [mark];
	const address = spelt[Math.min(way, spelt.length - 1)] ?? mark;
	const key = `sign${at}-${way}`;
	const has = (before: string, sign: string) => `${before}${way}a${sign}b${sign}c`;
	return {
		key,
		bib: `@article{${key},
	author = {{${has('F', word)}}, Marie and {Group ${has('N', word)}}},
	title = {${has('T', word)} ${word}d e${word}},
	journal = {${has('V', word)}},
	note = {${has('R', word)}},
	url = {https://example.org/${has('u', address)}},
	doi = {10.1000/${has('d', address)}},
	year = {2023},
}
`,
		title: `${has('T', mark)} ${mark}d e${mark}`,
		names: `${has('F', mark)}M and Group${has('N', mark)}`,
		venue: has('V', mark),
		note: has('R', mark),
		url: `https://example.org/${has('u', mark)}`,
		doi: `10.1000/${has('d', mark)}`,
	};
}

/** Every mark in title, name, venue, note, address and DOI, once for each way to spell it. */
export const signs: readonly Signed[] = marks.flatMap((mark, at) =>
	(spellings[mark] ?? [mark]).map((_, way) => signed(mark, at, way)),
);
