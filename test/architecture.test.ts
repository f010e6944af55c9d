import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** The folders of `src/` in order: a file imports only from its own folder and earlier ones. */
const rooms = [
	...[
		'browser',
		'diagnostics',
		'text',
		'latex',
		'library',
		'publications',
		'people',
		'lists',
		'statistics',
		'formats',
		'render',
	],
	...['output', 'checks', 'editing', 'sources', 'updates', 'project', 'build', 'index', 'preview', 'cli'],
];

const source = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
	.sort();
const imports = new Map(files.map((path) => [path, importsOf(readFileSync(join(source, path), 'utf8'))]));
/** The files of `src/` that a file imports, by its path. */
const imported = new Map([...imports].map(([path, specifiers]) => [path, filesAmong(path, specifiers)]));

describe('src', () => {
	it('contains only folders that are in the order', () => {
		expect([...new Set(files.map(roomOf))].filter((room) => !rooms.includes(room))).toEqual([]);
	});

	it('imports only from earlier folders', () => {
		const upwards = links().filter(([from, to]) => rooms.indexOf(roomOf(to)) > rooms.indexOf(roomOf(from)));
		expect(upwards.map((pair) => pair.join(' → '))).toEqual([]);
	});

	it('does not import browser scripts, which are compiled separately', () => {
		const inside = ([from, to]: readonly [string, string]) => [from, to].every((path) => roomOf(path) === 'browser');
		const across = links().filter((pair) => pair.some((path) => roomOf(path) === 'browser') && !inside(pair));
		expect(across.map((pair) => pair.join(' → '))).toEqual([]);
	});

	it('has no import cycles', () => {
		expect(circle()).toBe(null);
	});

	it('imports each third-party package in a single file', () => {
		const doors = new Map<string, string[]>();
		for (const [path, specifiers] of imports) {
			for (const name of new Set(specifiers.filter((one) => !/^(\.|node:)/.test(one)).map(packageOf))) {
				doors.set(name, [...(doors.get(name) ?? []), path]);
			}
		}
		expect([...doors].filter(([, paths]) => paths.length > 1)).toEqual([]);
	});

	it('imports existing files, with their extension', () => {
		expect(links().filter(([, to]) => !files.includes(to))).toEqual([]);
	});

	it('reads tables through valueIn, because every object inherits names such as "constructor"', () => {
		const tables = declared(/\b(\w+)\??: (?:Readonly<|Partial<)*Record<string,/g);
		expect(tables.size).toBeGreaterThan(30);
		const reads = usesOf(
			tables,
			(name) => new RegExp(`(?<!\\.)\\b${name}(?:\\?\\.)?\\[(?![\\]'\\d])[^\\]]*\\](?! = )`),
		);
		// Scripts of pages share no code; their tables are read with letters that a pattern matched.
		expect(reads.filter((read) => !/^(?:text\/value-in\.ts|browser\/)/.test(read))).toEqual([]);
	});

	it('asks with Object.hasOwn whether a table has a name, not with the operator "in"', () => {
		const operator = /[(!&|]\s*\w+ in [\w.]+\s*[)?&|]/;
		expect(files.filter((path) => operator.test(codeOf(path).replace(/for \(const [^)]*\)/g, '')))).toEqual([]);
	});

	it('starts no match with the state of an earlier one', () => {
		const states = files.filter((path) => path !== 'text/match-at.ts' && /\blastIndex\b/.test(codeOf(path)));
		expect(states).toEqual([]);
		const patterns = declared(
			/\b(\w+)(?:: RegExp)? =\s*(?:\/(?![*/]).*\/|new RegExp\([^;]*')[dimsuv]*[gy][dgimsuvy]*(?:'\))?[;,]/g,
		);
		expect(patterns.size).toBeGreaterThan(30);
		const stateful = usesOf(patterns, (name) => new RegExp(`\\b${name}\\.(?:test|exec)\\(`));
		expect(stateful.filter((use) => !use.startsWith('text/match-at.ts'))).toEqual([]);
		const literal = /\/[dimsuv]*[gy][dgimsuvy]*\.(?:test|exec)\(/;
		expect(files.filter((path) => literal.test(codeOf(path)))).toEqual([]);
	});
});

/** The text of a file without comments. */
function codeOf(path: string): string {
	return readFileSync(join(source, path), 'utf8')
		.replace(/\/\*[\s\S]*?\*\//g, '')
		.replace(/^\s*\/\/.*$/gm, '');
}

/** The names that a pattern finds in its first group, by file. */
function declared(pattern: RegExp): Map<string, string[]> {
	const names = files.map((path) => [path, [...codeOf(path).matchAll(pattern)].map(([, name = '']) => name)] as const);
	return new Map(names.filter(([, found]) => found.length > 0).map(([path, found]) => [path, [...found]]));
}

/** The lines that use a declared name in a certain way, in the file that declares it or in one that imports it from there. */
function usesOf(names: ReadonlyMap<string, readonly string[]>, use: (name: string) => RegExp): string[] {
	return files.flatMap((path) => {
		const visible = [path, ...(imported.get(path) ?? [])].flatMap((file) => names.get(file) ?? []);
		const lines = codeOf(path).split('\n');
		return [...new Set(visible)].flatMap((name) =>
			lines.filter((line) => use(name).test(line)).map((line) => `${path}: ${line.trim()}`),
		);
	});
}

/** Every specifier of an import or export, including types and dynamic imports. */
function importsOf(text: string): string[] {
	const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
	return [...code.matchAll(/(?:\bfrom|^import|\bimport\()\s*'([^']+)'/gm)].flatMap((match) => match[1] ?? []);
}

/** The folder of `text/latex.ts` is `text`; `build.ts` counts as its own folder. */
function roomOf(path: string): string {
	return path.replace(/(?:\/.*|\.ts)$/, '');
}

/** The package of `zod/mini` is `zod`; that of `@citation-js/core` has two parts. */
function packageOf(specifier: string): string {
	return specifier
		.split('/')
		.slice(0, specifier.startsWith('@') ? 2 : 1)
		.join('/');
}

/** Pairs of an importing and an imported file. */
function links(): [from: string, to: string][] {
	return [...imported].flatMap(([from, paths]) => paths.map((to): [string, string] => [from, to]));
}

function filesAmong(path: string, specifiers: readonly string[]): string[] {
	const relative = specifiers.filter((specifier) => specifier.startsWith('.') && !specifier.endsWith('.json'));
	return relative.map((specifier) => posix.normalize(posix.join(posix.dirname(path), specifier)));
}

/** The first import cycle, as 'a → b → a'; null if there is none. */
function circle(): string | null {
	const done = new Set<string>();
	function visit(path: string, way: readonly string[]): string | null {
		if (way.includes(path)) return [...way.slice(way.indexOf(path)), path].join(' → ');
		if (done.has(path)) return null;
		for (const to of imported.get(path) ?? []) {
			const found = visit(to, [...way, path]);
			if (found) return found;
		}
		done.add(path);
		return null;
	}
	for (const path of files) {
		const found = visit(path, []);
		if (found) return found;
	}
	return null;
}
