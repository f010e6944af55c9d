import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Code, codes } from '../../src/diagnostics/codes.ts';
import { type Diagnostic, diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type DiagnosticFormat, diagnosticFormats, printDiagnostics } from '../../src/diagnostics/print.ts';
import { type Source, type Span, source } from '../../src/diagnostics/source.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: it matches control characters
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

const papers = source(
	'bib/my papers.bib',
	'@article{noether1918,\n  title = {Invariante Variationsprobleme},\n  year  = {1918},\n\n@book{noether1918,\n}\n',
);
const config = source('bibfolio.yaml', 'lists: 3\n');
const examples: readonly Diagnostic[] = [
	diagnostic('bib/duplicate-key', 'Duplicate key "noether1918"', {
		span: last(papers, 'noether1918'),
		hint: 'Rename one of them',
		related: [{ message: 'the first entry', span: find(papers, 'noether1918') }],
	}),
	diagnostic('bib/unclosed-entry', 'Expected "}", found @book', { span: find(papers, '@article{noether1918,') }),
	diagnostic('config/invalid', 'Expected a map, found a number', { span: find(config, '3') }),
	diagnostic('text/unknown-command', 'Unknown command \\foo'),
];

describe('Text format', () => {
	it('shows position, message, code, code frame, related positions and hint, and a summary at the end', () => {
		expect(print('text')).toBe(golden('findings.txt'));
	});

	it('is empty without diagnostics', () => {
		expect(print('text', [])).toBe('');
	});

	it('shows code frames only for the first twenty diagnostics of a code', () => {
		const many = Array.from({ length: 23 }, (_, index) =>
			diagnostic('field/missing', `number ${index + 1}`, { span: find(papers, 'year'), hint: 'Add it' }),
		);
		const lines = print('text', many).split('\n');
		expect(lines.filter((line) => line.startsWith('>'))).toHaveLength(20);
		expect(lines.slice(-8)).toEqual([
			'  hint: Add it',
			'',
			'bib/my papers.bib:3:3: warning: number 21 [field/missing]',
			'bib/my papers.bib:3:3: warning: number 22 [field/missing]',
			'bib/my papers.bib:3:3: warning: number 23 [field/missing]',
			'',
			'23 warnings in 1 file',
			'',
		]);
	});

	it('begins with the errors that stop the build, and repeats the first one after a long list', () => {
		const old = Array.from({ length: 6 }, (_, index) => diagnostic('field/missing', `old ${index}`));
		const stopping = [
			diagnostic('template/syntax', 'Broken template', { span: find(config, '3') }),
			diagnostic('locale/unknown', 'Unknown locale'),
		];
		const lines = print('text', [...old, ...stopping])
			.trimEnd()
			.split('\n');
		expect(lines.slice(0, 5)).toEqual([
			...['error: Unknown locale [locale/unknown]', '', 'bibfolio.yaml:1:8: error: Broken template [template/syntax]'],
			...['> 1 | lists: 3', '    |        ^'],
		]);
		expect(lines.slice(-2)).toEqual(['Fix this first:', 'error: Unknown locale [locale/unknown]']);
		expect(print('text', [...old.slice(1), ...stopping])).not.toContain('Fix this first');
		expect(print('text', old)).not.toContain('Fix this first');
	});

	it('uses singular and plural in the summary', () => {
		const warning = diagnostic('field/missing', 'x', { span: find(papers, 'year') });
		expect(print('text', [warning]).split('\n').at(-2)).toBe('1 warning in 1 file');
		expect(
			print('text', [warning, warning, diagnostic('list/left-over', 'x')])
				.split('\n')
				.at(-2),
		).toBe('3 warnings in 1 file');
	});

	it('has colours only on request, which do not change the text', () => {
		const coloured = print('text', examples, true);
		expect(coloured).toContain('\u001b[31m');
		expect(coloured.replaceAll(/\p{Cc}\[\d+m/gu, '')).toBe(print('text'));
		expect(print('text')).not.toContain('\u001b');
	});
});

describe('JSON format', () => {
	it('has the documented form', () => {
		expect(print('json')).toBe(golden('findings.json'));
	});

	it('is a complete report without diagnostics', () => {
		expect(JSON.parse(print('json', []))).toEqual({
			version: '1.2.3',
			summary: { errors: 0, warnings: 0, infos: 0, files: 0 },
			diagnostics: [],
		});
	});
});

describe('GitHub format', () => {
	it('prints one workflow command per diagnostic, errors first', () => {
		expect(print('github')).toBe(golden('findings.github.txt'));
	});

	it('escapes characters that would end a property, a message or a line', () => {
		const odd = source('a,b:c%.bib', 'x');
		const span = { source: odd, start: 0, end: 1 };
		expect(print('github', [diagnostic('bib/syntax', '100 % \n::set-output::', { span })])).toBe(
			'::error file=a%2Cb%3Ac%25.bib,line=1,col=1,endLine=1,endColumn=1,title=bib/syntax::100 %25  ::set-output::\n',
		);
	});
});

describe('SARIF format', () => {
	const validate = new Ajv({ strict: true }).compile(
		JSON.parse(readFileSync(new URL('goldens/sarif.schema.json', import.meta.url), 'utf8')),
	);

	it('matches the golden file', () => {
		expect(print('sarif')).toBe(golden('findings.sarif'));
	});

	it.each([
		['bib/my papers.bib', 'bib/my%20papers.bib'],
		['bib\\a#b.bib', 'bib/a%23b.bib'],
		['/home/noether/a.bib', 'file:///home/noether/a.bib'],
		['C:\\bib\\ü.bib', 'file:///C:/bib/%C3%BC.bib'],
		['<stdin>', '%3Cstdin%3E'],
	])('refers to the file %s by the URI %s', (path, uri) => {
		const span = { source: source(path, 'x'), start: 0, end: 1 };
		expect(print('sarif', [diagnostic('bib/syntax', 'x', { span })])).toContain(`"uri": "${uri}"`);
	});

	it('is valid SARIF 2.1.0 for some, all and no codes', () => {
		const every = Object.keys(codes).map((code) => diagnostic(code as Code, 'x', { span: find(papers, 'title') }));
		for (const diagnostics of [examples, every, []]) {
			expect(validate(JSON.parse(print('sarif', diagnostics))), JSON.stringify(validate.errors)).toBe(true);
		}
	});
});

describe('All formats', () => {
	it.each(diagnosticFormats)('make control characters of the input visible: %s', (format) => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (message, text) => {
				const file = source(text, text);
				const span = { source: file, start: 0, end: text.length };
				const all = [diagnostic('bib/syntax', message, { span, hint: message, related: [{ message, span }] })];
				expect(print(format, all)).not.toMatch(unsafe);
			}),
			{ numRuns: 50 },
		);
	});

	it('sort by file and position, and keep the order at the same position', () => {
		const span = find(papers, 'year');
		const same = ['b', 'a', 'c'].map((message) => diagnostic('field/missing', message, { span }));
		const report = JSON.parse(print('json', [...same, ...examples])) as { diagnostics: { message: string }[] };
		expect(report.diagnostics.map(({ message }) => message)).toEqual([
			'Unknown command \\foo',
			'Expected "}", found @book',
			'b',
			'a',
			'c',
			'Duplicate key "noether1918"',
			'Expected a map, found a number',
		]);
	});
});

function print(format: DiagnosticFormat, diagnostics = examples, colour = false): string {
	return printDiagnostics(diagnostics, { format, colour, toolVersion: '1.2.3' });
}

function golden(name: string): string {
	return readFileSync(new URL(`goldens/${name}`, import.meta.url), 'utf8');
}

function find(file: Source, words: string): Span {
	const start = file.text.indexOf(words);
	return { source: file, start, end: start + words.length };
}

function last(file: Source, words: string): Span {
	const start = file.text.lastIndexOf(words);
	return { source: file, start, end: start + words.length };
}
