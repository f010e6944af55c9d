import { describe, expect, it } from 'vitest';
import { fieldsOf, only, pointedAt, read } from '../reading.ts';

/** The fields of the entry `child`. */
const child = (...texts: string[]) => fieldsOf(read(...texts).library.byKey.get('child'));
const inherited = (...texts: string[]) => {
	const entry = read(...texts).library.byKey.get('child');
	const fields = [...(entry?.fields.values() ?? [])].filter(({ inheritedFrom }) => inheritedFrom);
	return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
};

describe('crossref', () => {
	const parent = '@proceedings{p, title = {Proc. X}, subtitle = {On Y}, editor = {E, F}, year = 2001, publisher = {P}}';
	const expected = { booktitle: 'Proc. X', booksubtitle: 'On Y', editor: 'E, F', year: '2001', publisher: 'P' };

	it.each([
		['after the entry', ['@inproceedings{child, title = {T}, crossref = {p}}', parent].join('\n')],
		['before it', [parent, '@inproceedings{child, title = {T}, crossref = {p}}'].join('\n')],
		[
			'under one of its ids',
			`@inproceedings{child, title = {T}, crossref = {q}}${parent.replace('}', '}, ids = {o, q}')}`,
		],
		['with whitespace around the key', `@inproceedings{child, title = {T}, crossref = { p\n}}${parent}`],
		['given by a macro', `@string{proc = "p"}@inproceedings{child, title = {T}, crossref = "p" # {}}${parent}`],
		['for an alias of the type', `@Conference{child, title = {T}, CrossRef = {p}}${parent}`],
	])('finds a parent %s', (_, text) => {
		expect(inherited(text)).toEqual(expected);
	});

	it('finds a parent in another file', () => {
		expect(inherited('@inproceedings{child, title = {T}, crossref = {p}}', parent)).toEqual(expected);
	});

	it('does not pass on what happened to a parent after its publication', () => {
		const corrected = parent.replace('year', 'corrected = {2004}, concern = {true}, retracted = {2010}, year');
		expect(inherited('@inproceedings{child, title = {T}, crossref = {p}}', corrected)).toEqual(expected);
	});

	it('names the source of a value', () => {
		const { library } = read(parent, '@inproceedings{child, title = {T}, crossref = {p}}');
		const field = library.byKey.get('child')?.fields.get('booktitle');
		expect(field?.inheritedFrom).toBe(library.byKey.get('p'));
		expect(field?.name).toBe('booktitle');
		expect(field?.span.source).toBe(library.byKey.get('p')?.source);
		expect(library.byKey.get('child')?.parents).toEqual([library.byKey.get('p')]);
	});

	// BibLaTeX manual, appendix B.
	it.each([
		['book', 'inbook', { booktitle: 'T', booksubtitle: 'S', booktitleaddon: 'A', bookauthor: 'N', author: 'N' }],
		['book', 'suppbook', { booktitle: 'T', booksubtitle: 'S', booktitleaddon: 'A', bookauthor: 'N', author: 'N' }],
		['mvbook', 'book', { maintitle: 'T', mainsubtitle: 'S', maintitleaddon: 'A', author: 'N' }],
		['mvbook', 'inbook', { maintitle: 'T', mainsubtitle: 'S', maintitleaddon: 'A', bookauthor: 'N', author: 'N' }],
		['mvcollection', 'collection', { maintitle: 'T', mainsubtitle: 'S', maintitleaddon: 'A', author: 'N' }],
		['collection', 'incollection', { booktitle: 'T', booksubtitle: 'S', booktitleaddon: 'A', author: 'N' }],
		['mvproceedings', 'inproceedings', { maintitle: 'T', mainsubtitle: 'S', maintitleaddon: 'A', author: 'N' }],
		['reference', 'inreference', { booktitle: 'T', booksubtitle: 'S', booktitleaddon: 'A', author: 'N' }],
		['periodical', 'article', { journaltitle: 'T', journalsubtitle: 'S', titleaddon: 'A', author: 'N' }],
		// Not in the table, but in classic BibTeX files.
		['book', 'incollection', { booktitle: 'T', booksubtitle: 'S', booktitleaddon: 'A', author: 'N' }],
		['book', 'inproceedings', { booktitle: 'T', booksubtitle: 'S', booktitleaddon: 'A', author: 'N' }],
		['article', 'article', { title: 'T', subtitle: 'S', titleaddon: 'A', author: 'N' }],
	])('from @%s gives @%s the titles of the container', (source, target, fields) => {
		const text = `@${target}{child, crossref = {p}}@${source}{p, author = {N}, title = {T}, subtitle = {S}, titleaddon = {A}}`;
		expect(inherited(text)).toEqual(fields);
	});

	it('prefers the booktitle of the parent', () => {
		const text =
			'@inproceedings{child, title = {T}, crossref = {p}}@proceedings{p, title = {Long}, booktitle = {Short}}';
		expect(inherited(text)).toEqual({ booktitle: 'Short' });
	});

	it('keeps the fields of the child', () => {
		const text = `@inproceedings{child, title = {T}, booktitle = {Mine}, year = 2002, crossref = {p}}${parent}`;
		expect(child(text)).toMatchObject({ title: 'T', booktitle: 'Mine', year: '2002', editor: 'E, F' });
	});

	it.each([
		['a date of its own', 'date = {2002-05}', 'year = 2001, month = jan', []],
		['a year of its own', 'year = 2002', 'date = {2001-05-02}, month = 5', []],
		['the year of its parent', 'year = 2001', 'year = 2001, month = jan', ['month']],
		['empty fields', 'year = {}, month = { }', 'year = 2001, month = jan', ['year', 'month']],
		['a month of its own', 'month = jul', 'year = 2001, month = jan', ['year']],
		['a journal of its own', 'journal = {J}', 'journaltitle = {K}', []],
		['an address of its own', 'address = {A}', 'location = {B}', []],
	])('inherits no other part for %s', (_, own, theirs, names) => {
		expect(Object.keys(inherited(`@inproceedings{child, ${own}, crossref = {p}}@proceedings{p, ${theirs}}`))).toEqual(
			names,
		);
	});

	it('does not inherit fields that describe only the parent', () => {
		const fields = [
			...[
				'doi',
				'url',
				'urldate',
				'eprint',
				'abstract',
				'note',
				'keywords',
				'file',
				'ids',
				'options',
				'label',
				'pages',
			],
			...[
				'related',
				'relatedtype',
				'shorthand',
				'sortkey',
				'execute',
				'entrysubtype',
				'pdf',
				'code',
				'award',
				'selected',
			],
			...['shorttitle', 'bdsk-url-1', 'url_slides', 'timestamp'],
		];
		const text = `@inbook{child, crossref = {p}}@book{p, ${fields.map((name) => `${name} = {x}`).join(', ')}, isbn = {y}}`;
		expect(inherited(text)).toEqual({ isbn: 'y' });
	});

	it('reaches grandparents', () => {
		const { library } = read(
			'@inbook{child, crossref = {b}} @book{b, title = {B}, crossref = {m}} @mvbook{m, title = {M}, publisher = {P}}',
		);
		const entry = library.byKey.get('child');
		expect(fieldsOf(entry)).toEqual({ crossref: 'b', booktitle: 'B', maintitle: 'M', publisher: 'P' });
		expect(entry?.parents.map(({ key }) => key)).toEqual(['b', 'm']);
		expect(entry?.fields.get('publisher')?.inheritedFrom).toBe(library.byKey.get('m'));
	});

	it('to a missing entry is reported with the closest key', () => {
		const { codes, diagnostics, places } = read(
			'@inbook{child,\n crossref = {nips2019}}\n@book{nips2018, title = {B}}',
		);
		expect([codes, places]).toEqual([['bib/missing-parent'], ['2:13']]);
		expect(diagnostics[0]?.hint).toContain('nips2018');
		expect(diagnostics.map(pointedAt)).toEqual(['{nips2019}']);
	});

	it('with different case is accepted and reported', () => {
		const { library, codes } = read('@inbook{child, crossref = {P}} @book{p, publisher = {X}}');
		expect([fieldsOf(library.byKey.get('child'))['publisher'], codes]).toEqual(['X', ['bib/missing-parent']]);
	});

	it.each([
		['itself', '@book{a, crossref = {a}, title = {A}}'],
		['two', '@book{a, crossref = {b}, title = {A}}@book{b, crossref = {a}, title = {B}}'],
		['three', '@book{a, crossref = {b}}@book{b, crossref = {c}}@book{c, crossref = {a}}'],
		['containers', '@misc{a, xdata = {b}}@xdata{b, xdata = {c}}@xdata{c, xdata = {b}}'],
	])('in a cycle of %s is reported once, and loses no entry', (_, text) => {
		const { library, codes } = read(text);
		expect(codes).toEqual(['bib/inheritance-cycle']);
		expect(library.byKey.size).toBe(text.split('@').length - 1);
	});

	it('through thousands of entries is bounded', () => {
		const chain = Array.from({ length: 5000 }, (_, i) => `@book{k${i}, crossref = {k${i + 1}}, note = {n}}`).join('\n');
		expect(read(`${chain}@book{k5000, publisher = {P}}`).keys).toHaveLength(5001);
	});
});

describe('xref', () => {
	it('inherits nothing, and is reported if its entry is missing', () => {
		const { library, codes } = read('@inbook{child, xref = {p}} @inbook{b, xref = {q}} @book{p, title = {B}}');
		expect(fieldsOf(library.byKey.get('child'))).toEqual({ xref: 'p' });
		expect(codes).toEqual(['bib/missing-parent']);
	});
});

describe('xdata', () => {
	it('passes on all its fields, and is not listed itself', () => {
		const { library, keys, codes } = read(
			'@book{child, title = {T}, xdata = {pub, series}, location = {Mine}}',
			'@xdata{pub, publisher = {P}, location = {L}, url = {https://example.org}}@xdata{series, series = {S}, xdata = {more}}',
			'@xdata{more, number = 7}',
		);
		expect(inherited('')).toEqual({});
		expect([keys, codes]).toEqual([['child'], []]);
		expect(fieldsOf(library.byKey.get('child'))).toEqual({
			title: 'T',
			xdata: 'pub, series',
			location: 'Mine',
			publisher: 'P',
			url: 'https://example.org',
			series: 'S',
			number: '7',
		});
	});

	it('passes on single fields and items', () => {
		const { library, codes } = read(
			'@book{child, author = {xdata=people-author-2 and Noether, Emmy}, publisher = {xdata=pub-publisher}}',
			'@xdata{people, author = {Curie, Marie and Meitner, Lise}} @xdata{pub, publisher = {Springer}, location = {Berlin}}',
		);
		expect(fieldsOf(library.byKey.get('child'))).toEqual({
			author: 'Meitner, Lise and Noether, Emmy',
			publisher: 'Springer',
		});
		expect(codes).toEqual([]);
		expect(library.byKey.get('child')?.parents.map(({ key }) => key)).toEqual(['people', 'pub']);
	});

	it('is reported if it does not exist', () => {
		expect(read('@book{child, xdata = {nothing}, publisher = {xdata=none-publisher}}').codes).toEqual([
			'bib/missing-parent',
			'bib/missing-parent',
		]);
	});
});

describe('a set', () => {
	it('is not listed itself, unlike its members', () => {
		const { library, keys, codes } = read('@set{s, entryset = {a, b}} @misc{a, title = {A}} @misc{b, title = {B}}');
		expect([keys, codes]).toEqual([['a', 'b'], []]);
		expect(library.byKey.get('s')?.type).toBe('set');
	});

	it('is reported if a member is missing', () => {
		expect(read('@set{s, entryset = {a, c}} @misc{a, title = {A}}').codes).toEqual(['bib/missing-parent']);
	});
});

describe('an empty field', () => {
	it.each([
		['publisher = {}', 'P'],
		['publisher = "  "', 'P'],
		['publisher = {{}}', '{}'],
	])('%s inherits unless it contains something', (own, publisher) => {
		const parent = '@proceedings{p, title = {Proc. X}, publisher = {P}} @xdata{x, publisher = {P}}';
		expect(child(`@inproceedings{child, ${own}, crossref = {p}}${parent}`)).toMatchObject({ publisher });
		expect(child(`@inproceedings{child, ${own}, xdata = {x}}${parent}`)).toMatchObject({ publisher });
	});
});

describe('ids', () => {
	it('are additional keys of the entry, and real keys take precedence', () => {
		const { library } = read('@misc{a, ids = {old, b}, title = {A}} @misc{b, title = {B}}');
		expect(only(library.entries.filter(({ key }) => key === 'a')).ids).toEqual(['old', 'b']);
		expect(library.byKey.get('old')?.key).toBe('a');
		expect(library.byKey.get('b')?.key).toBe('b');
	});
});
