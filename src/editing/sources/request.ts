import { setTimeout } from 'node:timers/promises';

/** How requests are made. */
export interface RequestOptions {
	/** Milliseconds that one try may take, its body included. */
	readonly timeout: number;
	/** Names the program to whom it asks; nothing about the person. */
	readonly userAgent: string;
	/** Waits; replaced in tests. */
	readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** What came back, or why nothing did. */
export type Answer =
	| { readonly kind: 'found'; readonly text: string; readonly type: string; readonly url: string }
	/** 404, 410: the source does not know it. 406: it knows it and has it in no such form. */
	| { readonly kind: 'missing' }
	| { readonly kind: 'unavailable'; readonly reason: string; readonly offline: boolean };

const mostTries = 3;
/** Milliseconds to wait at most because a source says so; who says more is busy. */
const longestWait = 20_000;
/** Bytes of an answer. */
const longestAnswer = 5_000_000;

/**
 * Asks an address: the only door to the network. Follows redirects, waits and asks again when the source is busy (429,
 * 503, with `Retry-After`) or fails, gives up after three tries. Never throws.
 */
export async function request(address: string, accept: string, options: RequestOptions): Promise<Answer> {
	const wait = options.wait ?? setTimeout;
	let last: Answer = { kind: 'unavailable', reason: 'it did not answer', offline: false };
	for (let tries = 1; tries <= mostTries; tries++) {
		const tried = await once(address, accept, options);
		if (!('again' in tried)) return tried;
		last = tried.answer;
		if (tried.again > longestWait || tries === mostTries) break;
		await wait(tried.again || 300 * 2 ** tries);
	}
	return last;
}

/** A try; `again` says after how many milliseconds another one makes sense, 0: soon. */
type Try = Answer | { readonly answer: Answer; readonly again: number };

async function once(address: string, accept: string, { timeout, userAgent }: RequestOptions): Promise<Try> {
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
			return failed(status, headers.get('retry-after'));
		}
		const text = await bodyOf(response);
		if (text === null) return unavailable('its answer is longer than 5 MB');
		return { kind: 'found', text, type: headers.get('content-type') ?? '', url };
	} catch (error) {
		return broken(error, timeout);
	}
}

function failed(status: number, retryAfter: string | null): Try {
	const answer = unavailable(status === 429 ? 'it asks for fewer requests (429)' : `it answered ${status}`);
	const isBusy = status === 429 || status >= 500;
	return isBusy ? { answer, again: retryAfter === null ? 0 : waitOf(retryAfter) } : answer;
}

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110 §10.2.3); 0 when it is neither. */
function waitOf(written: string): number {
	const seconds = /^\d+$/.test(written.trim()) ? Number(written) : (Date.parse(written) - Date.now()) / 1000;
	return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds * 1000)) : 0;
}

/** Null when it is too long. */
async function bodyOf(response: Response): Promise<string | null> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of response.body ?? []) {
		length += chunk.length;
		if (length > longestAnswer) return null;
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

/** Codes of the system that mean that there is no way to anybody. */
const offline = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EADDRNOTAVAIL']);
/** Nobody listens there, now or in a second; or an address that leads in a circle. */
const final = /ECONNREFUSED|redirect/;

function broken(error: unknown, timeout: number): Try {
	const { name, cause, message } = error as Error;
	if (name === 'TimeoutError' || name === 'AbortError')
		return { answer: unavailable(`it did not answer in ${timeout / 1000} s`), again: 0 };
	const { code = '', message: reason = message } = (cause ?? {}) as NodeJS.ErrnoException;
	const answer = unavailable(`it cannot be reached (${code || reason})`, offline.has(code));
	return offline.has(code) || final.test(`${code} ${reason}`) ? answer : { answer, again: 0 };
}

function unavailable(reason: string, isOffline = false): Answer {
	return { kind: 'unavailable', reason, offline: isOffline };
}
