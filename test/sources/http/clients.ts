import { type Client, type ClientOptions, createClient } from '../../../src/sources/http/client.ts';
import type { SourceServer } from '../server.ts';

/** A client that does not wait, and what it did. */
export interface TestClient {
	readonly client: Client;
	/** Milliseconds, to the next hundredth of a second. */
	readonly waits: number[];
	/** The hosts that were asked, in order. */
	readonly hosts: string[];
}

/** Names of hosts and their addresses; others do not exist. `doi.org` says that there is a network. */
const names: Readonly<Record<string, string>> = { 'doi.org': '8.8.8.8', 'intranet.example': '10.0.0.5' };

/** @param servers servers that may be asked although they are on this machine */
export function testClient(options: Partial<ClientOptions> = {}, ...servers: readonly SourceServer[]): TestClient {
	const waits: number[] = [];
	const hosts: string[] = [];
	const client = createClient({
		addresses: {},
		typedAddresses: servers.map(({ url }) => url),
		timeout: 5000,
		userAgent: 'bibfolio/1.2.3',
		mailto: null,
		environment: {},
		wait: async (milliseconds) => waits.push(Math.round(milliseconds / 10) * 10),
		nameLookup: async (name) => {
			const address = names[name];
			if (!address) throw new Error('ENOTFOUND');
			return [{ address }];
		},
		onRequest: (host) => hosts.push(host),
		...options,
	});
	return { client, waits, hosts };
}
