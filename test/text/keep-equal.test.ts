import { expect, it } from 'vitest';
import { keepEqual } from '../../src/text/keep-equal.ts';

it('returns the last object for an equal one', () => {
	const keep = keepEqual<unknown>();
	const first = { names: ['Ada'], place: { city: 'Bern', zip: null }, year: Number.NaN };
	expect(keep(first)).toBe(first);
	expect(keep(structuredClone(first))).toBe(first);
});

it.each([
	['a changed member', { names: ['Eva'] }],
	['a missing member', {}],
	['a further member', { names: ['Ada'], year: 1 }],
	['another name', { title: ['Ada'] }],
	['a longer array', { names: ['Ada', 'Eva'] }],
	['an object instead of an array', { names: { 0: 'Ada', length: 1 } }],
	['no object', null],
])('returns an object with %s', (_, other) => {
	const keep = keepEqual<unknown>();
	keep({ names: ['Ada'] });
	expect(keep(other)).toBe(other);
});

it('compares instances of classes and functions by identity, because their state is not visible', () => {
	class Hidden {
		readonly #value: number;
		constructor(value: number) {
			this.#value = value;
		}
		get value() {
			return this.#value;
		}
	}
	for (const make of [() => new Hidden(1), () => () => {}]) {
		const keep = keepEqual<unknown>();
		const [first, second] = [{ part: make() }, { part: make() }];
		expect(keep(first)).toBe(first);
		expect(keep({ ...first })).toBe(first);
		expect(keep(second)).toBe(second);
	}
});

it('compares maps by their members and the order of these', () => {
	const keep = keepEqual<unknown>();
	const first = new Map([
		['a', [1]],
		['b', [2]],
	]);
	expect(keep(first)).toBe(first);
	expect(
		keep(
			new Map([
				['a', [1]],
				['b', [2]],
			]),
		),
	).toBe(first);
	const other = new Map([
		['b', [2]],
		['a', [1]],
	]);
	expect(keep(other)).toBe(other);
});

it('keeps undefined and null', () => {
	const keep = keepEqual<unknown>();
	expect([undefined, undefined, null, undefined].map((value) => keep(value))).toEqual([
		undefined,
		undefined,
		null,
		undefined,
	]);
});
