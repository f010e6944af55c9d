import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isOwnHost } from './allowed-hosts.ts';
import { own, withReload } from './preview-page.ts';
import { reloadScript } from './preview-script.ts';
import { fileAt, type Site } from './site-files.ts';

export { isLoopback } from './allowed-hosts.ts';
export { type Listed, listingPage } from './preview-page.ts';
export { addressOf, type Site } from './site-files.ts';

/** What the preview shows now. */
export interface Shown {
	readonly site: Site;
	/** The address of the output that stands at `/`; null for the list of all. */
	readonly home: string | null;
	/** The list of all outputs, as HTML. */
	readonly listing: string;
	/** What is wrong, as text; null when nothing is. */
	readonly errors: string | null;
}

export interface Preview {
	readonly port: number;
	/** Shows this from now on; `fresh` pages are loaded again. */
	show(shown: Shown, fresh: boolean): void;
	/** Ends all connections. */
	close(): Promise<void>;
}

/** So many ports are tried, one after the other. */
const attempts = 100;

/**
 * A server that shows outputs, and whose pages load again by themselves (server-sent events). It writes nothing, answers
 * GET and HEAD to its own names only, and gives nothing outside the outputs' folders. A port in use is passed over for
 * the next free one. Rejects where the address cannot be listened on at all.
 */
export async function servePreview(host: string, port: number, first: Shown): Promise<Preview> {
	const began = Date.now().toString(36);
	const listeners = new Set<ServerResponse>();
	let shown = first;
	let count = 0;
	const version = () => `${began}-${count}`;
	const server = createServer((request, response) => {
		const given = answer(request);
		if (given === 'states') tellStates(response);
		else send(response, given);
	});
	await listen(server, host, port);

	return {
		port: (server.address() as AddressInfo).port,
		show(next, fresh) {
			shown = next;
			if (fresh) count++;
			for (const listener of listeners) listener.write(stateEvent());
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};

	function answer({ headers: { host: asked }, method, url = '/' }: IncomingMessage): Answer | 'states' {
		if (!isOwnHost(asked, host)) return plain(403, 'This preview is not served under that name');
		if (method !== 'GET' && method !== 'HEAD')
			return { ...plain(405, 'Only GET and HEAD'), more: { Allow: 'GET, HEAD' } };
		const [path = '/'] = url.split('?', 1);
		if (path === own.events) return method === 'GET' ? 'states' : plain(200, '');
		if (path === own.script) return { status: 200, type: 'text/javascript; charset=utf-8', body: reloadScript };
		if (path === own.list || (path === '/' && shown.home === null)) return page(shown.listing);
		const home = shown.home ?? '/';
		// The page itself where its links lead the same way from /; else the way to it.
		if (path === '/' && home.lastIndexOf('/') > 0) return { ...plain(302, home), more: { Location: home } };
		const found = fileAt(path === '/' ? home : path, shown.site);
		if (found)
			return found.type.startsWith('text/html')
				? page(found.bytes.toString())
				: { status: 200, type: found.type, body: found.bytes };
		// Every browser asks for it; a page without one is no mistake.
		if (path === '/favicon.ico') return { status: 204, type: 'image/x-icon', body: '' };
		// An output that is not written yet: the list stands in until it is.
		return path === '/' ? page(shown.listing) : plain(404, 'There is no such file among the outputs');
	}

	function page(html: string): Answer {
		return { status: 200, type: 'text/html; charset=utf-8', body: withReload(html, version()) };
	}

	function tellStates(response: ServerResponse): void {
		response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' });
		response.write(`retry: 500\n\n${stateEvent()}`);
		listeners.add(response);
		response.on('close', () => listeners.delete(response));
	}

	function stateEvent(): string {
		return `event: state\ndata: ${JSON.stringify({ version: version(), errors: shown.errors })}\n\n`;
	}
}

interface Answer {
	readonly status: number;
	/** Content-Type. */
	readonly type: string;
	readonly body: string | Buffer;
	readonly more?: Readonly<Record<string, string>>;
}

const headers: Readonly<Record<string, string>> = {
	'Cache-Control': 'no-store',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
};

function plain(status: number, words: string): Answer {
	return { status, type: 'text/plain; charset=utf-8', body: `${words}\n` };
}

/** Node leaves the body out of an answer to HEAD. */
function send(response: ServerResponse, { status, type, body, more }: Answer): void {
	response.writeHead(status, { ...headers, ...more, 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
	response.end(body);
}

async function listen(server: Server, host: string, port: number): Promise<void> {
	const last = Math.min(65_535, port + attempts);
	for (let next = port; ; next++) {
		try {
			return await listenOnce(server, host, next);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || next >= last) throw error;
		}
	}
}

function listenOnce(server: Server, host: string, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => {
			server.off('error', reject);
			resolve();
		});
	});
}
