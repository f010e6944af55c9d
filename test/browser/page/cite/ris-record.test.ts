import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { risRecord } from '../../../../src/browser/page/cite/ris-record.ts';
import type { CslItem, CslName } from '../../../../src/browser/page/data/csl-json.ts';
import { familyFirst } from '../../../../src/browser/page/data/csl-words.ts';
import { ris } from '../../../../src/editing/drafts/ris.ts';
import { recordsIn } from '../../../../src/editing/drafts/tagged-records.ts';
import { plainText } from '../../../../src/latex/plain-text.ts';
import { cslItem, cslName, cslTypes } from '../../../../src/publications/csl/csl-item.ts';
import { listOf } from '../../../render/library.ts';

/** CSL-JSON as pages have it. */
const writers = { markup: plainText, name: cslName, eidAsPage: true };

/** The record of the first entry of a library. */
function recordOf(bib: string, abstract: string | null = null): readonly string[] {
	const [{ publication } = {}] = listOf(bib).items;
	if (!publication) throw new Error('no entry');
	return risRecord(cslItem(publication, undefined, writers) as CslItem, abstract).split('\r\n');
}

/** A record as our own reader understands it. */
function read(record: string): Readonly<Record<string, unknown>> {
	const records = recordsIn(record, ris);
	expect(records).toHaveLength(1);
	return ris.read(records[0] ?? []);
}

describe('a RIS record', () => {
	it('has the fields of an article', () => {
		const record = recordOf(
			`@article{a, author = {van der Berg, Jan and King, Jr., Martin and {The ATLAS Collaboration}},
			title = {On {H\\textsubscript{2}O}}, journal = {Nature}, volume = 3, number = 2, pages = {1--9}, date = {2021-03-05},
			doi = {10.1000/x}, issn = {0028-0836}, keywords = {water, ice}, publisher = {Springer}, language = {german}}`,
			'Two\nlines.',
		);
		expect(record).toEqual([
			'TY  - JOUR',
			'AU  - van der Berg, Jan',
			'AU  - King, Martin, Jr.',
			'AU  - The ATLAS Collaboration',
			'TI  - On H₂O',
			'T2  - Nature',
			'PY  - 2021',
			'DA  - 2021/03/05/',
			'VL  - 3',
			'IS  - 2',
			'SP  - 1',
			'EP  - 9',
			'PB  - Springer',
			'SN  - 0028-0836',
			'DO  - 10.1000/x',
			'LA  - de',
			'KW  - water',
			'KW  - ice',
			'AB  - Two lines.',
			'ER  - ',
			'',
		]);
	});

	it.each([
		['a conference', '@inproceedings{a, title={T}, booktitle={Proc. of X}, eventtitle={X 2020}}', 'T2  - X 2020'],
		[
			'its proceedings',
			'@inproceedings{a, title={T}, booktitle={Proc. of X}, eventtitle={X 2020}}',
			'C3  - Proc. of X',
		],
		['proceedings alone', '@inproceedings{a, title={T}, booktitle={Proc. of X}}', 'T2  - Proc. of X'],
		['an editor', '@book{a, title={T}, editor={Roe, Rick}}', 'ED  - Roe, Rick'],
		['the number of a report', '@techreport{a, title={T}, number={TR 7}, institution={MIT}}', 'SN  - TR 7'],
		['an article number', '@article{a, title={T}, eid={e7}}', 'SP  - e7'],
		['a list of pages', '@article{a, title={T}, pages={1--2, 5--9}}', 'SP  - 1-2, 5-9'],
		['a month', '@article{a, title={T}, date={2021-03}}', 'DA  - 2021/03//'],
		['the event of a talk', '@unpublished{a, title={T}, eventtitle={Summer School}}', 'T2  - Summer School'],
		['a version', '@software{a, title={T}, version={2.4}}', 'ET  - 2.4'],
		['a number of volumes', '@book{a, title={T}, volumes={3}}', 'NV  - 3'],
		['a number in a series', '@book{a, title={T}, series={Birds}, number={7}}', 'SV  - 7'],
		['the country of a patent', '@patent{a, title={T}, number={1234}, location={DE}}', 'CY  - DE'],
		['a thesis', '@phdthesis{a, title={T}, school={MIT}}', 'M3  - PhD thesis'],
	])('has %s', (_, bib, line) => {
		expect(recordOf(bib)).toContain(line);
	});

	const word = fc.stringMatching(/^[\p{L}\p{M}\p{N}.'’() &:-]{0,11}\p{L}$/u).map((text) => text.trim());
	const title = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
	const name: fc.Arbitrary<CslName> = fc.oneof(
		fc.record({ literal: title }),
		fc.record(
			{
				family: word,
				given: word,
				'dropping-particle': fc.constantFrom('van der', 'de', "d'"),
				'non-dropping-particle': fc.constantFrom('von', 'al-'),
				suffix: fc.constantFrom('Jr.', 'III'),
			},
			{ requiredKeys: ['family', 'given'] },
		),
	);
	const item = fc.record({
		type: fc.constantFrom(...cslTypes),
		title,
		author: fc.array(name, { minLength: 1, maxLength: 4 }),
		year: fc.integer({ min: 1000, max: 2100 }),
		doi: fc.stringMatching(/^10\.\d{4}\/[\w.()/:-]{1,20}$/),
		volume: word,
		note: title,
	});

	it('keeps type-independent values when our reader reads it', () => {
		fc.assert(
			fc.property(item, title, ({ type, title, author, year, doi, volume, note }, abstract) => {
				const csl = { id: 'x', type, title, author, issued: { 'date-parts': [[year]] }, DOI: doi, volume, note };
				const record = risRecord(csl, abstract);
				const result = read(record);
				const single = (text: string) => text.replace(/\s+/g, ' ').trim();
				expect(result).toMatchObject({ title: single(title), issued: { 'date-parts': [[year]] }, DOI: doi });
				expect(result).toMatchObject({ volume: single(volume), abstract: single(abstract) });
				expect((result['author'] as readonly CslName[]).map(spelling)).toEqual(author.map(spelling));
				expect(record.endsWith('\r\nER  - \r\n')).toBe(true);
				expect(record.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
			}),
			{ numRuns: 150 },
		);
	});

	it.each([
		['report', 'TR 2020-12'],
		['patent', 'US 9,123,456 B2'],
		['standard', 'ISO 690'],
	])('keeps the number of a %s, and its ISBN', (type, number) => {
		const csl = { id: 'x', type, title: 'T', number, ISBN: '978-3-16-148410-0' };
		expect(read(risRecord(csl, null))).toMatchObject({ number, ISBN: ['978-3-16-148410-0'] });
	});

	it('never gets a line from a value', () => {
		fc.assert(
			fc.property(fc.constantFrom('\n', '\r\n', '\r', '\u2028'), (lineEnd) => {
				const csl = {
					id: 'x',
					type: 'book',
					title: `T${lineEnd}ER  - ${lineEnd}TY  - BOOK`,
					issued: { literal: lineEnd },
				};
				expect(recordsIn(risRecord(csl, null), ris)).toHaveLength(1);
			}),
		);
	});
});

/** A name in any division into parts. */
function spelling(name: CslName): string {
	const words = familyFirst(name).split(/[\s,]+/);
	return words.filter(Boolean).sort().join(' ');
}
