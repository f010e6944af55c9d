import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bibfolio } from './cli/run.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
	language: language ?? '',
	code: code ?? '',
}));
const inLanguage = (language: string): string[] =>
	examples.filter((one) => one.language === language).map(({ code }) => code);

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'bibfolio-readme-'));
	mkdirSync(join(folder, 'bib'));
	for (const file of ['papers.bib', 'bib/papers.bib']) cpSync(join(root, 'bib/publications.bib'), join(folder, file));
	// The file that a list goes into.
	writeFileSync(join(folder, 'README.md'), inLanguage('markdown').join('\n'));
	mkdirSync(join(folder, 'node_modules'));
	symlinkSync(root, join(folder, 'node_modules/bibfolio'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the README', () => {
	const commands = inLanguage('sh')
		.flatMap((code) => code.split('\n'))
		.filter((line) => /^npx bibfolio (?!add)/.test(line));

	it.each(commands)('gives a command that runs: %s', (line) => {
		const shell = line.replace('npx bibfolio', `'${process.execPath}' '${join(root, 'dist/cli.js')}'`);
		const { status, stdout, stderr } = spawnSync('sh', ['-c', shell], { cwd: folder, encoding: 'utf8' });
		expect({ status, trouble: stderr.match(/ error: .*/g) }).toEqual({ status: 0, trouble: null });
		expect(stdout + stderr).not.toBe('');
	});

	it('adds papers to a library that begins with them', async () => {
		const fresh = join(folder, 'fresh');
		mkdirSync(fresh);
		const answers = ['/doi/10.1371/journal.pone.0130140=doi-article.json', '/arxiv/1706.03762=arxiv.xml'];
		const source = spawn(process.execPath, [join(root, 'test/editing/sources/answering.mjs'), ...answers]);
		try {
			const url = await new Promise((resolve) => source.stdout.once('data', (line) => resolve(String(line).trim())));
			writeFileSync(join(fresh, 'bibfolio.yaml'), `lookup: { doi: "${url}/doi/{}", arxiv: "${url}/arxiv/{}" }\n`);
			writeFileSync(
				join(fresh, 'references.ris'),
				'TY  - BOOK\nAU  - Noether, Emmy\nTI  - Papers\nPY  - 1983\nER  - \n',
			);
			for (const line of inLanguage('sh').flatMap((code) => code.match(/^npx bibfolio add .*/gm) ?? [])) {
				const ran = bibfolio(fresh, line.replace('npx bibfolio ', '').split(' '));
				expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: '' });
				expect(ran.out).toMatch(/^Added \w+ to publications\.bib, line \d+\n/);
			}
			expect(bibfolio(fresh, ['build', '--stdout']).out.match(/^1\\?\. /gm)).toHaveLength(3);
		} finally {
			source.kill();
		}
	});

	it('names the two commands of the package', () => {
		const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
		for (const [, name] of readme.matchAll(/^npm ci && npm (\w+)$/gm)) expect(scripts).toHaveProperty(name ?? '');
	});

	it.each(inLanguage('yaml').map((code, index) => [index + 1, code] as const))(
		'has a configuration that builds: %i',
		(index, code) => {
			const file = `example-${index}.yaml`;
			// A part of a configuration builds a list of the same library.
			writeFileSync(join(folder, file), /^library:/m.test(code) ? code : `library: papers.bib\n${code}`);
			const ran = bibfolio(folder, ['build', '--config', file, '--json']);
			expect(
				JSON.parse(ran.out).diagnostics.filter(({ severity }: { severity: string }) => severity === 'error'),
			).toEqual([]);
			expect(ran.code).toBe(0);
		},
	);

	it('has an entry whose annotations become marks with a legend', () => {
		const [entry = ''] = inLanguage('bibtex');
		const { out } = bibfolio(folder, ['build', '-', '--stdout', '--format', 'markdown'], { input: entry });
		expect(out).toMatch(/equal contribution/i);
		expect(out).toMatch(/corresponding author/i);
	});

	it('has a program that builds the lists', () => {
		const [program = ''] = inLanguage('ts');
		writeFileSync(
			join(folder, 'bibfolio.yaml'),
			'library: papers.bib\noutputs: [{ path: from-code.md, format: markdown }]\n',
		);
		const code = program.replace(/^import type .*\n/m, '').replace(/: Diagnostic(\[\])?/g, '');
		writeFileSync(join(folder, 'program.mjs'), `${code}\nconsole.log(problems.length);\n`);
		const { status, stdout, stderr } = spawnSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' });
		expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '0\n', stderr: '' });
		expect(readFileSync(join(folder, 'from-code.md'), 'utf8')).toContain('Lapuschkin');
	});

	it('names every option of the command line', () => {
		const help = ['build', 'check', 'export', 'watch', 'serve', 'add', 'list', 'eject', 'init', 'fix']
			.map((command) => bibfolio(folder, [command, '--help']).out)
			.join('\n');
		const options = new Set([...help.matchAll(/^ {2,6}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option ?? ''));
		expect([...options].filter((option) => !readme.includes(`\`${option}\``))).toEqual([]);
		expect(options.size).toBeGreaterThan(15);
	});

	it('names every key of the configuration', () => {
		const schema = JSON.parse(bibfolio(folder, ['schema']).out);
		const keys = new Set(keysOf(schema));
		expect([...keys].filter((key) => !readme.includes(`\`${key}\``) && key !== '$schema')).toEqual([]);
		expect(keys.size).toBeGreaterThan(40);
	});

	it('links only to files that are there', () => {
		const targets = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) => target ?? '');
		for (const target of targets) expect(() => readFileSync(join(root, target)), target).not.toThrow(/ENOENT/);
	});
});

/** Names of the properties of a JSON Schema that has no conditions' keys, at any depth; diagnostic codes left out. */
function keysOf(schema: unknown): string[] {
	if (typeof schema !== 'object' || schema === null) return [];
	return Object.entries(schema).flatMap(([name, value]) =>
		name === 'properties' && typeof value === 'object' && value !== null
			? Object.entries(value).flatMap(([key, inner]) => [...(key.includes('/') ? [] : [key]), ...keysOf(inner)])
			: keysOf(value),
	);
}
