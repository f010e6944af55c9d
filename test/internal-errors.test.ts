import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { attemptAll } from '../src/diagnostics/internal-errors.ts';
import { source } from '../src/diagnostics/source.ts';
import { folderWith } from './folder.ts';

/*
 * A bug that throws costs the entry that it happens in. Each stage has a function here that throws for the entry "bad".
 */

const state = { stage: '' };

/** Wraps a function so that it throws in one stage if its arguments contain the entry. */
function failing<Args extends readonly unknown[], Result>(
	stage: string,
	original: (...args: Args) => Result,
	isBad: (...args: Args) => boolean,
): (...args: Args) => Result {
	return (...args) => {
		if (state.stage === stage && isBad(...args)) throw new TypeError('pattern.test is not a function\n  at');
		return original(...args);
	};
}

// Test files share their modules, so this one loads its own.
vi.resetModules();
vi.doMock(import('../src/library/read-entry.ts'), async (load) => {
	const { readEntry } = await load();
	return { readEntry: failing('reading an entry', readEntry, ({ text }) => text.includes('{bad')) };
});
vi.doMock(import('../src/library/inheritance/inheritance.ts'), async (load) => {
	const module = await load();
	return { ...module, inheritFrom: failing('inheriting fields', module.inheritFrom, ({ key }) => key === 'last') };
});
vi.doMock(import('../src/publications/languages.ts'), async (load) => {
	const module = await load();
	return { ...module, readLanguages: failing('normalizing', module.readLanguages, ({ key }) => key === 'bad') };
});
vi.doMock(import('../src/people/has-name.ts'), async (load) => {
	const module = await load();
	const isBad = ({ annotations }: Parameters<typeof module.isNamed>[0]) => annotations.includes('equal');
	return { ...module, isNamed: failing('comparing names', module.isNamed, isBad) };
});
vi.doMock(import('../src/people/mark-annotations.ts'), async (load) => {
	const module = await load();
	return { ...module, markOf: failing('marking names', module.markOf, (annotation) => annotation === 'equal') };
});
vi.doMock(import('../src/lists/selector.ts'), async (load) => {
	const module = await load();
	return { ...module, matches: failing('selecting', module.matches, (_, { key }) => key === 'bad') };
});
vi.doMock(import('../src/lists/publication-date.ts'), async (load) => {
	const module = await load();
	return { ...module, publicationYear: failing('sorting', module.publicationYear, ({ key }) => key === 'bad') };
});
vi.doMock(import('../src/library/published-bibtex.ts'), async (load) => {
	const module = await load();
	return {
		...module,
		publishedBlocks: failing('rendering an entry', module.publishedBlocks, ({ key }) => key === 'bad'),
	};
});
vi.doMock(import('../src/render/documents/list-data.ts'), async (load) => {
	const { listData } = await load();
	const isBad = (items: Parameters<typeof listData>[1]) => items.some(({ view }) => view.key === 'bad');
	return { listData: failing('writing a page', listData, (_, items) => isBad(items)) };
});
vi.doMock(import('../src/checks/entities.ts'), async (load) => {
	const { entities } = await load();
	return {
		entities: failing('checking', entities, ({ publications }) => publications.some(({ key }) => key === 'bad')),
	};
});

const { build } = await import('../src/build.ts');
const { loadProject } = await import('../src/project/project.ts');
afterAll(() => vi.resetModules());

const entry = (key: string, more = '') =>
	`@article{${key}, title = {Work ${key}}, author = {Noether, Emmy}, journal = {Annals}, year = 1918${more}}\n`;
const bad = entry('bad', ', author+an = {1=equal}, crossref = {last}');
const bib = `${entry('first')}${bad}${entry('last')}`;
const config = `
library: papers.bib
outputs: [list.html, list.md]
lists: {all: {where: {or: [{person: Emmy Noether}, {type: article}]}, group-by: year}}
`;
const stages = [
	...['reading an entry', 'inheriting fields', 'normalizing', 'marking names', 'selecting', 'sorting'],
	...['rendering an entry', 'writing a page', 'comparing names', 'checking'],
];

describe('An exception', () => {
	beforeEach(() => {
		state.stage = '';
	});

	it.each(stages)('while %s costs one entry, and the next build has it again', (stage) => {
		const project = loadProject(null, folderWith({ 'papers.bib': bib, 'bibfolio.yaml': config }), {}, ({ message }) =>
			expect.fail(message),
		);
		if (!project) return expect.fail('no project');
		const messages = (diagnostics: readonly Diagnostic[]) =>
			diagnostics.filter(({ code }) => code === 'internal/error').map(({ message }) => message);
		const shown = (key: string) => (result: ReturnType<typeof build>) =>
			result.outputs.map(({ contents }) => contents.includes(`Work ${key}`));

		state.stage = stage;
		const result = build(project, { checks: true });
		const subject = stage === 'reading an entry' ? 'an entry' : 'bad';
		expect(new Set(messages(result.diagnostics))).toEqual(
			new Set([
				`Internal error in ${subject}, which is skipped (this is a bug in Bibfolio): pattern.test is not a function`,
			]),
		);
		const span = result.diagnostics.find(({ code }) => code === 'internal/error')?.span;
		expect(span?.source.path).toBe('papers.bib');
		expect(result.stops).toBe(null);
		expect(shown('first')(result)).toEqual([true, true]);
		expect(shown('last')(result)).toEqual([true, true]);
		if (stage !== 'checking' && stage !== 'writing a page') expect(shown('bad')(result)[0]).toBe(false);

		state.stage = '';
		const next = build(project, { checks: true });
		expect(messages(next.diagnostics)).toEqual([]);
		for (const key of ['first', 'bad', 'last']) expect(shown(key)(next)).toEqual([true, true]);
	});

	it('is thrown again for BIBFOLIO_DEBUG, with its stack trace', () => {
		const project = loadProject(null, folderWith({ 'papers.bib': bib, 'bibfolio.yaml': config }), {}, () => {});
		vi.stubEnv('BIBFOLIO_DEBUG', '1');
		state.stage = 'normalizing';
		expect(() => project && build(project)).toThrow('pattern.test');
		vi.unstubAllEnvs();
	});
});

describe('attemptAll', () => {
	const file = source('papers.bib', '');
	const subject = (item: number) => ({ key: `k${item}`, keySpan: { source: file, start: 0, end: 0 } });
	/** The result for a step that throws if a test of its items is true, the keys in its messages, and the number of runs. */
	function run(size: number, fails: (items: readonly number[]) => boolean) {
		const reported: Diagnostic[] = [];
		let runs = 0;
		const items = Array.from({ length: size }, (_, index) => index);
		const result = attemptAll(
			items,
			subject,
			(problem) => reported.push(problem),
			(part) => {
				runs++;
				if (fails(part)) throw new Error('bug');
				return part;
			},
		);
		return { result, keys: reported.map(({ message }) => /in (k\d+),/.exec(message)?.[1]), runs };
	}

	it('runs a step once if it does not throw', () => {
		expect(run(1000, () => false).runs).toBe(1);
	});

	it('finds the items that a step throws for in a few runs', () => {
		const { result, keys, runs } = run(10_000, (items) => items.includes(1234) || items.includes(9999));
		expect(result).toHaveLength(9998);
		expect(keys).toEqual(['k1234', 'k9999']);
		expect(runs).toBeLessThan(80);
	});

	it('drops one of two items that fail only together', () => {
		const { result, keys } = run(100, (items) => items.includes(3) && items.includes(80));
		expect(result).toHaveLength(99);
		expect(keys).toEqual(['k80']);
	});

	it('throws if a step fails without items, or for each of them', () => {
		expect(() => run(10, () => true)).toThrow('bug');
		expect(() => run(10, (items) => items.length > 0)).toThrow('bug');
	});
});
