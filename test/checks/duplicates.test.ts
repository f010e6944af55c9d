import { describe, expect, it } from 'vitest';
import { findings } from './findings.ts';

describe('duplicates', () => {
	it.each([
		[
			'the same DOI in two forms',
			[article('doi = {10.1000/Xyz}'), article('doi = {https://doi.org/10.1000/xYZ}', 'Other')],
		],
		['the same title and first author', [article(''), article('journal = {Z. Phys.}')]],
		['titles that differ in case, braces, accents and dashes', [article(''), article('', '{\\"U}ber Die {Spektren}')]],
		['consecutive years (online first and print)', [article('year = 1922'), article('year = 1923')]],
		['pages counted from 1 and in the volume', [article('pages = {1--9}'), article('pages = {2912--2920}')]],
		[
			'two preprints with one arXiv id',
			[preprint('2003.07631v1', 'One title'), preprint('2003.07631v2', 'Another title')],
		],
		[
			'the same PubMed id',
			[article('pmid = 12653513'), article('eprint = {12653513}, eprinttype = {pubmed}', 'Other')],
		],
		['chapters with the same DOI and title', [chapter('doi = {10.1000/b}'), chapter('doi = {10.1000/b}')]],
		['a thesis in BibTeX and in BibLaTeX', [thesis('phdthesis'), thesis('thesis', 'type = {phdthesis}')]],
		['the same talk twice', [talk('Berlin', '2020-05-01'), talk('Berlin', '2020-05-01')]],
	])('finds %s', (_, entries) => {
		expect(duplicates(entries)).toEqual(['b of a']);
	});

	it.each([
		['a chapter with the DOI of its book', [chapter('doi = {10.1000/b}', 'One'), chapter('doi = {10.1000/b}', 'Two')]],
		[
			'chapters with the ISBN of their book',
			[chapter('isbn = {9783161484100}', 'One'), chapter('isbn = {9783161484100}', 'Two')],
		],
		['numbered reports', [report('number = 1'), report('number = 2')]],
		['parts with a number in the title', [article('', 'Spectra I'), article('', 'Spectra II')]],
		['parts with a number in a field', [article('part = 1'), article('part = 2')]],
		['two volumes of one title', [article('volume = 3'), article('volume = 4')]],
		['editions of two years', [book('year = 1980'), book('year = 1981')]],
		['columns in one issue', [article('volume = 1, pages = {119}'), article('volume = 1, pages = {170--171}')]],
		['editions', [book('edition = 1'), book('edition = 2')]],
		['years apart', [article('year = 1922'), article('year = 1929')]],
		['other DOIs', [article('doi = {10.1000/a}'), article('doi = {10.1000/b}')]],
		['a conference paper and its journal version', [article(''), paper('')]],
		[
			'a preprint and its published version',
			[preprint('2003.07631', 'Spectra'), article('eprint = {2003.07631}, eprinttype = {arxiv}', 'Spectra')],
		],
		[
			'a preprint that has the DOI of the published version',
			[
				`@misc{KEY, author = {Meitner, Lise}, title = {Spectra}, eprint = {2003.07631}, archiveprefix = {arXiv}, doi = {10.1000/x}, year = 2020}`,
				article('doi = {10.1000/x}', 'Spectra'),
			],
		],
		['a talk and the paper', [talk('Berlin', '2020-05-01'), article('')]],
		['a talk given twice', [talk('Berlin', '2020-05-01'), talk('Berlin', '2020-06-01')]],
		['a talk at two places', [talk('Berlin', '2020-05-01'), talk('Wien', '2020-05-01')]],
		['patents in one family', [patent('3991102', 'EP'), patent('2022/0114455', 'US')]],
		['an erratum with its own title', [article(''), article('', 'Erratum: Über die Spektren')]],
		['editorials', [article('', 'Editorial'), article('', 'Editorial')]],
		['two authors', [article(''), article('', undefined, 'Hahn, Otto')]],
		['C and C++', [book('', 'Programming in C'), book('', 'Programming in C++')]],
		['an erratum with a related field', [article(''), article('related = {a}, relatedtype = {errata}')]],
		[
			'a parent and its child',
			[
				book('', 'Spektren'),
				`@inbook{KEY, author = {Meitner, Lise}, title = {Spektren}, crossref = {a}, pages = {1--9}}`,
			],
		],
		['theses for two degrees', [thesis('mastersthesis'), thesis('phdthesis')]],
		['theses for two degrees in BibLaTeX', [thesis('thesis', 'type = {mathesis}'), thesis('phdthesis')]],
		['a thesis and the book based on it', [thesis('phdthesis'), book('')]],
		['translations', [book('langid = {german}'), book('langid = {english}')]],
		['versions of a program', [software('version = 1.0'), software('version = 2.0')]],
	])('ignores %s', (_, entries) => {
		expect(duplicates(entries)).toEqual([]);
	});

	it('reports each copy once, with the first one', () => {
		expect(
			duplicates([article('doi = {10.1000/x}'), article('doi = {10.1000/x}'), article('doi = {10.1000/x}')]),
		).toEqual(['b of a', 'c of a']);
	});

	it('ignores equal keys, which reading the library reports', () => {
		expect(duplicates([article('').replace('KEY', 'a'), article('').replace('KEY', 'a')])).toEqual([]);
	});

	it('hints at a wrong identifier if the titles differ', () => {
		const [found] = findings(
			article('doi = {10.1000/x}').replace('KEY', 'a') + article('doi = {10.1000/x}', 'Otherwise').replace('KEY', 'b'),
		);
		expect(found?.hint).toContain('titles differ');
	});
});

function duplicates(entries: readonly string[]): string[] {
	const text = entries.map((entry, index) => entry.replace('KEY', 'abc'.charAt(index))).join('\n');
	return findings(text)
		.filter(({ code }) => code === 'library/duplicate')
		.map(({ message }) => message.replace(/^(\w+) .* of (\w+):.*$/, '$1 of $2'));
}

function article(more: string, title = 'Über die Spektren', author = 'Meitner, Lise'): string {
	return entry('article', more, { author, title, journal: 'Zeitschrift für Physik', year: '1922' });
}

function book(more: string, title = 'Über die Spektren'): string {
	return entry('book', more, { author: 'Meitner, Lise', title, publisher: 'Springer', year: '1922' });
}

function paper(more: string): string {
	return entry('inproceedings', more, {
		author: 'Meitner, Lise',
		title: 'Über die Spektren',
		booktitle: 'Solvay Conference',
		year: '1922',
	});
}

function chapter(more: string, title = 'Über die Spektren'): string {
	return entry('incollection', more, { author: 'Meitner, Lise', title, booktitle: 'Handbuch', year: '1922' });
}

function report(more: string): string {
	return entry('techreport', more, {
		author: 'Meitner, Lise',
		title: 'Annual Report',
		institution: 'KWI',
		year: '1922',
	});
}

function thesis(type: string, more = ''): string {
	return entry(type, more, { author: 'Meitner, Lise', title: 'Über die Spektren', school: 'Wien', year: '1922' });
}

function software(more: string): string {
	return entry('software', more, { author: 'Meitner, Lise', title: 'Spectra', year: '2020' });
}

function preprint(id: string, title: string): string {
	const fields = { author: 'Meitner, Lise', title, eprint: id, archiveprefix: 'arXiv', year: '2020' };
	return entry('misc', '', fields);
}

function talk(place: string, date: string): string {
	return entry('talk', '', { author: 'Meitner, Lise', title: 'Über die Spektren', eventtitle: place, eventdate: date });
}

function patent(number: string, location: string): string {
	return entry('patent', '', { author: 'Meitner, Lise', title: 'Spectrograph', number, location, date: '2020-05-01' });
}

/** An entry with the fields of `more`, then the other fields. */
function entry(type: string, more: string, fields: Readonly<Record<string, string>>): string {
	const rest = Object.entries(fields).filter(([name, value]) => value !== '' && !new RegExp(`\\b${name} =`).test(more));
	return `@${type}{KEY, ${[more, ...rest.map(([name, value]) => `${name} = {${value}}`)].filter(Boolean).join(', ')}}`;
}
