import { describe, expect, it, test } from 'vitest';
import { build } from '../../src/build.ts';
import { loadProject } from '../../src/project/project.ts';
import { folderWith } from '../folder.ts';

const folder = folderWith({
	'papers.bib': `
@article{a, author = {Doe, Jane}, title = {First Words}, journal = {J}, year = 2001, pubstate = {retracted},
  retracted = {2010-02-06, doi:10.1000/notice_1}, corrected = {2004}}
@article{b, author = {Doe, Jane}, title = {WITHDRAWN: Second Words}, journal = {J}, year = 2002}
@article{c, author = {Doe, Jane}, title = {Third Words}, journal = {J}, year = 2003, concern = {2019, doi:10.1000/notice2},
  corrected = {2004, doi:10.1000/notice3; 2006, doi:10.1000/notice4}}
@article{d, author = {Doe, Jane}, title = {Fourth Words}, journal = {J}, year = 2004}
`,
	'bibfolio.yaml': `
library: papers.bib
lists:
  plain: {}
  styled: { style: apa }
  without: { where: not retracted }
  only: { where: { retracted: true } }
outputs:
  - a.md
  - a.tex
  - a.txt
  - a.typ
  - a.html
  - { path: b.html, look: record, format: html }
  - { path: c.html, look: compact, format: html }
  - { path: d.html, look: cards, format: html }
  - { path: s.md, list: styled }
  - { path: s.tex, list: styled }
  - { path: s.html, list: styled }
  - a.json
  - a.csv
  - { path: feed.xml, format: atom }
  - { path: works, format: works }
  - { path: without.txt, list: without }
  - { path: only.txt, list: only }
`,
});

const project = loadProject(null, folder, {}, () => {});
const outputs = new Map((project ? build(project).outputs : []).map(({ path, contents }) => [path, String(contents)]));
const output = (path: string) => outputs.get(path) ?? expect.fail(path);

describe('a retracted work', () => {
	test.each(['a.md', 'a.txt', 'a.typ', 's.md'])('is marked before its title in %s', (path) => {
		expect(output(path)).toMatch(/Retracted 2010[^\n]*(?:\n *[^\n]*)?First Words/);
		expect(output(path)).toContain('10.1000/notice');
		expect(output(path)).toMatch(/\[?Withdrawn\\?\][^\n]*(?:\n *[^\n]*)?Second Words/);
		expect(output(path)).not.toContain('WITHDRAWN');
	});

	test.each(['a.tex', 's.tex'])('is marked by a command in %s', (path) => {
		expect(output(path)).toMatch(/\\bibfolioretraction\{\\bibfoliolink\{[^}]*\}\{Retracted 2010\}\}/);
		expect(output(path)).toContain('\\bibfolioretraction{Withdrawn}');
	});

	test.each(['a.html', 'b.html', 'c.html', 'd.html', 's.html'])(
		'has a badge that leads to the notice in %s',
		(path) => {
			expect(output(path)).toContain(
				'<a class="bibfolio-notice bibfolio-retracted" href="https://doi.org/10.1000/notice_1">Retracted 2010</a>',
			);
			expect(output(path)).toContain('<span class="bibfolio-notice bibfolio-withdrawn">Withdrawn</span>');
		},
	);

	it('does not show its corrections', () => {
		expect(output('a.txt')).not.toMatch(/First Words[\s\S]*?Corrected 2004[\s\S]*?Second Words/);
	});

	it('is selected by a condition', () => {
		expect(output('only.txt').match(/(\w+) Words/g)).toEqual(['Second Words', 'First Words']);
		expect(output('without.txt').match(/(\w+) Words/g)).toEqual(['Fourth Words', 'Third Words']);
	});

	it('says so in data, in a table, in a feed and for search engines', () => {
		const works = (JSON.parse(output('a.json')) as { works: { key: string; retraction: object; csl: object }[] }).works;
		const first = works.find(({ key }) => key === 'a');
		expect(first?.retraction).toEqual({
			kind: 'retracted',
			label: 'Retracted 2010',
			date: '2010-02-06',
			url: 'https://doi.org/10.1000/notice_1',
		});
		expect(first?.csl).toHaveProperty('status', 'retracted');
		expect(output('a.csv')).toMatch(/,retracted; corrected\n/);
		expect(output('feed.xml')).toContain('<title>[Retracted 2010] First Words</title>');
		const page = output('works/a.html');
		expect(page).toContain('"creativeWorkStatus":"Retracted"');
		expect(page).toContain('"correction":["https://doi.org/10.1000/notice_1"]');
		expect(page).toMatch(/bibfolio-retracted"[\s\S]*<h1/);
	});
});

describe('other notices', () => {
	it('are smaller marks after the venue', () => {
		expect(output('a.txt')).toMatch(
			/Third Words[\s\S]*Expression of concern 2019 <[^>]*notice2>, Corrected 2004 <[^>]*notice3>, Corrected 2006/,
		);
		expect(output('a.html')).toContain(
			'<a class="bibfolio-notice bibfolio-corrected" href="https://doi.org/10.1000/notice3">Corrected 2004</a>',
		);
	});

	it('are in data', () => {
		const works = (JSON.parse(output('a.json')) as { works: { key: string; notices: object[] }[] }).works;
		expect(works.find(({ key }) => key === 'c')?.notices).toHaveLength(3);
	});
});

it('a work without notices has none of the marks', () => {
	expect(output('a.html').match(/<\w+ class="bibfolio-notice /g)).toHaveLength(5);
});
