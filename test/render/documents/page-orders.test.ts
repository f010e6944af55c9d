import { expect, it } from 'vitest';
import { forthcomingItems, pageOrders } from '../../../src/render/documents/page-orders.ts';
import { listOf } from '../library.ts';

const list = listOf(
	`@article{b, author = {Zuse, Konrad}, title = {Beta}, journal = {J}, year = 2019}
	@article{a, author = {Abel, Niels}, title = {Alpha}, journal = {J}, year = 2021, month = 3}
	@article{c, author = {Noether, Emmy}, title = {The Gamma}, sorttitle = {Aaa}, journal = {J}, year = 2021, month = 9}
	@article{f, author = {Lovelace, Ada}, title = {Delta}, journal = {J}, pubstate = {inpress}}
	@article{u, author = {Hopper, Grace}, title = {Epsilon}, journal = {J}}`,
	{ groupBy: [], sort: [] },
);
const items = list.items.map((item) => ({ item }) as Parameters<typeof pageOrders>[0][number]);
const keys = (positions: readonly number[]) =>
	positions.map((position) => items[position]?.item.publication.key).join('');

it('sorts the works of a page as `sort` would, forthcoming works as the newest and undated ones last', () => {
	const { newest, oldest, title, author } = pageOrders(items);
	expect([newest, oldest, title, author].map(keys)).toEqual(['fcabu', 'bacfu', 'cabfu', 'aufcb']);
});

it('finds the forthcoming works', () => {
	expect(keys(forthcomingItems(items))).toBe('f');
});
