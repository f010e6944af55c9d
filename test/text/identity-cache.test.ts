import { describe, expect, it } from 'vitest';
import { cacheByIdentity } from '../../src/text/identity-cache.ts';

describe('cacheByIdentity', () => {
	it('computes the result of the same objects once', () => {
		const calls: unknown[] = [];
		const pair = cacheByIdentity((left: object, right: object) => {
			calls.push([left, right]);
			return { left, right };
		});
		const [a, b] = [{}, {}];
		expect(pair(a, b)).toBe(pair(a, b));
		expect(pair(b, a)).not.toBe(pair(a, b));
		expect(calls).toEqual([
			[a, b],
			[b, a],
		]);
	});

	it('distinguishes equal objects', () => {
		const copy = cacheByIdentity((value: { readonly n: number }) => ({ ...value }));
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
