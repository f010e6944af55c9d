import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { placeOf } from '../../../src/diagnostics/source-place.ts';
import { inject } from '../../../src/output/regions/inject-regions.ts';
import { staleOutputs } from '../../../src/output/stale.ts';
import { writeOutputs } from '../../../src/output/write.ts';
import { folderWith } from '../../folder.ts';

const list = '- One\n- Two\n';

/** A file with a list in its region `talks`; where that cannot be, the places and what is wrong there. */
function put(path: string, host: string | Buffer, contents = list, region = 'talks'): string {
	const found: Diagnostic[] = [];
	const bytes = typeof host === 'string' ? Buffer.from(host) : host;
	const made = inject(path, bytes, [{ path, region, contents }], (one) => found.push(one));
	if (made) return made.toString();
	return found.map((one) => `${line(one)}: ${one.message}`).join('\n');
}

function line({ span }: Diagnostic): number | string {
	return span ? placeOf(span).line : '-';
}

describe('a list in a file of yours', () => {
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

	it('keeps every other byte, whatever stands around it', () => {
		const around = fc.string({
			unit: fc.constantFrom('a', ' ', '\n', '\r\n', '\r', '\t', 'ü', '\u2028', '😀', '# ', '> '),
		});
		fc.assert(
			fc.property(around, around, around, fc.constantFrom('\n', '\r\n'), (before, inner, after, eol) => {
				const [first, second] = [`${before}${eol}${eol}<!-- bibfolio:talks -->`, '<!-- /bibfolio:talks -->'];
				const made = put('index.html', `${first}${inner}${second}${after}`);
				expect(made.startsWith(first)).toBe(true);
				expect(made.endsWith(second + after)).toBe(true);
				expect(put('index.html', made)).toBe(made);
			}),
		);
	});

	it('keeps the encoding and the byte order mark', () => {
		const text = 'Zoë\n<!-- bibfolio:talks -->\n<!-- /bibfolio:talks -->\n';
		const expected = 'Zoë\n<!-- bibfolio:talks -->\nÅ\n<!-- /bibfolio:talks -->\n';
		const made = (bytes: Buffer, contents = 'Å\n') =>
			inject('a.html', bytes, [{ path: 'a.html', region: 'talks', contents }], () => {});
		expect(made(Buffer.from(`\ufeff${text}`))).toEqual(Buffer.from(`\ufeff${expected}`));
		expect(made(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(Buffer.from(`\ufeff${expected}`, 'utf16le'));
		const swapped = (one: string) => Buffer.from(`\ufeff${one}`, 'utf16le').swap16();
		expect(made(swapped(text))).toEqual(swapped(expected));
		expect(made(Buffer.from(text, 'latin1'), 'A')).toEqual(Buffer.from(expected.replace('Å', 'A'), 'latin1'));
		expect(put('a.html', Buffer.from(text, 'latin1'), 'Å')).toBe(
			'-: a.html is not UTF-8, and its encoding may lack “Å”',
		);
	});

	it('counts from the place of the text, not of the byte order mark', () => {
		const text = '\ufeff<!-- bibfolio:talks -->\n<!-- /bibfolio:talks -->';
		expect(put('a.md', text)).toBe('\ufeff<!-- bibfolio:talks -->\n\n- One\n- Two\n\n<!-- /bibfolio:talks -->');
	});

	it('puts several lists into one file, in whichever order', () => {
		const host = Buffer.from('% bibfolio:a\n% /bibfolio:a\n-\n% bibfolio:b\n% /bibfolio:b\n');
		const outputs = ['b', 'a'].map((region) => ({ path: 'cv.tex', region, contents: region.toUpperCase() }));
		const made = inject('cv.tex', host, outputs, () => {});
		expect(made?.toString()).toBe('% bibfolio:a\nA\n% /bibfolio:a\n-\n% bibfolio:b\nB\n% /bibfolio:b\n');
	});
});

const html = ['<!-- bibfolio:talks -->', '<!-- /bibfolio:talks -->'] as const;
const jsx = ['{/* bibfolio:talks */}', '{/* /bibfolio:talks */}'] as const;
const tex = ['% bibfolio:talks', '% /bibfolio:talks'] as const;
const [open, close] = html;

describe('what is no marker', () => {
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
		expect(put(path, host)).toBe(`-: ${path} has no markers for the region “talks”`);
		const [first, second] = { mdx: jsx, tex }[path.slice(2)] ?? html;
		const raw = { org: '#+begin_export html\n', rst: '.. raw:: html\n\n' }[path.slice(2)] ?? '';
		const indent = path === 'a.rst' ? '   ' : '';
		const real = `${host}\n\n${raw}${indent}${first}\n${indent}${second}\n`;
		expect(put(path, real)).toContain(host);
		expect(put(path, real)).toMatch(/- One\n/);
	});
});

describe('markers that are not in order', () => {
	it.each([
		['none', 'a', '-: a.md has no markers for the region “talks”'],
		['one without the other', `a\n\n${open}\nb`, '3: The region “talks” is never closed'],
		['an end alone', close, '1: Unexpected “<!-- /bibfolio:talks -->”: no region “talks” is open here'],
		['the wrong way round', `${close}\n\n${open}`, /^1: Unexpected .*\n3: The region “talks” is never closed$/],
		['two begins', `${open}\n\n${open}\n\n${close}`, '1: The region “talks” is never closed'],
		['two ends', `${open}\n\n${close}\n\n${close}`, '5: The region “talks” is closed a second time'],
		['twice', `${open}\n${close}\n\n${open}\n${close}`, '4: The region “talks” stands here a second time'],
		[
			'one in another',
			`<!-- bibfolio:a -->\n${open}\n${close}\n<!-- /bibfolio:a -->`,
			/^2: The region “talks” begins inside the region “a”/,
		],
	])('%s', (_, host, expected) => {
		expect(put('a.md', host)).toMatch(typeof expected === 'string' ? new RegExp(`^${escaped(expected)}$`) : expected);
	});

	it('names the region that was meant', () => {
		const found: Diagnostic[] = [];
		const host = Buffer.from('<!-- bibfolio:tallks -->\n<!-- /bibfolio:tallks -->');
		inject('a.md', host, [{ path: 'a.md', region: 'talks', contents: '' }], (one) => found.push(one));
		expect(found[0]?.hint).toMatch(/^Did you mean “tallks”\?/);
	});

	it('are not made by what is put between them', () => {
		expect(put('a.html', open + close, `<p>${close}</p>`)).toMatch(/has a marker in it$/);
		expect(put('a.tex', '% bibfolio:talks\n% /bibfolio:talks', 'a\n% /bibfolio:talks')).toMatch(/has a marker in it$/);
	});
});

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

describe('writing into a file of yours', () => {
	const output = { path: 'README.md', region: 'talks', contents: list };
	const host = `# Me\n\n${open}\n${close}\n`;
	const expected = `# Me\n\n${open}\n\n- One\n- Two\n\n${close}\n`;
	function write(root: string, outputs = [output], inputs: string[] = []) {
		const found: Diagnostic[] = [];
		const written = writeOutputs(outputs, root, (one) => found.push(one), inputs);
		return { written: written.map((one) => [one.path, one.written]), codes: found.map(({ code }) => code) };
	}

	it('is done once, though the build has read it', () => {
		const root = folderWith({ 'README.md': host });
		expect(write(root, [output], ['README.md'])).toEqual({ written: [['README.md', true]], codes: [] });
		expect(readFileSync(join(root, 'README.md'), 'utf8')).toBe(expected);
		expect(write(root)).toEqual({ written: [['README.md', false]], codes: [] });
	});

	it('takes the file as it is by then', () => {
		const root = folderWith({ 'README.md': host });
		writeFileSync(join(root, 'README.md'), `${host}More\n`);
		write(root);
		expect(readFileSync(join(root, 'README.md'), 'utf8')).toBe(`${expected}More\n`);
	});

	it('goes through a link to the file it leads to', () => {
		const root = folderWith({ 'site/index.md': host });
		symlinkSync('site/index.md', join(root, 'README.md'));
		expect(write(root).written).toEqual([['README.md', true]]);
		expect(readFileSync(join(root, 'site/index.md'), 'utf8')).toBe(expected);
	});

	it('writes nothing at all where markers are not in order, or the file is not there', () => {
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

	it('tells what is stale', () => {
		const stale = (text: string) => {
			const found: Diagnostic[] = [];
			const paths = staleOutputs([output], folderWith({ 'README.md': text }), (one) => found.push(one));
			return [...paths, ...found.map((one) => `${one.code} ${line(one)}`)];
		};
		expect(stale(expected)).toEqual([]);
		expect(stale(`Changed\n${expected}`)).toEqual([]);
		expect(stale(expected.replace('One', 'Eins'))).toEqual(['README.md', 'output/stale 5']);
		expect(stale(open)).toEqual(['README.md', 'output/marker 1']);
	});
});
