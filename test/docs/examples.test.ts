import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { build } from '../../src/build.ts';
import { loadProject } from '../../src/project/project.ts';
import { type Ran, run } from '../cli/run.ts';
import { folderWith } from '../folder.ts';
import { type Example, examples, root } from './pages.ts';

/** The first works of the record, which are enough for the examples. */
const library = readFileSync(join(root, 'bib/publications.bib'), 'utf8')
	.split(/^(?=@)/m, 20)
	.join('');
const { scripts, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Examples that other tests run with site generators, CI services, TeX engines and templates. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
	'docs/embedding.md': ['html', 'markdown'],
	'docs/continuous-integration.md': ['yaml'],
	'docs/figures.md': ['html', 'css'],
	'docs/labs.md': ['text'],
	'docs/latex.md': ['latex'],
	'docs/looks.md': ['css', 'handlebars'],
	'docs/metrics.md': ['json', ''],
	'docs/sync.md': ['sh', 'yaml', ''],
	'docs/templates.md': [
		'handlebars',
		'css',
		'html',
		'latex',
		'yaml',
		'js',
		'mjs',
		'ts',
		'json',
		'bibtex',
		'markdown',
		'',
	],
};

const isElsewhere = ({ page, language }: Example): boolean => elsewhere[page]?.includes(language) ?? false;
const documented = examples.filter(({ page }) => page === 'README.md' || page.startsWith('docs/'));
const of = (language: string): Example[] =>
	examples.filter((example) => example.language === language && !isElsewhere(example));

/** A folder in which the examples of the documentation work. */
function project(files: Readonly<Record<string, string>> = {}): string {
	const folder = folderWith({ 'papers.bib': library, 'bib/papers.bib': library, ...files });
	mkdirSync(join(folder, 'node_modules'));
	symlinkSync(root, join(folder, 'node_modules/bibfolio'));
	symlinkSync(join(root, 'node_modules/@citation-js'), join(folder, 'node_modules/@citation-js'));
	return folder;
}

describe('examples of the documentation', () => {
	it('are all run or checked by a test', () => {
		const checked = ['sh', 'yaml', 'csv', 'bibtex', 'ts', 'json'];
		const unchecked = documented.filter(
			(example) =>
				!checked.includes(example.language) &&
				!isElsewhere(example) &&
				!isSample(example.code) &&
				!isMarkers(example.code),
		);
		expect(unchecked.map(({ page, language, code }) => `${page}: ${language} ${code.slice(0, 60)}`)).toEqual([]);
		expect(documented.length).toBeGreaterThan(60);
	});
});

/** A diagnostic as printed on the terminal. */
function isSample(code: string): boolean {
	return /^\S+:\d+:\d+: (?:error|warning|info): .* \[[a-z-]+\/[a-z-]+\]$/m.test(code);
}

/** Two markers around a list. */
function isMarkers(code: string): boolean {
	return /^<!-- bibfolio:(\S+) -->\n<!-- \/bibfolio:\1 -->\n$/.test(code);
}

/** The words of a command line that needs no shell; null for one that does. */
function wordsOf(line: string): string[] | null {
	const [command = ''] = line.split(/\s+#/);
	const [, words] = /^(?:npx )?bibfolio((?: +(?:"[^"$`\\]*"|[\w./:=,@-]+))+)$/.exec(command.trim()) ?? [];
	return words?.match(/"[^"]*"|[^\s"]+/g)?.map((word) => word.replaceAll('"', '')) ?? null;
}

function inShell(folder: string, line: string): Ran {
	const command = line.replace(/(?:npx )?bibfolio(?= )/, `'${process.execPath}' '${join(root, 'dist/cli.js')}'`);
	const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
	return { code: status, out: stdout, err: stderr };
}

describe('commands', () => {
	const lines = of('sh').flatMap(({ page, code }) =>
		code.split('\n').flatMap((line) => (line && !line.startsWith('#') ? [{ page, line }] : [])),
	);
	const [own, other] = [
		lines.filter(({ line }) => /\bbibfolio /.test(line)),
		lines.filter(({ line }) => !/\bbibfolio /.test(line)),
	];
	/** Commands that do not end, or need TeX, the network or the clipboard. */
	const needsMore = /\b(?:watch|serve|add|sync|update)\b|--pdf\b|--online\b|--only online\/|^pbpaste /;

	/** Each line once, on the first page that shows it. */
	const distinct = [...new Map(own.toReversed().map((example) => [example.line, example])).values()];

	it.each(distinct.filter(({ line }) => !needsMore.test(line)))('run: $line ($page)', async ({ line }) => {
		const folder = project(
			/ init\b/.test(line) ? {} : { 'bibfolio.yaml': 'library: papers.bib\npeople: [Samek, W.]\n' },
		);
		if (/--check/.test(line)) await run(folder, ['build']);
		const words = wordsOf(line);
		const { code, out, err } = words ? await run(folder, words) : inShell(folder, line);
		expect({ code, errors: err.match(/ error: .*/g) }).toEqual({ code: 0, errors: null });
		expect(out + err).not.toBe('');
	});

	it.each(distinct.filter(({ line }) => needsMore.test(line)))(
		'have options that exist: $line ($page)',
		async ({ line }) => {
			const [, name = ''] = /\bbibfolio (\w+)/.exec(line) ?? [];
			const { out } = await run(project(), [name, '--help']);
			for (const [option] of line.replace(/#.*/, '').matchAll(/--[a-z-]+/g)) expect(out).toContain(option);
		},
	);

	it('use npm scripts and packages that exist', () => {
		for (const { line } of other) {
			for (const [, name] of line.matchAll(/npm (?:run )?(start|test|(?<=run )[a-z:]+)/g))
				expect(scripts).toHaveProperty([name ?? '']);
			for (const [, name = '', version = ''] of line.matchAll(/(@citation-js\/[\w-]+)@([\d.]+)/g))
				expect(peerDependencies[name]).toContain(version);
		}
		expect(other.length).toBeGreaterThan(2);
	});

	it('add works to a library', async () => {
		const adding = own.filter(({ line }) => / add /.test(line) && !/^pbpaste|--clipboard/.test(line));
		const answers = ['/doi/10.1371/journal.pone.0130140=doi-article.json', '/arxiv/1706.03762=arxiv.xml'];
		const source = spawn(process.execPath, [join(root, 'test/sources/answering.mjs'), ...answers]);
		try {
			const url = await new Promise((resolve) => source.stdout.once('data', (line) => resolve(String(line).trim())));
			for (const { line } of adding) {
				const folder = folderWith({
					'bibfolio.yaml': `lookup: { doi: "${url}/doi/{}", arxiv: "${url}/arxiv/{}" }\n`,
					'references.ris': 'TY  - BOOK\nAU  - Noether, Emmy\nTI  - Papers\nPY  - 1983\nER  - \n',
				});
				const { code, out, err } = await run(folder, line.replace(/^(?:npx )?bibfolio /, '').split(' '));
				expect({ line, code, err }).toEqual({ line, code: 0, err: '' });
				expect(out).toMatch(/^Added \w+ to publications\.bib, line \d+\n/);
			}
			expect(adding.length).toBeGreaterThan(3);
		} finally {
			source.kill();
		}
	});
});

describe('configurations', () => {
	it.each(of('yaml'))('build: $page', ({ page, code }) => {
		// A part of a configuration builds lists of the same library.
		const complete = /^library:/m.test(code) ? code : `library: papers.bib\n${code}`;
		const folder = project({ 'example.yaml': complete, ...hosts(parse(complete)), ...tablesOf(page) });
		for (const [, style = ''] of complete.matchAll(/style: (\S+\.csl)/g)) {
			mkdirSync(dirname(join(folder, style)), { recursive: true });
			writeFileSync(join(folder, style), smallStyle);
		}
		const errors: string[] = [];
		const configured = loadProject('example.yaml', folder, {}, ({ severity, message }) => {
			if (severity === 'error') errors.push(message);
		});
		const result = configured && build(configured);
		for (const { severity, message } of result?.diagnostics ?? []) if (severity === 'error') errors.push(message);
		expect({ errors, stops: result?.stops }).toEqual({ errors: [], stops: null });
	});
});

describe('docs/labs.md', () => {
	const page = 'docs/labs.md';
	const text = readFileSync(join(root, page), 'utf8');
	const configurations = of('yaml').filter((example) => example.page === page);
	const built = async (key: string) => {
		const code = configurations.find((example) => example.code.includes(key))?.code ?? '';
		const complete = /^library:/m.test(code) ? code : `library: papers.bib\n${code}`;
		const folder = project({ 'bibfolio.yaml': complete, ...tablesOf(page) });
		return { folder, ...(await run(folder, ['build'])) };
	};

	it('shows what the first build prints', async () => {
		const { out, err } = await built('title: Our Lab');
		const [printed] = examples.filter((example) => example.page === page && example.language === 'text');
		expect([out, err]).toEqual([printed?.code, '']);
	});

	it('shows the table of a report', async () => {
		const { folder } = await built('report/members.csv');
		const rows = text.match(/^\|.*\|$/gm)?.filter((line) => !line.startsWith('|-')) ?? [];
		const cells = rows.map((line) => line.slice(2, -2).replaceAll(' | ', ','));
		expect(readFileSync(join(folder, 'report/members.csv'), 'utf8').trim().split('\n')).toEqual(cells);
	});
});

/** The CSV files of a page: its configurations name them in the order in which it shows their contents. */
function tablesOf(page: string): Record<string, string> {
	const onPage = (language: string) => of(language).filter((example) => example.page === page);
	const names = onPage('yaml').flatMap(({ code }) => code.match(/[\w-]+\.csv\b/g) ?? []);
	return Object.fromEntries([...new Set(names)].map((name, index) => [name, onPage('csv')[index]?.code ?? '']));
}

/** The files with regions in a configuration, with their markers; of an output with `for-each`, that of one person. */
function hosts({ outputs = [] }: { outputs?: unknown }): Record<string, string> {
	const files: Record<string, string> = {};
	for (const output of [outputs].flat()) {
		const { path: written, region } = output as { path?: string; region?: string };
		if (!written || !region) continue;
		const path = written.replace('{id}', 'samek');
		const [open, close] = { '.mdx': ['{/* ', ' */}'], '.tex': ['% ', ''] }[extname(path)] ?? ['<!-- ', ' -->'];
		files[path] = `${files[path] ?? ''}\n${open}bibfolio:${region}${close}\n${open}/bibfolio:${region}${close}\n`;
	}
	return files;
}

const smallStyle = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
	<info><title>Small</title><id>small</id><updated>2020-01-01T00:00:00+00:00</updated></info>
	<citation><layout><text variable="title"/></layout></citation>
	<bibliography><layout><names variable="author"/><text variable="title" prefix=" "/></layout></bibliography>
</style>
`;

describe('entries', () => {
	const buildEntry = (code: string) => {
		const entry = code.includes('@') ? code : `@misc{a, title = {T}, ${code}}`;
		const folder = folderWith({ 'example.bib': entry });
		return run(folder, ['build', '--stdout', '--format', 'markdown']);
	};

	it.each(of('bibtex').filter(({ page }) => page !== 'docs/diagnostics.md'))(
		'are read without a finding: $page',
		async ({ code }) => {
			const { out, err } = await buildEntry(code);
			expect(err).not.toMatch(/\[[a-z-]+\/[a-z-]+\]/);
			expect(out).not.toBe('');
		},
	);

	it('of docs/diagnostics.md produce the diagnostic of their section', async () => {
		const page = readFileSync(join(root, 'docs/diagnostics.md'), 'utf8');
		for (const { code } of of('bibtex').filter(
			(example) => example.page === 'docs/diagnostics.md' && /@/.test(example.code),
		)) {
			const heading = page
				.slice(0, page.indexOf(code))
				.match(/^### .+$/gm)
				?.at(-1)
				?.slice('### '.length);
			expect((await buildEntry(code)).err).toContain(`[${heading}]`);
		}
	});

	it('with annotations are highlighted, with a legend', async () => {
		const { code = '' } = of('bibtex').find((example) => example.page === 'docs/highlighting.md') ?? {};
		const { out } = await buildEntry(code);
		expect(out).toMatch(/equal contribution/i);
		expect(out).toMatch(/corresponding author/i);
	});
});

describe('programs', () => {
	it.each(of('ts'))('build the lists: $page', ({ code }) => {
		const folder = project({
			'bibfolio.yaml': 'library: papers.bib\noutputs: [{ path: from-code.md, format: markdown }]\n',
			'program.mjs': `${code.replace(/^import type .*\n/m, '').replace(/: Diagnostic(\[\])?/g, '')}\nconsole.log(problems.length);\n`,
		});
		const { status, stdout, stderr } = spawnSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' });
		expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '0\n', stderr: '' });
		expect(readFileSync(join(folder, 'from-code.md'), 'utf8')).toContain('Lapuschkin');
	});
});

describe('JSON', () => {
	it('matches the output of bibfolio check', async () => {
		const folder = project({ 'two.bib': '@misc{a, title = {T}}\n@misc{a, title = {U}}\n' });
		const { out } = await run(folder, ['check', 'two.bib', '--format', 'json']);
		const printed = JSON.parse(out);
		for (const { code } of of('json')) {
			const example = JSON.parse(code);
			expect(Object.keys(example)).toEqual(Object.keys(printed));
			expect(Object.keys(example.summary)).toEqual(Object.keys(printed.summary));
			expect(Object.keys(example.diagnostics[0])).toEqual(Object.keys(printed.diagnostics[0]));
		}
	});
});
