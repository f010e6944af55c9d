import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { folderWith } from '../../folder.ts';
import { configuration, library } from '../watch/library.ts';
import { output, type Running, start, stopAll, until } from '../watch/running.ts';

const pages = `${configuration}  - { path: out/publications.html, format: html-page }
  - { path: out/sub/fragment.html, format: html }
  - { path: out/publications.tex, format: latex }
`;

// Many processes run at the same time, so each may be slow on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

afterAll(stopAll);

/** Requests a path unchanged; fetch would normalize it. */
function ask(port: number, path: string, more: { method?: string; headers?: Record<string, string> } = {}) {
	return new Promise<{ status: number; type: string; headers: Record<string, unknown>; body: string }>(
		(resolve, reject) => {
			request({ host: '127.0.0.1', port, path, ...more }, (response) => {
				let body = '';
				response.setEncoding('utf8').on('data', (part: string) => (body += part));
				response.on('end', () => {
					const { statusCode: status = 0, headers } = response;
					resolve({ status, type: String(headers['content-type']), headers, body });
				});
			})
				.on('error', reject)
				.end();
		},
	);
}

interface State {
	readonly version: string;
	readonly errors: string | null;
}

/** The states that a page receives, as an EventSource would read them. */
async function states(port: number): Promise<State[]> {
	const received: State[] = [];
	const response = await fetch(`http://127.0.0.1:${port}/_bibfolio/events`);
	expect(response.headers.get('content-type')).toBe('text/event-stream');
	void (async () => {
		let text = '';
		const decoder = new TextDecoder();
		for await (const part of response.body ?? []) {
			text += decoder.decode(part, { stream: true });
			const events = text.split('\n\n');
			text = events.pop() ?? '';
			for (const event of events) {
				const fields = new Map(event.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
				if (fields.get('event') === 'state') received.push(JSON.parse(fields.get('data') ?? ''));
			}
		}
	})().catch(() => {});
	await until(
		() => received.length > 0,
		() => 'no state was received',
	);
	return received;
}

let next = 21_000 + Math.floor(Math.random() * 20_000);

async function serve(folder: string, ...words: string[]): Promise<{ running: Running; port: number }> {
	next += 7;
	const running = await start(folder, ['serve', '--port', String(next), ...words]);
	return { running, port: Number(/http:\/\/[^\n]*:(\d+)\//.exec(running.printed())?.[1]) };
}

/** One preview for all tests that change nothing. */
const shared = (async () => {
	const outside = folderWith({ 'secret.txt': 'secret' });
	const folder = folderWith({
		'bibfolio.yaml': pages,
		'bib/papers.bib': library('one'),
		'out/photo.png': 'png',
		'out/a b.pdf': 'pdf',
		'out/.env': 'secret',
		'out-of/x.txt': 'secret',
	});
	symlinkSync(join(outside, 'secret.txt'), join(folder, 'out/link.txt'));
	symlinkSync(outside, join(folder, 'out/linked'));
	symlinkSync('.env', join(folder, 'out/shown.txt'));
	return { folder, outside, ...(await serve(folder)) };
})();

describe.concurrent('bibfolio serve', () => {
	it('serves outputs with their content types', async () => {
		const { port } = await shared;
		const home = await ask(port, '/');
		expect([home.status, home.type]).toEqual([200, 'text/html; charset=utf-8']);
		expect(home.body).toContain('On one');
		const types: [string, number, string][] = [
			['/publications.html?theme=dark', 200, 'text/html; charset=utf-8'],
			['/sub/fragment.html', 200, 'text/html; charset=utf-8'],
			['/publications.md', 200, 'text/plain; charset=utf-8'],
			['/publications.tex', 200, 'text/plain; charset=utf-8'],
			['/photo.png', 200, 'image/png'],
			['/a%20b.pdf', 200, 'application/pdf'],
			['/_bibfolio/reload.js', 200, 'text/javascript; charset=utf-8'],
			['/nothing', 404, 'text/plain; charset=utf-8'],
		];
		const responses = await Promise.all(types.map(([path]) => ask(port, path)));
		expect(responses.map(({ status, type }, index) => [types[index]?.[0], status, type])).toEqual(types);
		const list = await ask(port, '/_bibfolio/');
		expect(list.body).toContain('<a href="/sub/fragment.html">out/sub/fragment.html</a> <small>html, 1 work</small>');
		expect(home.headers['x-content-type-options']).toBe('nosniff');
		expect((await ask(port, '/', { method: 'HEAD' })).body).toBe('');
		expect((await ask(port, '/', { method: 'POST' })).status).toBe(405);
	});

	it('adds its script to pages, and allows it in their policies', async () => {
		const { folder, port } = await shared;
		const { body } = await ask(port, '/publications.html');
		expect(body).toMatch(/<script src="\/_bibfolio\/reload\.js"[^>]*><\/script><\/body>/);
		expect(/<meta[^>]*Content-Security-Policy[^>]*>/.exec(body)?.[0]).toMatch(
			/script-src[^;]*'self'[;"].*connect-src[^;]*'self'[;"]/,
		);
		expect((await ask(port, '/sub/fragment.html')).body).toContain('reload.js');
		expect((await ask(port, '/publications.md')).body).toBe(output(folder));
		expect(readFileSync(join(folder, 'out/publications.html'), 'utf8')).not.toContain('reload.js');
	});

	it('sends new versions and errors to pages', async () => {
		const folder = folderWith({ 'bibfolio.yaml': pages, 'bib/papers.bib': library('one') });
		const { running, port } = await serve(folder);
		const received = await states(port);
		const [first] = received;
		expect((await ask(port, '/')).body).toContain(`data-version="${first?.version}"`);

		writeFileSync(join(folder, 'bib/papers.bib'), library('one', 'two'));
		await until(
			() => received.at(-1)?.version !== first?.version,
			() => 'no new version was received',
		);
		const second = received.at(-1);
		const { body } = await ask(port, '/');
		expect(body).toContain('On two');
		expect(body).toContain(`data-version="${second?.version}"`);

		writeFileSync(join(folder, 'bib/papers.bib'), `${library('one', 'two')}\n@article{half, title = {`);
		await until(
			() => received.at(-1)?.errors !== null,
			() => 'no error was received',
		);
		expect(received.at(-1)?.errors).toMatch(/^bib\/papers\.bib:\d+:\d+: error: /);
		expect(received.at(-1)?.errors).not.toContain('\u001b');
		expect(received.at(-1)?.version).toBe(second?.version);
		expect((await states(port))[0]).toEqual(received.at(-1));

		writeFileSync(join(folder, 'bib/papers.bib'), library('one', 'two'));
		await until(
			() => received.at(-1)?.errors === null,
			() => 'The error stays',
		);
		expect(received.at(-1)?.version).toBe(second?.version);
		expect(await running.stop()).toBe(0);
	});

	it('serves nothing outside the folder of outputs', async () => {
		const { outside, port } = await shared;
		const paths = [
			'/../bibfolio.yaml',
			'/%2e%2e/bibfolio.yaml',
			'/%2E%2E%2Fbibfolio.yaml',
			'/..%2fbibfolio.yaml',
			'/..%5cbibfolio.yaml',
			'/sub/../../bibfolio.yaml',
			'/sub/%2e%2e/%2e%2e/bibfolio.yaml',
			'/%252e%252e/bibfolio.yaml',
			'//etc/passwd',
			'/%2fetc%2fpasswd',
			`/${encodeURIComponent(join(outside, 'secret.txt'))}`,
			'/publications.html%00.txt',
			'/%00',
			'/%ff',
			'/%',
			'/../out-of/x.txt',
			'/.env',
			'/%2eenv',
			'/shown.txt',
			'/link.txt',
			'/linked/secret.txt',
			'/linked',
			'/sub',
			'http://127.0.0.1/../bibfolio.yaml',
		];
		const responses = await Promise.all(paths.map((path) => ask(port, path)));
		expect(
			responses.map(({ status, body }, index) => [
				paths[index],
				status,
				body.includes('secret') || body.includes('library:'),
			]),
		).toEqual(paths.map((path) => [path, 404, false]));
	});

	it('serves outputs next to inputs, but not the inputs', async () => {
		const folder = folderWith({
			'papers.bib': library('one'),
			'package.json': '{}',
			'me.png': 'png',
			'.git/config': 'secret',
		});
		const { running, port } = await serve(folder, 'papers.bib', '--out', '.');
		const responses = await Promise.all(
			['/', '/publications.md', '/me.png', '/papers.bib', '/package.json', '/.git/config'].map((path) =>
				ask(port, path),
			),
		);
		expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 404, 404, 404]);
		await running.stop();
	});

	it('answers only to allowed hosts', async () => {
		const { port } = await shared;
		const hosts: [string, number][] = [
			[`localhost:${port}`, 200],
			[`127.0.0.1:${port}`, 200],
			['[::1]', 200],
			[`list.localhost:${port}`, 200],
			[`rebound.example:${port}`, 403],
			['127.0.0.1.example', 403],
			['localhost.example', 403],
		];
		const responses = await Promise.all(hosts.map(([host]) => ask(port, '/_bibfolio/', { headers: { host } })));
		expect(responses.map(({ status }, index) => [hosts[index]?.[0], status])).toEqual(hosts);
		expect((await ask(port, '/_bibfolio/events', { headers: { host: 'rebound.example' } })).status).toBe(403);
	});

	it('uses and reports the next free port if one is taken', async () => {
		const folder = folderWith({ 'bibfolio.yaml': pages, 'bib/papers.bib': library('one') });
		const other = createServer();
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
		const { port: taken } = other.address() as AddressInfo;
		const running = await start(folder, ['serve', '--port', String(taken)]);
		other.close();
		expect(running.printed()).toContain(`Port ${taken} is in use`);
		const port = Number(/http:\/\/127\.0\.0\.1:(\d+)\//.exec(running.printed())?.[1]);
		expect(port).toBeGreaterThan(taken);
		expect((await ask(port, '/')).status).toBe(200);
		await running.stop();
		const refused = await start(folder, ['serve', '--host', '192.0.2.1'], 'this machine does not have that address');
		expect(await refused.ended()).toBe(2);
	});

	it('shows the start page if there is no page, or more than one', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/papers.bib': '' });
		const { running, port } = await serve(folder);
		const { status, body } = await ask(port, '/');
		expect(status).toBe(200);
		expect(body).toContain('<a href="/publications.md">out/publications.md</a>');
		expect((await states(port))[0]?.errors).toContain('library/empty');
		await running.stop();
	});
});
