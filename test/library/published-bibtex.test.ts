import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alwaysPrivateFields, defaultPrivateFields, privateNames } from '../../src/library/private-fields.ts';
import { isPrivateValue, withoutMail } from '../../src/library/private-values.ts';
import { publishedBlocks, publishedLibrary, publishedSource } from '../../src/library/published-bibtex.ts';
import { entryOf, fieldsOf, fixture, only, read } from './reading.ts';

const hide = (text: string, ...names: string[]) => publishedSource(entryOf(text), names);

describe('the published source of an entry', () => {
	it.each([
		['nothing is private', '@misc{a,\n\ttitle = {A},\n}', '@misc{a,\n\ttitle = {A},\n}'],
		[
			'it has a line of its own',
			'@misc{a,\n  title = {A},\n  file = {x},\n  year = 2000\n}',
			'@misc{a,\n  title = {A},\n  year = 2000\n}',
		],
		['it is the first', '@misc{a,\n  file = {x},\n  title = {A}\n}', '@misc{a,\n  title = {A}\n}'],
		['it is the last, without a comma', '@misc{a,\n  title = {A},\n  file = {x}\n}', '@misc{a,\n  title = {A},\n}'],
		['it is the last, before the brace', '@misc{a,\n  title = {A},\n  file = {x}}', '@misc{a,\n  title = {A},\n}'],
		[
			'it is one of several on a line',
			'@misc{a, title = {A}, file = {x}, year = 2000}',
			'@misc{a, title = {A}, year = 2000}',
		],
		['it is the last of several on a line', '@misc{a, title = {A}, file = {x}}', '@misc{a, title = {A},}'],
		['it is alone', '@misc{a, file = {x}}', '@misc{a,}'],
		['it shares its line with the next one', '@misc{a,\n  file = {x}, title = {A},\n}', '@misc{a,\n  title = {A},\n}'],
		['it goes over several lines', '@misc{a,\n  file = {x\n    y},\n  title = {A},\n}', '@misc{a,\n  title = {A},\n}'],
		[
			'commas begin the lines',
			'@misc{a\n, title = {A}\n, file = {x}\n, year = 2000\n}',
			'@misc{a\n, title = {A}\n, year = 2000\n}',
		],
		['lines end with CRLF', '@misc{a,\r\n  file = {x},\r\n  title = {A}\r\n}', '@misc{a,\r\n  title = {A}\r\n}'],
		['there are two of it', '@misc{a,\n  file = {x},\n  title = {A},\n  FILE = {y},\n}', '@misc{a,\n  title = {A},\n}'],
		['it is annotated', '@misc{a,\n  file = {x},\n  file+an = {=y},\n  title = {A},\n}', '@misc{a,\n  title = {A},\n}'],
		[
			'it stands in a value too',
			'@misc{a,\n  title = {file = {x},},\n  file = {x},\n}',
			'@misc{a,\n  title = {file = {x},},\n}',
		],
		['it is made of pieces', '@misc{a, file = {x} # "y", title = {A}}', '@misc{a, title = {A}}'],
		['the entry stands in parentheses', '@misc(a, file = {x), y}, title = {A})', '@misc(a, title = {A})'],
	])('is right when %s', (_, text, expected) => {
		const published = hide(text, 'File', 'abstract');
		expect(published).toBe(expected);
		const { file: _file, ...rest } = fieldsOf(entryOf(text));
		expect(fieldsOf(entryOf(published))).toEqual(rest);
	});

	it('is rewritten if it is not valid BibTeX', () => {
		expect(hide('@Misc{a, title = {A} note = {N}, year = 2000, file = {x}}', 'file')).toBe(
			'@misc{a,\n  title = {A},\n  note = {N},\n  year = {2000},\n}',
		);
		expect(hide('@Misc{title = {A}, year = 2000, file = {x}}', 'file')).toBe(
			'@misc{2000a,\n  title = {A},\n  year = {2000},\n}',
		);
	});

	it('keeps all fields except private ones, for any fields', () => {
		const { library } = read(fixture('good.bib'));
		const names = [...new Set(library.entries.flatMap((entry) => [...entry.fields.keys()]))];
		fc.assert(
			fc.property(fc.constantFrom(...library.entries), fc.subarray(names), (entry, hidden) => {
				const own = Object.entries(fieldsOf(entry, true)).filter(([name]) => !hidden.includes(name));
				const again = read(
					fixture('good.bib').replace(/@(?!string)[\s\S]*/i, ''),
					'@string{neurips = {Advances in Neural Information Processing Systems}}',
					publishedSource(entry, hidden),
				);
				const { crossref: _, ...fields } = fieldsOf(only(again.library.entries), true);
				expect(fields).toEqual(Object.fromEntries(own.filter(([name]) => name !== 'crossref')));
			}),
			{ numRuns: 60 },
		);
	});
});

describe('a single published entry', () => {
	const strings = '@string{soc = "Society"} @string{APS = "American Physical " # soc} @string{other = "Other"}\n';

	it('follows the macros it uses, with their values at that place', () => {
		const { library } = read(`${strings}@article{a, publisher = aps, month = jan, note = "of " # soc}`);
		const text = publishedBlocks(only(library.entries), []).join('\n');
		expect(text).toBe(
			[
				'@string{aps = {American Physical Society}}',
				'@string{soc = {Society}}',
				'@article{a, publisher = aps, month = jan, note = "of " # soc}',
			].join('\n'),
		);
		expect(fieldsOf(only(read(text).library.entries))).toEqual(fieldsOf(only(library.entries)));
	});

	it('omits macros that only private fields use', () => {
		const { library } = read(`${strings}@article{a, title = {A}, note = soc}`);
		expect(publishedBlocks(only(library.entries), ['note'])).toEqual(['@article{a, title = {A},}']);
	});
});

describe('a single published entry with parents', () => {
	it('precedes them, and follows the macros that they use', () => {
		const bib =
			'@string{soc = "Society"}\n@proceedings{p, title = {P}, publisher = soc}\n@inproceedings{a, title = {A}, crossref = {p}}';
		const { library } = read(bib);
		const [paper] = library.entries.filter(({ key }) => key === 'a');
		expect(paper && publishedBlocks(paper, [])).toEqual([
			'@string{soc = {Society}}',
			'@inproceedings{a, title = {A}, crossref = {p}}',
			'@proceedings{p, title = {P}, publisher = soc}',
		]);
	});
});

describe('a published library', () => {
	it('contains only the macros, preambles and parents that its entries need', () => {
		const { library } = read(
			'@string{used = base # " 33"} @string{unused = "U"} @preamble{"\\def\\x{}"}',
			'@string(base = "NeurIPS")\n@misc{other,}\n@inproceedings{a, title = {A}, crossref = {p}, abstract = {x}}',
			'@proceedings{p, title = {P}, series = used, abstract = {y}}',
		);
		const text = publishedLibrary(
			library.entries.filter(({ key }) => key === 'a'),
			library,
			['abstract'],
		);
		expect(text).toBe(
			[
				'@string{base = "NeurIPS"}\n',
				'@string{used = base # " 33"}\n',
				'@preamble{"\\def\\x{}"}\n',
				'@inproceedings{a, title = {A}, crossref = {p},}\n',
				'@proceedings{p, title = {P}, series = used,}\n',
			].join('\n'),
		);
	});

	it('contains each of many macros that use one another in cycles', () => {
		const names = Array.from({ length: 30 }, (_, i) => `m${i}`);
		const { library } = read(
			`${names.map((name) => `@string{${name} = ${names.join(' # ')}}`).join('\n')}\n@misc{a, title = m3}`,
		);
		expect(publishedLibrary(library.entries, library, []).match(/@string/g)).toHaveLength(names.length);
	});

	it('keeps the value of a macro at each entry', () => {
		const { library } = read('@misc{x,}@string{m = "1"}@misc{a, note = m}@string{m = "2"}@misc{b, note = m}');
		const again = read(publishedLibrary(library.entries, library, []));
		expect(again.library.entries.map((entry) => entry.fields.get('note')?.value)).toEqual([undefined, '1', '2']);
	});

	it('reads like the original', () => {
		const { library } = read(fixture('good.bib'));
		const again = read(publishedLibrary(library.entries, library, []));
		expect(again.codes).toEqual([]);
		expect(again.library.entries.map((entry) => fieldsOf(entry))).toEqual(
			library.entries.map((entry) => fieldsOf(entry)),
		);
	});
});

const all = [...alwaysPrivateFields, ...defaultPrivateFields];

describe('A private field', () => {
	it.each([
		...['file', 'localfile', 'local-url', 'attachments', 'bdsk-file-1', 'bdsk-file-27', 'bdsk-url-1', '__markedentry'],
		...[
			'priv',
			'private',
			'privnote',
			'private_note',
			'note-private',
			'notes-private',
			'note_private',
			'todo',
			'todo-ada',
		],
		...['internal', 'internal-note', 'reviewer', 'reviewer2', 'email', 'author-email', 'username', 'folder', 'printed'],
		...['relevance', 'qualityassured', 'owner', 'timestamp', 'date-added', 'rating', 'read', 'groups', 'comment-ada'],
		...['mendeley-tags', 'zotero-key', 'x-fetchedfrom', 'citeulike-article-id', 'annote', '@comment'],
	])('is %s', (name) => {
		expect(privateNames(all)(name)).toBe(true);
		expect(hide(`@misc{a, title = {A}, ${name.replace('@', '')} = {x}}`, ...all, 'comment')).toBe(
			'@misc{a, title = {A},}',
		);
	});

	it.each([
		...['title', 'author', 'abstract', 'keywords', 'note', 'url', 'doi', 'pdf', 'code', 'award', 'pages', 'readership'],
		...['publisher', 'eprint', 'xdata', 'crossref', 'usera', 'label', 'addendum', 'organization', 'location', 'prefix'],
	])('is not %s', (name) => {
		expect(privateNames(all)(name)).toBe(false);
	});

	it.each([
		[['File*'], 'file-1', true],
		[['*le'], 'file', true],
		[['*IL*'], 'file', true],
		[['f*e'], 'file', false],
		[['*'], 'file', true],
		[['file'], 'file-1', false],
		[[], 'file', false],
	])('matches the patterns %j: %s', (patterns, name, expected) => {
		expect(privateNames(patterns)(name)).toBe(expected);
	});

	it('is in the documentation', () => {
		const page = readFileSync(new URL('../../docs/library.md', import.meta.url), 'utf8');
		// The reader creates `@comment`; users do not write it.
		const undocumented = all.filter((name) => name !== '@*' && !page.includes(`\`${name}\``));
		expect(undocumented).toEqual([]);
	});

	it('is omitted with the macros that only it uses', () => {
		const { library } = read('@string{me = "Ada" # rest} @string{rest = " L"}\n@misc{a, title = {A}, owner = me}');
		expect(publishedLibrary(library.entries, library, ['owner'])).toBe('@misc{a, title = {A},}\n');
	});

	it('is also an annotation', () => {
		expect(hide('@misc{a, author = {A}, author+an:email = {1="a@x.org"}, author+an = {1=me}}', 'email*')).toBe(
			'@misc{a, author = {A}, author+an = {1=me}}',
		);
	});
});

describe('A published value', () => {
	it.each([
		...['/home/jane/p.pdf', '/Users/jane/p.pdf', '~/p.pdf', '~jane/p.pdf', '\\~{}/p.pdf', '{\\textasciitilde}/p.pdf'],
		...[
			'file:///p.pdf',
			'file://localhost/p.pdf',
			'file:/p.pdf',
			'C:\\Users\\jane\\p.pdf',
			'C:\\\\Users\\\\jane\\\\p.pdf',
		],
		...['D:/Papers/my paper.pdf', '\\\\server\\share\\p.pdf', '\\url{/home/jane/p.pdf}', '{/home/jane/p.pdf}'],
		...[
			':/home/jane/p.pdf:PDF',
			'Paper:C\\:\\\\Users\\\\jane\\\\p.pdf:PDF',
			'see /home/jane/p.pdf',
			'{\\textbackslash}{\\textbackslash}server{\\textbackslash}x',
		],
		...['zotero://select/items/1', 'papers3://publication/1', 'x-devonthink-item://1', 'smb://server/share'],
	])('is omitted if it is a path: %s', (value) => {
		expect(isPrivateValue(value)).toBe(true);
		expect(hide(`@misc{a,\n  title = {A},\n  pdf = {${value}},\n}`)).toBe('@misc{a,\n  title = {A},\n}');
	});

	it.each([
		...['https://example.org/home/jane/p.pdf', 'https://example.org/~jane/p.pdf', 'papers/p.pdf', '/assets/p.pdf'],
		...[
			'http://home/jane/x',
			'ftp://example.org/p.ps',
			'The /home/ folder',
			'A: \\emph{x}',
			'Part A:\\textit{x}',
			'a/b',
		],
		...['$x \\in X / \\sim$', 'doi:10.1000/x', 'arXiv:2001.00001', 'Vitamin C:\\ A Review', 'profile: /x'],
	])('stays if it is not a path: %s', (value) => {
		expect(isPrivateValue(value)).toBe(false);
	});

	it('is omitted if a macro contains the path', () => {
		const { library } = read('@string{home = "/home/jane/"} @misc{a, title = {A}, pdf = home # "p.pdf"}');
		expect(publishedLibrary(library.entries, library, [])).toBe('@misc{a, title = {A},}\n');
		expect(publishedBlocks(only(library.entries), [])).toEqual(['@misc{a, title = {A},}']);
	});

	it.each([
		['Jane Doe <jane@x.org>', 'Jane Doe'],
		['Jane Doe <jane@x.org> and Roe, John', 'Jane Doe and Roe, John'],
		['Roe, John and jane@x.org', 'Roe, John'],
		['jane@x.org and Roe, John', 'Roe, John'],
		['jane@x.org', ''],
		['{jane@x.org}', ''],
		['Jane Doe (jane.doe+x@mail.x.org) and others', 'Jane Doe and others'],
		['Jane Doe, jane@x.org', 'Jane Doe'],
		['Doe, Jane $<$jane@x.org$>$', 'Doe, Jane'],
		['jane@x.org, Roe, John', 'Roe, John'],
		['Doe and\n <jane@x.org>, Jane Roe', 'Doe and\n Jane Roe'],
		['Jane Doe (j@x.org); John Roe (k@x.org)', 'Jane Doe; John Roe'],
		['Doe, Jane {\\textless}jane\\_doe@x.org{\\textgreater}', 'Doe, Jane'],
		['Jane Doe\\thanks{jane@x.org}', 'Jane Doe'],
		['\\href{mailto:jane@x.org}{Jane Doe}', '{Jane Doe}'],
		['Jane\n  and\n  John <j@x.org>\n', 'Jane\n  and\n  John\n'],
		['Jane @ Home', 'Jane @ Home'],
		['The {@}home Team', 'The {@}home Team'],
	])('of names has no mail address: %j', (names, expected) => {
		expect(withoutMail(names)).toBe(expected);
	});

	it('keeps its delimiters and macros without the mail address', () => {
		const { library } = read(
			'@string{jane = "Jane Doe <jane@x.org>"}\n@misc{a, author = jane # " and John Roe <j@x.org>", editor = {e@x.org}, title = {a@b.org}}',
		);
		expect(publishedBlocks(only(library.entries), [])).toEqual([
			'@string{jane = {Jane Doe}}',
			'@misc{a, author = jane # " and John Roe", title = {a@b.org}}',
		]);
	});

	it('has no address, for any names', () => {
		const word = fc.constantFrom(
			'Jane',
			'and',
			'<a@b.org>',
			'a@b.org',
			'{',
			'}',
			',',
			'\\thanks{a@b.org}',
			'@',
			' ',
			'\n',
		);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 20 }), (words) => {
				const result = withoutMail(words.join(' '));
				expect(result).not.toMatch(/\w@\w/);
				expect(withoutMail(result)).toBe(result);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('A comment in an entry', () => {
	it.each([
		['@misc{a, % c\n  title = {A}, % d\n  % e\n  year = 2000 % f\n}', '@misc{a,\n  title = {A},\n  year = 2000\n}'],
		['@misc{a,\r\n  % c\r\n  title = {A},\r\n}', '@misc{a,\r\n  title = {A},\r\n}'],
		['@misc{a, title = {50\\% of %x}, note = "a % b {"} c"}', '@misc{a, title = {50\\% of %x}, note = "a % b {"} c"}'],
		['@misc{a, title % c }\n = % d {\n {A} % e\n # "B"}', '@misc{a, title\n =\n {A}\n # "B"}'],
		['@misc(a, title = {A} % c )\n)', '@misc(a, title = {A}\n)'],
	])('is not published: %j', (text, expected) => {
		expect(hide(text)).toBe(expected);
	});
});
