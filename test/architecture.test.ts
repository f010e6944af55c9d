import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** The folders of `src/` in order: a file imports only from its own folder and earlier ones. */
const rooms = [
	...['browser', 'diagnostics', 'text', 'latex', 'library', 'publications', 'people', 'lists', 'formats', 'render'],
	...['output', 'checks', 'editing', 'project', 'build', 'index', 'preview', 'cli'],
];

const source = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
	.sort();
const imports = new Map(files.map((path) => [path, importsOf(readFileSync(join(source, path), 'utf8'))]));
/** The files of `src/` that a file imports, by its path. */
const imported = new Map([...imports].map(([path, specifiers]) => [path, filesAmong(path, specifiers)]));

describe('the source folders', () => {
	it('are all in the order', () => {
		expect([...new Set(files.map(roomOf))].filter((room) => !rooms.includes(room))).toEqual([]);
	});

	it('import only from earlier folders', () => {
		const upwards = links().filter(([from, to]) => rooms.indexOf(roomOf(to)) > rooms.indexOf(roomOf(from)));
		expect(upwards.map((pair) => pair.join(' → '))).toEqual([]);
	});

	it('do not share imports with browser/, which is compiled separately', () => {
		const inside = ([from, to]: readonly [string, string]) => [from, to].every((path) => roomOf(path) === 'browser');
		const across = links().filter((pair) => pair.some((path) => roomOf(path) === 'browser') && !inside(pair));
		expect(across.map((pair) => pair.join(' → '))).toEqual([]);
	});

	it('have no import cycles', () => {
		expect(circle()).toBe(null);
	});

	it('import each third-party package in one file', () => {
		const doors = new Map<string, string[]>();
		for (const [path, specifiers] of imports) {
			for (const name of new Set(specifiers.filter((one) => !/^(\.|node:)/.test(one)).map(packageOf))) {
				doors.set(name, [...(doors.get(name) ?? []), path]);
			}
		}
		expect([...doors].filter(([, paths]) => paths.length > 1)).toEqual([]);
	});

	it('import existing files, with their extension', () => {
		expect(links().filter(([, to]) => !files.includes(to))).toEqual([]);
	});
});

/** Every specifier of an import or export, including types and dynamic imports. */
function importsOf(text: string): string[] {
	const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
	return [...code.matchAll(/(?:\bfrom|^import|\bimport\()\s*'([^']+)'/gm)].flatMap((match) => match[1] ?? []);
}

/** 'text' for `text/latex.ts`, 'build' for `build.ts`. */
function roomOf(path: string): string {
	return path.replace(/(?:\/.*|\.ts)$/, '');
}

/** `zod/mini` is zod; `@citation-js/core` is itself. */
function packageOf(specifier: string): string {
	return specifier
		.split('/')
		.slice(0, specifier.startsWith('@') ? 2 : 1)
		.join('/');
}

/** Pairs of files: the importing file and the imported one. */
function links(): [from: string, to: string][] {
	return [...imported].flatMap(([from, paths]) => paths.map((to): [string, string] => [from, to]));
}

function filesAmong(path: string, specifiers: readonly string[]): string[] {
	const relative = specifiers.filter((specifier) => specifier.startsWith('.') && !specifier.endsWith('.json'));
	return relative.map((specifier) => posix.normalize(posix.join(posix.dirname(path), specifier)));
}

/** The first import cycle, as 'a → b → a'; null without one. */
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
