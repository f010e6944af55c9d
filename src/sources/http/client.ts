import { setTimeout } from 'node:timers/promises';
import { valueIn } from '../../text/value-in.ts';
import { type Service, services } from '../services.ts';
import { type SourceName, sourceAddresses } from '../source-addresses.ts';
import { type Answer, type RequestOptions, request } from './request.ts';

/** How a client asks its sources. */
export interface ClientOptions extends Omit<RequestOptions, 'namedHosts' | 'headers'> {
	/** Custom addresses of sources by name; `{}` is replaced by the identifier. */
	readonly addresses: Readonly<Record<string, string>>;
	/** The user's mail address, for services that ask for one; null if unknown. */
	readonly mailto: string | null;
	/** The environment, which contains the keys of services. */
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Addresses that the user typed, whose hosts may be private like those of `addresses`. */
	readonly typedAddresses?: readonly string[];
	/** Called with the host before each request. */
	readonly onRequest?: (host: string) => void;
}

/** Asks web services, one request at a time to each host, in the way that each service asks for. */
export interface Client {
	/** The address that a source is asked at for an identifier. */
	addressOf(source: SourceName, id: string): string;
	/** Asks a source at an address of its own, such as that of the next page. Never throws. */
	ask(source: SourceName, address: string, accept: string): Promise<Answer>;
	/** Requests a page that is not one of a source. Never throws. */
	open(address: string, accept: string): Promise<Answer>;
}

/** Creates a client. Two clients of one process do not know of each other: create one for each command. */
export function createClient(options: ClientOptions): Client {
	const { addresses, typedAddresses = [], onRequest = () => {}, wait = setTimeout } = options;
	const namedHosts = hostsOf([...Object.values({ ...sourceAddresses, ...addresses }), ...typedAddresses]);
	/** For each host, the end of its last request with the pause after it. */
	const turns = new Map<string, Promise<unknown>>();
	const inTurn = (address: string, accept: string, { pause }: Pick<Service, 'pause'>, headers: Headers) => {
		const { host } = new URL(address);
		const last = turns.get(host);
		const answer = (last ?? Promise.resolve()).then(() => {
			onRequest(host);
			return request(address, accept, { ...options, namedHosts, headers });
		});
		turns.set(
			host,
			answer.then(() => pauseAfter(pause, wait)),
		);
		return answer;
	};
	return {
		addressOf: (source, id) => {
			// Slashes stay, as in 10.1000/x and hep-th/9711200; characters that would end the path are encoded.
			const encoded = encodeURIComponent(id).replaceAll('%2F', '/');
			const template = valueIn(addresses, source) ?? sourceAddresses[source];
			return template.includes('{}') ? template.replaceAll('{}', encoded) : template.replace(/\/?$/, '/') + encoded;
		},
		ask: (source, address, accept) => {
			const { address: full, headers } = signed(address, services[source], source, options);
			return inTurn(full, accept, isThisMachine(new URL(full)) ? { pause: 0 } : services[source], headers);
		},
		open: (address, accept) => inTurn(address, accept, { pause: 0 }, {}),
	};
}

type Headers = Readonly<Record<string, string>>;

/** No wait is needed before the end of the process: the next request waits for the promise. */
function pauseAfter(milliseconds: number, wait: (milliseconds: number) => Promise<unknown>): Promise<unknown> {
	return milliseconds === 0 ? Promise.resolve() : wait(milliseconds);
}

/** An address with the mail address and the key of the user, if the service knows them. */
function signed(address: string, { mailto, key }: Service, source: SourceName, options: ClientOptions) {
	const url = new URL(address);
	const secret = key && isOwnHost(url, source) ? options.environment[key.variable]?.trim() : undefined;
	if (mailto && options.mailto) url.searchParams.set(mailto, options.mailto);
	if (key?.parameter && secret) url.searchParams.set(key.parameter, secret);
	return { address: url.href, headers: key?.header && secret ? { [key.header]: secret } : {} };
}

/** A key is only for the service itself, or for this machine: a configuration from elsewhere must not have it sent away. */
function isOwnHost(url: URL, source: SourceName): boolean {
	return url.host === new URL(sourceAddresses[source]).host || isThisMachine(url);
}

function isThisMachine({ hostname }: URL): boolean {
	return /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(hostname);
}

function hostsOf(addresses: readonly string[]): ReadonlySet<string> {
	return new Set(addresses.filter((address) => URL.canParse(address)).map((address) => new URL(address).host));
}
