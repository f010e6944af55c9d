import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import type { Format } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/index.ts';
import { anyTexts, shown } from '../engines/any-text.ts';
import { hostileEntries, hostileTitles } from '../engines/hostile.ts';
import { quotedTitle } from '../engines/quoted-title.ts';
import { buildRecord } from '../engines/record.ts';
import { listOf, rendered } from '../render/library.ts';
import { describeWith } from '../tools.ts';

interface Compiler {
	html(source: { mainFileContent: string }): string | null;
	pdf(source: { mainFileContent: string }): Buffer;
}

/** Typst itself, as a module of Node. */
function compiler(): Compiler {
	const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');
	return NodeCompiler.create();
}

describeWith('npm:@myriaddreamin/typst-ts-node-compiler')('Typst', () => {
	/** The visible text, one line per paragraph, item and line break. */
	function words(markup: string): string[] {
		const html = compiler().html({ mainFileContent: markup });
		expect(html).not.toBe(null);
		return (html ?? '')
			.replace(/<(?:br|\/p|\/li|\/h\d)[^<>]*>/g, '\n')
			.replace(/<[^<>]*>/g, '')
			.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot));/gi, (_, figures, hex, name: string) =>
				name
					? ({ amp: '&', lt: '<', gt: '>', quot: '"' }[name] ?? '')
					: String.fromCodePoint(figures ? Number(figures) : Number.parseInt(hex, 16)),
			)
			.split('\n')
			.map((line) => line.trim());
	}

	it('compiles the record with every title', () => {
		const { lists } = buildRecord();
		const [list] = lists;
		const lines = words((list && rendered(list, 'typst')) ?? '').join('\n');
		for (const { publication } of list?.items ?? [])
			expect(lines).toContain(shown(quotedTitle(publication.title).slice(1, -1)));
	});

	it('compiles a hostile library to a PDF that shows every title exactly', () => {
		const list = listOf(hostileTitles() + hostileEntries());
		const markup = rendered(list, 'typst') ?? '';
		expect(compiler().pdf({ mainFileContent: markup }).subarray(0, 5).toString()).toBe('%PDF-');
		const lines = new Set(words(markup).map((line) => line.replace(/\s+/g, ' ').replace(/\.$/, '')));
		const missing = list.items
			.filter(({ publication }) => publication.key.startsWith('hostile'))
			.map(({ publication }) => shown(quotedTitle(publication.title)).replace(/\.$/, ''))
			.filter((title) => !lines.has(title) && !lines.has(title.replace('“ ', '“').replace(' ”', '”')));
		expect(missing).toEqual([]);
	});

	const { text, inline, link } = formats['typst'] as Format;
	const emphasis = (value: string) =>
		inline([{ type: 'emphasis', children: [{ type: 'text', value }] }], { quotes: [['“', '”']] });

	it.each<[string, (value: string) => string, string, string]>([
		['in a line', (value) => `x ${text(value)} x`, 'x ', ' x'],
		['that begins a paragraph', text, '', ''],
		['that begins a line', (value) => `x #linebreak();${text(value)}`, 'x ', ''],
		['in a heading', (value) => `== ${text(value)}`, '', ''],
		['in an item', (value) => `7. ${text(value)}`, '', ''],
		["in a link's text", (value) => `x ${link('https://example.org/', text(value))} x`, 'x ', ' x'],
		['in emphasis', (value) => `x ${emphasis(value)} x`, 'x ', ' x'],
	])('gives any text back to the letter, %s', (_, write, before, after) => {
		const texts = anyTexts.slice(0, 500);
		const read = words(texts.map((value) => `MARK\n\n${write(value)}`).join('\n\n'))
			.join(' ')
			.split('MARK')
			.slice(1);
		const got = read.map(shown);
		const wrong = texts.flatMap((value, at) => {
			const wanted = shown(before + value + after);
			return got[at] === wanted ? [] : [{ wanted, got: got[at], written: write(value) }];
		});
		expect(wrong).toEqual([]);
	});
});
