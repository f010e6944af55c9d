import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { plainText } from '../../../src/latex/plain-text.ts';
import { readIdentifiers } from '../../../src/publications/identifiers/identifiers.ts';
import { decodeAddress, safeAddress } from '../../../src/publications/identifiers/url-safety.ts';
import { type LinkRow, readLinks } from '../../../src/publications/links/links.ts';
import type { FileRow } from '../../../src/publications/links/local-files.ts';
import { makeEntry } from '../make-entry.ts';

function read(fields: Record<string, string>, links: readonly LinkRow[] = [], files: readonly FileRow[] = []) {
	const diagnostics: Diagnostic[] = [];
	const entry = makeEntry('article', fields);
	const read = readLinks(
		entry,
		readIdentifiers(entry, () => {}),
		{ links, files },
		(diagnostic) => diagnostics.push(diagnostic),
	);
	return { links: read, diagnostics, pairs: read.map(({ kind, url }) => `${kind} ${url}`) };
}

describe('an address', () => {
	test.each([
		['https://a.org/x\\_y', 'https://a.org/x_y'],
		['\\url{https://a.org/x}', 'https://a.org/x'],
		['{https://a.org/x}', 'https://a.org/x'],
		['<https://a.org/x>', 'https://a.org/x'],
		['https://a.org/\\~{}name', 'https://a.org/~name'],
		['https://a.org/\\~name', 'https://a.org/~name'],
		['https://a.org/{\\textasciitilde}name', 'https://a.org/~name'],
		['https://a.org/\\textasciitilde name', 'https://a.org/~name'],
		['https://a.org/$\\sim$name', 'https://a.org/~name'],
		['https://a.org/{\\~{}}name', 'https://a.org/~name'],
		['https://a.org/x%5C_y', 'https://a.org/x_y'],
		['https://a.org/?a=1\\&b=2\\%20c\\#d', 'https://a.org/?a=1&b=2%20c#d'],
		['https://a.org/?a=1&amp;b=2', 'https://a.org/?a=1&b=2'],
		['https://a.org/x{\\_}y', 'https://a.org/x_y'],
		['https://a.org/c_d~e', 'https://a.org/c_d~e'],
		['https://a.org/a--b', 'https://a.org/a--b'],
		['https://a.org/a\\\\_b', 'https://a.org/a_b'],
		['https://a.org/a\\\\\\_b\\\\%20c\\\\#d', 'https://a.org/a_b%20c#d'],
		['https://a.org/a{\\textbackslash}{\\_}b', 'https://a.org/a_b'],
		['https://a.org/a\\\\', 'https://a.org/a'],
		['https://a.org/long/\\\\path', 'https://a.org/long/path'],
		['https:\\/\\/a.org\\/b', 'https://a.org/b'],
		['https:\\\\a.org\\b\\c', 'https://a.org/b/c'],
		['https://a.org/x\\textunderscore y{\\#}z', 'https://a.org/x_y#z'],
	])('%s is decoded', (written, address) => {
		expect(decodeAddress(written)).toBe(address);
	});

	test.each([
		['http://a.org', 'http://a.org'],
		['HTTPS://A.org/X', 'https://A.org/X'],
		['mailto:name@example.org', 'mailto:name@example.org'],
		['papers/one.pdf', 'papers/one.pdf'],
		['/assets/one.pdf', '/assets/one.pdf'],
		['My paper.pdf', 'My%20paper.pdf'],
		['#', '#'],
		['?id=3', '?id=3'],
		['www.example.org', 'https://www.example.org'],
		['example.org/x', 'https://example.org/x'],
		['github.com/name/project', 'https://github.com/name/project'],
		['example.org:8080/x', 'https://example.org:8080/x'],
		['//example.org/x', 'https://example.org/x'],
		['https://a.org/ü?q="x"', 'https://a.org/%C3%BC?q=%22x%22'],
		['https://a.org/100%', 'https://a.org/100%25'],
		['https://a.org/[b]?q[]=1', 'https://a.org/%5Bb%5D?q%5B%5D=1'],
		['https://[::1]:80/[b]', 'https://[::1]:80/%5Bb%5D'],
		['paper.ps', 'paper.ps'],
		['2020.acl.pdf', '2020.acl.pdf'],
	])('%s may be published', (written, address) => {
		expect(safeAddress(written)).toBe(address);
	});

	test.each([
		'javascript:alert(1)',
		'JaVaScRiPt:alert(1)',
		' javascript:alert(1)',
		'java\tscript:alert(1)',
		'java\nscript:alert(1)',
		'\u0001javascript:alert(1)',
		'java\u00adscript:alert(1)',
		'javascript&colon;alert(1)',
		'&#106;avascript:alert(1)',
		'&#x6a;avascript&#58;alert(1)',
		'<Go to ISI>://WOS:000323456700012',
		'data:text/html,<script>alert(1)</script>',
		'vbscript:msgbox(1)',
		'file:///home/name/paper.pdf',
		'C:\\papers\\one.pdf',
		'/home/name/paper.pdf',
		'/Users/name/paper.pdf',
		'~/paper.pdf',
		'ftp://a.org/x',
		'blob:https://a.org/x',
		'view-source:https://a.org',
		'https:',
		'https://',
		'mailto:',
		'',
	])('%j may not', (written) => {
		expect(safeAddress(written)).toBeNull();
	});

	test('that is published has one of three schemes or none, and nothing that breaks out of an attribute', () => {
		const piece = fc.constantFrom(
			'java',
			'script',
			':',
			'&#58;',
			'&colon;',
			'\t',
			'\u0000',
			'\u200b',
			'"',
			"'",
			'<',
			'/',
			'data',
			'http',
			'a',
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.array(piece, { maxLength: 8 }).map((all) => all.join('')),
				),
				(written) => {
					const address = safeAddress(written);
					if (address === null) return;
					expect(address).toMatch(/^[!#-;=?-~]+$/);
					expect(new URL(address, 'https://base.example/').protocol).toMatch(/^(?:https?|mailto):$/);
				},
			),
		);
	});
});

describe('an address with whitespace', () => {
	test.each([
		['https://a.org/long/ path/page', 'https://a.org/long/path/page'],
		['https://a.org/long/ page.html', 'https://a.org/long/page.html'],
		['https://a.org/long /path', 'https://a.org/long/path'],
		['https:// a.org/b', 'https://a.org/b'],
		['https://a.org/view?id= 12&b=3', 'https://a.org/view?id=12&b=3'],
		['https://a.org/ (last visited in May)', 'https://a.org/'],
		['https://a.org/b accessed 2020-03-01', 'https://a.org/b'],
		['https://a.org/b. Last accessed: May', 'https://a.org/b.'],
		['https://a.org/ 2020', 'https://a.org/'],
	])('%s is joined only where a line was broken', (value, url) => {
		expect(read({ url: value }).pairs).toEqual([`url ${url}`]);
	});
});

describe('an address in the field doi', () => {
	test.each([
		[
			'https://dialnet.unirioja.es/servlet/articulo?codigo=123',
			['url https://dialnet.unirioja.es/servlet/articulo?codigo=123'],
		],
		['http://hdl.handle.net/2142/1234', ['url http://hdl.handle.net/2142/1234']],
		['www.scielo.br/j/abc\\_d', ['url https://www.scielo.br/j/abc_d']],
		['https://doi.org/10.1000/xyz', ['doi https://doi.org/10.1000/xyz']],
		['https://example.org/doi/10.1000/xyz', ['doi https://doi.org/10.1000/xyz']],
		['javascript:alert(1)', []],
		['not a doi', []],
		['N/A', []],
	])('is a link if it is not that of a DOI: %s', (doi, pairs) => {
		expect(read({ doi }).pairs).toEqual(pairs);
	});

	test('is reported, with the field for it', () => {
		const diagnostics: Diagnostic[] = [];
		readIdentifiers(makeEntry('article', { doi: 'https://dialnet.unirioja.es/x' }), (one) => diagnostics.push(one));
		expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
			['identifier/invalid', 'It is linked as an address; move it to the field url'],
		]);
	});
});

describe('links', () => {
	test('come from the fields of al-folio, BibBase, Hugo and DBLP', () => {
		const { pairs, diagnostics } = read({
			url: 'https://example.org/paper',
			pdf: 'binder2016.pdf',
			code: 'https://github.com/albermax/innvestigate',
			slides: 'slides.pdf',
			poster: 'poster.pdf',
			video: 'https://youtu.be/abc',
			website: 'https://www.causesofoutcomelearning.org',
			blog: 'https://blog.example.org/x',
			supp: 'supp.zip',
			url_dataset: 'https://zenodo.org/record/1',
			url_Technical_Report: 'https://example.org/report',
			ee: 'https://example.org/ee',
			abbr: 'ICML',
			file: ':home/name/paper.pdf:PDF',
		});
		expect(pairs).toEqual([
			'url https://example.org/paper',
			'url https://example.org/ee',
			'pdf binder2016.pdf',
			'code https://github.com/albermax/innvestigate',
			'data https://zenodo.org/record/1',
			'slides slides.pdf',
			'poster poster.pdf',
			'video https://youtu.be/abc',
			'website https://www.causesofoutcomelearning.org',
			'blog https://blog.example.org/x',
			'supplement supp.zip',
			'link https://example.org/report',
		]);
		expect(diagnostics).toEqual([]);
	});

	test('of a field without a row have words from its name', () => {
		const [link] = read({ url_technical_report: 'https://example.org/report' }).links;
		expect(plainText(link?.label ?? [])).toBe('Technical report');
	});

	test.each([
		'https://github.com/a/one | https://github.com/a/two',
		'https://github.com/a/one https://github.com/a/two',
		'https://github.com/a/one, https://github.com/a/two',
		'https://github.com/a/one;https://github.com/a/two',
		'https://github.com/a/one and https://github.com/a/two',
		'\\url{https://github.com/a/one} \\url{https://github.com/a/two}',
		'\\url{https://github.com/a/one} and \\url{https://github.com/a/two}',
		'\\href{https://github.com/a/one}{one} | \\href{https://github.com/a/two}{two}',
		'https://github.com/a/one\n    https://github.com/a/two',
	])('several in one field: %s', (code) => {
		expect(read({ code }).pairs).toEqual(['code https://github.com/a/one', 'code https://github.com/a/two']);
	});

	test('a comma inside an address stays', () => {
		expect(read({ url: 'https://a.org/1,2,3;x' }).pairs).toEqual(['url https://a.org/1,2,3;x']);
	});

	test.each([
		'\\href{https://a.org/x\\_y}{Slides}',
		'[Slides](https://a.org/x_y)',
		'<a href="https://a.org/x_y">Slides</a>',
	])('keep their words: %s', (slides) => {
		const [link] = read({ slides }).links;
		expect(link?.url).toBe('https://a.org/x_y');
		expect(plainText(link?.label ?? [])).toBe('Slides');
	});

	test.each([
		'https://theses.hal.science/tel-00011304',
		'https://pastel.archives-ouvertes.fr/tel-00011304v2',
		'http://hal.inrae.fr/tel-00011304/',
	])('to HAL occur once with %s', (url) => {
		expect(read({ hal_id: 'tel-00011304', url, pdf: `${url.replace(/\/$/, '')}/document` }).pairs).toEqual([
			'hal https://hal.science/tel-00011304',
			`pdf ${url.replace(/\/$/, '')}/document`,
		]);
	});

	test("to PubMed's old address occurs once", () => {
		expect(read({ url: 'http://www.ncbi.nlm.nih.gov/pubmed/22963229' }).pairs).toEqual([
			'pubmed https://pubmed.ncbi.nlm.nih.gov/22963229/',
		]);
	});

	test.each([
		'https://www.scopus.com/inward/record.uri?eid=2-s2.0-1&doi=10.1000%2f1',
		'http://www.scopus.com/inward/record.url?eid=2-s2.0-1\\&partnerID=1',
		'https://www.scopus.com/pages/publications/1?origin=resultslist',
		'https://www.webofscience.com/wos/woscc/full-record/WOS:0001',
		'http://gateway.webofknowledge.com/gateway/Gateway.cgi?KeyUT=0001',
	])('to the record of a database with subscribers is shown only without a DOI: %s', (url) => {
		expect(read({ url, doi: '10.1000/1' }).pairs).toEqual(['doi https://doi.org/10.1000/1']);
		expect(read({ url }).links).toHaveLength(1);
		expect(read({ html: url, doi: '10.1000/1' }).links).toHaveLength(2);
	});

	test('of BibBase and `url` occur once if they are equal', () => {
		expect(read({ url: 'https://example.org/a', url_link: 'http://www.example.org/a/' }).pairs).toEqual([
			'url https://example.org/a',
		]);
	});

	test('that are equal occur once', () => {
		expect(
			read({
				doi: '10.1145/3503250',
				url: 'https://dx.doi.org/10.1145/3503250',
				ee: 'https://doi.org/10.1145/3503250',
				eprint: '2206.03208',
				eprinttype: 'arxiv',
				url_arxiv: 'http://arxiv.org/abs/2206.03208v1',
				note: '\\url{https://arxiv.org/abs/2206.03208}',
			}).pairs,
		).toEqual(['doi https://doi.org/10.1145/3503250', 'arxiv https://arxiv.org/abs/2206.03208']);
	});

	test('a DOI after https://doi: is no address', () => {
		const doi = ['doi https://doi.org/10.1000/x'];
		expect(read({ url: 'https://doi: 10.1000/x' }).pairs).toEqual(doi);
		expect(read({ url: 'https://doi:10.1000/x' }).pairs).toEqual(doi);
	});

	test("arXiv's own DOI is the arXiv link", () => {
		const arxiv = ['arxiv https://arxiv.org/abs/2206.03208'];
		expect(read({ doi: '10.48550/arXiv.2206.03208' }).pairs).toEqual(arxiv);
		expect(
			read({ eprint: '2206.03208', eprinttype: 'arXiv', url: 'https://doi.org/10.48550/arXiv.2206.03208' }).pairs,
		).toEqual(arxiv);
	});

	test.each([
		[
			'url=false',
			['doi https://doi.org/10.1000/x', 'arxiv https://arxiv.org/abs/2206.03208', 'code https://a.org/code'],
		],
		['url=false, doi=false, eprint=false', ['code https://a.org/code']],
		[
			'url=true',
			['doi https://doi.org/10.1000/x', 'arxiv https://arxiv.org/abs/2206.03208', 'code https://a.org/code'],
		],
	])('are omitted with the option %s', (options, expected) => {
		const fields = { doi: '10.1000/x', eprint: '2206.03208', eprinttype: 'arxiv', code: 'https://a.org/code', options };
		expect(read({ ...fields, url: 'https://a.org/x' }).pairs.filter((pair) => !pair.startsWith('url'))).toEqual(
			expected,
		);
		expect(read({ ...fields, url: 'https://a.org/x' }).pairs.includes('url https://a.org/x')).toBe(
			options === 'url=true',
		);
	});

	test('of old DOIs are encoded', () => {
		const doi = '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O';
		expect(read({ doi }).pairs).toEqual([
			'doi https://doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O',
		]);
	});

	test.each([
		{ howpublished: '\\url{https://example.org/x}' },
		{ note: 'Available at \\url{https://example.org/x}' },
		{ note: 'Available online: https://example.org/x.' },
		{ note: '\\url{https://example.org/x}, last accessed 3 May 2020' },
		{ note: 'URL: https://example.org/x (accessed on 2020-05-03)' },
		{ howpublished: 'Verfügbar unter \\href{https://example.org/x}{\\nolinkurl{https://example.org/x}}' },
	])('come from a remark that is only an address: %o', (fields) => {
		expect(read(fields).pairs).toEqual(['url https://example.org/x']);
	});

	test.each([
		{ note: 'Winner of the prize, see \\url{https://example.org/x}' },
		{ note: '\\href{https://example.org/x}{The prize}' },
	])('do not come from other remarks: %o', (fields) => {
		expect(read(fields).pairs).toEqual([]);
	});

	test('that are invalid are refused and reported at their position', () => {
		const { links, diagnostics } = read({
			pdf: 'javascript:alert(1)',
			slides: 'C:\\talks\\one.pdf',
			html: 'forthcoming',
			code: 'Python',
		});
		expect(links).toEqual([]);
		expect(diagnostics.map(({ code }) => code)).toEqual(['link/refused', 'link/refused', 'link/refused']);
	});

	test('a DOI in url with words before it is linked as the DOI', () => {
		const { links, diagnostics } = read({ url: 'DOI: 10.13140/RG.2.2.26206.28488' });
		expect(links.map(({ kind }) => kind)).toEqual(['doi']);
		expect(diagnostics).toEqual([]);
	});

	test('a true value is not an address', () => {
		expect(read({ code: 'true', pdf: '1', slides: 'no' })).toMatchObject({ links: [], diagnostics: [] });
	});

	test('short forms become addresses', () => {
		expect(read({ github: 'albermax/innvestigate', eprint: '123', eprinttype: 'jstor' }).pairs).toEqual([
			'jstor https://www.jstor.org/stable/123',
			'code https://github.com/albermax/innvestigate',
		]);
	});

	test("a project's rows claim fields and set addresses", () => {
		const rows: LinkRow[] = [
			{ kind: 'data', fields: ['code'], label: null, template: null },
			{ kind: 'doi', fields: [], label: null, template: 'https://proxy.example.org/{}' },
			{ kind: 'osf', fields: ['osf'], label: 'OSF', template: 'https://osf.io/{}' },
		];
		expect(read({ code: 'https://a.org/x', doi: '10.1145/3503250', osf: 'abc12, def34' }, rows).pairs).toEqual([
			'doi https://proxy.example.org/10.1145/3503250',
			'data https://a.org/x',
			'osf https://osf.io/abc12',
			'osf https://osf.io/def34',
		]);
	});

	test('of hostile length cost linear time', () => {
		for (const unit of ['\\href{', '<a href=', ' ', '{', '\\url', 'https://', 'a.']) {
			expect(() =>
				read({ url: unit.repeat(50_000), note: `http://${unit.repeat(50_000)}`, doi: unit.repeat(50_000) }),
			).not.toThrow();
		}
	});
});
