import { describe, expect, it } from 'vitest';
import { cacheByIdentity } from '../../src/text/identity-cache.ts';

describe('cacheByIdentity', () => {
	it('computes a result once for the same objects', () => {
		const calls: unknown[] = [];
		const pair = cacheByIdentity((one: object, other: object) => {
			calls.push([one, other]);
			return { one, other };
		});
		const [a, b] = [{}, {}];
		expect(pair(a, b)).toBe(pair(a, b));
		expect(pair(b, a)).not.toBe(pair(a, b));
		expect(calls).toEqual([
			[a, b],
			[b, a],
		]);
	});

	it('tells equal objects apart', () => {
		const copy = cacheByIdentity((one: { readonly n: number }) => ({ ...one }));
		expect(copy({ n: 1 })).not.toBe(copy({ n: 1 }));
	});

	it('caches null and undefined', () => {
		let calls = 0;
		const nothing = cacheByIdentity((_: object) => {
			calls++;
			return calls === 1 ? undefined : null;
		});
		const key = {};
		expect([nothing(key), nothing(key), calls]).toEqual([undefined, undefined, 1]);
	});
});
