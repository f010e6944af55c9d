import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { placeOf } from '../../../src/diagnostics/source-place.ts';
import { injectRegions } from '../../../src/output/regions/inject-regions.ts';
import { staleOutputs } from '../../../src/output/stale-outputs.ts';
import { writeOutputs } from '../../../src/output/write-outputs.ts';
import { folderWith } from '../../folder.ts';

const list = '- One\n- Two\n';

/** The file with a list in its region `talks`, or else the line and message of each problem. */
function put(path: string, host: string | Buffer, contents = list, region = 'talks'): string {
	const diagnostics: Diagnostic[] = [];
	const bytes = typeof host === 'string' ? Buffer.from(host) : host;
	const injected = injectRegions(path, bytes, [{ path, region, contents }], (one) => diagnostics.push(one));
	if (injected) return injected.toString();
	return diagnostics.map((one) => `${line(one)}: ${one.message}`).join('\n');
}

function line({ span }: Diagnostic): number | string {
	return span ? placeOf(span).line : '-';
}

describe('a list in a user’s file', () => {
	it.each([
		[
			'Markdown, with blank lines around',
			'README.md',
			'# Me\n<!-- bibfolio:talks -->\nold\n<!-- /bibfolio:talks -->\nEnd',
			'# Me\n<!-- bibfolio:talks -->\n\n- One\n- Two\n\n<!-- /bibfolio:talks -->\nEnd',
		],
		[
			'Markdown with other line ends',
			'a.MD',
			'# Me\r\n<!-- bibfolio:talks -->\r\n<!-- /bibfolio:talks -->\r\n',
			'# Me\r\n<!-- bibfolio:talks -->\r\n\r\n- One\r\n- Two\r\n\r\n<!-- /bibfolio:talks -->\r\n',
		],
		[
			'a quotation and a list in Markdown',
			'a.qmd',
			'1. Me\n\n   > <!--bibfolio:talks-->\n   > <!--/bibfolio:talks-->',
			'1. Me\n\n   > <!--bibfolio:talks-->\n   >\n   > - One\n   > - Two\n   >\n   > <!--/bibfolio:talks-->',
		],
		[
			'an HTML block of Quarto',
			'a.qmd',
			'```{=html}\n<!-- bibfolio:talks -->\n<!-- /bibfolio:talks -->\n```\n',
			'```{=html}\n<!-- bibfolio:talks -->\n\n- One\n- Two\n\n<!-- /bibfolio:talks -->\n```\n',
		],
		[
			'MDX',
			'a.mdx',
			'<Box>\n    {/* bibfolio:talks */}\n    {/* /bibfolio:talks */}\n</Box>\n',
			'<Box>\n    {/* bibfolio:talks */}\n\n    - One\n    - Two\n\n    {/* /bibfolio:talks */}\n</Box>\n',
		],
		[
			'HTML, moved in like its marker',
			'index.html',
			'<main>\n\t<!-- bibfolio:talks -->\n\told\n\t\t<!-- /bibfolio:talks -->\n</main>',
			'<main>\n\t<!-- bibfolio:talks -->\n\t- One\n\t- Two\n\t\t<!-- /bibfolio:talks -->\n</main>',
		],
		[
			'HTML on one line',
			'index.php',
			'<p id="<!-- bibfolio:talks -->"><!-- bibfolio:talks --><!-- /bibfolio:talks --></p>',
			'<p id="<!-- bibfolio:talks -->"><!-- bibfolio:talks -->\n- One\n- Two\n<!-- /bibfolio:talks --></p>',
		],
		[
			'LaTeX',
			'main.tex',
			'a\n  % bibfolio:talks\nold\n% /bibfolio:talks\n\\end{document}',
			'a\n  % bibfolio:talks\n  - One\n  - Two\n% /bibfolio:talks\n\\end{document}',
		],
		[
			'Org',
			'cv.org',
			'#+begin_export html\n<!-- bibfolio:talks -->\n<!-- /bibfolio:talks -->\n#+end_export\n',
			'#+begin_export html\n<!-- bibfolio:talks -->\n- One\n- Two\n<!-- /bibfolio:talks -->\n#+end_export\n',
		],
		[
			'reStructuredText',
			'cv.rst',
			'.. raw:: html\n\n   <!-- bibfolio:talks -->\n   <!-- /bibfolio:talks -->\n',
			'.. raw:: html\n\n   <!-- bibfolio:talks -->\n   - One\n   - Two\n   <!-- /bibfolio:talks -->\n',
		],
	])('%s', (_, path, host, expected) => {
		expect(put(path, host)).toBe(expected);
		expect(put(path, expected)).toBe(expected);
	});

	it('keeps all other bytes', () => {
		const around = fc.string({
			unit: fc.constantFrom('a', ' ', '\n', '\r\n', '\r', '\t', 'ü', '\u2028', '😀', '# ', '> '),
		});
		fc.assert(
			fc.property(around, around, around, fc.constantFrom('\n', '\r\n'), (before, inner, after, eol) => {
				const [first, second] = [`${before}${eol}${eol}<!-- bibfolio:talks -->`, '<!-- /bibfolio:talks -->'];
				const injected = put('index.html', `${first}${inner}${second}${after}`);
				expect(injected.startsWith(first)).toBe(true);
				expect(injected.endsWith(second + after)).toBe(true);
				expect(put('index.html', injected)).toBe(injected);
			}),
		);
	});

	it('keeps the encoding and the byte order mark', () => {
		const text = 'Zoë\n<!-- bibfolio:talks -->\n<!-- /bibfolio:talks -->\n';
		const expected = 'Zoë\n<!-- bibfolio:talks -->\nÅ\n<!-- /bibfolio:talks -->\n';
		const injected = (bytes: Buffer, contents = 'Å\n') =>
			injectRegions('a.html', bytes, [{ path: 'a.html', region: 'talks', contents }], () => {});
		expect(injected(Buffer.from(`\ufeff${text}`))).toEqual(Buffer.from(`\ufeff${expected}`));
		expect(injected(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(Buffer.from(`\ufeff${expected}`, 'utf16le'));
		const swapped = (one: string) => Buffer.from(`\ufeff${one}`, 'utf16le').swap16();
		expect(injected(swapped(text))).toEqual(swapped(expected));
		expect(injected(Buffer.from(text, 'latin1'), 'A')).toEqual(Buffer.from(expected.replace('Å', 'A'), 'latin1'));
		expect(put('a.html', Buffer.from(text, 'latin1'), 'Å')).toBe(
			'-: Cannot write "Å" to a.html: the file is not UTF-8',
		);
	});

	it('ignores the byte order mark in offsets', () => {
		const text = '\ufeff<!-- bibfolio:talks -->\n<!-- /bibfolio:talks -->';
		expect(put('a.md', text)).toBe('\ufeff<!-- bibfolio:talks -->\n\n- One\n- Two\n\n<!-- /bibfolio:talks -->');
	});

	it('inserts several lists into one file, in any order', () => {
		const host = Buffer.from('% bibfolio:a\n% /bibfolio:a\n-\n% bibfolio:b\n% /bibfolio:b\n');
		const outputs = ['b', 'a'].map((region) => ({ path: 'cv.tex', region, contents: region.toUpperCase() }));
		const injected = injectRegions('cv.tex', host, outputs, () => {});
		expect(injected?.toString()).toBe('% bibfolio:a\nA\n% /bibfolio:a\n-\n% bibfolio:b\nB\n% /bibfolio:b\n');
	});
});

const html = ['<!-- bibfolio:talks -->', '<!-- /bibfolio:talks -->'] as const;
const jsx = ['{/* bibfolio:talks */}', '{/* /bibfolio:talks */}'] as const;
const tex = ['% bibfolio:talks', '% /bibfolio:talks'] as const;
const [open, close] = html;

describe('text that only looks like a marker', () => {
	it.each([
		['a fence', 'a.md', `~~~html\n${open}\n${close}\n~~~`],
		['a fence in a list', 'a.md', `- a\n\n  \`\`\`\n  ${open}\n  ${close}\n  \`\`\``],
		['an indented block', 'a.md', `a\n\n    ${open}\n    ${close}\n`],
		['code in a line', 'a.md', `\`${open}\`\n\`${close}\``],
		['text beside it', 'a.md', `Write ${open}\nand ${close}`],
		['another comment', 'a.md', `<!--\n${open.replace('-->', '')}\n-->`],
		['a fence of MDX', 'a.mdx', '```\n{/* bibfolio:talks */}\n{/* /bibfolio:talks */}\n```'],
		['a script', 'a.html', `<script>\n'${open}${close}'\n</script>`],
		['an attribute', 'a.html', `<a title='${open}${close}'>a</a>`],
		['a comment around it', 'a.html', `<!-- ${open.slice(0, -4)}${close.slice(0, -4)} -->`],
		['PHP', 'a.php', `<?php echo "${open}${close}"; ?>`],
		['verbatim', 'a.tex', '\\begin{verbatim}\n% bibfolio:talks\n% /bibfolio:talks\n\\end{verbatim}'],
		['text before a comment', 'a.tex', 'a % bibfolio:talks\nb % /bibfolio:talks'],
		['source of Org', 'a.org', `#+begin_src html\n${open}\n${close}\n#+end_src`],
		['a code block of reStructuredText', 'a.rst', `.. code:: html\n\n   ${open}\n   ${close}\n`],
	])('%s', (_, path, host) => {
		expect(put(path, host)).toBe(`-: Missing markers for region "talks" in ${path}`);
		const [first, second] = { mdx: jsx, tex }[path.slice(2)] ?? html;
		const raw = { org: '#+begin_export html\n', rst: '.. raw:: html\n\n' }[path.slice(2)] ?? '';
		const indent = path === 'a.rst' ? '   ' : '';
		const real = `${host}\n\n${raw}${indent}${first}\n${indent}${second}\n`;
		expect(put(path, real)).toContain(host);
		expect(put(path, real)).toMatch(/- One\n/);
	});
});

describe('broken markers', () => {
	it.each([
		['none', 'a', '-: Missing markers for region "talks" in a.md'],
		['one without the other', `a\n\n${open}\nb`, '3: Unclosed region "talks"'],
		['an end alone', close, '1: Unexpected "<!-- /bibfolio:talks -->": region "talks" is not open'],
		['the wrong way round', `${close}\n\n${open}`, /^1: Unexpected .*\n3: Unclosed region "talks"$/],
		['two begins', `${open}\n\n${open}\n\n${close}`, '1: Unclosed region "talks"'],
		['two ends', `${open}\n\n${close}\n\n${close}`, '5: Region "talks" is closed twice'],
		['twice', `${open}\n${close}\n\n${open}\n${close}`, '4: Duplicate region "talks"'],
		[
			'one in another',
			`<!-- bibfolio:a -->\n${open}\n${close}\n<!-- /bibfolio:a -->`,
			/^2: Nested region "talks" inside region "a"/,
		],
	])('%s', (_, host, expected) => {
		expect(put('a.md', host)).toMatch(typeof expected === 'string' ? new RegExp(`^${escaped(expected)}$`) : expected);
	});

	it('get a suggestion for a misspelt region', () => {
		const diagnostics: Diagnostic[] = [];
		const host = Buffer.from('<!-- bibfolio:tallks -->\n<!-- /bibfolio:tallks -->');
		injectRegions('a.md', host, [{ path: 'a.md', region: 'talks', contents: '' }], (one) => diagnostics.push(one));
		expect(diagnostics[0]?.hint).toMatch(/^Did you mean "tallks"\?/);
	});

	it('are rejected inside a list', () => {
		expect(put('a.html', open + close, `<p>${close}</p>`)).toMatch(/contains a marker$/);
		expect(put('a.tex', '% bibfolio:talks\n% /bibfolio:talks', 'a\n% /bibfolio:talks')).toMatch(/contains a marker$/);
	});
});

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

describe('writing into a user’s file', () => {
	const output = { path: 'README.md', region: 'talks', contents: list };
	const host = `# Me\n\n${open}\n${close}\n`;
	const expected = `# Me\n\n${open}\n\n- One\n- Two\n\n${close}\n`;
	function write(root: string, outputs = [output], inputs: string[] = []) {
		const diagnostics: Diagnostic[] = [];
		const written = writeOutputs(outputs, root, (one) => diagnostics.push(one), inputs);
		return { written: written.map((one) => [one.path, one.written]), codes: diagnostics.map(({ code }) => code) };
	}

	it('happens once, although the build has read the file', () => {
		const root = folderWith({ 'README.md': host });
		expect(write(root, [output], ['README.md'])).toEqual({ written: [['README.md', true]], codes: [] });
		expect(readFileSync(join(root, 'README.md'), 'utf8')).toBe(expected);
		expect(write(root)).toEqual({ written: [['README.md', false]], codes: [] });
	});

	it('keeps changes injected since the build', () => {
		const root = folderWith({ 'README.md': host });
		writeFileSync(join(root, 'README.md'), `${host}More\n`);
		write(root);
		expect(readFileSync(join(root, 'README.md'), 'utf8')).toBe(`${expected}More\n`);
	});

	it('follows a symbolic link', () => {
		const root = folderWith({ 'site/index.md': host });
		symlinkSync('site/index.md', join(root, 'README.md'));
		expect(write(root).written).toEqual([['README.md', true]]);
		expect(readFileSync(join(root, 'site/index.md'), 'utf8')).toBe(expected);
	});

	it('does nothing if markers are broken or the file is missing', () => {
		const root = folderWith({ 'README.md': open });
		const other = { path: 'out/list.md', region: '', contents: list };
		expect(write(root, [{ ...other, region: null as never }, output])).toEqual({
			written: [],
			codes: ['output/marker'],
		});
		expect(readFileSync(join(root, 'README.md'), 'utf8')).toBe(open);
		mkdirSync(join(root, 'empty'));
		expect(write(join(root, 'empty'))).toEqual({ written: [], codes: ['output/marker'] });
	});

	it('is compared for stale outputs', () => {
		const stale = (text: string) => {
			const diagnostics: Diagnostic[] = [];
			const paths = staleOutputs([output], folderWith({ 'README.md': text }), (one) => diagnostics.push(one));
			return [...paths, ...diagnostics.map((one) => `${one.code} ${line(one)}`)];
		};
		expect(stale(expected)).toEqual([]);
		expect(stale(`Changed\n${expected}`)).toEqual([]);
		expect(stale(expected.replace('One', 'Eins'))).toEqual(['README.md', 'output/stale 5']);
		expect(stale(open)).toEqual(['README.md', 'output/marker 1']);
	});
});
