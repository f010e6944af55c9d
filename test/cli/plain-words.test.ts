import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operandOf } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands/index.ts';
import { parsedWords } from '../../src/cli/parser.ts';
import { type Chosen, plainWords } from '../../src/cli/plain-words.ts';

const names = commands.map(({ command }) => command.name);
const options = commands.flatMap(({ command }) => Object.keys(command.options).map((name) => `--${name}`));
const odd = [
	...['true', 'false', 'help', 'completion', 'constructor', '--constructor', '--__proto__', '--no-color'],
	...[
		'--help',
		'-h',
		'--version',
		'--out=a',
		'-o',
		'--',
		'-',
		'',
		'"a"',
		"'b'",
		'a"',
		'5',
		'up',
		'a=b',
		'ü.bib',
		'<stdin>',
	],
];
const word = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(...options) },
	{ weight: 3, arbitrary: fc.constantFrom('a.bib', 'b.bib', 'out', 'html,markdown', 'year>=2020') },
	fc.constantFrom(...odd),
	fc.constantFrom(...names),
	fc.string(),
);
const call = fc
	.tuple(fc.constantFrom(...names, 'a.bib'), fc.array(word, { maxLength: 6 }))
	.map((words) => words.flat());

/** What a command is given: options and files, none of them empty. */
function given({ row, values }: Chosen) {
	const { _: more, $0: _script, [operandOf(row.command)]: files = [], ...named } = values;
	const [, ...rest] = more as string[];
	const told = Object.entries(named).filter(([, value]) => value !== undefined);
	return { command: row.command.name, named: Object.fromEntries(told), files: [...(files as string[]), ...rest] };
}

describe('plain words', () => {
	it.each([
		[['build', 'a.bib', '--out', 'site'], { command: 'build', named: { out: 'site' }, files: ['a.bib'] }],
		[['a.bib', '--strict', 'b.bib'], { command: 'build', named: { strict: true }, files: ['a.bib', 'b.bib'] }],
		[
			['build', '--highlight', 'A', '--highlight', 'B'],
			{ command: 'build', named: { highlight: ['A', 'B'] }, files: [] },
		],
		[[], { command: 'build', named: {}, files: [] }],
	])('%j are read as they stand', (words, expected) => {
		const chosen = plainWords(words);
		expect(chosen && given(chosen)).toEqual(expected);
	});

	it.each([
		[['build', '-o', 'site']],
		[['build', '--out=site']],
		[['build', '--out']],
		[['build', '--out', 'a', '--out', 'b']],
		[['build', '--number', 'sideways']],
		[['build', '--strict', 'false']],
		[['build', '--hlep']],
		[['--quiet', 'check']],
		[['build', '--', '-a.bib']],
		[['eject', '--templates', 'mine']],
	])('%j are left to all rules', (words) => {
		expect(plainWords(words)).toBe(null);
	});

	it('mean what they mean by all rules', async () => {
		let plain = 0;
		await fc.assert(
			fc.asyncProperty(call, async (words) => {
				const chosen = plainWords(words);
				if (!chosen) return;
				plain++;
				const parsed = await parsedWords(words);
				expect(parsed && given(parsed)).toEqual(given(chosen));
			}),
			{ numRuns: 300 },
		);
		expect(plain).toBeGreaterThan(20);
	});
});
