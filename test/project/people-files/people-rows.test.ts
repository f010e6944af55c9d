import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inFile, position } from '../../../src/diagnostics/source.ts';
import { peopleRows } from '../../../src/project/people-files/people-rows.ts';
import type { PersonFile } from '../../../src/project/project-file.ts';
import { folderWith } from '../../folder.ts';

const root = fileURLToPath(new URL('fixtures', import.meta.url));

/** The people of rows, without absent keys, and the problems as 'path:line:column severity message (hint)'. */
function read(people: string | PersonFile[], folder = root) {
	const problems: string[] = [];
	const { rows, files, patterns } = peopleRows(
		people,
		{ root: folder, readable: [folder] },
		() => undefined,
		({ code, severity, message, hint, span }) => {
			const place = span && inFile(span);
			const { line, column } = place ? position(place.source, place.start) : { line: 0, column: 0 };
			problems.push(`${place?.source.path ?? ''}:${line}:${column} ${severity} ${code} ${message} (${hint})`);
		},
	);
	return { people: JSON.parse(JSON.stringify(rows)), problems, files, patterns };
}

describe('people in a spreadsheet', () => {
	it('are rows, or several rows for several roles', async () => {
		await expect(JSON.stringify(read('people.csv'), null, '\t')).toMatchFileSnapshot('expected/people-csv.json');
	});

	it('have the ids of their profiles, and may have those of services that Bibfolio does not ask', () => {
		const rows =
			'Name,DBLP,OpenAlex ID,Semantic Scholar,Google Scholar,HAL\nEmmy Noether,65/9612,A5023888391,1741101,xyz,\n';
		const { people, problems } = read('people.csv', folderWith({ 'people.csv': rows }));
		expect(people).toEqual([
			{ name: 'Emmy Noether', dblp: '65/9612', openalex: 'A5023888391', 'semantic-scholar': '1741101' },
		]);
		expect(problems).toEqual([
			'people.csv:1:40 info people/unknown-key Unknown column "Google Scholar" (Bibfolio does not use it)',
		]);
	});

	it('are reported with an id of another service', () => {
		const rows = 'name,dblp\nEmmy Noether,0000-0002-1825-0097\n';
		expect(read('people.csv', folderWith({ 'people.csv': rows })).problems).toEqual([
			expect.stringMatching(/^people.csv:2:1 \w+ people\/invalid Invalid DBLP id "0000-0002-1825-0097"/),
		]);
	});

	it('are read in the encoding of Excel', () => {
		const { people, problems } = read('excel.csv');
		expect(people).toEqual([{ name: 'Müller, Klaus-Robert', role: 'member' }]);
		expect(problems).toEqual([expect.stringContaining('is not UTF-8')]);
	});

	it('keep the rows after wrong quotation marks, and report columns', async () => {
		await expect(JSON.stringify(read('own/quotes.csv'), null, '\t')).toMatchFileSnapshot('expected/quotes-csv.json');
	});

	it('need a header', () => {
		expect(read('own/columns.csv').problems).toEqual([
			expect.stringMatching(/^own\/columns.csv:1:1 warning|^own\/columns.csv:1:1 info/),
			expect.stringMatching(/^own\/columns.csv:1:10 /),
			expect.stringMatching(/^own\/columns.csv:1:1 error people\/empty Missing column "name"/),
		]);
	});

	it.each([
		['', 'No people in people.csv'],
		['\n ; \n', 'No people in people.csv'],
		['id,name\n', 'No people in people.csv'],
		['"Noether, Emmy",member\n"Weber, Werner",student\n', 'Missing headers in people.csv'],
		['Emmy Noether,member,2010\n', 'Missing headers in people.csv'],
	])('are missing in %j', (text, message) => {
		const { people, problems } = read('people.csv', folderWith({ 'people.csv': text }));
		expect(people).toEqual([]);
		expect(problems.filter((problem) => !problem.includes('unknown-key'))).toEqual([
			expect.stringContaining(`error people/empty ${message}`),
		]);
	});

	it('do not become one person by a copied id', () => {
		const rows =
			'id,name,role\nemmy,"Noether, Emmy",member\nemmy,"Weber, Werner",student\nemmy,"Noether, Emmy",alumni\n';
		const { people, problems } = read('people.csv', folderWith({ 'people.csv': rows }));
		expect(people).toEqual([
			{ id: 'emmy', name: 'Noether, Emmy', roles: [{ role: 'member' }, { role: 'alumni' }] },
			{ name: 'Weber, Werner', role: 'student' },
		]);
		expect(problems).toEqual([
			expect.stringMatching(
				/^people.csv:3:1 error people\/invalid Duplicate id "emmy" of Noether, Emmy and Weber, Werner/,
			),
		]);
	});

	it.each([
		['"Noether, Emmy"', '"Weber, Emmy"'],
		['"Noether, E."', '"Weber, Emmy"'],
		['"Noether, Emmy"', '"Noether, Amalie"'],
		['"Yamada, Hanako"', '"山田, 花子"'],
	])('keep their id when the name changes from %s to %s', (name, changed) => {
		const { people, problems } = read(
			'people.csv',
			folderWith({ 'people.csv': `id,name,role\nx,${name},member\nx,${changed},alumni\n` }),
		);
		expect(problems).toEqual([]);
		expect(people).toHaveLength(1);
	});
});

describe('people in a YAML file of rows', () => {
	it('keep what is valid', async () => {
		await expect(JSON.stringify(read('people.yaml'), null, '\t')).toMatchFileSnapshot('expected/people-yaml.json');
	});
});

describe('people of other tools', () => {
	it.each([
		['coauthors', '_data/coauthors.yml'],
		['team-members', '_data/team_members.yml'],
		['alumni-members', '_data/alumni_members.yml'],
		['groups', '_data/people.yml'],
		['staff', '_data/staff.yml'],
		['hugo-blox-data', 'data/authors/'],
		['hugo-blox-pages', 'content/authors'],
		['members', '_members/'],
		['members-glob', '_members/j*.md'],
	])('are understood: %s', async (name, path) => {
		const { people, problems } = read(path);
		expect(problems).toEqual([]);
		await expect(JSON.stringify(people, null, '\t')).toMatchFileSnapshot(`expected/${name}.json`);
	});

	it('have the addresses that the settings of Hugo give to their pages', () => {
		expect(read('hugo/content/authors/').people).toEqual([
			{
				id: 'emil',
				name: 'Emil Artin',
				url: '/author/emil-artin/',
				image: '/author/emil-artin/avatar.png',
				role: 'none',
			},
		]);
	});

	it('may be none yet', () => {
		expect(read('_data/empty.yml')).toMatchObject({ people: [], problems: [] });
	});

	it.each([
		['_data/nothing.yml', '_data/nothing.yml:1:1 error people/invalid Cannot find a person in _data/nothing.yml'],
		['_members/README.md', '_members/README.md:1:1 error people/invalid Cannot find a person in _members/README.md'],
		['own/broken.md', 'own/broken.md:3:11 error config/syntax'],
	])('are reported if there are none: %s', (path, problem) => {
		const { people, problems } = read(path);
		expect(people).toEqual([]);
		expect(problems).toEqual([expect.stringContaining(problem)]);
	});
});

describe('files with people', () => {
	it.each([
		['poeple.csv', 'File "poeple.csv" does not exist (Did you mean "people.csv"?)'],
		['_data/peple.yml', 'File "_data/peple.yml" does not exist (Did you mean "_data/people.yml"?)'],
		['nowhere/*.md', 'Pattern "nowhere/*.md" matches no files'],
		['data/', 'Folder "data/" contains no files with people'],
	])('are reported if they are missing: %s', (path, problem) => {
		const { problems } = read([path]);
		expect(problems.join('\n')).toContain(problem);
	});

	it('are not confused with names', () => {
		const names = ['CDF/D0 Collaboration', 'Doe, J. M.', 'people', 'Müller [Lab]'];
		expect(read(names)).toMatchObject({ people: names.map((name) => ({ name })), problems: [], files: [] });
	});

	it('must be in the project', () => {
		const { people, problems } = read(['../people.yaml'], join(root, 'own'));
		expect(people).toEqual([]);
		expect(problems).toEqual([expect.stringContaining('Cannot read ../people.yaml: it is outside the project')]);
	});

	it('are read in the place of their row, between names', () => {
		const { people, files, patterns } = read(['Zuse, Konrad', '_data/staff.yml', 'data/authors/*', 'Doe, Jane']);
		expect(people.map(({ name }: { name: string }) => name)).toEqual([
			...['Zuse, Konrad', 'Grace Hopper', 'Alan Turing', 'of Alexandria, Hypatia', 'Doe, Jane'],
		]);
		expect(files).toEqual(['_data/staff.yml', join('data/authors/me.yaml')]);
		expect(patterns).toEqual(['_data/staff.yml', 'data/authors/*']);
	});

	it('complete each other', () => {
		const { people, problems } = read([
			{ name: 'Emil Artin', role: 'owner', aliases: ['Artin, E.'] },
			'people.yaml',
			'people.csv',
			'_data/alumni_members.yml',
			{ name: 'Babbage, Charles', orcid: '0000-0003-2134-6548', role: 'member', from: 1830 },
		]);
		expect(people[0]).toEqual({
			name: 'Emil Artin',
			aliases: ['Artin, E.'],
			orcid: '0000-0001-5109-3700',
			roles: [{ role: 'owner' }],
		});
		expect(people.filter(({ name }: { name: string }) => /Babbage/.test(name))).toEqual([
			{
				name: 'Charles Babbage',
				orcid: '0000-0003-2134-6548',
				roles: [
					{ role: 'member', from: '1822', to: '1834' },
					{ role: 'member', from: 1830 },
					{ role: 'alumni', from: '1834' },
				],
			},
		]);
		expect(problems.filter((problem) => problem.includes('Duplicate'))).toEqual([]);
	});

	it('complete a name with initials, if only one person has it', () => {
		const [first, ...others] = read(['Noether, E.', 'people.csv']).people;
		expect(first).toMatchObject({ name: 'Noether, E.', aliases: ['Noether, Emmy'], orcid: '0000-0002-1825-0097' });
		expect(others.map(({ name }: PersonFile & object) => name)).not.toContain('Noether, Emmy');
	});

	it('may have two people of one name', () => {
		const twin = { name: 'Noether, Emmy', orcid: '0000-0003-2134-6548' };
		expect(
			read([twin, 'people.csv']).people.filter(({ name }: PersonFile & object) => name === twin.name),
		).toHaveLength(2);
		expect(read(['Doe, Jane', 'Doe, Jane']).people).toHaveLength(2);
	});
});

describe('the profiles of people on a website', () => {
	const links = `links:
  - { icon: academicons/dblp, url: https://dblp.org/pid/65/9612.html }
  - { label: Semantic Scholar, url: "https://www.semanticscholar.org/author/Emmy-Noether/1741101" }
  - { icon: google-scholar, url: https://scholar.google.com/citations?user=xyz }
  - { icon: arxiv, url: https://arxiv.org/abs/1706.03762 }
  - { icon: orcid, url: https://orcid.org/0000-0002-1825-0097 }
`;

	it.each([
		['keys', 'orcid: 0000-0002-1825-0097\ndblp: 65/9612\nsemantic_scholar_id: 1741101\narxiv: yes\n'],
		['links', links],
		[
			'links by name',
			'links:\n  orcid: 0000-0002-1825-0097\n  dblp: 65/9612\n  semantic-scholar: 1741101\n  github: emmy\n',
		],
	])('are %s', (_, text) => {
		const folder = folderWith({ '_members/noether.md': `---\nname: Emmy Noether\n${text}---\n` });
		const { people, problems } = read('_members/', folder);
		expect(problems).toEqual([]);
		expect(people).toMatchObject([
			{
				orcid: '0000-0002-1825-0097',
				dblp: expect.stringContaining('65/9612'),
				'semantic-scholar': expect.stringContaining('1741101'),
			},
		]);
		expect(people[0]).not.toHaveProperty('arxiv');
		expect(people[0]).not.toHaveProperty('hal');
	});
});
