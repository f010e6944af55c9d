import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { source } from '../../../src/diagnostics/source.ts';
import { readLibrary } from '../../../src/library/read-library.ts';
import { type FileRow, reportMissingFiles, withFolder } from '../../../src/publications/links/local-files.ts';

const rows: readonly FileRow[] = [
	{ fields: ['pdf', 'url_*'], folder: 'assets/pdf', url: '/site/assets/pdf/' },
	{ fields: ['preview'], folder: 'static/img', url: 'https://img.example.org/' },
];

describe('the address of a local file', () => {
	it.each([
		['pdf', 'weber.pdf', '/site/assets/pdf/weber.pdf'],
		['pdf', 'talks/weber.pdf', '/site/assets/pdf/talks/weber.pdf'],
		['pdf', 'My paper.pdf', '/site/assets/pdf/My paper.pdf'],
		['url_slides', 'weber.key', '/site/assets/pdf/weber.key'],
		['preview', 'weber.png', 'https://img.example.org/weber.png'],
		['pdf', 'https://a.org/weber.pdf', 'https://a.org/weber.pdf'],
		['pdf', 'www.a.org/weber.pdf', 'www.a.org/weber.pdf'],
		['pdf', '/papers/weber.pdf', '/papers/weber.pdf'],
		['pdf', '../weber.pdf', '../weber.pdf'],
		['pdf', 'submitted', 'submitted'],
		['slides', 'weber.pdf', 'weber.pdf'],
	])('of %s = {%s} is %s', (field, value, address) => {
		expect(withFolder(value, field, rows)).toBe(address);
	});
});

describe('missing files', () => {
	const missing = (bib: string, existing: readonly string[]) => {
		const diagnostics: Diagnostic[] = [];
		reportMissingFiles(
			readLibrary([source('a.bib', bib)], () => {}).entries,
			rows,
			(path) => existing.includes(path),
			(problem) => diagnostics.push(problem),
		);
		return diagnostics.map(({ code, message, span }) => [code, message, span?.source.text.slice(span.start, span.end)]);
	};
	const files = ['assets/pdf', 'static/img', 'assets/pdf/a.pdf', 'assets/pdf/b c.pdf'];

	it('are reported with the path and the field', () => {
		expect(missing('@article{a, title = {A}, pdf = {a.pdf}, preview = {a.png}}', files)).toEqual([
			['link/missing-file', 'Missing file static/img/a.png', '{a.png}'],
		]);
	});

	it.each([
		'a.pdf#page=2',
		'b%20c.pdf',
		'b c.pdf',
		'/site/assets/pdf/a.pdf',
		'https://a.org/x.pdf',
		'/other/x.pdf',
		'soon',
	])('are none for %s', (value) => {
		expect(missing(`@article{a, title = {A}, pdf = {${value}}}`, files)).toEqual([]);
	});

	it('are reported under an address, too', () => {
		expect(missing('@misc{a, title = {A}, pdf = {/site/assets/pdf/x.pdf}}', files)).toHaveLength(1);
	});

	it('are never looked for in another folder', () => {
		expect(missing('@misc{a, title = {A}, pdf = {x/../../../secret.pdf}}', files)).toEqual([]);
	});

	it('are reported once if the folder is missing', () => {
		const bib = '@misc{a, title = {A}, pdf = {a.pdf}} @misc{b, title = {B}, pdf = {b.pdf}}';
		expect(missing(bib, [])).toEqual([
			['link/missing-file', 'Missing folder assets/pdf, which should contain 2 files', '{a.pdf}'],
		]);
	});
});
