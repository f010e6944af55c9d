import { lookup } from 'node:dns/promises';
import { setTimeout } from 'node:timers/promises';
import { valueIn } from '../../text/value-in.ts';
import { services } from '../services.ts';
import { type SourceName, sourceAddresses } from '../source-addresses.ts';
import type { Answer } from './answer.ts';
import { type Credentials, missingSetting, sign, withKeyRemedy } from './credentials.ts';
import type { Transport } from './exchange.ts';
import { createTurns } from './host-turns.ts';
import { isThisMachine, type NameLookup } from './private-addresses.ts';
import { type LinkState, probe } from './probe.ts';
import { request } from './request.ts';
import { createRevisits } from './revisits.ts';

/** How a client asks its sources. */
export interface ClientOptions extends Credentials {
	/** Custom addresses of sources by name; `{}` is replaced by the identifier. */
	readonly addresses: Readonly<Record<string, string>>;
	/** Milliseconds that one attempt may take, from connecting to the last byte, including redirects. */
	readonly timeout: number;
	/** Addresses that the user typed, whose hosts may be private like those of `addresses`. */
	readonly typedAddresses?: readonly string[];
	/** Called with the host before each request. */
	readonly onRequest?: (host: string) => void;
	/** Called before a wait of a second or more, with its milliseconds. */
	readonly onWait?: (host: string, milliseconds: number) => void;
	/** Waits; replaced in tests. */
	readonly wait?: (milliseconds: number) => Promise<unknown>;
	/** Looks up names of hosts; replaced in tests. */
	readonly nameLookup?: NameLookup;
}

/**
 * Asks web services, one request at a time to each, in the way that each service asks for. A host that is missing, or fails
 * again and again, is not asked any more, and no host if there is no network: later requests have the same answer.
 */
export interface Client {
	/** The address that a source is asked at for an identifier. */
	addressOf(source: SourceName, id: string): string;
	/** Asks a source at an address of its own, such as that of the next page. Never throws. */
	ask(source: SourceName, address: string, accept: string): Promise<Answer>;
	/** Requests a page that is not one of a source. Never throws. */
	open(address: string, accept: string): Promise<Answer>;
	/** Asks whether a link is alive, once for each address. Never throws. */
	probe(address: string): Promise<LinkState>;
}

/** Bytes of a page; only its head is read. */
const maxPageSize = 5_000_000;
/** Milliseconds between requests to a host without a rule of its own. */
const politePause = 250;

/** Creates a client. Two clients of one process do not know of each other: create one for each command. */
export function createClient(options: ClientOptions): Client {
	const { addresses, timeout, typedAddresses = [], onRequest = () => {}, onWait = () => {} } = options;
	const { wait = setTimeout, nameLookup = (hostname) => lookup(hostname, { all: true }) } = options;
	const revisits = createRevisits();
	const probed = new Map<string, Promise<LinkState>>();
	const transportOf = (source: SourceName | null, patience = 1): Transport => ({
		timeout: timeout * patience,
		namedHosts,
		turns,
		nameLookup,
		sign: (url) => sign(url, source, options),
		onRequest,
	});
	const namedHosts = hostsOf([...Object.values({ ...sourceAddresses, ...addresses }), ...typedAddresses]);
	const turns = createTurns(pauseOf, (milliseconds, host) => {
		if (milliseconds >= 1000) onWait(host, milliseconds);
		return wait(milliseconds);
	});
	return {
		addressOf: (source, id) => {
			// Slashes stay, as in 10.1000/x and hep-th/9711200; characters that would end the path are encoded.
			const encoded = encodeURIComponent(id).replaceAll('%2F', '/');
			const template = valueIn(addresses, source) ?? sourceAddresses[source];
			return template.includes('{}') ? template.replaceAll('{}', encoded) : template.replace(/\/?$/, '/') + encoded;
		},
		ask: async (source, address, accept) => {
			const { maxSize, patience } = services[source];
			const missing = missingSetting(source, options);
			if (missing) return missing;
			const answer = await request(address, accept, { ...transportOf(source, patience), maxSize, revisits });
			return answer.kind === 'unavailable' ? withKeyRemedy(answer, source, options) : answer;
		},
		open: (address, accept) => request(address, accept, { ...transportOf(null), maxSize: maxPageSize, revisits }),
		probe: (address) => {
			const state = probed.get(address) ?? probe(address, transportOf(null));
			probed.set(address, state);
			return state;
		},
	};
}

/** The longest pause of the sources at a host; none on this machine, which has no limits. */
function pauseOf(host: string): number {
	if (isThisMachine(host)) return 0;
	const names = Object.keys(sourceAddresses) as SourceName[];
	const pauses = names
		.filter((name) => new URL(sourceAddresses[name]).host === host)
		.map((name) => services[name].pause);
	return Math.max(...(pauses.length > 0 ? pauses : [politePause]));
}

function hostsOf(addresses: readonly string[]): ReadonlySet<string> {
	return new Set(addresses.filter((address) => URL.canParse(address)).map((address) => new URL(address).host));
}
