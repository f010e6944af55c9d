import type { HostTurns } from './host-turns.ts';
import { type Failure, networkFailure, refused } from './network-failure.ts';
import { isPrivateHost, type NameLookup } from './private-addresses.ts';

/** How the requests of a client are made. */
export interface Transport {
	/** Milliseconds that one attempt may take, from connecting to the last byte, including redirects. */
	readonly timeout: number;
	/** Hosts with their ports that may have a private address: those that the user named. */
	readonly namedHosts: ReadonlySet<string>;
	readonly turns: HostTurns;
	/** Looks up the name of a host. */
	readonly nameLookup: NameLookup;
	/** The address and the headers for one step on the way of redirects, with what only this host may know. */
	sign(url: URL): { readonly address: string; readonly headers: Readonly<Record<string, string>> };
	/** Called with the host before each step. */
	onRequest(host: string): void;
}

/** A request before redirects. */
export interface Call {
	readonly method: 'GET' | 'HEAD';
	readonly address: string;
	readonly accept: string;
}

/** A redirect on the way to a response. */
export interface Redirect {
	readonly kind: 'redirect';
	readonly status: number;
	readonly to: string;
}

const maxRedirects = 10;

/**
 * Makes one attempt at a request; the only place that uses the network. Follows redirects, but not to private addresses.
 * Never throws.
 *
 * @param use reads the response from an address, which is without what `sign` added
 */
export async function exchange<Result extends { readonly kind: 'response' }>(
	{ method, address, accept }: Call,
	transport: Transport,
	use: (response: Response, url: string, redirects: readonly Redirect[]) => Promise<Result>,
): Promise<Result | Failure> {
	if (!isWebAddress(address)) {
		const host = URL.canParse(address) ? new URL(address).host : '';
		return refused(host, 'is not an address that can be requested', null);
	}
	const { timeout, turns } = transport;
	const redirects: Redirect[] = [];
	let url = new URL(address);
	/** Without the waits for turns. */
	let left = timeout;
	const step = async (): Promise<Result | Failure | Redirect> => {
		const start = performance.now();
		try {
			const signal = AbortSignal.timeout(Math.max(1, Math.ceil(left)));
			const place = await privatePlace(url, redirects.length > 0, transport, signal);
			if (place) return place;
			transport.onRequest(url.host);
			const signed = transport.sign(url);
			// A redirect is not followed by fetch itself, which would not check its address.
			const response = await fetch(signed.address, {
				method,
				headers: { accept, ...signed.headers },
				redirect: 'manual',
				signal,
			});
			const location = redirectStatuses.has(response.status) ? response.headers.get('location') : null;
			if (location === null) return await use(response, url.href, redirects);
			await response.body?.cancel();
			const to = redirectTarget(url.href, location);
			return to === null
				? refused(url.host, 'redirects to an address that is not a web page', null)
				: { kind: 'redirect', status: response.status, to };
		} catch (error) {
			const failure = await networkFailure(error, url.host, timeout, () => isOffline(transport.nameLookup, timeout));
			noteFailure(failure, turns);
			return failure;
		} finally {
			left -= performance.now() - start;
		}
	};
	while (redirects.length <= maxRedirects) {
		const outcome = await turns.take(url.host, step);
		if (outcome.kind === 'closed') return { kind: 'failure', host: url.host, cause: 'closed', answer: outcome.reason };
		if (outcome.kind !== 'redirect') return outcome;
		redirects.push(outcome);
		url = new URL(outcome.to);
	}
	return refused(url.host, `redirects more than ${maxRedirects} times`, null);
}

/** Later requests would have the same failure if the network, a name or a server is missing. */
function noteFailure({ cause, host, answer }: Failure, turns: HostTurns): void {
	if (cause === 'offline') turns.close(null, answer);
	else if (cause === 'passing') turns.count(host, answer);
	else turns.close(host, answer);
}

/** The failure for an address that leads to this machine or a private network; null for others. */
async function privatePlace(
	{ host, hostname }: URL,
	isRedirect: boolean,
	{ namedHosts, nameLookup }: Transport,
	signal: AbortSignal,
): Promise<Failure | null> {
	if (namedHosts.has(host) || !(await beforeAbort(isPrivateHost(hostname, nameLookup), signal))) return null;
	return isRedirect
		? refused(
				host,
				`redirects to the private address ${host}`,
				`If you trust ${host}, use an address of it under "lookup"`,
			)
		: refused(host, 'is a private address', 'Pass the address as an argument to allow it');
}

/** True if there is no network: not even the name of doi.org can be looked up. */
async function isOffline(lookup: NameLookup, timeout: number): Promise<boolean> {
	try {
		await beforeAbort(lookup('doi.org'), AbortSignal.timeout(timeout));
		return false;
	} catch {
		return true;
	}
}

/** Rejects when the signal aborts: a look-up of a name has no time-out itself. */
function beforeAbort<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
	return new Promise((resolve, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason), { once: true });
		promise.then(resolve, reject);
	});
}

/** True for an address with http or https, and without a password, which messages could show. */
function isWebAddress(address: string): boolean {
	if (!URL.canParse(address)) return false;
	const { protocol, username, password } = new URL(address);
	return /^https?:$/.test(protocol) && username === '' && password === '';
}

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * The address that a redirect leads to; null if it has another scheme than http and https, or a password. From https, it is
 * https too: servers of the same name usually answer there, and what comes through http could have been changed on its way.
 */
export function redirectTarget(from: string, location: string): string | null {
	if (!URL.canParse(location, from)) return null;
	const target = new URL(location, from);
	if (!isWebAddress(target.href)) return null;
	if (new URL(from).protocol === 'https:') target.protocol = 'https:';
	return target.href;
}
