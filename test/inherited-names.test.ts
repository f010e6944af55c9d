import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BuildResult, build } from '../src/build.ts';
import { isKnownField } from '../src/checks/known-fields.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { source } from '../src/diagnostics/source.ts';
import type { Draft } from '../src/editing/drafts/draft.ts';
import { readDrafts } from '../src/editing/drafts/read-drafts.ts';
import { formats } from '../src/formats/index.ts';
import { loadProject } from '../src/project/project.ts';
import { projectSchema } from '../src/project/project-schema.ts';
import { builtInLinks } from '../src/publications/links/link-table.ts';
import { lookupSources, readAnswer } from '../src/sources/records/lookup-sources.ts';
import { citationIn } from '../src/sources/records/page-citation.ts';
import { add } from './editing/adding.ts';
import { folderWith } from './folder.ts';
import { sample } from './tools.ts';

/*
 * In JavaScript, `table[name]` of a plain object also finds `constructor`, `__proto__` and the other names of
 * Object.prototype. These tests use them in every place of an input.
 */

/** `constructor` and `__proto__` are in each sample. */
const inherited = sample(Object.getOwnPropertyNames(Object.prototype), 5);
const others = inherited.filter((name) => name !== '__proto__');
const lowerCased = inherited.map((name) => name.toLowerCase());
/** BibTeX ignores the case of types, fields and macros, and lists that of keywords and names. */
const names = [...new Set([...inherited, ...lowerCased])];

/** The fields of BibLaTeX that the code names anywhere, and those of links. */
const fieldNames = [
	...new Set([
		...readdirSync('src', { recursive: true, encoding: 'utf8' }).flatMap(wordsIn).filter(isKnownField),
		...builtInLinks.flatMap(({ fields }) => fields),
	]),
];

function wordsIn(file: string): string[] {
	if (!file.endsWith('.ts')) return [];
	return [...readFileSync(`src/${file}`, 'utf8').matchAll(/'([a-z-]{3,20})'/g)].map(([, word = '']) => word);
}

const good = (key: string) => `@article{${key},
  author = {Noether, Emmy}, title = {Work ${key}}, journal = {Annals}, year = {1918}, doi = {10.1000/${key}}}\n`;

/** One output per format and flavour. */
const lists = Object.values(formats).filter(({ withoutList }) => !withoutList);
const outputs = lists.flatMap(({ name, flavours }) =>
	[null, ...Object.keys(flavours ?? {})].map((flavour) => ({
		path: `out/${name}-${flavour}`,
		format: name,
		...(flavour && { flavour }),
	})),
);

function buildOf(bib: string, config: object = {}, files: Readonly<Record<string, string>> = {}): BuildResult {
	const library = `${good('first')}${bib}\n${good('last')}`;
	const folder = folderWith({
		'papers.bib': library,
		'bibfolio.yaml': JSON.stringify({ library: 'papers.bib', outputs, site: 'https://example.org/', ...config }),
		...files,
	});
	const project = loadProject(null, folder, {}, ({ message }) => expect.fail(message));
	const result = build(project ?? expect.fail('no project'), { checks: true, thisYear: 2026 });
	const messages = result.diagnostics.map(({ message, hint }) => `${message} ${hint}`);
	expect(messages.filter((words) => /internal|\bbug\b|is not a function|native code|\[object/i.test(words))).toEqual(
		[],
	);
	return result;
}

const keysOf = ({ publications }: BuildResult) => publications.map(({ key }) => key);
const codesOf = (diagnostics: readonly Diagnostic[]) => [...new Set(diagnostics.map(({ code }) => code))].sort();

/** Checks that a build shows all works of a library in every output. */
function expectAll(result: BuildResult, keys: readonly string[]): void {
	expect(keysOf(result)).toEqual(['first', ...keys, 'last']);
	expect(result.lists[0]?.items.length).toBe(keys.length + 2);
	expect(result.outputs.length).toBeGreaterThanOrEqual(outputs.length);
	for (const { path, contents } of result.outputs)
		if (!/\.js$|sitemap|works|embed|figure/.test(path))
			for (const key of ['first', 'last']) expect(contents, path).toContain(`Work ${key}`);
}

describe('Names of Object.prototype in a library', () => {
	it('are unknown entry types, and keys', () => {
		const bib = names.map((name) => `@${name}{${name}, author = {Curie, Marie}, title = {T}, year = 1903}`).join('\n');
		const result = buildOf(bib);
		expectAll(result, names);
		expect(result.publications.map(({ entryType }) => entryType).slice(1, -1)).toEqual(
			names.map((name) => name.toLowerCase()),
		);
		expect(new Set(result.publications.map(({ type }) => type).slice(1, -1)).size).toBe(1);
	});

	it('are fields that are kept', () => {
		const bib = `@misc{k, title = {T}, ${inherited.map((name) => `${name} = {value of ${name}}`).join(', ')}}`;
		const template = inherited.map((name) => `{{field "${name}"}}`).join('|');
		const [text, data] = buildOf(
			bib,
			{ outputs: ['list.txt', 'list.json'] },
			{ 'templates/entry.txt.hbs': template },
		).outputs;
		expect(text?.contents).toContain(inherited.map((name) => `value of ${name}`).join('|'));
		const { bibtex } = JSON.parse(data?.contents ?? '').works.find(({ key }: { key: string }) => key === 'k');
		// Fields that begin with two underscores are private.
		for (const name of inherited) expect(bibtex.includes(`${name} = {value of ${name}}`)).toBe(!name.startsWith('__'));
	});

	it('are values of any field', () => {
		expect(fieldNames.length).toBeGreaterThan(150);
		const types = ['article', 'incollection', 'online', 'patent', 'thesis', 'misc'];
		const keys: string[] = [];
		const entries = lowerCased.flatMap((name, place) =>
			Array.from({ length: Math.ceil(fieldNames.length / 16) }, (_, part) => {
				const fields = fieldNames.slice(part * 16, part * 16 + 16).map((field) => `${field} = {${name}}`);
				keys.push(`${name}${part}`);
				return `@${types[(place + part) % types.length]}{${name}${part}, author = {Curie, Marie}, ${fields.join(', ')}}`;
			}),
		);
		const result = buildOf(entries.join('\n'), { outputs: ['list.html', 'list.tex', 'list.json'] });
		expect(keysOf(result)).toEqual(['first', ...keys, 'last']);
	});

	it('are macros', () => {
		const definitions = names.map((name) => `@string{${name} = "Value"}`).join('\n');
		const uses = names.map((name) => `@misc{k${name}, title = ${name} # " and " # ${name}, publisher = ${name}}`);
		const defined = buildOf(`${definitions}\n${uses.join('\n')}`);
		expectAll(
			defined,
			names.map((name) => `k${name}`),
		);
		expect(defined.outputs[0]?.contents).toContain('Value and Value');
		expect(codesOf(defined.diagnostics)).not.toContain('bib/undefined-macro');
		const undefinedMacros = buildOf(uses.join('\n'));
		expectAll(
			undefinedMacros,
			names.map((name) => `k${name}`),
		);
		expect(codesOf(undefinedMacros.diagnostics)).toContain('bib/undefined-macro');
	});

	it('are references to entries', () => {
		const fields = ['crossref', 'xdata', 'xref', 'related', 'relatedtype', 'entryset', 'ids', 'keywords'];
		const bib = names.map(
			(name) =>
				`@misc{k${name}, title = {T}, note = {xdata=${name}-${name}}, ${fields.map((field) => `${field} = {${name}}`).join(', ')}}`,
		);
		expectAll(
			buildOf(bib.join('\n')),
			names.map((name) => `k${name}`),
		);
	});

	it('are annotations', () => {
		const bib = names.map(
			(name) => `@misc{k${name}, author = {${name}, ${name} and family=${name}, given=${name}, ${name}=x}, title = {T},
			author+an:${name} = {1=${name};2=${name}}, author+an = {1:${name}=${name}; 2="${name}"}, ${name}+an = {1=${name}}}`,
		);
		expectAll(
			buildOf(bib.join('\n')),
			names.map((name) => `k${name}`),
		);
	});

	it('are LaTeX commands, environments and HTML', () => {
		const places = (name: string) => [
			`\\${name} x`,
			`\\${name}{x}`,
			`{\\${name}}`,
			`\\begin{${name}}x\\end{${name}}`,
			`$\\${name}{x}_\\mathrm{${name}}$ $\\begin{${name}}x\\end{${name}}$`,
			`\\bibstring{${name}} \\textcolor{${name}}{x} \\ensuremath{\\${name}} \\symbol{${name}} \\char${name}`,
			`\\href{${name}}{x} \\url{${name}} \\verb|${name}| \\foreignlanguage{${name}}{x} \\cite{${name}}`,
			`<${name}>x</${name}> <span class="${name}">x</span> &${name};`,
		];
		const bib = inherited.flatMap((name) =>
			places(name).map((place, index) => `@misc{k${name}${index}, title = {A ${place} b}, author = {Curie, ${place}}}`),
		);
		const definitions = inherited.map(
			(name) => `@preamble{"\\newcommand{\\${name}}{Z} \\def\\${name}{Z} \\let\\${name}\\${name}"}`,
		);
		const keys = inherited.flatMap((name) => places(name).map((_, index) => `k${name}${index}`));
		expectAll(buildOf(bib.join('\n')), keys);
		expectAll(buildOf(definitions.join('\n') + bib.join('\n')), keys);
	});
});

type Schema = {
	readonly $ref?: string;
	readonly type?: string;
	readonly enum?: readonly unknown[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly propertyNames?: Schema;
	readonly additionalProperties?: Schema | boolean;
	readonly items?: Schema;
	readonly anyOf?: readonly Schema[];
};

const schema = projectSchema() as Schema & { $defs: Readonly<Record<string, Schema>> };

/** Configurations that contain a name in each place of the schema: as a key of each mapping, and as each text. */
function placesOf(node: Schema, name: string, depth: number): unknown[] {
	if (depth > 8) return [];
	if (node.$ref) return placesOf(schema.$defs[node.$ref.split('/').at(-1) ?? ''] ?? {}, name, depth + 1);
	const own = (key: string, value: unknown) => Object.fromEntries([[key, value]]);
	return [
		...(node.anyOf ?? []).flatMap((alternative) => placesOf(alternative, name, depth + 1)),
		...(node.type === 'string' || node.enum ? [name] : []),
		...(node.type === 'object' ? [own(name, name), own(name, {}), own(name, null)] : []),
		...Object.entries(node.properties ?? {}).flatMap(([key, value]) =>
			placesOf(value, name, depth + 1).map((inner) => own(key, inner)),
		),
		...(typeof node.additionalProperties === 'object'
			? placesOf(node.additionalProperties, name, depth + 1).flatMap((inner) => [own('name', inner), own(name, inner)])
			: []),
		...(node.items ? placesOf(node.items, name, depth + 1).map((inner) => [inner]) : []),
	];
}

/** A name that nothing has, for comparison; with underscores, which some places do not allow, if the other name has them. */
const unheard = 'unheardOfName';
const unheardLike = (name: string) => (name.startsWith('_') ? `__${unheard}__` : unheard);

/** What a build of a configuration returns, without the name that it contains. */
function outcomeOf(name: string, config: string, folder: string, files: Readonly<Record<string, string>> = {}): object {
	for (const [path, text] of Object.entries({ ...files, 'bibfolio.yaml': config })) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	const diagnostics: Diagnostic[] = [];
	const project = loadProject(null, folder, {}, (diagnostic) => diagnostics.push(diagnostic));
	const result = project && build(project);
	const renamed = (text: string) => text.replaceAll(name, unheard);
	return {
		problems: [...diagnostics, ...(result?.diagnostics ?? [])].map(({ code, message }) =>
			renamed(`${code}: ${message}`),
		),
		lists: result?.lists.map(({ id, items }) => `${renamed(id)}: ${items.length}`) ?? null,
		outputs:
			result?.outputs.map(({ path, contents }) => `${renamed(path)}: ${contents.includes('Work first')}`) ?? null,
	};
}

describe('Names of Object.prototype in a configuration', () => {
	const folder = folderWith({ 'papers.bib': good('first') + good('last') });
	const outcomes = (name: string) => {
		const texts = new Set(
			placesOf(schema, 'NAME', 0).map((place) => JSON.stringify({ outputs: ['list.txt'], ...(place as object) })),
		);
		return [...texts].map((text) => [text, () => outcomeOf(name, text.replaceAll('NAME', name), folder)] as const);
	};
	const inherits = new Map(inherited.map((name) => [name, outcomes(name)]));
	const keys = Object.keys(schema.properties ?? {});

	it('are in more than 150 places, some of which take any name', () => {
		const usual = outcomes(unheard).map(([, outcome]) => outcome() as { readonly outputs: object | null });
		expect(usual.length).toBeGreaterThan(150);
		expect(usual.filter(({ outputs }) => outputs !== null).length).toBeGreaterThan(30);
	});

	it.each(['NAME', ...keys])('give the usual result under "%s"', (key) => {
		for (const [index, [place, usual]] of outcomes(unheard).entries()) {
			if (!place.includes(`,"${key}":`)) continue;
			for (const name of ['__proto__', others[index % others.length] ?? '']) {
				const outcome = inherits.get(name)?.[index]?.[1]() as { readonly problems: readonly string[] };
				// YAML can name a list `__proto__`, but Bibfolio does not allow it.
				const isRefused =
					outcome.problems.length > 0 && outcome.problems.every((problem) => /^config\/unknown-key/.test(problem));
				if (name === '__proto__' && isRefused) continue;
				const expected = name.startsWith('_') ? outcomes(unheardLike(name))[index]?.[1]() : usual();
				expect(outcome, `${name} in ${place}`).toEqual(expected);
			}
		}
	});
});

describe('Names of Object.prototype in a template', () => {
	const templates = [
		'{{NAME}}',
		'{{{NAME}}}',
		'{{this.NAME}}',
		'{{title.NAME}}',
		'{{NAME.NAME}}',
		'{{@NAME}}',
		'{{@root.NAME}}',
		'{{options.NAME}}',
		'{{lookup this "NAME"}}',
		'{{lookup options "NAME"}}',
		'{{phrase "NAME"}}',
		'{{term "NAME"}}',
		'{{option "NAME"}}',
		'{{option "NAME" "default"}}',
		'{{field "NAME"}}',
		'{{#if (some links "NAME" "x")}}yes{{/if}}',
		'{{NAME "argument"}}',
		'{{NAME a=1}}',
		'{{#NAME}}x{{/NAME}}',
		'{{#NAME "argument"}}x{{/NAME}}',
		'{{^NAME}}x{{/NAME}}',
		'{{#if NAME}}x{{/if}}',
		'{{#with NAME}}x{{/with}}',
		'{{#each NAME}}x{{/each}}',
		'{{> NAME}}',
		'{{> (lookup this "NAME")}}',
		'{{#> NAME}}x{{/NAME}}',
		'{{> title NAME=1}}',
		'{{#> title NAME="x"}}{{/title}}',
		'{{* NAME}}',
		'{{#* NAME}}x{{/NAME}}',
		'{{#*inline "NAME"}}inline{{/inline}}{{> NAME}}',
		'{{#each links as |NAME|}}{{NAME.url}}{{/each}}',
		'{{indent "x" 4 NAME=1}}',
		'{{term "volume" NAME=1}}',
		'{{verbatim title "NAME"}}',
		'{{comment "NAME"}}',
	];
	const folder = folderWith({ 'papers.bib': good('first') + good('last') });
	const outcome = (name: string, template: string) =>
		outcomeOf(name, '{"outputs": ["list.txt"]}', folder, {
			'templates/entry.txt.hbs': `{{title}} ${template.replaceAll('NAME', name)}`,
		});

	it.each(templates.map((template, index) => [template, index] as const))(
		'are like any other name in %s',
		(template, index) => {
			const expected = outcome(unheard, template);
			// Handlebars cannot store an inline partial named `__proto__`.
			const names = [
				...(template.includes('inline') ? [] : ['__proto__']),
				'constructor',
				others[index % others.length] ?? '',
			];
			for (const name of names) expect(outcome(name, template), name).toEqual(expected);
		},
	);
});

describe('Names of Object.prototype in a bibliography or an answer', () => {
	/** The text with each of its strings, or the text after each tag, replaced in turn. */
	const replacedIn = (text: string, name: string) => {
		const strings = [
			...text.matchAll(/"(?:[^"\\]|\\.)*"|(?<=^[A-Z0-9%]{2,4} *- ).+$|(?<=^%. ).+$|(?<=>)[^<>\n]+(?=<)/gm),
		];
		return strings.map(({ 0: string, index }) => {
			const replacement = string.startsWith('"') ? `"${name}"` : name;
			return text.slice(0, index) + replacement + text.slice(index + string.length);
		});
	};
	const expectEntries = (drafts: readonly Draft[], text: string) => {
		const added = add(good('first'), drafts, { dialect: 'biblatex' });
		expect(added.isWell, text).toBe(true);
		expect(added.text, text).not.toMatch(/native code|\[object/);
	};
	const answers = readdirSync('test/sources/answers');

	it.each(answers)('are read as any other text: %s', (file) => {
		const text = readFileSync(`test/sources/answers/${file}`, 'utf8').slice(0, 20_000);
		for (const [index, name] of inherited.entries())
			for (const [place, changed] of replacedIn(text, name).entries()) {
				if (place % 12 !== index) continue;
				if (file.endsWith('.html')) citationIn(changed, 'https://example.org/');
				else
					for (const answered of lookupSources.filter(({ name }) => isAnswerTo(name, file))) {
						const record = readAnswer(answered, changed);
						expectEntries(record && !('problem' in record) ? [record.draft] : [], changed);
					}
			}
	});

	const isAnswerTo = (source: string, file: string) =>
		file.startsWith(source) ||
		(file.endsWith('.json') && /^(?:crossref|datacite|doi|pubmed)/.test(file) && source === 'doi');

	it.each([
		['RIS', 'TY  - JOUR\nAU  - Noether, Emmy\nTI  - Work\nJO  - Annals\nPY  - 1918\nLA  - en\nM3  - x\nER  - \n'],
		['EndNote', '%0 Journal Article\n%A Noether, Emmy\n%T Work\n%J Annals\n%D 1918\n%9 x\n%G en\n'],
		['NBIB', 'PMID- 1\nFAU - Noether, Emmy\nTI  - Work\nJT  - Annals\nDP  - 1918\nPT  - x\nLA  - eng\n'],
		[
			'CSL-JSON',
			'[{"id": "a", "type": "book", "title": "Work", "language": "en", "genre": "x", "publisher": "P", "author": [{"family": "A"}], "x": "y"}]',
		],
		['BibTeX', '@book{"a", title = "Work", language = "en", type = "x", "x" = "y"}'],
	])('are read as any other text: %s', (_, text) => {
		for (const name of inherited)
			for (const changed of [text, ...replacedIn(text, name)])
				expectEntries(readDrafts(source('input', changed), () => {}) ?? [], changed);
	});
});
