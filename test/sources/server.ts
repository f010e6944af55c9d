import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** The response to a path: a file of `answers/` or `recorded/`, or a function that responds. */
export type Route = string | ((request: IncomingMessage, response: ServerResponse) => void);

/** A local server that responds like the real sources and records its requests. */
export interface SourceServer {
	readonly url: string;
	readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
}

const types: Readonly<Record<string, string>> = {
	json: 'application/vnd.citationstyles.csl+json',
	xml: 'application/atom+xml; charset=UTF-8',
	html: 'text/html; charset=utf-8',
};

/** Starts a server with routes by path; other paths are 404. It is closed after the test file. */
export async function sourceServer(routes: Readonly<Record<string, Route>>): Promise<SourceServer> {
	const asked: SourceServer['asked'] = [];
	const server = createServer((request, response) => {
		const path = decodeURI(request.url ?? '');
		asked.push({ path, headers: request.headers });
		const route = routes[path];
		if (route === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>DOI Not Found</h1>');
		else if (typeof route === 'string') {
			const type = types[route.split('.').at(-1) ?? ''] ?? 'text/plain';
			response
				.writeHead(200, { 'content-type': type })
				.end(readFileSync(new URL(route.startsWith('recorded/') ? route : `answers/${route}`, import.meta.url)));
		} else route(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
