import { describe, expect, it } from 'vitest';
import { builtInLinks } from '../../src/publications/links/links.ts';
import { findings, inShort } from './findings.ts';

describe('misspellings', () => {
	it.each([
		['autor', 'author'],
		['tittle', 'title'],
		['titel', 'title'],
		['page', 'pages'],
		['jounal', 'journal'],
		['booktilte', 'booktitle'],
		['publiser', 'publisher'],
		['adress', 'address'],
		['volumne', 'volume'],
	])('finds the field %s', (field, right) => {
		const found = findings(`@mytype{k, ${right === 'title' ? '' : 'title = {T}, '}${field} = {x}}`).find(
			({ code }) => code === 'field/misspelt',
		);
		expect(found?.hint).toBe(`Did you mean "${right}"?`);
	});

	it.each([
		'award',
		'awards',
		'code',
		'pdf',
		'slides',
		'video',
		'poster',
		'note',
		'notes',
		'authors',
		'faddress',
		'translation',
		'intranslator',
		'keyword',
		'organisation',
		'numpages',
		'pagetotal',
		'date-added',
		'bdsk-url-1',
		'author1',
		'url_paper',
		'selected',
		'preview',
		'abbr',
		'data',
		'dates',
		'comment',
		'owner',
		'timestamp',
		'articleno',
		'venue',
		'volumes',
		'editors',
		'shortjournal',
		'html',
		'family',
	])('accepts the field %s', (field) => {
		expect(inShort(`@mytype{k, title = {T}, ${field} = {x}}`)).toEqual([]);
	});

	it('accepts every field of the link table', () => {
		const names = builtInLinks.flatMap(({ fields }) => fields).filter((name) => !name.includes('*'));
		const fields = [...new Set(names)].map((name) => `${name} = {https://example.org}`);
		const found = inShort(`@mytype{k, title = {T}, ${fields.join(', ')}}`);
		expect(found.filter((one) => one.startsWith('field/misspelt'))).toEqual([]);
	});

	it('reports a frequent misspelling once, with its count', () => {
		const found = findings([1, 2, 3].map((key) => `@mytype{k${key}, title = {T${key}}, autor = {A}}`).join('\n'));
		expect(found.map(({ message }) => message)).toEqual(['Unknown field "autor" (3 times)']);
	});

	it('accepts a field if the correct one is also present', () => {
		expect(inShort('@mytype{k, title = {T}, titel = {Titel}}')).toEqual([]);
	});

	it('finds an entry type', () => {
		expect(inShort('@inproceeding{k, title = {T}}')).toEqual(['bib/unknown-type @inproceeding']);
		expect(inShort('@artcle{k, title = {T}}')).toEqual(['bib/unknown-type @artcle']);
	});

	it.each([
		'talk',
		'presentation',
		'award',
		'mytype',
		'grant',
		'editorial',
		'course',
		'supervision',
		'teaching',
		'electronic',
		'mvbook',
	])('accepts the entry type @%s', (type) => {
		expect(inShort(`@${type}{k, title = {T}}`).filter((one) => one.startsWith('bib/'))).toEqual([]);
	});
});

describe('similar keys', () => {
	it('finds keys that differ in case only', () => {
		expect(
			inShort(
				'@misc{Curie1903, title = {A}, year = 1903, author = {Curie, M}}\n@misc{curie1903, title = {B}, year = 1903, author = {Curie, M}}',
			),
		).toEqual(['bib/similar-key curie1903']);
	});
});

describe('unused macros', () => {
	const entry = '@misc{k, author = {A B}, title = {T}, year = 1922, note = used}';

	it('finds a macro that nothing uses', () => {
		expect(inShort(`@string{used = "x"} @string{idle = "y"} ${entry}`).map((one) => one.slice(0, 16))).toEqual([
			'bib/unused-macro',
		]);
	});

	it('accepts macros used in other macros', () => {
		expect(inShort(`@string{part = "x"} @string{used = part # " y"} ${entry}`)).toEqual([]);
	});

	it('accepts a file of macros only', () => {
		expect(inShort('@string{idle = "y"}')).toEqual([]);
	});
});

describe('spelling variants', () => {
	it('finds a full name with and without its accents', () => {
		const found = findings(['Poincaré, Henri', 'Poincaré, Henri', 'Poincare, Henri'].map(book).join('\n'));
		expect(found.map(({ code, message }) => [code, message])).toEqual([
			['library/name-variant', 'Name "Henri Poincare" is spelt "Henri Poincaré" elsewhere'],
		]);
	});

	it.each([
		['initials', ['Poincaré, H.', 'Poincare, H.']],
		['other given names', ['Poincaré, Henri', 'Poincare, Raymond']],
		['hyphens and capitals', ['Müller, Klaus-Robert', 'Müller, Klaus Robert', 'Müller, klaus-robert']],
		['the same name in LaTeX', ['Poincaré, Henri', "Poincar\\'{e}, Henri"]],
	])('accepts %s', (_, names) => {
		expect(findings(names.map(book).join('\n'))).toEqual([]);
	});

	it('finds a journal in two spellings', () => {
		const text = ['Nature Physics', 'Nature physics', 'Nature Physics'].map(
			(journal, index) =>
				`@article{k${index}, author = {A B}, title = {T${index}}, journal = {${journal}}, year = 1922}`,
		);
		expect(findings(text.join('\n')).map(({ message }) => message)).toEqual([
			'Venue "Nature physics" is spelt "Nature Physics" elsewhere',
		]);
	});
});

describe('a preprint and its published version', () => {
	const published =
		'@article{b, author = {Curie, Marie and Curie, Pierre}, title = {On a New Radioactive Substance}, journal = {Comptes rendus}, year = 2021';

	it('proposes a likely pair', () => {
		const text = `@misc{a, author = {Curie, Marie}, title = {On a New Radioactive Substance}, eprint = {2003.07631}, archiveprefix = {arXiv}, year = 2020} ${published}}`;
		const [found] = findings(text);
		expect([found?.code, found?.hint]).toEqual([
			'library/preprint-pair',
			expect.stringContaining('relatedtype = {preprintof}'),
		]);
	});

	it('does not report a declared pair', () => {
		const text = `@misc{a, author = {Curie, Marie}, title = {On a New Radioactive Substance}, eprint = {2003.07631}, archiveprefix = {arXiv}, year = 2020, related = {b}, relatedtype = {preprintof}} ${published}}`;
		expect(findings(text)).toEqual([]);
	});
});

function book(author: string, index: number): string {
	return `@book{k${index}, author = {${author}}, title = {Work ${'abc'.charAt(index)}}, year = 1905}`;
}

describe('related works', () => {
	const library = '@misc{tides, related = {waves, winds}}\n@misc{swell, title = {Swell}, ids = {waves}}';

	it('are reported if the library has no entry with that key or id', () => {
		const found = findings(library).filter(({ code }) => code === 'bib/missing-parent');
		expect(found.map(({ message }) => message)).toEqual(['Unknown key "winds" in related']);
	});

	it('are not reported again for child entries', () => {
		const found = findings(`${library}\n@misc{child, crossref = {tides}}`);
		expect(found.filter(({ code }) => code === 'bib/missing-parent')).toHaveLength(1);
	});
});
