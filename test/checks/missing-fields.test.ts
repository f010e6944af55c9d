import { describe, expect, it } from 'vitest';
import { findings, inShort } from './findings.ts';

describe('missing fields', () => {
	it('are reported in one message at the key', () => {
		const [found, ...others] = findings('@article{noether1918, title = {Invariante Variationsprobleme}}');
		expect(found?.code).toBe('field/missing');
		expect(found?.message).toBe('Missing fields "author" or "editor", "journal", "year" in @article noether1918');
		expect(found?.hint).toBe('Add author = {…}, journal = {…} and year = {…}');
		expect(others).toEqual([]);
	});

	it.each([
		['article', 'author = {A B}, title = {T}, journal = {J}, year = 1918'],
		['article', 'author = {A B}, title = {T}, journaltitle = {J}, date = {1918-05}'],
		['article', 'author = {A B}, title = {T}, eprint = {2003.07631}, archiveprefix = {arXiv}, year = 2020'],
		['article', 'author = {A B}, title = {T}, journal = {arXiv preprint arXiv:2003.07631}, year = 2020'],
		['article', 'author = {A B}, title = {T}, pubstate = {submitted}'],
		['article', 'author = {A B}, title = {T}, journal = {J}, pubstate = {inpress}'],
		['article', 'author = {A B}, title = {T}, journal = {J}, year = {in press}'],
		['book', 'editor = {A B}, title = {T}, year = 1918'],
		['inbook', 'author = {A B}, title = {T}, chapter = 3, publisher = {P}, year = 1918'],
		['inbook', 'author = {A B}, title = {T}, pages = {1--9}, year = 1918'],
		['incollection', 'author = {A B}, title = {T}, booktitle = {C}, year = 1918'],
		['inproceedings', 'author = {A B}, title = {T}, booktitle = {C}, year = 1918'],
		['conference', 'author = {A B}, title = {T}, booktitle = {C}, year = 1918'],
		['proceedings', 'title = {T}, year = 1918'],
		['phdthesis', 'author = {A B}, title = {T}, school = {S}, year = 1918'],
		['thesis', 'author = {A B}, title = {T}, type = {phdthesis}, institution = {S}, date = 1918'],
		['techreport', 'author = {A B}, title = {T}, institution = {I}, year = 1918'],
		['report', 'author = {A B}, title = {T}, type = {techreport}, institution = {I}, date = 1918'],
		['patent', 'author = {A B}, title = {T}, number = {US1}, date = 2020'],
		['online', 'author = {A B}, title = {T}, url = {https://example.org}, urldate = {2020-01-01}'],
		['misc', 'author = {A B}, title = {T}, year = 1918'],
		['unpublished', 'author = {A B}, title = {T}, note = {Draft}'],
		['talk', 'title = {T}, eventtitle = {E}, eventdate = {2020-01-01}'],
		['talk', 'title = {T}, venue = {V}, month = 1, year = {2020}'],
		['award', 'title = {T}, date = {2020}'],
		['software', 'author = {A B}, title = {T}, year = 2020'],
		['dataset', 'author = {A B}, title = {T}, year = 2020'],
		['mytype', 'title = {T}'],
		['set', 'entryset = {a,b}'],
	])('are not reported in @%s{%s}', (type, fields) => {
		expect(inShort(`@${type}{key, ${fields}}`)).toEqual([]);
	});

	it.each([
		['article', 'author = {A B}, title = {T}, year = 1918', 'journal'],
		['article', 'author = {A B}, title = {T}, journal = {}, year = 1918', 'journal'],
		['inproceedings', 'author = {A B}, title = {T}, year = 1918', 'booktitle'],
		['thesis', 'author = {A B}, title = {T}, institution = {S}, date = 1918', 'type'],
		['phdthesis', 'author = {A B}, title = {T}, year = 1918', 'institution'],
		['patent', 'author = {A B}, title = {T}, date = 1918', 'number'],
		['online', 'author = {A B}, title = {T}, year = 1918', 'url'],
		['book', 'author = {A B}, title = {T}', 'year'],
		['talk', 'title = {T}, eventtitle = {E}', 'eventdate'],
	])('are reported in @%s{%s}: %s', (type, fields, name) => {
		const found = findings(`@${type}{key, ${fields}}`).filter(({ code }) => code === 'field/missing');
		expect(found.map(({ message }) => message)).toEqual([`Missing field "${name}" in @${type} key`]);
	});

	it('have BibLaTeX names if the library uses them', () => {
		const found = findings(
			'@article{a, author = {A B}, title = {T}, date = 1918} @book{b, author = {A B}, title = {U}}',
		);
		expect(found.map(({ hint }) => hint)).toEqual(['Add journaltitle = {…}', 'Add date = {…}']);
	});

	it('can be inherited from a crossref parent', () => {
		expect(
			inShort(`@inproceedings{child, author = {Hopper, Grace}, title = {Compilers}, crossref = {parent}}
				@proceedings{parent, title = {Proceedings}, year = 1952}`),
		).toEqual([]);
	});

	it('are only recommended if lists do not need them', () => {
		const found = findings('@report{r, author = {A B}, title = {T}, date = 1918}');
		expect(found.map(({ code, message }) => [code, message])).toEqual([
			['field/recommended', 'Missing fields "type", "institution" in @report r'],
		]);
	});

	it('include the booktitle even with a series', () => {
		const found = findings('@incollection{a, author = {A B}, title = {T}, series = {Lecture Notes}, year = 1918}');
		expect(found.map(({ code, message }) => [code, message])).toEqual([
			['field/recommended', 'Missing field "booktitle" in @incollection a'],
		]);
		expect(inShort('@incollection{a, author = {A B}, title = {T}, year = 1918}')).toEqual(['field/missing a']);
	});

	it('have a hint for misspelt fields and fields of another type', () => {
		const hints = [
			'@article{a, autor = {A B}, title = {T}, journal = {J}, year = 1918}',
			'@inproceedings{b, author = {A B}, title = {T}, journal = {J}, year = 1918}',
			'@article{c, author = {A B}, title = {T}, booktitle = {J}, year = 1918}',
		].map((text) => findings(text).find(({ code }) => code === 'field/missing')?.hint);
		expect(hints).toEqual([
			'Did you mean "author" instead of "autor"?',
			'Use @article, or rename the journal field to booktitle',
			'Use @inproceedings or @incollection, or rename booktitle to journal',
		]);
	});
});
