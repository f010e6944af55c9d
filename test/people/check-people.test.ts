import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkPeople } from '../../src/people/check-people.ts';
import type { Person } from '../../src/people/person.ts';
import { matchPeople } from '../../src/people/person-matcher.ts';
import { work } from '../lists/sample-publication.ts';
import { alias, person } from './sample-person.ts';

const owner = person('Lapuschkin, Sebastian', { aliases: [alias('Bach, Sebastian')] });

describe('aliases', () => {
	it('reports one that matches nothing', () => {
		expect(messages([owner], ['Lapuschkin, S. and Bach, Alexander'])).toContain(
			'people/unmatched-alias: Alias "Bach, Sebastian" of Lapuschkin, Sebastian matches no name in the library',
		);
	});

	it('accepts one if the name itself matches, too', () => {
		const twice = person('Lapuschkin, Sebastian', { aliases: [alias('Lapuschkin, S.')] });
		expect(messages([twice], ['Lapuschkin, Sebastian'])).toEqual([]);
	});

	it('accepts one that matches only outside its dates', () => {
		const early = person('Lapuschkin, Sebastian', { aliases: [alias('Bach, Sebastian', null, '2010')] });
		expect(messages([early], ['Bach, S.', 'Lapuschkin, S.'])).toEqual([]);
	});
});

describe('people', () => {
	it('reports a person without a matching name', () => {
		expect(messages([person('Lapuskin, Sebastian')], ['Samek, W.'])).toEqual([
			'people/unmatched-alias: Person "Lapuskin, Sebastian" matches no name in the library',
		]);
	});

	it('accepts a person who matches under an alias only', () => {
		expect(messages([owner], ['Bach, S.'])).toEqual([]);
	});

	it('reports nothing without declared people', () => {
		expect(messages([], ['Samek, W.'])).toEqual([]);
	});
});

describe('near matches', () => {
	const near = (author: string, declared = 'Lapuschkin, Sebastian') =>
		messages([person(declared)], [author, declared]).map((message) => message.replace(/^.*: /, ''));

	it.each([
		['Lapuschkim, Sebastian', 'the family name differs by a letter or two'],
		['Lapushkin, S.', 'the family name differs by a letter or two'],
		['Lapsuchkin, S.', 'the family name differs by a letter or two'],
		['Sebastian, Lapuschkin', 'family and given names seem to be swapped'],
		['Lapuschkin S', 'family and given names seem to be swapped'],
		['Lapuschkin, Sebastain', 'the given name differs by a letter or two, or is shortened'],
		['Lapuschkin, Seb', 'the given name differs by a letter or two, or is shortened'],
		['Lapuschkin, T.', 'the initial differs'],
	])('include %s', (author, reason) => expect(near(author)).toEqual([reason]));

	it('include names without a particle or the second family name', () => {
		expect(near('Luxburg, U.', 'von Luxburg, Ulrike')).toEqual(['part of the family name is missing']);
		expect(near('García, G.', 'García Márquez, Gabriel')).toEqual(['part of the family name is missing']);
	});

	it.each([
		['Samek, Sebastian', 'Lapuschkin, Sebastian'],
		['Lapuschkin, Alexander', 'Lapuschkin, Sebastian'],
		['Li, Wei', 'Lu, Wei'],
		['Bauer, J.', 'Maier, Jonas'],
		['{Lapuschkin Lab}', 'Lapuschkin, Sebastian'],
	])('do not include %s for %s', (author, declared) => expect(near(author, declared)).toEqual([]));

	it('do not include a different initial if several people share the family name', () => {
		expect(messages([person('Müller, Klaus-Robert')], ['Müller, K.', 'Müller, T.', 'Müller, Anna'])).toEqual([]);
	});

	it('are reported once per spelling, with the places', () => {
		const works = ['Lapushkin, S.', 'Lapushkin, S.', 'Lapuschkin, S.'].map((author) => work('article', { author }));
		const [first, ...others] = check([person('Lapuschkin, Sebastian')], works);
		expect(others).toEqual([]);
		expect(first?.message).toContain('"Lapushkin, S." (2 times)');
		expect(first?.span).toBe(works[0]?.entry.fields.get('author')?.span);
		expect(first?.related).toHaveLength(1);
	});
});

it('reports a name that matches several people', () => {
	const two = [person('Müller, Klaus-Robert'), person('Müller, Karin')];
	expect(messages(two, ['Müller, K.', 'Müller, Karin', 'Müller, Klaus'])).toEqual([
		'people/near-match: Name "Müller, K." matches "Müller, Klaus-Robert" and "Müller, Karin" equally, so it is not highlighted',
	]);
});

function check(people: readonly Person[], works: readonly ReturnType<typeof work>[]): Diagnostic[] {
	const diagnostics: Diagnostic[] = [];
	checkPeople(people, works, matchPeople(people), (diagnostic) => diagnostics.push(diagnostic));
	return diagnostics;
}

function messages(people: readonly Person[], authors: readonly string[]): string[] {
	const works = authors.map((author) => work('article', { author, date: '2015' }));
	return check(people, works).map(({ code, message }) => `${code}: ${message}`);
}
