import { type Answer, unavailable } from './answer.ts';
import type { HostTurns } from './host-turns.ts';
import { isThisMachine } from './private-addresses.ts';

export const maxAttempts = 3;
/** Milliseconds; a host that asks for a longer wait is not asked again. */
const maxWait = 30_000;

/** The answer for a status that is not a success. */
export function statusAnswer({ status, headers }: Response): Answer {
	const reason = status === 429 ? 'received too many requests (429)' : `responded with status ${status}`;
	const wait = isBusy(status) ? retryAfter(headers) : 0;
	return { ...unavailable(reason, wait > maxWait ? `Try again in ${duration(wait)}` : undefined), status };
}

/**
 * Gives a host the rest that its response asks for, or the usual one if it fails. Returns false if the host needs none, or
 * one that is too long to wait for.
 *
 * @param attempt from 1 to `maxAttempts`; each rest is longer than the one before
 */
export function giveRest(host: string, response: Response, attempt: number, turns: HostTurns): boolean {
	const { status, headers } = response;
	if (!isBusy(status)) return false;
	const wait = retryAfter(headers);
	const answer = statusAnswer(response);
	if (answer.kind === 'unavailable') {
		if (wait > maxWait) turns.close(host, answer);
		turns.count(host, answer);
	}
	// INSPIRE counts refused requests, too, and wants 5 seconds without any.
	const isCrowded = (status === 429 || status === 503) && !isThisMachine(host);
	turns.hold(host, wait || usualRest(attempt) * (isCrowded ? 10 : 1));
	return wait <= maxWait;
}

/** Milliseconds before another attempt; none after the last one. */
export function usualRest(attempt: number): number {
	return attempt < maxAttempts ? 300 * 2 ** attempt : 0;
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
