import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { source } from '../../../src/diagnostics/source.ts';
import { readUserCommands } from '../../../src/latex/commands/user-commands.ts';
import { readLibrary } from '../../../src/library/read-library.ts';
import { cslItem, cslTypes } from '../../../src/publications/csl/csl-item.ts';
import { publicationOf } from '../../../src/publications/normalize.ts';
import { makeEntry } from '../make-entry.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const schema = JSON.parse(fixture('csl-item.schema.json'));
const validate = new Ajv.default({ allowUnionTypes: true }).compile(schema);

const library = readLibrary([source('export.bib', fixture('export.bib'))], () => {});
const reading = { commands: readUserCommands([], {}), venues: [], links: [], files: [] };
const items = new Map(library.entries.map((entry) => [entry.key, cslItem(publicationOf(entry, reading, () => {}))]));

const itemOf = (text: string) => {
	const [entry] = readLibrary([source('a.bib', text)], () => {}).entries;
	if (!entry) throw new Error('no entry');
	return cslItem(publicationOf(entry, reading, () => {}));
};

describe('CSL-JSON', () => {
	test.each([...items])('of %s is valid CSL 1.0.2', (_, item) => {
		expect(validate(JSON.parse(JSON.stringify(item))), JSON.stringify(validate.errors)).toBe(true);
	});

	test('has the types of the schema', () => {
		expect([...cslTypes].sort()).toEqual([...schema.properties.type.enum].sort());
	});

	test.each([
		['hal', 'url = {https://hal.science/hal-01234567}', 'https://hal.science/hal-01234567'],
		['acl', 'url = {https://aclanthology.org/2020.acl-main.1/}', 'https://aclanthology.org/2020.acl-main.1'],
		['openreview', 'url = {https://openreview.net/forum?id=abcdefgh}', 'https://openreview.net/forum?id=abcdefgh'],
		['pubmed', 'url = {https://pubmed.ncbi.nlm.nih.gov/33653235/}', 'https://pubmed.ncbi.nlm.nih.gov/33653235/'],
		['ssrn', 'url = {https://ssrn.com/abstract=1234567}', 'https://ssrn.com/abstract=1234567'],
		['hal_id', 'hal_id = {hal-01234567}', 'https://hal.science/hal-01234567'],
		['doi', 'doi = {10.1000/xyz}, hal_id = {hal-01234567}', undefined],
		['own address first', 'pmid = {33653235}, url = {https://example.org/}', 'https://example.org/'],
	])('has the address of the work in an archive as URL: %s', (_, fields, url) => {
		expect(itemOf(`@article{a, title = {T}, journal = {J}, ${fields}}`)['URL']).toBe(url);
	});

	test.each([
		['eid = {e12}', { number: 'e12', page: 'e12' }],
		['articleno = {17}, number = {4}', { number: '17', page: '17', issue: '4' }],
		['eid = {e12}, pages = {1--20}', { number: 'e12', page: '1-20' }],
		['eid = {045101}, pages = {045101}', { number: '045101', page: '045101' }],
		['number = {4}, pages = {7}', { issue: '4', page: '7' }],
	])('has an article number where styles look for it: %s', (fields, expected) => {
		const { number, page, issue } = itemOf(`@article{a, title = {T}, journal = {J}, ${fields}}`);
		expect(JSON.parse(JSON.stringify({ number, page, issue }))).toEqual(expected);
	});

	test('of an article has each value in its variable', () => {
		expect(items.get('binder2016')).toEqual({
			id: 'binder2016',
			type: 'article-journal',
			'citation-key': 'binder2016',
			title:
				'<span class="nocase">D</span>eep <i>Taylor</i> Decomposition of “Clever ‘Hans’” in x² H<sub>2</sub>O: A < B & C',
			author: [
				{ family: 'Binder', given: 'Alexander' },
				{ family: 'Müller', given: 'Klaus-Robert' },
				{ family: 'Berg', given: 'Jan', 'dropping-particle': 'van der' },
				{ literal: 'World Health Organization' },
			],
			issued: { 'date-parts': [[2017, 5]] },
			'container-title': 'Pattern Recognition',
			'container-title-short': 'PR',
			volume: '65',
			issue: '3',
			number: 'e12',
			page: '211-222',
			language: 'en',
			status: 'in Press, Journal Pre-proof',
			DOI: '10.1016/j.patcog.2016.11.008',
			ISSN: '0031-3203',
			URL: 'https://example.org/paper',
			keyword: 'xai, relevance',
			note: 'Featured.',
			abstract: 'We show O(n).',
		});
	});

	test.each([
		['sun2020', { type: 'paper-conference', 'collection-number': '3', 'event-title': 'ICML', 'event-place': 'Vienna' }],
		['sun2020', { publisher: 'Springer and Birkhäuser', issued: { 'date-parts': [[2020]], circa: true } }],
		['weber2023', { type: 'thesis', genre: 'PhD thesis', publisher: 'TU Berlin' }],
		['achtibat2022', { type: 'article', genre: 'preprint', number: 'arXiv:2206.03208', publisher: 'arXiv' }],
		['achtibat2022', { URL: 'https://arxiv.org/abs/2206.03208' }],
		['ep3991102', { type: 'patent', genre: 'European patent', jurisdiction: 'EP', number: '3991102' }],
		[
			'talk2021',
			{
				type: 'speech',
				genre: 'lecture series',
				issued: {
					'date-parts': [
						[2021, 12, 13],
						[2021, 12, 16],
					],
				},
			},
		],
		['range', { issued: { 'date-parts': [[2019], [2021]] }, edition: '2', ISBN: '9783030289546' }],
		['open', { issued: { 'date-parts': [[2019], [0]] } }],
		['season', { issued: { 'date-parts': [[2021]], season: 1 } }],
		['decade', { issued: { 'date-parts': [[1990], [1999]] } }],
		['forthcoming', { issued: { literal: 'in press' }, status: 'in press' }],
		['volume', { volume: '5.2', 'number-of-volumes': '7', 'container-title': 'Collected Papers. Jubilee Edition' }],
		['volume', { compiler: [{ family: 'Sun', given: 'J.' }], contributor: [{ family: 'Weber', given: 'L.' }] }],
		['volume', { 'original-title': 'Schriften', 'original-publisher': 'Vieweg', 'original-publisher-place': 'Jena' }],
		['issue', { 'container-title': 'Physica', 'volume-title': 'On Heat', 'collection-title': '22nd series' }],
		['handbook', { type: 'report', number: 'LPS-12' }],
		['quantus', { type: 'software', version: '0.3' }],
		['odd', { type: 'document', medium: 'Leaflet' }],
	])('of %s has %o', (key, variables) => {
		expect(items.get(key)).toMatchObject(variables);
	});

	test('has a collaboration after the authors', () => {
		const entry = makeEntry('article', { author: 'Aamodt, K. and others', collaboration: 'ALICE' });
		const { author } = cslItem(publicationOf(entry, reading, () => {}));
		expect(author).toEqual([{ family: 'Aamodt', given: 'K.' }, { literal: 'ALICE Collaboration' }]);
	});

	test('uses the given words for a genre', () => {
		const thesis = library.entries.find(({ key }) => key === 'weber2023');
		const publication = thesis && publicationOf(thesis, reading, () => {});
		expect(publication && cslItem(publication, () => 'Dissertation')).toMatchObject({ genre: 'Dissertation' });
	});

	test('uses the given words for a status', () => {
		const entry = makeEntry('article', { title: 'T', pubstate: 'inpress' });
		const publication = publicationOf(entry, reading, () => {});
		expect(cslItem(publication, (term) => `${term}!`)).toMatchObject({ status: 'status-in-press!' });
		expect(cslItem(publication)).toMatchObject({ status: 'in press' });
	});

	test('of any publication is valid CSL 1.0.2', () => {
		const types = [
			'article',
			'inproceedings',
			'book',
			'misc',
			'patent',
			'thesis',
			'talk',
			'online',
			'nonsense',
			'software',
		];
		const names = [
			...[
				'title',
				'subtitle',
				'author',
				'editor',
				'editortype',
				'date',
				'year',
				'month',
				'eventdate',
				'journal',
				'booktitle',
			],
			...[
				'number',
				'volume',
				'pages',
				'publisher',
				'location',
				'type',
				'pubstate',
				'doi',
				'url',
				'eprint',
				'isbn',
				'keywords',
			],
			...['note', 'howpublished', 'edition', 'language', 'award', 'preview', 'code', 'options', 'abstract'],
		];
		const piece = fc.constantFrom(
			...[
				'{',
				'}',
				'\\',
				'$',
				'~',
				'-',
				'--',
				'/',
				',',
				';',
				' and ',
				' others',
				'\\url{',
				'\\href{',
				'https://a.org/',
				'10.1000/',
			],
			...[
				'2206.03208',
				'arXiv:',
				'2020',
				'-05',
				'?',
				'..',
				'Müller, K.-R.',
				'\\emph{x}',
				'<i>',
				'&',
				'%2F',
				'\u0000',
				'😀',
				'x',
				'=true',
				'in press',
			],
		);
		const value = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
		fc.assert(
			fc.property(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...names), value), (type, fields) => {
				const publication = publicationOf(makeEntry(type, fields), reading, () => {});
				for (const [name, one] of Object.entries(publication)) expect(one, name).toBeDefined();
				expect(validate(JSON.parse(JSON.stringify(cslItem(publication)))), JSON.stringify(validate.errors)).toBe(true);
			}),
			{ numRuns: 300 },
		);
	});
});
