import { describe, expect, it } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { unknownPlace } from '../../src/render/documents/place.ts';
import { loadTemplates } from '../../src/render/engine/templates.ts';
import { renderFiles } from '../../src/render/render.ts';
import { listOf, locale } from './library.ts';

const entry = (key: string, fields: string) =>
	`@article{${key}, title = {T ${key}}, journal = {J}, year = {2000}, ${fields}}`;
const bib = [
	entry('a', 'preview = {https://tracker.example/a.png}'),
	entry('b', 'thumbnail = {//tracker.example/b.png}'),
	entry('c', 'preview = {img/c.png}'),
	entry('d', 'preview = {https://allowed.example/d.png}'),
	entry('e', 'abstract = {<img src="https://tracker.example/e.png"> ![x](https://tracker.example/e.png)}'),
	entry(
		'f',
		'note = {\\includegraphics{https://tracker.example/f.png} $\\includegraphics{https://tracker.example/f.png}$}',
	),
].join('\n');

/** All files of a format, without the BibTeX of the entries. */
function files(name: string, imageHosts: readonly string[]): string {
	const format = formats[name] ?? expect.fail('no format');
	const fail = ({ message }: { message: string }) => expect.fail(message);
	const place = { ...unknownPlace, url: 'https://site.example/x', page: 'https://site.example/x' };
	const target = { format, locale: locale(), headingLevel: 2, title: null, options: {}, place };
	const context = {
		templates: loadTemplates(null, fail),
		links: [],
		privateFields: ['preview', 'thumbnail', 'abstract', 'note'],
		imageHosts,
	};
	const rendered = renderFiles(listOf(bib), { ...target, frontMatter: null }, context, fail) ?? [];
	return rendered.map(({ contents }) => String(contents)).join('\n');
}

/** Elements with a resource that a browser loads from another host. */
const remote =
	/<(?:img|image|iframe|video|audio|source|script|embed|object|link rel="?(?:stylesheet|preload|icon))\b[^<>]*?\b(?:src|srcset|href|data|poster)="?\s*(?:https?:)?\/\/[^<>]*/gi;

/** How formats write the HTML that they contain. */
const decoders: Readonly<Record<string, (text: string) => string>> = {
	atom: (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"'),
	json: (text) => JSON.stringify(JSON.parse(text)).replaceAll('\\"', '"'),
	embed: (text) => text.replace(/\\u003c/gi, '<').replaceAll('\\"', '"'),
};

const htmlFormats = ['html', 'html-page', 'atom', 'json', 'embed', 'works', 'markdown'];

describe('An output', () => {
	it.each(htmlFormats)('in %s loads nothing from hosts that are not allowed', (name) => {
		const text = (decoders[name] ?? ((html: string) => html))(files(name, []));
		expect([...text.matchAll(remote)].map(([element]) => element)).toEqual([]);
		expect(text).not.toContain('allowed.example');
	});

	it.each(htmlFormats.filter((name) => name !== 'markdown'))(
		'in %s shows images of the site and of allowed hosts',
		(name) => {
			const text = files(name, ['allowed.example']);
			expect(text).toContain('img/c.png');
			expect(text).toContain('https://allowed.example/d.png');
			expect(text).not.toMatch(/tracker\.example\/[ab]\.png/);
		},
	);

	it('is searched by a pattern that finds allowed images', () => {
		for (const name of htmlFormats.filter((name) => name !== 'markdown')) {
			const text = (decoders[name] ?? ((html: string) => html))(files(name, ['allowed.example']));
			expect([name, [...text.matchAll(remote)].length > 0]).toEqual([name, true]);
		}
	});

	it.each(['html-page', 'works', 'embed'])('in %s has a policy for images', (name) => {
		const policy = (hosts: string[]) =>
			new Set([...files(name, hosts).matchAll(/img-src ([^;]*)/g)].map(([, sources]) => sources));
		expect([...policy([])]).toEqual(["'self' data:"]);
		expect([...policy(['allowed.example'])]).toEqual(["'self' data: https://allowed.example http://allowed.example"]);
	});
});
