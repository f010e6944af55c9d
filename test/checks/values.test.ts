import { describe, expect, it } from 'vitest';
import { findings, inShort } from './findings.ts';

describe('pages', () => {
	it.each(['257--235', '21-10', '1--9, 30--20', 'e20--e15', '1245–1234'])(
		'are reported if they run backwards: %s',
		(pages) => {
			expect(inShort(article({ pages }))).toContain(`field/pages {${pages}}`);
		},
	);

	it.each(['n/a--n/a', 'n/a', '??', '0--0', '--'])('are reported if invalid: %s', (pages) => {
		expect(inShort(article({ pages }))).toEqual([`field/pages {${pages}}`]);
	});

	it.each([
		'235--257',
		'14,336--14,346',
		'235',
		'1234--45',
		'1:12--1:3',
		'S12--S20',
		'xii--xx',
		'14:1--27',
		'A5--B1',
		'9--9',
		'12--',
		'99--101',
		'1--3, 2--4',
		'1234--5',
		'e00326-22',
	])('are accepted: %s', (pages) => {
		expect(inShort(article({ pages }))).toEqual([]);
	});
});

describe('dates', () => {
	it.each([
		['1918-05-03', '1919'],
		['1918/1920', '1921'],
	])('are reported if date %s and year %s disagree', (date, year) => {
		expect(inShort(article({ date, year }))).toEqual([`date/contradiction {${year}}`]);
	});

	it.each([
		['1918-05-03', '1918'],
		['1918/1920', '1919'],
		['1918', '[1918]'],
		['1918', 'in press'],
		['19XX', '1918'],
	])('are accepted: date %s and year %s', (date, year) => {
		expect(inShort(article({ date, year }))).toEqual([]);
	});

	it.each(['1192', '2091', '1522'])('are implausible for an article: %s', (year) => {
		expect(inShort(article({ year }))).toEqual([`date/implausible {${year}}`]);
	});

	it.each(['1922', '2024', '2026', '1687'])('are plausible for an article: %s', (year) => {
		expect(inShort(article({ year }))).toEqual([]);
	});

	it('are plausible for an ancient book', () => {
		expect(inShort('@book{k, author = {Vitruvius}, title = {De architectura}, date = {-0030}}')).toEqual([]);
	});

	it('in the future are accepted if the current year is unknown', () => {
		expect(findings(article({ year: '2091' }), null)).toEqual([]);
	});
});

describe('damaged text', () => {
	it.each([
		['MÃ¼ller', 'Ã¼', 'ü'],
		['Å ilhan', 'Å\u00a0', 'Š'],
		['donâ€™t', 'â€™', '’'],
		['PoincarÃ©', 'Ã©', 'é'],
		['Åukasz', 'Å\u0081', 'Ł'],
		['â€œquotedâ€\u009d', 'â€œ', '“'],
		['ÐœÐ¾ÑÐºÐ²Ð°', 'Ðœ', 'М'],
		['KudÄ›lka', 'Ä›', 'ě'],
	])('is reported: %s', (title, damaged, right) => {
		const [found] = findings(article({ title: title.replace('Å ', 'Å\u00a0').replace('Åu', 'Å\u0081u') }));
		expect(found?.code).toBe('text/mojibake');
		expect(found?.message).toContain(`"${damaged}"`);
		expect(found?.hint).toContain(`"${right}"`);
	});

	it('includes the replacement character', () => {
		expect(inShort(article({ title: 'M\ufffdller' }))).toEqual(['text/mojibake \ufffd']);
	});

	it.each([
		'Müller',
		'SÃO PAULO',
		'São Paulo',
		'a wavelength of “10 Å”',
		'voilà»…',
		'Ångström',
		'Œuvres',
		'日本語',
		'Æ–Ø',
		'Naïve',
		'Größe – ß“',
	])('does not include %s', (title) => {
		expect(inShort(article({ title }))).toEqual([]);
	});
});

describe('formulas', () => {
	it('with unknown commands are reported at the command', () => {
		expect(inShort(article({ title: 'The $\\nosuch{x}$ and \\(\\alpha + \\other\\) case' }))).toEqual([
			'text/unknown-command \\nosuch',
			'text/unknown-command \\other',
		]);
	});

	it.each(['$x^2$', '\\({}^{\\mbox{2}}\\)', '$\\mathds{1}$', '$5\\,\\SI{1}{m}$', '$\\frac{a$', '\\textdegree{} $5'])(
		'are not reported: %s',
		(title) => {
			expect(inShort(article({ title })).filter((code) => code.startsWith('text/unknown'))).toEqual([]);
		},
	);
});

describe('data of programs', () => {
	it.each([
		[{ note: '_eprint: https://example.org/a.pdf' }, '{_eprint: https://example.org/a.pdf}'],
		[{ note: '4 citations (Crossref) [2023-09-12]' }, '{4 citations (Crossref) [2023-09-12]}'],
		[{ number: '??' }, '{??}'],
		[{ publisher: 'n/a' }, '{n/a}'],
		[{ edition: '2016/05/26' }, '{2016/05/26}'],
	])('are reported: %o', (fields, place) => {
		expect(inShort(article(fields))).toEqual([`field/residue ${place}`]);
	});

	it.each([
		{ note: 'Edition: limited to 200 copies' },
		{ note: 'Code: https://example.org' },
		{ edition: '2' },
		{ number: '0' },
	])('are not %o', (fields) => expect(inShort(article(fields))).toEqual([]));

	it('are reported once of each kind, with their count', () => {
		const library = ['a', 'b', 'c'].map((key) => article({ note: 'ZSCC: 0000012' }).replace('key', key)).join('\n');
		const [found, ...others] = findings(library).filter(({ code }) => code === 'field/residue');
		expect([found?.message, others]).toEqual(['Unexpected data of a program in the field "note" (and 2 more)', []]);
	});
});

describe('all-capitals text', () => {
	it('is reported in titles and names', () => {
		expect(inShort(article({ title: 'ON THE SPECTRA OF BETA RAYS' }))).toEqual([
			'text/all-caps {ON THE SPECTRA OF BETA RAYS}',
		]);
		expect(inShort(article({ author: 'MEITNER, Lise and Hahn, Otto' }))).toEqual(['text/all-caps MEITNER']);
	});

	it('is reported once for journals and books', () => {
		const library = [
			'JOURNAL OF VIROLOGY',
			'{ANTIVIRAL RESEARCH}',
			'JOURNAL OF VIROLOGY',
			'PLOS ONE',
			'OIKOS',
			'Nature',
		]
			.map((journal, index) => article({ journal }).replace('key', `key${index}`))
			.join('\n');
		expect(findings(library).flatMap(({ code, message }) => (code === 'text/all-caps' ? [message] : []))).toEqual([
			'Journal or book "JOURNAL OF VIROLOGY" is in all capitals (and 1 more)',
		]);
	});

	it.each(['{SIRENE}', 'LRP', 'DNA, RNA, mRNA and TNF', 'CNN vs. RNN', '素粒子の相互作用について', '$E = MC^2$'])(
		'does not include the title %s',
		(title) => {
			expect(inShort(article({ title }))).toEqual([]);
		},
	);

	it.each(['{NASA} and Hahn, Otto', 'LI, Wei and Hahn, Otto', 'Hahn, O. and Meitner, L.', '王, 伟 and Hahn, Otto'])(
		'does not include the names %s',
		(author) => {
			expect(inShort(article({ author }))).toEqual([]);
		},
	);
});

function article(fields: Readonly<Record<string, string>>): string {
	const all = {
		author: 'Meitner, Lise',
		title: 'Spektren',
		journal: 'Zeitschrift für Physik',
		...('date' in fields ? {} : { year: '1922' }),
		...fields,
	};
	return `@article{key, ${Object.entries(all)
		.map(([name, value]) => `${name} = {${value}}`)
		.join(', ')}}`;
}

describe('ORCID iDs', () => {
	const withOrcid = (orcid: string) =>
		`@book{a, author = {Noether, Emmy}, author+an:orcid = {1="${orcid}"}, title = {A}, publisher = {B}, year = 1918}`;

	it('are reported if their check digit is wrong', () => {
		expect(inShort(withOrcid('0000-0002-1825-0098'))).toEqual(['identifier/invalid a']);
	});

	it('are reported once for all entries', () => {
		const entries = ['a', 'b'].map((key) => withOrcid('0000-0002-1825-0098').replace('{a,', `{${key},`));
		expect(inShort(entries.join('\n')).filter((finding) => finding.startsWith('identifier/invalid'))).toHaveLength(1);
	});

	it.each(['0000-0002-1825-0097', 'https://orcid.org/0000-0002-1694-233X'])('are accepted: %s', (orcid) => {
		expect(inShort(withOrcid(orcid))).toEqual([]);
	});
});
