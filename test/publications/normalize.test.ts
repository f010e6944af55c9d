import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { inFile, source } from '../../src/diagnostics/source.ts';
import { readUserCommands } from '../../src/latex/commands/user-commands.ts';
import { plainText } from '../../src/latex/plain-text.ts';
import type { RichText } from '../../src/latex/rich-text.ts';
import { readLibrary } from '../../src/library/read-library.ts';
import { publicationOf, type Reading } from '../../src/publications/normalize.ts';
import { readPages } from '../../src/publications/page-ranges.ts';
import type { Publication } from '../../src/publications/publication.ts';
import { fieldRich, fieldText } from '../../src/publications/publication-fields.ts';

const reading: Reading = {
	commands: readUserCommands([], { '\\LRP': '\\textsc{lrp}' }),
	venues: [],
	links: [],
	files: [],
};

function readAll(bib: string): { publications: Publication[]; diagnostics: Diagnostic[] } {
	const diagnostics: Diagnostic[] = [];
	const library = readLibrary([source('test.bib', bib)], (diagnostic) => diagnostics.push(diagnostic));
	return {
		publications: library.entries.map((entry) =>
			publicationOf(entry, reading, (diagnostic) => diagnostics.push(diagnostic)),
		),
		diagnostics,
	};
}

function read(type: string, fields: string): Publication {
	const [publication] = readAll(`@${type}{key, ${fields}}`).publications;
	if (!publication) throw new Error('no publication');
	return publication;
}

const words = (text: RichText | null) => text && plainText(text);

const eventDateOf = (type: string, fields: string) => read(type, fields).eventDate;

describe('a talk without a date', () => {
	test.each([
		['Talk at the Joint Meetings, San Diego, June 2019', { year: 2019, month: 6 }],
		['Presented at ICML, 12 May 2018', { year: 2018, month: 5, day: 12 }],
		['Presented at the 3rd Workshop on X, 3--5 June 2012', { year: 2012, month: 6, day: 3 }],
		['Poster at NeurIPS 2020', { year: 2020 }],
		['Invited talk, Oxford, May 3, 2017', { year: 2017, month: 5, day: 3 }],
		['Seminar, MIT, 2016-03-04', { year: 2016, month: 3, day: 4 }],
		['Vortrag auf der Jahrestagung, Berlin, 12. März 2019', { year: 2019, month: 3, day: 12 }],
		['Exposé au séminaire Bourbaki, juin 2015', { year: 2015, month: 6 }],
		['Ponencia en el Congreso X, Madrid, 3 de mayo de 2014', { year: 2014, month: 5, day: 3 }],
		['Intervento al convegno Y, Roma, 5 giugno 2013', { year: 2013, month: 6, day: 5 }],
	])('has the date in its remark: %s', (note, date) => {
		expect(eventDateOf('unpublished', `note = {${note}}`)?.start).toMatchObject(date);
		expect(eventDateOf('misc', `note = {${note}}`)?.start).toMatchObject(date);
	});

	test.each([
		['unpublished', 'note = {Talk at MIT, May 2019}, year = {2018}'],
		['unpublished', 'note = {Talk at MIT, room 12019}'],
		['unpublished', 'note = {Working paper, 2010}'],
		['article', 'journal = {J}, note = {Presented at ICML, 12 May 2018}'],
	])('is the only work whose remark is read: @%s, %s', (type, fields) => {
		expect(eventDateOf(type, fields)).toBeNull();
	});
});

describe('the CSL type', () => {
	test.each([
		['article', 'journal = {J}', 'article-journal'],
		['article', 'journal = {Time}, entrysubtype = {magazine}', 'article-magazine'],
		['article', 'journaltitle = {Die Zeit}, entrysubtype = {newspaper}', 'article-newspaper'],
		['suppperiodical', 'journaltitle = {J}', 'article-journal'],
		['inproceedings', 'booktitle = {B}', 'paper-conference'],
		['conference', 'booktitle = {B}', 'paper-conference'],
		['incollection', 'booktitle = {B}', 'chapter'],
		['suppbook', 'booktitle = {B}', 'chapter'],
		['bookinbook', 'booktitle = {B}', 'chapter'],
		['inreference', 'booktitle = {B}', 'entry'],
		['book', 'publisher = {P}', 'book'],
		['mvbook', 'publisher = {P}', 'book'],
		['phdthesis', 'school = {TU}', 'thesis'],
		['mastersthesis', 'school = {TU}', 'thesis'],
		['dissertation', 'school = {TU}', 'thesis'],
		['techreport', 'institution = {TU}', 'report'],
		['report', 'institution = {TU}', 'report'],
		['online', 'url = {https://a.org}', 'webpage'],
		['electronic', 'url = {https://a.org}', 'webpage'],
		['www', 'url = {https://a.org}', 'webpage'],
		['misc', 'url = {https://a.org}', 'webpage'],
		['misc', 'howpublished = {Leaflet}', 'document'],
		['misc', 'eprint = {2206.03208}, archiveprefix = {arXiv}', 'article'],
		['talk', 'eventtitle = {E}', 'speech'],
		['presentation', 'eventtitle = {E}', 'speech'],
		['lecture', 'eventtitle = {E}', 'speech'],
		['poster', 'eventtitle = {E}', 'speech'],
		['unpublished', 'eventtitle = {E}', 'speech'],
		['unpublished', 'note = {Draft}', 'manuscript'],
		['unpublished', 'note = {Talk, Berlin}', 'speech'],
		['unpublished', 'note = {Seminar paper}', 'manuscript'],
		['techreport', 'type = {Invited Presentation}, institution = {Annual Meeting}', 'speech'],
		['techreport', 'type = {Poster}, institution = {Annual Meeting}', 'speech'],
		['techreport', 'type = {Presentation slides}, institution = {TU}', 'report'],
		['misc', 'type = {Presentation}, howpublished = {Workshop on Flows}', 'speech'],
		['misc', 'type = {Presentation}, publisher = {Zenodo}', 'document'],
		['misc', 'venue = {University of Oxford}', 'speech'],
		['software', 'version = {1}', 'software'],
		['dataset', 'publisher = {Zenodo}', 'dataset'],
		['patent', 'number = {EP 1}', 'patent'],
		['standard', 'number = {ISO 1}', 'standard'],
		['nonsense', 'journal = {J}', 'article-journal'],
		['nonsense', 'booktitle = {Proceedings of X}', 'paper-conference'],
		['nonsense', 'school = {TU}', 'thesis'],
		['nonsense', 'title = {T}', 'document'],
	])('of @%s with %s is %s', (type, fields, csl) => {
		expect(read(type, fields).type).toBe(csl);
	});
});

describe('titles', () => {
	test.each([
		['title = {Zennit}, subtitle = {A Toolkit}', 'Zennit: A Toolkit'],
		['title = {Why?}, subtitle = {A Toolkit}', 'Why? A Toolkit'],
		['title = {\\enquote{Why?}}, subtitle = {A Toolkit}', '“Why?” A Toolkit'],
		['title = {{\\LRP} for {$x^2$}}', 'LRP for x²'],
		['title = {na{\\"\\i}ve \\noopsort{1973a}Foo}', 'naïve Foo'],
		['title = {The In\ufb02uence of \\emph{E\ufb03cient} Flow}', 'The Influence of Efficient Flow'],
		['title = {机器学习}, subtitle = {方法与应用}', '机器学习：方法与应用'],
		['title = {何为“道”？}, subtitle = {方法}', '何为“道”？方法'],
		['title = {机器学习}, subtitle = {A Toolkit}', '机器学习: A Toolkit'],
		['subtitle = {A Toolkit}', 'A Toolkit'],
		['author = {Doe, J.}', ''],
	])('%s', (fields, title) => {
		expect(words(read('article', fields).title)?.toLowerCase()).toBe(title.toLowerCase());
	});

	test('keep math and case protection', () => {
		expect(read('article', 'title = {{D}eep $O(n^2)$}').title).toEqual([
			{ type: 'no-case', children: [{ type: 'text', value: 'D' }] },
			{ type: 'text', value: 'eep ' },
			{ type: 'math', tex: 'O(n^2)', display: false },
		]);
	});
});

describe('the container', () => {
	test.each([
		['article', 'journal = {J}, journalsubtitle = {S}', 'J: S'],
		['article', 'fjournal = {Annals of Mathematics}, journal = {Ann. Math.}', 'Annals of Mathematics'],
		['inproceedings', 'booktitle = {B}, booksubtitle = {S}', 'B: S'],
		['inbook', 'booktitle = {B}, maintitle = {M}, mainsubtitle = {S}', 'M: S. B'],
		['book', 'title = {T}, maintitle = {M}', 'M'],
		['misc', 'journal = {J}', 'J'],
		['talk', 'booktitle = {B}', 'B'],
		['collection', 'title = {T}, booktitle = {T}', null],
		['article', 'journal = {Submitted to Nature}', null],
	])('of @%s %s is %s', (type, fields, container) => {
		expect(words(read(type, fields).containerTitle)).toBe(container);
	});

	test('has an addition and a short form', () => {
		const issue = read(
			'article',
			'journal = {J}, issuetitle = {Special Issue}, issuesubtitle = {On XAI}, shortjournal = {Jl}',
		);
		expect([words(issue.containerAddon), words(issue.containerTitleShort), issue.venue.short]).toEqual([
			'Special Issue: On XAI',
			'Jl',
			'Jl',
		]);
	});

	test('is missing if it is only a state, even if another field repeats it', () => {
		const { status, containerTitle, pages } = read(
			'article',
			'journal = {Under review}, note = {under review}, pages = {in preparation}',
		);
		expect([status.kind, containerTitle, pages]).toEqual(['under-review', null, null]);
	});

	test('is a server for preprints of SSRN under its full name', () => {
		expect(read('article', 'journal = {Social Science Research Network}').type).toBe('article');
		expect(read('article', 'journal = {Social Science Research}').type).toBe('article-journal');
	});

	test('loses its arXiv id as a venue', () => {
		expect(words(read('article', 'journal = {CoRR abs/2206.03208}').venue.name)).toBe('CoRR');
		expect(words(read('article', 'journal = {arXiv preprint arXiv:2206.03208}').venue.name)).toBe('arXiv');
		expect(words(read('article', 'journal = {arXiv:2206.03208}').venue.name)).toBe('arXiv');
		expect(words(read('misc', 'eprint = {2206.03208}, archiveprefix = {arXiv}').venue.name)).toBe('arXiv');
		expect(words(read('article', 'journal = {Available at SSRN 3456789}').venue.name)).toBe('SSRN');
	});
});

describe('numbers', () => {
	test.each([
		[
			'article',
			'journal = {J}, volume = {in press}, number = {TBD}, pages = {in press}',
			{ volume: null, issue: null },
		],
		['article', 'journal = {J}, volume = {ahead-of-print}, number = {n/a}', { volume: null, issue: null }],
		['article', 'journal = {J}, volume = {0}, number = {0}', { volume: null, issue: null }],
		['article', 'journal = {J}, volume = {0}, number = {ja}', { volume: null, issue: null }],
		['article', 'journal = {J}, volume = {0}, number = {2}', { volume: '0', issue: '2' }],
		['article', 'journal = {J}, volume = {NA}, number = {NACMPL}', { volume: null, issue: 'NACMPL' }],
		['article', 'journal = {J}, number = {3}', { issue: '3' }],
		['article', 'journal = {J}, vol = {16}, page = {177--190}', { volume: '16', pages: '177–190' }],
		['article', 'journal = {J}, issue = {Spring}', { issue: 'Spring' }],
		['book', 'series = {S}, number = {3}', { collectionNumber: '3', issue: null }],
		['inproceedings', 'booktitle = {B}, series = {S}, number = {3}', { collectionNumber: '3', issue: null }],
		['inproceedings', 'booktitle = {B}, number = {3}', { issue: '3' }],
		['book', 'series = {S}, volume = {72}', { collectionTitle: 'S', collectionNumber: '72', volume: null }],
		['proceedings', 'series = {S}, volume = {72}', { collectionTitle: 'S', collectionNumber: '72', volume: null }],
		['collection', 'series = {S}, volume = {72}', { collectionTitle: 'S', collectionNumber: '72', volume: null }],
		['techreport', 'series = {S}, volume = {72}', { collectionTitle: 'S', collectionNumber: '72', volume: null }],
		['phdthesis', 'series = {S}, volume = {72}', { collectionTitle: 'S', collectionNumber: '72', volume: null }],
		['manual', 'series = {S}, volume = {72}', { collectionTitle: 'S', collectionNumber: '72', volume: null }],
		['techreport', 'series = {S}, volume = {72}, number = {3}', { collectionNumber: '72', volume: null, number: '3' }],
		['book', 'series = {S}, volume = {2}, number = {72}', { collectionNumber: '72', volume: '2' }],
		['book', 'maintitle = {M}, series = {S}, volume = {2}', { collectionNumber: null, volume: '2' }],
		['book', 'series = {S}, volume = {2}, volumes = {3}', { collectionNumber: null, volume: '2' }],
		['incollection', 'booktitle = {B}, series = {LNCS}, volume = {9887}', { collectionTitle: 'LNCS', volume: '9887' }],
		['techreport', 'number = {TR-3}', { number: 'TR-3' }],
		['techreport', 'journal = {J}, volume = {3}, number = {22}', { volume: '3', issue: '22', number: null }],
		['techreport', 'journal = {J}, number = {22}', { number: '22', issue: null }],
		['article', 'journal = {Die Zeit}, chapter = {Politik}', { chapter: null }],
		['article', 'journal = {J}, chapter = {12}', { chapter: '12' }],
		['patent', 'number = {3991102}', { number: '3991102' }],
		['thesis', 'number = {3}', { number: '3' }],
		['article', 'journal = {J}, eid = {e12}', { eid: 'e12', number: null }],
		['article', 'journal = {J}, articleno = {14}, numpages = {27}', { eid: '14', pageTotal: '27' }],
		['article', 'journal = {J}, eid = {061102}, pages = {061102}', { eid: '061102', pages: null }],
		['article', 'journal = {J}, numpages = {0}', { pageTotal: null }],
		['article', 'journal = {J}, pages = {12 pages}', { pages: null, pageTotal: '12' }],
		['article', 'journal = {J}, pages = {170}', { pages: '170', pageTotal: null }],
		['book', 'pages = {170}', { pages: null, pageTotal: '170' }],
		['book', 'pages = {xii+345}', { pages: null, pageTotal: 'xii+345' }],
		['book', 'pages = {XIV, 320}', { pages: null, pageTotal: 'XIV, 320' }],
		['book', 'pages = {XIV, 320 S.}', { pages: null, pageTotal: 'XIV, 320' }],
		['book', 'pages = {98 págs.}', { pages: null, pageTotal: '98' }],
		['book', 'pages = {1--345}', { pages: '1–345', pageTotal: null }],
		['book', 'pages = {12, 17}', { pages: '12, 17', pageTotal: null }],
		['book', 'pages = {12}, pagetotal = {300}', { pages: '12', pageTotal: '300' }],
		['book', 'pages = {0}', { pages: null, pageTotal: null }],
		['phdthesis', 'school = {S}, pages = {214}', { pages: null, pageTotal: '214' }],
		['techreport', 'institution = {I}, pages = {17}', { pages: null, pageTotal: '17' }],
		['proceedings', 'pages = {345 p.}', { pages: null, pageTotal: '345' }],
		['incollection', 'booktitle = {B}, pages = {17}', { pages: '17', pageTotal: null }],
		['inbook', 'booktitle = {B}, pages = {17}', { pages: '17', pageTotal: null }],
		['article', 'journal = {J}, volume = {to appear}', { volume: null }],
		['book', 'edition = {2nd}', { edition: '2' }],
		['book', 'edition = {Second}', { edition: '2' }],
		['book', 'edition = {3}', { edition: '3' }],
		['book', 'edition = {Revised}', { edition: 'Revised' }],
	])('of @%s %s are %o', (type, fields, expected) => {
		const publication = read(type, fields);
		for (const [name, value] of Object.entries(expected)) {
			const actual = publication[name as 'issue'];
			expect(Array.isArray(actual) ? words(actual) : actual, name).toBe(value);
		}
	});

	test.each([
		['1--27', '1–27'],
		['1-27', '1–27'],
		['1–27', '1–27'],
		['1 -- 27', '1–27'],
		['1---27', '1–27'],
		['1\\textendash27', '1–27'],
		['1{--}27', '1–27'],
		['pp. 1--27', '1–27'],
		['p. 5', '5'],
		['e12', 'e12'],
		['e12-e20', 'e12–e20'],
		['14:1--14:27', '14:1–14:27'],
		['123-', '123–'],
		['100+', '100+'],
		['3, 7--9', '3, 7–9'],
		['3,7-9', '3, 7–9'],
		['iv--xii', 'iv–xii'],
		['2-1--2-20', '2-1–2-20'],
		['2-1-2-20', '2-1–2-20'],
		['A-1-2', 'A-1-2'],
		['S12', 'S12'],
		['1-1', '1'],
		['--', null],
		['0--0', null],
		['e00326-22', 'e00326-22'],
		['n/a', null],
		['pp.63--96', '63–96'],
		['14,336-14,346', '14,336–14,346'],
		['3, 123-130', '3, 123–130'],
		['143--153--143--153', '143–153'],
		['1234, 1300', '1234, 1300'],
		['1234, 45', '1234, 45'],
		['S12, 14', 'S12, 14'],
		['Paper No. 103944, 24', '103944'],
		['Paper 1.26, 22', '1.26'],
		['Art. ID 5678, 12 pp.', '5678'],
		['124236, 45', '124236'],
		['023, 38', '023'],
		['3405041 (9 pp.)', '3405041'],
		['44 (8 pp.).', '44'],
	])('pages %s are %s', (pages, shown) => {
		expect(read('article', `journal = {J}, pages = {${pages}}`).pages).toBe(shown);
	});

	test('of zeros only are unknown', () => {
		expect(['0', '00', '0-0', '0--00', '0-00, 1a'].map((pages) => readPages(pages).ranges)).toEqual([
			...[null, null, null, null, '1a'],
		]);
	});

	test('read a single page or range as in a list', () => {
		const page = fc.stringMatching(/^\d{1,5}$/);
		const range = fc.tuple(page, fc.constantFrom('-', '--', '–'), page).map((parts) => parts.join(''));
		fc.assert(
			fc.property(fc.oneof(page, range), (pages) => {
				const shown = [readPages(pages).ranges, '1a'].filter((part) => part !== null);
				expect(readPages(`${pages}, 1a`).ranges).toBe(shown.join(', '));
			}),
		);
	});
});

describe('publishers and places', () => {
	test.each([
		['publisher = {Springer and Birkhäuser}', 'Springer and Birkhäuser'],
		['publisher = {{Harcourt, Brace and World}}', 'Harcourt, Brace and World'],
		['publisher = {{Harcourt, Brace} and World}', 'Harcourt, Brace and World'],
		['publisher = {Springer and others}', 'Springer'],
		['publisher = {Wiley \\& Sons}', 'Wiley & Sons'],
	])('%s', (fields, publisher) => {
		expect(words(read('book', fields).publisher)).toBe(publisher);
	});

	test("have words for BibLaTeX's keys", () => {
		expect(words(read('patent', 'location = {countryep and countryus}').publisherPlace)).toBe('EP/US');
		expect(words(read('patent', 'location = {countryde}').publisherPlace)).toBe('DE');
		expect(words(read('article', 'journal = {J}, series = {newseries}').collectionTitle)).toBe('New series');
	});

	test.each([
		['inproceedings', 'booktitle = {B}, organization = {IEEE}', ['IEEE', null]],
		['inproceedings', 'booktitle = {B}, organization = {IEEE}, publisher = {ACM}', ['ACM', 'IEEE']],
		['manual', 'organization = {TU Berlin}', [null, 'TU Berlin']],
		['misc', 'organization = {Zenodo}', ['Zenodo', null]],
		['techreport', 'institution = {TU Berlin}, organization = {DFG}', [null, 'TU Berlin']],
	])('@%s %s', (type, fields, expected) => {
		const { publisher, institution } = read(type, fields);
		expect([words(publisher), words(institution)]).toEqual(expected);
	});

	test("keep ACM's place of the event apart", () => {
		const paper = read('inproceedings', 'booktitle = {B}, address = {New York}, location = {Virtual Event}');
		expect([words(paper.publisherPlace), words(paper.eventPlace)]).toEqual(['New York', 'Virtual Event']);
	});

	test('come from their BibTeX names, too', () => {
		const thesis = read('phdthesis', 'school = {TU Berlin}, address = {Berlin and Heidelberg}');
		expect([words(thesis.institution), words(thesis.publisherPlace), thesis.publisher]).toEqual([
			'TU Berlin',
			'Berlin/Heidelberg',
			null,
		]);
	});
});

describe('the kind of work', () => {
	test.each([
		['phdthesis', '', { term: 'phdthesis' }],
		['mastersthesis', '', { term: 'mathesis' }],
		['techreport', '', { term: 'techreport' }],
		['thesis', 'type = {phdthesis}', { term: 'phdthesis' }],
		['thesis', 'type = {\\bibstring{mathesis}}', { term: 'mathesis' }],
		['patent', 'type = {patenteu}', { term: 'patenteu' }],
		['mastersthesis', 'type = {Diplomarbeit}', { words: [{ type: 'text', value: 'Diplomarbeit' }] }],
		['talk', 'type = {invited talk}', { term: 'invited-talk', words: [{ type: 'text', value: 'invited talk' }] }],
		['report', 'type = {Tech. Rep.}', { words: [{ type: 'text', value: 'Tech. Rep.' }] }],
		['article', 'journal = {J}', null],
		['incollection', 'type = {Section}, chapter = {3}', null],
		['book', 'type = {Book}', null],
		['book', 'type = {Book of poems}', { words: [{ type: 'text', value: 'Book of poems' }] }],
		['phdthesis', 'type = {Theses}', { term: 'phdthesis' }],
		['mastersthesis', 'type = {Thesis}', { term: 'mathesis' }],
		['thesis', 'type = {Theses}', { term: 'phdthesis' }],
	])('@%s %s', (type, fields, genre) => {
		expect(read(type, `title = {T}, ${fields}`).genre).toEqual(genre);
	});
});

describe('contributors', () => {
	test('have their roles', () => {
		const { contributors } = read(
			'inbook',
			'author = {Doe, Jane and others}, bookauthor = {Samek, W.}, editor = {Binder, A.}, editortype = {organizer}, ' +
				'editora = {Müller, K.-R.}, editoratype = {compiler}, translator = {Sun, J.}, foreword = {Bach, S.}',
		);
		expect(
			Object.entries(contributors).map(([role, list]) => [
				role,
				list.names.map(({ family }) => family).join(),
				list.etAl,
			]),
		).toEqual([
			['author', 'Doe', true],
			['translator', 'Sun', false],
			['container-author', 'Samek', false],
			['organizer', 'Binder', false],
			['compiler', 'Müller', false],
			['foreword-author', 'Bach', false],
		]);
	});

	test.each([
		['editor = {Sun, J.}, editortype = {compiler}', ['editor']],
		['editor = {Sun, J.}, editora = {Weber, L.}', ['editor']],
		['editor = {Sun, J.}, editora = {Weber, L.}, editoratype = {redactor}', ['editor', 'redactor']],
		['editor = {Sun, J.}, editorb = {Weber, L.}, editorbtype = {translator}', ['editor', 'translator']],
	])('of %s', (fields, expected) => {
		expect(Object.keys(read('collection', fields).contributors)).toEqual(expected);
	});

	test('obey useprefix', () => {
		const dropped = read('book', 'author = {van der Berg, Jan}').contributors.author?.names[0];
		const kept = read('book', 'author = {van der Berg, Jan}, options = {useprefix=true}').contributors.author?.names[0];
		expect([dropped?.droppingParticle, kept?.nonDroppingParticle]).toEqual(['van der', 'van der']);
	});
});

describe('remarks', () => {
	test("come from BibBase's field if there are no others", () => {
		const own = 'bibbase_note = {<span style="color: red">Best</span> student paper}';
		expect(words(read('article', own).note)).toBe('Best student paper');
		expect(words(read('article', `note = {In French}, ${own}`).note)).toBe('In French');
		expect(read('article', `addendum = {In French}, ${own}`).note).toBeNull();
	});

	test("include al-folio's notes for readers, after all others", () => {
		const info =
			'additional_info = {. *More* is [here](https://example.org/a_b)}, annotation = {* Equal work<br>† <a href="https://example.org">Lab</a>}';
		const { addendum } = read('article', `addendum = {With a table}, ${info}`);
		expect(words(addendum)).toBe('With a table. More is here. * Equal work † Lab');
		expect(JSON.stringify(addendum)).toContain('"href":"https://example.org/a_b"');
		expect(JSON.stringify(addendum)).toContain('"href":"https://example.org"');
	});

	test('do not include private annotations', () => {
		expect(read('article', 'annotation = {Weak proof}, selected = {true}').addendum).toBeNull();
	});

	test.each([
		['howpublished = {\\url{https://a.org/x}}', { medium: null, note: null }],
		['note = {Available at \\url{https://a.org/x}}', { medium: null, note: null }],
		['note = {In press}', { note: null }],
		['note = {Submitted to Nature}', { note: null }],
		['note = {Best of the year}', { note: 'Best of the year' }],
		['howpublished = {Leaflet}', { medium: 'Leaflet', eventTitle: null }],
		['note = {Publisher: Elsevier\n tex.ids= curie1911}', { note: null }],
		['note = {arXiv:1706.03762 [cs]}', { note: null }],
		['note = {{arXiv}: 1706.03762}', { note: null }],
		['note = {Times Cited: 5 Curie, M.}', { note: null }],
		['note = {cited By 12}', { note: null }],
		['note = {[PubMed Central:\\href{https://a.org/PMC1}{PMC1}]}', { note: null }],
		['note = {OCLC: 48137973}', { note: null }],
		['note = {Place: US Publisher: American Psychological Association}', { note: null }],
		['note = {PMID: 33653235}', { note: null }],
		['note = {PMID of the year}', { note: 'PMID of the year' }],
		['note = {Publisher of the year}', { note: 'Publisher of the year' }],
		[
			'eprint = {1706.03762}, eprinttype = {arxiv}, publisher = {arXiv}, number = {{arXiv}:1706.03762}',
			{ publisher: null, number: null },
		],
	])('%s', (fields, expected) => {
		const publication = read('misc', fields);
		for (const [name, value] of Object.entries(expected)) expect(words(publication[name as 'note']), name).toBe(value);
	});

	test.each([
		['howpublished = {EcoDep Conference}, address = {Naples}', { eventTitle: 'EcoDep Conference', medium: null }],
		['howpublished = {Lightning talk}', { eventTitle: null, medium: 'Lightning talk' }],
		['howpublished = {Online}, eventtitle = {EcoDep}', { eventTitle: 'EcoDep', medium: 'Online' }],
	])('of a talk: %s', (fields, expected) => {
		const publication = read('invited', fields);
		for (const [name, value] of Object.entries(expected)) expect(words(publication[name as 'note']), name).toBe(value);
	});

	test('of an @unpublished talk: the event is in its note', () => {
		const { eventTitle, note, eventPlace } = read(
			'unpublished',
			'note = {Library Days 2024}, venue = {}, location = {Köln}',
		);
		expect([words(eventTitle), words(note), words(eventPlace)]).toEqual(['Library Days 2024', null, null]);
	});

	test('link the addresses in them', () => {
		expect(read('misc', 'note = {Code at https://a.org/x\\_y, and more.}').note).toEqual([
			{ type: 'text', value: 'Code at ' },
			{ type: 'link', href: 'https://a.org/x_y', children: [{ type: 'text', value: 'https://a.org/x_y' }] },
			{ type: 'text', value: ', and more.' },
		]);
	});
});

describe('words that the style writes', () => {
	test.each<[string, Record<string, string | null>]>([
		['booktitle = {In Proceedings of the 3rd X}', { containerTitle: 'Proceedings of the 3rd X' }],
		['booktitle = {In: Advances in X}', { containerTitle: 'Advances in X' }],
		['booktitle = {in 3rd Workshop on X}', { containerTitle: '3rd Workshop on X' }],
		['booktitle = {In Search of X}', { containerTitle: 'In Search of X' }],
		['booktitle = {CHI 20}, series = {CHI 20}', { containerTitle: 'CHI 20', collectionTitle: null }],
		['booktitle = {B}, note = {doi: 10.1000/xyz}', { note: null }],
	])('are not doubled: %s', (fields, expected) => {
		const publication = read('inproceedings', fields);
		for (const [name, value] of Object.entries(expected)) expect(words(publication[name as 'note']), name).toBe(value);
	});

	test('are removed from numbers', () => {
		const { volume, issue, pages } = read(
			'article',
			'journal = {J}, volume = {Vol. 12,}, number = {No. 3}, pages = {1-15.}',
		);
		expect([words(volume), words(issue), pages]).toEqual(['12', '3', '1–15']);
		expect(words(read('article', 'journal = {J}, volume = {Vol. B}').volume)).toBe('Vol. B');
	});
});

describe('other fields', () => {
	test.each([
		['{xai, deep learning}', ['xai', 'deep learning']],
		['{xai; deep learning, again}', ['xai', 'deep learning, again']],
		['{{d, e}, f}', ['d, e', 'f']],
		['{Schr{\\"o}dinger, xai, xai}', ['Schrödinger', 'xai']],
		['{}', []],
	])('keywords %s', (written, keywords) => {
		expect(read('misc', `keywords = ${written}`).keywords).toEqual(keywords);
	});

	test.each([
		['author = {Aamodt, K. and others}, collaboration = {ALICE}', 'ALICE Collaboration'],
		['collaboration = {E-802, E-866}', 'E-802, E-866 Collaborations'],
		['collaboration = {for the {ATLAS} Collaboration}', 'ATLAS Collaboration'],
		['collaboration = {Particle Data Group}', 'Particle Data Group'],
		['author = {{ALICE Collaboration} and Aamodt, K.}, collaboration = {ALICE}', null],
		['collaboration = {}', null],
	])('%s follows the authors', (fields, collaboration) => {
		expect(read('article', fields).collaboration).toBe(collaboration);
	});

	test.each([
		['award = {Best Paper Award and Medal}', ['Best Paper Award and Medal']],
		['awards = {Best Paper Award; Medal}', ['Best Paper Award', 'Medal']],
		['award = {true}, award_name = {Best Paper}', ['Best Paper']],
		['award = {Best Paper at ICML}, award_name = {Best Paper}', ['Best Paper at ICML']],
		['honor = {Finalist}', ['Finalist']],
	])('%s', (fields, awards) => {
		expect(read('misc', fields).awards.map(words)).toEqual(awards);
	});

	test('marks of al-folio and BibLaTeX', () => {
		expect(read('misc', 'selected = {true}, preview = {brain.gif}')).toMatchObject({
			selected: true,
			preview: 'brain.gif',
		});
		expect(read('misc', 'selected = {false}, hidden = {true}')).toMatchObject({ selected: false, hidden: true });
		expect(read('misc', 'options = {skipbib}').hidden).toBe(true);
		expect(read('misc', 'options = {skipbib=false}').hidden).toBe(false);
		expect(read('misc', 'keywords = {xai, selected}').selected).toBe(true);
		expect(read('misc', 'preview = {javascript:alert(1)}').preview).toBeNull();
	});

	test.each([
		['a, b', ['a', 'b']],
		['a, b; c', ['a, b', 'c']],
		['a, {b, c}', ['a', 'b, c']],
		['{b, c}', ['b, c']],
		['{a; b, c}', ['a', 'b, c']],
		['a, Poisson&#39;s ratio, c', ['a', 'Poisson’s ratio', 'c']],
		['a; Poisson&#39;s ratio', ['a', 'Poisson’s ratio']],
	])('the keywords {%s}', (written, keywords) => {
		expect(read('misc', `keywords = {${written}}`).keywords).toEqual(keywords);
	});

	test.each([
		['langid = {ngerman}', ['de']],
		['langid = {british}', ['en-GB']],
		['language = {german and english}', ['de', 'en']],
		['language = {langfrench}', ['fr']],
		['language = {pt_br}', ['pt-BR']],
		['language = {zh-hant-tw}', ['zh-Hant-TW']],
		['language = {Klingon}', []],
	])('%s', (fields, languages) => {
		expect(read('misc', fields).languages).toEqual(languages);
	});
});

describe('a publication', () => {
	test('is the same object for the same entry, and its diagnostics are reported again', () => {
		const diagnostics: Diagnostic[] = [];
		const library = readLibrary([source('test.bib', '@book{key, title = {A \\foo{b}}, isbn = {1}}')], () => {});
		const [entry] = library.entries;
		if (!entry) throw new Error('no entry');
		const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
		const first = publicationOf(entry, reading, report);
		const once = diagnostics.map(({ code }) => code);
		expect(once).toEqual(['identifier/invalid', 'text/unknown-command']);
		expect(publicationOf(entry, reading, report)).toBe(first);
		expect(diagnostics.map(({ code }) => code)).toEqual([...once, ...once]);
		expect(publicationOf(entry, { ...reading }, report)).not.toBe(first);
	});

	test('reports the position of an unknown command in a value', () => {
		const bib = '@book{other, title = {O}}\n@book{key, title = {A \\foo{b}}}';
		const [issue] = readAll(bib).diagnostics;
		const span = issue?.span && inFile(issue.span);
		expect(span && bib.slice(span.start, span.end)).toMatch(/^\\foo/);
	});

	test('provides any field, under either name', () => {
		const publication = read('article', 'journal = {Nature}, grant = {DFG {\\"u}ber 3}');
		expect(fieldText(publication, 'journaltitle')).toBe('Nature');
		expect(fieldText(publication, 'journal')).toBe('Nature');
		expect(fieldText(publication, 'Grant')).toBe('DFG über 3');
		expect(fieldText(publication, 'absent')).toBeNull();
		expect(fieldRich(publication, 'grant')).toEqual([{ type: 'text', value: 'DFG über 3' }]);
	});

	test('has everything, null where absent', () => {
		const publication = read('misc', 'title = {T}');
		for (const [name, value] of Object.entries(publication)) expect(value, name).toBeDefined();
		expect(fieldRich(publication, 'abstract')).toBeNull();
		expect(words(fieldRich(read('misc', 'abstract = {We \\emph{show}.}'), 'abstract'))).toBe('We show.');
	});

	test('does not report problems of inherited fields twice', () => {
		const { diagnostics } = readAll(
			'@inbook{c, title = {C}, crossref = {p}}\n@book{p, author = {Doe, J.}, title = {P}, publisher = {\\foo{X}}, isbn = {1}}',
		);
		expect(diagnostics.map(({ code }) => code).sort()).toEqual(['identifier/invalid', 'text/unknown-command']);
	});

	test('is created from any entry', () => {
		const { publications } = readAll(
			'@misc{a, title = {{}}, author = {}, year = {}, pages = {,}, doi = {}, url = { }, keywords = {,;}, edition = {}}\n@x{b}',
		);
		expect(publications.map(({ key }) => key)).toEqual(['a', 'b']);
	});

	test('of hostile length costs linear time', () => {
		const fields = ['journal', 'type', 'doi', 'url', 'isbn', 'pages', 'publisher', 'note'];
		for (const unit of ['(', 'a', '1', ',', ' and ', 'hal-', 'workshop ', 'https://', '10.1000/']) {
			const value = unit.repeat(20_000 / unit.length);
			expect(() => read('misc', fields.map((name) => `${name} = {arxiv ${value}}`).join(', '))).not.toThrow();
		}
	});
});
