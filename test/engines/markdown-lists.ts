import { decodeHTML } from 'entities';
import { expect, it } from 'vitest';
import type { Format } from '../../src/formats/format.ts';
import { formatIn } from '../../src/formats/index.ts';
import type { ListSpec, PublicationList } from '../../src/lists/list.ts';
import type { RenderTarget } from '../../src/render/render.ts';
import { listOf, rendered } from '../render/library.ts';
import { shown } from './any-text.ts';
import { hostileEntries, hostileTitles } from './hostile.ts';
import { quotedTitle } from './quoted-title.ts';

type Read = (markdown: string) => string | Promise<string>;

const spec = { title: 'Papers', number: { order: 'up', scope: 'list', prefix: '', start: 5 } } as const;
const hostile = listOf(hostileTitles() + hostileEntries(), spec);

const textOf = (html: string) => decodeHTML(html.replace(/<(?:br|\/li|\/p)\b[^<>]*>/g, ' ').replace(/<[^<>]*>/g, ''));
const blocksOf = (html: string) =>
	[...html.matchAll(/<pre\b[^>]*>([\s\S]*?)<\/pre>/g)].map(([, block = '']) => textOf(block).trim());
/** Addresses as a server sees them: what may be percent-encoded or not is not. */
const linksOf = (html: string) =>
	[...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)]
		.map(([, href = '']) => decodeHTML(href))
		.filter((href) => /^https?:/.test(href) && URL.canParse(href))
		.map((href) =>
			new URL(href).href.replace(/%([2-7][\dA-F])/gi, (_, code) => String.fromCharCode(parseInt(code, 16))),
		)
		.sort();

/**
 * Tests that a reader of a flavour's Markdown shows a list with all that is in it: titles, source, addresses, numbers.
 *
 * @param findsAddresses in text that is shown, whatever is escaped in it
 */
export function itShowsLists(flavour: string, read: Read, findsAddresses = false): void {
	const format = formatIn('markdown', flavour) as Format;
	const page = async (list: PublicationList, options: RenderTarget['options']) =>
		read(rendered(list, 'markdown', { format, options }) ?? '');
	let whole: Promise<string> | null = null;
	/** Everything there is of the hostile library, read once. */
	const all = () => (whole ??= page(hostile, { bibtex: true, abstract: true }));

	it('shows every title of a hostile library exactly', async () => {
		const seen = visible(textOf(await all()), flavour);
		const titles = hostile.items
			.filter(({ publication }) => publication.key.startsWith('hostile'))
			.map(({ publication }) => visible(shown(quotedTitle(publication.title)).replace(/\.?”$/, ''), flavour));
		expect(titles.filter((title) => !seen.includes(title))).toEqual([]);
	});

	it('shows the BibTeX of every entry unchanged', async () => {
		// What a site's engine would see something in is parted by a blank.
		const parted = (block: string) => block.replace(/\{ (?=\{[<%]|%)/g, '{').replace(/\t/g, '    ');
		const wanted = blocksOf(rendered(hostile, 'html') ?? '').map(parted);
		expect(wanted.length).toBeGreaterThan(100);
		expect(blocksOf(await all()).map(parted)).toEqual(wanted);
	});

	it(`links to every address${findsAddresses ? '' : ', and to no other'}`, async () => {
		const wanted = linksOf(rendered(hostile, 'html', { options: { abstract: true } }) ?? '');
		const found = linksOf(await page(hostile, { abstract: true }));
		expect(findsAddresses ? found.filter((link) => wanted.includes(link)) : found).toEqual(wanted);
	});

	it('numbers a list from its first number through all sections', async () => {
		const list = listOf(papers, spec);
		expect(numbersOf(await page(list, {}))).toEqual(
			list.items.map(({ publication }, at) => `${at + 5} ${publication.key}`),
		);
	});

	it.each<[string, ListSpec['number'], readonly string[]]>([
		['down', { order: 'down', scope: 'list', prefix: '', start: 1 }, ['4', '3', '2', '1']],
		['with a prefix', { order: 'up', scope: 'section', prefix: 'J', start: 1 }, ['J1', 'J2', 'J1', 'J2']],
	])('numbers a list %s in words', async (_, number, numbers) => {
		const seen = visible(textOf(await page(listOf(papers, { ...spec, number }), {})), flavour);
		expect([...seen.matchAll(/(\w+)\. [^.]*\. “?Title of/g)].map(([, label]) => label)).toEqual(numbers);
	});
}

const papers = ['article', 'article', 'book', 'book']
	.map(
		(type, at) =>
			`@${type}{k${at}, author = {Noether, Emmy}, title = {Title of k${at}}, journal = {J}, year = ${2020 - at}}`,
	)
	.join('\n');

/** '5 k0': the numbers of ordered lists, as a browser counts, and the works that have them. */
function numbersOf(html: string): string[] {
	return [...html.matchAll(/<ol\b([^>]*)>([\s\S]*?)<\/ol>/g)].flatMap(([, attributes = '', items = '']) => {
		const start = Number(/start="(\d+)"/.exec(attributes)?.[1] ?? 1);
		return [...items.matchAll(/Title of (k\d)/g)].map(([, key], at) => `${start + at} ${key}`);
	});
}

/** Pandoc's HTML asks for arrows that are no emoji, and GitHub's flavour leaves an apostrophe in a word to typographers. */
export function visible(words: string, flavour: string): string {
	const plain = shown(words.replace(/\ufe0e/g, '').normalize('NFC'));
	return flavour === 'gfm' ? plain.replace(/(?<=\p{L})’(?=\p{L})/gu, "'") : plain;
}
