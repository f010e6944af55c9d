import { describe, expect, it } from 'vitest';
import { scanFolder } from '../../../../src/cli/survey/folder.ts';
import { bibBase } from '../../../../src/cli/survey/moving/bibbase.ts';
import { folderWith } from '../../../folder.ts';

const moved = (options: string) => {
	const script = `<script src="https://bibbase.org/show?bib=https%3A%2F%2Fa.org%2Fpapers.bib&jsonp=1${options}"></script>`;
	return bibBase(scanFolder(folderWith({ 'index.html': script, 'bib/papers.bib': '' }))) ?? expect.fail('no settings');
};
const listOf = (options: string) => moved(options).lists[0]?.value;

describe('a script of BibBase', () => {
	it.each([
		['', { 'group-by': 'year', number: 'none' }],
		['&group0=type&group1=year', { 'group-by': ['venue', 'year'], number: 'none' }],
		['&groupby=keywords', { 'group-by': ['keyword'], number: 'none' }],
		['&groupby=&amp;hidemenu=true', { 'group-by': [], number: 'none' }],
		['&limit=5&theme=side', { 'group-by': 'year', number: 'none', limit: 5 }],
		[
			'&filter=title:Time%20Normalization',
			{ where: 'title="*Time Normalization*"', 'group-by': 'year', number: 'none' },
		],
		[
			'&filter=authors:Noether,year:(2016|2018)',
			{ where: 'field.author=*Noether* year=2016,2018', 'group-by': 'year', number: 'none' },
		],
	])('has its options in a list: %s', (options, list) => {
		expect(listOf(options)).toEqual(list);
		expect(moved(options).notes).toEqual([]);
	});

	it('names the library', () => expect(moved('').library).toEqual(['bib/papers.bib']));

	it('may show given names in full', () => {
		expect(moved('&fullnames=1').settings).toMatchObject([
			{ key: 'names', value: { 'name-as-sort-order': 'none', 'initialize-with': null } },
		]);
	});

	it.each([
		['&filter=title:(a)(b)', 'index.html:1: filter=title:(a)(b): '],
		['&bogus=1', 'index.html:1: the option bogus=1 of BibBase has no counterpart'],
	])('reports %s', (options, note) => expect(moved(options).notes).toEqual([expect.stringContaining(note)]));

	it('reports a library elsewhere', () => {
		const page = '<iframe src="//bibbase.org/show?bib=https://bibbase.org/zotero/noether"></iframe>';
		const { library, notes } = bibBase(scanFolder(folderWith({ 'a.html': page }))) ?? expect.fail('no settings');
		expect([library, notes]).toEqual([
			[],
			['a.html:1: download https://bibbase.org/zotero/noether to this folder, and name it under "library"'],
		]);
	});

	it('is replaced by the lines that show the list', () => {
		const script = '<script src="http://bibbase.org/show?bib=papers.bib"></script>';
		const part = bibBase(scanFolder(folderWith({ 'a.html': `a\n${script}b` })))?.replacements[0];
		expect([part?.line, part?.written, part?.write(['a', 'b'])]).toEqual([2, script, 'a\nb']);
	});
});
