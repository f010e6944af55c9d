import { describe, expect, it } from 'vitest';
import { type Behaviour, busy, first, hanging, huge, redirect, status, text, torn } from '../behaviours.mjs';
import { sourceServer } from '../server.ts';
import { testClient } from './clients.ts';

const page = text('<p>Hello', { 'content-type': 'text/html' });
const unless =
	(method: string, refusal: Behaviour, answer: Behaviour): Behaviour =>
	(request, response, visit) =>
		(request.method === method ? refusal : answer)(request, response, visit);

async function probed(behaviour: Behaviour, routes: Readonly<Record<string, Behaviour>> = {}) {
	const server = await sourceServer({ '/link': behaviour, ...routes });
	const { client } = testClient({ timeout: 300 }, server);
	const state = await client.probe(`${server.url}/link`);
	const methods = server.asked.map(({ method, path }) => `${method} ${path}`);
	return { state: JSON.parse(JSON.stringify(state).replaceAll(server.url, '')), methods };
}

describe('A link', () => {
	it.each([
		['a page', page, ['HEAD /link']],
		['a page for GET only', unless('HEAD', status(405), page), ['HEAD /link', 'GET /link']],
		['a page whose HEAD is forbidden', unless('HEAD', status(403), page), ['HEAD /link', 'GET /link']],
		['a page whose HEAD fails', unless('HEAD', status(501), page), ['HEAD /link', 'GET /link']],
		['a page whose HEAD is not found', unless('HEAD', status(404), page), ['HEAD /link', 'GET /link']],
		['a page whose HEAD has no end', unless('HEAD', torn, page), ['HEAD /link', 'GET /link']],
		['a page without an end', unless('HEAD', status(405), huge(1e12)), ['HEAD /link', 'GET /link']],
		['a temporary redirect', redirect('/there'), ['HEAD /link', 'HEAD /there']],
	])('is alive: %s', async (_, behaviour, methods) => {
		expect(await probed(behaviour, { '/there': page })).toEqual({ state: { kind: 'alive' }, methods });
	});

	it.each([404, 410])('is gone: status %i', async (code) => {
		const { state, methods } = await probed(status(code));
		expect([state, methods]).toEqual([{ kind: 'gone', status: code }, ['HEAD /link', 'GET /link']]);
	});

	it('is gone: a redirect to a page that is', async () => {
		expect((await probed(redirect('/there', 301))).state).toEqual({ kind: 'gone', status: 404 });
	});

	it('moved to where its permanent redirects lead', async () => {
		const routes = { '/b': redirect('/c', 308), '/c': redirect('/login', 302), '/login': page };
		expect((await probed(redirect('/b', 301), routes)).state).toEqual({ kind: 'moved', to: '/c' });
		expect((await probed(redirect('/b', 302), routes)).state).toEqual({ kind: 'alive' });
	});

	it.each<readonly [string, Behaviour]>([
		...[401, 402, 403, 418, 429, 451, 500, 502, 503, 999].map(
			(code) => [`responded with status ${code}`, status(code)] as const,
		),
		['received too many requests', busy('7200')],
		['did not respond within 0.3 s', hanging],
		['redirects more than 10 times', redirect('/link')],
		['redirects to the private address 169.254.169.254', redirect('http://169.254.169.254/')],
	])('is not dead: the server %s', async (_, behaviour) => {
		expect((await probed(behaviour)).state).toMatchObject({ kind: 'unknown', offline: false });
	});

	it('has a host that does not exist', async () => {
		const { client } = testClient();
		const state = await client.probe('http://nowhere.invalid/x');
		// Without a network, a name server may not respond at all.
		expect([{ kind: 'no-host', host: 'nowhere.invalid' }, expect.objectContaining({ kind: 'unknown' })]).toContainEqual(
			state,
		);
	});

	it('is not dead without a network', async () => {
		const { client } = testClient({ nameLookup: () => Promise.reject(new Error('ENOTFOUND')) });
		expect(await client.probe('http://nowhere.invalid/x')).toMatchObject({ kind: 'unknown', offline: true });
	});

	it('is not asked at a private address, unless the user named it', async () => {
		const server = await sourceServer({ '/*': page });
		const { client } = testClient();
		for (const address of [`${server.url}/link`, 'http://intranet.example/x', 'http://192.168.0.1/'])
			expect(await client.probe(address)).toMatchObject({ kind: 'unknown', reason: 'is a private address' });
		expect(server.asked).toEqual([]);
	});

	it('is asked once, also by several works at the same time', async () => {
		const server = await sourceServer({ '/link': page });
		const { client } = testClient({}, server);
		await Promise.all([1, 2, 3].map(() => client.probe(`${server.url}/link`)));
		await client.probe(`${server.url}/link`);
		expect(server.asked.length).toBe(1);
	});

	it('waits for a busy host', async () => {
		const server = await sourceServer({ '/a': first(2, busy('3'), page), '/b': page });
		const { client, waits } = testClient({}, server);
		await client.probe(`${server.url}/a`);
		await client.probe(`${server.url}/b`);
		expect(waits[0]).toBe(3000);
	});
});
