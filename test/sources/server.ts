import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import { type Asked, answering, type Route } from './behaviours.mjs';

export type { Route } from './behaviours.mjs';

/** A local server that responds like the real sources and records its requests. */
export interface SourceServer {
	readonly url: string;
	readonly asked: readonly Asked[];
}

/**
 * Starts a server with routes by decoded path with query; one that ends in `*` is for all paths that begin so. Other paths
 * are 404. It is closed after the test file.
 */
export async function sourceServer(routes: Readonly<Record<string, Route>>): Promise<SourceServer> {
	const asked: Asked[] = [];
	const server = createServer(answering(routes, asked));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
