import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { sign } from '../../../src/sources/http/credentials.ts';
import { services } from '../../../src/sources/services.ts';
import { type SourceName, sourceAddresses } from '../../../src/sources/source-addresses.ts';
import { type Behaviour, busy, failing, first, hanging, notFound, redirect, status, text } from '../behaviours.mjs';
import { sourceServer } from '../server.ts';
import { testClient } from './clients.ts';

const sources = Object.keys(sourceAddresses) as SourceName[];
const key = 'k-3f9a';
const environment = Object.fromEntries(
	sources.flatMap((name) => (services[name].key ? [[services[name].key.variable, key]] : [])),
);
const credentials = { userAgent: 'bibfolio/1.2.3', mailto: 'ada@example.org', environment };
const own = (source: SourceName) => new URL(sourceAddresses[source].replace('{}', 'x'));
/** Everything that is sent, as one text. */
const sent = (url: URL, source: SourceName | null, more = {}) =>
	JSON.stringify(sign(url, source, { ...credentials, ...more }));

describe('A key', () => {
	const keyed = sources.filter((name) => services[name].key);

	it.each(keyed)('is sent to %s itself', (source) => {
		expect(sent(own(source), source)).toContain(key);
		expect(sent(own(source), source, { environment: {} })).not.toContain(key);
	});

	it.each(keyed)('of %s is not sent to other hosts, nor without encryption', (source) => {
		const { host, href } = own(source);
		for (const other of ['https://example.org/', `https://${host}.example.org/`, `https://example.org/?${host}`])
			expect(sent(new URL(other), source)).not.toContain(key);
		expect(sent(new URL(href.replace('https:', 'http:')), source)).not.toContain(key);
		expect(sent(new URL(`https://${host}:444/`), source)).not.toContain(key);
	});

	it.each(keyed)('of %s does not go along with a redirect that repeats it', async (source) => {
		const other = await sourceServer({ '/x*': text('{}') });
		const away = other.url.replace('127.0.0.1', 'localhost');
		const server = await sourceServer({ '/x*': redirect(`${away}/x?again=${key}&page=2`) });
		const addresses = { [source]: `${server.url}/x?{}`, doi: `${away}/{}` };
		const { client } = testClient({ ...credentials, addresses });
		await client.ask(source, `${server.url}/x`, '*/*');
		expect(JSON.stringify(server.asked)).toContain(key);
		// The other server is this machine, too, which may have keys, but only in their own place.
		expect(other.asked[0]?.path).toMatch(/^\/x\?page=2/);
		expect(sent(new URL(`https://example.org/?again=${key}`), source)).not.toContain(key);
	});

	it('is not sent to pages', () => {
		for (const source of sources) expect(sent(own(source), null)).not.toContain(key);
	});

	it('is never part of an answer', async () => {
		const server = await sourceServer({ '/x*': text('{}') });
		const { client } = testClient({ ...credentials, addresses: { openalex: `${server.url}/x` } });
		expect(JSON.stringify(await client.ask('openalex', `${server.url}/x`, '*/*'))).not.toContain(key);
	});

	it.each(['two\nlines', 'a\u0000b', 'schlüssel', 'x: y\r\nhost: z'])(
		'with other characters is refused without its text: %j',
		async (bad) => {
			const { client, hosts } = testClient({ environment: { S2_API_KEY: bad } });
			const answer = await client.ask('semantic-scholar', 'http://127.0.0.1:9/x', '*/*');
			expect(answer).toMatchObject({ remedy: 'Copy the key again, or remove S2_API_KEY' });
			expect([JSON.stringify(answer).includes(bad), hosts]).toEqual([false, []]);
		},
	);

	it.each([
		[401, undefined, 'Try again later, or set OPENALEX_API_KEY'],
		[429, undefined, 'Try again later, or set OPENALEX_API_KEY'],
		[403, key, 'Check the key in OPENALEX_API_KEY'],
		[429, key, 'Try again later'],
		[500, undefined, 'Try again later'],
	])('is named if the source responds with status %i: %j', async (code, OPENALEX_API_KEY, remedy) => {
		const server = await sourceServer({ '/x*': status(code) });
		const { client } = testClient({ environment: { OPENALEX_API_KEY } }, server);
		expect(await client.ask('openalex', `${server.url}/x`, '*/*')).toMatchObject({ remedy });
	});
});

describe('A mail address', () => {
	const asking = sources.filter((name) => services[name].contact);

	it.each(asking)('is sent to %s, which asks for one', (source) => {
		expect(decodeURIComponent(sent(own(source), source))).toContain('ada@example.org');
		expect(decodeURIComponent(sent(new URL('https://example.org/'), source))).not.toContain('ada@');
	});

	it.each(sources.filter((name) => !services[name].contact))('is not sent to %s', (source) => {
		expect(decodeURIComponent(sent(own(source), source))).not.toContain('ada@');
	});

	it('is in the user agent on the way from doi.org to Crossref', () => {
		const step = sign(new URL('https://api.crossref.org/v1/works/10.1000%2Fx/transform'), 'doi', credentials);
		expect(step.headers['user-agent']).toBe('bibfolio/1.2.3 (mailto:ada@example.org)');
	});

	it.each([null, '', 'ada', 'ada@x\r\nhost: y', 'a b@example.org'])(
		'is necessary for Unpaywall: %j',
		async (mailto) => {
			const { client, hosts } = testClient({ mailto });
			expect(await client.ask('unpaywall', 'http://127.0.0.1:9/x', '*/*')).toMatchObject({
				reason: 'needs a mail address',
				remedy: 'Set "mailto" under "lookup", or the environment variable BIBFOLIO_MAILTO',
			});
			expect(hosts).toEqual([]);
		},
	);
});

describe('Requests', () => {
	/** Counts the requests at the same time. */
	const counting = () => {
		const counts = { now: 0, most: 0 };
		const behaviour: Behaviour = async (_, response) => {
			counts.most = Math.max(counts.most, ++counts.now);
			await setTimeout(5);
			counts.now--;
			response.writeHead(200).end('{}');
		};
		return { counts, behaviour };
	};

	it('are made one at a time to each host, in their order', async () => {
		const { counts, behaviour } = counting();
		const server = await sourceServer({ '/*': behaviour });
		const { client } = testClient({}, server);
		await Promise.all([1, 2, 3, 4].map((page) => client.ask('orcid', `${server.url}/${page}`, '*/*')));
		expect([counts.most, server.asked.map(({ path }) => path)]).toEqual([1, ['/1', '/2', '/3', '/4']]);
	});

	it('are made one at a time also to the host of a redirect', async () => {
		const { counts, behaviour } = counting();
		const server = await sourceServer({ '/*': behaviour });
		const entrance = await sourceServer({ '/*': redirect(`${server.url}/there`) });
		const { client } = testClient({ addresses: { doi: `${server.url}/{}`, crossref: `${entrance.url}/{}` } });
		await Promise.all([
			...[1, 2].map(() => client.ask('crossref', `${entrance.url}/x`, '*/*')),
			...[1, 2].map((page) => client.ask('doi', `${server.url}/${page}`, '*/*')),
		]);
		expect([counts.most, server.asked.length]).toEqual([1, 4]);
	});

	it('to other hosts do not wait for each other', async () => {
		const slow = await sourceServer({ '/*': hanging });
		const server = await sourceServer({ '/*': text('{}') });
		const { client } = testClient({ timeout: 50 }, server, slow);
		const answers = [client.ask('orcid', `${slow.url}/x`, '*/*'), client.ask('hal', `${server.url}/x`, '*/*')];
		expect(await Promise.race(answers)).toMatchObject({ kind: 'found' });
		await Promise.all(answers);
	});

	it('wait for a busy host, all of them', async () => {
		const server = await sourceServer({ '/a': first(1, busy('7'), text('{}')), '/b': text('{}') });
		const { client, waits } = testClient({}, server);
		const answers = await Promise.all(['/a', '/b'].map((path) => client.ask('dblp', server.url + path, '*/*')));
		expect([answers.map(({ kind }) => kind), waits]).toEqual([['found', 'found'], [7000]]);
		expect(server.asked.map(({ path }) => path)).toEqual(['/a', '/b', '/a']);
	});

	it('wait until a date', async () => {
		const date = new Date(Date.now() + 20_000).toUTCString();
		const server = await sourceServer({ '/*': first(1, busy(date, 503), text('{}')) });
		const { client, waits } = testClient({}, server);
		expect(await client.ask('dblp', `${server.url}/x`, '*/*')).toMatchObject({ kind: 'found' });
		expect([18, 19, 20]).toContain(Math.floor((waits[0] ?? 0) / 1000));
	});

	it.each([
		['7200', 'Try again in 2 hours'],
		['301', 'Try again in 6 minutes'],
	])('end at a host that wants %s seconds of rest', async (seconds, remedy) => {
		const server = await sourceServer({ '/*': busy(seconds) });
		const { client, waits } = testClient({}, server);
		for (const page of [1, 2])
			expect(await client.ask('inspire', `${server.url}/${page}`, '*/*')).toMatchObject({
				reason: 'received too many requests (429)',
				remedy,
			});
		expect([server.asked.length, waits]).toEqual([1, []]);
	});

	it('end at a host that fails again and again, also if they were waiting', async () => {
		const server = await sourceServer({ '/*': failing });
		const { client } = testClient({}, server);
		const pages = Array.from({ length: 50 }, (_, page) => `${server.url}/${page}`);
		const answers = await Promise.all(pages.map((page) => client.ask('orcid', page, '*/*')));
		expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
		expect(server.asked.length).toBe(6);
	});

	it('go on at a host that fails for some works only, or does not have them', async () => {
		const server = await sourceServer({ '/bad*': failing, '/good*': text('{}') });
		const { client } = testClient({}, server);
		for (let page = 0; page < 5; page++) {
			await client.ask('orcid', `${server.url}/bad${page}`, '*/*');
			await client.ask('orcid', `${server.url}/missing${page}`, '*/*');
		}
		expect(await client.ask('orcid', `${server.url}/good`, '*/*')).toMatchObject({ kind: 'found' });
	});

	it('end at a host that does not exist', async () => {
		const { client, hosts } = testClient();
		for (const page of [1, 2])
			expect(await client.ask('orcid', `http://nowhere.invalid/${page}`, '*/*')).toMatchObject({ kind: 'unavailable' });
		expect(hosts).toEqual(['nowhere.invalid']);
	});

	it('end without a network, except to this machine', async () => {
		const server = await sourceServer({ '/*': text('{}') });
		const noNames = () => Promise.reject(new Error('ENOTFOUND'));
		const { client, hosts } = testClient({ nameLookup: noNames }, server);
		const offline = {
			reason: expect.stringMatching(/^cannot be reached, because there is no network \(E\w+\)$/),
			remedy: 'Check your internet connection',
			offline: true,
		};
		for (const host of ['one.invalid', 'two.invalid'])
			expect(await client.ask('orcid', `http://${host}/`, '*/*')).toMatchObject(offline);
		expect(hosts).toEqual(['one.invalid']);
		expect(await client.ask('orcid', `${server.url}/x`, '*/*')).toMatchObject({ kind: 'found' });
	});

	it.each([
		'',
		'x',
		'http://[',
		'file:///etc/passwd',
		'ftp://example.org/',
		'https://ada:pw@example.org/',
		'//example.org',
	])('are not made to %j', async (address) => {
		const { client, hosts } = testClient();
		const answers = [await client.ask('orcid', address, '*/*'), await client.open(address, '*/*')];
		for (const answer of answers) {
			expect(answer).toMatchObject({ kind: 'unavailable' });
			expect(JSON.stringify(answer)).not.toContain('pw@');
		}
		expect([(await client.probe(address)).kind, hosts]).toEqual(['unknown', []]);
	});
});

describe('An answer that identifies its version', () => {
	const versioned =
		(header: string, value: string, condition: string): Behaviour =>
		(request, response) =>
			request.headers[condition] === value
				? response.writeHead(304).end()
				: response.writeHead(200, { [header]: value, 'content-type': 'application/json' }).end('{"a":1}');

	it.each([
		['etag', 'W/"1"', 'if-none-match'],
		['last-modified', 'Mon, 02 Nov 2026 10:00:00 GMT', 'if-modified-since'],
	])('by %s is not sent twice', async (header, value, condition) => {
		const server = await sourceServer({ '/*': versioned(header, value, condition) });
		const { client } = testClient({}, server);
		const answers = [1, 2, 3].map(() => client.ask('hal', `${server.url}/x`, '*/*'));
		const [one, ...others] = await Promise.all(answers);
		expect(one).toMatchObject({ kind: 'found', text: '{"a":1}' });
		expect(others).toEqual([one, one]);
		expect(server.asked.map(({ headers }) => headers[condition])).toEqual([undefined, value, value]);
	});

	it('is only used for the same address and format', async () => {
		const server = await sourceServer({ '/*': versioned('etag', '"1"', 'if-none-match') });
		const { client } = testClient({}, server);
		await client.ask('hal', `${server.url}/x`, 'a/b');
		await client.ask('hal', `${server.url}/x`, 'c/d');
		await client.ask('hal', `${server.url}/y`, 'a/b');
		expect(server.asked.flatMap(({ headers }) => headers['if-none-match'] ?? [])).toEqual([]);
	});

	it('is unavailable if a server says 304 without a condition', async () => {
		const server = await sourceServer({ '/*': status(304) });
		expect(await testClient({}, server).client.ask('hal', `${server.url}/x`, '*/*')).toMatchObject({
			reason: 'responded with status 304',
		});
	});
});

describe('Answers', () => {
	it('of lists may be longer than others', async () => {
		const server = await sourceServer({ '/*': text(`"${'x'.repeat(6_000_000)}"`) });
		const { client } = testClient({}, server);
		expect(await client.ask('orcid', `${server.url}/x`, '*/*')).toMatchObject({ kind: 'found' });
		expect(await client.ask('crossref', `${server.url}/x`, '*/*')).toMatchObject({ reason: 'sent more than 5 MB' });
	});

	it('with 404 are missing, whatever their body is', async () => {
		const server = await sourceServer({ '/*': notFound });
		expect(await testClient({}, server).client.ask('orcid', `${server.url}/x`, '*/*')).toEqual({ kind: 'missing' });
	});
});
