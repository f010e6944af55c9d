import { setTimeout } from 'node:timers/promises';
import { isPrivateHost } from './private-addresses.ts';

/** How requests are made. */
export interface RequestOptions {
	/** Milliseconds that one attempt may take, from connecting to the last byte, including redirects. */
	readonly timeout: number;
	/** Hosts with their ports that may have a private address: those that the user named. */
	readonly namedHosts: ReadonlySet<string>;
	/** Identifies the program, but not the user. */
	readonly userAgent: string;
	/** Further headers, which a redirect to another host does not get. */
	readonly headers?: Readonly<Record<string, string>>;
	/** Waits; replaced in tests. */
	readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** The response, or why there is none. */
export type Answer =
	| { readonly kind: 'found'; readonly text: string; readonly type: string; readonly url: string }
	/** 404, 410: unknown to the source. 406: known, but not available in the requested format. */
	| { readonly kind: 'missing' }
	| Unavailable;

/** Why there is no usable response. */
export interface Unavailable {
	readonly kind: 'unavailable';
	/** Follows the name of the host in a message: 'did not respond within 10 s'. */
	readonly reason: string;
	/** What the user can do, as the beginning of a hint; null if only another source can help. */
	readonly remedy: string | null;
	/** There is no network, so that other sources cannot be reached either. */
	readonly offline: boolean;
}

const maxAttempts = 3;
/** Milliseconds; a source that asks for a longer wait counts as unavailable. */
const maxWait = 20_000;
/** Bytes. */
const maxAnswerSize = 5_000_000;
const maxRedirects = 10;

/**
 * Requests an address; the only place that uses the network. Follows redirects, but not to private addresses, and retries if
 * the source is busy (429, 503, with `Retry-After`) or fails, up to three attempts. Never throws.
 */
export async function request(address: string, accept: string, options: RequestOptions): Promise<Answer> {
	const wait = options.wait ?? setTimeout;
	let last: Answer = unavailable('did not respond');
	for (let attempt = 1; attempt <= maxAttempts; attempt++) {
		const outcome = await requestOnce(address, accept, options);
		if (!('retryAfter' in outcome)) return outcome;
		last = outcome.answer;
		if (outcome.retryAfter > maxWait || attempt === maxAttempts) break;
		await wait(outcome.retryAfter || 300 * 2 ** attempt);
	}
	return last;
}

/** The outcome of one attempt; `retryAfter` is the wait before the next one in milliseconds, 0 for the default. */
type Outcome = Answer | { readonly answer: Answer; readonly retryAfter: number };

async function requestOnce(address: string, accept: string, options: RequestOptions): Promise<Outcome> {
	const { timeout, userAgent, namedHosts, headers = {} } = options;
	const signal = AbortSignal.timeout(timeout);
	try {
		let url = address;
		for (let redirects = 0; redirects <= maxRedirects; redirects++) {
			const { host, hostname } = new URL(url);
			if (!namedHosts.has(host) && (await beforeAbort(isPrivateHost(hostname), signal)))
				return redirects > 0
					? unavailable(
							`redirects to the private address ${host}`,
							`Use an address of ${host} under "lookup" to allow it`,
						)
					: unavailable('is a private address', 'Pass the address as an argument to allow it');
			// A redirect is not followed by fetch itself, which would not check its address.
			const response = await fetch(url, {
				headers: { ...(host === new URL(address).host && headers), accept, 'user-agent': userAgent },
				redirect: 'manual',
				signal,
			});
			const location = redirectStatuses.has(response.status) ? response.headers.get('location') : null;
			if (location === null) return await outcomeOf(response, url);
			await response.body?.cancel();
			const target = redirectTarget(url, location);
			if (target === null) return unavailable('redirects to an address that is not a web page', null);
			url = target;
		}
		return unavailable(`redirects more than ${maxRedirects} times`, null);
	} catch (error) {
		return networkError(error, timeout);
	}
}

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * The address that a redirect leads to; null if it has another scheme than http and https, or a password. From https, it is
 * https too: servers of the same name usually answer there, and what comes through http could have been changed on its way.
 */
export function redirectTarget(from: string, location: string): string | null {
	if (!URL.canParse(location, from)) return null;
	const target = new URL(location, from);
	if (!/^https?:$/.test(target.protocol) || target.username !== '' || target.password !== '') return null;
	if (new URL(from).protocol === 'https:') target.protocol = 'https:';
	return target.href;
}

async function outcomeOf(response: Response, url: string): Promise<Outcome> {
	const { status, headers } = response;
	if (status !== 200) {
		await response.body?.cancel();
		return missingStatuses.has(status) ? { kind: 'missing' } : statusError(status, headers.get('retry-after'));
	}
	const bytes = await bytesOf(response);
	if (bytes === null) return unavailable(`sent more than ${maxAnswerSize / 1e6} MB`, null);
	const type = headers.get('content-type') ?? '';
	const text = decoded(bytes, type);
	return text === null ? unavailable('sent text in an invalid encoding', null) : { kind: 'found', text, type, url };
}

const missingStatuses: ReadonlySet<number> = new Set([404, 406, 410]);

/** Rejects when the signal aborts: a look-up of a name has no time-out itself. */
function beforeAbort<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
	return new Promise((resolve, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason), { once: true });
		promise.then(resolve, reject);
	});
}

function statusError(status: number, retryAfter: string | null): Outcome {
	const answer = unavailable(status === 429 ? 'received too many requests (429)' : `responded with status ${status}`);
	const isBusy = status === 429 || status >= 500;
	return isBusy ? { answer, retryAfter: retryAfter === null ? 0 : millisecondsOf(retryAfter) } : answer;
}

/** `Retry-After`, which is in seconds or a date (RFC 9110 §10.2.3), in milliseconds; 0 if it is neither. */
function millisecondsOf(retryAfter: string): number {
	const seconds = /^\d+$/.test(retryAfter.trim()) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
	return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds * 1000)) : 0;
}

/** The decompressed body; null if it is too long. */
async function bytesOf(response: Response): Promise<Buffer | null> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of response.body ?? []) {
		length += chunk.length;
		if (length > maxAnswerSize) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/**
 * The text in the encoding of its content type, or else in UTF-8; null if the bytes are not valid in it. A web page may
 * contain invalid bytes, and is in Windows-1252 if it is not in UTF-8 and its type does not state an encoding, as in
 * browsers.
 */
function decoded(bytes: Buffer, type: string): string | null {
	const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1];
	const isPage = /^text\/html|^application\/xhtml/i.test(type);
	try {
		return decoderFor(charset ?? 'utf-8', !isPage || charset === undefined).decode(bytes);
	} catch {
		return isPage ? new TextDecoder('windows-1252').decode(bytes) : null;
	}
}

function decoderFor(charset: string, fatal: boolean): InstanceType<typeof TextDecoder> {
	try {
		return new TextDecoder(charset, { fatal });
	} catch {
		return new TextDecoder('utf-8', { fatal });
	}
}

/** System error codes if there is no network. */
const offlineCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EADDRNOTAVAIL']);
/** Errors for which a retry is useless: no server at the address, or a response that is not HTTP. */
const permanentError = /ECONNREFUSED|HPE_|Z_/;

function networkError(error: unknown, timeout: number): Outcome {
	const { name, cause, message } = error as Error;
	if (name === 'TimeoutError' || name === 'AbortError')
		return { answer: unavailable(`did not respond within ${timeout / 1000} s`), retryAfter: 0 };
	const { code = '', message: reason = message } = (cause ?? {}) as NodeJS.ErrnoException;
	const isOffline = offlineCodes.has(code);
	const answer = unavailable(
		`cannot be reached (${code || reason})`,
		isOffline ? 'Check your internet connection' : later,
		isOffline,
	);
	return isOffline || permanentError.test(`${code} ${reason}`) ? answer : { answer, retryAfter: 0 };
}

const later = 'Try again later';

/** An unavailable source; `remedy` is null if a retry cannot help. */
export function unavailable(reason: string, remedy: string | null = later, offline = false): Unavailable {
	return { kind: 'unavailable', reason, remedy, offline };
}
