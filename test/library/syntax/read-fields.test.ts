import { describe, expect, it } from 'vitest';
import { compress } from '../../../src/library/syntax/tokens.ts';
import { entryOf, fieldsOf, fixture, only, pointedAt, read } from '../reading.ts';

const value = (written: string) => entryOf(`@misc{a, x = ${written}}`).fields.get('x')?.value;

describe('a value', () => {
	it.each([
		['{in braces}', 'in braces'],
		['"in quotes"', 'in quotes'],
		['1905', '1905'],
		['"one" # { and } # "another"', 'one and another'],
		['{a {nested {one}}}', 'a {nested {one}}'],
		['"with {"}quotes{"} and {\\"o}"', 'with {"}quotes{"} and {\\"o}'],
		['{over\n   several\r\n\t lines }', 'over several lines'],
		['{}', ''],
		['""', ''],
		['"" # {}', ''],
		['{a % b}', 'a % b'],
		['{@misc{b, title = {B}}}', '@misc{b, title = {B}}'],
		['{\\LaTeX{} $x^2$ \\& more}', '\\LaTeX{} $x^2$ \\& more'],
		['jan', 'January'],
		['"1~" # JAN', '1~January'],
		['cacm', 'Communications of the ACM'],
	])('%s is %j', (written, expected) => {
		expect(value(written)).toBe(expected);
	});

	it('keeps a no-break space', () => {
		expect(compress(' a\u00a0 b ')).toBe('a\u00a0 b');
	});

	it('of a million characters in 5,000 braces is read completely', () => {
		const long = '{'.repeat(5000) + 'word '.repeat(200_000) + '}'.repeat(5000);
		expect(value(`{${long}}`)).toBe(long);
	});

	it('knows its position', () => {
		const text = 'junk @misc{a,\n  title = "T" # {U},\n}';
		const field = entryOf(text).fields.get('title');
		const slice = (span = field?.span) => span?.source.text.slice(span.start, span.end);
		expect([slice(), slice(field?.assignment)]).toEqual(['"T" # {U}', 'title = "T" # {U}']);
		expect(field?.span.source.origin?.offset).toBe(5);
	});
});

describe('fields', () => {
	it.each([
		['in any case', '@misc{a, TITLE = {A}, Year = 2000}', { title: 'A', year: '2000' }],
		['with a last comma', '@misc{a, title = {A},}', { title: 'A' }],
		[
			'with odd names',
			'@misc{a, bdsk-url-1 = {u}, url_pdf={p}, archive:x={y}, größe={z}}',
			{
				'bdsk-url-1': 'u',
				url_pdf: 'p',
				'archive:x': 'y',
				größe: 'z',
			},
		],
		['without spaces', '@misc{a,title={A},year=2000}', { title: 'A', year: '2000' }],
		[
			'with comments between them',
			'@misc{a, % one\n title = {A}, % two, {\n % x = {y},\n year = 2000 % three\n}',
			{
				title: 'A',
				year: '2000',
			},
		],
		['in parentheses', '@misc(a, title = {A)}, year = 2000)', { title: 'A)', year: '2000' }],
		['on lines of CR alone', '@misc{a,\r title = {A},\r year = 2000\r}', { title: 'A', year: '2000' }],
	])('are read %s', (_, text, expected) => {
		const { library, codes } = read(text);
		expect(codes).toEqual([]);
		expect(fieldsOf(only(library.entries))).toEqual(expected);
	});

	it.each([
		['a missing comma', '@misc{a, title = {A} year = 2000}', 'bib/missing-comma', '}', { title: 'A', year: '2000' }],
		[
			'a missing comma after a macro',
			'@misc{a, month = jan year = 2000}',
			'bib/missing-comma',
			'n',
			{
				month: 'January',
				year: '2000',
			},
		],
		['a missing comma after the key', '@misc{a title = {A}}', 'bib/missing-comma', 'a', { title: 'A' }],
		['a repeated comma', '@misc{a, title = {A},, year = 2000}', 'bib/surplus', ',', { title: 'A', year: '2000' }],
		['a missing =', '@misc{a, title {A}, year = 2000}', 'bib/repaired', '{', { title: 'A', year: '2000' }],
		['a name without a value', '@misc{a, title, year = 2000}', 'bib/syntax', ',', { year: '2000' }],
		['an empty value', '@misc{a, title = , year = 2000}', 'bib/surplus', ',', { year: '2000' }],
		['a name of two words', '@misc{a, journal title = {J}, year = 2000}', 'bib/syntax', 'title', { year: '2000' }],
		[
			'words without braces',
			'@misc{a, title = On Numbers, year = 2000}',
			'bib/repaired',
			'On Numbers',
			{
				title: 'On Numbers',
				year: '2000',
			},
		],
		[
			'a lost opening brace',
			'@misc{a, title = On Numbers}, year = 2000}',
			'bib/repaired',
			'On Numbers',
			{
				title: 'On Numbers',
				year: '2000',
			},
		],
		[
			'a range without braces',
			'@misc{a, pages = 12--34, year = 2000}',
			'bib/repaired',
			'12--34',
			{
				pages: '12--34',
				year: '2000',
			},
		],
		[
			'an address without braces',
			'@misc{a, url = https://example.org/?a=b%20c, year = 2000}',
			'bib/repaired',
			undefined,
			{
				url: 'https://example.org/?a=b%20c',
				year: '2000',
			},
		],
		[
			'two values without a #',
			'@misc{a, title = {A} {B}, year = 2000}',
			'bib/syntax',
			'{',
			{ title: 'A', year: '2000' },
		],
		[
			'a quote in a quoted value',
			'@misc{a, title = "An "odd" one", year = 2000}',
			'bib/syntax',
			'odd',
			{ year: '2000' },
		],
		[
			'an accent in a quoted value',
			'@misc{a, title = "G\\"odel and M\\"obius", year = 2000}',
			'bib/repaired',
			'\\"',
			{ title: 'G\\"odel and M\\"obius', year: '2000' },
		],
		['a # without a value', '@misc{a, title = {A} # , year = 2000}', 'bib/syntax', ',', { year: '2000' }],
		['a stray =', '@misc{a, = {A}, year = 2000}', 'bib/syntax', '=', { year: '2000' }],
		['a stray value', '@misc{a, {A}, year = 2000}', 'bib/syntax', '{', { year: '2000' }],
		['a stray full stop', '@misc{a, title = {A},.\n year = 2000}', 'bib/syntax', 'year', { title: 'A', year: '2000' }],
		[
			'a comment after a value',
			'@misc{a, volume = 3 # check this\n, year = 2000}',
			'bib/repaired',
			'# check this',
			{ volume: '3', year: '2000' },
		],
		[
			'a comment after a comma',
			'@misc{a, title = {A}, # by B, C \r\nyear = 2000}',
			'bib/repaired',
			'# by B, C',
			{ title: 'A', year: '2000' },
		],
		[
			'a field after a #',
			'@misc{a, title = {A},\n# note = {B\nC},\nyear = 2000}',
			'bib/syntax',
			'#',
			{ title: 'A', year: '2000' },
		],
		[
			'a blank in a name',
			'@misc{a, funding_text 1={F}, title = {A}, year = 2000}',
			'bib/repaired',
			'funding_text 1',
			{ funding_text_1: 'F', title: 'A', year: '2000' },
		],
		['a colon for =', '@misc{a, title : {A}, year = 2000}', 'bib/repaired', ':', { title: 'A', year: '2000' }],
		[
			'a colon right after the name',
			'@misc{a, title: "A", year = 2000}',
			'bib/repaired',
			'"',
			{ title: 'A', year: '2000' },
		],
		['an arrow', '@misc{a, title => {A}, year = 2000}', 'bib/repaired', '=', { title: 'A', year: '2000' }],
		['a colon and =', '@misc{a, title := {A}, year = 2000}', 'bib/repaired', ':', { title: 'A', year: '2000' }],
		[
			'a semicolon for a comma',
			'@misc{a, title = {A}; year = 2000}',
			'bib/repaired',
			';',
			{ title: 'A', year: '2000' },
		],
		[
			'a semicolon after quotes',
			'@misc{a, title = "A"; year = 2000}',
			'bib/repaired',
			';',
			{ title: 'A', year: '2000' },
		],
		[
			'a semicolon after a number',
			'@misc{a, year = 2000; title = {A}}',
			'bib/repaired',
			';',
			{ year: '2000', title: 'A' },
		],
		[
			'a semicolon at the end',
			'@misc{a, title = {A}, year = 2000;}',
			'bib/repaired',
			';',
			{ title: 'A', year: '2000' },
		],
		[
			'quotation marks of a word processor',
			'@misc{a, title = “Winds, Waves and ‘Tides’”, year = 2000}',
			'bib/repaired',
			'“',
			{ title: 'Winds, Waves and ‘Tides’', year: '2000' },
		],
		[
			'single quotation marks',
			"@misc{a, title = 'Newton's rings, seen again', year = 2000}",
			'bib/repaired',
			"'",
			{ title: "Newton's rings, seen again", year: '2000' },
		],
	])('survive %s', (_, text, code, pointed, expected) => {
		const { library, diagnostics, codes } = read(text);
		expect(codes).toEqual([code]);
		if (pointed !== undefined) expect(diagnostics.map(pointedAt)).toEqual([pointed]);
		expect(fieldsOf(only(library.entries))).toEqual(expected);
	});

	// biber 2.18 and Text::BibTeX: the last; BibTeX: the first.
	it('keep the last of two with the same name, as in biber', () => {
		const { library, diagnostics, codes } = read('@misc{a, title = {First}, TITLE = {Second}}');
		expect(codes).toEqual(['bib/duplicate-field']);
		expect(diagnostics[0]?.related).toHaveLength(1);
		expect(fieldsOf(only(library.entries))).toEqual({ title: 'Second' });
	});

	it('are joined to a list if each item has its own field, as ScienceDirect exports keywords', () => {
		const { library, codes } = read('@misc{a, keywords = {Eclipses}, title = {T}, keywords = {Jovian planets}}');
		expect(codes).toEqual([]);
		expect(fieldsOf(only(library.entries))).toEqual({ keywords: 'Eclipses, Jovian planets', title: 'T' });
	});

	it('are reported at most ten times per entry', () => {
		expect(read(`@misc{a${','.repeat(1000)}}`).codes).toHaveLength(10);
	});
});

describe('a key', () => {
	it.each([
		'curie1898',
		'DBLP:conf/nips/VaswaniSPUJGKP17',
		'10.1000/182',
		'a+b',
		'Müller_2020',
		"o'brien",
		'a=b',
		'x(2)',
		'2020',
		'foo@bar',
		'a.b;c!d?',
	])('may be %s', (key) => {
		const { keys, codes } = read(`@misc{ ${key} , title = {A}}`);
		expect([keys, codes]).toEqual([[key], []]);
	});

	it('with whitespace is reported and kept', () => {
		const { keys, codes } = read('@misc{van der Berg 2000, title = {A}}');
		expect([keys, codes]).toEqual([['van der Berg 2000'], ['bib/repaired']]);
	});

	it.each([
		['Smith, J. 2019', ' author = {Smith, J.}'],
		['Doe, J., Roe, K. 2019', '\n\tauthor = {Doe, J.}'],
		['Van Berg, A.2020', 'author={X}'],
		['Abbafati, C.2020', ' TITLE={X}'],
	])('with a comma is reported and kept: %s', (key, fields) => {
		const { keys, codes, diagnostics } = read(`@ARTICLE{${key},${fields}}\n@misc{next, title = {N}}`);
		expect([keys, codes]).toEqual([[key, 'next'], ['bib/repaired']]);
		expect(diagnostics.map(pointedAt)).toEqual([key]);
	});

	it.each([
		['@misc{a, title, year = 2000}', 'a'],
		['@misc{a,\n 2019 {x}, year = 2000}', 'a'],
	])('ends before a field that is not one: %s', (text, key) => {
		expect(read(text).library.blocks.entries.map(({ entry }) => entry.key)).toEqual([key]);
	});

	it.each([
		'@article{title={A}, year=2000}',
		'@article{title = {A}, year=2000}',
		'@article{year=2000, title={A}}',
		'@article{title = "A"}',
		'@article{, title = {A}}',
		'@article{ , title = {A}}',
		'@article{\n  title = {A},\n}',
		'@article(title = {A})',
	])('is reported as missing in %s, and the entry is read', (text) => {
		const { library, keys, codes } = read(`${text}\n@misc{next, title = {N}}`);
		expect([keys.length, keys[1], codes]).toEqual([2, 'next', ['bib/missing-key']]);
		expect(fieldsOf(library.entries[0])['title']).toBe('A');
	});

	it.each(['@article{}', '@article{ }', '@article{,}'])('is reported as missing in %s, which is skipped', (text) => {
		const { keys, codes } = read(`${text}\n@misc{next, title = {N}}`);
		expect([keys, codes]).toEqual([['next'], ['bib/missing-key']]);
	});
});

describe('a broken entry', () => {
	it('with an unclosed brace costs only itself, and the report names the position', () => {
		const { keys, codes, places } = read(fixture('unclosed-second.bib'));
		expect(keys).toEqual(['curie1898', 'franklin1953']);
		expect(codes).toEqual(['bib/unclosed-value']);
		expect(places).toEqual(['10:13']);
	});

	it('is kept if only its last brace is missing', () => {
		const { library, codes } = read('@misc{a, title = {A}, year = 2000\n\n@misc{b, title = {B}}');
		expect(library.entries.map((entry) => fieldsOf(entry))).toEqual([{ title: 'A', year: '2000' }, { title: 'B' }]);
		expect(codes).toEqual(['bib/unclosed-entry']);
	});

	it.each(['@misc{a, title = "A, year = 2000}', '@misc{a, title = {A, year = 2000}', '@misc{a, title = "A {"}'])(
		'is skipped if a value is never closed: %s',
		(text) => {
			const { keys, codes } = read(`${text}\n@misc{b, title = {B}}`);
			expect([keys, codes]).toEqual([['b'], ['bib/unclosed-value']]);
		},
	);
});

describe('text between entries', () => {
	it.each([
		'Words, words.',
		'ada@example.org',
		'}',
		'% @misc{hidden,\n  title = {H},\n}',
		'100 % of it',
		'E = mc^2',
		'\\section{x}',
	])('is ignored silently: %s', (junk) => {
		const { keys, codes } = read(`@misc{a, title = {A}}\n${junk}\n@misc{b, title = {B}}`);
		expect([keys, codes]).toEqual([['a', 'b'], []]);
	});

	it.each([
		['misc{x, title = {X}}', '2:1'],
		['@misc x, title = {X}}', '2:1'],
		['@@', '2:1'],
		['}  title = {X},\n', '2:4'],
		['  month = jan,\n  year = 2020\n}', '2:3'],
	])('is reported if it looks like an entry: %s', (junk, place) => {
		const { keys, codes, places } = read(`@misc{a, title = {A}}\n${junk}\n@misc{b, title = {B}}`);
		expect([keys, codes, places]).toEqual([['a', 'b'], ['bib/stray-text'], [place]]);
	});
});
