import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scanFolder } from '../../../../src/cli/survey/folder.ts';
import { hugoBlox } from '../../../../src/cli/survey/moving/hugo-blox.ts';
import { folderWith } from '../../../folder.ts';

const site = hugoBlox(scanFolder(fileURLToPath(new URL('fixtures/hugo-blox', import.meta.url))));
const bundle = 'content/publication/a';
const moved = (page: string, bib = '@book{a,\n  title = {A},\n}\n', files: Readonly<Record<string, string>> = {}) =>
	hugoBlox(
		scanFolder(folderWith({ [`${bundle}/index.md`]: `---\n${page}\n---\n`, [`${bundle}/cite.bib`]: bib, ...files })),
	) ?? expect.fail('no settings');
const changed = (page: string, bib?: string, files?: Readonly<Record<string, string>>) =>
	moved(page, bib, files).replacements.map((part) => part.write([]));

describe('a site of Hugo Blox', () => {
	it('has its library in a folder for each work', () => {
		expect(site?.library).toEqual(['content/publication/*/cite.bib']);
		expect(site?.notes).toEqual(['Works without cite.bib: 1; add them: npx bibfolio add 10.1007/BF01464225']);
		expect(hugoBlox(scanFolder(folderWith({ 'content/post/a.md': '' })))).toBe(null);
	});

	it('names its owner', () => {
		expect(site?.owner).toBe('Emmy Noether');
	});

	it.each([
		['Dr. Emil Artin', 'Emil Artin'],
		['Prof. Dr.-Ing. Emil Artin', 'Emil Artin'],
		['Emil Artin, PhD', 'Emil Artin'],
		['Drew Mdara', 'Drew Mdara'],
		['Phdra Profumo', 'Phdra Profumo'],
	])('names people without titles: %s', (title, name) => {
		const files = { 'content/authors/admin/_index.md': `---\ntitle: ${title}\n---\n` };
		expect(moved('', undefined, files).owner).toBe(name);
	});

	it.each([
		['url_pdf: https://a.org/a.pdf', ',\n  url_pdf = {https://a.org/a.pdf},\n}\n'],
		['url_pdf: uploads/a.pdf', ',\n  url_pdf = {/uploads/a.pdf},\n}\n'],
		['featured: true', ',\n  selected = {true},\n}\n'],
		['links:\n  - { type: slides, url: /s.pdf }', ',\n  url_slides = {/s.pdf},\n}\n'],
		[
			'links:\n  - { name: Talk page, url: /t }\n  - { name: Talk page, url: /u }',
			',\n  link_Talk_page = {/t},\n  link_Talk_page-2 = {/u},\n}\n',
		],
	])('adds links to cite.bib: %j', (page, text) => expect(changed(page)).toEqual([text]));

	it.each([['featured: false'], ['url_pdf: "a}b"'], ['url_pdf: ""'], ['title: [']])('adds nothing for %j', (page) => {
		expect(changed(page)).toEqual([]);
	});

	it('finds files in the folder of the work', () => {
		const files = { [`${bundle}/a.pdf`]: '', [`${bundle}/code.zip`]: '', [`${bundle}/featured.jpg`]: '' };
		expect(changed('url_code: code.zip', undefined, files)).toEqual([
			',\n  url_code = {/publication/a/code.zip},\n  url_pdf = {/publication/a/a.pdf},\n  preview = {/publication/a/featured.jpg},\n}\n',
		]);
	});

	it('keeps the style of cite.bib, and fields that exist', () => {
		const bib = '@book{a,\r\n\ttitle = {A},\r\n\turl_pdf = {/a.pdf}\r\n}';
		expect(changed('url_pdf: /b.pdf\nurl_code: /c', bib)).toEqual([',\r\n\turl_code = {/c}\r\n}']);
	});

	it('leaves a cite.bib with several entries to its user', () => {
		const { replacements, notes } = moved('url_code: /c', '@book{a, title = {A}}\n@book{b, title = {B}}\n');
		expect([replacements, notes]).toEqual([[], [`Add to ${bundle}/cite.bib: url_code = {/c}`]]);
	});
});
