import { describe, expect, it } from 'vitest';
import { draftFromCsl } from '../../../src/editing/drafts/csl-drafts.ts';
import { cslNames, nameList, namesFromLatex } from '../../../src/editing/drafts/draft-names.ts';
import { pagesValue } from '../../../src/editing/drafts/draft-pages.ts';
import { containerFromText, titleFromLatex, titleFromText } from '../../../src/editing/drafts/draft-titles.ts';
import { drafts } from '../adding.ts';

describe('titles from databases', () => {
	it.each([
		['Deep learning with BERT and iPhones', 'Deep learning with {BERT} and {iPhones}'],
		['Towards a theory of Bayesian inference in Paris', 'Towards a theory of {Bayesian} inference in {Paris}'],
		['Explaining Deep Neural Networks', 'Explaining Deep Neural Networks'],
		['Syntax from Gaze: Learning Grammars from Eyes', 'Syntax from Gaze: Learning Grammars from Eyes'],
		['Steel in Liquid H<sub>2</sub>O', 'Steel in Liquid {H}\\textsubscript{2}{O}'],
		['A study of ants: The case of bees? Yes', 'A study of ants: The case of bees? Yes'],
		[
			'H<sub>2</sub>O &amp; CO<sub>2</sub> in <i>E. coli</i>.',
			'H\\textsubscript{2}{O} \\& {CO}\\textsubscript{2} in \\emph{{E}. coli}',
		],
		['The &amp;lt; sign, 100% of $5 &#x3b1;', 'The \\textless{} sign, 100\\% of \\$5 \\ensuremath{\\alpha}'],
		['MÃ¼ller&#39;s &quot;theorem&quot; revisited', "Müller's ``theorem'' revisited"],
		['[On translated titles].', 'On translated titles'],
		['Cells etc.', 'Cells etc.'],
		['Spaces   and\n   lines', 'Spaces and lines'],
		[
			'The <mml:math><mml:msub><mml:mrow><mml:mi>T</mml:mi></mml:mrow><mml:mi>c</mml:mi></mml:msub></mml:math> of steel',
			'The {T}\\textsubscript{c} of steel',
		],
		['Web Widget', 'Web Widget'],
		[
			'Grammars from Gaze: Learning Syntax from Eye Movements',
			'Grammars from Gaze: Learning Syntax from Eye Movements',
		],
		['The Ants of Rome: A study of bees in Paris', 'The Ants of Rome: A study of bees in {Paris}'],
		['A study of ants in Rome: The Bees of Paris', 'A study of ants in {Rome}: The Bees of Paris'],
		['Responses in the rat lung—Findings from mice', 'Responses in the rat lung---Findings from mice'],
		['Structure in<i>Gene-A</i>fusion of cells', 'Structure in \\emph{{Gene}-{A}} fusion of cells'],
		['The <i>N</i>-body problem and<i>x</i>', 'The \\emph{{N}}-body problem and\\emph{x}'],
		['&lt;span class="word"&gt;Deep &lt;span&gt;Learning', 'Deep Learning'],
		['Where a &lt; b and b &gt; c', 'Where a \\textless{} b and b \\textgreater{} c'],
	])('%s', (input, latex) => {
		expect(titleFromText(input)).toEqual({ latex, note: null });
	});

	it('lose all capitals, with a note', () => {
		const { latex, note } = titleFromText('A SURVEY OF LSTM AND DNA MODELS: THE END OF WORLD WAR II');
		expect(latex).toBe('A Survey of {LSTM} and {DNA} Models: The End of World War {II}');
		expect(note).toContain('capitals');
	});
});

describe('journals and books from databases', () => {
	it.each([
		['JOURNAL OF OPTIMIZATION THEORY AND APPLICATIONS', 'Journal of Optimization Theory and Applications'],
		['OPTICS EXPRESS', 'Optics Express'],
		['IEEE ACCESS', 'IEEE Access'],
		['PLOS ONE', 'PLOS ONE'],
		['PNAS', 'PNAS'],
		['ACS NANO', 'ACS NANO'],
		['NEUROSCIENCE', 'NEUROSCIENCE'],
		['Cell &amp; Environment', 'Cell \\& Environment'],
	])('%s', (input, latex) => {
		expect(containerFromText(input)).toBe(latex);
	});
});

describe('titles of BibTeX entries', () => {
	it.each([
		['{Deep Learning of {BERT} Models}', 'Deep Learning of {BERT} Models'],
		['{{Deep Learning of Models}}', 'Deep Learning of Models'],
		['{Deep} {Learning} {For} {Images}', 'Deep Learning For Images'],
		[
			'The {Bayesian} view of {Markov} chains that nobody had',
			'The {Bayesian} view of {Markov} chains that nobody had',
		],
		['{H}$_2$O at $x < y$', '{H}$_2$O at $x < y$'],
		['Ants &amp; <i>bees</i>', 'Ants \\& \\emph{bees}'],
		['{NASA}', '{NASA}'],
	])('%s', (input, latex) => {
		expect(titleFromLatex(input).latex).toBe(latex);
	});
});

describe('names', () => {
	it('are written in BibTeX’s syntax', () => {
		expect(
			nameList([
				{ family: 'van der Maaten', given: 'Laurens' },
				{ family: 'King Jr.', given: 'Martin Luther' },
				{ literal: 'Institute of Logic and Language' },
				{ family: 'MCDONALD', given: 'MARY ANN' },
				{ family: 'LI', given: 'W.' },
				{ family: 'The ATLAS Collaboration' },
				{ family: "O'Brien", given: 'Ann, Maria' },
				{ literal: 'et al.' },
			]),
		).toBe(
			"van der Maaten, Laurens and King, Jr., Martin Luther and {Institute of Logic and Language} and McDonald, Mary Ann and LI, W. and {The ATLAS Collaboration} and O'Brien, {Ann, Maria} and others",
		);
	});

	it.each([
		['G{\\"o}del, Kurt and {WHO} and others', 'G{\\"o}del, Kurt and {WHO} and others'],
		['Smith, J., Jones, K. and Doe, L.', 'Smith, J. and Jones, K. and Doe, L.'],
		['DOE, JANE and ROE, R.', 'Doe, Jane and Roe, R.'],
		['Doe, Jane and IBM, R.', 'Doe, Jane and IBM, R.'],
		['GARCIA, JUAN and SMITH, A.', 'Garcia, Juan and Smith, A.'],
		['Doe, J. and et al.', 'Doe, J. and others'],
	])('of BibTeX entries: %s', (input, written) => {
		expect(namesFromLatex(input)).toBe(written);
	});
});

describe('initials without periods', () => {
	it.each([
		[['Daniel S'], 'X, Daniel S.'],
		[['Ann B C', 'J.'], 'X, Ann B. C. and X, J.'],
		[['AJ', 'SH', 'D'], 'X, A. J. and X, S. H. and X, D.'],
		[['AJ', 'Ann'], 'X, AJ and X, Ann'],
		[['BO'], 'X, BO'],
		[['I-Ching', 'Jean-Luc'], 'X, I-Ching and X, Jean-Luc'],
	])('get them if they are certain: %j', (given, written) => {
		expect(nameList(given.map((name) => ({ family: 'X', given: name })))).toBe(written);
	});

	it('and dashes in a name become hyphens', () => {
		expect(nameList([{ family: 'Stavrou–Dowd', given: 'Ann' }])).toBe('Stavrou-Dowd, Ann');
	});
});

describe('items of Crossref', () => {
	const draftOf = (item: Readonly<Record<string, unknown>>) => {
		const { type, fields } = draftFromCsl({ title: ['On Rings'], ...item }, false);
		return { entrytype: type, ...Object.fromEntries(fields) };
	};

	it.each([
		[{ type: 'journal-article', 'container-title': ['Acta'], publisher: 'X' }, { entrytype: 'article' }],
		[
			{ type: 'journal-article', publisher: 'Zenodo' },
			{ entrytype: 'online', publisher: 'Zenodo' },
		],
		[{ type: 'journal-article' }, { entrytype: 'article' }],
		[
			{ type: 'article', 'container-title': 'LIPIcs, Volume 22', page: '3-9' },
			{ entrytype: 'article', journaltitle: 'LIPIcs, Volume 22', pages: '3--9' },
		],
		[{ type: 'journal-article', page: '122038', 'article-number': '122038' }, { eid: '122038' }],
		[
			{ type: 'book', 'edition-number': '2', 'publisher-location': 'Cham' },
			{ edition: '2', location: 'Cham' },
		],
		[
			{ type: 'dissertation', degree: ['MSc'], institution: [{ name: 'TU Wien', place: ['Vienna'] }] },
			{ type: 'mathesis', institution: 'TU Wien', location: 'Vienna' },
		],
		[
			{ type: 'dissertation', issued: { 'date-parts': [[null]] }, approved: { 'date-parts': [[2020, 5, 25]] } },
			{ date: '2020-05-25' },
		],
		[{ type: 'posted-content', DOI: '10.20944/preprints1.v1', publisher: 'MDPI AG' }, { publisher: 'Preprints.org' }],
		[
			{ type: 'posted-content', subtype: 'preprint', publisher: 'A New Server' },
			{ publisher: 'A New Server', note: 'Preprint' },
		],
		[{ title: ['Erratum: On Old Rings'], subtitle: ['On old rings erratum'] }, { title: 'Erratum: On Old Rings' }],
		[{ title: ['On Rings'], subtitle: ['And on old rings'] }, { title: 'On Rings: And on old rings' }],
		[{ title: ['RETRACTED: On Rings'] }, { title: 'On Rings', pubstate: 'retracted' }],
	])('%j', (item, expected) => {
		expect(draftOf(item)).toMatchObject(expected);
	});

	it('have pages or an article number, not the same as both', () => {
		const { pages } = { pages: '', ...draftOf({ type: 'journal-article', page: 'e7', 'article-number': 'e7' }) };
		expect(pages).toBe('');
	});
});

describe('BibTeX of Crossref', () => {
	it('has ranges of issues with two hyphens, and publishers with their printed names', () => {
		const [draft] = drafts('@article{a, title={On Rings}, number={1–2}, publisher={Elsevier BV}, journal={Acta}}');
		expect(Object.fromEntries(draft?.fields ?? [])).toMatchObject({ number: '1--2', publisher: 'Elsevier' });
	});

	it('has preprints as articles without a journal', () => {
		const typeOf = (fields: string) => drafts(`@article{a, title={On Rings}, ${fields}}`)[0]?.type;
		expect(typeOf('doi={10.1101/2024.04.01.587366}, publisher={CSHL}')).toBe('online');
		expect(typeOf('doi={10.1101/gr.1234}, publisher={CSHL}')).toBe('article');
		expect(typeOf('doi={10.1101/2024.04.01.587366}, publisher={CSHL}, journal={bioRxiv}')).toBe('article');
	});

	it('without a title says so', () => {
		expect(drafts('@inbook{1, doi={10.2307/x}}')[0]?.notes).toEqual([
			'Title missing: bibfolio add 10.2307/x may find the record',
		]);
		expect(drafts('@inbook{1, crossref={book}}')[0]?.notes).toEqual([]);
	});
});

describe('pages', () => {
	it.each([
		['1-27', '1--27'],
		['1 – 27', '1--27'],
		['101-9', '101--109'],
		['S12-S15', 'S12--S15'],
		['7-7', '7'],
		['12-', '12'],
		['pp. 3-4, 9', '3--4, 9'],
		['p.12', '12'],
		['P. 12', '12'],
		['p12', '12'],
		['P01001', 'P01001'],
		['e0130140', 'e0130140'],
		['2:1--2:20', '2:1--2:20'],
		['43:1-43:20', '43:1--43:20'],
		['n/a', ''],
	])('%s', (input, written) => {
		expect(pagesValue(input)).toBe(written);
	});
});

describe('a talk', () => {
	it('keeps its event, which other drafts from databases have for libraries with that field only', () => {
		const optional = (type: string) =>
			draftFromCsl({ type, title: 'On Engines', 'event-title': 'A Meeting' }, false).optional.has('eventtitle');
		expect(['speech', 'paper-conference'].map(optional)).toEqual([false, true]);
	});
});

describe('names that a source does not split', () => {
	it.each([
		['Emmy Noether', 'Noether, Emmy'],
		['Noether, Emmy', 'Noether, Emmy'],
		['Bartel van der Waerden', 'van der Waerden, Bartel'],
		['Martin Luther King, Jr.', 'King, Jr., Martin Luther'],
		['E. A. Noether', 'Noether, E. A.'],
		['NOETHER, EMMY', 'Noether, Emmy'],
		['Sébastien Le Corre', 'Le Corre, Sébastien'],
		['Juan Carlos De La Fuente', 'De La Fuente, Juan Carlos'],
		['Vincenzo DI MARCO', 'di Marco, Vincenzo'],
		['Cameron L. Van Eck', 'Van Eck, Cameron L.'],
		['Charles-Jean de La Vallée Poussin', 'de La Vallée Poussin, Charles-Jean'],
		['Anh Van Nguyen', 'Nguyen, Anh Van'],
		['Xiao De Li', 'Li, Xiao De'],
		['John DE Noether', 'Noether, John DE'],
		['Van Morrison', 'Morrison, Van'],
		['Noether E', 'Noether, E'],
		['Thomas A', 'Thomas, A'],
		['Thomas V', 'Thomas, V'],
		['Noether E.A.', 'Noether, E.A.'],
		['van den Berg JW', 'van den Berg, J. W.'],
		['Wei LI', 'LI, Wei'],
		['Kenji ITO', 'ITO, Kenji'],
		['John Doe II', 'Doe, II, John'],
		['Prof. Dr. Emmy Noether', 'Noether, Emmy'],
		['Emmy Noether, Ph.D.', 'Noether, Emmy'],
		['Howard D. Curtis Ph.D.  Purdue University', 'Curtis, Howard D.'],
		['Emmy Noether (Author)', 'Noether, Emmy'],
		['Emmy Noether and Emil Artin', 'Noether, Emmy and Artin, Emil'],
		['Emmy Noether; Emil Artin', 'Noether, Emmy and Artin, Emil'],
		['Research and Development Group', '{Research and Development Group}'],
		['Simon & Schuster', '{Simon \\& Schuster}'],
		['World Health Organization (WHO)', '{World Health Organization}'],
		['ATLAS Collaboration', '{ATLAS Collaboration}'],
		['王伟', '王伟'],
		['  ', ''],
	])('such as "%s"', (text, names) => {
		expect(namesIn(text)).toBe(names);
	});

	it('have initials last if all names of the list have', () => {
		expect(namesIn('Noether E', 'Artin ABO', 'van der Waerden B')).toBe(
			'Noether, E and Artin, ABO and van der Waerden, B',
		);
		expect(namesIn('Rosa-Moreno M', 'Noether EA', 'Artin V')).toBe('Rosa-Moreno, M and Noether, EA and Artin, V');
		expect(namesIn('Kenji ITO', 'Anna KIM')).toBe('ITO, Kenji and KIM, Anna');
		expect(namesIn('Kenji ITO', 'Emmy Noether')).toBe('ITO, Kenji and Noether, Emmy');
	});
});

function namesIn(...texts: readonly string[]): string {
	return nameList(cslNames(texts).map((name) => ({ ...name, particle: name['dropping-particle'] })));
}
