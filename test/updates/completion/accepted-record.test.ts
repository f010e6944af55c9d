import { describe, expect, it } from 'vitest';
import { isCertainMatch, mismatchWithDoi } from '../../../src/updates/completion/accepted-record.ts';
import { readText } from '../services.ts';

function work(text: string) {
	const [publication] = readText(text).publications;
	if (!publication) throw new Error('no publication');
	return publication;
}

const article = `@article{a,
	author = {Noether, Emmy and van der Waerden, Bartel},
	title = {On the ideal theory of ring domains},
	journal = {Math. Ann.},
	year = {1921},
}`;

function record(changes: Readonly<Record<string, string>>, type = 'article') {
	const fields = {
		author: 'Noether, Emmy and van der Waerden, Bartel Leendert',
		title: 'On the Ideal Theory of Ring-Domains',
		journal: 'Mathematische Annalen',
		year: '1921',
		volume: '83',
		pages: '24--66',
		doi: '10.1007/bf01464225',
		...changes,
	};
	const written = Object.entries(fields).flatMap(([name, value]) => (value === '' ? [] : `${name} = {${value}}`));
	return work(`@${type}{b, ${written.join(', ')}}`);
}

describe('a record without a common identifier', () => {
	it('is not certain if the entry has neither a journal nor a volume or page', () => {
		const manuscript = article.replace(/\tjournal.*\n/, '');
		expect(isCertainMatch(work(manuscript), record({}))).toBe(false);
		expect(isCertainMatch(work(manuscript.replace('year', 'volume = {83}, year')), record({}))).toBe(true);
	});

	it('is the same work if title, names, year and kind agree', () => {
		expect(isCertainMatch(work(article), record({}))).toBe(true);
		expect(isCertainMatch(work(article), record({ year: '1922' }))).toBe(true);
		expect(isCertainMatch(work(article.replace('and van der Waerden, Bartel', 'and others')), record({}))).toBe(true);
		expect(isCertainMatch(work(article.replace('Math. Ann.', 'Math. Annalen')), record({}))).toBe(true);
		const title = 'On the ideal theory of ring domains: with an appendix';
		expect(isCertainMatch(work(article), record({ title }))).toBe(true);
	});

	it.each<[string, Record<string, string>, string?]>([
		['a work by others', { author: 'Artin, Emil and van der Waerden, Bartel' }],
		['a work by fewer authors', { author: 'Noether, Emmy' }],
		['a work by the same authors in another order', { author: 'van der Waerden, Bartel and Noether, Emmy' }],
		['a work without authors', { author: '' }],
		['a similar title', { title: 'On the ideal theory of rings' }],
		['an answer to it', { title: 'Comment on: On the ideal theory of ring domains' }],
		['its erratum', { title: 'Erratum: On the ideal theory of ring domains' }],
		['a reprint in a later year', { year: '1983' }],
		['a reprint in another journal', { journal: 'Selecta' }],
		['its version at a conference', { journal: '', booktitle: 'Proceedings of a Conference' }, 'inproceedings'],
		['its preprint', { journal: 'arXiv', doi: '10.48550/arxiv.2101.00001' }],
		['the book of that title', { journal: '', publisher: 'Springer' }, 'book'],
		['a thesis of that title', { journal: '', school: 'Göttingen' }, 'phdthesis'],
		['a talk of that title', { journal: '' }, 'talk'],
	])('is not %s', (_, changes, type) => {
		expect(isCertainMatch(work(article), record(changes, type))).toBe(false);
	});

	it('is not one at another place of the same journal', () => {
		const placed = work(article.replace('year', 'volume = {84}, year'));
		expect(isCertainMatch(placed, record({}))).toBe(false);
		expect(isCertainMatch(placed, record({ volume: '84' }))).toBe(true);
	});

	it('needs more than a common title', () => {
		const editorial = (more: string) => work(`@article{a, author = {Doe, J}, title = {Editorial}, ${more}}`);
		const found = editorial('journal = {Journal of Tests}, volume = {3}, pages = {1}, year = {2020}');
		expect(isCertainMatch(editorial('journal = {Journal of Tests}, year = {2020}'), found)).toBe(false);
		expect(isCertainMatch(editorial('journal = {J. Tests}, volume = {3}, year = {2020}'), found)).toBe(true);
	});

	it('is the same edition of a book only in the same year and from the same publisher', () => {
		const book = (more: string) =>
			work(`@book{a, author = {Doe, J}, title = {A Long History of Short Books}, ${more}}`);
		const found = book('publisher = {Springer Berlin Heidelberg}, year = {2020}, isbn = {978-3-030-28953-9}');
		expect(isCertainMatch(book('publisher = {Springer}, year = {2020}'), found)).toBe(true);
		expect(isCertainMatch(book('publisher = {Springer}, year = {2019}'), found)).toBe(false);
		expect(isCertainMatch(book('publisher = {Dover}, year = {2020}'), found)).toBe(false);
		expect(isCertainMatch(book('year = {2019}, isbn = {9783030289539}'), found)).toBe(true);
	});
});

describe('the record of the DOI of an entry', () => {
	const chapter = work(
		'@incollection{a, author = {Doe, J}, title = {A Chapter of a Book}, booktitle = {A Book}, year = {2020}}',
	);

	it('may differ in spelling', () => {
		expect(mismatchWithDoi(work(article), record({ title: 'On the ideal theory of ring domains, part 1' }))).toBeNull();
		expect(mismatchWithDoi(work(article), record({ author: 'Noether, E. and others' }))).toBeNull();
	});

	it.each<[string, Record<string, string>, string?]>([
		['the record has the title "Invariante Variationsprobleme"', { title: 'Invariante Variationsprobleme' }],
		['the record has other authors', { author: 'Artin, Emil' }],
		['the record has another year', { year: '1983' }],
		['the DOI is that of a preprint', { journal: 'arXiv' }],
		['the DOI is that of the whole book', { journal: '', publisher: 'Springer' }, 'book'],
	])('cannot complete it if %s', (why, changes, type) => {
		expect(mismatchWithDoi(work(article), record(changes, type))).toBe(why);
	});

	it('cannot complete it if places contradict each other', () => {
		const placed = work(article.replace('year', 'pages = {1--9}, year'));
		expect(mismatchWithDoi(placed, record({}))).toBe('the record has pages 24 instead of 1');
	});

	it('cannot complete a chapter with its book', () => {
		const book = work('@book{b, editor = {Doe, J}, title = {A Book}, year = {2020}, publisher = {P}}');
		expect(mismatchWithDoi(chapter, book)).not.toBeNull();
	});
});
