import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { risRecord } from '../../src/browser/page/cite/ris-record.ts';
import { coinsOf } from '../../src/browser/page/metadata/coins.ts';
import { workJson } from '../../src/browser/page/metadata/json-ld.ts';
import { alwaysPrivateFields, defaultPrivateFields } from '../../src/library/private-fields.ts';
import { listOf, rendered } from './library.ts';
import { readData } from './page-data.ts';

/** al-folio's `abbr` is the badge of the venue, and its notes are for readers. Lists show them. */
const shown = ['abbr', 'annotation', 'additional_info', 'preview'];
/** Its other settings would make `annotation` such a note. */
const settings = ['bibtex_show', 'google_scholar_id', 'altmetric', 'dimensions'];

const patterns = [...alwaysPrivateFields, ...defaultPrivateFields].filter((name) => !name.startsWith('@'));
/** Each private field, with other text in place of `*`. */
const names = patterns
	.map((name) => name.replaceAll('*', 'x'))
	.filter((name) => ![...shown, ...settings].includes(name));

const fields = names.map((name) => `${name} = {secret in ${name}},`).join('\n');
const paths = ['note', 'howpublished', 'origtitle', 'origpublisher', 'language', 'url', 'pdf', 'code', 'slides'];
const library = `
	@string{jane = {Doe, Jane <jane@secret.example>}}
	@inproceedings{paper, author = jane # { and {The Lab (lab@secret.example)}}, title = {Paper}, year = 2021, crossref = {book},
		author+an:email = {1="jane@secret.example"}, annotation = {secret in annotation}, ${fields}}
	@proceedings{book, editor = {Roe, R. and roe@secret.example}, title = {Book}, year = 2021, ${fields}}
	${paths.map((name) => `@misc{${name}, author = {Doe, Jane}, title = {T}, year = 2020, ${name} = {/home/secret/${name}.pdf}}`).join('\n')}
	${paths.map((name) => `@misc{${name}2, author = {Doe, Jane}, title = {T}, year = 2020, ${name} = {file:///C:/secret/${name}.pdf}}`).join('\n')}`;

const context = { privateFields: [...alwaysPrivateFields, ...defaultPrivateFields] };

describe.each(['title', 'record', 'compact', 'cards'])('private fields in the look %s', (look) => {
	it.each([
		['html-page', {}],
		['html', { script: true }],
		['html', { script: false }],
	])('are in no part of %s with %j', (format, options) => {
		const html = rendered(listOf(library), format, { look, options }, context, () => {}) ?? '';
		expect(html).toContain('The Lab');
		expect([...html.matchAll(/.{0,80}secret.{0,40}/g)].map(([found]) => found)).toEqual([]);
	});
});

describe('private fields in the data of a page', () => {
	const html = rendered(listOf(library), 'html-page', {}, context, () => {}) ?? '';
	const [, json = ''] = /class="bibfolio-data" value="([^"]*)"/.exec(html) ?? [];
	const [, bibtex = ''] = /href="data:application\/gzip;base64,([^"]*)"/.exec(html) ?? [];
	const data = readData(json);
	const items = Object.values(data.works).map(({ csl }) => csl);
	const typed = items as Parameters<typeof coinsOf>[0][];

	it.each([
		['BibTeX', () => gunzipSync(Buffer.from(bibtex, 'base64')).toString(), 'The Lab'],
		['CSL-JSON, facets and orders', () => JSON.stringify(data), 'The Lab'],
		['RIS', () => typed.map((item) => risRecord(item, null)).join(''), 'The Lab'],
		['COinS', () => typed.map(coinsOf).map(decodeURIComponent).join(' '), 'The+Lab'],
		['JSON-LD', () => JSON.stringify(typed.map((item) => workJson(item, '', data.schemaTypes))), 'The Lab'],
	])('are not in %s', (_, text, name) => {
		expect(items).toHaveLength(2 + 2 * paths.length);
		expect(text()).toContain(name);
		expect([...text().matchAll(/.{0,80}secret.{0,40}/g)].map(([found]) => found)).toEqual([]);
	});
});
