import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runAdd } from '../../../src/cli/commands/add-command.ts';
import { redirectTarget } from '../../../src/sources/http/exchange.ts';
import { printingTerminal } from '../../cli/printing-terminal.ts';
import { folderWith } from '../../folder.ts';
import { sourceServer } from '../server.ts';

type Respond = (response: ServerResponse) => unknown;

const send =
	(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Respond =>
	(response) =>
		response.writeHead(200, headers).end(body);
const sendJson = (value: unknown): Respond => send(JSON.stringify(value));
const redirect =
	(location: string): Respond =>
	(response) =>
		response.writeHead(302, { location }).end();
const status =
	(code: number): Respond =>
	(response) =>
		response.writeHead(code, { 'retry-after': '60' }).end('<h1>No</h1>');

const title = 'A Title';
const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

/** Answers of the source of a DOI, and the end of the message. */
const answers: readonly (readonly [name: string, respond: Respond, reason: string])[] = [
	['nothing', send(''), 'HOST sent an empty answer'],
	['whitespace', send(' \n\t'), 'HOST sent an empty answer'],
	['a page for people', send('<!doctype html><h1>Sign in</h1>'), 'HOST sent a web page instead of JSON'],
	[
		'a page called JSON',
		send('<html>', { 'content-type': 'application/json' }),
		'HOST sent a web page instead of JSON',
	],
	['random bytes', send(Buffer.from([0xff, 0xfe, 0x80, 0])), 'HOST sent text in an invalid encoding'],
	[
		'invalid UTF-8 in a title',
		send(Buffer.from('{"title":"M\xfcller"}', 'latin1')),
		'HOST sent text in an invalid encoding',
	],
	['a part', send('{"type":"book","tit'), 'HOST sent an answer that is not valid JSON'],
	['nested lists', send(nested), 'HOST sent an unexpected answer: a list'],
	['a text', sendJson('x'), 'HOST sent an unexpected answer: a text of 1 character'],
	['a number', sendJson(5), 'HOST sent an unexpected answer: a number'],
	['a number as title', sendJson({ title: 5 }), 'HOST sent an unexpected answer, in which "title" is a number'],
	['an object as title', sendJson({ title: { a: 1 } }), 'in which "title" is an object'],
	['a number among titles', sendJson({ title: ['A', 5] }), 'in which "title.1" is a number'],
	['an object as author', sendJson({ title, author: { family: 'A' } }), 'in which "author" is an object'],
	['a text as author', sendJson({ title, author: 'Ada' }), 'in which "author" is a text of 3 characters'],
	['an object as a name', sendJson({ title, author: [{ family: {} }] }), 'in which "author.0.family" is an object'],
	['a list as a name', sendJson({ title, author: [['A']] }), 'in which "author.0" is a list'],
	['a list as a volume', sendJson({ title, volume: ['1'] }), 'in which "volume" is a list'],
	['an object as a DOI', sendJson({ title, DOI: {} }), 'in which "DOI" is an object'],
	['a flag as a type', sendJson({ title, type: true }), 'in which "type" is a boolean'],
	['a list as a date', sendJson({ title, issued: [2020] }), 'in which "issued" is a list'],
	[
		'a huge year',
		sendJson({ title, issued: { 'date-parts': [[1e9]] } }),
		'in which "issued.date-parts.0.0" is the number 1000000000',
	],
	['a huge number', send('{"title":"A","volume":1e400}'), 'in which "volume" is the number Infinity'],
	['a long title', sendJson({ title: 'x'.repeat(30_000) }), 'in which "title" is a text of 30000 characters'],
	['6 MB', send(Buffer.alloc(6_000_000, 32)), 'HOST sent more than 5 MB'],
	[
		'a gzip bomb',
		send(gzipSync(Buffer.alloc(10_000_000, 32)), { 'content-encoding': 'gzip' }),
		'HOST sent more than 5 MB',
	],
	['broken gzip', send('x', { 'content-encoding': 'gzip' }), 'HOST sent an empty answer'],
	['no HTTP', (response) => response.socket?.end('garbage\r\n\r\n'), 'HOST cannot be reached (HPE_INVALID_CONSTANT)'],
	['an endless redirect', redirect('/doi/10.1000/x'), 'HOST redirects more than 10 times'],
	['a redirect to a private address', redirect('http://10.0.0.1/'), 'HOST redirects to the private address 10.0.0.1'],
	['a redirect to another port', redirect('http://127.0.0.1:9/'), 'HOST redirects to the private address 127.0.0.1:9'],
	['a redirect to this machine', redirect('http://localhost:9/'), 'HOST redirects to the private address localhost:9'],
	[
		'a redirect to a decimal address',
		redirect('http://2130706433:9/'),
		'HOST redirects to the private address 127.0.0.1:9',
	],
	['a redirect to IPv6', redirect('http://[::1]:9/'), 'HOST redirects to the private address [::1]:9'],
	[
		'a redirect to a cloud',
		redirect('//169.254.169.254/latest'),
		'HOST redirects to the private address 169.254.169.254',
	],
	['a redirect to a file', redirect('file:///etc/passwd'), 'HOST redirects to an address that is not a web page'],
	['a redirect to data', redirect('data:,{"title":"x"}'), 'HOST redirects to an address that is not a web page'],
	[
		'a redirect with a password',
		redirect('http://a:b@example.org/'),
		'HOST redirects to an address that is not a web page',
	],
	['a redirect to nowhere', redirect('http://['), 'HOST redirects to an address that is not a web page'],
	['a redirect without an address', (response) => response.writeHead(302).end(), 'HOST responded with status 302'],
	['status 403', status(403), 'HOST responded with status 403'],
	['status 429', status(429), 'HOST received too many requests (429)'],
	['status 500', status(500), 'HOST responded with status 500'],
	['status 204', (response) => response.writeHead(204).end(), 'HOST responded with status 204'],
];

/** Answers of other sources, by the reference and the path. */
const others: readonly (readonly [reference: string, path: string, name: string, body: string, message: string])[] = [
	...(
		[
			[
				'a document type',
				'<!DOCTYPE x [<!ENTITY a "aaaa">]><feed>&a;</feed>',
				'HOST sent an answer that is not valid XML',
			],
			['a part', '<feed><entry>', 'HOST sent an answer that is not valid XML'],
			['JSON', '{"title":"A"}', 'HOST sent an answer that is not valid XML'],
			['a page', '<html><body>', 'HOST sent a web page instead of XML'],
			['another element', '<rss/>', 'in which "feed" is missing'],
			[
				'two titles',
				'<feed><entry><id>http://arxiv.org/abs/1706.03762</id><title>A</title><title>B</title></entry></feed>',
				'in which "feed.entry.0.title" is a list',
			],
			[
				'nested names',
				'<feed><entry><id>1706.03762</id><author><name><x>A</x><x>B</x></name></author><id>x</id></entry></feed>',
				'in which "feed.entry.0.id" is a list',
			],
		] as const
	).map(([name, body, message]) => ['1706.03762', '/arxiv/1706.03762', name, body, message] as const),
	...(
		[
			['a number as title', '{"ISBN:1":{"title":5}}', 'in which "ISBN:1.title" is a number'],
			[
				'a text as authors',
				'{"ISBN:1":{"title":"A","authors":"B"}}',
				'in which "ISBN:1.authors" is a text of 1 character',
			],
			['a list', '["A"]', 'sent an unexpected answer: a list'],
		] as const
	).map(([name, body, message]) => ['9780262035613', '/openlibrary/9780262035613', name, body, message] as const),
	...(
		[
			['an object as items', '{"items":{}}', 'in which "items" is an object'],
			[
				'a number as title',
				'{"items":[{"volumeInfo":{"title":5}}]}',
				'in which "items.0.volumeInfo.title" is a number',
			],
			[
				'objects as authors',
				'{"items":[{"volumeInfo":{"title":"A","authors":[{}]}}]}',
				'in which "items.0.volumeInfo.authors.0" is an object',
			],
		] as const
	).map(([name, body, message]) => ['9780262035613', '/googlebooks/9780262035613', name, body, message] as const),
	...(
		[
			['nothing', '', 'Missing citation data on the page'],
			['480 kB of open elements', '<meta '.repeat(80_000), 'Missing citation data on the page'],
		] as const
	).map(([name, body, message]) => ['SERVER/page', '/page', name, body, message] as const),
];

const library = '@misc{a, title = {A}}\n';

/** Runs `bibfolio add`, and returns what it printed, with HOST for the server. */
async function add(reference: string, path: string, respond: Respond) {
	const server = await sourceServer({ [path]: (_, response) => respond(response) });
	const sources = ['doi', 'crossref', 'datacite', 'arxiv', 'openlibrary', 'googlebooks'];
	const folder = folderWith({
		'a.bib': library,
		'bibfolio.yaml': `library: a.bib\nlookup:\n  time-out: 10\n${sources.map((name) => `  ${name}: ${server.url}/${name}/{}\n`).join('')}`,
	});
	const terminal = printingTerminal(folder);
	const code = await runAdd({}, [reference.replace('SERVER', server.url)], terminal);
	expect(readFileSync(join(folder, 'a.bib'), 'utf8')).toBe(library);
	return { code, printed: terminal.printed.all.replaceAll(server.url.replace('http://', ''), 'HOST') };
}

function expectOneMessage({ code, printed }: { code: number; printed: string }, reason: string): void {
	expect(code).toBe(1);
	expect(printed).toContain(reason);
	expect(printed).toMatch(
		/^error: (?:Cannot look up|Missing citation).+ \[lookup\/un\w+\]\n {2}hint: .+\nNothing was added\n$/,
	);
}

describe('A hostile answer changes nothing and is reported once', () => {
	it.each(answers)('%s', async (_, respond, reason) => {
		expectOneMessage(await add('10.1000/x', '/doi/10.1000/x', respond), reason);
	});

	it.each(others)('to %s from %s: %s', async (reference, path, _, body, reason) => {
		expectOneMessage(
			await add(reference, path, send(body, { 'content-type': path === '/page' ? 'text/html' : '' })),
			reason,
		);
	});
});

describe('An address in a file', () => {
	it('is not requested if it is private', async () => {
		const server = await sourceServer({ '/page': () => {} });
		const folder = folderWith({ 'a.bib': library, 'list.txt': `${server.url}/page\n` });
		const terminal = printingTerminal(folder);
		expect(await runAdd({}, ['list.txt'], terminal)).toBe(1);
		expect(terminal.printed.all).toContain('is a private address');
		expect(server.asked).toEqual([]);
	});
});

describe('A redirect', () => {
	it.each([
		['https://a.org/x', '/y', 'https://a.org/y'],
		['https://a.org/x', 'http://b.org/y', 'https://b.org/y'],
		['https://a.org/x', '//b.org/y', 'https://b.org/y'],
		['http://a.org/x', 'http://b.org/y', 'http://b.org/y'],
		['http://a.org/x', 'https://b.org/y', 'https://b.org/y'],
		['https://a.org/x', 'ftp://b.org/y', null],
		['https://a.org/x', 'javascript:alert(1)', null],
		['https://a.org/x', 'https://u@b.org/', null],
	])('from %s to %s leads to %s', (from, location, target) => {
		expect(redirectTarget(from, location)).toBe(target);
	});
});

describe('A page', () => {
	it.each([
		[
			'in Windows-1252 without a declaration',
			Buffer.from('<meta name=citation_title content="\x93Caf\xe9\x94">', 'latin1'),
			'text/html',
		],
		[
			'in the encoding of its type',
			Buffer.from('<meta name=citation_title content="Caf\xe9">', 'latin1'),
			'text/html; charset=iso-8859-1',
		],
		['in UTF-8', Buffer.from('<meta name=citation_title content="Café">'), 'text/html'],
	])('is read %s', async (_, body, type) => {
		const server = await sourceServer({
			'/page': (__, response) => response.writeHead(200, { 'content-type': type }).end(body),
		});
		const folder = folderWith({ 'a.bib': library });
		expect(await runAdd({ to: 'a.bib' }, [`${server.url}/page`], printingTerminal(folder))).toBe(0);
		expect(readFileSync(join(folder, 'a.bib'), 'utf8')).toMatch(/Caf(?:é|\{\\'e\}|\{\\'\{e\}\})/);
	});
});
