import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { codes as diagnosticCodes } from '../../src/diagnostics/codes.ts';
import { endingsOf, flavourNames, formats } from '../../src/formats/index.ts';
import { groupKeys } from '../../src/lists/headings.ts';
import { defaultNameStyle, defaultNumber } from '../../src/lists/list-defaults.ts';
import { venueLetters } from '../../src/lists/numbering.ts';
import { sortKeys } from '../../src/lists/sort.ts';
import { builtInLinks } from '../../src/publications/links/link-table.ts';
import { statuses } from '../../src/publications/status.ts';
import { venueKinds } from '../../src/publications/venues/venues.ts';
import { services } from '../../src/sources/services.ts';
import { run } from '../cli/run.ts';
import { folderWith } from '../folder.ts';
import { trials } from '../torture/trials.ts';
import { codes, column, readPage, root, rows, section } from './pages.ts';

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();
const folder = mkdtempSync(join(tmpdir(), 'bibfolio-tables-'));
const helpLines = commands.map(({ name }) => `${name} --help`);
/** The standard output of command lines; each is run once. */
const outputs = new Map<string, string>();
for (const line of ['--help', 'schema', ...helpLines]) outputs.set(line, (await run(folder, line.split(' '))).out);
const output = (...words: string[]) => outputs.get(words.join(' ')) ?? expect.fail(words.join(' '));

describe('docs/command-line.md', () => {
	const page = readPage('docs/command-line.md');
	const commandNames = [...output('--help').matchAll(/^ {2}bibfolio (\w+) /gm)].map(([, name = '']) => name);
	const common = column(page, 'Common options');

	it('has a row and a section for each command', () => {
		expect(sorted(rows(page.text.split('## Files')[0] ?? '').flatMap((cells) => codes(cells[0] ?? '')))).toEqual(
			sorted(commandNames),
		);
		for (const name of commandNames) expect(() => section(page.text, name)).not.toThrow();
		expect(commandNames.length).toBeGreaterThan(10);
	});

	it.each(['build', 'init', 'add', 'sync', 'check', 'fix', 'metrics', 'update', 'list', 'export', 'eject', 'schema'])(
		'lists the options of %s',
		(name) => {
			const { names } = helpOf(name);
			expect(sorted(column(page, name))).toEqual(sorted(names.filter((option) => !common.includes(option))));
			expect(sorted(common.filter((option) => !helpOf('build').names.includes(option)))).toEqual([]);
		},
	);

	it('lists the differences between the options of watch and build', () => {
		const [build, watch] = [helpOf('build').names, helpOf('watch').names];
		expect(sorted(column(page, 'watch'))).toEqual(sorted(watch.filter((option) => !build.includes(option))));
		const text = /except ([\s\S]*?), and also/.exec(section(page.text, 'watch'))?.[1] ?? '';
		expect(sorted(codes(text))).toEqual(sorted(build.filter((option) => !watch.includes(option))));
	});

	it('lists the options that only serve has', () => {
		const watch = helpOf('watch').names;
		expect(sorted(column(page, 'serve'))).toEqual(
			sorted(helpOf('serve').names.filter((option) => !watch.includes(option))),
		);
	});

	it('names the default and the choices of each option', () => {
		for (const name of commandNames.filter((command) => command !== 'completion')) {
			const described = rows(section(page.text, name));
			for (const { option, values } of helpOf(name).options) {
				const row = described.find(([cell = '']) => codes(cell).includes(option));
				for (const value of row ? values : []) expect(row?.[1], `${name} ${option}`).toContain(value);
			}
		}
	});
});

describe('docs/configuration.md', () => {
	const page = readPage('docs/configuration.md');
	const schema = JSON.parse(output('schema'));
	const keysAt = (...path: string[]) => sorted(Object.keys(mappingAt(schema, path)).filter((key) => key !== '$schema'));

	it.each([
		['Top level', []],
		['people', ['people']],
		['number', ['lists', '*', 'number']],
		['names', ['names']],
		['outputs', ['outputs']],
		['site', ['site']],
		['venues', ['venues']],
		['Tables of venues', ['venues', '+table']],
		['links', ['links']],
		['add', ['add']],
		['sync', ['sync']],
		['lookup', ['lookup']],
	])('has every key under “%s”', (heading, path) => {
		expect(sorted(column(page, heading))).toEqual(keysAt(...path));
	});

	it('has the variable of each key, with its sources', () => {
		const documented = rows(section(page.text, 'Keys of services')).flatMap(([variable = '', sources = '']) =>
			codes(sources).map((name) => [name, ...codes(variable)]),
		);
		const expected = Object.entries(services).flatMap(([name, { key }]) => (key ? [[name, key.variable]] : []));
		expect(documented.toSorted()).toEqual(expected.toSorted());
	});

	it('names the sources that get the mail address', () => {
		const [, sentence = ''] = /^(`mailto` goes to [\s\S]+?)\. /m.exec(page.text) ?? [];
		const sources = Object.entries(services).flatMap(([name, { contact }]) => (contact ? [name] : []));
		expect(sorted(codes(sentence))).toEqual(sorted(['mailto', ...sources]));
	});

	it('has every key of lists and sections, and marks those of only one', () => {
		const lists = keysAt('lists', '*');
		const sections = keysAt('lists', '*', 'sections');
		const documented = rows(section(page.text, 'lists and sections'));
		const having = (words: string) =>
			documented.filter(([, value = '']) => value.startsWith(words)).flatMap(([key = '']) => codes(key));
		expect(sorted(documented.flatMap(([key = '']) => codes(key)))).toEqual(sorted([...lists, ...sections]));
		expect(sorted(having('lists only'))).toEqual(lists.filter((key) => !sections.includes(key)));
		expect(sorted(having('sections only'))).toEqual(sections.filter((key) => !lists.includes(key)));
	});

	it('has the keys of an alias', () => {
		const [, value = ''] = rows(section(page.text, 'people')).find(([key]) => key === '`aliases`') ?? [];
		expect(sorted(codes(value))).toEqual(keysAt('people', 'aliases'));
	});

	it('has the defaults of names and numbers', () => {
		for (const [key = '', , value = ''] of rows(section(page.text, 'names'))) {
			const name = (codes(key)[0] ?? '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
			const written = defaultNameStyle[name as keyof typeof defaultNameStyle];
			expect([`\`${written}\``, `\`${JSON.stringify(written)}\``], key).toContain(value);
		}
		const numbers = section(page.text, 'number');
		expect(numbers).toContain(`\`${defaultNumber.scope}\` (default)`);
		expect(numbers).toContain(`(default: ${defaultNumber.start})`);
	});

	it('has the keys to group and sort by', () => {
		const keys = (key: string) =>
			codes(rows(section(page.text, 'lists and sections')).find(([cell]) => cell === `\`${key}\``)?.[1] ?? '');
		expect(sorted(keys('group-by'))).toEqual(sorted(groupKeys));
		expect(sorted(keys('sort'))).toEqual(sorted(sortKeys));
	});
});

describe('docs/selecting-works.md', () => {
	const page = readPage('docs/selecting-works.md');

	it('has every key of a condition', () => {
		const schema = JSON.parse(output('schema'));
		expect(sorted(column(page, 'As a mapping'))).toEqual(
			sorted(Object.keys(mappingAt(schema, ['lists', '*', 'where']))),
		);
	});

	it('has an example of every condition', () => {
		const examples = column(page, 'Selecting works').join('\n');
		for (const key of column(page, 'As a mapping').filter((name) => !['and', 'or', 'not', 'field'].includes(name)))
			expect(examples).toMatch(new RegExp(`^${key}(?:[=<>]|$)`, 'm'));
	});
});

describe('docs/security.md', () => {
	it('has the results of each trial of npm run torture', () => {
		const table = rows(section(readPage('docs/security.md').text, 'Measured'));
		expect(table).toEqual(trials.map(({ promise, tries }) => [promise, tries.toLocaleString('en'), '0']));
	});
});

describe('reference tables', () => {
	it('docs/formats.md has every format with its file extensions', () => {
		const documented = rows(section(readPage('docs/formats.md').text, 'Formats'));
		const extensions = ([name = '', files = '']: string[]) => [codes(name)[0] ?? '', sorted(codes(files))] as const;
		expect(new Map(documented.map(extensions))).toEqual(
			new Map(
				Object.entries(formats).map(([name, format]) => [
					name,
					format.folder ? [] : sorted(endingsOf(format).filter((ending) => ending !== '/')),
				]),
			),
		);
	});

	it('docs/markdown.md has every flavour', () => {
		const [first] = rows(readPage('docs/markdown.md').text.split('\n## Front matter')[0] ?? '').map(([name]) => name);
		expect(column(readPage('docs/markdown.md'), 'Flavours')).toEqual(expect.arrayContaining([...flavourNames]));
		expect(first).toBe(`\`${flavourNames[0]}\``);
	});

	it('docs/languages.md has every language', () => {
		const locales = readdirSync(join(root, 'templates/locales')).map((file) => file.replace(/\.yaml$/, ''));
		const [table = ''] = readPage('docs/languages.md').text.split('\n## ');
		const cells = rows(table).map(([, tag = '']) => tag);
		expect(sorted(cells.flatMap(codes))).toEqual(sorted(locales));
	});

	it('docs/lists.md has every kind of venue with its letter, and every status', () => {
		const page = readPage('docs/lists.md');
		const cells = rows(section(page.text, 'Kinds of venue')).flat();
		const letters = cells.flatMap((cell, index) => codes(cell).map((kind) => [kind, cells[index + 1]]));
		expect(Object.fromEntries(letters)).toEqual(venueLetters);
		expect(letters.length).toBe(venueKinds.length);
		const text = /The statuses are ([\s\S]*?)\. /.exec(section(page.text, 'Status'))?.[1] ?? '';
		expect(codes(text)).toEqual([...statuses]);
	});

	it('docs/library.md has every kind of link, with fields of its row', () => {
		const text = section(readPage('docs/library.md').text, 'Links');
		const links = new Map(builtInLinks.map(({ kind, fields }) => [kind, fields]));
		const documented = rows(text).map(([kind = '', fields = '']) => [codes(kind)[0] ?? '', codes(fields)] as const);
		for (const [kind, fields] of documented) {
			const known = links.get(kind)?.map((field) => field.replace('*', ''));
			expect(fields.filter((field) => !known?.includes(field))).toEqual([]);
		}
		const identifiers = codes(/become the links ([\s\S]*?)\. /.exec(text)?.[1] ?? '');
		expect(sorted([...documented.map(([kind]) => kind), ...identifiers])).toEqual(sorted(links.keys()));
	});

	it('docs/library.md has every private field', async () => {
		const text = section(readPage('docs/library.md').text, 'Private fields');
		const named = rows(text).flatMap(([, fields = '']) => codes(fields));
		const entry = named.map((field) => `${field} = {kept to myself}`).join(', ');
		const library = `@article{a, title = {T}, ${entry}, file = {a.pdf}, usera = {shown}}`;
		const { out } = await run(folderWith({ 'a.bib': library }), ['export', '--format', 'bibtex']);
		expect(out).not.toContain('kept to myself');
		expect(out).toContain('shown');
		expect(named.length).toBeGreaterThan(20);
	});

	it('docs/fixing.md has every code with a fix, and marks opt-in fixes', () => {
		const page = readPage('docs/fixing.md');
		const fixed = (remedy: string) =>
			sorted(
				Object.entries(diagnosticCodes).flatMap(([code, row]) =>
					'remedy' in row && row.remedy === remedy ? [code] : [],
				),
			);
		const [always = '', asked = ''] = page.text.split('\n## On request\n');
		const named = (text: string) => sorted(rows(text).flatMap(([cell = '']) => codes(cell)));
		expect(named(always)).toEqual(fixed('always'));
		expect(named(asked).map((words) => words.replace('fix --only ', ''))).toEqual(fixed('asked'));
	});

	it('docs/embedding.md has every key of publications.json', async () => {
		const site = folderWith({
			'papers.bib': '@article{a, author = {Ada, A.}, title = {T}, journal = {J}, year = {2000}}',
			'bibfolio.yaml': 'library: papers.bib\noutputs: publications.json\n',
		});
		expect((await run(site, ['build'])).code).toBe(0);
		const data = JSON.parse(readFileSync(join(site, 'publications.json'), 'utf8'));
		const tables = section(readPage('docs/embedding.md').text, 'Data for your own templates').split('| key of a work');
		const keys = (table = '') => sorted(rows(table).flatMap(([cell = '']) => codes(cell)));
		expect(keys(tables[0])).toEqual(sorted(Object.keys(data)));
		expect(keys(`| key of a work${tables[1]}`)).toEqual(sorted(Object.keys(data.works[0])));
	});
});

/** The options of a command by its help, with the default and the choices of each. */
function helpOf(command: string): { names: string[]; options: { option: string; values: string[] }[] } {
	const options = output(command, '--help')
		.split(/\n(?=\n| {2,6}-)/)
		.flatMap((block) => {
			const [, short, long = ''] = /^ {2,6}(?:(-\w), )?(--[a-z-]+)/.exec(block) ?? [];
			if (!long) return [];
			const words = block.replace(/\s+/g, ' ');
			const found = /\[(?:default|choices): (.*?)\](?: |$)/g;
			const values = [...words.matchAll(found)].flatMap(([, list = '']) =>
				list === '[]' ? [] : list.split(', ').map((value) => value.replaceAll('"', '')),
			);
			return [{ option: long, short, values }];
		});
	return { names: options.flatMap(({ option, short }) => [option, ...(short ? [short] : [])]), options };
}

/** The keys of the mapping at a path of the JSON Schema; `*` is any value of a record, `+key` the alternative with a key. */
function mappingAt(schema: Record<string, unknown>, path: readonly string[]): Record<string, unknown> {
	const resolved = (value: unknown): Record<string, unknown>[] => {
		const node = value as Record<string, unknown>;
		if (typeof node !== 'object' || node === null) return [];
		if (typeof node['$ref'] === 'string') {
			const name = node['$ref'].split('/').pop() ?? '';
			return resolved((schema['$defs'] as Record<string, unknown>)[name]);
		}
		const options = (node['anyOf'] ?? node['oneOf'] ?? []) as unknown[];
		return [node, ...options.flatMap(resolved), ...(node['items'] ? resolved(node['items']) : [])];
	};
	let nodes = resolved(schema);
	for (const step of path) {
		const next = (node: Record<string, unknown>) => {
			const properties = (node['properties'] ?? {}) as Record<string, unknown>;
			if (step.startsWith('+')) return Object.hasOwn(properties, step.slice(1)) ? [node] : [];
			return resolved(step === '*' ? node['additionalProperties'] : properties[step]);
		};
		nodes = nodes.flatMap(next);
	}
	const found = nodes.find((node) => node['properties']);
	if (!found) throw new Error(`no mapping at ${path.join('.')}`);
	return found['properties'] as Record<string, unknown>;
}
