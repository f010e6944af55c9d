import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { source } from '../../src/diagnostics/source.ts';
import { replacedText } from '../../src/editing/replacements.ts';
import { addIgnoredWorks } from '../../src/project/add-ignored-works.ts';
import { type IgnoredRow, ignoredWork, readIgnoredRows } from '../../src/project/ignored-works.ts';

const file = (text: string) => source('ignored-works.yaml', text);

function read(text: string): { rows: readonly IgnoredRow[] | null; problems: string[] } {
	const problems: Diagnostic[] = [];
	const rows = readIgnoredRows(file(text), (problem) => problems.push(problem));
	return { rows, problems: problems.map(({ message, hint }) => [message, hint].filter(Boolean).join('. ')) };
}

function added(text: string, ...rows: IgnoredRow[]): string {
	return replacedText(text, addIgnoredWorks(file(text), rows, () => {}) ?? expect.fail('not added'));
}

const menabrea: IgnoredRow = {
	doi: '10.1000/menabrea',
	title: 'Sketch of the Engine',
	year: 1843,
	person: 'ada',
	why: 'ignore',
};
const cows: IgnoredRow = { arxiv: '1706.03762', title: 'Cows', year: 2017, person: 'ada', why: 'not mine' };
const zebras: IgnoredRow = { record: 'dblp:conf/x/Z', title: 'Zebras: a study', person: 'bob', why: 'not mine' };

describe('the file of ignored works', () => {
	it('is created with a comment, one line for each value, sorted by person and title', () => {
		expect(
			added('', zebras, menabrea, cows),
		).toBe(`# Works that bibfolio sync does not propose. Delete an entry to be asked again.
#   not mine   a work of another person with the name of the person
#   ignore     a work that does not belong in the library

- arxiv: "1706.03762"
  title: Cows
  year: 2017
  person: ada
  why: not mine
- doi: 10.1000/menabrea
  title: Sketch of the Engine
  year: 1843
  person: ada
  why: ignore
- record: dblp:conf/x/Z
  title: "Zebras: a study"
  person: bob
  why: not mine
`);
	});

	it('keeps comments, blank lines, indentation and the order of the user', () => {
		const text = `# Mine.

  # Not a sketch.
  - {title: Sketch, why: ignore, person: ada} # yes
  - doi: 10.1000/b   # the second

    why: 'not mine'
# The end.
`;
		expect(added(text, cows, zebras)).toBe(`# Mine.

  - arxiv: "1706.03762"
    title: Cows
    year: 2017
    person: ada
    why: not mine
  # Not a sketch.
  - {title: Sketch, why: ignore, person: ada} # yes
  - doi: 10.1000/b   # the second

    why: 'not mine'
  - record: dblp:conf/x/Z
    title: "Zebras: a study"
    person: bob
    why: not mine
# The end.
`);
	});

	it.each([
		['without a line end', '- title: A\n  why: ignore', '- title: A\n  why: ignore\n- title: Cows\n  why: ignore'],
		[
			'with Windows line ends',
			'- title: A\r\n  why: ignore\r\n',
			'- title: A\r\n  why: ignore\r\n- title: Cows\r\n  why: ignore\r\n',
		],
		['with comments only', '# none\n', '# none\n- title: Cows\n  why: ignore\n'],
		['with an empty list', '# none\n[]\n# end\n', '# none\n- title: Cows\n  why: ignore\n# end\n'],
	])('is extended %s', (_, text, expected) => {
		expect(added(text, { title: 'Cows', why: 'ignore' })).toBe(expected);
	});

	it('does not get an entry twice', () => {
		const once = added('', cows, cows);
		expect(added(once, cows)).toBe(once);
	});

	it('is refused in a form that cannot be extended', () => {
		const problems: Diagnostic[] = [];
		expect(addIgnoredWorks(file('[{title: A, why: ignore}]\n'), [cows], (problem) => problems.push(problem))).toBe(
			null,
		);
		expect(problems.map(({ code }) => code)).toEqual(['edit/unwritable']);
	});

	it('keeps every byte and every entry, and reads what was added', () => {
		const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((value) => value.trim() !== '');
		const anyRow: fc.Arbitrary<IgnoredRow> = fc.record(
			{
				title: text,
				year: fc.integer({ min: 1000, max: 3000 }),
				doi: text,
				person: text,
				why: fc.constantFrom('ignore' as const, 'not mine' as const),
			},
			{ requiredKeys: ['title', 'why'] },
		);
		const rows = fc.array(anyRow, { maxLength: 4 });
		const comment = fc.constantFrom('# a\n', '\n', '# - b: c\n\n', '');
		fc.assert(
			fc.property(rows, rows, comment, comment, (first, second, top, bottom) => {
				const before = `${top}${added('', ...first)}${bottom}`;
				const insertions = addIgnoredWorks(file(before), second, () => {}) ?? expect.fail('not added');
				const after = replacedText(before, insertions);
				// An insertion removes nothing.
				if (read(before).rows?.length) expect(insertions.every(({ start, end }) => start === end)).toBe(true);
				const merged = read(after).rows ?? expect.fail(after);
				expect(new Set(merged.map((row) => JSON.stringify(row)))).toEqual(
					new Set([...(read(before).rows ?? []), ...second].map((row) => JSON.stringify(inOrder(row)))),
				);
			}),
			{ numRuns: 200 },
		);
	});

	it.each([
		['title: A', 'Expected a list of works. Begin each work with "- ", as in "- doi: 10.1000/182"'],
		['- why: ignore', 'Expected an identifier or a title. Add "doi", "arxiv", "pmid", "record" or "title"'],
		['- title: A', 'Missing key "why"'],
		['- title: A\n  why: mine', 'Expected one of not mine, ignore in why, found "mine"'],
		['- titel: A\n  why: ignore', 'Unknown key "titel". Did you mean "title"?'],
		['- doi: 10\n  why: ignore', 'Expected text or a list in doi, found 10'],
	])('is refused with an explanation: %j', (text, problem) => {
		const { rows, problems } = read(text);
		expect(rows).toBe(null);
		expect(problems).toEqual([problem]);
	});

	it('takes identifiers in any common form', () => {
		const [row] =
			read(
				'- doi: https://doi.org/10.1000/ABC\n  arxiv: arXiv:1706.03762v2\n  pmid: 123\n  person: [ada, bob]\n  why: not mine\n',
			).rows ?? [];
		expect(row && ignoredWork(row)).toEqual({
			doi: ['10.1000/abc'],
			arxiv: ['1706.03762'],
			pmid: ['123'],
			records: [],
			title: '',
			year: null,
			people: ['ada', 'bob'],
			reason: 'not mine',
		});
		expect(ignoredWork(menabrea).people).toEqual([]);
	});
});

function inOrder({ doi, title, year, person, why }: IgnoredRow): object {
	return { doi, title, year, person, why };
}
