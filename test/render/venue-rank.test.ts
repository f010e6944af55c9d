import { expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import { loadProject } from '../../src/project/project.ts';
import { folderWith } from '../folder.ts';

const folder = folderWith({
	'papers.bib': `
@inproceedings{a, author = {Doe, Jane}, title = {T}, booktitle = {Nets 2020}, pages = {1--9}, year = 2020}
@unpublished{b, author = {Doe, Jane}, title = {U}, eventtitle = {Nets 2021}, note = {Keynote}, year = 2021}
@article{c, author = {Doe, Jane}, title = {V}, journal = {Other}, year = 2022}
`,
	'ranks.csv': 'match,year,rank,quartile\nNets *,2020,B,Q1\nOther,2022,,Q4\nOther,-2021,C,Q3\n',
	'bibfolio.yaml': `
library: papers.bib
venues: [{ match: "*Nets*", rank: A+ }, { table: ranks.csv }]
lists: { plain: {}, styled: { style: apa } }
outputs: [a.json, a.md, a.tex, a.txt, a.typ, a.html, { path: b.md, list: styled }, { path: b.tex, list: styled }]
`,
});

const project = loadProject(null, folder, {}, () => {});
const outputs = project ? build(project).outputs : [];

it.each(
	outputs
		.filter(({ path }) => !/a\.(?:html|json)$/.test(path))
		.map((output) => [output.path, String(output.contents)] as const),
)('%s shows the rank and quartile of a venue in parentheses', (_path, text) => {
	expect(text.match(/\(A\\?\+, Q1\)/g)).toHaveLength(1);
	expect(text.match(/\(A\\?\+\)/g)).toHaveLength(1);
	expect(text.match(/\(Q4\)/g)).toHaveLength(1);
});

it('a page shows it as a badge', () => {
	const page = String(outputs.find(({ path }) => path === 'a.html')?.contents);
	expect(page.match(/<span class="bibfolio-rank">A\+<\/span>/g)).toHaveLength(2);
	expect(page.match(/<span class="bibfolio-rank">Q1<\/span>/g)).toHaveLength(1);
	expect(page).not.toMatch(/\((?:A\+|Q\d)/);
});

it('a work without a rank has no empty parentheses', () => {
	const texts = outputs.filter(({ path }) => /\.(?:md|txt)$/.test(path));
	for (const { contents } of texts) expect(String(contents)).not.toMatch(/\(\s*\)/);
});

it('the data of a list has both', () => {
	const { works } = JSON.parse(String(outputs.find(({ path }) => path === 'a.json')?.contents));
	const facts = works.map(({ venue }: { venue: { rank: string; quartile: string } }) => [venue.rank, venue.quartile]);
	expect(facts).toContainEqual(['A+', 'Q1']);
	expect(facts).toContainEqual([null, 'Q4']);
});
