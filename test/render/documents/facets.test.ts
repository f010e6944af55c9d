import { expect, it } from 'vitest';
import { facetsOf } from '../../../src/render/documents/facets.ts';
import { listOf, locale } from '../library.ts';

it('writes people once, family name first, as readers know them', () => {
	const list = listOf(
		`@misc{a, author = {O'Neil, Ann and 王, 小明 and Müller, K.-R. and {Bird Society}}, title = {A}}
		@misc{b, author = {Müller, Klaus-Robert and van der Berg, Jan}, title = {B}}
		@misc{c, author = {MÜLLER, KLAUS-ROBERT and Van Der Berg, J.}, title = {C}}`,
	);
	const items = list.items.map((item) => ({ item, view: { id: item.publication.key } }));
	const { people } = facetsOf(items as unknown as Parameters<typeof facetsOf>[0], locale());
	expect([...people].sort()).toEqual([
		'Bird Society',
		'Müller, Klaus-Robert',
		'O’Neil, Ann',
		'van der Berg, Jan',
		'王小明',
	]);
});
