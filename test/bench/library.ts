/** Whose works a generated library contains. */
export interface Authors {
	/** Names that about half of all authors have, as 'Family, Given'. */
	readonly members: readonly string[];
	/** The year of the first works. */
	readonly firstYear: number;
}

/**
 * A generated library of `count` entries like that of a large group: about 1.1 kB each, 82 % with an abstract, names with accents in
 * LaTeX and in Unicode, math in titles and abstracts, macros for journals, and papers that inherit from their
 * proceedings by crossref. The same count and authors give the same bytes.
 */
export function makeLibrary(count: number, authors: Authors = { members: [], firstYear: 1992 }): string {
	const draws = new Draws(count, authors);
	const macros = journals.map(([macro, name]) => `@string{${macro} = "${name}"}\n`);
	// BibTeX requires proceedings after the papers that refer to them.
	const entries = Array.from({ length: count }, (_, index) =>
		index % volumeSize === volumeSize - 1 ? volume(index, draws) : work(index, count, draws),
	);
	return [...macros, ...entries].join('\n');
}

/** One in this many entries is a volume of proceedings. */
const volumeSize = 25;

/** A linear congruential generator (Numerical Recipes): the same numbers on every machine. */
class Draws {
	#state: number;
	readonly authors: Authors;
	constructor(seed: number, authors: Authors) {
		this.#state = seed;
		this.authors = authors;
	}
	/** From 0 to less than 1. */
	share(): number {
		this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
		return this.#state / 2 ** 32;
	}
	whole(from: number, to: number): number {
		return from + Math.floor(this.share() * (to - from + 1));
	}
	one<Value>(values: readonly Value[]): Value {
		return values[Math.floor(this.share() * values.length)] as Value;
	}
	/** Several, separated by spaces. */
	some(values: readonly string[], count: number): string {
		return Array.from({ length: count }, () => this.one(values)).join(' ');
	}
}

type Fields = Readonly<Record<string, string | null>>;

function work(index: number, count: number, draws: Draws): string {
	const shape = draws.one(shapes);
	const year = draws.whole(draws.authors.firstYear, 2025);
	const parent = index - (index % volumeSize) + volumeSize - 1;
	const inVolume = shape === 'inproceedings' && parent < count && draws.share() < 0.4;
	const first = draws.whole(1, 2400);
	const fields: Fields = {
		author: names(draws, draws.one([1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 8])),
		title: braced(title(draws)),
		...shapeFields[shape](draws, first),
		...(inVolume ? { booktitle: null, crossref: braced(volumeKey(parent)) } : { year: braced(String(year)) }),
		month: draws.share() < 0.3 ? draws.one(['jan', 'mar', 'may', 'jul', 'sep', 'dec']) : null,
		doi: draws.share() < 0.6 ? braced(`10.${draws.whole(1000, 9999)}/s${draws.whole(10000, 99999)}-${index}`) : null,
		url: draws.share() < 0.2 ? braced(`https://example.org/~papers/${year}/work_${index}.pdf`) : null,
		keywords: draws.share() < 0.4 ? braced(`${draws.one(nouns)}, ${draws.one(nouns)}, ${draws.one(adjectives)}`) : null,
		abstract: draws.share() < 0.82 ? braced(abstract(draws)) : null,
		note: draws.share() < 0.04 ? braced('Best paper award') : null,
	};
	return entry(shape, `${draws.one(families).plain.toLowerCase()}${year}-${index}`, fields);
}

function volume(index: number, draws: Draws): string {
	const year = draws.whole(draws.authors.firstYear, 2025);
	return entry('proceedings', volumeKey(index), {
		editor: names(draws, 2),
		title: braced(`Proceedings of the ${draws.whole(2, 40)}th Conference on ${capital(draws.one(nouns))}`),
		booktitle: braced(`Proceedings of the Conference on ${capital(draws.one(nouns))}`),
		year: braced(String(year)),
		publisher: braced(draws.one(publishers)),
		address: braced(draws.one(places)),
	});
}

const volumeKey = (index: number) => `volume-${index}`;

const shapes = [
	...['article', 'article', 'article', 'article', 'article'],
	...['inproceedings', 'inproceedings', 'inproceedings', 'inproceedings'],
	...['incollection', 'misc', 'techreport', 'phdthesis'],
] as ('article' | 'inproceedings' | 'incollection' | 'misc' | 'techreport' | 'phdthesis')[];

const shapeFields: Readonly<Record<(typeof shapes)[number], (draws: Draws, first: number) => Fields>> = {
	article: (draws, first) => ({
		journal:
			draws.share() < 0.6 ? draws.one(journals)[0] : braced(`${capital(draws.one(nouns))} \\& ${draws.one(nouns)}`),
		volume: braced(String(draws.whole(1, 120))),
		number: draws.share() < 0.7 ? braced(String(draws.whole(1, 12))) : null,
		pages: braced(`${first}--${first + draws.whole(1, 30)}`),
	}),
	inproceedings: (draws, first) => ({
		booktitle: braced(`Proceedings of the ${draws.whole(2, 40)}th Conference on ${capital(draws.one(nouns))}`),
		pages: braced(`${first}--${first + draws.whole(1, 14)}`),
	}),
	incollection: (draws, first) => ({
		booktitle: braced(`Handbook of ${capital(draws.one(nouns))}`),
		editor: names(draws, 2),
		publisher: braced(draws.one(publishers)),
		pages: braced(`${first}--${first + 20}`),
	}),
	misc: (draws) => ({
		eprint: braced(`${draws.whole(1001, 2512)}.${draws.whole(10000, 29999)}`),
		archiveprefix: braced('arXiv'),
		primaryclass: braced('cs.LG'),
	}),
	techreport: (draws) => ({
		institution: braced(`University of ${draws.one(places)}`),
		number: braced(`TR-${draws.whole(1, 400)}`),
	}),
	phdthesis: (draws) => ({ school: braced(`University of ${draws.one(places)}`) }),
};

function entry(type: string, key: string, fields: Fields): string {
	const lines = Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : `  ${name} = ${value},\n`));
	return `@${type}{${key},\n${lines.join('')}}\n`;
}

function names(draws: Draws, count: number): string {
	const { members } = draws.authors;
	const one = () =>
		members.length > 0 && draws.share() < 0.5
			? draws.one(members)
			: `${draws.one(families).latex}, ${draws.one(givenNames)}`;
	return braced(Array.from({ length: count }, one).join(' and '));
}

function title(draws: Draws): string {
	const start = `${capital(draws.one(adjectives))} ${draws.some(words, draws.whole(2, 5))} ${draws.one(nouns)}`;
	const protectedName = draws.share() < 0.3 ? ` with {${draws.one(acronyms)}}` : '';
	const math = draws.share() < 0.08 ? ` in ${draws.one(formulas)}` : '';
	return `${start}${protectedName}${math}`;
}

function abstract(draws: Draws): string {
	return Array.from({ length: draws.whole(6, 12) }, () => sentence(draws)).join('\n    ');
}

function sentence(draws: Draws): string {
	const math = draws.share() < 0.1 ? ` of ${draws.one(formulas)}` : '';
	const accent = draws.share() < 0.1 ? ` after ${draws.one(families).latex}` : '';
	const written = draws.share() < 0.3 ? ` ${draws.one(markup)}` : '';
	return `${capital(draws.one(words))} ${draws.some(words, draws.whole(6, 14))}${written} ${draws.one(nouns)}${math}${accent}.`;
}

const braced = (value: string) => `{${value}}`;
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const journals = [
	['jsr', 'Journal of Synthetic Results'],
	['tpi', 'Transactions on Pattern Invention'],
	['anr', 'Annals of Numerical Rumour'],
	['lim', 'Letters in Imaginary Mathematics'],
] as const;

/** One in three has an accent; half of those are written in LaTeX. */
const families = [
	...[
		['M{\\"u}ller', 'Mueller'],
		["Garc{\\'i}a", 'Garcia'],
		['{\\O}stergaard', 'Oestergaard'],
		["Dvo{\\v{r}}{\\'a}k", 'Dvorak'],
	],
	...[
		['Nguyễn', 'Nguyen'],
		['Šimůnek', 'Simunek'],
		['Ibáñez', 'Ibanez'],
		['Brändström', 'Braendstroem'],
	],
	...['Weber', 'Lindqvist', 'Okafor', 'van der Berg', 'Tanaka', 'Rossi', 'Novak', 'Haddad'].map((name) => [name, name]),
	...['Keller', 'Costa', 'Moreau', 'Janssen', 'de Vries', 'Papadakis', 'Singh', 'Watanabe'].map((name) => [name, name]),
].map(([latex = '', plain = '']) => ({ latex, plain: plain.replaceAll(' ', '') }));

const givenNames = [
	...['Anna', 'Klaus-Robert', 'J. P.', "Mar{\\'\\i}a", 'Wei', 'Ngozi', 'S{\\o}ren', 'Élodie', 'T.', 'Yuki', 'Luca M.'],
	...['Johanna Maria', 'Petr', 'K.-H.', 'Amir', 'Sofia', 'Jan', 'Ingrid', 'Ravi', 'Marc-André'],
];

const words = [
	...['the', 'of', 'we', 'a', 'and', 'for', 'on', 'that', 'with', 'under', 'which', 'from', 'towards', 'without'],
	...['learning', 'explaining', 'measuring', 'bounded', 'latent', 'relevance', 'propagation', 'gradient', 'kernel'],
	...['estimation', 'inference', 'heatmaps', 'attribution', 'evaluation', 'robust', 'linear', 'state-of-the-art'],
	...['show', 'propose', 'observe', 'compare', 'improve', "model's", 'data', 'only', 'new', 'small', 'two', 'than'],
];
const markup = ['95\\%', '\\emph{prior}', "``naive''", 'large--scale', 'R\\&D', 'well~known'];
const adjectives = ['deep', 'sparse', 'robust', 'causal', 'spectral', 'adaptive', 'na{\\"\\i}ve', 'explainable'];
const nouns = ['networks', 'models', 'classifiers', 'manifolds', 'estimators', 'signals', 'graphs', 'predictions'];
const acronyms = ['LRP', 'MRI', 'EEG', 'BERT', 'DNA', 'Bayes'];
const formulas = [
	'$O(n^2)$',
	'$\\ell_1$',
	'$\\mathbb{R}^d$',
	'$\\alpha$-divergence',
	'$k$',
	'$\\frac{1}{n}\\sum_i x_i$',
];
const publishers = ['Springer', 'Elsevier', 'Harcourt, Brace and World', 'Wiley \\& Sons'];
const places = ['Berlin', 'K{\\"o}ln', 'Toronto', 'Kraków', 'Singapore', "Montr{\\'e}al"];
