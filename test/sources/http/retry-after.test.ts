import { describe, expect, it } from 'vitest';
import { giveRest } from '../../../src/sources/http/retry-after.ts';

/** What a response with a status means for the host: its rests in milliseconds, and whether it is closed. */
function restOf(status: number, retryAfter: string | null, attempt = 1) {
	const rests: (number | 'closed')[] = [];
	const headers = new Headers(retryAfter === null ? {} : { 'retry-after': retryAfter });
	const kind = giveRest('api.example.org', new Response(null, { status, headers }), attempt, {
		take: async () => ({ kind: 'closed', reason: { kind: 'unavailable', reason: '', remedy: null, offline: false } }),
		hold: (_, milliseconds) => rests.push(milliseconds),
		close: () => rests.push('closed'),
		count: () => {},
	});
	return [kind, ...rests];
}

describe('A host rests', () => {
	it.each([
		[429, '5', ['short', 5000]],
		[503, ' 30 ', ['short', 30_000]],
		[500, '3', ['short', 3000]],
		[429, '31', ['long', 'closed']],
		[503, 'Fri, 31 Dec 2999 23:59:59 GMT', ['long', 'closed']],
		[429, 'Fri, 31 Dec 1999 23:59:59 GMT', ['short', 6000]],
		[429, 'soon', ['short', 6000]],
		[429, '-1', ['short', 6000]],
		[429, null, ['short', 6000]],
		[503, null, ['short', 6000]],
		[500, null, ['short', 600]],
		[502, null, ['short', 600]],
		[200, '59', ['none']],
		[403, '59', ['none']],
		[404, null, ['none']],
	] as const)('after status %i with Retry-After %j: %j', (status, retryAfter, expected) => {
		expect(restOf(status, retryAfter)).toEqual(expected);
	});

	it('longer after each attempt, but not after the last one', () => {
		expect([1, 2, 3].map((attempt) => restOf(500, null, attempt)[1])).toEqual([600, 1200, 0]);
		expect([1, 2, 3].map((attempt) => restOf(429, null, attempt)[1])).toEqual([6000, 12_000, 0]);
	});
});
