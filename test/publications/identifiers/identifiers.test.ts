import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { normalizeArxiv } from '../../../src/publications/identifiers/arxiv.ts';
import { isValidIsbn, isValidIssn, isValidOrcid } from '../../../src/publications/identifiers/checksums.ts';
import { normalizeDoi } from '../../../src/publications/identifiers/doi.ts';
import { readIdentifiers } from '../../../src/publications/identifiers/identifiers.ts';
import { makeEntry } from '../make-entry.ts';

function read(type: string, fields: Record<string, string>, key?: string) {
	const diagnostics: Diagnostic[] = [];
	const identifiers = readIdentifiers(makeEntry(type, fields, key ? { key } : {}), (diagnostic) =>
		diagnostics.push(diagnostic),
	);
	return { ...identifiers, diagnostics };
}

describe('a DOI', () => {
	test.each([
		['10.1000/xyz123', '10.1000/xyz123'],
		['https://doi.org/10.1/a\\_b', '10.1/a_b'],
		['10.1/a_b', '10.1/a_b'],
		['http://dx.doi.org/10.1038/S41586-019', '10.1038/S41586-019'],
		['doi:10.1145/3503250', '10.1145/3503250'],
		['DOI: 10.1145/3503250.', '10.1145/3503250'],
		['doi.org/10.1145/3503250', '10.1145/3503250'],
		['https://doi.org/doi:10.1145/3503250', '10.1145/3503250'],
		['10.1007/978-3-030-28954-6\\_10', '10.1007/978-3-030-28954-6_10'],
		['10.1007/978-3-030-28954-6{\\_}10', '10.1007/978-3-030-28954-6_10'],
		['10.1007/978-3-030-28954-6{\\textunderscore}10', '10.1007/978-3-030-28954-6_10'],
		['\\url{https://doi.org/10.1371/journal.pone.0130140}', '10.1371/journal.pone.0130140'],
		['\\href{https://doi.org/10.1371/journal.pone.0130140}{here}', '10.1371/journal.pone.0130140'],
		['https://doi.org/10.1016%2Fj.patcog.2016.11.008', '10.1016/j.patcog.2016.11.008'],
		['https://doi.org/10.1145/3503250?utm=x#top', '10.1145/3503250'],
		['https://dl.acm.org/doi/10.1145/3503250', '10.1145/3503250'],
		['(10.1016/S0031-3203(16)30358-2)', '10.1016/S0031-3203(16)30358-2'],
		[
			'10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
			'10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
		],
		[
			'10.1002/(SICI)1097-4571(199806)49:8$<$693::AID-ASI4$>$3.0.CO;2-O',
			'10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
		],
		[
			'10.1002/(SICI)1097-4571(199806)49:8&lt;693::AID-ASI4&gt;3.0.CO;2-O',
			'10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
		],
		['10.1000/one, 10.1000/two', '10.1000/one'],
		['10.1000/one https://doi.org/10.1000/two', '10.1000/one'],
		['10.1000.10/123', '10.1000.10/123'],
		['<10.1000/xyz>', '10.1000/xyz'],
		['10/gf4gqc', '10/gf4gqc'],
		['doi:10/gf4gqc', '10/gf4gqc'],
		['https://doi.org/10%2Fgf4gqc', '10/gf4gqc'],
		['https://doi.org/gf4gqc', '10/gf4gqc'],
		['urn:doi:10.1000/xyz', '10.1000/xyz'],
		['https: // doi.org / 10.1109 / TIDE.20 04.20', '10.1109/TIDE.2004.20'],
		[
			'10.1002/(SICI)1097-0258(19970530)16:10%3C1097::AID-SIM1%3E3.0.CO;2-N',
			'10.1002/(SICI)1097-0258(19970530)16:10<1097::AID-SIM1>3.0.CO;2-N',
		],
		['10.1000/half%zz%', '10.1000/half%zz%'],
	])('%s is %s', (written, doi) => {
		expect(normalizeDoi(written)).toBe(doi);
	});

	test.each([
		'',
		'n/a',
		'forthcoming',
		'10.1000',
		'https://doi.org/',
		'10/2021',
		'01/10/2021',
		'https://example.org/10/abcd',
	])('%s is not one', (written) => {
		expect(normalizeDoi(written)).toBeNull();
	});

	test('is unchanged if normalized again', () => {
		const character = fc.constantFrom(...'abcXYZ0189.-_()/:;<>');
		fc.assert(
			fc.property(fc.string({ unit: character, minLength: 1, maxLength: 30 }), (suffix) => {
				const doi = normalizeDoi(`10.1234/${suffix}`);
				if (doi) expect(normalizeDoi(`https://doi.org/${doi}`)).toBe(doi);
			}),
		);
	});

	test.each([
		{ url: 'https://doi.org/10.1145/3503250' },
		{ ee: 'https://doi.org/10.1145/3503250' },
		{ 'bdsk-url-1': 'https://doi.org/10.1145%2F3503250' },
		{ note: 'doi: 10.1145/3503250' },
		{ howpublished: '\\url{https://doi.org/10.1145/3503250}' },
		{ eprint: '10.1145/3503250', eprinttype: 'doi' },
	])('is found in %o', (fields) => {
		expect(read('article', fields).doi).toBe('10.1145/3503250');
	});

	test('that is invalid is reported at its field, and another one is used', () => {
		const { doi, diagnostics } = read('article', { doi: 'see publisher', url: 'https://doi.org/10.1145/3503250' });
		expect(doi).toBe('10.1145/3503250');
		expect(diagnostics.map(({ code }) => code)).toEqual(['identifier/invalid']);
		expect(diagnostics[0]?.span?.source.text.slice(diagnostics[0].span.start, diagnostics[0].span.end)).toBe(
			'{see publisher}',
		);
	});

	test('is not read from a note that does not name it', () => {
		expect(read('article', { note: 'Version 10.1234/5 of the plan' }).doi).toBeNull();
	});
});

describe('an arXiv id', () => {
	test.each([
		['2206.03208', '2206.03208'],
		['2206.03208v2', '2206.03208v2'],
		['arXiv:2206.03208', '2206.03208'],
		['arXiv:2206.03208v1 [cs.LG]', '2206.03208v1'],
		['arXiv: 2206.03208', '2206.03208'],
		['abs/2206.03208', '2206.03208'],
		['CoRR abs/2206.03208', '2206.03208'],
		['https://arxiv.org/abs/2206.03208', '2206.03208'],
		['https://arxiv.org/pdf/2206.03208v3.pdf', '2206.03208v3'],
		['arXiv preprint arXiv:2206.03208', '2206.03208'],
		['hep-th/9711200', 'hep-th/9711200'],
		['math.GT/0309136', 'math/0309136'],
		['arXiv:math/0309136v2', 'math/0309136v2'],
		['0704.0001', '0704.0001'],
		['10.48550/arXiv.2206.03208', '2206.03208'],
	])('%s is %s', (written, id) => {
		expect(normalizeArxiv(written)).toBe(id);
	});

	test.each(['', '2213.00001', '123.4567', 'foo/9711200', '10.1000/2206'])('%s is not one', (written) => {
		expect(normalizeArxiv(written)).toBeNull();
	});

	test.each<Record<string, string>>([
		{ eprint: '2206.03208', eprinttype: 'arXiv', eprintclass: 'cs.LG' },
		{ eprint: '2206.03208', archiveprefix: 'arXiv', primaryclass: 'cs.LG' },
		{ eprint: 'arXiv:2206.03208 [cs.LG]' },
		{ arxiv: '2206.03208', primaryclass: 'cs.LG' },
		{ journal: 'CoRR', volume: 'abs/2206.03208', note: '[cs.LG]' },
		{ journal: 'CoRR abs/2206.03208', eprintclass: 'cs.LG' },
		{ journal: 'arXiv preprint arXiv:2206.03208 [cs.LG]' },
		{ journal: 'arXiv:2206.03208 [cs.LG]' },
		{ note: 'arXiv:2206.03208 [cs.LG]' },
		{ url: 'http://arxiv.org/abs/2206.03208', primaryclass: 'cs.LG' },
		{ doi: '10.48550/ARXIV.2206.03208', primaryclass: 'cs.LG' },
		{ journal: 'arXiv e-prints', eid: 'arXiv:2206.03208', primaryclass: 'cs.LG' },
		{ howpublished: '\\href{https://arxiv.org/abs/2206.03208}{arXiv}', primaryclass: 'cs.LG' },
	])('is read from %o', (fields) => {
		expect(read('article', fields)).toMatchObject({ arxiv: '2206.03208', arxivClass: 'cs.LG', diagnostics: [] });
	});

	test('of the old kind contains its class', () => {
		expect(read('article', { eprint: 'math.GT/0309136' })).toMatchObject({
			arxiv: 'math/0309136',
			arxivClass: 'math.GT',
		});
		expect(read('article', { eprint: 'hep-th/9711200' })).toMatchObject({ arxivClass: 'hep-th' });
	});

	test('is not read from a page range or volume', () => {
		expect(read('article', { journal: 'Physics Letters', volume: '2206.03208', pages: '1234.5678' }).arxiv).toBeNull();
	});

	test('that is invalid is reported', () => {
		expect(read('misc', { eprint: '22.1', eprinttype: 'arxiv' }).diagnostics.map(({ code }) => code)).toEqual([
			'identifier/invalid',
		]);
	});
});

describe('other identifiers', () => {
	test.each<[Record<string, string>, object]>([
		[{ pmid: '26161953' }, { pmid: '26161953' }],
		[{ pmid: 'PMID: 26161953' }, { pmid: '26161953' }],
		[
			{ eprint: '26161953', eprinttype: 'pubmed' },
			{ pmid: '26161953', arxiv: null },
		],
		[{ url: 'https://pubmed.ncbi.nlm.nih.gov/26161953/' }, { pmid: '26161953' }],
		[{ url: 'http://www.ncbi.nlm.nih.gov/pubmed/26161953' }, { pmid: '26161953' }],
		[{ pmcid: 'PMC4498753' }, { pmcid: 'PMC4498753' }],
		[{ pmc: '4498753' }, { pmcid: 'PMC4498753' }],
		[{ url: 'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC4498753/' }, { pmcid: 'PMC4498753' }],
		[{ hal_id: 'hal-01234567' }, { hal: 'hal-01234567' }],
		[{ url: 'https://hal.archives-ouvertes.fr/hal-01234567v2' }, { hal: 'hal-01234567v2' }],
		[{ url: 'https://inria.hal.science/hal-01234567/document' }, { hal: 'hal-01234567' }],
		[{ url: 'https://tel.archives-ouvertes.fr/tel-00011304' }, { hal: 'tel-00011304' }],
		[{ url: 'https://papers.ssrn.com/sol3/papers.cfm?abstract\\_id=3456789' }, { ssrn: '3456789' }],
		[{ doi: '10.2139/ssrn.3456789' }, { ssrn: '3456789', doi: '10.2139/ssrn.3456789' }],
		[{ url: 'https://openreview.net/forum?id=H1x-xHcR5m' }, { openreview: 'H1x-xHcR5m' }],
		[{ pdf: 'https://openreview.net/pdf?id=H1x-xHcR5m' }, { openreview: 'H1x-xHcR5m' }],
		[{ url: 'https://aclanthology.org/2020.acl-main.703/' }, { acl: '2020.acl-main.703' }],
		[{ url: 'https://www.aclweb.org/anthology/P19-1001.pdf' }, { acl: 'P19-1001' }],
		[{ doi: '10.18653/v1/2020.acl-main.703' }, { acl: '2020.acl-main.703' }],
		[{ adsurl: 'https://ui.adsabs.harvard.edu/abs/2015Natur.521..436L' }, { ads: '2015Natur.521..436L' }],
		[{ adsurl: 'http://adsabs.harvard.edu/abs/2003A%26A...400..787B' }, { ads: '2003A&A...400..787B' }],
		[{ biburl: 'https://dblp.org/rec/conf/icml/Binder16.bib' }, { dblp: 'conf/icml/Binder16' }],
		[{ biburl: 'http://dblp.uni-trier.de/rec/bib/journals/corr/Binder16' }, { dblp: 'journals/corr/Binder16' }],
	])('%o', (fields, identifiers) => {
		expect(read('article', fields)).toMatchObject({ ...identifiers, diagnostics: [] });
	});

	test('the key of an entry from DBLP', () => {
		expect(read('article', {}, 'DBLP:conf/icml/Binder16').dblp).toBe('conf/icml/Binder16');
	});
});

describe('numbers with a check digit', () => {
	test.each([
		['978-3-030-28954-6', ['9783030289546']],
		['ISBN-13: 978-3-030-28954-6', ['9783030289546']],
		['978-3-030-28954-6, 3-540-62058-3', ['9783030289546', '3540620583']],
		['978-3-030-28954-6 (print) and 978-3-030-28953-9 (online)', ['9783030289546', '9783030289539']],
		['9783030289546 9783030289539', ['9783030289546', '9783030289539']],
		['978 3 030 28954 6', ['9783030289546']],
		['0-8044-2957-x', ['080442957X']],
		['0-521-21967-1 (vol. I, cloth), 978-0-901420-59-6 hardback', ['0521219671', '9780901420596']],
		['(pt. 1) 978-3-030-28954-6', ['9783030289546']],
	])('ISBN %s', (written, isbn) => {
		expect(read('book', { isbn: written })).toMatchObject({ isbn, diagnostics: [] });
	});

	test('an ISBN with a wrong digit is skipped, and the hint names the correct digit', () => {
		const { isbn, diagnostics } = read('book', { isbn: '978-3-030-28954-7' });
		expect(isbn).toEqual([]);
		expect(diagnostics).toMatchObject([{ code: 'identifier/invalid', hint: expect.stringContaining('must be 6') }]);
	});

	test('ISSNs are written with a hyphen', () => {
		expect(read('article', { issn: '00313203', eissn: '1873-5142' })).toMatchObject({
			issn: ['0031-3203', '1873-5142'],
			diagnostics: [],
		});
		expect(read('article', { issn: '2434-561x' }).issn).toEqual(['2434-561X']);
		expect(read('article', { issn: '0031-3204' }).diagnostics).toHaveLength(1);
	});

	test('an ISSN that Mendeley wrote to isbn is an ISSN', () => {
		const { isbn, issn, diagnostics } = read('article', { isbn: '0301-4215', issn: '03014215' });
		expect({ isbn, issn, diagnostics }).toEqual({ isbn: [], issn: ['0301-4215'], diagnostics: [] });
		expect(read('book', { isbn: '1984-8781 (online)' }).issn).toEqual(['1984-8781']);
	});

	test('a PubMed id in a note', () => {
		expect(read('article', { note: 'PMID: 33653235' }).pmid).toBe('33653235');
		expect(read('article', { note: 'Room 33653235' }).pmid).toBeNull();
	});

	test('ORCID iDs', () => {
		expect(isValidOrcid('0000-0002-1825-0097')).toBe(true);
		expect(isValidOrcid('https://orcid.org/0000-0002-1694-233X')).toBe(true);
		expect(isValidOrcid('0000-0002-1825-0098')).toBe(false);
	});

	test('any other check digit is wrong', () => {
		for (const digit of '012345789X') expect(isValidIsbn(`978303028954${digit}`)).toBe(false);
		for (const digit of '012456789X') expect(isValidIssn(`0031320${digit}`)).toBe(false);
	});
});
