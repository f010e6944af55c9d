import { decodeHTML } from 'entities';
import { expect, it } from 'vitest';
import type { Format } from '../../src/formats/format.ts';
import { formatIn } from '../../src/formats/index.ts';
import type { RichText, Wrapping } from '../../src/latex/rich-text.ts';
import { anyTexts } from './any-text.ts';
import { visible } from './markdown-lists.ts';

const context = { quotes: [['“', '”'] as const, ['‘', '’'] as const] };
const address = 'https://example.org/a_b';

/** Where a text may stand: its block of Markdown, and what is around it. */
type Place = readonly [name: string, write: (text: string, format: Format) => string, before: string, after: string];

const places: readonly Place[] = [
	['in a line', (text, { text: asText }) => `x ${asText(text)} x`, 'x ', ' x'],
	['that begins a paragraph', (text, { text: asText }) => asText(text), '', ''],
	['that begins a line', (text, { text: asText }) => `x  \n${asText(text)}`, 'x ', ''],
	['in a heading', (text, { text: asText }) => `## ${asText(text)}`, '', ''],
	['in an item', (text, { text: asText }) => `7. ${asText(text)}`, '', ''],
	["in a link's text", (text, { text: asText, link }) => `x ${link(address, asText(text))} x`, 'x ', ' x'],
	['in emphasis', (text, { inline }) => `x ${inline(marked('emphasis', text), context)} x`, 'x ', ' x'],
	['after a name', (text, { inline }) => `**Doe** x${inline(continued(text), context)}`, 'Doe x', ''],
	['in code', (text, { inline }) => `x ${inline(marked('code', text), context)} x`, 'x ', ' x'],
];

function marked(type: Wrapping, text: string): RichText {
	return [{ type, children: [{ type: 'text', value: text }] }];
}

function continued(text: string): RichText {
	return [{ type: 'text', value: text, continues: true }];
}

/** Tests that a reader of a flavour's Markdown, whose HTML `read` gives, shows any text to the letter, wherever it stands. */
export function itGivesAnyTextBack(flavour: string, read: (markdown: string) => string | Promise<string>): void {
	const format = formatIn('markdown', flavour) as Format;
	const seen = (words: string) => visible(words, flavour);
	it.each(places.map((place, at) => [...place, anyTexts.slice(at * 140, at * 140 + 500)] as const))(
		'gives any text back to the letter, %s',
		async (_, write, before, after, texts) => {
			const html = await read(texts.map((text) => `MARK\n\n${write(text, format)}`).join('\n\n'));
			const got = decodeHTML(html.replace(/<[^<>]*>/g, ''))
				.split('MARK')
				.slice(1)
				.map(seen);
			const wrong = texts.flatMap((text, at) => {
				const wanted = seen(before + text + after);
				return got[at] === wanted ? [] : [{ wanted, got: got[at], written: write(text, format) }];
			});
			expect(wrong).toEqual([]);
		},
	);
}
