import { setTimeout } from 'node:timers/promises';

/** How requests are made. */
export interface RequestOptions {
	/** Milliseconds that one attempt may take, including the body. */
	readonly timeout: number;
	/** Identifies the program, but not the user. */
	readonly userAgent: string;
	/** Waits; replaced in tests. */
	readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** The response, or why there is none. */
export type Answer =
	| { readonly kind: 'found'; readonly text: string; readonly type: string; readonly url: string }
	/** 404, 410: unknown to the source. 406: known, but not available in the requested format. */
	| { readonly kind: 'missing' }
	/** The reason follows the name of the host in a message: 'did not respond within 10 s'. */
	| { readonly kind: 'unavailable'; readonly reason: string; readonly offline: boolean };

const maxAttempts = 3;
/** Milliseconds; a source that asks for a longer wait counts as unavailable. */
const maxWait = 20_000;
/** Bytes. */
const maxAnswerSize = 5_000_000;

/**
 * Requests an address; the only place that uses the network. Follows redirects, and retries if the source is busy (429, 503,
 * with `Retry-After`) or fails, up to three attempts. Never throws.
 */
export async function request(address: string, accept: string, options: RequestOptions): Promise<Answer> {
	const wait = options.wait ?? setTimeout;
	let last: Answer = { kind: 'unavailable', reason: 'did not respond', offline: false };
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

async function requestOnce(address: string, accept: string, { timeout, userAgent }: RequestOptions): Promise<Outcome> {
	try {
		const response = await fetch(address, {
			headers: { accept, 'user-agent': userAgent },
			redirect: 'follow',
			signal: AbortSignal.timeout(timeout),
		});
		const { status, headers, url } = response;
		if (status === 404 || status === 406 || status === 410) {
			await response.body?.cancel();
			return { kind: 'missing' };
		}
		if (status !== 200) {
			await response.body?.cancel();
			return statusError(status, headers.get('retry-after'));
		}
		const text = await bodyOf(response);
		if (text === null) return unavailable('sent more than 5 MB');
		return { kind: 'found', text, type: headers.get('content-type') ?? '', url };
	} catch (error) {
		return networkError(error, timeout);
	}
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

/** Null if it is too long. */
async function bodyOf(response: Response): Promise<string | null> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of response.body ?? []) {
		length += chunk.length;
		if (length > maxAnswerSize) return null;
		chunks.push(chunk);
	}
	const charset = /charset=["']?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1] ?? 'utf-8';
	return decoderFor(charset).decode(Buffer.concat(chunks));
}

function decoderFor(charset: string): InstanceType<typeof TextDecoder> {
	try {
		return new TextDecoder(charset);
	} catch {
		return new TextDecoder();
	}
}

/** System error codes if there is no network. */
const offlineCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EADDRNOTAVAIL']);
/** Errors for which a retry is useless: no server at the address, or circular redirects. */
const permanentError = /ECONNREFUSED|redirect/;

function networkError(error: unknown, timeout: number): Outcome {
	const { name, cause, message } = error as Error;
	if (name === 'TimeoutError' || name === 'AbortError')
		return { answer: unavailable(`did not respond within ${timeout / 1000} s`), retryAfter: 0 };
	const { code = '', message: reason = message } = (cause ?? {}) as NodeJS.ErrnoException;
	const isOffline = offlineCodes.has(code);
	const answer = unavailable(`cannot be reached (${code || reason})`, isOffline);
	return isOffline || permanentError.test(`${code} ${reason}`) ? answer : { answer, retryAfter: 0 };
}

function unavailable(reason: string, isOffline = false): Answer {
	return { kind: 'unavailable', reason, offline: isOffline };
}
