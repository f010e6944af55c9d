import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { loadProject } from '../../src/project/project.ts';
import { folderWith } from '../folder.ts';

const bib = `@article{a, author={Weber, Anna and Weber, Zoe}, title={First}, journal={J}, year=2010}
@article{b, author={Weber, Anna and Okafor, Chidi}, title={Second}, journal={J}, year=2020}
@article{c, author={Weber, Zoe}, title={Third}, journal={J}, year=2021}`;
const people = `people:
  - { name: "Weber, Zoe", id: pi, role: owner, orcid: 0000-0002-1825-0097, url: "https://zoe.example/", image: zoe.jpg }
  - name: Weber, Anna
    id: anna
    url: https://anna.example/
    image: photos/anna.jpg
    roles: [{ role: student, from: 2012, to: 2016-03 }, { role: alumni, from: 2017 }, { role: none }]
  - { name: "Okafor, Chidi", id: chidi, role: visitor, from: 2020, to: 2020 }
`;

const formats = ['html-page', 'html', 'markdown', 'latex', 'latex-document', 'json', 'atom', 'embed', 'works'];

/** The files of a list in a folder, by path. */
function filesOf(yaml: string): ReadonlyMap<string, string> {
	const root = folderWith({ 'papers.bib': bib, 'bibfolio.yaml': `library: papers.bib\n${people}${yaml}` });
	const project = loadProject(null, root, {}, ({ message }) => expect.fail(message)) ?? expect.fail('no project');
	const { outputs, diagnostics } = build(project);
	expect(diagnostics).toEqual([]);
	return new Map(outputs.map(({ path, contents }) => [path, contents]));
}

/** The page of a person with the name or id in the given `owner`. */
function pageOf(owner: string, more = '', output = ''): string {
	const yaml = `${more}lists: { one: { owner: "${owner}" } }\noutputs: [{ path: p/one.html${output} }]\n`;
	return (filesOf(yaml).get('p/one.html') ?? '').replace(/<style>.*?<\/style>/s, '');
}

const head = (page: string) => /<header.*<\/header>/s.exec(page)?.[0] ?? '';

describe('the page of a person', () => {
	it.each(['anna', 'Weber, Anna', 'Anna Weber', 'ANNA'])('begins with name, roles, links and photo: %s', (owner) => {
		const page = pageOf(owner);
		expect(head(page)).toBe(`<header class="bibfolio-person h-card">
<img class="bibfolio-photo u-photo" src="photos/anna.jpg" alt="" width="112" height="112" />
<h1 class="p-name">Anna Weber</h1>
<p class="bibfolio-roles">Student 2012–2016, former member since 2017</p>
<p class="bibfolio-person-links"><a class="u-url" rel="me" href="https://anna.example/">Home page</a> </p>
</header>`);
		expect(page).toContain('<title>Anna Weber</title>');
		expect(page).toContain('<meta property="og:type" content="profile" />');
		expect(page).toContain('<meta property="profile:first_name" content="Anna" />');
		expect(page).toContain('<link rel="me" href="https://anna.example/" />');
		expect(page).not.toContain('Zoe Weber');
	});

	it('marks the person at any time, and highlights the owners of the other lists', () => {
		const page = pageOf('anna');
		expect(page.match(/<strong class="bibfolio-mark bibfolio-mark-owner">Weber.A/g)).toHaveLength(2);
		expect(page).toMatch(/<strong class="bibfolio-mark bibfolio-mark-highlight">Weber.Z/);
		expect(page).not.toMatch(/mark-owner">Weber.Z/);
	});

	it('has no empty place without a photo, role or link', () => {
		expect(head(pageOf('chidi'))).toBe(`<header class="bibfolio-person h-card">
<h1 class="p-name">Chidi Okafor</h1>
<p class="bibfolio-roles">Visitor 2020</p>
</header>`);
	});

	it('has the full name beside a title without it, also if another person has the same family name', () => {
		const yaml = 'lists: { one: { owner: anna, title: "The Weber Group" } }\noutputs: [{ path: one.html }]\n';
		const page = filesOf(yaml).get('one.html') ?? '';
		expect(page).toContain('<title>The Weber Group – Anna Weber</title>');
		expect(page).toContain('<h1>The Weber Group <span class="bibfolio-owner p-name">Anna Weber</span></h1>');
	});

	it('is in the language of the output', () => {
		expect(head(pageOf('anna', '', ', locale: de'))).toContain('ehemaliges Mitglied seit 2017');
	});

	it('shows the photo relative to the site, and previews it', () => {
		const page = pageOf('anna', 'site: { url: https://lab.example/x/, folder: . }\n');
		expect(head(page)).toContain('src="../photos/anna.jpg"');
		expect(page).toContain('<meta property="og:image" content="https://lab.example/x/photos/anna.jpg" />');
	});

	it('can do without photo, roles and links', () => {
		const page = pageOf('anna', '', ', options: { person: false }');
		expect(page).toContain('<h1>Anna Weber</h1>');
		expect(page).not.toContain('<header');
	});
});

describe('the list of a person', () => {
	const rows = formats.map((format) => `  - { path: "anna.${format}", format: ${format}, list: one }\n`).join('');

	it.each([
		['without a title', 'lists: { one: { owner: anna, where: person=anna } }\n'],
		['with a title', 'lists: { one: { owner: anna, where: person=anna, title: "Papers" } }\n'],
	])('names this person in every format, and nobody else as the owner: %s', (_, lists) => {
		const files = filesOf(`title: Publications of Zoe Weber\n${lists}outputs:\n${rows}`);
		const title = lists.includes('title') ? 'Papers' : 'Anna Weber';
		const read = (path: string) => files.get(`anna.${path}`) ?? '';
		expect(read('markdown').startsWith(title === 'Papers' ? '## Papers\n\nStudent 2012–2016' : 'Student 2012')).toBe(
			true,
		);
		expect(read('latex')).toContain('\\bibfolioremark{Student 2012--2016, former member since 2017');
		expect(read('latex-document')).toContain(`pdftitle={${title}},pdfauthor={Anna Weber}`);
		expect(read('latex-document')).toContain(
			title === 'Papers' ? '\\bibfoliodocumenttitle{Papers}{Anna Weber}' : '\\bibfoliodocumenttitle{Anna Weber}{}',
		);
		expect(read('atom')).toContain(`<title>${title}</title>`);
		expect(read('atom')).toContain('<author><name>Anna Weber</name></author>\n<generator');
		expect(JSON.parse(read('json'))).toMatchObject({
			title,
			owner: 'Anna Weber',
			person: { id: 'anna', name: 'Anna Weber' },
		});
		const inHead = title === 'Papers' ? 'Papers – Anna Weber' : 'Anna Weber';
		expect(read('works/a.html')).toContain(`<meta property="og:site_name" content="${inHead}" />`);
		expect(read('embed/one.html')).toContain(`<title>${title}</title>`);
		for (const [path, contents] of files) {
			expect(contents, path).not.toContain('Publications of Zoe Weber');
			expect(contents, path).not.toMatch(/mark-?owner(?:">|\}\{)Weber.?.?Z/);
		}
	});

	it('shows the person in a fragment only if asked', () => {
		const output = (options: string) =>
			filesOf(`lists: { one: { owner: anna, title: Papers } }\noutputs: { path: a.html, format: html${options} }\n`);
		expect(output('').get('a.html')).not.toContain('<img class="bibfolio-photo');
		expect(output(', options: { person: true }').get('a.html')).toContain(
			'<img class="bibfolio-photo u-photo" src="photos/anna.jpg" alt="Anna Weber"',
		);
	});

	it.each([
		['anne', 'Did you mean "anna"?'],
		['Hilbert, David', 'Check the spelling, or add the person under "people"'],
	])('must be that of a declared person: %s', (owner, hint) => {
		const root = folderWith({
			'papers.bib': bib,
			'bibfolio.yaml': `library: papers.bib\n${people}lists: { one: { owner: "${owner}" } }\n`,
		});
		const problems: Diagnostic[] = [];
		const project = loadProject(null, root, {}, ({ message }) => expect.fail(message)) ?? expect.fail('no project');
		problems.push(...build(project).diagnostics);
		expect(problems.map(({ code, hint, span }) => [code, hint, span?.source.text.slice(span.start, span.end)])).toEqual(
			[['people/unknown', hint, `"${owner}"`]],
		);
	});
});
