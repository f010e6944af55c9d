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
	'bibfolio.yaml': `
library: papers.bib
venues: [{ match: "*Nets*", rank: A+ }]
lists: { plain: {}, styled: { style: apa } }
outputs: [a.md, a.tex, a.txt, a.typ, a.html, { path: b.md, list: styled }, { path: b.tex, list: styled }]
`,
});

const project = loadProject(null, folder, {}, () => {});
const outputs = project ? build(project).outputs : [];

it.each(
	outputs.filter(({ path }) => path !== 'a.html').map((output) => [output.path, String(output.contents)] as const),
)('%s shows the rank of a venue in parentheses', (_path, text) => {
	expect(text.match(/\(A\\?\+\)/g)).toHaveLength(2);
});

it('a page shows it as a badge', () => {
	const page = String(outputs.find(({ path }) => path === 'a.html')?.contents);
	expect(page.match(/<span class="bibfolio-rank">A\+<\/span>/g)).toHaveLength(2);
	expect(page).not.toContain('(A+)');
});

it('a work without a rank has no empty parentheses', () => {
	const texts = outputs.filter(({ path }) => /\.(?:md|txt)$/.test(path));
	for (const { contents } of texts) expect(String(contents)).not.toMatch(/\(\s*\)/);
});
