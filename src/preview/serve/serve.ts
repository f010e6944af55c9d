import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isAllowedHost, isLoopback, isLoopbackHost } from './allowed-hosts.ts';
import { previewAddresses, withReloadScript } from './preview-page.ts';
import { reloadScript } from './preview-script.ts';
import { fileAt, type Site } from './site-files.ts';

export { isLoopback } from './allowed-hosts.ts';
export { type ListedFile, type ListedOutput, listingPage } from './preview-page.ts';
export { addressOf, type Site } from './site-files.ts';

/** What the preview shows. */
export interface PreviewState {
	readonly site: Site;
	/** The address of the output that `/` shows; null for the start page. */
	readonly home: string | null;
	/** The start page, which lists all outputs, as HTML. */
	readonly listing: string;
	/** The errors; null for none. */
	readonly errors: ShownErrors | null;
}

/** Errors as text. Only requests from this machine get the lines of files, which may be private. */
export interface ShownErrors {
	readonly withLines: string;
	readonly withoutLines: string;
}

export interface Preview {
	readonly port: number;
	/** Changes the state, and reloads all pages if outputs have changed. */
	show(state: PreviewState, hasNewOutputs: boolean): void;
	/** Closes the server and all connections. */
	close(): Promise<void>;
}

/** Number of ports to try, in ascending order. */
const maxPorts = 100;

/**
 * Starts a server that shows outputs, with pages that reload automatically (server-sent events). It writes nothing, answers
 * only GET and HEAD requests to allowed hosts, and serves nothing outside the outputs' folders. If the port is taken, it
 * uses the next free one. Rejects if it cannot listen on the address.
 */
export async function servePreview(host: string, port: number, first: PreviewState): Promise<Preview> {
	const startTime = Date.now().toString(36);
	/** The pages that listen for events, and whether they get the lines of files. */
	const listeners = new Map<ServerResponse, boolean>();
	let state = first;
	let buildCount = 0;
	const version = () => `${startTime}-${buildCount}`;
	const server = createServer((request, response) => {
		const reply = answer(request);
		if (reply === 'events') sendEvents(response, isLoopback(host) && isLoopbackHost(request.headers.host));
		else send(response, reply);
	});
	await listen(server, host, port);

	return {
		port: (server.address() as AddressInfo).port,
		show(newState, hasNewOutputs) {
			state = newState;
			if (hasNewOutputs) buildCount++;
			for (const [listener, hasLines] of listeners) listener.write(stateEvent(hasLines));
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};

	function answer({ headers: { host: requested }, method, url = '/' }: IncomingMessage): Answer | 'events' {
		if (!isAllowedHost(requested, host)) return plain(403, 'Host not allowed');
		if (method !== 'GET' && method !== 'HEAD')
			return { ...plain(405, 'Only GET and HEAD are allowed'), extraHeaders: { Allow: 'GET, HEAD' } };
		const [path = '/'] = url.split('?', 1);
		if (path === previewAddresses.events) return method === 'GET' ? 'events' : plain(200, '');
		if (path === previewAddresses.script)
			return { status: 200, type: 'text/javascript; charset=utf-8', body: reloadScript };
		if (path === previewAddresses.list || (path === '/' && state.home === null)) return page(state.listing);
		const home = state.home ?? '/';
		// A page in a subfolder is redirected to, so that its relative links work.
		if (path === '/' && home.lastIndexOf('/') > 0) return { ...plain(302, home), extraHeaders: { Location: home } };
		const file = fileAt(path === '/' ? home : path, state.site);
		if (file)
			return file.type.startsWith('text/html')
				? page(file.bytes.toString())
				: { status: 200, type: file.type, body: file.bytes };
		// Browsers always request it; a missing icon is not an error.
		if (path === '/favicon.ico') return { status: 204, type: 'image/x-icon', body: '' };
		// Shows the start page until the output is written.
		return path === '/' ? page(state.listing) : plain(404, 'File not found');
	}

	function page(html: string): Answer {
		return { status: 200, type: 'text/html; charset=utf-8', body: withReloadScript(html, version()) };
	}

	function sendEvents(response: ServerResponse, hasLines: boolean): void {
		response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' });
		response.write(`retry: 500\n\n${stateEvent(hasLines)}`);
		listeners.set(response, hasLines);
		response.on('close', () => listeners.delete(response));
	}

	function stateEvent(hasLines: boolean): string {
		const errors = (hasLines ? state.errors?.withLines : state.errors?.withoutLines) ?? null;
		return `event: state\ndata: ${JSON.stringify({ version: version(), errors })}\n\n`;
	}
}

interface Answer {
	readonly status: number;
	/** Content-Type. */
	readonly type: string;
	readonly body: string | Buffer;
	readonly extraHeaders?: Readonly<Record<string, string>>;
}

const headers: Readonly<Record<string, string>> = {
	'Cache-Control': 'no-store',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
};

function plain(status: number, message: string): Answer {
	return { status, type: 'text/plain; charset=utf-8', body: `${message}\n` };
}

/** Node omits the body in the answer to HEAD. */
function send(response: ServerResponse, { status, type, body, extraHeaders }: Answer): void {
	response.writeHead(status, {
		...headers,
		...extraHeaders,
		'Content-Type': type,
		'Content-Length': Buffer.byteLength(body),
	});
	response.end(body);
}

async function listen(server: Server, host: string, port: number): Promise<void> {
	const last = Math.min(65_535, port + maxPorts);
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
