import { cpSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scanFolder } from '../../../src/cli/survey/folder.ts';
import { peopleSources } from '../../../src/cli/survey/people-sources.ts';
import { peopleRows } from '../../../src/project/people-files/people-rows.ts';
import { folderWith } from '../../folder.ts';
import { run } from '../run.ts';

const fixtures = fileURLToPath(new URL('moving/fixtures/', import.meta.url));

function peopleIn(site: string, people: Parameters<typeof peopleRows>[0]) {
	const root = join(fixtures, site);
	return peopleRows(
		people,
		{ root, readable: [root] },
		() => undefined,
		() => {},
	).rows;
}

describe('files with people', () => {
	it('are found in the site of one person', () => {
		expect(peopleSources(scanFolder(join(fixtures, 'al-folio')))).toEqual({
			paths: ['_data/coauthors.yml'],
			isGroup: false,
		});
		expect(peopleSources(scanFolder(join(fixtures, 'hugo-blox')))).toEqual({
			paths: ['content/authors/'],
			isGroup: false,
		});
	});

	it('are found in the site of a group', () => {
		const folder = folderWith({
			'_data/team_members.yml': '- name: Ada Lovelace\n- name: Mary Somerville\n',
			'_data/alumni_members.yml': '- name: Charles Babbage\n',
			'_data/members.yml': '- title: Menu\n',
			'_data/staff.yml': '# - name: Jane Doe\n',
			'_data/navigation.yml': '- name: Home\n',
			'members.csv': 'role,orcid\nmember,\n',
		});
		expect(peopleSources(scanFolder(folder))).toEqual({
			paths: ['_data/alumni_members.yml', '_data/team_members.yml'],
			isGroup: true,
		});
	});

	it('have the people of al-folio and Hugo Blox', () => {
		expect(peopleIn('al-folio', '_data/coauthors.yml')).toMatchObject([
			{ name: 'Hilbert, David', url: 'https://example.org/hilbert', role: 'none' },
			{ name: 'Klein, Felix', url: 'https://example.org/klein', role: 'none' },
		]);
		expect(peopleIn('hugo-blox', [{ name: 'Noether, Emmy', role: 'owner' }, 'content/authors/'])).toMatchObject([
			{ name: 'Noether, Emmy', url: '/author/emmy-noether/' },
			{ name: 'Emil Artin', role: 'student', url: '/author/dr.-emil-artin/' },
			{ name: 'Ruth Moufang', role: 'none', url: '/author/ruth-moufang/' },
		]);
	});
});

describe('bibfolio init', () => {
	it('writes the files of a group and asks for no owner', async () => {
		const folder = folderWith({
			'papers.bib': '@article{a, author = {Ada Lovelace and Babbage, C.}, title = {T}, journal = {J}, year = {1843}}\n',
			'people.csv': 'name,role\nAda Lovelace,member\nCharles Babbage,alumni\n',
		});
		const { code, out } = await run(folder, ['init', '--yes', '--dry-run']);
		expect(code).toBe(0);
		expect(out).toMatch(/^people:\n(?: {2}#.*\n)* {2}- people\.csv\n/m);
		expect(out).not.toContain('name: ');
	});

	it('writes the owner and the file of co-authors', async () => {
		const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bibfolio-test-')));
		cpSync(join(fixtures, 'al-folio'), folder, { recursive: true });
		const { out } = await run(folder, ['init', '--yes', '--dry-run']);
		expect(out).toMatch(
			/^people:\n {2}- name: Noether, Emmy.*\n {4}role: owner\n(?: {4}.*\n| +#.*\n)* {2}- _data\/coauthors\.yml\n/m,
		);
	});
});
