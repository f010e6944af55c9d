import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { source } from '../../src/diagnostics/source.ts';
import { placeOf } from '../../src/diagnostics/source-place.ts';
import { type CommandLineOptions, loadProject, type Project, projectSchema } from '../../src/project/project.ts';
import { parseYaml } from '../../src/text/yaml.ts';
import { folderWith } from '../folder.ts';

function loaded(yaml: string | null, options: CommandLineOptions = {}, more: Record<string, string> = {}) {
	const folder = folderWith({ 'papers.bib': '', ...(yaml !== null && { 'bibfolio.yaml': yaml }), ...more });
	const found: Diagnostic[] = [];
	const project = loadProject(null, folder, options, (one) => found.push(one));
	return { project, found };
}

function project(yaml: string | null, options: CommandLineOptions = {}): Project {
	const { project: made, found } = loaded(yaml, options);
	if (!made) throw new Error(found.map(({ message }) => message).join('\n'));
	return made;
}

/** The problems as 'code line:column message (hint)'. */
function problems(yaml: string, options: CommandLineOptions = {}): string[] {
	const { project: made, found } = loaded(yaml, options);
	expect(made).toBe(null);
	return found.map(({ code, message, hint, span }) => {
		const place = span && placeOf(span);
		return `${code} ${place ? `${place.line}:${place.column}` : '-'} ${message}${hint ? ` (${hint})` : ''}`;
	});
}

describe('the roles of a person', () => {
	const roles = (text: string) => `library: papers.bib\npeople:\n  - { name: "Weber, Leander", ${text} }\n`;

	it.each([
		[
			'from: 2020, to: 2018',
			'config/invalid 3:47 Expected "to" after "from", found from 2020 to 2018 (Swap the dates, or correct one of them)',
		],
		[
			'aliases: { name: "Bach, L.", from: 2020, to: 2018 }',
			'config/invalid 3:76 Expected "to" after "from", found from 2020 to 2018 (Swap the dates, or correct one of them)',
		],
		[
			'roles: [{ role: member }, { role: student, from: 2016-05, to: 2016-04 }]',
			'config/invalid 3:93 Expected "to" after "from", found from 2016-05 to 2016-04 (Swap the dates, or correct one of them)',
		],
		[
			'roles: [{ role: member }], role: student',
			'config/invalid 3:64 Cannot use "role" together with "roles" (Remove "role", or move it into an item of "roles")',
		],
		[
			'roles: [{ role: member }], from: 2016',
			'config/invalid 3:64 Cannot use "from" together with "roles" (Remove "from", or move it into an item of "roles")',
		],
		[
			'roles: []',
			'config/invalid 3:38 Expected at least one role, found none (Add one, as in roles: [{ role: student, from: 2014, to: 2018 }], or remove "roles")',
		],
	])('are reported at their position: %s', (text, problem) => {
		expect(problems(roles(text))).toEqual([problem]);
	});

	it.each([
		[
			'openalex: W2121398592',
			'OpenAlex id "W2121398592" (Use the id, such as A5023888391, or the address of the profile)',
		],
		[
			'semantic-scholar: Weber',
			'Semantic Scholar id "Weber" (Use the id, such as 1741101, or the address of the profile)',
		],
	])('have ids of the right service: %s', (text, problem) => {
		const column = text.indexOf(':') + 33;
		expect(problems(roles(text))).toEqual([`config/invalid 3:${column} Invalid ${problem}`]);
	});

	it('have ids or addresses of profiles', () => {
		const ids = 'semantic-scholar: 1741101, openalex: "https://openalex.org/A5023888391", orcid: 0000-0002-1825-0098';
		expect(project(roles(ids)).people[0]?.profiles).toEqual({
			'semantic-scholar': '1741101',
			openalex: 'https://openalex.org/A5023888391',
		});
	});

	it.each(['from: 2016-13', 'to: 2016-02-40', 'from: "2016-1"'])('need dates: %s', (text) => {
		expect(problems(roles(text))[0]).toContain('Expected a date such as 2016, 2016-05 or 2016-05-01');
	});

	it.each(['from: 2016, to: 2016', 'from: 2016-05, to: 2016', 'from: 2016, to: 2016-05'])(
		'can be short: %s',
		(text) => {
			expect(project(roles(text)).people[0]?.spells).toHaveLength(1);
		},
	);

	it('are in the order of their ends, with the groups of the person', () => {
		const text = 'groups: vision, roles: [{ role: alumni, from: 2020 }, { role: student, from: 2014, groups: [a, b] }]';
		expect(project(roles(text)).people[0]?.spells).toEqual([
			{ role: 'student', from: '2014', to: '2019', groups: ['a', 'b'] },
			{ role: 'alumni', from: '2020', to: null, groups: ['vision'] },
		]);
	});
});

describe('the id of a person', () => {
	it('belongs to nobody else', () => {
		const people = ['Weber, Leander', 'Samek, Wojciech'].map((name) => `  - { name: "${name}", id: same }`);
		expect(problems(['library: papers.bib', 'people:', ...people].join('\n'))).toEqual([
			'config/invalid 4:36 Duplicate id "same" (Give each person another id)',
		]);
	});
});

describe('conditions on people', () => {
	const where = (text: string) => project(`lists: { a: { where: ${text} } }`).lists[0]?.where;

	it.each([
		['{ current: true }', { current: true }],
		['{ current: 2024 }', { current: '2024' }],
		['{ current: 2024-06-30 }', { current: '2024-06-30' }],
		['{ members: 2 }', { members: [{ from: 2, to: 2 }] }],
		['{ members: ">=2" }', { members: [{ from: 2, to: null }] }],
		[
			'{ members: [0, 2-4] }',
			{
				members: [
					{ from: 0, to: 0 },
					{ from: 2, to: 4 },
				],
			},
		],
		['{ joint: [vision, language], role: student }', { joint: ['vision', 'language'], role: ['student'] }],
		['"group=vision members>=2"', { group: ['vision'], members: [{ from: 2, to: null }] }],
	])('are read from %s', (text, selector) => expect(where(text)).toEqual(selector));

	it.each([
		['{ current: soon }', 'config/invalid 1:33 Expected a date such as 2016, 2016-05 or 2016-05-01'],
		['{ members: many }', 'config/invalid 1:33 Expected a number or "2..4", found "many"'],
		['{ joint: vision }', 'config/invalid 1:31 Expected at least two groups, found "vision"'],
		['joint=vision', 'config/invalid 1:22 Expected at least two groups, found "vision"'],
	])('are reported: %s', (text, problem) => {
		expect(problems(`lists: { a: { where: ${text} } }`)[0]).toContain(problem);
	});
});

describe('the picture of the pages', () => {
	it.each([
		['image: img/me.jpg\nsite: https://lab.example/', 'img/me.jpg'],
		['image: https://cdn.example/me.jpg', 'https://cdn.example/me.jpg'],
		['title: T', null],
	])('is an address: %s', (yaml, image) => {
		expect(project(yaml).image).toBe(image);
	});

	it.each([
		['image: "javascript:alert(1)"', 'Expected the address of a picture, found "javascript:alert(1)"'],
		['image: "mailto:a@b.example"', 'Expected the address of a picture, found "mailto:a@b.example"'],
		['image: /home/me.jpg', 'Expected the address of a picture, found "/home/me.jpg"'],
		['image: me.jpg', 'Cannot make the address of "me.jpg" absolute'],
	])('is refused: %s', (yaml, message) => {
		const [problem, ...others] = problems(yaml);
		expect(problem).toContain(`config/invalid 1:8 ${message}`);
		expect(others).toEqual([]);
	});
});

describe('a project without a configuration', () => {
	it('does not publish private fields and fields for site generators', () => {
		const fields = project(null).privateFields;
		expect(fields).toEqual(
			expect.arrayContaining(['file', 'annotation', 'timestamp', 'bibtex_show', 'selected', 'abbr']),
		);
		for (const published of ['abstract', 'note', 'url', 'html', 'pdf', 'code', 'award', 'keywords'])
			expect(fields).not.toContain(published);
		const own = project('private-fields: abstract').privateFields;
		expect(own).toEqual(expect.arrayContaining(['file', 'abstract']));
		expect(own).not.toContain('annote');
		expect(project('private-fields: [default, abstract]').privateFields).toEqual([...fields, 'abstract']);
	});

	it('uses every .bib file in the folder and in bib/, and the default formats', () => {
		const { project: made } = loaded(null, {}, { 'bib/more.bib': '' });
		expect(made?.library).toEqual(['*.bib', 'bib/*.bib']);
		expect(made?.outputs.map(({ path, format }) => [path, format])).toEqual([
			['out/publications.html', 'html-page'],
			['out/publications.md', 'markdown'],
			['out/publications.tex', 'latex'],
		]);
		expect(made?.lists.map(({ id, groupBy }) => [id, groupBy])).toEqual([['publications', ['venue']]]);
	});

	it('highlights the people given by --highlight, including other names', () => {
		const { people } = project(null, { highlight: ['Lapuschkin, Sebastian = Bach, Sebastian', 'Samek, Wojciech'] });
		expect(
			people.map(({ id, spells: [spell], aliases }) => [id, spell?.role, aliases.map(({ name }) => name)]),
		).toEqual([
			['lapuschkin-sebastian', 'owner', ['Bach, Sebastian']],
			['samek-wojciech', 'owner', []],
		]);
	});

	it('reports a missing .bib file with a hint', () => {
		const found: Diagnostic[] = [];
		expect(loadProject(null, folderWith({}), {}, (one) => found.push(one))).toBe(null);
		expect(found.map(({ code }) => code)).toEqual(['file/missing']);
		expect(found[0]?.hint).toContain('bibfolio build papers.bib');
	});
});

describe('a configuration', () => {
	it('names the folders of files, with the address of each', () => {
		const rows =
			'files:\n  - { fields: PDF, folder: ./assets/pdf/ }\n  - { fields: [preview], folder: static/img, url: /i }';
		expect(project(rows).files).toEqual([
			{ fields: ['pdf'], folder: 'assets/pdf', url: '/assets/pdf/' },
			{ fields: ['preview'], folder: 'static/img', url: '/i/' },
		]);
		expect(loaded('files: [{ fields: pdf, folder: ../secret }]').found).toMatchObject([{ code: 'config/outside' }]);
	});

	it('is found in parent folders, and options are relative to the current folder', () => {
		const folder = folderWith({ 'bibfolio.yml': 'library: a.bib', 'a.bib': '', 'site/b.bib': '' });
		const none = () => {};
		const made = loadProject(null, `${folder}/site`, { files: ['b.bib'], out: 'public' }, none);
		expect(made?.root).toBe(folder);
		expect(made?.file).toBe('bibfolio.yml');
		expect(made?.library).toEqual(['site/b.bib']);
		expect(made?.outputs[0]?.path).toBe('site/public/publications.html');
	});

	it('may be empty', () => {
		expect(project('').lists).toHaveLength(1);
	});

	it('has people with aliases, dates, ids and roles', () => {
		const { people } = project(`
people:
  - Samek, Wojciech
  - name: Lapuschkin, Sebastian
    role: owner
    aliases: [{name: "Bach, Sebastian", to: 2016}]
  - {name: "Müller, Klaus-Robert", id: krm, from: 2016-05}
`);
		expect(people.map(({ id, spells: [spell] }) => [id, spell?.role, spell?.from])).toEqual([
			['samek-wojciech', 'highlight', null],
			['lapuschkin-sebastian', 'owner', null],
			['krm', 'highlight', '2016-05'],
		]);
		expect(people[1]?.aliases).toEqual([{ name: 'Bach, Sebastian', from: null, to: '2016' }]);
	});

	it('makes the first person without a role the owner by default', () => {
		const { people } = project('people: ["Ada, A", "Bob, B"]');
		expect(people.map(({ spells: [spell] }) => spell?.role)).toEqual(['owner', 'highlight']);
	});

	it('completes lists and sections with defaults and shared name styles', () => {
		const { lists } = project(`
names: {et-al-min: 5, initialize-with: null}
lists:
  all:
    where: {venue: journal, year: [2019, 2020-2022, ">=2024"], not: {keyword: draft}}
    sort: [-year, title]
    number: down
    names: {et-al-min: 9}
    sections:
      - {title: {en: Patents, de: Patente}, where: venue=patent, group-by: family, number: {order: none}}
`);
		expect(lists[0]).toMatchObject({
			where: {
				venue: ['journal'],
				year: [
					{ from: 2019, to: 2019 },
					{ from: 2020, to: 2022 },
					{ from: 2024, to: null },
				],
				not: { keyword: ['draft'] },
			},
			sort: [
				{ key: 'year', descending: true },
				{ key: 'title', descending: false },
			],
			number: { order: 'down', scope: 'section', prefix: '', start: 1 },
			names: { etAlMin: 9, initializeWith: null, delimiter: ', ' },
			sections: [{ where: { venue: ['patent'] }, groupBy: ['family'], sort: null, number: { order: 'none' } }],
		});
	});

	it('accepts a path as an output', () => {
		const paths = (yaml: string) => project(yaml).outputs.map(({ path, format }) => [path, format]);
		expect(paths('outputs: list.html')).toEqual([['list.html', 'html-page']]);
		expect(paths('outputs:\n  - a.md\n  - {path: b.tex}')).toEqual([
			['a.md', 'markdown'],
			['b.tex', 'latex'],
		]);
	});

	it('infers the format from the extension, and defaults to the first list', () => {
		const region = project(
			'outputs: [{path: index.html, region: a}, {path: a.mdx, region: a}, {path: a.tex, region: a}]',
		);
		expect(region.outputs.map(({ format }) => format)).toEqual(['html', 'markdown', 'latex']);
		const { outputs } = project('lists: {a: {}, b: {}}\noutputs: [{path: x.md}, {path: y.html, list: b}]');
		expect(outputs.map(({ path, list, format }) => [path, list, format])).toEqual([
			['x.md', 'a', 'markdown'],
			['y.html', 'b', 'html-page'],
		]);
	});
});

describe('options of the command line', () => {
	const yaml = `
lists: {all: {sections: [{where: venue=journal}], where: {year: 2020}}, few: {}}
outputs: [{path: out/en/all.md, list: all}, {path: out/de/all.md, list: all, locale: de}, {path: out/few.md, list: few}]
`;

	it('select lists and formats', () => {
		expect(project(yaml, { lists: ['few'] }).outputs.map(({ path }) => path)).toEqual(['out/few.md']);
		expect(project(yaml, { formats: ['html'], lists: ['few'] }).outputs.map(({ path }) => path)).toEqual([
			'out/few.html',
		]);
	});

	it('can be cited in styles for all pages, or for one', () => {
		const { outputs } = project(
			'cite: [apa, x.csl]\noutputs: [a.html, {path: b.html, cite: mla}, {path: c.html, cite: []}]',
		);
		expect(outputs.map(({ cite }) => cite)).toEqual([['apa', 'x.csl'], ['mla'], []]);
		expect(project('cite: apa').outputs.map(({ cite }) => cite)).toEqual([['apa'], ['apa'], ['apa']]);
	});

	it('move the outputs, and keep their relative folders', () => {
		expect(project(yaml, { out: 'site/' }).outputs.map(({ path }) => path)).toEqual([
			'site/en/all.md',
			'site/de/all.md',
			'site/few.md',
		]);
	});

	it('can name a single file', () => {
		const { outputs } = project(null, { out: 'cv/papers.tex' });
		expect(outputs.map(({ path, format }) => [path, format])).toEqual([['cv/papers.tex', 'latex']]);
	});

	it('narrow the selection, and replace sections by groups', () => {
		const [all] = project(yaml, { where: 'keyword=xai', groupBy: ['year'], limit: 3, number: 'down' }).lists;
		expect(all).toMatchObject({
			where: { and: [{ year: [{ from: 2020, to: 2020 }] }, { keyword: ['xai'] }] },
			sections: null,
			groupBy: ['year'],
			limit: 3,
			number: { order: 'down', scope: 'list' },
		});
	});

	it.each(['up', 'down'] as const)(
		'count %s through the list, unless the configuration counts by section',
		(number) => {
			const [plain, bySection] = project('lists: {a: {}, b: {number: {scope: section, prefix: J}}}', { number }).lists;
			expect(plain?.number).toMatchObject({ order: number, scope: 'list' });
			expect(bySection?.number).toMatchObject({ order: number, scope: 'section', prefix: 'J' });
		},
	);

	describe('that highlight', () => {
		const declared =
			'people: [{name: "Lapuschkin, Sebastian", aliases: "Bach, Sebastian"}, {name: "Weber, Leander", role: student, from: 2020}, {name: "Weber, Lena"}]';
		const people = (...highlight: string[]) =>
			project(declared, { highlight }).people.map(({ name, spells: [spell], aliases }) => [
				...[name, spell?.role, spell?.from],
				...aliases.map((alias) => alias.name),
			]);

		it('keep the owner of the configuration', () => {
			for (const name of ['Lapuschkin, Sebastian', 'S. Lapuschkin', 'Lapuschkin S', 'Bach, S.', '**Lapuschkin S***'])
				expect(people(name)).toEqual(people());
		});

		it('make a declared person an owner for all years', () => {
			expect(people('Weber, Leander = Weber-Li, Leander')[1]).toEqual([
				...['Weber, Leander', 'owner', null],
				'Weber-Li, Leander',
			]);
		});

		it('make every declared person an owner whom the name fits equally', () => {
			expect(people('Weber').map(([name, role]) => [name, role])).toEqual([
				['Lapuschkin, Sebastian', 'owner'],
				['Weber, Leander', 'owner'],
				['Weber, Lena', 'owner'],
			]);
		});

		it('add an owner who is not declared', () => {
			expect(people('Samek, Wojciech', 'Samek W')).toEqual([...people(), ['Samek, Wojciech', 'owner', null]]);
		});
	});

	it('write regions to separate files when the outputs move', () => {
		const shared = 'lists: {a: {}, b: {}}\noutputs: [{path: README.md, region: a}, {path: README.md, region: b}]';
		const { outputs } = project(shared, { out: 'try/' });
		expect(outputs.map(({ path, region }) => [path, region])).toEqual([
			['try/README.a.md', null],
			['try/README.b.md', null],
		]);
		expect(project(shared, { out: 'cv.md' }).outputs.map(({ path, region }) => [path, region])).toEqual([
			['cv.md', null],
		]);
	});

	it('give outputs with the same extension different names', () => {
		const { outputs } = project(null, { formats: ['html-page', 'html'] });
		expect(new Set(outputs.map(({ path }) => path)).size).toBe(2);
	});
});

describe('configuration errors', () => {
	it.each([
		['localle: de', 'config/unknown-key 1:1 Unknown key "localle" (Did you mean "locale"?)'],
		['lists:\n  all: {sortt: year}', 'config/unknown-key 2:9 Unknown key "sortt" in lists.all (Did you mean "sort"?)'],
		[
			String.raw`macros: {"\LRP": "\\textsc{lrp}"}`,
			String.raw`config/invalid 1:10 Invalid macro name "\LRP", expected a backslash and letters (Use single quotes, '\LRP', or two backslashes, "\\LRP")`,
		],
		[
			String.raw`macros: {\LRP: "\textsc{lrp}"}`,
			String.raw`config/invalid 1:16 YAML reads a backslash in "\textsc{lrp}" as an escape sequence (Use single quotes, '\textsc{lrp}', or two backslashes, "\\textsc{lrp}")`,
		],
		[
			'macros: {my macro: x}',
			String.raw`config/invalid 1:10 Invalid macro name "my macro", expected a backslash and letters (Use single quotes, '\LRP', or two backslashes, "\\LRP")`,
		],
		[String.raw`macros: {"\R": x}`, /^config\/syntax 1:\d+ .*\(.*single quotes/],
		['limit: 3', /^config\/unknown-key 1:1 Unknown key "limit" \((Did you mean|Use one of)/],
		['lists: {a: {limit: many}}', 'config/invalid 1:20 Expected a number in lists.a.limit, found "many"'],
		['lists: {a: {limit: 0}}', 'config/invalid 1:20 Expected at least 1 in lists.a.limit, found 0'],
		['people: Ada', 'config/invalid 1:9 Expected a list in people, found "Ada" (Write, for example, people: ["Ada"])'],
		['people: [{name: Müller, Klaus-Robert}]', /^config\/unknown-key 1:25 .*in quotation marks/],
		['people: [{id: ada}]', 'config/invalid 1:10 Missing key "name" in people[0] (Add it, as in name: "Doe, Jane")'],
		['people: [{name: A, to: soon}]', /^config\/invalid 1:24 .*Expected .*a date such as/],
		[
			'venues: [{match: x, kind: jornal}]',
			/^config\/invalid 1:27 Expected .*, found "jornal" .*Did you mean "journal"\?\)$/,
		],
		[
			'venues: [{match: [a, "/(/"]}]',
			'config/invalid 1:22 Invalid regular expression /(/: missing closing ) (Use the syntax of RE2, or a pattern with * such as "*Pattern Recognition*")',
		],
		['venues: [{match: "/(?!a)b/"}]', /^config\/invalid 1:18 .*: look-ahead and look-behind are not supported/],
		['venues: [{match: "/(a)\\\\1/"}]', /^config\/invalid 1:18 .*: back-references are not supported/],
		['checks: {field\\misssing: off}', /^config\/unknown-key 1:10 /],
		['checks: {field/misssing: off}', /^config\/unknown-key 1:10 .*Did you mean "field\/missing"/],
		['checks: {field/missing: of}', /^config\/invalid 1:25 .*Did you mean "off"/],
		['outputs: [{path: a.md, cite: apa}]', /^config\/invalid 1:30 Format markdown has no dialog to cite works/],
		['outputs: [{path: a.md, format: markdwon}]', /^config\/invalid 1:32 .*Did you mean "markdown"/],
		['lists: {all: {}}\noutputs: [{path: a.md, list: al}]', /^config\/invalid 2:30 Unknown list "al".*"all"/],
		['outputs: [{path: a.md}, {path: ./a.md}]', /^config\/invalid 1:32 Duplicate output path/],
		['outputs: [{path: a.txt, region: talks}]', /^config\/invalid 1:18 Cannot insert a list into a.txt/],
		['outputs: [{path: a.md, region: my talks}]', /^config\/invalid 1:32 Invalid region "my talks"/],
		[
			'outputs: [{path: a.md, region: a}, {path: ./a.md, region: a}]',
			/^config\/invalid 1:59 .*Duplicate output region "a"/,
		],
		['outputs: [{path: a.md, region: a}, {path: ./a.md}]', /^config\/invalid 1:43 Duplicate output path/],
		['outputs: [a.docx]', /^config\/invalid 1:11 Cannot infer the format of a.docx/],
		['outputs: a.docx', /^config\/invalid 1:10 Cannot infer the format of a.docx/],
		['outputs: [{pth: a.md}]', /^config\/unknown-key 1:12 Unknown key "pth" .*Did you mean "path"/],
		['outputs: {path: a.docx}', /^config\/invalid 1:17 Cannot infer the format of a.docx/],
		['outputs: [3]', /^config\/invalid 1:11 Expected text or a mapping in outputs\[0\], found 3/],
		['outputs: [{path: a.docx}]', /^config\/invalid 1:18 Cannot infer the format of a.docx/],
		['lists: {a: {where: "yaer=2020 ("}}', /^config\/invalid 1:20 /],
		['lists: {a: {where: {year: often}}}', /^config\/invalid 1:27 /],
		['templates: nowhere', /^config\/invalid 1:12 Cannot find the template folder nowhere/],
		['library: [', /^config\/syntax 1:\d+ /],
		['title: a\ntitle: b', /^config\/syntax 2:1 /],
		['- a\n- b', /^config\/invalid 1:1 Expected a mapping, found a list/],
	])('%s', (yaml, expected) => {
		const [first] = problems(yaml);
		if (typeof expected === 'string') expect(first).toBe(expected);
		else expect(first).toMatch(expected);
	});

	it('are reported all at once', () => {
		expect(problems('localle: de\npeople: 3\noutputs: [{format: markdown}]')).toHaveLength(3);
	});

	it('name a misspelt key once, not as a missing key as well', () => {
		expect(problems('people: [{nmae: Ada}, {id: x}]\noutputs: [{pth: a.md}]')).toEqual([
			expect.stringContaining('Unknown key "nmae" in people[0] (Did you mean "name"?)'),
			expect.stringContaining('Missing key "name" in people[1]'),
			expect.stringContaining('Unknown key "pth" in outputs[0] (Did you mean "path"?)'),
		]);
	});

	it('in options have no position, and suggest the closest name', () => {
		expect(problems('', { formats: ['markdwon'] })[0]).toMatch(/^config\/invalid - .*Did you mean "markdown"/);
		expect(problems('lists: {all: {}}', { lists: ['alll'] })[0]).toMatch(/Did you mean "all"/);
		expect(problems('', { where: 'year>>2' })[0]).toMatch(/^config\/invalid - .* in --where/);
	});

	it('include a missing file', () => {
		const found: Diagnostic[] = [];
		expect(loadProject('nowhere.yaml', folderWith({}), {}, (one) => found.push(one))).toBe(null);
		expect(found.map(({ code }) => code)).toEqual(['config/missing']);
	});
});

describe('outputs outside the project', () => {
	const yaml = 'library: papers.bib\noutputs: [list.md, ../site/list.md]\n';

	it('are refused in a build, with their position', () => {
		const root = folderWith({ 'papers.bib': '@book{a, title = {A}}', 'bibfolio.yaml': yaml });
		const loadedProject = loadProject(null, root, {}, (problem) => expect.fail(problem.message)) as Project;
		const { outputs, stops, diagnostics } = build(loadedProject);
		const places = diagnostics.flatMap(({ code, span }) => (code === 'config/outside' && span ? [placeOf(span)] : []));
		expect([outputs, stops, places]).toEqual([[], 'configuration', [expect.objectContaining({ line: 2, column: 20 })]]);
		expect(build({ ...loadedProject, outputs: loadedProject.outputs.slice(0, 1) }).stops).toBe(null);
	});

	it('are built if an option allows their folder', () => {
		const root = folderWith({ 'papers/papers.bib': '@book{a, title = {A}}', 'papers/bibfolio.yaml': yaml });
		const options = { allowOutside: ['site'] };
		const loadedProject = loadProject('papers/bibfolio.yaml', root, options, ({ message }) => expect.fail(message));
		expect(build(loadedProject as Project).outputs.map(({ path }) => path)).toEqual(['list.md', '../site/list.md']);
	});
});

describe('the JSON schema', () => {
	const valid = new Ajv2020({ strict: false }).compile(projectSchema());
	const read = (text: string) => parseYaml(source('bibfolio.yaml', text), () => {}, 'config/syntax')?.value;

	it("accepts this project's own configuration", () => {
		expect(
			valid(read(readFileSync(new URL('../../bibfolio.yaml', import.meta.url), 'utf8'))),
			valid.errors?.[0]?.message,
		).toBe(true);
	});

	it('rejects what the command rejects', () => {
		for (const text of ['libary: x', 'lists: {a: {limit: 0}}', 'checks: {field/missing: of}', 'people: [{id: ada}]'])
			expect(valid(read(text)), text).toBe(false);
	});
});
