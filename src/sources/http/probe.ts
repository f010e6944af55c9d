import { exchange, type Redirect, type Transport } from './exchange.ts';
import type { Failure } from './network-failure.ts';
import { giveRest } from './retry-after.ts';

/** What a link leads to. */
export type LinkState =
	| { readonly kind: 'alive' }
	/** The server says that the page is permanently at another address, where it is alive. */
	| { readonly kind: 'moved'; readonly to: string }
	/** 404, 410: the server does not have the page. */
	| { readonly kind: 'gone'; readonly status: number }
	/** The name of the host does not exist. */
	| { readonly kind: 'no-host'; readonly host: string }
	/** It cannot be told: the server refuses programs, is busy, fails or does not respond, or there is no network. */
	| { readonly kind: 'unknown'; readonly host: string; readonly reason: string; readonly offline: boolean };

/**
 * Asks whether a link is alive, without reading the page: with HEAD, or else with GET, because many servers answer HEAD
 * with an error. One attempt each. Never throws.
 */
export async function probe(address: string, transport: Transport): Promise<LinkState> {
	const head = await seen('HEAD', address, transport);
	const isUncertain = head.kind === 'failure' ? head.cause === 'passing' : head.status >= 400 && head.status !== 429;
	const final = isUncertain ? await seen('GET', address, transport) : head;
	if (final.kind === 'response') return stateOf(final);
	const { cause, host, answer } = final;
	if (cause === 'no-host') return { kind: 'no-host', host };
	return { kind: 'unknown', host, reason: answer.reason, offline: answer.offline };
}

interface Seen {
	readonly kind: 'response';
	readonly status: number;
	readonly host: string;
	readonly redirects: readonly Redirect[];
}

function seen(method: 'HEAD' | 'GET', address: string, transport: Transport): Promise<Seen | Failure> {
	const accept = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.8';
	return exchange({ method, address, accept }, transport, async (response, url, redirects) => {
		await response.body?.cancel();
		const { host } = new URL(url);
		giveRest(host, response, 1, transport.turns);
		return { kind: 'response', status: response.status, host, redirects } satisfies Seen;
	});
}

function stateOf({ status, host, redirects }: Seen): LinkState {
	if (status === 404 || status === 410) return { kind: 'gone', status };
	if (status >= 400 || status < 200)
		return { kind: 'unknown', host, reason: `responded with status ${status}`, offline: false };
	const temporary = redirects.findIndex(({ status }) => status !== 301 && status !== 308);
	const to = redirects.slice(0, temporary < 0 ? redirects.length : temporary).at(-1)?.to;
	return to === undefined ? { kind: 'alive' } : { kind: 'moved', to };
}
