import { type Unavailable, unavailable } from './answer.ts';
import type { HostTurns } from './host-turns.ts';
import { isThisMachine } from './private-addresses.ts';

export const maxAttempts = 3;
/** Milliseconds; a host that asks for a longer wait is not asked again. */
const maxWait = 30_000;

/** The answer for a status that is not a success. */
export function statusAnswer({ status, headers }: Response): Unavailable {
	const reason = status === 429 ? 'received too many requests (429)' : `responded with status ${status}`;
	const wait = isBusy(status) ? retryAfter(headers) : 0;
	// A request that a service refuses as wrong is refused again.
	const later = status === 400 ? null : undefined;
	return { ...unavailable(reason, wait > maxWait ? `Try again in ${duration(wait)}` : later), status };
}

/**
 * Gives a host the rest that its response asks for, or the usual one if it is busy or fails. A host that asks for a `long`
 * one is not asked again.
 *
 * @param attempt from 1 to `maxAttempts`
 */
export function giveRest(
	host: string,
	response: Response,
	attempt: number,
	turns: HostTurns,
): 'none' | 'short' | 'long' {
	const { status, headers } = response;
	if (!isBusy(status)) return 'none';
	const wait = retryAfter(headers);
	const answer = statusAnswer(response);
	if (wait > maxWait) {
		turns.close(host, answer);
		return 'long';
	}
	turns.count(host, answer);
	// INSPIRE counts refused requests, too, and wants 5 seconds without any.
	const factor = status === 429 || status === 503 ? 10 : 1;
	turns.hold(host, wait || usualRest(host, attempt) * factor);
	return 'short';
}

/** Milliseconds before another attempt, more after each; none after the last one. This machine needs little. */
export function usualRest(host: string, attempt: number): number {
	return attempt < maxAttempts ? (isThisMachine(host) ? 10 : 300) * 2 ** attempt : 0;
}

function isBusy(status: number): boolean {
	return status === 429 || status >= 500;
}

/** `Retry-After`, which is in seconds or a date (RFC 9110 §10.2.3), in milliseconds; 0 if it is missing or neither. */
function retryAfter(headers: Headers): number {
	const value = headers.get('retry-after')?.trim() ?? '';
	const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
	return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds * 1000)) : 0;
}

/** A duration in words, rounded up: `3 minutes`. */
function duration(milliseconds: number): string {
	const minutes = Math.ceil(milliseconds / 60_000);
	return minutes < 100 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
