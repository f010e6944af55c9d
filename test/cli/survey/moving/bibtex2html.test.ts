import { describe, expect, it } from 'vitest';
import { scanFolder } from '../../../../src/cli/survey/folder.ts';
import { bibtex2html } from '../../../../src/cli/survey/moving/bibtex2html.ts';
import { folderWith } from '../../../folder.ts';

const moved = (command: string, files: Readonly<Record<string, string>> = {}) =>
	bibtex2html(scanFolder(folderWith({ 'make.sh': `#!/bin/sh\n${command}\n`, 'a.bib': '', ...files })));
const listOf = (options: string) => moved(`bibtex2html ${options} a.bib`)?.lists[0]?.value;

describe('a call of bibtex2html', () => {
	it.each([
		['', { sort: ['author', 'date'], number: 'up' }],
		['-d', { sort: ['date'], number: 'up' }],
		['-d -r -nokeys', { sort: ['-date'], number: 'none' }],
		['--sort-by-date --reverse-sort --revkeys', { sort: ['-date'], number: 'down' }],
		['-u', { sort: [], number: 'up' }],
		['-e secret -e draft', { where: 'not key=secret,draft', sort: ['author', 'date'], number: 'up' }],
		['-s plain -d', { sort: ['date'], number: 'up' }],
	])('has its options in a list: %s', (options, list) => expect(listOf(options)).toEqual({ 'group-by': [], ...list }));

	it('has its fields, title and output in the configuration', () => {
		const site = moved('bibtex2html -nf report "Technical report" -f slides -t "My <b>papers</b>" -o papers a.bib');
		expect(site?.settings.map(({ key, value }) => [key, value])).toEqual([
			['title', 'My papers'],
			[
				'links',
				[
					{ kind: 'report', fields: 'report', label: 'Technical report' },
					{ kind: 'slides', fields: 'slides', label: 'slides' },
				],
			],
		]);
		expect(site?.outputs).toMatchObject([{ path: 'papers.html', format: 'html-page' }]);
		expect(site?.library).toEqual(['a.bib']);
	});

	it('is replaced with its continued lines', () => {
		const call = 'bibtex2html -d \\\n  -r a.bib';
		const part = moved(`${call} && cp a.html www`)?.replacements[0];
		expect([part?.line, part?.written, part?.write([])]).toEqual([2, call, 'npx bibfolio build']);
	});

	it('never overwrites the page of bibtex2html', () => {
		const site = moved('bibtex2html a.bib', { 'a.html': '' });
		expect(site?.outputs).toMatchObject([{ path: 'a-2.html' }]);
		expect(site?.notes).toEqual([expect.stringContaining('a.html stays as bibtex2html wrote it')]);
	});

	it('reports options without a counterpart, and further calls', () => {
		const notes = moved('bibtex2html -nobibsource -bogus -d a.bib\nbibtex2html b.bib')?.notes.join('\n');
		for (const text of ['-nobibsource: ', '-bogus: ', 'calls bibtex2html 2 times']) expect(notes).toContain(text);
		expect(notes).not.toContain('-d:');
	});

	it.each([['# bibtex2html a.bib'], ['bibtex2html nothere.bib'], ['pandoc a.bib']])('is none: %s', (command) =>
		expect(moved(command)).toBe(null),
	);
});
