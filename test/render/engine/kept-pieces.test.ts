import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { source } from '../../../src/diagnostics/source.ts';
import { finish, finishing } from '../../../src/formats/finish-file.ts';
import { formats } from '../../../src/formats/index.ts';
import { readUserCommands } from '../../../src/latex/commands/user-commands.ts';
import { libraryReader } from '../../../src/library/read-library.ts';
import { defaultList } from '../../../src/lists/defaults.ts';
import { group } from '../../../src/lists/group.ts';
import type { PublicationList } from '../../../src/lists/list.ts';
import { highlight } from '../../../src/people/highlight.ts';
import { publicationOf } from '../../../src/publications/normalize.ts';
import { keptPieces } from '../../../src/render/engine/kept-pieces.ts';
import { LastingView, type LoneBlock } from '../../../src/render/engine/template-runtime.ts';
import { loadTemplates } from '../../../src/render/engine/templates.ts';
import { EncodedText } from '../../../src/text/encoded.ts';
import { rendered } from '../library.ts';

class Line extends LastingView {
	readonly text: string;
	constructor(text: string) {
		super();
		this.text = text;
	}
}

/** Some lines of a file and what stands around them. */
interface Stretch {
	readonly before: string;
	readonly lines: readonly Line[];
}

/** A file of lines that a block wrote, and how many of them it wrote anew. */
function written(name: string, block: LoneBlock, file: readonly Stretch[], length: number) {
	const format = formats[name] ?? expect.fail('no format');
	const parts: Uint8Array[] = [];
	const finished = finishing(format, (part) => parts.push(part));
	const { add, addViews } = keptPieces(format, finished, length);
	let anew = 0;
	for (const { before, lines } of file) {
		add(before);
		addViews?.(lines, block, (line) => {
			anew++;
			return (line as Line).text;
		});
	}
	finished.end();
	const whole = file.map(({ before, lines }) => before + lines.map(({ text }) => text).join('')).join('');
	return { text: String(new EncodedText(parts)), whole: finish(format, whole), anew };
}

describe('pieces that are kept', () => {
	const words = fc.constantFrom('\n', '\n', ' ', '\t', '\r\n', 'a', '<p>', '1.', '% note', '\\bibfoliolink{a}{b}', '—');
	const line = fc.string({ unit: words, maxLength: 8 }).map((text) => new Line(text));
	const pool = fc.array(line, { minLength: 1, maxLength: 30 });
	const places = fc.uniqueArray(fc.nat(29), { maxLength: 30, comparator: 'SameValue' });
	const files = fc.array(fc.tuple(fc.string({ unit: words, maxLength: 4 }), fc.nat(30), places), { maxLength: 8 });

	it.each(['html', 'markdown', 'latex', 'latex-document', 'text', 'typst'])(
		'give the same file as a whole one: %s',
		(name) => {
			fc.assert(
				fc.property(pool, files, fc.nat(40), (lines, states, length) => {
					const block = () => {};
					for (const [before, cut, order] of states) {
						const shown = order.flatMap((place) => lines[place] ?? []);
						const file = [
							{ before, lines: shown.slice(0, cut) },
							{ before: '', lines: shown.slice(cut) },
						];
						const { text, whole } = written(name, block, file, length);
						expect(text).toBe(whole);
					}
				}),
				{ numRuns: 300 },
			);
		},
	);

	const lines = Array.from({ length: 100 }, (_, index) => new Line(`line ${String(index).padStart(2, '0')}\n`));

	it('are written again where a line is another, and no more', () => {
		const block = () => {};
		const changed = lines.with(50, new Line('line fifty\n'));
		const without = changed.toSpliced(20, 1);
		const inserted = without.toSpliced(70, 0, new Line('one more\n'));
		// A line alone has nothing within that could be kept: the last one is such a line.
		const anew = [lines, lines, changed, without, inserted, inserted].map(
			(lines) => written('markdown', block, [{ before: '', lines }], 80).anew,
		);
		expect(anew).toEqual([100, 0, 10, 9, 11, 1]);
	});

	it('are those of one block', () => {
		const file = [{ before: '', lines }];
		const first = () => {};
		expect(written('markdown', first, file, 80).anew).toBe(100);
		expect(written('markdown', () => {}, file, 80).anew).toBe(100);
		expect(written('markdown', first, file, 80).anew).toBe(0);
	});
});

describe('a list that is rendered again', () => {
	const reading = { commands: readUserCommands([], {}), venues: [], links: [] };
	const spec = { ...defaultList, groupBy: ['year'] };
	const nobody = { people: [], peopleSelectors: new Map() };
	const readLibrary = libraryReader();

	function listOf(bib: string): PublicationList {
		const library = readLibrary([source('test.bib', bib)], () => {});
		const publications = library.entries.map((entry) => publicationOf(entry, reading, () => {}));
		return group(
			spec,
			highlight(publications, nobody, () => {}),
			() => {},
		);
	}

	const entry = fc.record({
		key: fc.nat(6),
		year: fc.constantFrom(1967, 1968),
		title: fc.constantFrom('Pulsars', 'Ωmega ệ'),
	});
	const states = fc.array(fc.array(entry, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 5 });
	const bibOf = (entries: readonly { key: number; year: number; title: string }[]) =>
		entries
			.map(({ key, year, title }) => `@article{k${key}, title = {${title}}, year = ${year}, url = {https://a.org/}}`)
			.join('\n');

	const templates: readonly (readonly [what: string, section: string])[] = [
		['the built-in ones', ''],
		['an index', '{{#each items}}{{@index}} {{entry}}\n{{/each}}{{#each sections}}{{> section}}{{/each}}'],
		[
			'a key by name',
			'{{#each items as |one at|}}{{at}}: {{one.entry}}\n{{/each}}{{#each sections}}{{> section}}{{/each}}',
		],
		[
			'what stands around',
			'{{#each items}}{{../count}} {{../title}} {{entry}}\n{{/each}}{{#each sections}}{{> section}}{{/each}}',
		],
		[
			'nothing around',
			'{{#each items}}\n  {{key}} {{#each work.links}}{{url}}{{../key}}{{/each}}\n{{/each}}\n{{#each sections}}{{> section}}{{/each}}',
		],
		[
			'an option',
			'{{#each items}}{{option "more" "no"}} {{key}} {{number}}\n{{/each}}{{#each sections}}{{> section}}{{/each}}',
		],
		[
			'an item twice',
			'{{#each items}}{{key}}\n{{/each}}{{#each items}}{{> one}}{{/each}}{{#each sections}}{{> section}}{{/each}}',
		],
	];

	test.each(templates)('is what it is when rendered for the first time, with templates that use %s', (_, section) => {
		const folder = mkdtempSync(join(tmpdir(), 'bibfolio-kept-'));
		if (section)
			for (const format of ['html', 'md', 'tex']) writeFileSync(join(folder, `section.${format}.hbs`), section);
		writeFileSync(join(folder, 'one.hbs'), '- {{entry}}\n');
		const own = loadTemplates(folder, () => {});
		rmSync(folder, { recursive: true });
		fc.assert(
			fc.property(states, fc.constantFrom('html', 'html-page', 'markdown', 'latex'), (libraries, format) => {
				for (const [index, entries] of libraries.entries()) {
					const list = listOf(bibOf(entries));
					const target = { options: { more: index % 2 } };
					const told = [true, false].map((again) => {
						const found: string[] = [];
						const context = { templates: own, again, keeps: again };
						const text = rendered(list, format, target, context, ({ message }) => found.push(message));
						return { text, found };
					});
					expect(told[0]).toEqual(told[1]);
				}
			}),
			{ numRuns: 10 },
		);
	});
});
