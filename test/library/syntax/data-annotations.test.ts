import { describe, expect, it } from 'vitest';
import { entryOf, fieldsOf } from '../reading.ts';

const annotation = (written: string, field = 'author') =>
	entryOf(`@misc{a, author = {A and B}, ${written}}`)
		.annotations.get(field)
		?.map(({ name, item, part, values, literal }) => ({ name, item, part, values, literal }));

const one = { name: 'default', item: null, part: null, values: ['highlight'], literal: false };

// BibLaTeX manual § 3.7.1.
describe('a data annotation', () => {
	it.each([
		['of the whole field', 'author+an = {=highlight}', [one]],
		['of the whole field, without its =', 'author+an = {highlight}', [one]],
		['of an item', 'AUTHOR+AN = {2=highlight}', [{ ...one, item: 2 }]],
		['of a part of an item', 'author+an = {1:family = highlight}', [{ ...one, item: 1, part: 'family' }]],
		[
			'with several values',
			'author+an = {1=student, corresponding}',
			[{ ...one, item: 1, values: ['student', 'corresponding'] }],
		],
		[
			'of several items',
			'author+an = {1=a;\n 2=b ;}',
			[
				{ ...one, item: 1, values: ['a'] },
				{ ...one, item: 2, values: ['b'] },
			],
		],
		[
			'with a name',
			'author+an:orcid = {1="0000-0002-1825-0097"}',
			[{ ...one, name: 'orcid', item: 1, values: ['0000-0002-1825-0097'], literal: true }],
		],
		[
			'with a literal value',
			'author+an = {="one; two = three, four"}',
			[{ ...one, values: ['one; two = three, four'], literal: true }],
		],
		['in quotes', 'author+an = "2=highlight"', [{ ...one, item: 2 }]],
	])('is read: %s', (_, written, expected) => {
		expect(annotation(written)).toEqual(expected);
	});

	it('is collected from all annotations of a field', () => {
		expect(annotation('author+an = {1=a}, author+an:x = {2=b}')?.map(({ name }) => name)).toEqual(['default', 'x']);
	});

	it('is not a field', () => {
		expect(Object.keys(fieldsOf(entryOf('@misc{a, title = {T}, title+an = {=x}, c+d = {y}}')))).toEqual([
			'title',
			'c+d',
		]);
	});
});
