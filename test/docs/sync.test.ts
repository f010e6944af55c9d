import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { source } from '../../src/diagnostics/source.ts';
import { readIgnoredRows } from '../../src/project/ignored-works.ts';
import { run } from '../cli/run.ts';
import { folderWith } from '../folder.ts';
import { text } from '../sources/behaviours.mjs';
import { sourceServer } from '../sources/server.ts';
import { examples } from './pages.ts';

const onPage = (language: string) =>
	examples
		.filter((example) => example.page === 'docs/sync.md' && example.language === language)
		.map(({ code }) => code);
const [configuration = '', ignoredWorks = ''] = onPage('yaml');
const lines = onPage('sh').flatMap((code) => code.trim().split('\n'));

/** Works by DBLP key, as its XML; only the name says that they are by the person. */
const records = {
	'journals/x/Lovelace24': '<title>Notes on the Engine.</title><year>2024</year><ee>https://doi.org/10.1000/notes</ee>',
	'journals/x/Lovelace22':
		'<title>Milk Yield on Clover Pasture.</title><year>2022</year><ee>https://doi.org/10.1017/s0022029922000328</ee>',
	'journals/corr/abs-1706-03762':
		'<title>Cows.</title><year>2017</year><journal>CoRR</journal><volume>abs/1706.03762</volume>',
	'conf/x/Lovelace43': '<title>A Talk in Turin.</title><year>2020</year>',
};
const dblp = `<dblpperson name="Ada Lovelace" pid="65/9612">${Object.entries(records)
	.map(([key, fields]) => `<r><article key="${key}"><author>Ada Lovelace</author>${fields}</article></r>`)
	.join('\n')}</dblpperson>`;
const doi = '10.1000/notes';
const orcid = JSON.stringify({
	group: [
		{
			'work-summary': [
				{
					'put-code': 1,
					title: { title: { value: 'Notes on the Engine' } },
					type: 'journal-article',
					'external-ids': {
						'external-id': [
							{ 'external-id-type': 'doi', 'external-id-value': doi, 'external-id-relationship': 'self' },
						],
					},
				},
			],
		},
	],
});

describe('docs/sync.md', () => {
	it('can be followed from a folder without a library', async () => {
		const { url } = await sourceServer({
			'/pid/65/9612.xml': text(dblp),
			'/v3.0/0000-0002-1825-0097/works': text(orcid),
			'/doi/*': text('', { 'content-type': 'text/html' }),
		});
		const addresses = `lookup:\n${Object.entries({
			orcid: '/v3.0/{}/works',
			dblp: '/pid/{}.xml',
			...{ doi: '/d/{}', crossref: '/c/{}', datacite: '/d/{}', arxiv: '/a/{}', 'crossref-search': '/s?q={}' },
		})
			.map(([name, path]) => `  ${name}: ${url}${path}\n`)
			.join('')}`;
		const folder = folderWith({ 'bibfolio.yaml': configuration + addresses });
		const results = [];
		for (const line of lines) {
			const { code, err } = await run(folder, line.replace(/^bibfolio /, '').split(' '));
			results.push([line, code, err.includes('error')]);
		}
		expect(results).toEqual(lines.map((line) => [line, 0, false]));
		const library = readFileSync(join(folder, 'papers.bib'), 'utf8');
		expect(library.match(/^ {2}title.*$/gm)).toEqual([
			'  title = {Notes on the Engine},',
			'  title = {A Talk in Turin},',
		]);
		expect(parse(readFileSync(join(folder, 'ignored-works.yaml'), 'utf8'))).toMatchObject([
			{ arxiv: '1706.03762', why: 'ignore' },
			{ doi: '10.1017/s0022029922000328', person: 'lovelace-ada', why: 'not mine' },
		]);
	});

	it('shows a valid file of ignored works', () => {
		expect(readIgnoredRows(source('ignored-works.yaml', ignoredWorks), () => {})).toHaveLength(2);
	});

	it('shows what --complete prints', async () => {
		const item = {
			...{ type: 'journal-article', DOI: '10.1007/bf01464225', source: 'Crossref', issued: { 'date-parts': [[1921]] } },
			...{ title: ['Idealtheorie in Ringbereichen'], author: [{ family: 'Noether', given: 'Emmy' }] },
			...{ 'container-title': ['Mathematische Annalen'], volume: '83', issue: '1-2', page: '24-66' },
		};
		const { url } = await sourceServer({ '/d/10.1007/bf01464225': text(JSON.stringify(item)) });
		const entry = `@article{noether1921,
  author = {Noether, Emmy},
  title = {Idealtheorie in Ringbereichen},
  journal = {Math. Ann.},
  volume = {83},
  year = {1921},
  doi = {10.1007/bf01464225},
}
`;
		const folder = folderWith({
			'papers.bib': entry,
			'bibfolio.yaml': `library: papers.bib\nlookup:\n  doi: ${url}/d/{}\n`,
		});
		expect((await run(folder, ['sync', '--complete'])).out.trim()).toBe(onPage('')[0]?.trim());
	});
});
