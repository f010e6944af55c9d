import { describe, expect, it, test } from 'vitest';
import { busy, redirect, status } from '../../sources/behaviours.mjs';
import type { Route } from '../../sources/server.ts';
import { article, checked, crossrefAnswer, entry } from './checking.ts';

const known = { '/crossref/10.1000/x': crossrefAnswer(article()) };

describe('an identifier', () => {
	it('that no service knows is reported with their names', async () => {
		const { messages, asked } = await checked(entry(), {});
		expect(messages).toEqual(['online/unknown-identifier: Unknown DOI 10.1000/x of noether: not found at HOST']);
		expect(new Set(asked)).toEqual(new Set(['/crossref/10.1000/x', '/doi/10.1000/x', '/datacite/10.1000/x']));
	});

	it('of another agency that describes no works is not reported, if its address leads somewhere', async () => {
		const exists: Route = (request, response) =>
			response.writeHead(request.headers.accept?.includes('csl+json') ? 406 : 200).end();
		expect((await checked(entry(), { '/doi/10.1000/x': exists })).messages).toEqual([]);
		const page = status(200, { 'content-type': 'text/html' });
		const { messages } = await checked(entry(), { '/doi/10.1000/x': page });
		expect(messages).toEqual(['online/unavailable: Cannot check 1 work online: HOST sent a web page instead of JSON']);
	});

	it('is asked for once, whatever its case', async () => {
		const library = entry() + entry({ doi: '10.1000/X' }).replace('noether', 'again');
		const { messages, asked } = await checked(library, known);
		expect(messages).toEqual([]);
		expect(asked).toEqual(['/crossref/10.1000/x']);
	});

	it('of a chapter that is inherited from its book is not asked for', async () => {
		const library = `@incollection{a, title = {Ideals}, crossref = {b}}
@book{b, title = {Algebra}, doi = {10.1000/x}}`;
		const { messages, asked } = await checked(library, {
			'/crossref/10.1000/x': crossrefAnswer(article({ type: 'book', title: ['Algebra'] })),
		});
		expect(messages).toEqual([]);
		expect(asked).toEqual(['/crossref/10.1000/x']);
	});

	test.each([
		['eprint = {2301.00001}, eprinttype = {arxiv}', '/arxiv/2301.00001'],
		['doi = {10.48550/arXiv.2301.00001}', '/arxiv/2301.00001'],
		['pmid = {12345}', '/pubmed/12345'],
	])('may also be %s', async (field, path) => {
		const { asked } = await checked(`@article{a, title = {T}, ${field}}`, {});
		expect(asked).toContain(path);
	});
});

describe('a service', () => {
	const works = (count: number) =>
		Array.from({ length: count }, (_, index) =>
			entry({ doi: `10.1000/${index}` }).replace('noether', `w${index}`),
		).join('');

	test.each<[string, Route, string]>([
		['is busy', busy('0'), 'received too many requests (429)'],
		['fails', status(500), 'responded with status 500'],
		['sends garbage', (_, response) => response.writeHead(200).end('\u0000<'), 'not valid JSON'],
		['sends an empty answer', (_, response) => response.writeHead(200).end(''), 'sent an empty answer'],
		['sends another value', (_, response) => response.writeHead(200).end('[3]'), 'unexpected answer'],
	])('that %s is reported once, with the number of works', async (_, behaviour, reason) => {
		const routes = { '/crossref/*': behaviour, '/doi/*': behaviour, '/datacite/*': behaviour };
		const { messages } = await checked(works(3), routes);
		expect(messages).toHaveLength(1);
		expect(messages[0]).toContain('online/unavailable: Cannot check 3 works online: HOST ');
		expect(messages[0]).toContain(reason);
	});

	it('that does not respond is reported, and is not asked for each of many works', async () => {
		const hanging: Route = () => {};
		const { messages, asked } = await checked(
			works(40),
			{ '/crossref/*': hanging, '/doi/*': hanging, '/datacite/*': hanging },
			{ timeout: 50 },
		);
		expect(messages).toEqual(['online/unavailable: Cannot check 40 works online: HOST did not respond within 0.05 s']);
		expect(asked.length).toBeLessThan(40);
	});

	it('that is missing for lack of a network is asked once for a library of 340 works', async () => {
		const asked: string[] = [];
		const addresses = {
			crossref: 'http://crossref.invalid/{}',
			doi: 'http://doi.invalid/{}',
			datacite: 'http://datacite.invalid/{}',
		};
		const { messages, diagnostics } = await checked(
			works(340),
			{},
			{ addresses, onRequest: (host) => asked.push(host) },
		);
		expect(messages).toHaveLength(1);
		expect(diagnostics[0]?.severity).toMatch(/error|warning/);
		expect(asked.length).toBeLessThan(12);
	});

	it('that answers about some works does not hide what it says about the others', async () => {
		const { messages } = await checked(entry({ year: '1912' }) + works(1), {
			...known,
			'/crossref/10.1000/0': status(500),
			'/doi/10.1000/0': status(500),
			'/datacite/10.1000/0': status(500),
		});
		expect(messages.map((message) => message.split(':')[0])).toEqual(['online/year', 'online/unavailable']);
	});
});

describe('a link', () => {
	const withUrl = (url: string, key = 'a') => `@misc{${key}, title = {T}, url = {${url}}}\n`;
	const alive = status(200);

	test.each([404, 410])('to a missing page (%d) is reported', async (code) => {
		const { messages } = await checked(withUrl('SERVER/page'), { '/page': status(code) });
		expect(messages).toEqual([`online/dead-link: Dead link in a: the server responds with status ${code}`]);
	});

	test.each([200, 401, 403, 405, 429, 500, 503])('to a page with status %d is not', async (code) => {
		expect((await checked(withUrl('SERVER/page'), { '/page': status(code) })).messages).toEqual([]);
	});

	it('that several works have is asked for once and reported once', async () => {
		const { messages, asked } = await checked(withUrl('SERVER/page') + withUrl('SERVER/page', 'b'), {});
		expect(messages).toEqual(['online/dead-link: Dead link in a (and in 1 more): the server responds with status 404']);
		expect(asked.filter((path) => path === '/page').length).toBeLessThanOrEqual(2);
	});

	it('to a page that moved for good is reported with its new address, and can be fixed in all works', async () => {
		const library = withUrl('SERVER/old') + withUrl('SERVER/old', 'b');
		const routes = { '/old': redirect('ORIGIN/new', 301), '/new': alive };
		const { messages, fixed } = await checked(library, routes);
		expect(messages).toEqual(['online/moved-link: Moved link in a (and in 1 more): http://HOST/new']);
		expect(fixed('online/moved-link')).toBe(library.replaceAll('SERVER/old', 'SERVER/new'));
	});

	test.each<[string, Route]>([
		['for now', redirect('ORIGIN/new', 302)],
		['to the home page', redirect('ORIGIN/', 301)],
		['to a login', redirect('ORIGIN/login', 301)],
		['with a slash', redirect('ORIGIN/old/', 301)],
	])('to a page that moved %s is not reported', async (_, behaviour) => {
		const routes = { '/old': behaviour, '/new': alive, '/': alive, '/login': alive, '/old/': alive };
		expect((await checked(withUrl('SERVER/old'), routes)).messages).toEqual([]);
	});

	it('made from an identifier is not asked for', async () => {
		const { asked } = await checked(entry({ url: 'https://doi.org/10.1000/x' }), known);
		expect(asked).toEqual(['/crossref/10.1000/x']);
	});

	it('in another field, with escaped characters, is reported there', async () => {
		const { messages, diagnostics } = await checked('@misc{a, title = {T}, code = {SERVER/a\\_b?c=1\\&d=2}}', {});
		expect(messages).toHaveLength(1);
		expect(diagnostics[0]?.span?.source.text.slice(diagnostics[0].span.start)).toMatch(/^\{http/);
	});
});

it('a library without identifiers and links asks nothing', async () => {
	const { messages, asked } = await checked('@book{a, title = {Algebra}, year = 1930}', {});
	expect([messages, asked]).toEqual([[], []]);
});
